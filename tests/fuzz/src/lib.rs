//! Oracles that the fuzz targets share.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use html5gum::{Token, Tokenizer};
use offerbook::diagnostics::{Problems, Style, Texts, human, json, sarif};
use offerbook::source::{AuthorityFiles, TextFile, canonical};

/// Whether an oracle is wanted: FUZZ_SKIP=headings,covers leaves some out, so that a known finding
/// does not hide the next.
pub fn wanted(oracle: &str) -> bool {
    static SKIPPED: LazyLock<Vec<String>> = LazyLock::new(|| {
        let list = std::env::var("FUZZ_SKIP").unwrap_or_default();
        list.split(',').map(str::to_owned).collect()
    });
    !SKIPPED.iter().any(|one| one == oracle)
}

/// The canonical text of some bytes, as if read from disk; `None` where they are no text.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    canonical(bytes).ok()
}

/// An authority's files in memory.
pub fn authority_files(files: &[(&str, &str)]) -> AuthorityFiles {
    let texts = files
        .iter()
        .map(|(path, text)| TextFile {
            file: Arc::from(format!("content/exampleshire/{path}")),
            path: (*path).to_owned(),
            text: Arc::from(*text),
        })
        .collect();
    AuthorityFiles { texts, data: Vec::new() }
}

/// The texts of those files, for printing problems.
pub fn texts_of(files: &AuthorityFiles) -> Texts {
    let mut texts = Texts::default();
    for file in &files.texts {
        texts.insert(Arc::clone(&file.file), Arc::clone(&file.text));
    }
    texts
}

/// Every place lies inside its text on character boundaries, and printing never panics.
pub fn check_problems(problems: &Problems, texts: &Texts, print: usize) {
    for one in problems.iter() {
        let Some(place) = &one.place else { continue };
        let (Some(span), Some(text)) = (&place.span, texts.get(&place.file)) else { continue };
        assert!(
            text.get(span.clone()).is_some(),
            "place {span:?} outside of or within a character of a text of {} bytes: {one:?}",
            text.len()
        );
    }
    // Printing takes time in the number of problems times the length of the text.
    let mut some = Problems::new();
    for one in problems.iter().take(print) {
        some.push(one.clone());
    }
    let some = some.sorted();
    human(&some, texts, Style::Plain);
    human(&some, texts, Style::Colour);
    json(&some, texts);
    sarif(&some, texts);
}

/// Elements that a body may hold: those of `src/parse/body/clean.rs`.
const ELEMENTS: [&str; 56] = [
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
];

const ATTRIBUTES: [&str; 15] = [
    "lang", "dir", "title", "id", "class", "href", "src", "alt", "width", "height", "scope",
    "colspan", "rowspan", "start", "data-covers",
];

/// Nothing in the HTML can run, load or post anything.
pub fn assert_safe(html: &str, allowed: &[String], what: &str) {
    // Browsers read these as bare text, the tools that write bodies do not: what is an attribute
    // for the one is an element for the other.
    const RAW_TEXT: [&str; 6] = ["xmp", "noembed", "noframes", "noscript", "plaintext", "title"];
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        assert!(!RAW_TEXT.contains(&name.as_str()), "{what}: <{name}> holds bare text: {html}");
        assert!(
            ELEMENTS.contains(&name.as_str()) || allowed.contains(&name),
            "{what}: the element <{name}> is not allowed: {html}"
        );
        for (key, value) in &tag.attributes {
            let key = String::from_utf8_lossy(key).into_owned();
            let value = String::from_utf8_lossy(value).into_owned();
            assert!(!key.starts_with("on"), "{what}: {key} on <{name}>: {html}");
            let boxed = name == "div"
                && ["role=group", "aria-label=Table", "tabindex=0"]
                    .contains(&format!("{key}={value}").as_str())
                && what != "body";
            let aligned = key == "style" && ["td", "th"].contains(&name.as_str())
                && value.trim_start_matches("text-align:").trim().chars().all(|c| c.is_ascii_lowercase());
            assert!(
                ATTRIBUTES.contains(&key.as_str()) || aligned || boxed,
                "{what}: attribute {key}=“{value}” on <{name}>: {html}"
            );
            if (key == "href" || key == "src") && wanted("address") {
                let safe = is_safe_address(&value, key == "href");
                assert!(safe, "{what}: address {key}=“{value}” on <{name}>: {html}");
            }
        }
    }
}

/// An address as a browser reads it (WHATWG URL): no scheme but the four, no other host unless
/// it may lead outside.
fn is_safe_address(value: &str, may_leave: bool) -> bool {
    let bare: String = value
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    if let Some((scheme, _)) = bare.split_once(':') {
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        if is_scheme {
            let scheme = scheme.to_ascii_lowercase();
            return may_leave && ["https", "http", "mailto", "tel"].contains(&scheme.as_str());
        }
    }
    let start: Vec<char> = bare.chars().take(2).collect();
    !matches!(start.as_slice(), ['/' | '\\', '/' | '\\'])
}

/// The text of some HTML, token by token, put together.
pub fn text_tokens(html: &str) -> String {
    let mut out = String::new();
    for Ok(token) in Tokenizer::new(html) {
        if let Token::String(text) = token {
            out.push_str(&String::from_utf8_lossy(&text));
        }
    }
    out
}

/// White space as a reader sees it.
pub fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A comparison is whole HTML: tags balanced, `ins` and `del` nowhere directly in a list or a
/// table, ids unique, links to ids that are there.
pub fn assert_whole(html: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut links = BTreeSet::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let parent = open.last().map_or("", String::as_str);
                if name == "ins" || name == "del" {
                    assert!(
                        !["ul", "ol", "dl", "table", "thead", "tbody", "tr"].contains(&parent),
                        "<{name}> in <{parent}>: {html}"
                    );
                }
                for (key, value) in &tag.attributes {
                    let value = String::from_utf8_lossy(value).into_owned();
                    match key.as_slice() {
                        b"id" if wanted("ids") => assert!(ids.insert(value.clone()), "two ids {value}: {html}"),
                        b"href" => {
                            links.insert(value);
                        }
                        _ => {}
                    }
                }
                if !["br", "hr", "img", "input"].contains(&name.as_str()) && !tag.self_closing {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let last = open.pop();
                assert_eq!(last.as_deref(), Some(name.as_str()), "end tag: {html}");
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "left open {open:?}: {html}");
    for link in links.into_iter().filter(|_| wanted("links")) {
        let known = link.strip_prefix('#').is_some_and(|id| ids.contains(id));
        assert!(known, "link to {link:?}, which is not there: {html}");
    }
}
