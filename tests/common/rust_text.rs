//! Rust sources read as text: names and paths, without remarks, strings and tests.

/// A text with remarks, strings and characters blanked out, byte for byte.
pub fn blank(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let before = text[..at].chars().next_back();
        let is_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(hashes) = raw_string(rest).filter(|_| !is_word) {
            let end = format!("\"{}", "#".repeat(hashes));
            let start = rest.find('"').unwrap() + 1;
            rest[start..]
                .find(&end)
                .map_or(rest.len(), |found| start + found + end.len())
        } else if rest.starts_with('"') {
            quoted(rest, '"')
        } else if rest.starts_with('\'') && is_character(rest) {
            quoted(rest, '\'')
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        for byte in &mut out[at..at + length] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at += length;
    }
    String::from_utf8(out).unwrap()
}

/// How many `#` a raw string that starts here has.
fn raw_string(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let inner = rest.trim_start_matches('#');
    inner.starts_with('"').then(|| rest.len() - inner.len())
}

/// `'a'` or `'\n'`, not the lifetime `'a`.
fn is_character(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some(_) => chars.next() == Some('\''),
        None => false,
    }
}

/// The length of a quoted text that starts here.
fn quoted(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            other if other == mark => return at + other.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// A blanked text without the items under `#[cfg(test)]`; positions stay.
pub fn without_tests(code: &str) -> String {
    let mut out = code.as_bytes().to_vec();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let start = from + found;
        let rest = &code[start..];
        let end = match (rest.find('{'), rest.find(';')) {
            (Some(open), semicolon) if semicolon.is_none_or(|semicolon| open < semicolon) => {
                let mut depth = 0;
                let closed = rest[open..].char_indices().find(|(_, character)| {
                    depth += match character {
                        '{' => 1,
                        '}' => -1,
                        _ => 0,
                    };
                    depth == 0
                });
                closed.map_or(rest.len(), |(at, _)| open + at + 1)
            }
            (_, Some(semicolon)) => semicolon + 1,
            _ => rest.len(),
        };
        for byte in &mut out[start..start + end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        from = start + end;
    }
    String::from_utf8(out).unwrap()
}

/// Names, with where they stand.
pub fn words(code: &str) -> Vec<(usize, &str)> {
    let mut list = Vec::new();
    let mut at = 0;
    for part in code.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_')) {
        let word = part.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_'));
        if !word.is_empty() {
            list.push((at, word));
        }
        at += part.len();
    }
    list
}

/// A path such as `crate::model::Day`.
pub struct NamedPath {
    /// As it is written.
    pub text: String,
    /// The byte at which it starts.
    pub at: usize,
}

/// Every path of two parts or more, with the trees of `use` written out.
pub fn paths(code: &str) -> Vec<NamedPath> {
    let tokens = tokens(code);
    let mut list = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let starts = is_name(tokens[at].1) && tokens.get(at + 1).is_some_and(|next| next.1 == "::");
        if starts {
            let mut found = Vec::new();
            at = tree(&tokens, at, "", &mut found);
            list.extend(found);
        } else {
            at += 1;
        }
    }
    list
}

/// Reads one tree: `a::b`, `a::{b, c::d}`, `a::*`. Returns the token after it.
fn tree(
    tokens: &[(usize, &str)],
    mut at: usize,
    before: &str,
    found: &mut Vec<NamedPath>,
) -> usize {
    let mut path = before.to_owned();
    let start = tokens.get(at).map_or(0, |token| token.0);
    loop {
        match tokens.get(at).map(|token| token.1) {
            Some("{") => {
                at += 1;
                while let Some((_, token)) = tokens.get(at) {
                    match *token {
                        "}" => return at + 1,
                        "," => at += 1,
                        _ => {
                            let next = tree(tokens, at, &path, found);
                            at = next.max(at + 1);
                        }
                    }
                }
                return at;
            }
            Some(name) if is_name(name) || name == "*" => {
                if !path.is_empty() {
                    path.push_str("::");
                }
                path.push_str(name);
                at += 1;
            }
            _ => break,
        }
        if tokens.get(at).is_some_and(|token| token.1 == "::") {
            at += 1;
        } else {
            break;
        }
    }
    if tokens.get(at).is_some_and(|token| token.1 == "as") {
        at += 2;
    }
    found.push(NamedPath {
        text: path,
        at: start,
    });
    at
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Names, `::` and single marks.
fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut list = Vec::new();
    let mut at = 0;
    while let Some(character) = code[at..].chars().next() {
        let rest = &code[at..];
        let length = if character.is_alphanumeric() || character == '_' {
            rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            character.len_utf8()
        };
        if !character.is_whitespace() {
            list.push((at, &rest[..length]));
        }
        at += length;
    }
    list
}
