//! Words that must never be published, such as the names and postcodes of children's homes.
//!
//! The list is sensitive itself, so it stands outside the site's folder, and may hold digests in
//! place of words. A line is a phrase (`Oak House`), or the digest of one:
//!
//! ```text
//! offerbook-deny-list/v1
//! salt: 6f3a…
//! sha256:9b1c… 2
//! ```
//!
//! The digest is SHA-256 over the salt, a line end and the phrase in its plain form (lower case,
//! one space between words); the number says how many words it has, so that no more than those
//! need to be tried.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostics::{Code, Diagnostic, Place, Problems};

const FORMAT: &str = "offerbook-deny-list/v1";
/// The longest phrase, in words.
const LONGEST: usize = 12;
/// The shortest phrase, in characters, that is found with its words run together: "oakhouse" is
/// a name, "theoak" may be anything.
const RUN_TOGETHER: usize = 8;

/// Phrases that must never be published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DenyList {
    /// Plain phrases, by their first word.
    plain: BTreeMap<String, Vec<Vec<String>>>,
    /// Digests, by how many words they stand for.
    hashed: BTreeMap<usize, BTreeSet<[u8; 32]>>,
    salt: String,
}

/// A word of a text, in lower case, and where it stands.
struct Word {
    text: String,
    /// Where it is written as somebody's ("House's"): the word without that.
    owner: Option<String>,
    span: Range<usize>,
}

impl Word {
    fn is(&self, word: &str) -> bool {
        self.text == word || self.owner.as_deref() == Some(word)
    }
}

impl DenyList {
    /// Reads a list.
    pub fn read(file: &Arc<str>, text: &str) -> (Self, Problems) {
        let mut list = Self::default();
        let mut problems = Problems::new();
        let mut at = 0;
        for (number, line) in (1_usize..).zip(text.lines()) {
            let span = at..at + line.len();
            at = span.end + 1;
            let written = line.trim();
            if written.is_empty() || written.starts_with('#') || written == FORMAT {
                continue;
            }
            if let Some(salt) = written.strip_prefix("salt:") {
                salt.trim().clone_into(&mut list.salt);
            } else if let Some(hashed) = written.strip_prefix("sha256:") {
                match digest_line(hashed) {
                    Some((words, digest)) => {
                        list.hashed.entry(words).or_default().insert(digest);
                    }
                    None => problems.push(wrong_line(file, number, span)),
                }
            } else {
                list.add(written);
            }
        }
        (list, problems)
    }

    fn add(&mut self, phrase: &str) {
        let words: Vec<String> = words(phrase).into_iter().map(|word| word.text).collect();
        // Addresses and names of files run the words together.
        let together = words.concat();
        if words.len() > 1 && together.chars().count() >= RUN_TOGETHER {
            self.plain
                .entry(together.clone())
                .or_default()
                .push(vec![together]);
        }
        if let Some(first) = words.first() {
            self.plain.entry(first.clone()).or_default().push(words);
        }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.hashed.is_empty()
    }

    /// Where a text holds what must never be published.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for at in 0..words.len() {
            let longest = self
                .plain_at(&words, at)
                .into_iter()
                .chain(self.hashed_at(&words, at))
                .max();
            let last = longest.and_then(|length| words.get(at + length - 1));
            if let (Some(first), Some(last)) = (words.get(at), last)
                && found
                    .last()
                    .is_none_or(|other| other.end <= first.span.start)
            {
                found.push(first.span.start..last.span.end);
            }
        }
        found
    }

    /// How many words of the text, from one on, make a plain phrase.
    fn plain_at(&self, words: &[Word], at: usize) -> Option<usize> {
        let first = words.get(at)?;
        let is_there = |phrase: &&Vec<String>| {
            let there = words.get(at..at + phrase.len());
            there.is_some_and(|there| there.iter().zip(*phrase).all(|(one, word)| one.is(word)))
        };
        [Some(&first.text), first.owner.as_ref()]
            .into_iter()
            .flatten()
            .filter_map(|word| self.plain.get(word))
            .flatten()
            .filter(is_there)
            .map(Vec::len)
            .max()
    }

    fn hashed_at(&self, words: &[Word], at: usize) -> Option<usize> {
        self.hashed
            .iter()
            .rev()
            .find(|(number, digests)| {
                let there = words.get(at..at + **number);
                there.is_some_and(|there| {
                    ways_of(there)
                        .iter()
                        .any(|phrase| digests.contains(&digest(&self.salt, phrase)))
                })
            })
            .map(|(number, _)| *number)
    }

    /// The list with digests in place of words.
    pub fn to_hashed(&self, salt: &str) -> String {
        let mut lines: BTreeSet<String> = BTreeSet::new();
        for phrase in self.plain.values().flatten() {
            let digest = digest(salt, &phrase.join(" "));
            let hexadecimal: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            lines.insert(format!("sha256:{hexadecimal} {}\n", phrase.len()));
        }
        format!(
            "{FORMAT}\nsalt: {salt}\n{}",
            lines.into_iter().collect::<String>()
        )
    }
}

