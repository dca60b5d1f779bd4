//! What must hold of any log, wherever it was read from.

use std::collections::{BTreeMap, BTreeSet};

use super::Question;
use super::report::{Finding, counted};
use crate::log::{EntryKind, Signed, SignedCheckpoint, Tree, VerifierKey};
use crate::record::{AuthorityLog, is_demonstration};

/// Everything about a log's own order and signatures.
pub fn log_findings(log: &AuthorityLog, tree: &Tree, question: &Question) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(keys(log, question.expected.as_ref()));
    findings.extend(checkpoints(log, tree));
    findings.extend(order(log));
    let seen = question.seen.iter().filter(|(_, text)| {
        let origin = text.lines().next();
        origin.is_some() && origin == log.origin()
    });
    let kept: Vec<Finding> = question
        .against
        .iter()
        .chain(seen)
        .map(|(name, text)| kept_checkpoint(log, tree, name, text))
        .collect();
    if kept.is_empty() {
        findings.push(Finding::unknown(
            "Whether the council has written its whole record anew with its own key. Only a \
             checkpoint that somebody else kept can tell: give it with --against FILE.",
        ));
    }
    findings.extend(kept);
    findings
}

fn keys(log: &AuthorityLog, expected: Option<&VerifierKey>) -> Vec<Finding> {
    let keys = log.keys();
    let Some((_, latest)) = keys.last() else {
        return vec![Finding::unknown(
            "Who signs this record: it has no key yet, so nothing in it is sealed.",
        )];
    };
    let mut findings = Vec::new();
    match expected {
        Some(expected) if keys.iter().any(|(_, key)| key == expected) => {
            findings.push(Finding::holds(format!(
                "The record is signed with the key that you gave: {expected}"
            )));
        }
        Some(expected) => findings.push(Finding::fails(format!(
            "The record is not signed with the key that you gave.\nYours: {expected}\nIts key: \
             {latest}"
        ))),
        None => findings.push(
            Finding::unknown(
                "Whether the key is the council’s. Compare it with the one that the council \
                 published elsewhere, such as in its minutes, and give that with --key.",
            )
            .with(vec![latest.to_string()]),
        ),
    }
    if log.rotations.len() > keys.len() - 1 {
        let waiting = log
            .rotations
            .iter()
            .filter(|rotation| !keys.iter().any(|(_, key)| *key == rotation.value.new));
        for rotation in waiting {
            let is_waiting = log
                .pending
                .iter()
                .any(|one| one.value.record == rotation.digest);
            findings.push(match is_waiting && rotation.value.old == *latest {
                true => Finding::note(format!(
                    "A change of key waits to be sealed: {}",
                    rotation.name
                )),
                false => Finding::fails(format!(
                    "The change of key {} is not one that the log knows of, or not one from the \
                     key in force.",
                    rotation.name
                )),
            });
        }
    }
    if is_demonstration(latest.name()) {
        findings.push(Finding::note(
            "This record is signed with a demonstration key, which anyone has. It shows how the \
             check works and proves nothing.",
        ));
    }
    findings
}

fn checkpoints(log: &AuthorityLog, tree: &Tree) -> Vec<Finding> {
    let (mut unsigned, mut unfit) = (Vec::new(), Vec::new());
    for one in &log.checkpoints {
        let checkpoint = &one.signed.checkpoint;
        let size = checkpoint.size;
        let name = format!("checkpoint of {}", entries(size));
        let key = log.key_at(size);
        match key.as_ref().map(|key| key.signed(&one.signed.note)) {
            Some(Signed::Yes) => {}
            Some(Signed::Wrong) => unsigned.push(format!(
                "{name}: its signature does not fit its text: one of them was changed"
            )),
            Some(Signed::No) | None => unsigned.push(format!(
                "{name}: it is signed by another key than the record’s"
            )),
        }
        if Some(checkpoint.origin.as_str()) != log.origin() {
            unsigned.push(format!(
                "{name}: it is of another log, {}",
                checkpoint.origin
            ));
        }
        if size > tree.size() {
            unfit.push(format!(
                "{name}: only {} are left: entries were taken out",
                entries(tree.size())
            ));
        } else if !checkpoint.is_start_of(tree) {
            unfit.push(format!(
                "{name}: one of the first {size} entries was changed, put in, moved or taken out"
            ));
        }
    }
    let number = log.checkpoints.len();
    let mut findings = Vec::new();
    if !unsigned.is_empty() {
        findings.push(Finding::fails("A signature does not hold.").with(unsigned));
    } else if number > 0 {
        findings.push(Finding::holds(format!(
            "The signature of {}.",
            counted(number, "checkpoint", "checkpoints")
        )));
    }
    if !unfit.is_empty() {
        findings.push(Finding::fails("The entries are not those that were signed.").with(unfit));
    } else if let Some(latest) = log.latest() {
        let size = latest.signed.checkpoint.size;
        findings.push(Finding::holds(format!(
            "The order of {}: every checkpoint that was signed is the start of the record as it \
             is now.",
            entries(size)
        )));
    }
    let beyond = tree.size().saturating_sub(log.sealed_size());
    if beyond > 0 {
        findings.push(Finding::unknown(format!(
            "Whether the last {} will stay: no checkpoint covers what comes last. A seal was \
             interrupted; run `offerbook seal` again.",
            entries(beyond)
        )));
    }
    findings
}

