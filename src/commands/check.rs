//! `offerbook check`.

use std::collections::BTreeSet;

use super::terminal::Terminal;
use super::{Format, Outcome, day, deny_list_elsewhere, now};
use crate::check::{Checked, DenyList, Facts, check, reading_ages};
use crate::diagnostics::{Problems, Severity, Texts, json, sarif};
use crate::model::{Day, Slug};
use crate::output::{Workspace, facts_of, weigh};
use crate::parse::AuthorityContent;
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
    /// Show how old a reader of each page has to be, by its words and sentences: a rough figure
    /// to compare pages by, and no rule.
    #[arg(long)]
    reading_ages: bool,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let as_at = options.as_at.unwrap_or_else(|| now().day());
    if options.reading_ages {
        return show_reading_ages(root, as_at, options.format, terminal);
    }
    let (problems, texts) = everything(root, as_at);
    let style = terminal.result_style();
    match options.format {
        Format::Human => {
            let text = terminal.told(&problems, &texts, style);
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

/// How old readers have to be, page by page, the hardest first.
fn show_reading_ages(root: &Root, as_at: Day, format: Format, terminal: &Terminal) -> Outcome {
    let site = Read::new(root);
    let ages = reading_ages(&site.checked(as_at));
    if format != Format::Human {
        let pages: Vec<serde_json::Value> = ages
            .iter()
            .map(|one| {
                serde_json::json!({
                    "file": one.file.as_ref(),
                    "title": one.title,
                    "reading_age": (one.reading.age * 10.0).round() / 10.0,
                    "words": one.reading.words,
                    "sentences": one.reading.sentences,
                })
            })
            .collect();
        let report = serde_json::json!({ "format": "offerbook-reading-ages/v1", "pages": pages });
        terminal.result(&serde_json::to_string_pretty(&report).unwrap_or_default());
        return Outcome::Done;
    }
    terminal.result("Age  Words  Words a sentence  Page");
    for one in &ages {
        let words = one.reading.words;
        let sentences = one.reading.sentences.max(1);
        terminal.result(&format!(
            "{:>3.0}  {words:>5}  {:>16}  {}",
            one.reading.age,
            words.div_ceil(sentences),
            one.file
        ));
    }
    terminal.result(
        "Readers of GOV.UK are written for as if they were 9. The figure is rough: it knows the \
         lengths of words and sentences, and nothing of what they mean.",
    );
    Outcome::Done
}

/// A site, read for checking.
struct Read {
    workspace: Workspace,
    contents: Vec<AuthorityContent>,
    facts: Facts,
    problems: Problems,
    texts: Texts,
    deny_list: DenyList,
    theme: Option<Theme>,
}

impl Read {
    fn new(root: &Root) -> Self {
        let (workspace, mut problems) = Workspace::read(root.clone());
        let mut texts = workspace.texts.clone();
        let (files, found) = read_theme(root, &workspace.settings.theme);
        problems.extend(found);
        let (theme, found, template_texts) = Theme::read(&workspace.settings.theme, &files);
        problems.extend(found);
        texts.extend(template_texts);
        let (deny_list, found) = workspace.deny_list(deny_list_elsewhere().as_deref());
        problems.extend(found);
        let mut contents = Vec::new();
        let mut facts = Facts::new();
        for slug in &workspace.authorities {
            let mut parts = workspace.authority(slug);
            workspace.look_into(&mut parts.content);
            facts.extend(facts_of(&parts));
            problems.extend(workspace.listed_in_record(&parts.record, &deny_list));
            problems.extend(parts.problems);
            texts.extend(parts.texts);
            if workspace.with_content.contains(slug) {
                contents.push(parts.content);
            }
        }
        Self {
            workspace,
            contents,
            facts,
            problems,
            texts,
            deny_list,
            theme,
        }
    }

    /// Pages that are not published yet and would be too heavy.
    fn too_heavy(&self, as_at: Day) -> Problems {
        let changed: BTreeSet<Slug> = self
            .facts
            .iter()
            .filter(|(_, facts)| !facts.unchanged)
            .map(|((authority, _), _)| authority.clone())
            .collect();
        match &self.theme {
            Some(theme) => {
                let changed: Vec<Slug> = changed.into_iter().collect();
                weigh(&self.workspace, theme, &changed, as_at)
            }
            // Then there are errors enough.
            None => Problems::new(),
        }
    }

    fn checked(&self, as_at: Day) -> Checked<'_> {
        Checked {
            kinds: &self.workspace.kinds,
            as_at,
            authorities: &self.contents,
            pages: &self.workspace.pages,
            facts: &self.facts,
            settings: &self.workspace.settings,
            texts: &self.texts,
            deny_list: &self.deny_list,
        }
    }
}

/// Every problem of a site.
pub fn everything(root: &Root, as_at: Day) -> (Problems, Texts) {
    let mut site = Read::new(root);
    let findings = check(&site.checked(as_at));
    let mut problems = std::mem::take(&mut site.problems);
    problems.extend(findings.of_site);
    problems.extend(site.too_heavy(as_at));
    for (_, found) in findings.of_publications {
        problems.extend(found);
    }
    (problems.sorted(), site.texts)
}
