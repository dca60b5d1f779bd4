//! `offerbook key`.

use std::path::PathBuf;

use super::begin::{begin, clock_is_right, random};
use super::find::known_authority;
use super::terminal::Terminal;
use super::{Outcome, keys, slug};
use crate::diagnostics::Texts;
use crate::log::{EntryKind, SignerKey};
use crate::model::Slug;
use crate::output::Workspace;
use crate::record::{
    AuthorityFolder, Disk, PendingEntry, Rotation, add_to_log, is_demonstration, keep_bytes,
    read_log,
};
use crate::source::{Root, digest};

/// Make, show or change the key that signs an authority's record.
///
/// The key stays outside the site's folder. Whoever has it can sign in the council's name: keep it
/// as you keep the council's seal.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Make the key of an authority's record, once.
    Generate {
        /// The authority.
        #[arg(value_parser = slug)]
        authority: Slug,
        /// The name of the record, for good: a web address without https://. It comes from
        /// base_url in site-config.toml, unless you say otherwise.
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// The file to keep the key in. It must not exist, and must be outside the site's folder.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Show the public half, with which anyone can check signatures.
    Show {
        /// The authority.
        #[arg(value_parser = slug)]
        authority: Slug,
    },
    /// Change the key. Both the old and the new one sign the change.
    Rotate {
        /// The authority.
        #[arg(value_parser = slug)]
        authority: Slug,
        /// Why it is changed, in a sentence.
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The file with the old key.
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// The file to keep the new key in.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let (workspace, problems) = Workspace::read(root.clone());
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &workspace.texts);
        return Outcome::Failed;
    }
    let command = Command {
        workspace: &workspace,
        terminal,
    };
    let (authority, result) = match &options.what {
        What::Generate {
            authority,
            name,
            out,
        } => (
            authority,
            command.checked(authority, || {
                command.generate(authority, name.as_deref(), out.clone())
            }),
        ),
        What::Show { authority } => (
            authority,
            command.checked(authority, || command.show(authority)),
        ),
        What::Rotate {
            authority,
            reason,
            key,
            out,
        } => (
            authority,
            command.checked(authority, || {
                command.rotate(authority, reason, key.as_deref(), out.clone())
            }),
        ),
    };
    match result {
        Ok(()) => Outcome::Done,
        Err(why) => {
            if !why.is_empty() {
                terminal.wrong(&format!("{authority}: {why}"));
            }
            Outcome::Failed
        }
    }
}

struct Command<'c> {
    workspace: &'c Workspace,
    terminal: &'c Terminal,
}

