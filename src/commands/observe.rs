//! `offerbook observe`.

use std::fs;
use std::path::PathBuf;

use super::Outcome;
use super::begin::{begin, clock_is_right};
use super::find::known_authority;
use super::terminal::Terminal;
use crate::diagnostics::Texts;
use crate::log::{EntryKind, Signed, SignedCheckpoint, VerifierKey};
use crate::model::Slug;
use crate::output::Workspace;
use crate::record::{AuthorityFolder, Disk, PendingEntry, add_to_log, read_log};
use crate::source::{Root, digest};

/// Enter another council's checkpoint in an authority's record.
///
/// Councils that observe each other need nobody else: whoever writes their record anew contradicts
/// the record of every council that saw it.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The authority whose record it is entered in.
    #[arg(value_parser = super::slug)]
    authority: Slug,
    /// The other council's checkpoint, as it stands at its record's address.
    #[arg(value_name = "CHECKPOINT")]
    file: PathBuf,
    /// The other council's public key, to check the signature with. Not needed for a council of
    /// this site.
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    match observe(root, options, terminal) {
        Ok(()) => Outcome::Done,
        Err(why) => {
            if !why.is_empty() {
                terminal.wrong(&why);
            }
            Outcome::Failed
        }
    }
}

fn observe(root: &Root, options: &Options, terminal: &Terminal) -> Result<(), String> {
    let (workspace, _) = Workspace::read(root.clone());
    let found = known_authority(&workspace, &options.authority);
    if found.has_errors() {
        terminal.problems(&found, &Texts::default());
        return Err(String::new());
    }
    let shown = options.file.display();
    let text = fs::read_to_string(&options.file)
        .map_err(|error| format!("{shown} cannot be read: {error}"))?;
    let signed: SignedCheckpoint = text
        .parse()
        .map_err(|why| format!("{shown} is not a checkpoint: {why}."))?;
    let key = key_of(root, &workspace, options, &signed)?;
    if key.signed(&signed.note) != Signed::Yes {
        return Err(format!(
            "The checkpoint in {shown} is not signed with the key {key}. Do not enter it; ask the \
             other council."
        ));
    }
    let Some(_held) = begin(root, &options.authority, terminal) else {
        return Err(String::new());
    };
    let (log, _) = read_log(root, &options.authority);
    if log.origin() == Some(signed.checkpoint.origin.as_str()) {
        return Err("That is this authority’s own checkpoint: observe another’s.".to_owned());
    }
    let seen = |one: &SignedCheckpoint| one.note.text == signed.note.text;
    if log.observed.iter().any(|one| seen(&one.value)) {
        terminal.say("That checkpoint has been entered already.");
        return Ok(());
    }
    let now = clock_is_right(root, &options.authority, &log)?;
    let digest = digest(text.as_bytes());
    let folder = AuthorityFolder::new(root, &options.authority);
    let name = format!(
        "{}.{}.txt",
        now.compact(),
        digest.get(..8).unwrap_or_default()
    );
    let entry = PendingEntry::of_log(EntryKind::Observe, now, &digest);
    add_to_log(
        &Disk::new(),
        &folder,
        &folder.observed().join(name),
        &text,
        &entry,
    )
    .map_err(|error| format!("The record cannot be written: {error}"))?;
    terminal.result(&format!(
        "Entered in the record of {}: {} had {} entries. Run `offerbook seal {}` next.",
        options.authority, signed.checkpoint.origin, signed.checkpoint.size, options.authority
    ));
    Ok(())
}

/// The key that must have signed: the one that is given, or that of a council of this site.
fn key_of(
    root: &Root,
    workspace: &Workspace,
    options: &Options,
    signed: &SignedCheckpoint,
) -> Result<VerifierKey, String> {
    if let Some(text) = &options.key {
        return text
            .trim()
            .parse()
            .map_err(|why| format!("The key given with --key cannot be used: {why}."));
    }
    let origin = &signed.checkpoint.origin;
    for authority in &workspace.authorities {
        let (log, _) = read_log(root, authority);
        if log.origin() == Some(origin.as_str()) {
            let key = log.key_at(signed.checkpoint.size);
            return key.ok_or_else(|| format!("The record of {authority} has no key."));
        }
    }
    Err(format!(
        "{origin} is no council of this site: give its public key with --key."
    ))
}
