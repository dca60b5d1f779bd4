//! `offerbook stamp`.

use std::fs;
use std::path::{Path, PathBuf};

use super::begin::{begin, random};
use super::find::known_authority;
use super::terminal::Terminal;
use super::{Outcome, slug};
use crate::diagnostics::Texts;
use crate::log::{Cosigned, Note, SignedCheckpoint, VerifierKey, stamp};
use crate::model::{Moment, Slug};
use crate::output::Workspace;
use crate::record::{ArchivedCheckpoint, AuthorityFolder, AuthorityLog, Disk, read_log};
use crate::source::{Root, digest};

/// Have an outside time put on an authority's latest checkpoint.
///
/// Nothing is sent by offerbook: it writes the question to a file, you send it, and it keeps the
/// answer.
#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Write the question for a time-stamp authority (RFC 3161) to a file.
    Request {
        /// The authority whose checkpoint is to be stamped.
        #[arg(value_parser = slug)]
        authority: Slug,
        /// The file to write.
        #[arg(long, value_name = "FILE", default_value = "request.tsq")]
        out: PathBuf,
    },
    /// Keep a time-stamp authority’s answer, or a checkpoint that a witness has signed.
    Import {
        /// The authority whose checkpoint it is of.
        #[arg(value_parser = slug)]
        authority: Slug,
        /// The answer (.tsr), or the checkpoint with the witness’s line.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// For an answer: the time-stamp authority’s certificates (PEM), the trusted one among
        /// them.
        #[arg(long, value_name = "FILE")]
        certificates: Option<PathBuf>,
        /// For an answer: a short name of the time-stamp authority, for file names.
        #[arg(long, value_name = "NAME", value_parser = slug)]
        who: Option<Slug>,
        /// For a witness: its public key.
        #[arg(long, value_name = "KEY")]
        witness: Option<String>,
    },
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let done = match &options.what {
        What::Request { authority, out } => request(root, authority, out, terminal),
        What::Import {
            authority,
            file,
            certificates,
            who,
            witness,
        } => {
            let answer = Answer {
                file,
                certificates: certificates.as_deref(),
                who: who.as_ref(),
                witness: witness.as_deref(),
            };
            import(root, authority, &answer, terminal)
        }
    };
    match done {
        Ok(()) => Outcome::Done,
        Err(why) => {
            if !why.is_empty() {
                terminal.wrong(&why);
            }
            Outcome::Failed
        }
    }
}

/// The log of an authority that exists and has sealed something.
fn log_of(root: &Root, authority: &Slug, terminal: &Terminal) -> Result<AuthorityLog, String> {
    let (workspace, _) = Workspace::read(root.clone());
    let found = known_authority(&workspace, authority);
    if found.has_errors() {
        terminal.problems(&found, &Texts::default());
        return Err(String::new());
    }
    let (log, problems) = read_log(root, authority);
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &Texts::default());
        return Err(String::new());
    }
    match log.latest() {
        Some(_) => Ok(log),
        None => Err(format!(
            "Nothing is sealed yet: run `offerbook seal {authority}` first."
        )),
    }
}

fn request(root: &Root, authority: &Slug, out: &Path, terminal: &Terminal) -> Result<(), String> {
    let log = log_of(root, authority, terminal)?;
    let Some(latest) = log.latest() else {
        return Ok(());
    };
    let nonce = random::<8>(terminal).ok_or_else(String::new)?;
    let query = stamp::request(latest.text.as_bytes(), nonce);
    fs::write(out, query)
        .map_err(|error| format!("{} cannot be written: {error}", out.display()))?;
    let shown = out.display();
    terminal.result(&format!(
        "The question for the checkpoint of {} entries is in {shown}. Send it to a time-stamp \
         authority that the council trusts, such as with\n\n  curl -H \"Content-Type: \
         application/timestamp-query\" --data-binary @{shown} -o answer.tsr ADDRESS\n\nThen keep \
         the answer:\n\n  offerbook stamp import {authority} answer.tsr --who NAME --certificates \
         FILE",
        latest.signed.checkpoint.size
    ));
    Ok(())
}

/// What came back.
struct Answer<'a> {
    file: &'a Path,
    certificates: Option<&'a Path>,
    who: Option<&'a Slug>,
    witness: Option<&'a str>,
}

fn import(
    root: &Root,
    authority: &Slug,
    answer: &Answer<'_>,
    terminal: &Terminal,
) -> Result<(), String> {
    let log = log_of(root, authority, terminal)?;
    let shown = answer.file.display();
    let bytes =
        fs::read(answer.file).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    let Some(_held) = begin(root, authority, terminal) else {
        return Err(String::new());
    };
    let folder = AuthorityFolder::new(root, authority);
    let text = String::from_utf8(bytes.clone()).ok();
    match text.and_then(|text| text.parse::<SignedCheckpoint>().ok()) {
        Some(signed) => cosignature(&folder, &log, &signed, answer, terminal),
        None => stamped(&folder, &log, &bytes, answer, terminal),
    }
}