impl Command<'_> {
    /// Does the work if the authority exists. An empty error has been told already.
    fn checked(
        &self,
        authority: &Slug,
        work: impl FnOnce() -> Result<(), String>,
    ) -> Result<(), String> {
        let found = known_authority(self.workspace, authority);
        if found.has_errors() {
            self.terminal.problems(&found, &Texts::default());
            return Err(String::new());
        }
        work()
    }

    fn generate(
        &self,
        authority: &Slug,
        name: Option<&str>,
        out: Option<PathBuf>,
    ) -> Result<(), String> {
        let root = &self.workspace.root;
        let Some(_held) = begin(root, authority, self.terminal) else {
            return Err(String::new());
        };
        let folder = AuthorityFolder::new(root, authority);
        if folder.first_key().exists() {
            return Err(
                "Its record has a key already. To change it, use `offerbook key rotate`."
                    .to_owned(),
            );
        }
        if folder.checkpoints().exists() || folder.entries().exists() {
            return Err(super::seal::LOST_VKEY.to_owned());
        }
        let name = match name {
            Some(name) => name.to_owned(),
            None => self.usual_name(authority),
        };
        let seed = random::<32>(self.terminal).ok_or_else(String::new)?;
        let key = SignerKey::new(&name, seed).ok_or_else(|| {
            format!("“{name}” cannot be the name of a record: it must have no spaces and no +.")
        })?;
        let file = out
            .or_else(|| keys::usual_file(&name))
            .ok_or("Say where to keep the key, with --out.")?;
        keys::keep(root, &key, &file)?;
        write_log_head(&folder, &key)
            .map_err(|error| format!("The record cannot be written: {error}"))?;
        self.terminal.result(&format!(
            "Made the key of {authority}.\n\n  Its public half, which anyone may have:\n  {}\n\n  \
             Its private half, which nobody else may have, is in:\n  {}\n\nKeep a copy of that \
             file in a safe place: without it nothing more can be added to this record. Publish \
             the public half where people trust it, such as in the council’s minutes.",
            key.verifier(),
            file.display()
        ));
        self.warn_demonstration(&name);
        Ok(())
    }

    fn warn_demonstration(&self, name: &str) {
        if is_demonstration(name) {
            self.terminal.say(
                "\nIts name says that it is for demonstration. Pages will say that it proves \
                 nothing.",
            );
        }
    }

    /// The record's address on the web, without what comes before the host.
    fn usual_name(&self, authority: &Slug) -> String {
        let base = &self.workspace.settings.base_url;
        let bare = base
            .split_once("://")
            .map_or(base.as_str(), |(_, rest)| rest);
        format!("{}/{authority}/record", bare.trim_end_matches('/'))
    }

    fn show(&self, authority: &Slug) -> Result<(), String> {
        let (log, problems) = read_log(&self.workspace.root, authority);
        if problems.has_errors() {
            self.terminal
                .problems(&problems.sorted(), &Texts::default());
            return Err(String::new());
        }
        let keys = log.keys();
        if keys.is_empty() {
            return Err(
                "Its record has no key yet. Make one with `offerbook key generate`.".to_owned(),
            );
        }
        for (from, key) in keys {
            self.terminal.result(&match from {
                0 => key.to_string(),
                _ => format!("{key}  from entry {} on", from - 1),
            });
        }
        Ok(())
    }

    fn rotate(
        &self,
        authority: &Slug,
        reason: &str,
        old: Option<&std::path::Path>,
        out: Option<PathBuf>,
    ) -> Result<(), String> {
        let root = &self.workspace.root;
        let Some(_held) = begin(root, authority, self.terminal) else {
            return Err(String::new());
        };
        let (log, _) = read_log(root, authority);
        let (_, current) = log
            .keys()
            .pop()
            .ok_or("Its record has no key yet. Make one with `offerbook key generate`.")?;
        if log.rotations.len() >= log.keys().len() {
            return Err(
                "Its key has been changed already, and that is not sealed yet. Run `offerbook \
                 seal` first."
                    .to_owned(),
            );
        }
        let old = keys::find(root, &current, old)?;
        let seed = random::<32>(self.terminal).ok_or_else(String::new)?;
        let new = SignerKey::new(current.name(), seed).ok_or("The key’s name cannot be used.")?;
        let file = out
            .or_else(|| {
                let usual = keys::usual_file(current.name())?;
                let id: String = new
                    .verifier()
                    .id()
                    .iter()
                    .map(|b| format!("{b:02x}"))
                    .collect();
                Some(usual.with_extension(format!("{id}.key")))
            })
            .ok_or("Say where to keep the new key, with --out.")?;
        keys::keep(root, &new, &file)?;
        let now = clock_is_right(root, authority, &log)?;
        let rotation = Rotation::sign(&old, &new, now, reason);
        let text = rotation.note.to_string();
        let folder = AuthorityFolder::new(root, authority);
        let path = folder.rotations().join(format!("{}.txt", now.compact()));
        let entry = PendingEntry::of_log(EntryKind::Key, now, &digest(text.as_bytes()));
        add_to_log(&Disk::new(), &folder, &path, &text, &entry)
            .map_err(|error| format!("The record cannot be written: {error}"))?;
        self.terminal.result(&format!(
            "The key of {authority} is changed. From the next seal on the record is signed by\n  \
             {}\nIts private half is in:\n  {}\nRun `offerbook seal {authority} --key {}` next.",
            new.verifier(),
            file.display(),
            file.display()
        ));
        Ok(())
    }
}

/// Writes what tells whose log it is.
fn write_log_head(folder: &AuthorityFolder, key: &SignerKey) -> std::io::Result<()> {
    let public = key.verifier();
    let disk = Disk::new();
    keep_bytes(&disk, folder)?;
    disk.put_in_place(&folder.origin(), format!("{}\n", public.name()).as_bytes())?;
    disk.put_in_place(
        &folder.policy(),
        format!("log {public}\nquorum none\n").as_bytes(),
    )?;
    // Last, since it is what makes the log.
    disk.put_in_place(&folder.first_key(), format!("{public}\n").as_bytes())
}
