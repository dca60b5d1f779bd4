//! Raw HTML in Markdown: tags within a sentence, tags that end one, and spaces written as entities.

use super::Format;
use super::text::Text;

/// A tag that begins at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// Where it ends, after its `>`.
    pub end: usize,
    /// Whether the sentence goes on after it.
    pub is_inline: bool,
}

/// How long a tag may be, in bytes.
const REACH: usize = 400;

/// Elements within a sentence.
#[rustfmt::skip]
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
    "var", "wbr",
];

/// Entities that stand for a space.
const SPACES: &[&str] = &[
    "&nbsp;", "&#160;", "&#xa0;", "&ensp;", "&emsp;", "&thinsp;", "&#8239;", "&#x202f;",
];

/// The tag that begins at a `<`, in Markdown.
pub(super) fn tag(text: &Text<'_>, at: usize) -> Option<Tag> {
    if text.byte(at) != b'<' || text.format != Format::Markdown || at < text.front_end {
        return None;
    }
    let name_start = at + 1 + usize::from(text.byte(at + 1) == b'/');
    if !text.byte(name_start).is_ascii_alphabetic() {
        return None;
    }
    let mut end = name_start;
    while text.byte(end).is_ascii_alphanumeric() {
        end += 1;
    }
    let name = text.part(name_start..end).to_ascii_lowercase();
    // An address in angle brackets is no tag.
    if !matches!(text.byte(end), b' ' | b'>' | b'/' | b'\n' | b'\t') {
        return None;
    }
    let close = text.after(end, REACH).find('>')?;
    Some(Tag {
        end: end + close + 1,
        is_inline: INLINE.contains(&name.as_str()),
    })
}

/// The tag that ends with the `>` at a place.
pub(super) fn tag_before(text: &Text<'_>, at: usize) -> Option<Tag> {
    if text.byte(at) != b'>' || text.format != Format::Markdown {
        return None;
    }
    let before = text.before(at, REACH);
    let start = at - before.len() + before.rfind('<')?;
    tag(text, start).filter(|tag| tag.end == at + 1)
}

/// The name of the tag that begins at a place, in small letters, with a slash if it closes.
pub(super) fn name(text: &Text<'_>, at: usize) -> String {
    let rest = text.after(at + 1, 12);
    let end = rest
        .char_indices()
        .find(|(index, one)| !one.is_ascii_alphanumeric() && (*index > 0 || *one != '/'))
        .map_or(rest.len(), |(index, _)| index);
    rest.get(..end).unwrap_or("").to_ascii_lowercase()
}

/// The length of an entity for a space at a place; 0 if there is none.
pub(super) fn space(text: &Text<'_>, at: usize) -> usize {
    if text.byte(at) != b'&' {
        return 0;
    }
    let rest = text.after(at, 8);
    let is_here = |entity: &&&str| {
        rest.get(..entity.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(entity))
    };
    SPACES.iter().find(is_here).map_or(0, |entity| entity.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_other_brackets() {
        let read = |whole: &str| tag(&Text::new(whole, Format::Markdown), 0);
        let is_inline = |whole: &str| read(whole).map(|tag| tag.is_inline);
        assert_eq!(is_inline("<b>x"), Some(true));
        assert_eq!(is_inline("</strong>"), Some(true));
        assert_eq!(is_inline("<td class=\"a\">x"), Some(false));
        assert_eq!(is_inline("<5 children"), None);
        assert_eq!(is_inline("<https://x.example>"), None);
        assert_eq!(is_inline("<b x"), None);
        let text = Text::new("a<br/>b", Format::Markdown);
        assert_eq!(tag_before(&text, 5).map(|tag| tag.end), Some(6));
        assert_eq!(name(&text, 1), "br");
        assert_eq!(name(&Text::new("</TR>", Format::Markdown), 0), "/tr");
    }

    #[test]
    fn spaces_have_many_names() {
        let length = |whole: &str| space(&Text::new(whole, Format::Markdown), 0);
        assert_eq!(length("&nbsp;children"), 6);
        assert_eq!(length("&#160;"), 6);
        assert_eq!(length("&amp;"), 0);
        assert_eq!(length("x"), 0);
    }
}
