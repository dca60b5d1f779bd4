//! `offerbook seal`.

use std::path::{Path, PathBuf};

use super::begin::begin_with_log;
use super::find::known_authority;
use super::terminal::Terminal;
use super::{Outcome, keys, now, slug};
use crate::diagnostics::Texts;
use crate::log::{Signed, SignedCheckpoint};
use crate::model::Slug;
use crate::output::Workspace;
use crate::record::{AuthorityFolder, AuthorityLog, Disk, Seal, SealRefused, is_demonstration};
use crate::source::Root;
use crate::verify::{Limits, entries, find_checkpoint};

/// Put what has been published in order, and sign it.
///
/// Run it in one place only, after everyone's work has come together there. It refuses if anything
/// that was signed before has been changed.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The authorities; all that have a key, if left out.
    #[arg(value_name = "AUTHORITY", value_parser = slug)]
    authorities: Vec<Slug>,
    /// The file with the key. Else the variable OFFERBOOK_KEY is used (the key itself, or the name
    /// of its file), or the file that `offerbook key generate` made.
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// Refuse unless the record on the live site, or in this folder, is the start of the new one.
    #[arg(long, value_name = "DIR|URL")]
    live: Option<String>,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let (workspace, problems) = Workspace::read(root.clone());
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &workspace.texts);
        return Outcome::Failed;
    }
    let chosen: Vec<Slug> = match options.authorities.is_empty() {
        false => options.authorities.clone(),
        true => workspace
            .authorities
            .iter()
            .filter(|slug| AuthorityFolder::new(root, slug).first_key().exists())
            .cloned()
            .collect(),
    };
    if chosen.is_empty() {
        terminal
            .wrong("No authority has a key yet. Make one with `offerbook key generate AUTHORITY`.");
        return Outcome::Failed;
    }
    let mut outcome = Outcome::Done;
    for slug in &chosen {
        let found = known_authority(&workspace, slug);
        if found.has_errors() {
            terminal.problems(&found, &Texts::default());
            outcome = Outcome::Failed;
            continue;
        }
        let sealed = seal(
            root,
            slug,
            options.key.as_deref(),
            options.live.as_deref(),
            terminal,
        );
        if let Err(why) = sealed {
            if !why.is_empty() {
                terminal.wrong(&format!("{slug} is not sealed. {why}"));
            }
            outcome = Outcome::Failed;
        }
    }
    outcome
}

/// Seals an authority's record. An empty error has been told already.
pub fn seal(
    root: &Root,
    slug: &Slug,
    key: Option<&Path>,
    live: Option<&str>,
    terminal: &Terminal,
) -> Result<(), String> {
    let folder = AuthorityFolder::new(root, slug);
    if !folder.first_key().exists() {
        if folder.checkpoints().exists() || folder.entries().exists() {
            return Err(LOST_VKEY.to_owned());
        }
        return Err(format!(
            "Its record has no key yet. Make one with `offerbook key generate {slug}`."
        ));
    }
    let Some((_held, log)) = begin_with_log(root, slug, terminal) else {
        return Err(String::new());
    };
    signatures_hold(&log)?;
    let damaged = crate::verify::damage(root, slug, &log);
    if let Some(first) = damaged.first() {
        let more = match damaged.len() {
            1 => String::new(),
            number => format!(" (and {} more; see `offerbook verify`)", number - 1),
        };
        return Err(format!("{first}{more}"));
    }
    let seal = Seal::plan(&log, now()).map_err(|refused| why(&refused))?;
    if let Some(live) = live {
        continues_live(&seal, &log, slug, live)?;
    }
    let failed = |error: std::io::Error| {
        format!("{error}. What was recorded is whole; seal again once that is mended.")
    };
    if !seal.is_needed {
        seal.settle(&Disk::new(), &folder).map_err(failed)?;
        terminal.say(&format!(
            "{slug}: nothing has been added since the last seal, which covers {}.",
            entries(seal.checkpoint.size)
        ));
        return Ok(());
    }
    let key = keys::find(root, &seal.key, key)?;
    let signed = seal.write(&Disk::new(), &folder, &key).map_err(failed)?;
    terminal.result(&told(slug, &seal, &signed));
    if is_demonstration(&signed.checkpoint.origin) {
        terminal.say("This is a demonstration key, which anyone has: the seal proves nothing.");
    }
    Ok(())
}

