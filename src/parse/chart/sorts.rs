//! What figures are counted in: plain numbers, pounds or percentages, but one for a chart.

use super::columns::{File, Series, about};
use super::figure::{Figure, Sort, short};
use super::problem::{About, Finding, cell_name};

impl File<'_> {
    /// What all figures are counted in: a chart has one scale.
    pub(super) fn common_sort(
        &self,
        chosen: &[usize],
        series: &[Series],
        finding: &mut Finding,
    ) -> Option<Sort> {
        let mut sorts: Vec<(Sort, &str)> = Vec::new();
        for (column, one) in chosen.iter().zip(series) {
            let Some(sort) = usual_sort(one) else {
                continue;
            };
            self.check_sorts(*column, one, sort, finding);
            sorts.push((sort, one.name.as_str()));
        }
        let Some((first, name)) = sorts.first().copied() else {
            finding.add(
                About::Values,
                None,
                "there is no figure to draw: every cell is empty or says why nothing is shown",
                "leave the chart out and say it in words",
            );
            return None;
        };
        if let Some((other, other_name)) = sorts.iter().find(|(sort, _)| *sort != first) {
            finding.add(
                About::Values,
                None,
                format!(
                    "“{}” is in {} and “{}” in {}, but a chart has one scale",
                    short(name),
                    first.words(),
                    short(other_name),
                    other.words()
                ),
                "make two charts, each with its own values",
            );
        }
        Some(first)
    }

    /// Notes numbers that are counted in something else than the rest of their column.
    fn check_sorts(&self, column: usize, series: &Series, usual: Sort, finding: &mut Finding) {
        for (row, figure) in self.rows.iter().zip(&series.figures) {
            let (Figure::Number(number), Some(cell)) = (figure, row.cells.get(column)) else {
                continue;
            };
            if number.sort != usual {
                finding.add(
                    about(row, column),
                    Some(cell.span.clone()),
                    format!(
                        "cell {}: “{}” stands in a column of {}",
                        cell_name(row.number, column + 1),
                        short(&cell.text),
                        usual.words()
                    ),
                    "write all figures of a column in the same way",
                );
            }
        }
    }
}

/// What most numbers of a series are counted in.
fn usual_sort(series: &Series) -> Option<Sort> {
    let count = |sort: Sort| {
        let numbers = series.figures.iter();
        numbers
            .filter(|one| matches!(one, Figure::Number(number) if number.sort == sort))
            .count()
    };
    [Sort::PerCent, Sort::Pounds, Sort::Plain]
        .into_iter()
        .map(|sort| (count(sort), sort))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, _)| *count)
        .map(|(_, sort)| sort)
}
