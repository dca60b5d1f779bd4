//! The result of a comparison: pieces in reading order.

use super::blocks::{Block, Cell, Frame, Noun};
use super::columns::{Column, TableColumns};
use super::notes::{Note, find_notes};
use super::saying::TextWords;
use super::tokens::Token;
use super::words::{Run, compare};

/// One block of either version, or a block of both that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A block that is the same in both versions.
    Same(Block),
    /// A block of the new version only.
    Added(Block),
    /// A block of the old version only.
    Removed(Block),
    /// A block of both versions that is not the same.
    Changed(Change),
    /// Where a block was before it moved.
    MovedFrom {
        /// The block as it was.
        block: Block,
        /// The place among all pieces of where it is now.
        to: usize,
    },
    /// Where a block is after it moved.
    MovedTo {
        /// The block in both versions, which may be the same.
        change: Change,
        /// The place among all pieces of where it was.
        from: usize,
    },
}

/// Both versions of one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What and where it was.
    pub old: Frame,
    /// What and where it is.
    pub new: Frame,
    /// What changed in its cells; a block that is no row has one.
    pub cells: Vec<CellChange>,
    /// What changed beside words.
    pub notes: Vec<Note>,
}

/// Both versions of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// In the old version: was it a heading? Nothing if it was not there.
    pub old_header: Option<bool>,
    /// In the new version: is it a heading? Nothing if it is not there.
    pub new_header: Option<bool>,
    /// What changed in its text.
    pub runs: Vec<Run>,
}

impl CellChange {
    fn both(old: &Cell, new: &Cell) -> Self {
        Self {
            old_header: Some(old.header),
            new_header: Some(new.header),
            runs: compare(&old.tokens, &new.tokens),
        }
    }

    fn removed(cell: &Cell) -> Self {
        Self {
            old_header: Some(cell.header),
            new_header: None,
            runs: whole(&cell.tokens, Run::Removed),
        }
    }

    fn added(cell: &Cell) -> Self {
        Self {
            old_header: None,
            new_header: Some(cell.header),
            runs: whole(&cell.tokens, Run::Added),
        }
    }

    /// Is the cell in both versions?
    pub fn is_in_both(&self) -> bool {
        self.old_header.is_some() && self.new_header.is_some()
    }
}

fn whole(tokens: &[Token], run: fn(Vec<Token>) -> Run) -> Vec<Run> {
    if tokens.is_empty() {
        return Vec::new();
    }
    vec![run(tokens.to_vec())]
}

impl Change {
    /// Compares two versions of a block.
    pub(super) fn between(old: &Block, new: &Block, columns: Option<&[Column]>) -> Self {
        let cells = compare_cells(&old.cells, &new.cells, columns);
        let notes = find_notes(&old.frame, &new.frame, &cells);
        Self {
            old: old.frame.clone(),
            new: new.frame.clone(),
            cells,
            notes,
        }
    }

    /// The block as it was, put together from the runs.
    pub(super) fn old_block(&self) -> Block {
        let cells = self.cells.iter().filter_map(|cell| {
            Some(Cell {
                header: cell.old_header?,
                tokens: joined(&cell.runs, Run::old_tokens),
            })
        });
        Block {
            frame: self.old.clone(),
            cells: cells.collect(),
        }
    }

    /// The block as it is, put together from the runs.
    pub(super) fn new_block(&self) -> Block {
        let cells = self.cells.iter().filter_map(|cell| {
            Some(Cell {
                header: cell.new_header?,
                tokens: joined(&cell.runs, Run::new_tokens),
            })
        });
        Block {
            frame: self.new.clone(),
            cells: cells.collect(),
        }
    }

    /// Did words, marks or spaces change in a cell that is in both versions? (A
    /// cell that is not in both is a matter of columns.)
    pub fn changes_words(&self) -> bool {
        self.cells
            .iter()
            .filter(|cell| cell.is_in_both())
            .any(|cell| cell.runs.iter().any(Run::is_change_of_words))
    }

