//! TOML read key by key: every problem is reported in its place, and unknown keys are refused
//! with the nearest known one suggested.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::{Code, Diagnostic, Located, Place, Problems, nearest};
use crate::model::{Day, Months};

/// A TOML text, parsed as far as it goes.
pub struct Document<'t> {
    file: Arc<str>,
    /// Where the TOML starts in its file: front matter does not start at byte 0.
    offset: usize,
    root: Spanned<DeTable<'t>>,
    problems: RefCell<Problems>,
}

impl<'t> Document<'t> {
    /// Parses a text that starts at `offset` of the file it is in.
    pub fn parse(file: &Arc<str>, text: &'t str, offset: usize) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut problems = Problems::new();
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let place = Place::new(file, span.start + offset..span.end + offset);
            problems.push(
                Diagnostic::error(Code::Toml, format!("this is not TOML: {}", error.message()))
                    .at(&place)
                    .help(advice(text, &span)),
            );
        }
        Self {
            file: Arc::clone(file),
            offset,
            root,
            problems: RefCell::new(problems),
        }
    }

    /// The outermost table. `what` says what it describes, such as "a page".
    pub fn table<'d>(&'d self, what: &'static str) -> Table<'d, 't> {
        Table {
            document: self,
            table: self.root.get_ref(),
            span: None,
            what,
            asked: Vec::new(),
        }
    }

    /// Whether the text is not TOML somewhere: then what seems to be missing may be there.
    pub fn is_broken(&self) -> bool {
        let problems = self.problems.borrow();
        problems.iter().any(|one| one.code == Code::Toml)
    }

    /// The problems found by now.
    pub fn into_problems(self) -> Problems {
        self.problems.into_inner()
    }
}

