//! Puts the pieces in order: between two pairs, first what was there, then what is.
//!
//! There is one exception. A block that goes on in the list, item or table before it
//! comes before one that does not, else a new sub-item would end up in the item that
//! was removed after its own.

use std::iter::Peekable;
use std::vec::IntoIter;

use super::align::Pair;
use super::blocks::Block;
use super::columns::TableColumns;
use super::likeness::Sketch;
use super::pieces::{Change, Piece, columns_for};

/// Makes pieces of all blocks of both versions.
pub(super) fn assemble(
    (old, new): (Vec<Block>, Vec<Block>),
    (old_sketches, new_sketches): (&[Sketch], &[Sketch]),
    pairs: &[Pair],
    moves: &[Pair],
    tables: &[TableColumns],
) -> Vec<Piece> {
    let change = |(i, j): Pair| -> Option<Change> {
        let (before, after) = old.get(i).zip(new.get(j))?;
        let columns = columns_for(tables, before.frame.table, after.frame.table);
        Some(Change::between(before, after, columns))
    };
    let is_same = |(i, j): Pair| {
        old_sketches
            .get(i)
            .zip(new_sketches.get(j))
            .is_some_and(|(before, after)| before.line == after.line)
    };
    let changes: Vec<Option<Change>> = pairs
        .iter()
        .map(|pair| if is_same(*pair) { None } else { change(*pair) })
        .collect();
    let moved: Vec<Option<Change>> = moves.iter().map(|pair| change(*pair)).collect();

    let mut line_up = LineUp::new(old, new, moves, moved);
    for ((i, j), change) in pairs.iter().zip(changes) {
        line_up.until(*i, *j);
        line_up.pair(change);
    }
    line_up.until(usize::MAX, usize::MAX);
    line_up.finish()
}

/// Takes blocks of both versions in order and makes pieces of them.
struct LineUp {
    old: Peekable<IntoIter<Block>>,
    new: Peekable<IntoIter<Block>>,
    /// How many blocks were taken so far.
    old_taken: usize,
    new_taken: usize,
    /// For each block, which move it belongs to.
    old_moves: Vec<Option<usize>>,
    new_moves: Vec<Option<usize>>,
    /// For each move, what changed in it; taken when its new place comes.
    moved: Vec<Option<Change>>,
    /// For each move, the places of its two pieces.
    ends: Vec<(usize, usize)>,
    pieces: Vec<Piece>,
}

impl LineUp {
    fn new(old: Vec<Block>, new: Vec<Block>, moves: &[Pair], moved: Vec<Option<Change>>) -> Self {
        let mut old_moves = vec![None; old.len()];
        let mut new_moves = vec![None; new.len()];
        for (number, (i, j)) in moves.iter().enumerate() {
            let ends = old_moves.get_mut(*i).zip(new_moves.get_mut(*j));
            if let Some((from, to)) = ends {
                (*from, *to) = (Some(number), Some(number));
            }
        }
        Self {
            old: old.into_iter().peekable(),
            new: new.into_iter().peekable(),
            old_taken: 0,
            new_taken: 0,
            old_moves,
            new_moves,
            moved,
            ends: vec![(0, 0); moves.len()],
            pieces: Vec::new(),
        }
    }

    /// Takes the blocks without a partner here, up to these places.
    fn until(&mut self, i: usize, j: usize) {
        loop {
            let old = self.old.peek().filter(|_| self.old_taken < i);
            let new = self.new.peek().filter(|_| self.new_taken < j);
            let is_new = match (old, new) {
                (None, None) => return,
                (Some(old), Some(new)) => goes_on(new) > goes_on(old),
                (old, _) => old.is_none(),
            };
            if is_new {
                if let Some(block) = self.new.next() {
                    self.arrive(block);
                }
                self.new_taken += 1;
            } else {
                if let Some(block) = self.old.next() {
                    self.leave(block);
                }
                self.old_taken += 1;
            }
        }
    }

    fn leave(&mut self, block: Block) {
        let place = self.pieces.len();
        let number = self.old_moves.get(self.old_taken).copied().flatten();
        self.pieces.push(match number {
            Some(number) => {
                if let Some(ends) = self.ends.get_mut(number) {
                    ends.0 = place;
                }
                // The number of the move stands in until all places are known.
                Piece::MovedFrom { block, to: number }
            }
            None => Piece::Removed(block),
        });
    }

    fn arrive(&mut self, block: Block) {
        let place = self.pieces.len();
        let number = self.new_moves.get(self.new_taken).copied().flatten();
        let change = number.and_then(|number| self.moved.get_mut(number)?.take());
        self.pieces.push(match number.zip(change) {
            Some((number, change)) => {
                if let Some(ends) = self.ends.get_mut(number) {
                    ends.1 = place;
                }
                Piece::MovedTo {
                    change,
                    from: number,
                }
            }
            None => Piece::Added(block),
        });
    }

    /// Takes the next block of both versions as one.
    fn pair(&mut self, change: Option<Change>) {
        self.old.next();
        self.old_taken += 1;
        self.new_taken += 1;
        if let Some(block) = self.new.next() {
            self.pieces.push(match change {
                Some(change) => Piece::Changed(change),
                None => Piece::Same(block),
            });
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        for piece in &mut self.pieces {
            match piece {
                Piece::MovedFrom { to, .. } => {
                    *to = self.ends.get(*to).map_or(0, |(_, place)| *place);
                }
                Piece::MovedTo { from, .. } => {
                    *from = self.ends.get(*from).map_or(0, |(place, _)| *place);
                }
                _ => {}
            }
        }
        self.pieces
    }
}

/// In how many containers of the block before it a block goes on.
fn goes_on(block: &Block) -> usize {
    let path = block.frame.path.iter();
    path.take_while(|container| !container.starts).count()
}
