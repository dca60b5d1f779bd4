//! A chart in words: its title, what it tells, a description of the picture, and a table of
//! every figure.

use std::fmt::Write;

use super::columns::{Figures, Series};
use super::drawing::{Drawing, LETTERS, WIDTH, escape, place, tidy};
use super::figure::Figure;
use super::{Asked, Form};

/// A longer table is folded.
const MOST_OPEN_ROWS: usize = 12;

/// The start of the ids that a chart of that title has: `chart-children-missing-from-care`.
///
/// Titles that differ in letters and digits have different ones.
pub fn identifier(title: &str) -> String {
    let letters: String = title
        .chars()
        .map(|one| if one.is_alphanumeric() { one } else { ' ' })
        .collect::<String>()
        .to_lowercase();
    let words: Vec<&str> = letters.split_whitespace().collect();
    if words.is_empty() {
        return "chart-untitled".to_owned();
    }
    format!("chart-{}", words.join("-"))
}

/// The whole chart.
pub(super) fn whole(asked: &Asked, form: Form, figures: &Figures) -> String {
    let title = tidy(&asked.title);
    let unit = tidy(asked.unit.as_deref().unwrap_or(""));
    let axis_words = match figures.series.as_slice() {
        [only] if unit.is_empty() => only.name.clone(),
        _ => unit.clone(),
    };
    let drawing = super::drawn(form, figures, &axis_words);
    let mut html = format!(
        "<figure class=\"chart\">\n<figcaption>\n<p><strong>{}</strong></p>\n<p>{}</p>\n\
         </figcaption>\n",
        escape(&title),
        escape(&tidy(&asked.takeaway))
    );
    html.push_str(&picture(
        &title,
        &description(form, figures, &drawing),
        &drawing,
    ));
    html.push_str(&table(&title, &unit, figures));
    let source = tidy(asked.source.as_deref().unwrap_or(""));
    if !source.is_empty() {
        let _ = writeln!(html, "<p class=\"source\">Source: {}</p>", escape(&source));
    }
    html.push_str("</figure>\n");
    html
}

fn picture(title: &str, description: &str, drawing: &Drawing) -> String {
    let id = identifier(title);
    format!(
        "<svg viewBox=\"0 0 {} {}\" width=\"100%\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-description\" fill=\"currentColor\" \
         font-size=\"{}\" overflow=\"visible\">\n<title id=\"{id}-title\">{}</title>\n\
         <desc id=\"{id}-description\">{}</desc>\n{}</svg>\n",
        place(WIDTH),
        place(drawing.height),
        place(LETTERS),
        escape(title),
        escape(description),
        drawing.marks
    )
}

/// What the picture shows, for those who do not see it.
fn description(form: Form, figures: &Figures, drawing: &Drawing) -> String {
    let kind = match form {
        Form::Bars => "A bar chart",
        Form::Lines => "A line chart",
    };
    let mut words = match figures.labels.as_slice() {
        [only] => format!("{kind} of one row, {only}."),
        [first, .., last] => {
            format!(
                "{kind} of {} rows, the first {first}, the last {last}.",
                figures.labels.len()
            )
        }
        [] => format!("{kind}."),
    };
    for series in &figures.series {
        let _ = write!(
            words,
            " {}: {}.",
            series.name,
            extremes(series, &figures.labels)
        );
    }
    let missing = figures
        .series
        .iter()
        .flat_map(|series| &series.figures)
        .filter(|figure| matches!(figure, Figure::Missing(_)))
        .count();
    match missing {
        0 => {}
        1 => words.push_str(" One figure is not shown."),
        more => {
            let _ = write!(words, " {more} figures are not shown.");
        }
    }
    if let Some(note) = &drawing.note {
        let _ = write!(words, " {note}");
    }
    words.push_str(" Every figure is in the table.");
    words
}

/// The highest and the lowest of a series, and where they are.
fn extremes(series: &Series, labels: &[String]) -> String {
    let mut known = series.values();
    let Some(first) = known.next() else {
        return "nothing shown".to_owned();
    };
    let (mut highest, mut lowest, mut one) = (first, first, true);
    for value in known {
        one = false;
        if value.1 > highest.1 {
            highest = value;
        }
        if value.1 < lowest.1 {
            lowest = value;
        }
    }
    let words = |(row, _): (usize, f64)| {
        let number = match series.figures.get(row) {
            Some(Figure::Number(number)) => number.in_full(),
            _ => String::new(),
        };
        (number, labels.get(row).map_or("", String::as_str))
    };
    let ((high, high_label), (low, low_label)) = (words(highest), words(lowest));
    if one {
        format!("{high} ({high_label})")
    } else if highest.0 == lowest.0 {
        format!("{high} throughout")
    } else {
        format!("highest {high} ({high_label}), lowest {low} ({low_label})")
    }
}

/// Every figure, and why any is missing.
fn table(title: &str, unit: &str, figures: &Figures) -> String {
    let mut html = String::new();
    let folded = figures.labels.len() > MOST_OPEN_ROWS;
    if folded {
        html.push_str("<details>\n<summary>The figures as a table</summary>\n");
    }
    let _ = write!(html, "<table>\n<caption>{}: the figures", escape(title));
    if !unit.is_empty() {
        let _ = write!(html, " ({})", escape(unit));
    }
    let label = if figures.label.is_empty() {
        "Row"
    } else {
        &figures.label
    };
    let _ = write!(
        html,
        "</caption>\n<thead>\n<tr><th scope=\"col\">{}</th>",
        escape(label)
    );
    for series in &figures.series {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escape(&series.name));
    }
    html.push_str("</tr>\n</thead>\n<tbody>\n");
    for (row, label) in figures.labels.iter().enumerate() {
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escape(label));
        for series in &figures.series {
            let words = match series.figures.get(row) {
                Some(Figure::Number(number)) => number.in_full(),
                Some(Figure::Missing(missing)) => missing.words(),
                None => String::new(),
            };
            let _ = write!(html, "<td>{}</td>", escape(&words));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
    if folded {
        html.push_str("</details>\n");
    }
    html
}
