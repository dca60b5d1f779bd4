//! `offerbook check`.

use super::terminal::Terminal;
use super::{Format, Outcome, day, now};
use crate::check::{Checked, check};
use crate::diagnostics::{Problems, Severity, Texts, human, json, sarif};
use crate::model::Day;
use crate::output::{Workspace, facts_of};
use crate::source::{Root, read_theme};
use crate::theme::Theme;

/// Find everything that is wrong, in one run.
///
/// Errors keep a publication from being published. Warnings should be looked at. Notes are good
/// to know, such as duties that are enacted and not in force yet.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// How to print what is found.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Treat warnings as errors.
    #[arg(long)]
    deny_warnings: bool,
    /// The day on which the law and the review dates are judged; today, unless you say otherwise.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_at: Option<Day>,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let as_at = options.as_at.unwrap_or_else(|| now().day());
    let (problems, texts) = everything(root, as_at);
    let style = terminal.result_style();
    match options.format {
        Format::Human => {
            let text = human(&problems, &texts, style);
            if text.is_empty() {
                terminal.say("Nothing is wrong.");
            } else {
                terminal.result(&text);
            }
        }
        Format::Json => terminal.result(&json(&problems, &texts)),
        Format::Sarif => terminal.result(&sarif(&problems, &texts)),
    }
    let denied = options.deny_warnings && problems.count(Severity::Warning) > 0;
    if problems.has_errors() || denied {
        Outcome::Failed
    } else {
        Outcome::Done
    }
}

/// Every problem of a site.
pub fn everything(root: &Root, as_at: Day) -> (Problems, Texts) {
    let (workspace, mut problems) = Workspace::read(root.clone());
    let mut texts = workspace.texts.clone();
    let (files, found) = read_theme(root, &workspace.settings.theme);
    problems.extend(found);
    let (_, found, template_texts) = Theme::read(&workspace.settings.theme, &files);
    problems.extend(found);
    texts.extend(template_texts);
    let mut contents = Vec::new();
    let mut facts = crate::check::Facts::new();
    for slug in &workspace.authorities {
        let parts = workspace.authority(slug);
        facts.extend(facts_of(&parts));
        problems.extend(parts.problems);
        texts.extend(parts.texts);
        if workspace.with_content.contains(slug) {
            contents.push(parts.content);
        }
    }
    let findings = check(&Checked {
        kinds: &workspace.kinds,
        as_at,
        authorities: &contents,
        pages: &workspace.pages,
        facts: &facts,
    });
    problems.extend(findings.of_site);
    for (_, found) in findings.of_publications {
        problems.extend(found);
    }
    (problems.sorted(), texts)
}
