//! `offerbook diff`.

use super::Outcome;
use super::find::{known_authority, publication, unknown};
use super::terminal::Terminal;
use crate::changes::text::to_terminal;
use crate::changes::{English, Part, PartChange, PublicationChange, RowChange, compare};
use crate::diagnostics::{Code, Diagnostic, Problems, Style, Texts};
use crate::model::{Publication, Slug, VersionId};
use crate::output::{AuthorityParts, Workspace};
use crate::record::load;
use crate::source::Root;

/// Show what changed between two versions.
///
/// Without FROM and TO: what publishing now would change. With FROM alone: what changed from that
/// version to the latest. The word "draft" stands for what is in content/ now.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The publication, such as derby/concordat.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
    /// The older version, such as 2026-07-01.
    #[arg(value_parser = edition)]
    from: Option<Edition>,
    /// The newer version.
    #[arg(value_parser = edition)]
    to: Option<Edition>,
}

/// What a publication says in a version, or in `content/`.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Edition {
    Version(VersionId),
    Draft,
}

fn edition(text: &str) -> Result<Edition, String> {
    match text {
        "draft" => Ok(Edition::Draft),
        text => text
            .parse()
            .map(Edition::Version)
            .map_err(|()| "write a version, such as 2026-07-01, or draft".to_owned()),
    }
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
    let parts = workspace.authority(authority);
    match pair(root, &parts, slug, options) {
        Ok((old, new)) => {
            let change = compare(&old, &new, &English);
            let colour = terminal.result_style() == Style::Colour;
            terminal.result(&told(&change, colour));
            Outcome::Done
        }
        Err(problems) => {
            terminal.problems(&problems, &Texts::default());
            Outcome::Failed
        }
    }
}

fn pair(
    root: &Root,
    parts: &AuthorityParts,
    slug: &Slug,
    options: &Options,
) -> Result<(Publication, Publication), Problems> {
    let versions = parts.record.of(slug);
    let latest = versions
        .last()
        .map(|one| Edition::Version(one.record.version.clone()));
    let no_versions = || -> Problems {
        Diagnostic::error(Code::UnknownVersion, format!("{slug} has no version yet"))
            .help("publish it first, or name a publication that has versions")
            .into()
    };
    let (from, to) = match (&options.from, &options.to) {
        (None, _) => (latest.ok_or_else(no_versions)?, Edition::Draft),
        (Some(from), None) => (from.clone(), latest.ok_or_else(no_versions)?),
        (Some(from), Some(to)) => (from.clone(), to.clone()),
    };
    let read = |edition: &Edition| match edition {
        Edition::Draft => draft(parts, slug),
        Edition::Version(id) => {
            let version = versions.iter().find(|one| one.record.version == *id);
            match version {
                Some(version) => {
                    let (version, problems) = load(root, version);
                    if problems.has_errors() {
                        return Err(problems);
                    }
                    Ok(version.publication)
                }
                None => {
                    let names: Vec<String> = versions
                        .iter()
                        .map(|one| one.record.version.to_string())
                        .collect();
                    let known = || names.iter().map(String::as_str);
                    Err(unknown(
                        &format!("version of {slug}"),
                        &id.to_string(),
                        known,
                    ))
                }
            }
        }
    };
    Ok((read(&from)?, read(&to)?))
}

fn draft(parts: &AuthorityParts, slug: &Slug) -> Result<Publication, Problems> {
    let contents = &parts.content.publications;
    match contents.iter().find(|one| one.publication.slug == *slug) {
        Some(content) => Ok(content.publication.clone()),
        None => Err(unknown("publication", slug.as_str(), || {
            contents.iter().map(|one| one.publication.slug.as_str())
        })),
    }
}

fn told(change: &PublicationChange, colour: bool) -> String {
    let mut text = format!("{}\n", change.summary());
    for fact in &change.facts {
        let or_nothing =
            |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_owned());
        text.push_str(&format!(
            "\n{}\n  was: {}\n  now: {}\n",
            fact.label,
            or_nothing(&fact.old),
            or_nothing(&fact.new)
        ));
    }
    for (title, list) in [
        ("Sign-ups", &change.sign_ups),
        ("Actions", &change.actions),
        ("Files", &change.attachments),
    ] {
        text.push_str(&rows(title, list));
    }
    for one in &change.texts {
        let what = match &one.part {
            Part::Page(name) => format!("page {name}"),
            Part::Alternate(of, form) => format!("{of}, {}", form.suffix()),
            Part::Support(slug) => format!("support {slug}"),
        };
        let happened = match &one.change {
            PartChange::Added(_) => "new".to_owned(),
            PartChange::Removed(_) => "taken away".to_owned(),
            PartChange::Changed(text) => text.summary.sentence(),
        };
        text.push_str(&format!("\n== {} ({what}): {happened}\n", one.title));
        for fact in &one.facts {
            text.push_str(&format!(
                "{}: {} -> {}\n",
                fact.label,
                fact.old.as_deref().unwrap_or("nothing"),
                fact.new.as_deref().unwrap_or("nothing")
            ));
        }
        if !one.change.text().is_empty() {
            text.push_str(&to_terminal(one.change.text(), colour));
        }
    }
    text
}

fn rows(title: &str, list: &[RowChange]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{title}\n");
    for one in list {
        text.push_str(&format!("  {}: {}\n", one.about, one.words));
    }
    text
}
