//! `offerbook new`.

use std::fmt::Write;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};

use super::Outcome;
use super::find::{publication, unknown};
use super::terminal::Terminal;
use crate::diagnostics::Texts;
use crate::model::{Kind, Level, MetBy, Slug, Status, Topic};
use crate::output::Workspace;
use crate::source::Root;

/// Start a publication, with a heading for each topic and what the law asks under it.
///
/// The new page says draft = true in its front matter: take that line away when it is ready.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The kind of publication, such as kinship-local-offer. A wrong one lists them all.
    kind: String,
    /// Where it goes: the authority and a short name, such as derby/kinship-local-offer.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let (authority, slug) = &options.publication;
    let (workspace, problems) = Workspace::read(root.clone());
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &workspace.texts);
        return Outcome::Failed;
    }
    let Some(kind) = workspace.kinds.get(&options.kind) else {
        let known = || workspace.kinds.iter().map(|kind| kind.slug.as_str());
        terminal.problems(&unknown("kind", &options.kind, known), &Texts::default());
        return Outcome::Failed;
    };
    if !workspace.with_content.contains(authority) {
        let known = || workspace.with_content.iter().map(Slug::as_str);
        let found = unknown("authority", authority.as_str(), known);
        terminal.problems(&found, &Texts::default());
        return Outcome::Failed;
    }
    let is_decision = kind.slug == "decision";
    let bare = slug.as_str().trim_start_matches("decisions/");
    let path = match is_decision {
        true => format!("content/{authority}/decisions/{bare}.md"),
        false => format!("content/{authority}/{bare}/index.md"),
    };
    match write(root, &path, &starter(kind)) {
        Ok(()) => {
            terminal.say(&format!(
                "{path} is there to be filled in. `offerbook check` says what is missing."
            ));
            Outcome::Done
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            terminal.wrong(&format!("{path} exists already, and is left as it is."));
            Outcome::Failed
        }
        Err(error) => {
            terminal.wrong(&format!("{path} cannot be written: {error}"));
            Outcome::Failed
        }
    }
}

fn write(root: &Root, path: &str, text: &str) -> io::Result<()> {
    let path = root.folder().join(path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

/// The first page of a publication of a kind.
fn starter(kind: &Kind) -> String {
    let mut text = front_matter(kind);
    text.push_str("\nWrite here, in a few sentences, what this is and who it is for.\n");
    for topic in kind
        .topics
        .iter()
        .filter(|topic| topic.met_by == MetBy::Page)
    {
        let _ = write!(
            text,
            "\n## {} {{#{} covers={}}}\n\n<!--\n{}\n-->\n",
            topic.label,
            short_id(&topic.id),
            topic.id,
            hint(topic)
        );
    }
    text
}

fn front_matter(kind: &Kind) -> String {
    let mut text = format!(
        "+++\ntitle = {}\nkind = \"{}\"\nsummary = \"One sentence on what this is, for readers.\"\n\
         draft = true\n",
        toml::Value::from(kind.label.as_str()),
        kind.slug
    );
    if kind.slug == "decision" {
        text.push_str(
            "\n# Who took it: executive, individual_member, officer, committee, council or\n\
             # advisory_board. This picks the rules that apply.\ntaken_by = \"executive\"\n\
             body = \"Cabinet\"\ndate = 2026-01-01\noutcome = \"\"\npapers = []\n",
        );
    } else {
        text.push_str(
            "\n# Roles, never names of people.\nowner = \"\"\nsponsor = \"\"\ncontact = \"\"\n\
             review_every = \"12 months\"\n# in_force_from = 2026-01-01\n# approved_by = \"name-of-a-decision\"\n",
        );
    }
    for topic in kind
        .topics
        .iter()
        .filter(|topic| topic.met_by == MetBy::Reach)
    {
        let _ = write!(
            text,
            "\n# {} ({}).\n# {}\nreach = \"\"\n",
            topic.label, topic.reference, topic.help
        );
    }
    if let Some(rule) = kind.consultations.last() {
        let _ = write!(text, "\n# Consultation: {}.\n", rule.reference);
        text.push_str("# [consultation]\n# from = 2026-01-01\n# to = 2026-02-28\n# who = [\"\"]\n");
        if rule.report {
            text.push_str("# report = \"consultation.md\"\n# report_published = 2026-03-01\n");
        }
    }
    text.push_str("+++\n");
    text
}

/// What is asked under a heading, for the writer; readers never see it.
fn hint(topic: &Topic) -> String {
    let asks = match (topic.level, topic.status) {
        (_, Status::NotCommenced) => "Coming, not in force yet",
        (Level::Must, _) if topic.if_appropriate => "Asked where the council thinks it right",
        (Level::Must, _) => "Must be covered",
        (Level::Should, _) => "Should be covered",
        (Level::Good, _) => "Good practice",
    };
    let doubt = match topic.checked_on {
        Some(_) => "",
        None => " Not confirmed by us: read the source.",
    };
    format!("{asks}: {}.{doubt}\n{}", topic.reference, topic.help)
        .replace("-->", "")
        .trim_end()
        .to_owned()
}

/// `klo-money` reads better as `money` in an address.
fn short_id(id: &str) -> &str {
    id.split_once('-').map_or(id, |(_, short)| short)
}
