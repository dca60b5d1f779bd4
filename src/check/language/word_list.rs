//! The list of words that a page is looked at for: the built-in ones, with what a council adds
//! and takes away.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::terms::{Advice, Reason, TERMS, Term};
use super::tokens::{Word, words};

/// Words that have a plainer or kinder one.
#[derive(Clone, Debug)]
pub struct WordList {
    /// By first word, in small letters. The forms with the most words come first.
    forms: BTreeMap<String, Vec<Arc<Form>>>,
    /// For each first byte in small letters, the lengths of first words, a bit for each: most words
    /// are none of them, and this tells so quickest.
    lengths: [u64; 128],
    /// Abbreviations and words that the council wants left alone, in small letters.
    left_alone: BTreeSet<String>,
}

/// One way to write an entry.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) entry: Arc<Entry>,
    parts: Vec<Part>,
    /// Only in capitals.
    in_capitals: bool,
}

/// What is said about a form, and where it is right after all.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) help: String,
    pub(super) term: Option<&'static Term>,
}

#[derive(Debug)]
struct Part {
    /// In small letters.
    any_of: Vec<String>,
    is_optional: bool,
}

impl Entry {
    /// Why the word is in the list, as a message about `written`.
    pub(super) fn message(&self, written: &str) -> String {
        match self.term.map(|term| term.reason) {
            Some(Reason::People) => {
                format!("“{written}” can put off the people it is about")
            }
            Some(Reason::Official) => {
                format!("“{written}” is an official word for something plain")
            }
            None => format!("“{written}” is in the council’s list of words to avoid"),
        }
    }
}

impl WordList {
    /// The words that offerbook knows.
    pub fn built_in() -> Self {
        let mut list = Self {
            forms: BTreeMap::new(),
            lengths: [0; 128],
            left_alone: BTreeSet::new(),
        };
        for term in TERMS {
            let entry = Arc::new(Entry {
                name: term.name.to_lowercase(),
                help: match term.advice {
                    Advice::Write(word) => format!("write “{word}”"),
                    Advice::Do(what) => what.to_owned(),
                },
                term: Some(term),
            });
            for form in term.forms {
                list.insert(&entry, form, parts(form));
            }
        }
        list
    }

    /// The list with the council's own pairs of a word and what to write instead, and without the
    /// words it wants left alone. A removal can be a word, the name of a built-in group such as
    /// `contact`, or an abbreviation that the council's readers know. An addition replaces what
    /// the list says about the same words.
    #[must_use]
    pub fn with(mut self, additions: &[(String, String)], removals: &[String]) -> Self {
        for removal in removals {
            let removal = plain(removal);
            self.remove(&removal);
            self.left_alone.insert(removal);
        }
        for (word, instead) in additions {
            let name = plain(word);
            self.remove(&name);
            self.left_alone.remove(&name);
            let instead = instead.trim();
            let entry = Arc::new(Entry {
                help: if instead.is_empty() {
                    "use another word".to_owned()
                } else {
                    format!("write “{instead}”")
                },
                term: None,
                name: name.clone(),
            });
            self.insert(&entry, word, literal_parts(&name));
        }
        self
    }

    fn insert(&mut self, entry: &Arc<Entry>, written: &str, parts: Vec<Part>) {
        let length = parts.len();
        let Some(first) = parts.first() else {
            return;
        };
        let firsts = first.any_of.clone();
        let form = Arc::new(Form {
            entry: Arc::clone(entry),
            parts,
            in_capitals: is_in_capitals(written),
        });
        for first in firsts {
            if let Some(lengths) = self.lengths.get_mut(index_of(&first)) {
                *lengths |= bit(first.len());
            }
            let forms = self.forms.entry(first).or_default();
            let at = forms.partition_point(|other| other.parts.len() >= length);
            forms.insert(at, Arc::clone(&form));
        }
    }

    /// Takes a group away by its name, or a single form of one by how it is written.
    fn remove(&mut self, name: &str) {
        let written: Vec<&str> = name.split(' ').collect();
        for (first, forms) in &mut self.forms {
            forms.retain(|form| {
                form.entry.name != name
                    && !(Some(&first.as_str()) == written.first() && form.is_exactly(&written))
            });
        }
        self.forms.retain(|_, forms| !forms.is_empty());
    }

