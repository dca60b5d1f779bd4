//! `offerbook history`.

use super::Outcome;
use super::find::{known_authority, publication, unknown};
use super::terminal::Terminal;
use crate::diagnostics::Texts;
use crate::model::{PublishedBasis, Slug};
use crate::output::Workspace;
use crate::record::{RecordText, read_log, read_record};
use crate::source::Root;

/// List the versions of a publication, newest first.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The publication, such as derby/concordat.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
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
    let (record, problems) = read_record(root, authority);
    terminal.problems(&problems, &Texts::default());
    let versions = record.of(slug);
    if versions.is_empty() {
        let known = || record.publications().into_iter().map(Slug::as_str);
        let what = format!("published publication of {authority}");
        terminal.problems(&unknown(&what, slug.as_str(), known), &Texts::default());
        return Outcome::Failed;
    }
    let (log, found) = read_log(root, authority);
    terminal.problems(&found, &Texts::default());
    for version in versions.iter().rev() {
        let mut text = told(&version.record);
        text.push_str(&match log.index_of(slug, &version.record.version) {
            Some(index) => format!("    record       sealed as entry {index}\n"),
            None => "    record       published, not yet sealed\n".to_owned(),
        });
        if !version.record.withheld.is_empty() {
            text.push_str("    withheld     a part of it, by a notice\n");
        }
        terminal.result(&text);
    }
    let ended = log.notices.iter().map(|one| &one.value.notice);
    for notice in ended.filter(|notice| notice.publication == *slug) {
        terminal.result(&format!(
            "{}  {}: {} (by {})",
            notice.recorded,
            notice.says.word(),
            notice.reason,
            notice.by
        ));
    }
    if problems.has_errors() {
        Outcome::Failed
    } else {
        Outcome::Done
    }
}

fn told(record: &RecordText) -> String {
    let mut text = format!(
        "{}  {}: {}\n",
        record.version,
        record.class.word(),
        record.note
    );
    let published = match record.published_basis {
        PublishedBasis::Recorded => format!("{}", record.published),
        PublishedBasis::Stated => format!(
            "{} (stated; recorded {})",
            record.published, record.recorded
        ),
    };
    text.push_str(&format!("    published    {published}\n"));
    if let Some(because) = &record.because {
        text.push_str(&format!("    because      {because}\n"));
    }
    if let Some(day) = record.in_force_from {
        text.push_str(&format!("    in force     {day}\n"));
    }
    if let Some(approved_by) = &record.approved_by {
        text.push_str(&format!("    approved by  {approved_by}\n"));
    }
    if let Some(consultation) = &record.consultation {
        text.push_str(&format!("    consultation {consultation}\n"));
    }
    text
}