fn order(log: &AuthorityLog) -> Vec<Finding> {
    let mut wrong = Vec::new();
    let mut last_of: BTreeMap<Option<&str>, u64> = BTreeMap::new();
    let mut versions: BTreeSet<(Option<&str>, String)> = BTreeSet::new();
    let mut latest: Option<crate::model::Moment> = None;
    for (index, one) in (0_u64..).zip(&log.entries) {
        let entry = &one.entry;
        if latest.is_some_and(|latest| entry.recorded < latest) {
            wrong.push(format!(
                "entry {index} has an earlier time than the entry before it: {}",
                entry.recorded
            ));
        }
        latest = latest.max(Some(entry.recorded));
        let publication = entry.publication.as_ref().map(crate::model::Slug::as_str);
        if last_of.insert(publication, index) != entry.previous {
            wrong.push(format!(
                "entry {index} does not name the entry before it about the same publication"
            ));
        }
        if entry.kind == EntryKind::Version {
            let version = entry.version.as_ref().map(ToString::to_string);
            let key = (publication, version.unwrap_or_default());
            let name = format!("{} {}", key.0.unwrap_or("none"), key.1);
            if !versions.insert(key) {
                wrong.push(format!(
                    "entry {index} enters a version for a second time: {name}"
                ));
            }
        }
    }
    if !wrong.is_empty() {
        return vec![Finding::fails("The order of entries is not right.").with(wrong)];
    }
    match log.entries.is_empty() {
        true => Vec::new(),
        false => vec![Finding::holds(
            "No entry has an earlier time than the one before it.",
        )],
    }
}

/// A checkpoint that somebody kept.
fn kept_checkpoint(log: &AuthorityLog, tree: &Tree, name: &str, text: &str) -> Finding {
    let signed: SignedCheckpoint = match text.parse() {
        Ok(signed) => signed,
        Err(why) => {
            return Finding::fails(format!("The checkpoint in {name} cannot be read: {why}."));
        }
    };
    let checkpoint = &signed.checkpoint;
    let size = checkpoint.size;
    if Some(checkpoint.origin.as_str()) != log.origin() {
        return Finding::fails(format!(
            "The checkpoint in {name} is of another record: {}.",
            checkpoint.origin
        ));
    }
    let is_signed = log
        .keys()
        .iter()
        .any(|(_, key)| key.signed(&signed.note) == Signed::Yes);
    if !is_signed {
        return Finding::fails(format!(
            "The checkpoint in {name} is not signed by any key of this record. Either it is not \
             genuine, or the key of the record was swapped."
        ));
    }
    if size > tree.size() {
        return Finding::fails(format!(
            "The checkpoint in {name} covers {}, and only {} are here. Entries were taken out, or \
             this is an old copy.",
            entries(size),
            entries(tree.size())
        ));
    }
    match checkpoint.is_start_of(tree) {
        true => Finding::holds(format!(
            "The checkpoint in {name}: its {} are the first ones of this record, unchanged.",
            entries(size)
        )),
        false => Finding::fails(format!(
            "The checkpoint in {name} does not fit: the first {} of this record are not those \
             that were signed then. The record was written anew, with the council’s own key.",
            entries(size)
        )),
    }
}

/// "1 entry", "21 entries".
pub fn entries(number: u64) -> String {
    counted(
        usize::try_from(number).unwrap_or(usize::MAX),
        "entry",
        "entries",
    )
}
