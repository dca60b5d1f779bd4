//! Kinds of publication: built in, and added or overridden by a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::{Document, Table};
use crate::diagnostics::{Code, Diagnostic, Place, Problems, nearest};
use crate::model::{Confirmed, ConsultationRule, Kind, Law, Level, MetBy, Status, TakenBy, Topic};

/// The kinds that come with the program.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/config/kinds");

/// A kind's text, as a site has it in `kinds/`.
#[derive(Clone, Debug)]
pub struct KindText {
    /// The file's name without `.toml`.
    pub slug: String,
    /// Its path as shown to people.
    pub file: Arc<str>,
    /// Its canonical text.
    pub text: Arc<str>,
}

/// All kinds a site can use, by slug.
#[derive(Clone, Debug, Default)]
pub struct Kinds {
    by_slug: BTreeMap<String, Arc<Kind>>,
}

impl Kinds {
    /// The built-in kinds, with those of the site added or put in their place.
    pub fn read(site: &[KindText]) -> (Self, Problems) {
        let mut kinds = Self::default();
        let mut problems = Problems::new();
        for text in built_in_texts().iter().chain(site) {
            let (kind, found) = kind(text);
            problems.extend(found);
            kinds.by_slug.insert(kind.slug.clone(), Arc::new(kind));
        }
        (kinds, problems)
    }

    /// Takes on what a site has confirmed itself.
    pub fn confirm(&mut self, confirmed: &[Confirmed]) -> Problems {
        let mut problems = Problems::new();
        for one in confirmed {
            let mut is_known = false;
            for kind in self.by_slug.values_mut() {
                is_known |= confirm(kind, one);
            }
            if !is_known {
                problems.push(self.nothing_to_confirm(one));
            }
        }
        problems
    }

    fn nothing_to_confirm(&self, confirmed: &Confirmed) -> Diagnostic {
        let name = &confirmed.what.value;
        let topics = self
            .iter()
            .flat_map(|kind| kind.topics.iter().map(|topic| topic.id.as_str()));
        let known = topics.chain(self.by_slug.keys().map(String::as_str));
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean “{near}”?"),
            None => "write the id of a topic, or the name of a kind for its rules on consultation"
                .to_owned(),
        };
        Diagnostic::error(Code::UnknownTopic, format!("there is no topic “{name}”"))
            .at(&confirmed.what.place)
            .help(help)
    }

    /// The kind of that slug.
    pub fn get(&self, slug: &str) -> Option<&Arc<Kind>> {
        self.by_slug.get(slug)
    }

    /// All of them, by slug.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Kind>> + Clone {
        self.by_slug.values()
    }
}

/// Whether a kind has what is confirmed.
fn confirm(kind: &mut Arc<Kind>, confirmed: &Confirmed) -> bool {
    let is_its_name = kind.slug == confirmed.what.value;
    let topic = |topic: &Topic| topic.id == confirmed.what.value;
    if !is_its_name && !kind.topics.iter().any(topic) {
        return false;
    }
    let kind = Arc::make_mut(kind);
    for one in kind.topics.iter_mut().filter(|one| topic(one)) {
        one.checked_on = Some(confirmed.on.clone());
    }
    for rule in kind.consultations.iter_mut().filter(|_| is_its_name) {
        rule.checked_on = Some(confirmed.on.clone());
    }
    true
}

fn built_in_texts() -> Vec<KindText> {
    BUILT_IN
        .files()
        .filter_map(|file| {
            let name = file.path().file_name()?.to_str()?;
            Some(KindText {
                slug: name.strip_suffix(".toml")?.to_owned(),
                file: Arc::from(format!("built-in kind {name}")),
                text: Arc::from(file.contents_utf8()?),
            })
        })
        .collect()
}

