//! What changed between two versions of a publication.
//!
//! - [`text`]: bodies, block by block and word by word
//! - [`facts`]: title, owner, dates, approval, topics
//! - [`registers`]: sign-ups, actions, attachments
//! - [`figures`]: amounts, percentages, ages, dates
//!
//! [`compare`] puts them together. Everything is compared as it was recorded. What is said of it is
//! said by who asks ([`ChangeWords`], [`text::TextWords`]); the terminal says it in [`English`].

mod english;
mod facts;
mod figures;
mod registers;
mod saying;
pub mod text;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::{AlternateForm, Body, Publication};

pub use english::English;
pub use facts::FactChange;
pub use figures::{FigureChange, FigureSort, changed_figures};
pub use registers::{RowChange, RowSort};
pub use saying::{ActionField, ChangeWords, Label, SignUpChange};

/// What changed between two versions of a publication.
#[derive(Clone, Debug)]
pub struct PublicationChange {
    /// What changed beside the texts.
    pub facts: Vec<FactChange>,
    /// Who joined, signed, left.
    pub sign_ups: Vec<RowChange>,
    /// What changed in the action plan.
    pub actions: Vec<RowChange>,
    /// Files added, replaced, removed.
    pub attachments: Vec<RowChange>,
    /// Texts that changed, were added or removed: pages, alternates, supports.
    pub texts: Vec<TextOfPage>,
}

/// A text that changed, was added or removed.
#[derive(Clone, Debug)]
pub struct TextOfPage {
    /// What it is the text of.
    pub part: Part,
    /// The title, as it is now; as it was where it was removed.
    pub title: String,
    /// What happened.
    pub change: PartChange,
    /// Facts of the part that changed: its title, a support's amount.
    pub facts: Vec<FactChange>,
}

/// A part of a publication that has a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A page, by its name.
    Page(String),
    /// An alternate, by the page's name and its form.
    Alternate(String, AlternateForm),
    /// A support, by its slug.
    Support(String),
}

/// What happened to a part.
#[derive(Clone, Debug)]
pub enum PartChange {
    /// It is new.
    Added(text::TextChange),
    /// It was taken away.
    Removed(text::TextChange),
    /// Its text or its facts changed.
    Changed(text::TextChange),
}

impl PartChange {
    /// The change of its text.
    pub fn text(&self) -> &text::TextChange {
        match self {
            Self::Added(text) | Self::Removed(text) | Self::Changed(text) => text,
        }
    }
}

impl PublicationChange {
    /// Whether nothing changed that a reader could see.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
            && self.sign_ups.is_empty()
            && self.actions.is_empty()
            && self.attachments.is_empty()
            && self.texts.is_empty()
    }

    /// In one sentence or two: "2 pages changed, 1 added. 3 sign-ups changed."
    pub fn summary(&self) -> String {
        let mut sentences = Vec::new();
        let count = |of: &dyn Fn(&PartChange) -> bool| {
            self.texts.iter().filter(|one| of(&one.change)).count()
        };
        let changed = count(&|one| matches!(one, PartChange::Changed(_)));
        let added = count(&|one| matches!(one, PartChange::Added(_)));
        let removed = count(&|one| matches!(one, PartChange::Removed(_)));
        sentences.extend(tally(
            "text",
            &[(changed, "changed"), (added, "added"), (removed, "removed")],
        ));
        sentences.extend(tally("fact", &[(self.facts.len(), "changed")]));
        for (rows, noun) in [
            (&self.sign_ups, "sign-up"),
            (&self.actions, "action"),
            (&self.attachments, "file"),
        ] {
            let of = |sort| rows.iter().filter(|row| row.sort == sort).count();
            sentences.extend(tally(
                noun,
                &[
                    (of(RowSort::Changed), "changed"),
                    (of(RowSort::Added), "added"),
                    (of(RowSort::Removed), "removed"),
                ],
            ));
        }
        if sentences.is_empty() {
            "Nothing changed that a reader can see.".to_owned()
        } else {
            sentences.join(" ")
        }
    }
}

