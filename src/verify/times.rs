//! Outside times, and what they say of the entries.

use super::log_rules::entries;
use super::report::Finding;
use crate::record::{AuthorityLog, OutsideTime, TimeDoubt, outside_times};

/// Checks every stamp and cosignature.
pub fn time_findings(
    log: &AuthorityLog,
    trusted: Option<&str>,
) -> (Vec<OutsideTime>, Vec<Finding>) {
    let (times, doubts) = outside_times(log, trusted);
    let mut findings: Vec<Finding> = doubts
        .into_iter()
        .map(|doubt| match doubt {
            TimeDoubt::Wrong(text) => Finding::fails(text),
            TimeDoubt::Unknown(text) => Finding::unknown(text),
        })
        .collect();
    findings.extend(times.iter().map(|time| contradiction(log, time)));
    if times.is_empty() {
        findings.push(Finding::unknown(
            "Whether the dates are right: nobody outside the council has stamped a checkpoint, so \
             every date is the council’s own word.",
        ));
    } else if trusted.is_none() && !log.stamps.is_empty() {
        findings.push(Finding::note(
            "Stamps were checked with the certificates that the council keeps beside them. To rely \
             on certificates that you trust yourself, give them with --trust-stamps FILE.",
        ));
    }
    (times, findings)
}

/// An entry cannot have been recorded after somebody else saw it.
fn contradiction(log: &AuthorityLog, time: &OutsideTime) -> Finding {
    let covered = usize::try_from(time.size).unwrap_or(usize::MAX);
    let late = log
        .entries
        .iter()
        .take(covered)
        .position(|one| one.entry.recorded > time.moment);
    match late {
        Some(index) => Finding::fails(format!(
            "Entry {index} says that it was recorded later than {} saw it, which was at {}.",
            time.who, time.moment
        )),
        None => Finding::holds(format!(
            "The first {} existed by {}: that is the word of {}.",
            entries(time.size),
            time.moment,
            time.who
        )),
    }
}
