//! `offerbook evidence`.

use std::path::PathBuf;

use super::find::{known_authority, publication};
use super::terminal::Terminal;
use super::{Outcome, day};
use crate::diagnostics::Texts;
use crate::model::{Day, Slug};
use crate::output::{Evidence, Workspace};
use crate::source::Root;

/// Put what proves a publication's text on a day in one file, to hand over.
///
/// The file (a zip) holds the texts, the record, the proof, the signed checkpoint, outside times,
/// and a README that says how to check them.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The publication, such as derby/concordat.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
    /// The day that is asked about.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_at: Day,
    /// The file to write; named after the publication and the day, if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let (authority, slug) = &options.publication;
    let (workspace, _) = Workspace::read(root.clone());
    let found = known_authority(&workspace, authority);
    if found.has_errors() {
        terminal.problems(&found, &Texts::default());
        return Outcome::Failed;
    }
    match gather(root, options) {
        Ok(told) => {
            terminal.result(&told);
            Outcome::Done
        }
        Err(why) => {
            terminal.wrong(&format!("{authority}/{slug}: {why}"));
            Outcome::Failed
        }
    }
}

fn gather(root: &Root, options: &Options) -> Result<String, String> {
    let (authority, slug) = &options.publication;
    let day = options.as_at;
    let Some(evidence) = Evidence::gather(root, authority, slug, day)? else {
        return Err(format!(
            "Nothing had been published by {}. See `offerbook history {authority}/{slug}`.",
            day.in_words()
        ));
    };
    let out = options.out.clone().unwrap_or_else(|| {
        let name = slug.as_str().replace('/', "-");
        PathBuf::from(format!("evidence-{authority}-{name}-{day}.zip"))
    });
    let shown = out.display();
    let bytes = evidence
        .zip()
        .map_err(|error| format!("The file cannot be made: {error}"))?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    let written = options
        .open(&out)
        .and_then(|mut file| std::io::Write::write_all(&mut file, &bytes));
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            format!("{shown} is there already: remove it, or choose another name with --out.")
        }
        _ => format!("{shown} cannot be written: {error}"),
    })?;
    let seal = match evidence.is_sealed {
        true => "",
        false => " It is not sealed yet: run `offerbook seal` first for evidence that holds.",
    };
    Ok(format!(
        "{shown}: version {} of {authority}/{slug}, which stood on {}.{seal}",
        evidence.record.version,
        day.in_words()
    ))
}