/// What usually is behind a text that is not TOML.
fn advice(text: &str, span: &Range<usize>) -> String {
    let line_start = text[..floor(text, span.start)]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let line = text[line_start..].lines().next().unwrap_or("").trim();
    if line.contains(['“', '”', '‘', '’']) {
        "use straight quotation marks (\"), not curly ones".to_owned()
    } else if line.contains(": ") && !line.contains('=') {
        "write key = \"value\", with an equals sign".to_owned()
    } else {
        "write one key = value a line; texts stand between straight quotation marks, dates are \
         written 2026-07-01"
            .to_owned()
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A table of a [`Document`], read key by key. Call [`Table::finish`] at the end.
pub struct Table<'d, 't> {
    document: &'d Document<'t>,
    table: &'d DeTable<'t>,
    /// `None` for the whole text.
    span: Option<Range<usize>>,
    what: &'static str,
    asked: Vec<&'static str>,
}

impl<'d, 't> Table<'d, 't> {
    /// The place of the table, for what is missing from it.
    ///
    /// The whole text would be too much to mark: in front matter the `+++` above stands for it.
    pub fn place(&self) -> Place {
        match (&self.span, self.document.offset) {
            (Some(span), _) => self.place_of(span),
            (None, 0) => Place::file(&self.document.file),
            (None, offset) => Place::new(
                &self.document.file,
                offset.saturating_sub(4)..offset.saturating_sub(1),
            ),
        }
    }

    /// Adds a problem of the caller's.
    pub fn report(&self, diagnostic: Diagnostic) {
        self.document.problems.borrow_mut().push(diagnostic);
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.located_text(key).map(|text| text.value)
    }

    /// A text and its place. An empty text counts as not written.
    pub fn located_text(&mut self, key: &'static str) -> Option<Located<String>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => {
                let text = text.trim();
                (!text.is_empty())
                    .then(|| Located::new(text.to_owned(), self.place_of(&value.span())))
            }
            _ => self.wrong_type(key, value, "a text between quotation marks"),
        }
    }

    /// A text that has to be there. Where it is not, an empty one stands in for it.
    pub fn required_text(&mut self, key: &'static str, help: &str) -> String {
        self.needed(key, help);
        self.text(key).unwrap_or_default()
    }

    /// Reports a key that has to be there.
    pub fn missing(&self, key: &str, help: &str) {
        self.report(
            Diagnostic::error(Code::MissingKey, format!("{} needs “{key}”", self.what))
                .at(&self.place())
                .help(help),
        );
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(*flag),
            _ => self.wrong_type(key, value, "true or false, without quotation marks"),
        }
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'static str) -> Option<i64> {
        let value = self.get(key)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        match number {
            Some(number) => Some(number),
            None => self.wrong_type(key, value, "a whole number, without quotation marks"),
        }
    }

    /// A day.
    pub fn day(&mut self, key: &'static str) -> Option<Located<Day>> {
        let value = self.get(key)?;
        let day = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string().parse().ok(),
            DeValue::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        match day {
            Some(day) => Some(Located::new(day, self.place_of(&value.span()))),
            None => self.wrong_type(key, value, "a date such as 2026-07-01, which exists"),
        }
    }

    /// A span of time such as "12 months".
    pub fn months(&mut self, key: &'static str) -> Option<Located<Months>> {
        let value = self.get(key)?;
        let months = value.get_ref().as_str().and_then(|text| text.parse().ok());
        match months {
            Some(months) => Some(Located::new(months, self.place_of(&value.span()))),
            None => self.wrong_type(key, value, "a text such as \"12 months\" or \"3 years\""),
        }
    }

    /// One of a list of words.
    pub fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<Located<T>> {
        let text = self.located_text(key)?;
        self.choose(key, &text, words)
    }

    /// One of a list of words, that has to be there.
    pub fn required_choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        help: &str,
    ) -> Option<Located<T>> {
        self.needed(key, help);
        self.choice(key, words)
    }

    /// A day that has to be there.
    pub fn required_day(&mut self, key: &'static str, help: &str) -> Option<Located<Day>> {
        self.needed(key, help);
        self.day(key)
    }

    /// Reports a key that is not written, or is empty. A wrong value is reported as such.
    fn needed(&self, key: &str, help: &str) {
        let is_empty = match self.table.get(key).map(|value| value.get_ref()) {
            None => true,
            Some(DeValue::String(text)) => text.trim().is_empty(),
            Some(_) => false,
        };
        if is_empty {
            self.missing(key, help);
        }
    }

    /// The place of what is written for a key.
    pub fn place_of_value(&self, key: &str) -> Option<Place> {
        self.table
            .get(key)
            .map(|value| self.place_of(&value.span()))
    }

    /// Some of a list of words.
    pub fn choices<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Vec<Located<T>> {
        self.texts(key)
            .iter()
            .filter_map(|text| self.choose(key, text, words))
            .collect()
    }

    fn choose<T: Copy>(
        &self,
        key: &str,
        text: &Located<String>,
        words: &[(&'static str, T)],
    ) -> Option<Located<T>> {
        let found = words.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.report(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("“{key}” cannot be “{}”", text.value),
                )
                .at(&text.place)
                .help(one_of(&text.value, &all)),
            );
        }
        found.map(|(_, value)| Located::new(*value, text.place.clone()))
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let expected = "a list of texts, such as [\"one\", \"two\"]";
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type::<()>(key, value, expected);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => texts.push(Located::new(
                    text.trim().to_owned(),
                    self.place_of(&item.span()),
                )),
                None => {
                    self.wrong_type::<()>(key, item, expected);
                }
            }
        }
        texts
    }

    /// A text, or a list of texts.
    pub fn one_or_more(&mut self, key: &'static str) -> Vec<Located<String>> {
        let is_list = self
            .table
            .get(key)
            .is_some_and(|value| value.get_ref().is_array());
        match is_list {
            true => self.texts(key),
            false => self.located_text(key).into_iter().collect(),
        }
    }

    /// A table in this one.
    pub fn table(&mut self, key: &'static str, what: &'static str) -> Option<Table<'d, 't>> {
        let value = self.get(key)?;
        match value.get_ref().as_table() {
            Some(table) => Some(self.inner(table, value.span(), what)),
            None => self.wrong_type(key, value, "a table"),
        }
    }

    /// Whether a key holds a table (and not a text, say).
    pub fn holds_table(&self, key: &str) -> bool {
        self.table
            .get(key)
            .is_some_and(|value| value.get_ref().is_table())
    }

    /// Whether a key is written at all.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A list of tables in this one.
    pub fn tables(&mut self, key: &'static str, what: &'static str) -> Vec<Table<'d, 't>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let expected = "a list of tables";
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type::<()>(key, value, expected);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(table) => tables.push(self.inner(table, item.span(), what)),
                None => {
                    self.wrong_type::<()>(key, item, expected);
                }
            }
        }
        tables
    }

    /// Every key and its table, for files whose keys are names. Asks for all keys.
    pub fn named_tables(&self, what: &'static str) -> Vec<(Located<String>, Table<'d, 't>)> {
        let mut tables = Vec::new();
        for (key, value) in self.table.iter() {
            let name = Located::new(key.get_ref().to_string(), self.place_of(&key.span()));
            match value.get_ref().as_table() {
                Some(table) => tables.push((name, self.inner(table, key.span(), what))),
                None => {
                    self.wrong_type::<()>(&name.value, value, "a table, such as [name]");
                }
            }
        }
        // The parser keeps no order: go by where they are written.
        tables.sort_by(|a, b| a.0.place.cmp(&b.0.place));
        tables
    }

    /// All texts of a table whose keys are names of the writer's own, in the order they are written.
    pub fn named_texts(&self) -> Vec<(Located<String>, String)> {
        let mut texts = Vec::new();
        for (key, value) in self.table.iter() {
            let name = Located::new(key.get_ref().to_string(), self.place_of(&key.span()));
            match value.get_ref().as_str() {
                Some(text) => texts.push((name, text.trim().to_owned())),
                None => {
                    self.wrong_type::<()>(&name.value, value, "a text in quotation marks");
                }
            }
        }
        texts.sort_by(|a, b| a.0.place.cmp(&b.0.place));
        texts
    }

    /// All whole numbers of a table whose keys are names of the writer's own.
    pub fn named_integers(&self) -> Vec<(Located<String>, i64)> {
        let mut numbers = Vec::new();
        for (key, value) in self.table.iter() {
            let name = Located::new(key.get_ref().to_string(), self.place_of(&key.span()));
            let number = value.get_ref().as_integer();
            match number.and_then(|one| i64::from_str_radix(one.as_str(), one.radix()).ok()) {
                Some(number) => numbers.push((name, number)),
                None => {
                    self.wrong_type::<()>(&name.value, value, "a whole number");
                }
            }
        }
        numbers.sort_by(|a, b| a.0.place.cmp(&b.0.place));
        numbers
    }

    /// Reports every key that was not asked for.
    pub fn finish(self) {
        let mut unknown: Vec<_> = self
            .table
            .keys()
            .filter(|key| {
                !self
                    .asked
                    .iter()
                    .any(|asked| *asked == key.get_ref().as_ref())
            })
            .collect();
        unknown.sort_by_key(|key| key.span().start);
        for key in unknown {
            let name = key.get_ref();
            let known = self.asked.iter().copied();
            let help = match nearest(name, known.clone()) {
                Some(word) => format!("did you mean “{word}”?"),
                None => {
                    let mut all: Vec<&str> = known.collect();
                    all.sort_unstable();
                    format!("{} can have: {}", self.what, all.join(", "))
                }
            };
            self.report(
                Diagnostic::error(
                    Code::UnknownKey,
                    format!("“{name}” is not something that {} can have", self.what),
                )
                .at(&self.place_of(&key.span()))
                .help(help),
            );
        }
    }

    fn inner(
        &self,
        table: &'d DeTable<'t>,
        span: Range<usize>,
        what: &'static str,
    ) -> Table<'d, 't> {
        Table {
            document: self.document,
            table,
            span: Some(span),
            what,
            asked: Vec::new(),
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'d Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn wrong_type<T>(&self, key: &str, value: &Spanned<DeValue<'t>>, expected: &str) -> Option<T> {
        self.report(
            Diagnostic::error(Code::WrongType, format!("“{key}” must be {expected}"))
                .at(&self.place_of(&value.span())),
        );
        None
    }

    fn place_of(&self, span: &Range<usize>) -> Place {
        let offset = self.document.offset;
        Place::new(&self.document.file, span.start + offset..span.end + offset)
    }
}

/// "did you mean …" or the whole list.
fn one_of(typed: &str, words: &[&str]) -> String {
    match nearest(typed, words.iter().copied()) {
        Some(word) => format!("did you mean “{word}”? It can be: {}", words.join(", ")),
        None => format!("it can be: {}", words.join(", ")),
    }
}
