//! Charts in a page: figures from a CSV file as bars or lines, in words and as a table.
//!
//! 1. [`cells`] takes the file apart and keeps where each cell stands;
//! 2. [`figure`] reads a cell: a number, or why there is none;
//! 3. [`columns`] chooses the columns and gathers the series, [`shape`] and
//!    [`sorts`] note what is wrong with the file and with what is counted;
//! 4. [`bars`] or [`lines`] draws them, on a round [`scale`], with the marks of [`drawing`];
//! 5. [`words`] says the same in words and as a table.
//!
//! [`progress()`] draws how far an action plan has come.
//!
//! What is written here becomes part of a recorded page and is never drawn again. So the drawing
//! asks nothing of a stylesheet: it uses presentation attributes only, `currentColor`, and shapes
//! that differ without colour. It refers to nothing by id but its own title and description,
//! because pages that show several bodies give ids anew.

mod bars;
mod cells;
mod columns;
mod drawing;
mod figure;
mod lines;
mod problem;
mod progress;
mod scale;
mod shape;
mod sorts;
mod words;

#[cfg(test)]
mod tests;

pub use problem::{About, ChartProblem};
pub use progress::{ProgressWords, progress, progress_over_time};
#[cfg(test)]
use words::identifier;

use columns::Figures;
use problem::Finding;

/// What an author asks for in a `chart` block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The CSV file's name, beside the page.
    pub file: String,
    /// What the chart shows. On one page no two charts may have the same id.
    pub title: String,
    /// What it tells the reader, in a sentence.
    pub takeaway: String,
    /// `bars` or `lines`; bars if empty.
    pub form: String,
    /// The column with the labels; the first if there is none.
    pub label: Option<String>,
    /// The columns to draw; all with numbers if there is none.
    pub values: Option<Vec<String>>,
    /// What the figures count, for the axis and the table.
    pub unit: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
}

/// How the figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Bars,
    Lines,
}

/// The HTML of a chart, or all that is wrong with what was asked and with the file.
///
/// # Errors
///
/// Every problem found, in the order of the block and then of the file; never none.
pub fn chart(asked: &Asked, csv: &str) -> Result<String, Vec<ChartProblem>> {
    let mut finding = Finding::default();
    finding.needed(
        &asked.file,
        About::File,
        "it is not said which file holds the figures",
        "write file = \"figures.csv\", with the name of a CSV file beside the page",
    );
    finding.needed(
        &asked.title,
        About::Title,
        "the chart has no title",
        "write title = \"…\": say what the chart shows, and for when",
    );
    finding.needed(
        &asked.takeaway,
        About::Takeaway,
        "it is not said what the chart tells the reader",
        "write takeaway = \"…\": one sentence that a reader can take away without the picture",
    );
    let form = form(asked, &mut finding);
    // What is in no file cannot be wrong.
    let has_file = !asked.file.trim().is_empty();
    let figures = has_file
        .then(|| columns::gather(asked, csv, &mut finding))
        .flatten();
    match (form, figures) {
        (Some(form), Some(figures)) if finding.problems.is_empty() => {
            Ok(words::whole(asked, form, &figures))
        }
        _ => Err(finding.problems),
    }
}

fn form(asked: &Asked, finding: &mut Finding) -> Option<Form> {
    match asked.form.trim().to_lowercase().as_str() {
        "" | "bars" => Some(Form::Bars),
        "lines" => Some(Form::Lines),
        _ => {
            finding.add(
                About::Type,
                None,
                format!("“{}” is not a type of chart", asked.form.trim()),
                "write type = \"bars\" to compare, or type = \"lines\" for change over time",
            );
            None
        }
    }
}

/// The picture itself.
fn drawn(form: Form, figures: &Figures, unit: &str) -> drawing::Drawing {
    match form {
        Form::Bars => bars::draw(figures, unit),
        Form::Lines => lines::draw(figures, unit),
    }
}
