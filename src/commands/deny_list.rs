//! `offerbook deny-list`.

use std::path::PathBuf;
use std::sync::Arc;

use super::Outcome;
use super::begin::random;
use super::terminal::Terminal;
use crate::check::DenyList;
use crate::diagnostics::Texts;

/// Turn a list of words that must never be published into digests.
///
/// Write one name or postcode a line into a file outside the site's folder, such as the names of
/// children's homes. What this prints finds the same words and does not show them. Name either
/// file in site-config.toml (deny_list = "../deny-list.txt") or in the environment
/// (OFFERBOOK_DENY_LIST); `check` and `publish` then refuse any text, register or file that holds
/// one of them.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The file with one name or postcode a line.
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the command.
pub fn run(options: &Options, terminal: &Terminal) -> Outcome {
    let text = match std::fs::read_to_string(&options.file) {
        Ok(text) => text,
        Err(error) => {
            terminal.wrong(&format!("The list cannot be read: {error}"));
            return Outcome::Failed;
        }
    };
    let (list, problems) = DenyList::read(&Arc::from("the deny list"), &text);
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &Texts::default());
        return Outcome::Failed;
    }
    if list.is_empty() {
        terminal.wrong("There is nothing in the list: write one name or postcode a line.");
        return Outcome::Failed;
    }
    let Some(bytes) = random::<16>(terminal) else {
        return Outcome::Failed;
    };
    let salt: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    terminal.result(list.to_hashed(&salt).trim_end());
    Outcome::Done
}