    /// The notes in words, but for links: those are told beside their words.
    pub(super) fn remarks(&self, words: &dyn TextWords) -> Vec<String> {
        let alone = !self.changes_words() && self.notes.len() == 1;
        self.notes
            .iter()
            .filter(|note| !matches!(note, Note::Link(_)))
            .map(|note| words.note(note, alone))
            .collect()
    }

    /// Has it cells that are only in one version?
    pub(super) fn changes_columns(&self) -> bool {
        self.cells.iter().any(|cell| !cell.is_in_both())
    }
}

fn joined(runs: &[Run], tokens: fn(&Run) -> &[Token]) -> Vec<Token> {
    runs.iter().flat_map(tokens).cloned().collect()
}

fn compare_cells(old: &[Cell], new: &[Cell], columns: Option<&[Column]>) -> Vec<CellChange> {
    let by_position: Vec<Column>;
    let columns = match columns {
        Some(columns) => columns,
        None => {
            by_position = (0..old.len().max(new.len()))
                .map(|place| (Some(place), Some(place)))
                .collect();
            &by_position
        }
    };
    let mut cells = Vec::with_capacity(columns.len());
    for (i, j) in columns {
        let before = i.and_then(|i| old.get(i));
        let after = j.and_then(|j| new.get(j));
        match (before, after) {
            (Some(before), Some(after)) => cells.push(CellChange::both(before, after)),
            (Some(before), None) => cells.push(CellChange::removed(before)),
            (None, Some(after)) => cells.push(CellChange::added(after)),
            (None, None) => {}
        }
    }
    cells
}

impl Piece {
    /// Is there anything to tell?
    pub fn is_change(&self) -> bool {
        !matches!(self, Self::Same(_))
    }

    /// The frame of the version that is shown.
    pub fn frame(&self) -> &Frame {
        match self {
            Self::Same(block) | Self::Added(block) | Self::Removed(block) => &block.frame,
            Self::MovedFrom { block, .. } => &block.frame,
            Self::Changed(change) | Self::MovedTo { change, .. } => &change.new,
        }
    }

    /// The block of the old version that stands here.
    pub(super) fn old_block(&self) -> Option<Block> {
        match self {
            Self::Same(block) | Self::Removed(block) | Self::MovedFrom { block, .. } => {
                Some(block.clone())
            }
            Self::Changed(change) => Some(change.old_block()),
            Self::Added(_) | Self::MovedTo { .. } => None,
        }
    }

    /// The block of the new version that stands here.
    pub(super) fn new_block(&self) -> Option<Block> {
        match self {
            Self::Same(block) | Self::Added(block) => Some(block.clone()),
            Self::Changed(change) | Self::MovedTo { change, .. } => Some(change.new_block()),
            Self::Removed(_) | Self::MovedFrom { .. } => None,
        }
    }

    /// Does the piece stand in the old version at this place?
    pub(super) fn is_old(&self) -> bool {
        !matches!(self, Self::Added(_) | Self::MovedTo { .. })
    }

    /// Does the piece stand in the new version at this place?
    pub(super) fn is_new(&self) -> bool {
        !matches!(self, Self::Removed(_) | Self::MovedFrom { .. })
    }

    /// What a reader calls it.
    pub fn noun(&self) -> Noun {
        self.frame().noun()
    }
}

/// The columns of two tables, if they are two versions of one.
pub(super) fn columns_for(
    tables: &[TableColumns],
    old: Option<usize>,
    new: Option<usize>,
) -> Option<&[Column]> {
    let (old, new) = old.zip(new)?;
    // Rows are many: the tables are sorted by their old place.
    let place = tables
        .binary_search_by_key(&old, |table| table.old_table)
        .ok()?;
    let table = tables.get(place)?;
    (table.new_table == new).then_some(table.columns.as_slice())
}
