//! What every command that adds to the record does first: take the lock, and finish what an
//! interrupted one left.

use super::now;
use super::terminal::Terminal;
use crate::diagnostics::Texts;
use crate::model::{Moment, Slug};
use crate::record::{
    AuthorityFolder, AuthorityLog, Disk, Lock, latest_moment, lock, needs_recovery, read_log,
    read_record, recover,
};
use crate::source::Root;

/// Takes the lock of an authority's record, and tidies up. `None` where that cannot be done; it
/// has been said then.
pub fn begin(root: &Root, slug: &Slug, terminal: &Terminal) -> Option<Lock> {
    let held = take_lock(root, slug, terminal)?;
    tidy_up(root, slug, terminal).then_some(held)
}

/// Takes the lock and reads the log; tidies up only where there is something to tidy, so that it
/// takes no longer for a long record than it must.
pub fn begin_with_log(
    root: &Root,
    slug: &Slug,
    terminal: &Terminal,
) -> Option<(Lock, AuthorityLog)> {
    let held = take_lock(root, slug, terminal)?;
    let (log, problems) = read_log(root, slug);
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &Texts::default());
        terminal.wrong("Nothing was added to the record: mend the errors first.");
        return None;
    }
    if !needs_recovery(root, slug, &log) {
        return Some((held, log));
    }
    tidy_up(root, slug, terminal).then(|| (held, read_log(root, slug).0))
}

fn take_lock(root: &Root, slug: &Slug, terminal: &Terminal) -> Option<Lock> {
    let folder = AuthorityFolder::new(root, slug);
    match lock(&folder) {
        Ok(held) => Some(held),
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
            terminal.wrong(&format!(
                "Another offerbook is adding to the record of {slug}. Wait until it has ended, \
                 then try again."
            ));
            None
        }
        Err(error) => {
            terminal.wrong(&format!("The record of {slug} cannot be written: {error}"));
            None
        }
    }
}

fn tidy_up(root: &Root, slug: &Slug, terminal: &Terminal) -> bool {
    match recover(&Disk::new(), root, slug) {
        Ok(said) if said.has_errors() => {
            terminal.problems(&said.sorted(), &Texts::default());
            terminal.wrong("Nothing was added to the record: mend the errors first.");
            false
        }
        Ok(said) => {
            terminal.problems(&said, &Texts::default());
            true
        }
        Err(error) => {
            terminal.wrong(&format!(
                "What an interrupted command left in the record of {slug} cannot be tidied up: \
                 {error}"
            ));
            false
        }
    }
}

/// The moment it is, after everything in a record. Where something was recorded within this very
/// second, it waits for the next one: what comes later must have a later time.
///
/// # Errors
/// Where the clock is behind.
pub fn clock_is_right(root: &Root, slug: &Slug, log: &AuthorityLog) -> Result<Moment, String> {
    let (record, _) = read_record(root, slug);
    let latest = latest_moment(log, &record);
    loop {
        let now = now();
        match latest {
            Some(latest) if latest > now => {
                return Err(format!(
                    "The clock of this computer is behind: the latest entry in the record is of \
                     {latest}. Set the clock right, then try again."
                ));
            }
            Some(latest) if latest == now => {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            _ => return Ok(now),
        }
    }
}

/// 64 random hexadecimal digits. `None` where the system has none; it has been said then.
pub fn salt(terminal: &Terminal) -> Option<String> {
    let bytes = random::<32>(terminal)?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Random bytes. `None` where the system has none; it has been said then.
pub fn random<const N: usize>(terminal: &Terminal) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Some(bytes),
        Err(error) => {
            terminal.wrong(&format!("The system gives no random numbers: {error}"));
            None
        }
    }
}
