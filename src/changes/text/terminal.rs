//! A comparison as text for a terminal: `[-removed-]{+added+}` in the lines of the
//! text, with what a reader does not need left out.

use std::ops::Range;

use super::TextChange;
use super::blocks::{Block, ContainerKind, Frame, Kind};
use super::folding::{Moves, View, counts, views};
use super::notes::link_changes;
use super::pieces::{Change, Piece};
use super::saying::TextWords;
use super::tokens::shown;
use super::words::Run;
use crate::changes::English;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const DIM: &str = "\u{1b}[2m";
const BOLD: &str = "\u{1b}[1m";
const RESET: &str = "\u{1b}[0m";

/// Writes a comparison for a terminal, with colours if it has them. The text itself
/// never holds control characters.
pub fn to_terminal(change: &TextChange, colour: bool) -> String {
    let mut screen = Screen {
        out: String::new(),
        colour,
        pieces: &change.pieces,
        moves: Moves::new(&change.pieces),
        last_frame: None,
    };
    if change.is_empty() {
        screen.remark(&English.no_words_changed());
    } else {
        for view in views(&change.pieces) {
            screen.view(&view);
        }
    }
    screen.out
}

struct Screen<'a> {
    out: String,
    colour: bool,
    pieces: &'a [Piece],
    moves: Moves<'a>,
    /// The block before, if it was shown.
    last_frame: Option<&'a Frame>,
}

impl<'a> Screen<'a> {
    fn view(&mut self, view: &View) {
        match view {
            View::Piece(place) => {
                if let Some(piece) = self.pieces.get(*place) {
                    self.piece(*place, piece);
                }
            }
            View::Folded(range) => {
                let folded = self.pieces.get(range.clone()).unwrap_or_default();
                self.remark(&format!("… {} …", English.unchanged(&counts(folded))));
            }
            View::Away(range) => self.away(range),
        }
    }

    /// A line that is not part of the text.
    fn remark(&mut self, words: &str) {
        self.blank_line(None);
        let words = self.coloured(DIM, words);
        self.out.push_str(&words);
        self.out.push('\n');
    }

    fn away(&mut self, range: &Range<usize>) {
        if let Some(away) = self.moves.away(range, &English) {
            self.remark(&format!("… {}: “{}” …", away.sentence, away.excerpt));
        }
    }

    fn piece(&mut self, place: usize, piece: &'a Piece) {
        let mut lead = String::new();
        if let Piece::MovedTo { from, .. } = piece
            && let Some(words) = self.moves.arrival(place, *from, &English)
        {
            lead = self.coloured(DIM, &format!("({words}) "));
        }
        let text = match piece {
            Piece::Same(block) | Piece::MovedFrom { block, .. } => words(block),
            Piece::Added(block) => self.added(&words(block)),
            Piece::Removed(block) => self.removed(&words(block)),
            Piece::Changed(change) | Piece::MovedTo { change, .. } => self.changed(change),
        };
        self.block(piece.frame(), &format!("{lead}{text}"));
    }

    fn block(&mut self, frame: &'a Frame, text: &str) {
        self.blank_line(Some(frame));
        let (first, next) = margins(frame);
        let text = if frame.is_heading() {
            self.coloured(BOLD, text)
        } else {
            text.to_owned()
        };
        for (number, line) in text.split('\n').enumerate() {
            let margin = if number == 0 { &first } else { &next };
            self.out.push_str(margin);
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// Parts blocks with an empty line, but not the items of a list or the rows of a
    /// table.
    fn blank_line(&mut self, frame: Option<&'a Frame>) {
        let is_close = |frame: &Frame| {
            frame.is_row() || frame.path.iter().any(|container| container.kind.is_list())
        };
        let together = self.last_frame.is_some_and(is_close) && frame.is_some_and(is_close);
        if !self.out.is_empty() && !together {
            self.out.push('\n');
        }
        self.last_frame = frame;
    }

    fn changed(&self, change: &Change) -> String {
        let cells: Vec<String> = (change.cells.iter())
            .map(|cell| self.runs(&cell.runs))
            .collect();
        let mut text = cells.join(" | ");
        for remark in change.remarks(&English) {
            text.push_str(&self.coloured(DIM, &format!(" ({remark})")));
        }
        text
    }

    fn runs(&self, runs: &[Run]) -> String {
        let mut text = String::new();
        let links = link_changes(runs);
        let mut links = links.iter().peekable();
        for (place, run) in runs.iter().enumerate() {
            match run {
                Run::Same(tokens) | Run::Restyled { new: tokens, .. } => {
                    text.push_str(&shown(tokens));
                }
                Run::Removed(tokens) => text.push_str(&self.removed(&shown(tokens))),
                Run::Added(tokens) => text.push_str(&self.added(&shown(tokens))),
            }
            while let Some((_, link)) = links.next_if(|(at, _)| *at == place) {
                let words = format!(" ({})", English.link(link));
                text.push_str(&self.coloured(DIM, &words));
            }
        }
        text
    }

    fn removed(&self, text: &str) -> String {
        self.coloured(RED, &format!("[-{text}-]"))
    }

    fn added(&self, text: &str) -> String {
        self.coloured(GREEN, &format!("{{+{text}+}}"))
    }

    fn coloured(&self, colour: &str, text: &str) -> String {
        if self.colour {
            format!("{colour}{text}{RESET}")
        } else {
            text.to_owned()
        }
    }
}

/// The words of a block; a line across the page has a name instead.
pub(super) fn words(block: &Block) -> String {
    if block.frame.kind == Kind::Rule {
        return English.rule();
    }
    let cells: Vec<String> = (block.cells.iter())
        .map(|cell| shown(&cell.tokens))
        .collect();
    cells.join(" | ")
}

/// What stands before the first line of a block and before the others.
fn margins(frame: &Frame) -> (String, String) {
    let mut first = String::new();
    let mut next = String::new();
    for container in &frame.path {
        match container.kind {
            ContainerKind::Quote => {
                first.push_str("> ");
                next.push_str("> ");
            }
            ContainerKind::Item => {
                let mark = match container.number {
                    Some(number) => format!("{number}. "),
                    None => "- ".to_owned(),
                };
                let blank = " ".repeat(mark.len());
                first.push_str(if container.starts { &mark } else { &blank });
                next.push_str(&blank);
            }
            ContainerKind::Definition => {
                first.push_str("  ");
                next.push_str("  ");
            }
            _ => {}
        }
    }
    match frame.kind {
        Kind::Heading(level) => first.push_str(&format!("{} ", "#".repeat(level.into()))),
        Kind::Preformatted => {
            first.push_str("    ");
            next.push_str("    ");
        }
        Kind::Rule => first.push_str("--- "),
        Kind::Paragraph | Kind::Row { .. } => {}
    }
    (first, next)
}