fn stamped(
    folder: &AuthorityFolder,
    log: &AuthorityLog,
    bytes: &[u8],
    answer: &Answer<'_>,
    terminal: &Terminal,
) -> Result<(), String> {
    let shown = answer.file.display();
    let Some(who) = answer.who else {
        return Err("Give the time-stamp authority a short name, with --who.".to_owned());
    };
    let kept = folder.stamps().join(format!("{who}.pem"));
    let certificates = match answer.certificates {
        Some(file) => fs::read_to_string(file).map_err(|error| {
            format!(
                "{} cannot be read as text: {error}. Certificates have to be in the form that \
                 begins with -----BEGIN CERTIFICATE-----.",
                file.display()
            )
        })?,
        None => fs::read_to_string(&kept).map_err(|_| {
            "Give the time-stamp authority’s certificates, with --certificates FILE. They are kept \
             with the stamp, so that it can be checked in years to come."
                .to_owned()
        })?,
    };
    let of = |one: &&ArchivedCheckpoint| {
        let read = stamp::read(bytes);
        read.is_ok_and(|stamp| {
            let imprint: String = stamp.imprint.iter().map(|b| format!("{b:02x}")).collect();
            imprint == digest(one.text.as_bytes())
        })
    };
    let Some(archived) = log.checkpoints.iter().rev().find(of) else {
        return Err(match stamp::read(bytes) {
            Ok(_) => {
                format!("{shown} is a stamp on something else than a checkpoint of this record.")
            }
            Err(why) => format!("{shown} cannot be used: {}.", why.trim_end_matches('.')),
        });
    };
    let stamp = stamp::verify(bytes, archived.text.as_bytes(), &certificates)
        .map_err(|why| format!("{shown} cannot be used: {}.", why.trim_end_matches('.')))?;
    let size = archived.signed.checkpoint.size;
    if fs::read_to_string(&kept).is_ok_and(|old| old != certificates) {
        return Err(format!(
            "Other certificates are kept for “{who}”, and earlier stamps need them. Give this one \
             another name with --who, such as {who}-2."
        ));
    }
    let failed = |error: std::io::Error| format!("The record cannot be written: {error}");
    let disk = Disk::new();
    disk.put_in_place(&kept, certificates.as_bytes())
        .map_err(failed)?;
    let path = folder.stamps().join(format!("{size:06}.{who}.tsr"));
    if path.exists() {
        return Err(format!(
            "There is a stamp by {who} on that checkpoint already."
        ));
    }
    disk.put_in_place(&path, bytes).map_err(failed)?;
    let moment = Moment::of_seconds(stamp.time_seconds).map(|moment| moment.to_string());
    terminal.result(&format!(
        "Kept: the first {size} entries existed by {}, by the word of {}.",
        moment.unwrap_or_default(),
        stamp.signer
    ));
    Ok(())
}

fn cosignature(
    folder: &AuthorityFolder,
    log: &AuthorityLog,
    signed: &SignedCheckpoint,
    answer: &Answer<'_>,
    terminal: &Terminal,
) -> Result<(), String> {
    let shown = answer.file.display();
    let archived = log
        .checkpoints
        .iter()
        .find(|one| one.signed.note.text == signed.note.text)
        .ok_or_else(|| format!("{shown} is of a checkpoint that is not in this record."))?;
    let known: Option<VerifierKey> = match answer.witness {
        Some(text) => Some(
            text.trim()
                .parse()
                .map_err(|why| format!("The key given with --witness cannot be used: {why}."))?,
        ),
        None => log
            .witnesses
            .iter()
            .find(|key| matches!(key.cosigned(&signed.note), Cosigned::At(_)))
            .cloned(),
    };
    let key = known.ok_or("Give the witness’s public key, with --witness KEY.")?;
    let seconds = match key.cosigned(&signed.note) {
        Cosigned::At(seconds) => seconds,
        Cosigned::No => return Err(format!("{shown} is not signed by {key}.")),
        Cosigned::Wrong => return Err(format!("The signature by {key} in {shown} does not hold.")),
    };
    let lines = signed.note.signatures.iter().filter(|one| {
        one.name == key.name()
            && one.id == key.id()
            && !archived.signed.note.signatures.contains(one)
    });
    let note = Note {
        text: signed.note.text.clone(),
        signatures: lines.cloned().collect(),
    };
    if note.signatures.is_empty() {
        terminal.say("That cosignature is kept already.");
        return Ok(());
    }
    let failed = |error: std::io::Error| format!("The record cannot be written: {error}");
    if !log.witnesses.contains(&key) {
        add_witness(folder, log, &key).map_err(failed)?;
    }
    let text = note.to_string();
    let name = format!(
        "{:06}.{}",
        signed.checkpoint.size,
        digest(text.as_bytes()).get(..8).unwrap_or_default()
    );
    Disk::new()
        .put_in_place(&folder.cosignatures().join(name), text.as_bytes())
        .map_err(failed)?;
    let moment = i64::try_from(seconds).ok().and_then(Moment::of_seconds);
    terminal.result(&format!(
        "Kept: {} saw the first {} entries at {}.",
        key.name(),
        signed.checkpoint.size,
        moment.map(|moment| moment.to_string()).unwrap_or_default()
    ));
    Ok(())
}

/// Adds a witness to those that are looked for. The policy is a setting, not a part of the record.
fn add_witness(
    folder: &AuthorityFolder,
    log: &AuthorityLog,
    key: &VerifierKey,
) -> std::io::Result<()> {
    let old = fs::read_to_string(folder.policy()).unwrap_or_default();
    let line = format!("witness w{} {key}\n", log.witnesses.len() + 1);
    // Witnesses stand before the quorum.
    let new = match old.find("quorum ") {
        Some(at) => format!("{}{line}{}", &old[..at], &old[at..]),
        None => format!("{old}{line}quorum none\n"),
    };
    Disk::new().replace(&folder.policy(), new.as_bytes())
}
