//! A comparison in numbers and sentences, for readers who want to know first
//! whether to read on.

use super::blocks::Noun;
use super::columns::TableColumns;
use super::pieces::{Change, Piece, columns_for};
use super::tokens::Token;
use super::words::Run;

/// What happened to a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// Some of its words changed.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// Its words are the same; its formatting, its links or its place in the
    /// structure are not.
    Restyled,
}

impl Verb {
    /// The word for it after a sort of block.
    pub(super) fn participle(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Restyled => "changed in formatting or links only",
        }
    }
}

/// How many blocks of one sort had the same happen to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The sort of block.
    pub noun: Noun,
    /// What happened.
    pub verb: Verb,
    /// To how many.
    pub count: usize,
}

/// A comparison in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Counts above nought, sorted by sort of block, then by what happened.
    pub counts: Vec<Count>,
    /// How many words are new.
    pub words_added: usize,
    /// How many words are gone.
    pub words_removed: usize,
}

impl Summary {
    /// Is there nothing to tell?
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The summary in plain English: "3 paragraphs changed, 1 removed; 2 table rows
    /// added", or "No words changed".
    pub fn sentence(&self) -> String {
        let words = self.phrases(|verb| verb != Verb::Restyled);
        let other = self.phrases(|verb| verb == Verb::Restyled);
        match (words.is_empty(), other.is_empty()) {
            (true, true) => "No words changed".to_owned(),
            (false, true) => words.join("; "),
            (true, false) => format!("No words changed; {}", other.join("; ")),
            (false, false) => format!("{}; {}", words.join("; "), other.join("; ")),
        }
    }

    /// One phrase for each sort of block.
    fn phrases(&self, wanted: impl Fn(Verb) -> bool) -> Vec<String> {
        let mut phrases: Vec<(Noun, String)> = Vec::new();
        for count in self.counts.iter().filter(|count| wanted(count.verb)) {
            let number = count.count;
            let done = count.verb.participle();
            match phrases.last_mut() {
                Some((noun, phrase)) if *noun == count.noun => {
                    phrase.push_str(&format!(", {number} {done}"));
                }
                _ => {
                    let noun = count.noun.counted(number);
                    phrases.push((count.noun, format!("{number} {noun} {done}")));
                }
            }
        }
        phrases.into_iter().map(|(_, phrase)| phrase).collect()
    }

    fn add(&mut self, noun: Noun, verb: Verb, count: usize) {
        if count == 0 {
            return;
        }
        let place = self
            .counts
            .binary_search_by_key(&(noun, verb), |known| (known.noun, known.verb));
        match place {
            Ok(place) => {
                if let Some(known) = self.counts.get_mut(place) {
                    known.count += count;
                }
            }
            Err(place) => self.counts.insert(place, Count { noun, verb, count }),
        }
    }
}

/// Counts what happened.
pub(super) fn summarise(pieces: &[Piece], tables: &[TableColumns]) -> Summary {
    let mut summary = Summary::default();
    for piece in pieces {
        if let Some(verb) = verb(piece, tables) {
            summary.add(piece.noun(), verb, 1);
        }
        count_words(&mut summary, piece);
    }
    for table in tables {
        summary.add(Noun::TableColumn, Verb::Added, table.added());
        summary.add(Noun::TableColumn, Verb::Removed, table.removed());
    }
    summary
}

/// What happened to the block of a piece. Nothing for what is told elsewhere: the
/// old place of a move, and a row in which only columns came or went.
pub(super) fn verb(piece: &Piece, tables: &[TableColumns]) -> Option<Verb> {
    match piece {
        Piece::Same(_) | Piece::MovedFrom { .. } => None,
        Piece::Added(_) => Some(Verb::Added),
        Piece::Removed(_) => Some(Verb::Removed),
        Piece::MovedTo { .. } => Some(Verb::Moved),
        Piece::Changed(change) if change.changes_words() => Some(Verb::Changed),
        Piece::Changed(change) if change.changes_columns() => {
            let known = columns_for(tables, change.old.table, change.new.table);
            match known {
                Some(columns) if explains(columns, change) => {
                    (!change.notes.is_empty()).then_some(Verb::Restyled)
                }
                _ => Some(Verb::Changed),
            }
        }
        Piece::Changed(_) => Some(Verb::Restyled),
    }
}

/// Are the cells that only one version has those of whole columns?
fn explains(columns: &[(Option<usize>, Option<usize>)], change: &Change) -> bool {
    let only_old = columns.iter().filter(|(_, new)| new.is_none()).count();
    let only_new = columns.iter().filter(|(old, _)| old.is_none()).count();
    let removed = (change.cells.iter()).filter(|cell| cell.new_header.is_none());
    let added = (change.cells.iter()).filter(|cell| cell.old_header.is_none());
    removed.count() <= only_old && added.count() <= only_new
}

fn count_words(summary: &mut Summary, piece: &Piece) {
    let words = |tokens: &[Token]| tokens.iter().filter(|token| token.is_word()).count();
    match piece {
        Piece::Same(_) | Piece::MovedFrom { .. } => {}
        Piece::Added(block) => {
            summary.words_added += block.tokens().filter(|token| token.is_word()).count();
        }
        Piece::Removed(block) => {
            summary.words_removed += block.tokens().filter(|token| token.is_word()).count();
        }
        Piece::Changed(change) | Piece::MovedTo { change, .. } => {
            for run in change.cells.iter().flat_map(|cell| &cell.runs) {
                match run {
                    Run::Added(tokens) => summary.words_added += words(tokens),
                    Run::Removed(tokens) => summary.words_removed += words(tokens),
                    Run::Same(_) | Run::Restyled { .. } => {}
                }
            }
        }
    }
}
