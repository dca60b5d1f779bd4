//! The last part of an address: letters a to z, digits and hyphens.

use std::fmt;
use std::sync::Arc;

/// A checked part of an address. A decision's slug has two parts: `decisions/2018-concordat`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// A slug of one part; `None` if the text cannot be one.
    pub fn new(text: &str) -> Option<Self> {
        is_part(text).then(|| Self(Arc::from(text)))
    }

    /// A slug of one part, or of `decisions/` and one part.
    pub fn publication(text: &str) -> Option<Self> {
        let last = text.strip_prefix("decisions/").unwrap_or(text);
        is_part(last).then(|| Self(Arc::from(text)))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Slug {
    fn borrow(&self) -> &str {
        &self.0
    }
}

fn is_part(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 100
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A slug made from words: "Family time!" gives "family-time". Used for ids of headings.
pub fn slug_from_text(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars() {
        if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if matches!(character, '\'' | '’') {
            // "council's" stays one word.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_could_leave_the_site_is_a_slug() {
        for wrong in [
            "",
            "..",
            "a/b",
            "a b",
            "Ä",
            "-a",
            "a-",
            "A",
            "a.b",
            "decisions/../x",
        ] {
            assert!(Slug::new(wrong).is_none(), "{wrong}");
            assert!(Slug::publication(wrong).is_none(), "{wrong}");
        }
        assert!(Slug::new("kinship-local-offer").is_some());
        assert!(Slug::publication("decisions/2018-04-03-concordat").is_some());
    }

    #[test]
    fn ids_of_headings() {
        assert_eq!(slug_from_text("Family time!"), "family-time");
        assert_eq!(
            slug_from_text("The council’s offer – 2026"),
            "the-councils-offer-2026"
        );
        assert_eq!(slug_from_text("??"), "");
    }
}
