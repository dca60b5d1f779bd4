//! Which column of a table became which column of its new version.
//!
//! 1. Tables belong together when most of their rows are paired.
//! 2. Columns with equal headings or equal cells are paired in order.
//! 3. Between these, as many columns on both sides are paired by position: a new
//!    year in the heading with new amounts below is still the same column.

use std::collections::{BTreeMap, BTreeSet};

use super::align::Pair;
use super::blocks::{Block, Cell};
use super::tokens::plain;

/// Tables with more pairs of columns than this are paired by position.
const MOST_COLUMN_PAIRS: usize = 2_500;

/// So many rows are enough to tell which columns are alike.
const MOST_ROWS: usize = 100;

/// A column by its place in the old version, in the new one, or in both.
pub type Column = (Option<usize>, Option<usize>);

/// The columns of both versions of one table, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumns {
    /// Which table of the old body it was.
    pub old_table: usize,
    /// Which table of the new body it is.
    pub new_table: usize,
    /// Each column by its place in the old and in the new version.
    pub columns: Vec<Column>,
}

impl TableColumns {
    /// How many columns are only in the new version.
    pub(super) fn added(&self) -> usize {
        self.columns.iter().filter(|(old, _)| old.is_none()).count()
    }

    /// How many columns are only in the old version.
    pub(super) fn removed(&self) -> usize {
        self.columns.iter().filter(|(_, new)| new.is_none()).count()
    }
}

/// The columns of all tables that are in both versions.
pub(super) fn find(old: &[Block], new: &[Block], pairs: &[Pair]) -> Vec<TableColumns> {
    let (old_tables, new_tables) = (Table::all(old), Table::all(new));
    let mut found = Vec::new();
    for ((old_table, new_table), rows) in matched_tables(old, new, pairs) {
        let (Some(before), Some(after)) = (old_tables.get(&old_table), new_tables.get(&new_table))
        else {
            continue;
        };
        found.push(TableColumns {
            old_table,
            new_table,
            columns: columns(before, after, &rows),
        });
    }
    found
}

/// What is known of a table: its column headings, and how many columns it has.
#[derive(Debug, Default)]
struct Table<'a> {
    headings: Option<&'a [Cell]>,
    width: usize,
}

impl<'a> Table<'a> {
    fn all(blocks: &'a [Block]) -> BTreeMap<usize, Table<'a>> {
        let mut tables: BTreeMap<usize, Table> = BTreeMap::new();
        for block in blocks {
            let Some(place) = block.frame.table else {
                continue;
            };
            let table = tables.entry(place).or_default();
            table.width = table.width.max(block.cells.len());
            if table.headings.is_none() && block.frame.is_header_row() {
                table.headings = Some(&block.cells);
            }
        }
        tables
    }
}

/// The old and the new version of a row.
type Rows<'a> = (&'a [Cell], &'a [Cell]);

/// Pairs of tables with their paired rows. A table goes with the one that it
/// shares most rows with.
fn matched_tables<'a>(
    old: &'a [Block],
    new: &'a [Block],
    pairs: &[Pair],
) -> Vec<(Pair, Vec<Rows<'a>>)> {
    let mut shared: BTreeMap<Pair, Vec<Rows>> = BTreeMap::new();
    for (i, j) in pairs {
        let Some((a, b)) = old.get(*i).zip(new.get(*j)) else {
            continue;
        };
        if let Some(tables) = a.frame.table.zip(b.frame.table) {
            shared.entry(tables).or_default().push((&a.cells, &b.cells));
        }
    }
    let mut candidates: Vec<(Pair, Vec<Rows>)> = shared.into_iter().collect();
    candidates.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    let (mut old_taken, mut new_taken) = (BTreeSet::new(), BTreeSet::new());
    candidates.retain(|((a, b), _)| {
        let is_free = !old_taken.contains(a) && !new_taken.contains(b);
        if is_free {
            old_taken.insert(*a);
            new_taken.insert(*b);
        }
        is_free
    });
    candidates.sort_by_key(|(tables, _)| *tables);
    candidates
}

fn columns(old: &Table, new: &Table, rows: &[Rows]) -> Vec<Column> {
    let product = old.width.saturating_mul(new.width);
    let sure = if product > MOST_COLUMN_PAIRS {
        Vec::new()
    } else {
        best_pairs(old.width, new.width, &evidence(old, new, rows))
    };
    let mut columns = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (next_i, next_j) in sure {
        fill(&mut columns, i..next_i, j..next_j);
        columns.push((Some(next_i), Some(next_j)));
        (i, j) = (next_i + 1, next_j + 1);
    }
    fill(&mut columns, i..old.width, j..new.width);
    columns
}

/// Adds the columns between two sure pairs.
fn fill(columns: &mut Vec<Column>, old: std::ops::Range<usize>, new: std::ops::Range<usize>) {
    if old.len() == new.len() {
        columns.extend(old.zip(new).map(|(i, j)| (Some(i), Some(j))));
    } else {
        columns.extend(old.map(|i| (Some(i), None)));
        columns.extend(new.map(|j| (None, Some(j))));
    }
}

/// For each old column and each new one: how many of their cells are equal. An
/// equal heading counts for as much as all cells.
fn evidence(old: &Table, new: &Table, rows: &[Rows]) -> Vec<Vec<usize>> {
    let mut counts = vec![vec![0; new.width]; old.width];
    for (before, after) in rows.iter().take(MOST_ROWS) {
        count_equal(&mut counts, before, after, 1);
    }
    if let Some((before, after)) = old.headings.zip(new.headings) {
        count_equal(&mut counts, before, after, 1 + rows.len().min(MOST_ROWS));
    }
    counts
}

fn count_equal(counts: &mut [Vec<usize>], before: &[Cell], after: &[Cell], weight: usize) {
    let texts: Vec<String> = after.iter().map(|cell| plain(&cell.tokens)).collect();
    for (cell, counts) in before.iter().zip(counts) {
        let text = plain(&cell.tokens);
        for (other, count) in texts.iter().zip(counts) {
            if !text.is_empty() && text == *other {
                *count += weight;
            }
        }
    }
}

/// The pairs in order with the most evidence in all.
fn best_pairs(old_width: usize, new_width: usize, evidence: &[Vec<usize>]) -> Vec<Pair> {
    // `sums` holds, for each place, the most evidence for what is from there on.
    let mut sums = vec![vec![0; new_width + 1]; old_width + 1];
    let at = |sums: &[Vec<usize>], i: usize, j: usize| -> usize {
        sums.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0)
    };
    let with_pair = |sums: &[Vec<usize>], i: usize, j: usize| match at(evidence, i, j) {
        0 => 0,
        count => count + at(sums, i + 1, j + 1),
    };
    for i in (0..old_width).rev() {
        for j in (0..new_width).rev() {
            let skipped = at(&sums, i + 1, j).max(at(&sums, i, j + 1));
            let best = with_pair(&sums, i, j).max(skipped);
            if let Some(sum) = sums.get_mut(i).and_then(|row| row.get_mut(j)) {
                *sum = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < old_width && j < new_width {
        let best = at(&sums, i, j);
        if best > 0 && with_pair(&sums, i, j) == best {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&sums, i + 1, j) >= at(&sums, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