fn kind(text: &KindText) -> (Kind, Problems) {
    let document = Document::parse(&text.file, &text.text, 0);
    let mut table = document.table("a kind");
    let label = table.required_text("label", "write what it is called: label = \"…\"");
    let kind = Kind {
        slug: text.slug.clone(),
        plural: table.text("plural").unwrap_or_else(|| label.clone()),
        label,
        summary: table.required_text("summary", "write one sentence for readers: summary = \"…\""),
        review_every: table.months("review_every").map(|months| months.value),
        partners: table.flag("partners").unwrap_or(false),
        exit_this_page: table.flag("exit_this_page").unwrap_or(false),
        laws: table.tables("law", "a law").into_iter().map(law).collect(),
        consultations: table
            .tables("consultation", "a rule on consultation")
            .into_iter()
            .map(consultation)
            .collect(),
        topics: table
            .tables("topic", "a topic")
            .into_iter()
            .map(topic)
            .collect(),
    };
    for (at, one) in kind.topics.iter().enumerate() {
        if kind.topics[..at].iter().any(|other| other.id == one.id) {
            table.report(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("the topic “{}” stands there twice", one.id),
                )
                .at(&Place::file(&text.file)),
            );
        }
    }
    table.finish();
    (kind, document.into_problems())
}

fn law(mut table: Table<'_, '_>) -> Law {
    let law = Law {
        title: table.required_text("title", "cite the law: title = \"… section …\""),
        link: table.text("link"),
        in_force_from: table.day("in_force_from").map(|day| day.value),
        checked_on: table.text("checked_on"),
        note: table.text("note"),
    };
    table.finish();
    law
}

fn consultation(mut table: Table<'_, '_>) -> ConsultationRule {
    let rule = ConsultationRule {
        reference: table.required_text("reference", "cite the law that asks for it"),
        link: table.text("link"),
        applies_from: table.day("applies_from").map(|day| day.value),
        applies_to: table.day("applies_to").map(|day| day.value),
        report: table.flag("report").unwrap_or(false),
        checked_on: table.text("checked_on"),
    };
    table.finish();
    rule
}

fn topic(mut table: Table<'_, '_>) -> Topic {
    let status = table.choice("status", &Status::ALL);
    let applies_from = table.day("applies_from");
    if let (Some(Status::NotCommenced), Some(from)) =
        (status.as_ref().map(|status| status.value), &applies_from)
    {
        table.report(
            Diagnostic::error(
                Code::WrongValue,
                "a topic with a day is not “not_commenced”",
            )
            .at(&from.place)
            .help("once the day is set, write status = \"in_force\": it is asked from that day"),
        );
    }
    let topic = Topic {
        id: table.required_text("id", "give the topic a short name: id = \"…\""),
        label: table.required_text("label", "say what it is in words: label = \"…\""),
        reference: table.required_text("reference", "cite where it comes from: reference = \"…\""),
        link: table.text("link"),
        level: table
            .choice("level", &Level::ALL)
            .map_or(Level::Good, |level| level.value),
        if_appropriate: table.flag("if_appropriate").unwrap_or(false),
        status: status.map_or(Status::GoodPractice, |status| status.value),
        applies_from: applies_from.map(|day| day.value),
        checked_on: table.text("checked_on"),
        met_by: table
            .choice("met_by", &MetBy::ALL)
            .map_or(MetBy::Page, |met_by| met_by.value),
        taken_by: table
            .choices("taken_by", &TakenBy::ALL)
            .into_iter()
            .map(|taken_by| taken_by.value)
            .collect(),
        help: table.text("help").unwrap_or_default(),
    };
    table.finish();
    topic
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Style, Texts, human};

    #[test]
    fn the_built_in_kinds_have_no_problems() {
        let (kinds, problems) = Kinds::read(&[]);
        let report = human(&problems, &Texts::default(), Style::Plain);
        assert!(problems.is_empty(), "{report}");
        assert_eq!(kinds.iter().count(), 16);
    }

    #[test]
    fn a_site_can_put_its_own_in_place() {
        let own = KindText {
            slug: "policy".to_owned(),
            file: Arc::from("kinds/policy.toml"),
            text: Arc::from("label = \"House rule\"\nsummary = \"A rule.\"\n"),
        };
        let (kinds, problems) = Kinds::read(&[own]);
        assert!(problems.is_empty());
        assert_eq!(kinds.get("policy").unwrap().label, "House rule");
    }
}
