//! What every command that adds to the record does first: take the lock, and finish what an
//! interrupted one left.

use super::terminal::Terminal;
use crate::diagnostics::Texts;
use crate::model::Slug;
use crate::record::{AuthorityFolder, Disk, Lock, lock, recover};
use crate::source::Root;

/// Takes the lock of an authority's record, and tidies up. `None` where that cannot be done; it
/// has been said then.
pub fn begin(root: &Root, slug: &Slug, terminal: &Terminal) -> Option<Lock> {
    let folder = AuthorityFolder::new(root, slug);
    let held = match lock(&folder) {
        Ok(held) => held,
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
            terminal.wrong(&format!(
                "Another offerbook is adding to the record of {slug}. Wait until it has ended, \
                 then try again."
            ));
            return None;
        }
        Err(error) => {
            terminal.wrong(&format!("The record of {slug} cannot be written: {error}"));
            return None;
        }
    };
    match recover(&Disk::new(), root, slug) {
        Ok(said) if said.has_errors() => {
            terminal.problems(&said.sorted(), &Texts::default());
            terminal.wrong("Nothing was added to the record: mend the errors first.");
            None
        }
        Ok(said) => {
            terminal.problems(&said, &Texts::default());
            Some(held)
        }
        Err(error) => {
            terminal.wrong(&format!(
                "What an interrupted command left in the record of {slug} cannot be tidied up: \
                 {error}"
            ));
            None
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
