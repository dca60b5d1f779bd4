//! Walks XML as office files and pictures hold it: start, end and words, nothing else.
//!
//! Entities that a document declares for itself are not expanded, so it cannot grow in memory.
//! Nothing recurses, so depth costs nothing. Prefixes are dropped: producers choose them freely,
//! and the local names that are looked for are the same in the old and the strict namespaces.

use std::borrow::Cow;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use quick_xml::{XmlVersion, escape::resolve_predefined_entity};

use super::Unreadable;

/// One step of a walk.
pub(super) enum Step<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// An element with this local name ends.
    End(&'a str),
    /// Words; one run of words may come in several steps.
    Words(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The name with its prefix.
    pub(super) fn full_name(&self) -> &str {
        self.0.name().into_inner()
    }

    /// The value of the first attribute with this local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.first_value(|full_name| local(full_name) == name)
    }

    /// The id of a relationship: the attribute `id` that has a prefix, which stands beside plain
    /// `id` in some elements.
    pub(super) fn relationship(&self) -> Option<String> {
        self.first_value(|full_name| full_name.contains(':') && local(full_name) == "id")
    }

    /// All attributes: the name with its prefix, and the value.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (String, String)> + '_ {
        self.raw_attributes()
            .map(|attribute| (attribute.key.into_inner().to_owned(), value_of(&attribute)))
    }

    fn first_value(&self, passes: impl Fn(&str) -> bool) -> Option<String> {
        self.raw_attributes()
            .find(|attribute| passes(attribute.key.into_inner()))
            .map(|attribute| value_of(&attribute))
    }

    fn raw_attributes(&self) -> impl Iterator<Item = Attribute<'_>> {
        let mut attributes = self.0.attributes();
        // Looking for repeated names costs the square of their number.
        attributes.with_checks(false);
        attributes.filter_map(Result::ok)
    }

    /// Whether an attribute says yes, as office files write it.
    pub(super) fn says_yes(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| is_yes(&value))
    }
}

/// The value of an attribute, or what stands there where it refers to an unknown entity.
fn value_of(attribute: &Attribute<'_>) -> String {
    attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map_or_else(|_| attribute.value.to_string(), Cow::into_owned)
}

/// Whether a value means yes (ECMA-376-1, 22.9.2.7).
pub(super) fn is_yes(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// A name without its prefix.
pub(super) fn local(full_name: &str) -> &str {
    full_name.rsplit(':').next().unwrap_or(full_name)
}

/// Walks a text from start to end.
///
/// # Errors
/// [`Unreadable::Damaged`] where it is not XML, or stops too early.
pub(super) fn walk(text: &str, mut visit: impl FnMut(Step<'_>)) -> Result<(), Unreadable> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(start) => {
                depth += 1;
                visit(Step::Start(Element(start)));
            }
            Event::Empty(start) => {
                let end = start.to_end().into_owned();
                visit(Step::Start(Element(start)));
                visit(Step::End(end.local_name().into_inner()));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Step::End(end.local_name().into_inner()));
            }
            Event::Text(words) => visit(Step::Words(words.into_inner())),
            Event::CData(words) => visit(Step::Words(words.into_inner())),
            Event::GeneralRef(reference) => {
                if let Some(words) = resolved(&reference) {
                    visit(Step::Words(words));
                }
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(damaged()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// A character reference or one of the five entities that every XML text has.
fn resolved<'a>(reference: &BytesRef<'_>) -> Option<Cow<'a, str>> {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Some(Cow::Owned(letter.to_string())),
        Ok(None) => resolve_predefined_entity(reference).map(Cow::Borrowed),
        Err(_) => None,
    }
}

/// The bytes of an XML part as text: UTF-8, or UTF-16 where it begins with its mark.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The message for a part that is not XML.
fn damaged() -> Unreadable {
    Unreadable::Damaged("one of its parts breaks off or is not written as it should be".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words within elements with this local name, element by element.
    fn words_of(text: &str, name: &str) -> Result<Vec<String>, Unreadable> {
        let mut all = Vec::new();
        let mut inside = false;
        walk(text, |step| match step {
            Step::Start(element) if element.name() == name => {
                inside = true;
                all.push(String::new());
            }
            Step::End(end) if end == name => inside = false,
            Step::Words(words) if inside => {
                if let Some(last) = all.last_mut() {
                    last.push_str(&words);
                }
            }
            _ => {}
        })?;
        Ok(all)
    }

    #[test]
    fn references_and_sections_are_words() {
        let text = "<a x:b='1 &amp; 2'><c>J&#111; &lt;<![CDATA[ <B>]]></c></a>";
        assert_eq!(words_of(text, "c").unwrap(), ["Jo < <B>"]);
        walk(text, |step| {
            if let Step::Start(element) = step
                && element.name() == "a"
            {
                assert_eq!(element.attribute("b").as_deref(), Some("1 & 2"));
            }
        })
        .unwrap();
    }

    #[test]
    fn entities_do_not_expand() {
        let text = r#"<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a d="&c;">&c;x</a>"#;
        assert_eq!(words_of(text, "a").unwrap(), ["x"]);
    }

    #[test]
    fn a_part_that_breaks_off_is_damaged() {
        for text in ["<a><b>", "<a", "<a b='", "<!-- "] {
            assert!(
                matches!(walk(text, |_| ()), Err(Unreadable::Damaged(_))),
                "{text}"
            );
        }
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = "<a>".repeat(100_000) + "x" + &"</a>".repeat(100_000);
        assert!(walk(&deep, |_| ()).is_ok());
    }

    #[test]
    fn wide_text_is_decoded() {
        let wide: Vec<u8> = "\u{FEFF}<a/>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decoded(&wide), "<a/>");
        assert_eq!(decoded(b"\xFE\xFF\0<"), "<");
    }

    proptest! {
        #[test]
        fn any_text_is_walked(text in "([<>/&;a-c:='\"! -]|<a b='1'>|</a>|<!\\[CDATA\\[|é){0,60}") {
            let _ = walk(&text, |step| {
                if let Step::Start(element) = step {
                    let _ = element.attributes().count();
                }
            });
        }
    }
}