/// Words as a phrase, in the ways in which they can be meant: as written, with the last one as
/// its owner, and with all of them so.
fn ways_of(words: &[Word]) -> Vec<String> {
    let text = |word: &Word| word.text.clone();
    let owner = |word: &Word| word.owner.clone().unwrap_or_else(|| word.text.clone());
    let mut ways = vec![words.iter().map(text).collect::<Vec<_>>().join(" ")];
    if words.iter().any(|word| word.owner.is_some()) {
        let (last, before) = match words.split_last() {
            Some(parts) => parts,
            None => return ways,
        };
        let mut phrase: Vec<String> = before.iter().map(text).collect();
        phrase.push(owner(last));
        ways.push(phrase.join(" "));
        ways.push(words.iter().map(owner).collect::<Vec<_>>().join(" "));
    }
    ways
}

fn digest(salt: &str, phrase: &str) -> [u8; 32] {
    Sha256::digest(format!("{salt}\n{phrase}").as_bytes()).into()
}

/// Reads `9b1c… 2`.
fn digest_line(text: &str) -> Option<(usize, [u8; 32])> {
    let (hexadecimal, number) = text.split_once(' ')?;
    let number: usize = number.trim().parse().ok()?;
    let is_right = hexadecimal.len() == 64
        && hexadecimal.bytes().all(|byte| byte.is_ascii_hexdigit())
        && (1..=LONGEST).contains(&number);
    is_right.then_some(())?;
    let mut digest = [0; 32];
    for (at, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hexadecimal.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some((number, digest))
}

/// The line itself is sensitive: only its place is told.
fn wrong_line(file: &Arc<str>, number: usize, span: Range<usize>) -> Diagnostic {
    let message = format!("line {number} of the deny list cannot be read");
    Diagnostic::error(Code::DenyList, message)
        .at(&Place::new(file, span))
        .secret()
        .help("write a phrase, or sha256:, 64 hexadecimal digits and how many words it has")
}

/// The words of a text, in lower case. What joins two parts of a word (an apostrophe) is left
/// out, and so is the space in a postcode: it may be written with one or without.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut skip_to = 0;
    for (at, character) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        if character.is_alphanumeric() {
            let end = at + character.len_utf8();
            match words.last_mut().filter(|_| is_open) {
                Some(word) => {
                    word.text.extend(plainly(character));
                    word.span.end = end;
                }
                None => words.push(Word {
                    text: plainly(character).collect(),
                    owner: None,
                    span: at..end,
                }),
            }
            is_open = true;
        } else if let (true, Some(word), Some(end)) = (is_open, words.last_mut(), possessive(rest))
        {
            word.owner = Some(word.text.clone());
            word.text.push('s');
            word.span.end = at + end;
            skip_to = at + end;
            is_open = false;
        } else if let Some(length) = and_sign(rest) {
            words.push(Word {
                text: "and".to_owned(),
                owner: None,
                span: at..at + length,
            });
            skip_to = at + length;
            is_open = false;
        } else if !is_nothing(character) {
            skip_to = at + escape(rest);
            is_open = false;
        }
    }
    join_postcodes(words, text)
}

/// A letter in lower case, without accents: lists and pages differ in those.
fn plainly(character: char) -> impl Iterator<Item = char> {
    character
        .to_lowercase()
        .nfd()
        .filter(|one| !is_combining_mark(*one))
        .collect::<Vec<_>>()
        .into_iter()
}

/// The length of "'s" at the end of a word.
fn possessive(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    let (_, first) = characters.next()?;
    let (at, letter) = characters.next()?;
    let ends = characters
        .next()
        .is_none_or(|(_, next)| !next.is_alphanumeric() && !is_nothing(next));
    (matches!(first, '\'' | '’') && matches!(letter, 's' | 'S') && ends).then_some(at + 1)
}

/// The length of a sign that is read as "and".
fn and_sign(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('&')?;
    match rest.strip_prefix("amp;") {
        Some(_) => Some(5),
        None => rest.starts_with(char::is_whitespace).then_some(1),
    }
}

/// The length of a byte written as in addresses (`%20`); nought where there is none.
fn escape(text: &str) -> usize {
    match text.as_bytes() {
        [b'%', one, other, ..] if one.is_ascii_hexdigit() && other.is_ascii_hexdigit() => 3,
        _ => 0,
    }
}

