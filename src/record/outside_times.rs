//! Outside times: what others say existed by when.

use super::AuthorityLog;
use crate::log::{Cosigned, stamp};
use crate::model::Moment;

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

/// Why an outside time counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeDoubt {
    /// It does not hold.
    Wrong(String),
    /// It cannot be checked.
    Unknown(String),
}

/// Checks every stamp and cosignature. `trusted` are certificates (PEM) that the reader trusts, in
/// place of those that the council keeps. Times come earliest first.
pub fn outside_times(
    log: &AuthorityLog,
    trusted: Option<&str>,
) -> (Vec<OutsideTime>, Vec<TimeDoubt>) {
    let (mut times, mut doubts) = (Vec::new(), Vec::new());
    for one in &log.stamps {
        let name = format!(
            "The stamp by {} on the checkpoint of size {}",
            one.who, one.size
        );
        let archived = log
            .checkpoints
            .iter()
            .find(|archived| archived.signed.checkpoint.size == one.size);
        let Some(archived) = archived else {
            doubts.push(TimeDoubt::Wrong(format!(
                "{name} is of no checkpoint of this record."
            )));
            continue;
        };
        let Some(roots) = trusted.or(one.certificates.as_deref()) else {
            doubts.push(TimeDoubt::Unknown(format!(
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
                None => doubts.push(TimeDoubt::Wrong(format!(
                    "{name} has a time out of all range."
                ))),
            },
            Err(why) => doubts.push(TimeDoubt::Wrong(format!(
                "{name} does not hold: {}.",
                why.trim_end_matches('.')
            ))),
        }
    }
    for archived in &log.checkpoints {
        let size = archived.signed.checkpoint.size;
        for witness in &log.witnesses {
            let name = witness.name();
            match witness.cosigned(&archived.signed.note) {
                Cosigned::No => {}
                Cosigned::Wrong => doubts.push(TimeDoubt::Wrong(format!(
                    "The cosignature by {name} on the checkpoint of size {size} does not hold."
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
    (times, doubts)
}

/// The first outside time that covers an entry.
pub fn first_time_for(times: &[OutsideTime], index: u64) -> Option<&OutsideTime> {
    times.iter().find(|time| time.size > index)
}