/// A record that was sealed and whose public key is gone must not get another one.
pub const LOST_VKEY: &str = "It was sealed before, and the file log/vkey is missing: bring it back \
                             from your last commit.";

/// Every checkpoint that was signed before must carry a signature that holds.
fn signatures_hold(log: &AuthorityLog) -> Result<(), String> {
    let Some(latest) = log.latest() else {
        return Ok(());
    };
    let size = latest.signed.checkpoint.size;
    match log.key_at(size).map(|key| key.signed(&latest.signed.note)) {
        Some(Signed::Yes) => Ok(()),
        _ => Err(format!(
            "The signature on the latest checkpoint ({size} entries) does not hold: it, or the \
             key in log/vkey, was changed. Bring the folder log back from your last commit."
        )),
    }
}

/// What is live must be the start of what is to be.
fn continues_live(seal: &Seal, log: &AuthorityLog, slug: &Slug, live: &str) -> Result<(), String> {
    let found = find_checkpoint(live, slug, Limits::default())
        .map_err(|error| format!("The record on {live} cannot be read. {error}"))?;
    let Some(text) = found else {
        return Err(format!(
            "There is no record of {slug} on {live}. Leave out --live the first time."
        ));
    };
    let signed: SignedCheckpoint = text
        .parse()
        .map_err(|why| format!("The checkpoint on {live} cannot be read: {why}."))?;
    match seal.continues(log, &signed.checkpoint) {
        true => Ok(()),
        false => Err(format!(
            "The record on {live} has {} entries that are not the first ones of this record. \
             Somebody sealed elsewhere, or entries were changed here. Bring both together before \
             you seal: nothing that was signed may be lost.",
            signed.checkpoint.size
        )),
    }
}

fn told(slug: &Slug, seal: &Seal, signed: &SignedCheckpoint) -> String {
    let new = match seal.number_of_entries() {
        1 => "1 new entry".to_owned(),
        number => format!("{number} new entries"),
    };
    format!(
        "Sealed {slug}: {new}, {} in all. Its checkpoint, to print in minutes or to keep:\n\n{}",
        signed.checkpoint.size, signed.note
    )
}

fn why(refused: &SealRefused) -> String {
    match refused {
        SealRefused::NoKey => {
            "Its record has no key that can be used. See `offerbook key show`.".to_owned()
        }
        SealRefused::NotTheStart { size, have } if size > have => format!(
            "A checkpoint of {size} entries was signed, and only {have} are left: entries were \
             taken away. Bring the folder log back from your last commit."
        ),
        SealRefused::NotTheStart { size, .. } => format!(
            "The checkpoint of {size} entries does not fit the entries any more: one of the first \
             {size} was changed, put in, moved or taken out since it was signed. Bring the folder \
             log back from your last commit."
        ),
        SealRefused::ClockBehind(moment) => format!(
            "The clock of this computer is behind: something was recorded at {moment}. Set the \
             clock right, then seal again."
        ),
        SealRefused::Twice(name) => format!(
            "The version of log/{name} has an entry already. Two clones published it, or a \
             file was put in: bring the folder back from your last commit, and publish again what \
             is missing."
        ),
        SealRefused::StrangeKey(name) => format!(
            "log/pending/{name} changes the key, and is not signed by the key in force. Remove it \
             and its file in log/keys, then change the key again with `offerbook key rotate`."
        ),
        SealRefused::TooLong(name) => {
            format!("The entry {name} is longer than 65,535 bytes, which no log can hold.")
        }
    }
}
