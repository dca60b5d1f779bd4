//! Outside times: what others say existed by when.

use super::log_rules::entries;
use super::report::Finding;
use crate::log::{Cosigned, stamp};
use crate::model::Moment;
use crate::record::AuthorityLog;

/// An outside time that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideTime {
    /// How many entries it covers.
    pub size: u64,
    /// By when they existed.
    pub moment: Moment,
    /// Whose word that is.
    pub who: String,
}

/// Checks every stamp and cosignature. `trusted` are certificates (PEM) that the reader trusts, in
/// place of those that the council keeps.
pub fn outside_times(
    log: &AuthorityLog,
    trusted: Option<&str>,
) -> (Vec<OutsideTime>, Vec<Finding>) {
    let (mut times, mut findings) = (Vec::new(), Vec::new());
    for one in &log.stamps {
        let name = format!("The stamp by {} on {}", one.who, entries(one.size));
        let archived = log
            .checkpoints
            .iter()
            .find(|archived| archived.signed.checkpoint.size == one.size);
        let Some(archived) = archived else {
            findings.push(Finding::fails(format!(
                "{name} is of no checkpoint of this record."
            )));
            continue;
        };
        let Some(roots) = trusted.or(one.certificates.as_deref()) else {
            findings.push(Finding::unknown(format!(
                "{name} comes without certificates: give those that you trust with --trust-stamps."
            )));
            continue;
        };
        match stamp::verify(&one.bytes, archived.text.as_bytes(), roots) {
            Ok(stamp) => match Moment::of_seconds(stamp.time_seconds) {
                Some(moment) => times.push(OutsideTime {
                    size: one.size,
                    moment,
                    who: stamp.signer,
                }),
                None => findings.push(Finding::fails(format!(
                    "{name} has a time out of all range."
                ))),
            },
            Err(why) => findings.push(Finding::fails(format!("{name} does not hold: {why}."))),
        }
    }
    for archived in &log.checkpoints {
        let size = archived.signed.checkpoint.size;
        for witness in &log.witnesses {
            let name = witness.name();
            match witness.cosigned(&archived.signed.note) {
                Cosigned::No => {}
                Cosigned::Wrong => findings.push(Finding::fails(format!(
                    "The cosignature by {name} on {} does not hold.",
                    entries(size)
                ))),
                Cosigned::At(seconds) => {
                    let moment = i64::try_from(seconds).ok().and_then(Moment::of_seconds);
                    times.extend(moment.map(|moment| OutsideTime {
                        size,
                        moment,
                        who: name.to_owned(),
                    }));
                }
            }
        }
    }
    times.sort_by(|a, b| (a.moment, a.size, &a.who).cmp(&(b.moment, b.size, &b.who)));
    findings.extend(times.iter().map(|time| contradiction(log, time)));
    if times.is_empty() {
        findings.push(Finding::unknown(
            "Whether the dates are right: nobody outside the council has stamped a checkpoint, so \
             every date is the council’s own word.",
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

/// The first outside time that covers an entry.
pub fn first_for(times: &[OutsideTime], index: u64) -> Option<&OutsideTime> {
    times.iter().find(|time| time.size > index)
}
