//! What must not be printed: a problem may mark somebody's number, and a log of a check may be
//! read by many.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Diagnostic, Problems, Texts};

/// What stands in place of each byte that is hidden.
const HIDDEN: char = '*';

/// Hides what secret problems mark, in every text and every message that is printed with them.
pub(super) struct Veil {
    secrets: Vec<String>,
}

impl Veil {
    /// What some problems keep secret.
    pub(super) fn of(problems: &Problems, texts: &Texts) -> Self {
        let mut secrets: Vec<String> = Vec::new();
        for one in problems.iter() {
            let Some(secret) = &one.secret else {
                continue;
            };
            secrets.extend(secret.hidden.iter().cloned());
            let marked = one.place.as_ref().and_then(|place| {
                let text = texts.get(&place.file)?.get(place.span.clone()?)?;
                Some(text.to_owned())
            });
            secrets.extend(marked);
        }
        // The same may stand elsewhere with other marks between its parts, as in an address.
        let others: Vec<String> = secrets
            .iter()
            .flat_map(|secret| ["", "-", " "].map(|mark| secret.replace([' ', '-'], mark)))
            .collect();
        secrets.extend(others);
        secrets.retain(|secret| !secret.trim().is_empty());
        // The longest first: a part of one may be another.
        secrets.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        secrets.dedup();
        Self { secrets }
    }

    /// A text without the secrets. Lengths in bytes and line ends stay, so that places do.
    pub(super) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut hidden = Cow::Borrowed(text);
        for secret in &self.secrets {
            if hidden.contains(secret.as_str()) {
                hidden = Cow::Owned(hidden.replace(secret.as_str(), &mask(secret)));
            }
        }
        hidden
    }

    /// All texts without the secrets.
    pub(super) fn texts<'t>(&self, texts: &'t Texts) -> Cow<'t, Texts> {
        if self.secrets.is_empty() {
            return Cow::Borrowed(texts);
        }
        let mut hidden = texts.clone();
        for text in hidden.by_path.values_mut() {
            if let Cow::Owned(masked) = self.text(text) {
                *text = Arc::from(masked);
            }
        }
        Cow::Owned(hidden)
    }

    /// A problem without the secrets.
    pub(super) fn diagnostic<'d>(&self, one: &'d Diagnostic) -> Cow<'d, Diagnostic> {
        if self.secrets.is_empty() {
            return Cow::Borrowed(one);
        }
        let mut hidden = one.clone();
        hidden.message = self.text(&one.message).into_owned();
        hidden.label = one
            .label
            .as_deref()
            .map(|text| self.text(text).into_owned().into_boxed_str());
        hidden.help = one.help.as_deref().map(|text| self.text(text).into_owned());
        Cow::Owned(hidden)
    }

    /// The path of a file without the secrets.
    pub(super) fn path(&self, path: &str) -> String {
        self.text(path).into_owned()
    }
}

fn mask(secret: &str) -> String {
    let mut masked = String::with_capacity(secret.len());
    for character in secret.chars() {
        match character {
            '\n' | ' ' => masked.push(character),
            other => masked.extend(std::iter::repeat_n(HIDDEN, other.len_utf8())),
        }
    }
    masked
}