/// What joins two parts of a word, or is not seen at all: an apostrophe, a soft hyphen, characters
/// without width.
pub(super) fn is_nothing(character: char) -> bool {
    matches!(
        character,
        '\'' | '’' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}

fn join_postcodes(words: Vec<Word>, text: &str) -> Vec<Word> {
    let is_one_character = |from: usize, to: usize| {
        let between = text.get(from..to);
        between.is_some_and(|between| between.chars().count() == 1)
    };
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(before)
                if is_one_character(before.span.end, word.span.start)
                    && is_outward(&before.text)
                    && is_inward(&word.text) =>
            {
                before.text.push_str(&word.text);
                before.span.end = word.span.end;
            }
            _ => joined.push(word),
        }
    }
    joined
}

/// The first half of a postcode: "ex1", "sw1a".
fn is_outward(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = text.get(letters..).unwrap_or("");
    (1..=2).contains(&letters)
        && (1..=2).contains(&rest.len())
        && rest
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_digit())
        && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The second half: "1ab".
fn is_inward(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [digit, a, b] if digit.is_ascii_digit() && a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(text: &str) -> DenyList {
        let (list, problems) = DenyList::read(&Arc::from("list.txt"), text);
        assert!(problems.is_empty(), "{problems:?}");
        list
    }

    fn found<'t>(list: &DenyList, text: &'t str) -> Vec<&'t str> {
        list.find(text)
            .into_iter()
            .map(|span| &text[span])
            .collect()
    }

    const HOMES: &str = "# homes\nOak House\nSt Mary's Lodge\nZZ1 2AB\n";

    #[test]
    fn phrases_are_found_however_they_are_written() {
        let list = list(HOMES);
        let text = "Go to OAK  HOUSE, files/oak-house.pdf, or St Marys Lodge (zz12ab, ZZ1 2AB).";
        assert_eq!(
            found(&list, text),
            [
                "OAK  HOUSE",
                "oak-house",
                "St Marys Lodge",
                "zz12ab",
                "ZZ1 2AB"
            ]
        );
        assert!(found(&list, "An oak, a house, Oak Houses").is_empty());
    }

    #[test]
    fn phrases_are_found_as_owners_run_together_and_in_addresses() {
        let text = "OAK HOUSE’s staff, Oak House's. www.oakhouse.example/?q=Oak%20House, OakHouse,                     the Élan & Ash Lodge, The Elan and Ash Lodge, The Elan &amp; Ash Lodge's";
        let expected = [
            "OAK HOUSE’s",
            "Oak House's",
            "oakhouse",
            "Oak%20House",
            "OakHouse",
            "the Élan & Ash Lodge",
            "The Elan and Ash Lodge",
            "The Elan &amp; Ash Lodge's",
        ];
        let plain = list(
            "Oak House
The Elan & Ash Lodge
",
        );
        assert_eq!(found(&plain, text), expected);
        let hashed = list(&plain.to_hashed("abc"));
        assert_eq!(found(&hashed, text), expected);
        let owner = list(
            "St Mary's
",
        );
        assert_eq!(
            found(&owner, "St Marys, St Mary’s"),
            ["St Marys", "St Mary’s"]
        );
    }

    #[test]
    fn digests_find_the_same_and_name_nothing() {
        let plain = list(HOMES);
        let hashed = plain.to_hashed("abc");
        assert!(!hashed.to_lowercase().contains("oak"));
        let list = list(&hashed);
        assert_eq!(
            found(&list, "At Oak House and at St Mary’s Lodge, ZZ1 2AB"),
            ["Oak House", "St Mary’s Lodge", "ZZ1 2AB"]
        );
        assert!(found(&list, "Oak and House").is_empty());
    }

    #[test]
    fn a_line_that_cannot_be_read_is_told_without_its_words() {
        let (_, problems) = DenyList::read(&Arc::from("list.txt"), "sha256:12 2\n");
        let one = problems.iter().next().unwrap();
        assert!(one.is_secret());
        assert!(!one.message.contains("12"));
    }

    proptest! {
        #[test]
        fn a_phrase_is_found_in_any_surroundings(
            before in "[ -~é]{0,30}",
            after in "[ -~é]{0,30}",
        ) {
            let text = format!("{before} | Oak House | {after}");
            let found = list("oak house").find(&text);
            prop_assert!(found.iter().any(|span| text[span.clone()].to_lowercase().starts_with("oak")));
            for span in found {
                prop_assert!(text.get(span).is_some());
            }
        }
    }
}