/// "2 texts changed, 1 added."; nothing where all counts are nought.
fn tally(noun: &str, counts: &[(usize, &str)]) -> Option<String> {
    let mut parts = Vec::new();
    for (number, verb) in counts.iter().filter(|(number, _)| *number > 0) {
        let named = if parts.is_empty() {
            format!(" {noun}{}", if *number == 1 { "" } else { "s" })
        } else {
            String::new()
        };
        parts.push(format!("{number}{named} {verb}"));
    }
    (!parts.is_empty()).then(|| format!("{}.", parts.join(", ")))
}

/// Compares two versions of a publication, and tells in these words what changed beside the texts.
pub fn compare(old: &Publication, new: &Publication, words: &dyn ChangeWords) -> PublicationChange {
    PublicationChange {
        facts: facts::of_publication(old, new, words),
        sign_ups: registers::sign_ups(old, new, words),
        actions: registers::actions(old, new, words),
        attachments: registers::attachments(old, new, words),
        texts: texts(old, new, words),
    }
}

/// A text, with what it is the text of.
struct PartText<'p> {
    part: Part,
    title: &'p str,
    body: &'p Body,
}

fn parts(publication: &Publication) -> Vec<PartText<'_>> {
    let pages = publication.pages.iter().map(|page| PartText {
        part: Part::Page(page.name.clone()),
        title: &page.title,
        body: &page.body,
    });
    let alternates = publication.alternates.iter().map(|one| PartText {
        part: Part::Alternate(one.of.clone(), one.form.clone()),
        title: &one.title,
        body: &one.body,
    });
    let supports = publication.supports.iter().map(|one| PartText {
        part: Part::Support(one.slug.clone()),
        title: &one.title,
        body: &one.body,
    });
    pages.chain(alternates).chain(supports).collect()
}

/// New parts and changed parts in the order of the new version, then what was removed.
fn texts(old: &Publication, new: &Publication, words: &dyn ChangeWords) -> Vec<TextOfPage> {
    let (old_parts, new_parts) = (parts(old), parts(new));
    let mut texts = Vec::new();
    let mut kept = BTreeSet::new();
    for one in &new_parts {
        let before = old_parts.iter().find(|other| other.part == one.part);
        let Some(before) = before else {
            let text = text::compare("", &one.body.html);
            texts.push(text_of(one, PartChange::Added(text), Vec::new()));
            continue;
        };
        kept.insert(&one.part);
        let facts = facts::of_part(&one.part, old, new, words);
        let (was, is) = (&before.body.html, &one.body.html);
        let text = text::compare(&without_register(was), &without_register(is));
        if !text.is_empty() || !facts.is_empty() {
            texts.push(text_of(one, PartChange::Changed(text), facts));
        }
    }
    for one in old_parts.iter().filter(|one| !kept.contains(&one.part)) {
        let text = text::compare(&one.body.html, "");
        texts.push(text_of(one, PartChange::Removed(text), Vec::new()));
    }
    texts
}

/// A text without the table that shows the register of sign-ups: who joined is told as such, and
/// is no change of the text.
fn without_register(html: &str) -> Cow<'_, str> {
    // As it is recorded, and as it was before minifying.
    const TABLES: [&str; 2] = ["<table class=sign-ups>", "<table class=\"sign-ups\">"];
    const END: &str = "</table>";
    let next = |html: &str| TABLES.iter().filter_map(|table| html.find(table)).min();
    if next(html).is_none() {
        return Cow::Borrowed(html);
    }
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(from) = next(rest) {
        let (before, table) = rest.split_at(from);
        let Some(to) = table.find(END) else {
            break;
        };
        text.push_str(before);
        rest = table.get(to + END.len()..).unwrap_or("");
    }
    text.push_str(rest);
    Cow::Owned(text)
}

fn text_of(part: &PartText<'_>, change: PartChange, facts: Vec<FactChange>) -> TextOfPage {
    TextOfPage {
        part: part.part.clone(),
        title: part.title.to_owned(),
        change,
        facts,
    }
}

#[cfg(test)]
mod tests;