    /// Whether the council wants an abbreviation left alone.
    pub(super) fn leaves_alone(&self, abbreviation: &str) -> bool {
        self.left_alone.contains(&abbreviation.to_lowercase())
    }

    /// Whether the list has something to say about an abbreviation.
    pub(super) fn has(&self, abbreviation: &str) -> bool {
        let small = abbreviation.to_lowercase();
        self.forms
            .get(&small)
            .is_some_and(|forms| forms.iter().any(|form| form.parts.len() == 1))
    }

    /// Whether an entry may start with a word: quick, and never wrong when it says no.
    pub(super) fn may_start(&self, word: &str) -> bool {
        !word.is_ascii()
            || self
                .lengths
                .get(index_of(word))
                .is_some_and(|lengths| lengths & bit(word.len()) != 0)
    }

    /// The longest form that starts with the word at `index`, and how many words it has.
    /// `small` is that word in small letters.
    pub(super) fn at(
        &self,
        text: &str,
        list: &[Word],
        index: usize,
        small: &str,
    ) -> Option<(&Entry, usize)> {
        let forms = self.forms.get(small)?;
        forms.iter().find_map(|form| {
            let length = form.length(text, list, index)?;
            Some((form.entry.as_ref(), length))
        })
    }
}

impl Default for WordList {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Form {
    fn is_exactly(&self, written: &[&str]) -> bool {
        self.parts.len() == written.len()
            && self
                .parts
                .iter()
                .zip(written)
                .all(|(part, word)| part.any_of.iter().any(|one| one == word))
    }

    /// How many words from `index` on it matches.
    fn length(&self, text: &str, list: &[Word], index: usize) -> Option<usize> {
        if self.in_capitals {
            let word = list.get(index)?.of(text);
            if !word.starts_with(|c: char| c.is_uppercase()) || list.get(index)?.capitals < 2 {
                return None;
            }
        }
        let mut at = index;
        for part in &self.parts {
            let fits = list.get(at).is_some_and(|word| {
                let is_near = at == index || is_joined(text, list, at);
                is_near && part.any_of.iter().any(|one| is_same(one, word.of(text)))
            });
            if fits {
                at += 1;
            } else if !part.is_optional {
                return None;
            }
        }
        Some(at - index)
    }
}

fn index_of(word: &str) -> usize {
    let first = word.bytes().next().unwrap_or_default();
    usize::from(first.to_ascii_lowercase())
}

fn bit(length: usize) -> u64 {
    1 << length.min(63)
}

/// Whether a word follows the one before with only a space, a hyphen or an inner full stop between.
fn is_joined(text: &str, list: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| list.get(before));
    let (Some(before), Some(word)) = (before, list.get(at)) else {
        return false;
    };
    let between = text.get(before.range.end..word.range.start).unwrap_or("x");
    matches!(between, "." | "-" | "\u{2010}" | "\u{2011}")
        || !between.is_empty() && between.chars().all(|c| c != '\n' && c.is_whitespace())
}

fn is_same(small: &str, word: &str) -> bool {
    if small.is_ascii() && word.is_ascii() {
        small.eq_ignore_ascii_case(word)
    } else {
        small == plain(word)
    }
}

/// A word or phrase as it is compared: small letters, one space between words.
fn plain(phrase: &str) -> String {
    let phrase = phrase.replace('’', "'");
    let list = words(&phrase);
    let parts: Vec<String> = list
        .iter()
        .map(|word| word.of(&phrase).to_lowercase())
        .collect();
    parts.join(" ")
}

/// LAC, but not a phrase that only starts with a capital.
fn is_in_capitals(written: &str) -> bool {
    let letters = || written.chars().filter(|c| c.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

fn literal_parts(phrase: &str) -> Vec<Part> {
    phrase
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| Part {
            any_of: vec![word.to_owned()],
            is_optional: false,
        })
        .collect()
}

/// Reads a form of the built-in list.
fn parts(form: &str) -> Vec<Part> {
    form.split(' ')
        .map(|part| Part {
            any_of: part
                .trim_end_matches('?')
                .split('|')
                .map(str::to_lowercase)
                .collect(),
            is_optional: part.ends_with('?'),
        })
        .collect()
}

#[cfg(test)]
mod tests;
