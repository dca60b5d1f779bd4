//! A recorded body and the page that shows it: the page may write links relative to itself, puts
//! tables in a box and says how large pictures are; everything else must be the same.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use crate::model::PictureSize;

/// One piece of a text as a reader's browser would see it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Start(String, Vec<(String, String)>),
    End(String),
    Text(String),
}

/// How large the pictures of a publication are, by their addresses from the site's root.
pub type Pictures = BTreeMap<String, PictureSize>;

/// Where a page differs from the body that it should show. `None` where it does not.
pub fn difference(
    page: &str,
    address: &str,
    name: &str,
    body: &str,
    pictures: &Pictures,
) -> Option<String> {
    let Some(shown) = shown(page, name) else {
        return Some("it does not show a recorded text".to_owned());
    };
    let recorded = pieces(body);
    let mut left = recorded.iter();
    let mut right = shown.iter();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return None,
            (Some(a), Some(b)) if is_same(a, b, address, pictures) => {}
            (a, b) => {
                return Some(format!(
                    "recorded: {}; on the page: {}",
                    a.map_or_else(|| "nothing more".to_owned(), words),
                    b.map_or_else(|| "nothing more".to_owned(), words)
                ));
            }
        }
    }
}

fn words(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => {
            let short: String = text.trim().chars().take(60).collect();
            format!("“{short}”")
        }
        Piece::Start(name, attributes) => {
            let attributes: String = attributes
                .iter()
                .map(|(key, value)| format!(" {key}=\"{value}\""))
                .collect();
            format!("<{name}{attributes}>")
        }
        Piece::End(name) => format!("</{name}>"),
    }
}

fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match token {
            Token::StartTag(tag) => {
                let mut attributes: Vec<(String, String)> = tag
                    .attributes
                    .iter()
                    .map(|(key, value)| (text(key), text(value)))
                    .collect();
                attributes.sort();
                pieces.push(Piece::Start(text(&tag.name), attributes));
            }
            Token::EndTag(tag) => pieces.push(Piece::End(text(&tag.name))),
            Token::String(string) => match pieces.last_mut() {
                Some(Piece::Text(last)) => last.push_str(&text(&string)),
                _ => pieces.push(Piece::Text(text(&string))),
            },
            _ => {}
        }
    }
    pieces
}

/// The pieces inside the part of a page that says it is a recorded body, without the boxes of
/// tables. `None` where there is no such part, or more than one.
fn shown(page: &str, name: &str) -> Option<Vec<Piece>> {
    let all = pieces(page);
    let is_start = |piece: &Piece| {
        // Nothing but what we write: an element that hides its text shows nothing.
        let is_ours = |(key, value): &(String, String)| match key.as_str() {
            "class" => value == "text",
            "data-recorded" => value == name,
            "lang" | "dir" => true,
            _ => false,
        };
        matches!(piece, Piece::Start(tag, attributes) if tag == "div"
            && attributes.iter().any(|(key, value)| key == "data-recorded" && value == name)
            && attributes.iter().all(is_ours))
    };
    let mut starts = all.iter().enumerate().filter(|(_, piece)| is_start(piece));
    let (start, _) = starts.next()?;
    if starts.next().is_some() {
        return None;
    }
    let mut depth = 0_usize;
    let mut inside = Vec::new();
    let mut boxes = Vec::new();
    for piece in all.into_iter().skip(start + 1) {
        match &piece {
            Piece::Start(tag, attributes) if tag == "div" => {
                depth += 1;
                if attributes
                    .iter()
                    .any(|(key, value)| key == "class" && value == "scroll")
                {
                    boxes.push(depth);
                    continue;
                }
            }
            Piece::End(tag) if tag == "div" => {
                if depth == 0 {
                    return Some(inside);
                }
                let is_box = boxes.last() == Some(&depth);
                depth -= 1;
                if is_box {
                    boxes.pop();
                    continue;
                }
            }
            _ => {}
        }
        inside.push(piece);
    }
    None
}

fn is_same(recorded: &Piece, shown: &Piece, address: &str, pictures: &Pictures) -> bool {
    match (recorded, shown) {
        (Piece::Start(a, recorded), Piece::Start(b, shown)) => {
            let shown = match a == "img" {
                true => without_what_pages_add(recorded, shown, pictures),
                false => shown.iter().collect(),
            };
            a == b
                && recorded.len() == shown.len()
                && recorded
                    .iter()
                    .zip(shown)
                    .all(|((key, value), (other, now))| {
                        key == other && (value == now || is_same_link(key, value, now, address))
                    })
        }
        (Piece::Text(a), Piece::Text(b)) => a == b,
        (a, b) => a == b,
    }
}

/// A picture's attributes, without what a page says to a browser: when to fetch it, and how large
/// its file is. Another size would be another picture: one of no size shows nothing.
fn without_what_pages_add<'s>(
    recorded: &[(String, String)],
    shown: &'s [(String, String)],
    pictures: &Pictures,
) -> Vec<&'s (String, String)> {
    let source = recorded.iter().find(|(key, _)| key == "src");
    let size = source.and_then(|(_, source)| pictures.get(source));
    let is_added = |key: &str, value: &str| match key {
        "loading" => value == "lazy",
        "decoding" => value == "async",
        "width" => size.is_some_and(|size| value == size.width.to_string()),
        "height" => size.is_some_and(|size| value == size.height.to_string()),
        _ => false,
    };
    let is_recorded = |key: &str| recorded.iter().any(|(other, _)| other == key);
    shown
        .iter()
        .filter(|(key, value)| is_recorded(key) || !is_added(key, value))
        .collect()
}

