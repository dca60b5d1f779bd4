//! Tells a path on somebody's computer, or on a shared drive, from other words.
//!
//! Three shapes count: a Windows drive (`C:\Users\…`), a server (`\\server\share\…`) and a home
//! folder of a Mac or Linux computer (`/Users/…`, `/home/…`), each also as a `file:` address.

/// The longest text that is searched, in bytes: paths stand in short properties and fields.
const SEARCHED: usize = 64 * 1024;

/// The most paths taken from one text.
const TAKEN: usize = 20;

/// The paths within a text, in order.
pub(super) fn all_in(text: &str) -> Vec<String> {
    let text = start_of(text);
    let mut paths = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..) {
        if paths.len() >= TAKEN {
            break;
        }
        let Some(offset) = next_start(text, from) else {
            break;
        };
        let Some(rest_of_path) = rest.get(offset..) else {
            break;
        };
        let length = length_of_path(rest_of_path);
        if let Some(found) = rest_of_path.get(..length) {
            paths.push(readable(found));
        }
        from += offset + length.max(1);
        while from < text.len() && !text.is_char_boundary(from) {
            from += 1;
        }
    }
    paths
}

/// The first [`SEARCHED`] bytes, to a character.
fn start_of(text: &str) -> &str {
    let mut end = text.len().min(SEARCHED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// How far after `from` the next path begins.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.char_indices()
        .map(|(offset, _)| offset)
        .find(|offset| {
            let before = text.get(..from + offset).unwrap_or("");
            rest.get(*offset..)
                .is_some_and(|here| begins_path(before, here))
        })
}

/// Whether a path begins here.
fn begins_path(before: &str, here: &str) -> bool {
    let is_file_address = before.ends_with("file:///");
    let before = before.chars().next_back().filter(|_| !is_file_address);
    let after_word = before.is_some_and(char::is_alphanumeric);
    let bytes = here.as_bytes();
    match bytes {
        [letter, b':', b'\\', next, ..] => {
            letter.is_ascii_alphabetic() && !after_word && is_part_of_name(*next)
        }
        // Within a web address, a letter and a colon are no drive.
        [letter, b':', b'/', next, ..] => {
            letter.is_ascii_alphabetic()
                && before.is_none_or(|before| before.is_whitespace() || before == '"')
                && is_part_of_name(*next)
        }
        [b'\\', b'\\', ..] => !after_word && before != Some('\\') && is_server(here),
        [b'/', ..] => {
            !after_word
                && before != Some('.')
                && ["/Users/", "/home/"].iter().any(|home| {
                    here.strip_prefix(home)
                        .is_some_and(|user| user.starts_with(char::is_alphanumeric))
                })
        }
        _ => false,
    }
}

/// Whether a byte can follow the drive. A path in a field has its backslashes doubled.
fn is_part_of_name(next: u8) -> bool {
    next.is_ascii_alphanumeric() || next >= 0x80 || b"_.$ %~\\".contains(&next)
}

/// Whether this is a server and a share, which a formula or a line of code is not.
fn is_server(here: &str) -> bool {
    let mut parts = here.trim_start_matches('\\').split('\\');
    let is_name = |part: &str| {
        part.len() > 1
            && part.chars().all(|letter| {
                letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | '$' | ' ' | '@')
            })
    };
    let server = parts
        .next()
        .is_some_and(|part| is_name(part) && !part.contains(' '));
    // A doubled backslash between the two, as fields have it, leaves an empty part.
    server
        && parts
            .find(|part| !part.is_empty())
            .and_then(|part| part.split(['"', '\n']).next())
            .is_some_and(is_name)
}

/// How far a path goes: to a character that no path has, or to the end of the line.
fn length_of_path(path: &str) -> usize {
    path.char_indices()
        .skip(2)
        .find(|(_, letter)| {
            letter.is_control() || matches!(letter, '"' | '<' | '>' | '|' | '*' | '?' | ';' | ')')
        })
        .map_or(path.len(), |(offset, _)| offset)
}

/// The path as its owner knows it.
fn readable(path: &str) -> String {
    path.trim_end()
        .replace("%20", " ")
        .replace(r"\\", r"\")
        .replacen('\\', if path.starts_with(r"\\") { r"\\" } else { r"\" }, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paths_are_found() {
        for (text, path) in [
            (
                r"C:\Users\someone\Offer.docx",
                r"C:\Users\someone\Offer.docx",
            ),
            (r"Microsoft Word - C:\Work\x.doc", r"C:\Work\x.doc"),
            (
                "file:///C:/Users/someone/My%20Offer.docx",
                "C:/Users/someone/My Offer.docx",
            ),
            (
                r"\\server01\childrens$\Offer.dotx",
                r"\\server01\childrens$\Offer.dotx",
            ),
            (
                r"file:///\\server01\share\Offer.dotx",
                r"\\server01\share\Offer.dotx",
            ),
            (
                r#" INCLUDEPICTURE "C:\\Users\\jb\\a.png" \* MERGE"#,
                r"C:\Users\jb\a.png",
            ),
            (
                "file:///Users/someone/Desktop/a.png",
                "/Users/someone/Desktop/a.png",
            ),
        ] {
            assert_eq!(all_in(text), [path], "{text}");
        }
    }

    #[test]
    fn other_words_are_not_paths() {
        for text in [
            "https://www.exampleshire.gov.uk/Users/a",
            "Re: offer and/or support, ratio 3:1, A: yes",
            r"\\ \a \* MERGEFORMAT",
            r"\\frac\\{a}",
            "/people/home/",
            "http://schemas.openxmlformats.org/x:/y",
            "",
        ] {
            assert!(all_in(text).is_empty(), "{text}: {:?}", all_in(text));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_searched(text in r#"([A-Z]:|\\\\|/Users/|é|"|file:///|[a-z ]){0,40}"#) {
            let _ = all_in(&text);
        }
    }
}
