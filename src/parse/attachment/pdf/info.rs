//! What the objects of a PDF give away: the properties (ISO 32000-1, 14.3.3), comments (12.5.6),
//! files inside and links (7.11).

use std::collections::{BTreeMap, BTreeSet};

use super::cut;
use super::dictionary::{Dictionary, Value};
use super::text_string::decoded;
use crate::parse::attachment::Sort;
use crate::parse::attachment::gather::{Counts, Gather};

/// The most objects of one sort that are remembered until the end of the file.
const REMEMBERED: usize = 10_000;

/// The kinds of annotation that people make to comment. Links, fields of forms and the windows of
/// other comments are left out.
const COMMENTS: [&[u8]; 17] = [
    b"Caret",
    b"Circle",
    b"FileAttachment",
    b"FreeText",
    b"Highlight",
    b"Ink",
    b"Line",
    b"PolyLine",
    b"Polygon",
    b"Projection",
    b"Sound",
    b"Square",
    b"Squiggly",
    b"Stamp",
    b"StrikeOut",
    b"Text",
    b"Underline",
];

/// What is found until the end of the file tells what belongs to what.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    any: bool,
    info: BTreeSet<u32>,
    candidates: Vec<(u32, Dictionary)>,
    texts: BTreeMap<u32, Vec<u8>>,
    comments: Counts,
    comments_by_reference: Vec<u32>,
    unapplied_redactions: bool,
}

impl Pieces {
    /// Whether the file had any objects.
    pub(super) fn has_objects(&self) -> bool {
        self.any
    }

    /// A trailer says that this object holds the properties.
    pub(super) fn is_info(&mut self, number: u32) {
        if self.info.len() < REMEMBERED {
            self.info.insert(number);
        }
    }

    /// A text that other objects may point to.
    pub(super) fn text(&mut self, number: u32, text: Vec<u8>) {
        self.any = true;
        if self.texts.len() < REMEMBERED {
            self.texts.insert(number, cut(text));
        }
    }

    /// Looks at a dictionary; it has a number where it is an object of its own.
    pub(super) fn dictionary(
        &mut self,
        dictionary: &Dictionary,
        number: Option<u32>,
        gather: &mut Gather,
    ) {
        self.any = true;
        if let Some(number) = number
            && may_be_info(dictionary)
            && self.candidates.len() < REMEMBERED
        {
            self.candidates.push((number, dictionary.clone()));
        }
        if let Some(Value::Name(subtype)) = dictionary.get(b"Subtype") {
            self.annotation(subtype, dictionary, gather);
        }
        if dictionary.get(b"EF").is_some() {
            file_inside(dictionary, gather);
        }
        for name in [b"F".as_slice(), b"UF", b"URI"] {
            if let Some(Value::Text(text)) = dictionary.get(name) {
                gather.paths(&decoded(text));
            }
        }
    }

    /// A comment, or a redaction that was marked and never applied, under which all is still
    /// there.
    fn annotation(&mut self, subtype: &[u8], dictionary: &Dictionary, gather: &mut Gather) {
        if subtype == b"Redact" {
            self.unapplied_redactions = true;
        }
        if !COMMENTS.contains(&subtype) {
            return;
        }
        let words = match dictionary.get(b"Contents") {
            Some(Value::Text(words)) => decoded(words),
            _ => String::new(),
        };
        gather.line();
        gather.text(&words);
        gather.line();
        match dictionary.get(b"T") {
            Some(Value::Text(who)) => self.comments.one_more(&decoded(who)),
            Some(Value::Reference(number)) => {
                if self.comments_by_reference.len() < REMEMBERED {
                    self.comments_by_reference.push(*number);
                }
            }
            _ if words.trim().is_empty() => {}
            _ => self.comments.one_more(""),
        }
    }

    /// Reports all that waited for the end of the file.
    pub(super) fn report(mut self, gather: &mut Gather) {
        for (number, dictionary) in &self.candidates {
            let is_info = self.info.contains(number)
                || [b"Producer".as_slice(), b"Creator", b"CreationDate"]
                    .iter()
                    .any(|name| dictionary.get(name).is_some());
            if is_info {
                self.properties(dictionary, gather);
            }
        }
        for number in std::mem::take(&mut self.comments_by_reference) {
            let who = self
                .texts
                .get(&number)
                .map_or_else(String::new, |who| decoded(who));
            self.comments.one_more(&who);
        }
        gather.counts(Sort::Comment, &self.comments, "comment", "comments");
        if self.unapplied_redactions {
            gather.found(
                Sort::HiddenText,
                "words marked for redaction, which are still in the file",
            );
        }
    }

    /// The properties. What made the file is left out, unless it holds a path.
    fn properties(&self, dictionary: &Dictionary, gather: &mut Gather) {
        let read = |name: &[u8]| match dictionary.get(name) {
            Some(Value::Text(text)) => decoded(text),
            Some(Value::Reference(number)) => self
                .texts
                .get(number)
                .map_or_else(String::new, |text| decoded(text)),
            _ => String::new(),
        };
        for (name, sort) in [
            (b"Author".as_slice(), Sort::Author),
            (b"Manager", Sort::Manager),
            (b"Company", Sort::Company),
        ] {
            gather.name(sort, &read(name));
        }
        gather.found(Sort::Title, &read(b"Title"));
        gather.found(Sort::Keywords, &read(b"Subject"));
        gather.found(Sort::Keywords, &read(b"Keywords"));
        for name in [b"Title".as_slice(), b"Subject", b"Creator", b"Producer"] {
            gather.paths(&read(name));
        }
    }
}

/// Whether a dictionary can be the properties: it has one of their entries, and none of those
/// that entries of a table of contents or of a structure have.
fn may_be_info(dictionary: &Dictionary) -> bool {
    let has = |name: &&[u8]| dictionary.get(name).is_some();
    let ours: [&[u8]; 9] = [
        b"Author",
        b"Title",
        b"Subject",
        b"Keywords",
        b"Creator",
        b"Producer",
        b"Company",
        b"Manager",
        b"CreationDate",
    ];
    let others: [&[u8]; 4] = [b"Type", b"Subtype", b"Parent", b"S"];
    ours.iter().any(has) && !others.iter().any(has)
}

/// A file inside this one, by its name.
fn file_inside(dictionary: &Dictionary, gather: &mut Gather) {
    let name = [b"UF".as_slice(), b"F", b"Desc"]
        .iter()
        .find_map(|name| match dictionary.get(name) {
            Some(Value::Text(text)) => Some(decoded(text)),
            _ => None,
        })
        .unwrap_or_else(|| "without a name".to_owned());
    gather.found(Sort::EmbeddedFile, &name);
}
