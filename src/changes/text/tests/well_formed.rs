//! A small checker of HTML: tags match, and nothing stands where HTML forbids it.

use html5gum::{Token, Tokenizer};
use std::collections::BTreeSet;

const VOID: [&str; 2] = ["br", "hr"];
const FLOW: [&str; 15] = [
    "p",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "hr",
    "ul",
    "ol",
    "dl",
    "table",
    "div",
    "blockquote",
    "li",
    "tr",
];
/// These hold words and inline elements only.
const WORDS_ONLY: [&str; 24] = [
    "p", "h3", "h4", "h5", "h6", "pre", "ins", "del", "span", "a", "strong", "em", "code", "sup",
    "sub", "s", "u", "mark", "small", "q", "th", "td", "caption", "summary",
];

/// What is wrong with a fragment; nothing if it is well-formed.
pub(super) fn fault(html: &str) -> Option<String> {
    let mut open: Vec<String> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut targets = BTreeSet::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some(fault) = misplaced(&open, &name) {
                    return Some(fault);
                }
                if let Some(id) = tag.attributes.get(&b"id"[..]) {
                    let id = String::from_utf8_lossy(id).into_owned();
                    if !ids.insert(id.clone()) {
                        return Some(format!("id {id} twice"));
                    }
                }
                if let Some(address) = tag.attributes.get(&b"href"[..]) {
                    let address = String::from_utf8_lossy(address).into_owned();
                    targets.extend(address.strip_prefix('#').map(str::to_owned));
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let last = open.pop();
                if last.as_ref() != Some(&name) {
                    return Some(format!("</{name}> ends {last:?}"));
                }
            }
            Token::String(text) => {
                let holder = open.last().map_or("", String::as_str);
                let has_words = !String::from_utf8_lossy(&text).trim().is_empty();
                if has_words && ["ul", "ol", "dl", "table", "tbody", "tr", ""].contains(&holder) {
                    return Some(format!("text in <{holder}>"));
                }
            }
            Token::Error(error) => return Some(format!("{:?}", error.value)),
            Token::Comment(_) | Token::Doctype(_) => return Some("comment".to_owned()),
        }
    }
    if !open.is_empty() {
        return Some(format!("left open: {open:?}"));
    }
    targets
        .iter()
        .find(|target| !ids.contains(*target))
        .map(|target| format!("no id {target}"))
}

fn misplaced(open: &[String], name: &str) -> Option<String> {
    let parent = open.last().map_or("", String::as_str);
    let allowed: &[&str] = match parent {
        "ul" | "ol" => &["li"],
        "dl" => &["dt", "dd"],
        "table" => &["tbody"],
        "tbody" => &["tr"],
        "tr" => &["td", "th"],
        _ => &[],
    };
    let only_in = match name {
        "li" => ["ul", "ol"],
        "dt" | "dd" => ["dl", "dl"],
        "tr" => ["tbody", "tbody"],
        "td" | "th" => ["tr", "tr"],
        "tbody" => ["table", "table"],
        _ => [parent, parent],
    };
    if !allowed.is_empty() && !allowed.contains(&name) || !only_in.contains(&parent) {
        return Some(format!("<{name}> in <{parent}>"));
    }
    if WORDS_ONLY.contains(&parent) && FLOW.contains(&name) {
        return Some(format!("<{name}> in <{parent}>"));
    }
    if name == "a" && open.iter().any(|open| open == "a") {
        return Some("link in link".to_owned());
    }
    None
}

#[test]
fn the_checker_finds_faults() {
    assert_eq!(fault("<p>a <del>b</del></p><ul><li>c</li></ul>"), None);
    for wrong in [
        "<p>a",
        "<p>a</b></p>",
        "<ul><ins><li>a</li></ins></ul>",
        "<table><tbody><ins></ins></tbody></table>",
        "<p><p>a</p></p>",
        "<ins><p>a</p></ins>",
        "<p id=a>a</p><p id=a>b</p>",
        "<p><a href=\"#b\">a</a></p>",
        "<ul>a</ul>",
        "<td>a</td>",
    ] {
        assert!(fault(wrong).is_some(), "{wrong}");
    }
}
