//! Takes out of a body what no reader sees.

use html5gum::{Token, Tokenizer};
use minify_html::Cfg;

/// A body without needless white space and quotation marks. Closing tags stay.
///
/// Raw HTML may put words straight into a `div`, where the minifier drops white space between
/// elements; a body whose words would run together is left as it was.
pub fn minify(html: String, has_raw_html: bool) -> String {
    if is_deep(&html) {
        return html;
    }
    let mut settings = Cfg::new();
    settings.keep_closing_tags = true;
    let Ok(minified) = String::from_utf8(minify_html::minify(html.as_bytes(), &settings)) else {
        return html;
    };
    if has_raw_html && words(&html) != words(&minified) {
        return html;
    }
    minified
}

/// Whether elements stand deeper in one another than the minifier, which calls itself for each,
/// can follow. Such a text is left as it is.
fn is_deep(html: &str) -> bool {
    const DEEPEST: usize = 200;
    let (mut open, mut deepest) = (0_usize, 0);
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) if !is_void(&tag.name) && !tag.self_closing => open += 1,
            Token::EndTag(_) => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest > DEEPEST
}

/// Elements without an end.
fn is_void(name: &[u8]) -> bool {
    [&b"br"[..], b"col", b"hr", b"img", b"wbr"].contains(&name)
}

/// The words a reader sees, in order.
fn words(html: &str) -> Vec<String> {
    let mut text = String::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::String(part) => text.push_str(&String::from_utf8_lossy(&part)),
            Token::StartTag(tag) if !is_inline(&tag.name) => text.push(' '),
            Token::EndTag(tag) if !is_inline(&tag.name) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().map(str::to_owned).collect()
}

/// Elements that do not part the words before from those after.
fn is_inline(name: &[u8]) -> bool {
    const INLINE: [&[u8]; 22] = [
        b"a", b"abbr", b"b", b"bdi", b"bdo", b"cite", b"code", b"del", b"dfn", b"em", b"i", b"ins",
        b"kbd", b"mark", b"q", b"s", b"small", b"span", b"strong", b"sub", b"sup", b"u",
    ];
    INLINE.contains(&name)
}
