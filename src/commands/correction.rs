//! What a correction had better not change unasked: figures that say what people get, and when.

use crate::changes::{English, FigureChange, FigureSort, changed_figures, compare};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Publication;

/// So many figures of a sort are told one by one.
const TOLD: usize = 5;

/// Asks whether a change of amounts, percentages, ages or dates is a correction. The class is the
/// council’s choice: a wrong amount may well have been printed.
pub(super) fn doubt(old: &Publication, new: &Publication) -> Option<Diagnostic> {
    let changes = changed_figures(&compare(old, new, &English));
    if changes.is_empty() {
        return None;
    }
    let told: Vec<String> = changes.iter().map(told).collect();
    Some(
        Diagnostic::warning(
            Code::CorrectionFigures,
            format!("{}: is this a correction?", told.join(", ")),
        )
        .at(&new.kind.place)
        .help(
            "a correction mends what was printed wrong; what people can now get, and could not \
             before, is an update: publish it with --class update",
        ),
    )
}

/// “amounts changed (£176 → £76)”.
fn told(change: &FigureChange) -> String {
    let noun = match change.sort {
        FigureSort::Amount => "amounts",
        FigureSort::Percentage => "percentages",
        FigureSort::Age => "ages",
        FigureSort::Date => "dates",
    };
    let (gone, come) = (&change.gone, &change.come);
    let is_paired = gone.len() == come.len();
    let pairs = gone.iter().zip(come).filter(|_| is_paired);
    let mut parts: Vec<String> = pairs.map(|(old, new)| format!("{old} → {new}")).collect();
    let more = parts.len().saturating_sub(TOLD);
    parts.truncate(TOLD);
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    // What was taken out may be somebody’s day of birth: it is counted, and not repeated.
    for (number, word) in [(come.len(), "new"), (gone.len(), "taken out")] {
        if !is_paired && number > 0 {
            parts.push(format!("{number} {word}"));
        }
    }
    format!("{noun} changed ({})", parts.join(", "))
}
