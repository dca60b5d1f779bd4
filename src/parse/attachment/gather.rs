//! Collects what is found in one file, each thing once, and its words, within the limits.

use std::collections::{BTreeMap, BTreeSet};

use super::{Contents, Found, Sort, limits, path};

/// What is found so far.
#[derive(Debug)]
pub(super) struct Gather {
    contents: Contents,
    seen: BTreeSet<(Sort, String)>,
}

/// Names that programs put in place of an author. They tell nothing about anybody.
const NOBODY: [&str; 22] = [
    "administrator",
    "admin",
    "anonymous",
    "apache poi",
    "author",
    "default",
    "libreoffice",
    "microsoft corporation",
    "microsoft office user",
    "none",
    "openpyxl",
    "owner",
    "phpspreadsheet",
    "phpword",
    "python-docx",
    "un-named",
    "unknown",
    "unknown author",
    "unknown creator",
    "user",
    "windows user",
    "xlsxwriter",
];

impl Gather {
    /// Nothing found yet.
    pub(super) fn new() -> Self {
        Self {
            contents: Contents::default(),
            seen: BTreeSet::new(),
        }
    }

    /// Reports one thing. Empty values and repeats are dropped, control characters and runs of
    /// white space become one space, and long values are cut.
    pub(super) fn found(&mut self, sort: Sort, value: &str) {
        let value = one_line(value);
        if value.is_empty() || self.contents.found.len() >= limits::FOUND {
            return;
        }
        if self.seen.insert((sort, value.clone())) {
            self.contents.found.push(Found { sort, value });
        }
    }

    /// Reports a person or organisation in the properties, unless a program put a word there that
    /// stands for nobody.
    pub(super) fn name(&mut self, sort: Sort, value: &str) {
        if !is_nobody(value) {
            self.found(sort, value);
        }
    }

    /// Reports each path on somebody's computer within a text.
    pub(super) fn paths(&mut self, text: &str) {
        for former in path::all_in(text) {
            self.found(Sort::FormerPath, &former);
        }
    }

    /// Reports how many things each person left: "One Author, 3 comments".
    pub(super) fn counts(&mut self, sort: Sort, counts: &Counts, one: &str, many: &str) {
        for (who, count) in &counts.0 {
            let who = if who.is_empty() {
                "without a name"
            } else {
                who
            };
            let noun = if *count == 1 { one } else { many };
            self.found(sort, &format!("{who}, {count} {noun}"));
        }
    }

    /// Keeps words of the document, until there are too many.
    pub(super) fn text(&mut self, words: &str) {
        let room = limits::TEXT.saturating_sub(self.contents.text.len());
        if words.len() <= room {
            self.contents.text.push_str(words);
        } else {
            let end = (0..=room).rev().find(|end| words.is_char_boundary(*end));
            self.contents
                .text
                .push_str(words.get(..end.unwrap_or(0)).unwrap_or(""));
        }
    }

    /// Ends a paragraph or a cell.
    pub(super) fn line(&mut self) {
        if !self.contents.text.is_empty() && !self.contents.text.ends_with('\n') {
            self.text("\n");
        }
    }

    /// Keeps a table that is not empty.
    pub(super) fn table(&mut self, values: String) {
        if !values.is_empty() {
            self.contents.tables.push(values);
        }
    }

    /// Says that all the words of this format are read.
    pub(super) fn text_is_read(&mut self) {
        self.contents.text_read = true;
    }

    /// Whether nothing at all was found.
    pub(super) fn is_empty(&self) -> bool {
        self.contents.found.is_empty()
    }

    /// What was found.
    pub(super) fn finish(mut self) -> Contents {
        if self.contents.text.len() >= limits::TEXT {
            self.contents.text_read = false;
        }
        self.contents
    }
}

/// How many things each person left in a file, by name.
#[derive(Debug, Default)]
pub(super) struct Counts(BTreeMap<String, usize>);

impl Counts {
    /// One more by this person. After a great many people, which no real file has, the rest is
    /// counted as one.
    pub(super) fn one_more(&mut self, who: &str) {
        let who = one_line(who);
        let who = if self.0.len() >= limits::FOUND && !self.0.contains_key(&who) {
            String::new()
        } else {
            who
        };
        let count = self.0.entry(who).or_insert(0);
        *count = count.saturating_add(1);
    }
}

/// Whether a program put this word in place of a name.
fn is_nobody(value: &str) -> bool {
    let lower = value.trim().to_lowercase();
    NOBODY.contains(&lower.as_str())
}

/// The value on one line of at most [`limits::VALUE`] characters.
fn one_line(value: &str) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in value.split(|letter: char| letter.is_whitespace() || letter.is_control()) {
        if word.is_empty() {
            continue;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        for letter in word.chars() {
            if length >= limits::VALUE {
                line.push('…');
                return line;
            }
            line.push(letter);
            length += 1;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_reported_once_and_on_one_line() {
        let mut gather = Gather::new();
        gather.found(Sort::Author, " One\u{0}\n  Author ");
        gather.found(Sort::Author, "One Author");
        gather.found(Sort::LastModifiedBy, "One Author");
        gather.found(Sort::Author, " \t");
        let found = gather.finish().found;
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].value, "One Author");
    }

    #[test]
    fn a_program_is_not_an_author() {
        let mut gather = Gather::new();
        gather.name(Sort::Author, "Microsoft Office User");
        gather.name(Sort::Author, "python-docx ");
        assert!(gather.is_empty());
        gather.name(Sort::Author, "A User");
        assert!(!gather.is_empty());
    }

    #[test]
    fn long_values_are_cut_at_a_character() {
        let mut gather = Gather::new();
        gather.found(Sort::Title, &"é".repeat(1000));
        let found = gather.finish().found;
        assert_eq!(found[0].value.chars().count(), limits::VALUE + 1);
    }

    #[test]
    fn too_many_words_are_said_not_to_be_read() {
        let mut gather = Gather::new();
        gather.text_is_read();
        gather.text("é");
        for _ in 0..20 {
            gather.text(&"é".repeat(512 * 1024));
        }
        let contents = gather.finish();
        assert!(contents.text.len() <= limits::TEXT);
        assert!(!contents.text_read);
    }

    #[test]
    fn counts_say_who_and_how_many() {
        let mut counts = Counts::default();
        counts.one_more("One Author");
        counts.one_more("One Author");
        counts.one_more("");
        let mut gather = Gather::new();
        gather.counts(Sort::Comment, &counts, "comment", "comments");
        let values: Vec<_> = gather.finish().found.into_iter().map(|f| f.value).collect();
        assert_eq!(
            values,
            ["without a name, 1 comment", "One Author, 2 comments"]
        );
    }
}