/// A recorded link from the site's root, and the relative one on a page: it leads to the same
/// place, or to that place in an old version, or to the file of that name where it is kept.
fn is_same_link(key: &str, recorded: &str, shown: &str, address: &str) -> bool {
    if !["href", "src"].contains(&key) || !recorded.starts_with('/') {
        return false;
    }
    let bare = |text: &str| -> (String, String) {
        let (path, fragment) = text.split_once('#').unwrap_or((text, ""));
        let path = path.strip_suffix("index.html").unwrap_or(path);
        (path.to_owned(), fragment.to_owned())
    };
    let (wanted, wanted_fragment) = bare(recorded);
    let (path, fragment) = bare(shown);
    let Some(target) = resolve(address, &path) else {
        return false;
    };
    if fragment != wanted_fragment {
        return false;
    }
    target == wanted || without_version(&target) == wanted || is_kept_file(&target, &wanted)
}

/// What a relative link leads to from an address. `None` where it leaves the site.
fn resolve(address: &str, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = address.split('/').collect();
    if link.is_empty() {
        return Some(address.to_owned());
    }
    parts.pop();
    for part in link.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop().filter(|_| !parts.is_empty())?;
            }
            name => parts.push(name),
        }
    }
    let mut target = parts.join("/");
    if link.ends_with("..") || link.ends_with('.') && link.len() == 1 {
        target.push('/');
    }
    Some(target)
}

/// `/derby/offer/versions/2026-07-01/housing/` as `/derby/offer/housing/`; supports of a version
/// stand below the authority.
fn without_version(address: &str) -> String {
    let Some((before, after)) = address.split_once("/versions/") else {
        return address.to_owned();
    };
    let rest = after.split_once('/').map_or("", |(_, rest)| rest);
    match rest.starts_with("supports/") {
        true => {
            let authority = before.split('/').nth(1).unwrap_or_default();
            format!("/{authority}/{rest}")
        }
        false => format!("{before}/{rest}"),
    }
}

/// A file to download stands under its digest in old versions: the name stays.
fn is_kept_file(target: &str, wanted: &str) -> bool {
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    target.contains("/files/") && !last(wanted).is_empty() && last(target) == last(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str =
        "<p>One <a href=\"/derby/offer/money/#rent\">two</a>.<div>x</div><table><tr><td>3</table>";

    fn page(inner: &str) -> String {
        format!("<main><div class=\"text\" data-recorded=\"body/index.html\">{inner}</div><p>foot")
    }

    fn find(inner: &str) -> Option<String> {
        find_in(inner, BODY)
    }

    fn find_in(inner: &str, body: &str) -> Option<String> {
        let size = PictureSize {
            width: 300,
            height: 200,
        };
        difference(
            &page(inner),
            "/derby/offer/versions/2026-07-01/",
            "body/index.html",
            body,
            &Pictures::from([("/derby/offer/files/a.png".to_owned(), size)]),
        )
    }

    const SHOWN: &str = "<p>One <a href=\"money/#rent\">two</a>.<div>x</div><div class=\"scroll\" role=\"group\"><table><tr><td>3</table></div>";

    #[test]
    fn links_and_boxes_may_differ_and_nothing_else() {
        assert_eq!(find(SHOWN), None);
        let current = SHOWN.replace("money/#rent", "../../money/index.html#rent");
        assert_eq!(find(&current), None);
        for (from, to) in [
            ("One", "Two"),
            ("money/#rent", "debts/#rent"),
            ("money/#rent", "money/#food"),
            ("money/#rent", "https://evil.example/money/#rent"),
            ("<td>3", "<td>4"),
            ("<div>x</div>", ""),
            ("<p>", "<p class=\"hidden\">"),
        ] {
            assert!(find(&SHOWN.replace(from, to)).is_some(), "{to}");
        }
        let twice = page(SHOWN).repeat(2);
        let none = Pictures::new();
        assert!(difference(&twice, "/x/", "body/index.html", BODY, &none).is_some());
        assert!(difference("<p>none", "/x/", "body/index.html", BODY, &none).is_some());
    }

    #[test]
    fn a_page_may_say_how_large_a_picture_is_and_not_make_it_another() {
        let body = "<img alt=A src=/derby/offer/files/a.png>";
        let shown = "<img alt=A src=../../files/a.png";
        for added in [
            "",
            " width=300 height=200",
            " width=300 height=200 loading=lazy decoding=async",
        ] {
            assert_eq!(find_in(&format!("{shown}{added}>"), body), None, "{added}");
        }
        for added in [
            " width=1 height=1",
            " width=300 height=0",
            " loading=eager",
            " hidden",
            " style=opacity:0",
        ] {
            assert!(
                find_in(&format!("{shown}{added}>"), body).is_some(),
                "{added}"
            );
        }
        // What the author says of its size must stay.
        let sized = body.replace('>', " width=30>");
        assert_eq!(find_in(&format!("{shown} width=30>"), &sized), None);
        assert!(find_in(&format!("{shown} width=300>"), &sized).is_some());
        assert!(find_in(&format!("{shown}>"), &sized).is_some());
        let other = body.replace("a.png", "b.png");
        let shown = shown.replace("a.png", "b.png");
        assert!(find_in(&format!("{shown} width=300 height=200>"), &other).is_some());
    }
}
