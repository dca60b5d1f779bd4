//! Tables of office files, written as comma-separated values: what a cell holds is often said only
//! by the name of its column.

use super::gather::Gather;
use super::limits;

/// The most columns of a table that are kept; what stands further right is still among the words.
const COLUMNS: usize = 256;

/// Tables that are being read: one within another is a table of its own.
#[derive(Debug, Default)]
pub(super) struct Grids {
    open: Vec<Grid>,
    /// How many bytes have been kept altogether.
    kept: usize,
}

/// A table so far.
#[derive(Debug, Default)]
struct Grid {
    text: String,
    /// How many cells of the present row have begun.
    cells: usize,
    in_cell: bool,
}

impl Grids {
    /// A table begins.
    pub(super) fn begin(&mut self) {
        self.end_cell();
        if self.open.len() < limits::DEPTH {
            self.open.push(Grid::default());
        }
    }

    /// A row begins.
    pub(super) fn row(&mut self) {
        self.end_cell();
        if let Some(grid) = self.open.last_mut() {
            if !grid.text.is_empty() {
                grid.text.push('\n');
            }
            grid.cells = 0;
        }
    }

    /// The next cell of the row begins.
    pub(super) fn cell(&mut self) {
        let next = self.open.last().map_or(0, |grid| grid.cells);
        self.cell_at(next);
    }

    /// The cell in a column, counted from 0, begins.
    pub(super) fn cell_at(&mut self, column: usize) {
        self.end_cell();
        let has_room = self.kept < limits::TEXT;
        let Some(grid) = self.open.last_mut() else {
            return;
        };
        if column >= COLUMNS || column < grid.cells || !has_room {
            return;
        }
        // A comma for each cell that is left out, and one after the cell before.
        let commas = column - grid.cells + usize::from(grid.cells > 0);
        grid.text.extend(std::iter::repeat_n(',', commas));
        grid.text.push('"');
        grid.cells = column + 1;
        grid.in_cell = true;
        self.kept += commas + 2;
    }

    /// The present cell goes over so many columns.
    pub(super) fn spans(&mut self, columns: usize) {
        let more = columns.saturating_sub(1).min(COLUMNS);
        if more == 0 || !self.open.last().is_some_and(|grid| grid.in_cell) {
            return;
        }
        if let Some(grid) = self.open.last_mut() {
            // The words come later: they are put into the last of the columns.
            grid.text.pop();
            grid.text.extend(std::iter::repeat_n(',', more));
            grid.text.push('"');
            grid.cells += more;
            self.kept += more;
        }
    }

    /// Words of the present cell.
    pub(super) fn words(&mut self, words: &str) {
        let Some(grid) = self.open.last_mut().filter(|grid| grid.in_cell) else {
            return;
        };
        if self.kept + words.len() > limits::TEXT {
            return;
        }
        self.kept += words.len();
        for letter in words.chars() {
            match letter {
                '"' => grid.text.push_str("\"\""),
                one if one.is_control() => grid.text.push(' '),
                one => grid.text.push(one),
            }
        }
    }

    /// The present cell ends.
    pub(super) fn end_cell(&mut self) {
        if let Some(grid) = self.open.last_mut().filter(|grid| grid.in_cell) {
            grid.text.push('"');
            grid.in_cell = false;
        }
    }

    /// The table ends.
    pub(super) fn end(&mut self, gather: &mut Gather) {
        self.end_cell();
        if let Some(grid) = self.open.pop() {
            gather.table(grid.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_in_their_columns() {
        let mut gather = Gather::new();
        let mut grids = Grids::default();
        grids.words("before");
        grids.begin();
        grids.row();
        grids.cell();
        grids.words("A \"b\"\nc");
        grids.cell_at(3);
        grids.words("d");
        grids.cell();
        grids.end_cell();
        grids.row();
        grids.cell_at(2);
        grids.words("e");
        grids.cell_at(COLUMNS);
        grids.words("far");
        grids.row();
        grids.cell();
        grids.spans(2);
        grids.words("f");
        grids.cell();
        grids.words("g");
        grids.end(&mut gather);
        grids.end(&mut gather);
        assert_eq!(
            gather.finish().tables,
            ["\"A \"\"b\"\" c\",,,\"d\",\"\"\n,,\"e\"\n,\"f\",\"g\""]
        );
    }
}
