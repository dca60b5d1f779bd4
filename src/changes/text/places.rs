//! Where something changed, as sentences to link from: "Paragraph changed under
//! “Money”".

use std::sync::Arc;

use super::blocks::Noun;
use super::columns::TableColumns;
use super::pieces::Piece;
use super::summary::{Verb, verb};
use super::tokens::{Token, plain};
use super::words::Run;

/// A place in the rendered comparison to link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The id of its element.
    pub id: String,
    /// What happened there: "Paragraph changed under “Money”".
    pub sentence: String,
    /// The sort of block.
    pub noun: Noun,
    /// How many of them.
    pub count: usize,
    /// What happened to them.
    pub verb: Verb,
    /// Whether what was moved has other words as well.
    pub is_moved_and_changed: bool,
    /// Where that was.
    pub whereabouts: Whereabouts,
}

/// How a place is found in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// It is a heading: its own words.
    Heading(String),
    /// It stands under a heading.
    Under(String),
    /// No heading stands above it.
    Nowhere,
}

/// For each piece, its number among the changes, counted from 1.
pub(super) fn numbers(pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut last = 0;
    let number = |piece: &Piece| {
        last += usize::from(piece.is_change());
        piece.is_change().then_some(last)
    };
    pieces.iter().map(number).collect()
}

/// The places of all changes; neighbours with the same story become one place.
pub(super) fn places(pieces: &[Piece], tables: &[TableColumns], id_prefix: &str) -> Vec<Place> {
    let mut stories: Vec<Story> = Vec::new();
    let mut is_next = false;
    let mut told_table = None;
    let headings = headings(pieces);
    for ((piece, number), heading) in pieces.iter().zip(numbers(pieces)).zip(&headings) {
        let story = story(piece, tables, number, heading.as_deref());
        // Columns are told once for a table, not once for each row.
        if story
            .as_ref()
            .is_some_and(|story| story.noun == Noun::TableColumn)
        {
            let table = piece.frame().table;
            if told_table == Some(table) {
                continue;
            }
            told_table = Some(table);
            is_next = false;
        }
        match (story, stories.last_mut()) {
            (Some(story), Some(last)) if is_next && last.goes_on_with(&story) => last.count += 1,
            (Some(story), _) => {
                stories.push(story);
                is_next = true;
            }
            (None, _) => is_next = false,
        }
    }
    let place = |story: Story| Place {
        id: format!("{id_prefix}{}", story.number),
        sentence: story.sentence(),
        noun: story.noun,
        count: story.count,
        verb: story.verb,
        is_moved_and_changed: story.is_moved_and_changed,
        whereabouts: match (story.words, story.heading) {
            (Some(words), _) => Whereabouts::Heading(words),
            (None, Some(heading)) => Whereabouts::Under(heading.to_owned()),
            (None, None) => Whereabouts::Nowhere,
        },
    };
    stories.into_iter().map(place).collect()
}

/// What a place tells.
#[derive(Debug)]
struct Story<'a> {
    number: usize,
    noun: Noun,
    verb: Verb,
    is_moved_and_changed: bool,
    count: usize,
    heading: Option<&'a str>,
    /// A heading's own words.
    words: Option<String>,
}

impl Story<'_> {
    fn goes_on_with(&self, next: &Story) -> bool {
        self.noun == next.noun
            && self.verb == next.verb
            && self.is_moved_and_changed == next.is_moved_and_changed
            && self.heading == next.heading
            && self.words.is_none()
            && next.words.is_none()
    }

    fn sentence(&self) -> String {
        let noun = self.noun.counted(self.count);
        let start = if self.count == 1 {
            capitalised(noun)
        } else {
            format!("{} {noun}", self.count)
        };
        let done = match self.is_moved_and_changed {
            true => "moved and changed",
            false => self.verb.participle(),
        };
        match (&self.words, self.heading) {
            (Some(words), _) => format!("{start} {done}: “{words}”"),
            (None, Some(heading)) if self.verb == Verb::Moved => {
                format!("{start} {done}, now under “{heading}”")
            }
            (None, Some(heading)) => format!("{start} {done} under “{heading}”"),
            (None, None) => format!("{start} {done}"),
        }
    }
}

fn story<'a>(
    piece: &Piece,
    tables: &[TableColumns],
    number: Option<usize>,
    heading: Option<&'a str>,
) -> Option<Story<'a>> {
    let number = number?;
    if matches!(piece, Piece::MovedFrom { .. }) {
        return None;
    }
    let Some(verb) = verb(piece, tables) else {
        return column_story(piece, number, heading);
    };
    let is_moved_and_changed =
        matches!(piece, Piece::MovedTo { change, .. } if change.changes_words());
    let words = piece.frame().is_heading().then(|| excerpt_of(piece));
    Some(Story {
        number,
        noun: piece.noun(),
        verb,
        is_moved_and_changed,
        count: 1,
        heading,
        words,
    })
}

/// The story of a row in which only columns came or went.
fn column_story<'a>(piece: &Piece, number: usize, heading: Option<&'a str>) -> Option<Story<'a>> {
    let Piece::Changed(change) = piece else {
        return None;
    };
    let one_sided = || change.cells.iter().filter(|cell| !cell.is_in_both());
    let added = one_sided().filter(|cell| cell.old_header.is_none()).count();
    let count = one_sided().count();
    let verb = match (added, count - added) {
        (_, 0) => Verb::Added,
        (0, _) => Verb::Removed,
        _ => Verb::Changed,
    };
    Some(Story {
        number,
        noun: Noun::TableColumn,
        verb,
        is_moved_and_changed: false,
        count,
        heading,
        words: None,
    })
}

/// For each piece, the words of the heading it stands under: of the old version for
/// what is gone, of the new one for everything else.
pub(super) fn headings(pieces: &[Piece]) -> Vec<Option<Arc<str>>> {
    let (mut old, mut new) = (None, None);
    let mut headings = Vec::with_capacity(pieces.len());
    for piece in pieces {
        headings.push(if piece.is_new() { &new } else { &old }.clone());
        if piece.frame().is_heading() {
            let words: Arc<str> = excerpt_of(piece).into();
            if piece.is_old() {
                old = Some(words.clone());
            }
            if piece.is_new() {
                new = Some(words);
            }
        }
    }
    headings
}

/// Longest excerpt, in words.
const EXCERPT: usize = 8;

/// The first words of the version that a piece shows.
pub(super) fn excerpt_of(piece: &Piece) -> String {
    match piece {
        Piece::Same(block) | Piece::Added(block) | Piece::Removed(block) => excerpt(block.tokens()),
        Piece::MovedFrom { block, .. } => excerpt(block.tokens()),
        Piece::Changed(change) | Piece::MovedTo { change, .. } => {
            let runs = change.cells.iter().flat_map(|cell| &cell.runs);
            excerpt(runs.flat_map(Run::new_tokens))
        }
    }
}

fn excerpt<'a>(tokens: impl Iterator<Item = &'a Token>) -> String {
    let mut words = 0;
    let mut kept: Vec<Token> = Vec::new();
    let mut is_cut = false;
    for token in tokens {
        if words == EXCERPT && (token.is_word() || token.is_space()) {
            is_cut = true;
            break;
        }
        words += usize::from(token.is_word());
        kept.push(token.clone());
    }
    let text = plain(&kept).replace('\u{fffc}', "");
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_cut {
        text.push('…');
    }
    text
}

/// A word with a capital letter at its start.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
