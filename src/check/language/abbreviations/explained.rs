//! Whether an abbreviation is explained where it stands.

use super::super::expansions::expansion;
use super::super::tokens::{Word, head, tail, words};

/// Words before and after an abbreviation among which its explanation is looked for. A limit keeps
/// a page that is one long paragraph quick.
const REACH: usize = 60;

/// An abbreviation in a passage.
pub(super) struct Place<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Word],
    pub(super) at: usize,
    /// Without the ending of a plural.
    pub(super) short: &'p str,
}

impl Place<'_> {
    /// Whether the words near it, or an explicit phrase, say what it means.
    pub(super) fn is_explained(&self) -> bool {
        self.is_bracketed_after_words()
            || self.has_words_in_brackets()
            || self.is_said_to_mean()
            || spells_in(self.text, self.near(), self.short)
    }

    /// The words around.
    fn near(&self) -> &[Word] {
        let from = self.at.saturating_sub(REACH);
        let to = self.at.saturating_add(REACH).min(self.tokens.len());
        self.tokens.get(from..to).unwrap_or_default()
    }

    fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |word| word.of(self.text))
    }

    fn start(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |word| word.range.start)
    }

    fn end(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |word| word.range.end)
    }

    /// `personal education plan (PEP)`, also `(the PEP)` and `(called a PEP)`.
    fn is_bracketed_after_words(&self) -> bool {
        let before = tail(self.text.get(..self.start()).unwrap_or_default(), 60);
        let Some((_, inside)) = before.rsplit_once('(') else {
            return false;
        };
        let open = self.start().saturating_sub(inside.len());
        if inside.contains(')') || inside.split_whitespace().count() > 4 {
            return false;
        }
        let reach = self.short.len() * 2 + 3;
        let mut near = self
            .tokens
            .iter()
            .take(self.at)
            .rev()
            .skip_while(|word| word.range.start >= open)
            .take(reach);
        near.any(|word| has_initial(word.of(self.text), self.short))
    }

    /// `PEP (personal education plan)`, also `the MASH team (multi-agency …)`.
    fn has_words_in_brackets(&self) -> bool {
        let after = head(self.text.get(self.end()..).unwrap_or_default(), 200);
        // One word may stand between: the CLICC group (…).
        let Some((between, inside)) = after.split_once('(') else {
            return false;
        };
        let is_one_word = between
            .chars()
            .all(|c| c == ' ' || c.is_lowercase() || c == '’');
        if !is_one_word || between.split_whitespace().count() > 1 {
            return false;
        }
        let inside = inside.split(')').next().unwrap_or_default();
        let parts: Vec<&str> = inside.split_whitespace().collect();
        parts.len() > 1 && parts.iter().any(|word| has_initial(word, self.short))
    }

    /// `PEP stands for …`, `PEP means …`, `PEP is short for …`.
    fn is_said_to_mean(&self) -> bool {
        let [first, second, third] = [1, 2, 3].map(|step| self.word(self.at + step));
        matches!(first, "means" | "stands")
            || first == "short" && second == "for"
            || first == "is" && second == "short" && third == "for"
    }
}

fn has_initial(word: &str, short: &str) -> bool {
    match (word.chars().next(), short.chars().next()) {
        (Some(one), Some(other)) => one.to_lowercase().eq(other.to_lowercase()),
        _ => false,
    }
}

/// Whether the first letters of words that follow each other spell the abbreviation.
pub(super) fn spells(text: &str, short: &str) -> bool {
    // What explains a term does so at once.
    let text = head(text, 400);
    spells_in(text, &words(text), short)
}

fn spells_in(text: &str, tokens: &[Word], short: &str) -> bool {
    let letters: Vec<char> = short.chars().flat_map(char::to_lowercase).collect();
    if letters.len() < 3 {
        // "people at" would spell PA: two letters take the words that we know.
        return expansion(short).is_some_and(|(_, long)| says(text, tokens, long));
    }
    let most = letters.len() * 2;
    (0..tokens.len()).any(|first| {
        let last = (first + most).min(tokens.len());
        spells_from(text, tokens.get(first..last).unwrap_or_default(), &letters)
    })
}

/// Whether words stand there one after the other, whatever their case, number or hyphens.
fn says(text: &str, tokens: &[Word], long: &str) -> bool {
    let parts: Vec<&str> = long.split([' ', '-']).collect();
    tokens.windows(parts.len()).any(|window| {
        window.iter().zip(&parts).all(|(word, part)| {
            let written = word.of(text).trim_end_matches('s');
            written.eq_ignore_ascii_case(part.trim_end_matches('s'))
        })
    })
}

/// Small words may be left out: special educational needs and disabilities is SEND.
fn spells_from(text: &str, tokens: &[Word], letters: &[char]) -> bool {
    let Some((letter, other_letters)) = letters.split_first() else {
        return true;
    };
    let Some((word, other_words)) = tokens.split_first() else {
        return false;
    };
    let written = word.of(text);
    let is_small = matches!(
        written,
        "and" | "of" | "the" | "for" | "in" | "to" | "on" | "or" | "a" | "an" | "with"
    );
    // An abbreviation does not explain itself.
    let fits = word.capitals < 2 && starts_with(written, *letter);
    fits && spells_from(text, other_words, other_letters)
        || is_small && spells_from(text, other_words, letters)
}

fn starts_with(word: &str, small: char) -> bool {
    match word.chars().next() {
        Some(first) if first.is_ascii() => first.to_ascii_lowercase() == small,
        Some(first) => first.to_lowercase().next() == Some(small),
        None => false,
    }
}
