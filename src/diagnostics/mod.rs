//! Problems as data: what is wrong, where, and how to mend it.
//!
//! Every stage returns what it made *and* the [`Diagnostic`]s it found, so that one run reports
//! everything. This module is the top of the flow: it imports nothing of ours.
//!
//! - [`Code`]: the fixed list of things that can be wrong ([`codes`])
//! - [`Place`]: a file and a range in it; [`Located`]: a value that knows where it was written
//! - [`Problems`]: a collection, in a fixed order
//! - [`Texts`]: the texts that places point into, for printing
//! - printing: [`human()`], [`json()`], [`sarif()`]

mod codes;
mod human;
mod json;
mod place;
mod sarif;
mod suggest;
mod veil;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use codes::Code;
pub use human::{Style, human, human_without_notes};
pub use json::json;
pub use place::{Located, Place, Position};
pub use sarif::sarif;
pub use suggest::nearest;

/// How much a problem matters. Ordered: an error is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know; never stops anything.
    Note,
    /// Should be looked at; stops nothing unless `--deny-warnings` is given.
    Warning,
    /// Must be mended: the publication it is in cannot be published.
    Error,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Which rule found it.
    pub code: Code,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// Where; `None` for problems of a whole site.
    pub place: Option<Place>,
    /// A few words beside the marked text.
    pub label: Option<Box<str>>,
    /// What to do, as a sentence.
    pub help: Option<String>,
    /// For a problem whose marked text must not be printed: other texts that must not either.
    /// Boxed, since few problems have any.
    secret: Option<Box<Secret>>,
}

/// What must not be printed beside what is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Secret {
    hidden: Vec<String>,
}

impl Diagnostic {
    /// A new error.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A new warning.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// A new note.
    pub fn note(code: Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, message)
    }

    /// A new problem of the given severity.
    pub fn new(severity: Severity, code: Code, message: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            place: None,
            label: None,
            help: None,
            secret: None,
        }
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.place = Some(place.clone());
        self
    }

    /// Says that what is marked must not be printed, here or with any other problem.
    #[must_use]
    pub fn secret(mut self) -> Self {
        self.secret.get_or_insert_default();
        self
    }

    /// Whether what is marked must not be printed.
    pub fn is_secret(&self) -> bool {
        self.secret.is_some()
    }

    /// Says that a text must not be printed.
    #[must_use]
    pub fn hiding(mut self, text: impl Into<String>) -> Self {
        let secret = self.secret.get_or_insert_default();
        secret.hidden.push(text.into());
        self
    }

    /// Adds a few words beside the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into().into_boxed_str());
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Problems, collected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    list: Vec<Diagnostic>,
}

impl Problems {
    /// No problems yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Problems) {
        self.list.extend(other.list);
    }

    /// Puts them in the order they are shown in: by file, then place, then code.
    #[must_use]
    pub fn sorted(mut self) -> Self {
        self.list.sort_by(|a, b| {
            (a.place.as_ref(), a.code.as_str(), &a.message).cmp(&(
                b.place.as_ref(),
                b.code.as_str(),
                &b.message,
            ))
        });
        self.list.dedup();
        self
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|one| one.severity == severity)
            .count()
    }

    /// Whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether there are none at all.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Keeps only those that `keep` says yes to.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }
}

impl From<Diagnostic> for Problems {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            list: vec![diagnostic],
        }
    }
}

/// The texts that places point into, by the path shown to people.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    by_path: BTreeMap<Arc<str>, Arc<str>>,
}

impl Texts {
    /// Remembers a text.
    pub fn insert(&mut self, path: Arc<str>, text: Arc<str>) {
        self.by_path.insert(path, text);
    }

    /// Adds all texts of another collection.
    pub fn extend(&mut self, other: Texts) {
        self.by_path.extend(other.by_path);
    }

    /// The text of a file, if it is known.
    pub fn get(&self, path: &str) -> Option<&Arc<str>> {
        self.by_path.get(path)
    }

    /// The paths of all texts, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.by_path.keys().map(AsRef::as_ref)
    }

    /// Line and column of a place; `None` when its text is not known.
    pub fn position(&self, place: &Place) -> Option<Position> {
        place
            .span
            .as_ref()
            .and_then(|span| Some(Position::of(self.get(&place.file)?, span.start)))
    }
}

#[cfg(test)]
mod tests;
