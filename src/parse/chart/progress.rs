//! How far an action plan has come: one bar of what is done, under way, to come and given up.

use std::fmt::Write;

use super::drawing::{Anchor, Boxes, Drawing, LETTERS, LINE, WIDTH, escape, place, tidy, width};
use crate::model::ActionStatus;

/// How far an action can have come, in the order of the bar.
const STATES: [ActionStatus; 4] = [
    ActionStatus::Done,
    ActionStatus::InProgress,
    ActionStatus::NotStarted,
    ActionStatus::Stopped,
];
/// Between two parts of a bar.
const GAP: f64 = 3.0;
/// A part of a bar narrower than this is overlooked.
const LEAST: f64 = 4.0;

/// What the charts say, in the language of the page that they stand on.
pub trait ProgressWords {
    /// How far actions have come: "in progress".
    fn state(&self, state: ActionStatus) -> String;
    /// How many have come that far: "3 in progress".
    fn counted(&self, state: ActionStatus, number: usize) -> String;
    /// "5 of 12 actions are done."
    fn done(&self, done: usize, all: usize) -> String;
    /// For those who do not see it: "A bar of 12 actions: 5 done, 3 in progress".
    fn bar(&self, all: usize, counts: &str) -> String;
    /// "12 actions: 5 done, 3 in progress".
    fn all(&self, all: usize, counts: &str) -> String;
    /// "There are no actions yet."
    fn none_yet(&self) -> String;
    /// "No version has actions yet."
    fn none_in_any_version(&self) -> String;
    /// Of a version: "no actions".
    fn none_in_version(&self) -> String;
    /// The caption of the table of versions, and the heads of its columns.
    fn table(&self) -> [String; 3];
}

/// A small chart of how far an action plan has come, by the number of its actions that are done,
/// in progress, not started and stopped.
pub fn progress(counts: [usize; 4], words: &dyn ProgressWords) -> String {
    let all = sum(counts);
    if all == 0 {
        return format!("<p>{}</p>\n", escape(&words.none_yet()));
    }
    let mut html = String::from("<figure class=\"chart progress\">\n");
    let [done, ..] = counts;
    let _ = writeln!(
        html,
        "<figcaption><strong>{}</strong></figcaption>",
        escape(&words.done(done, all))
    );
    let mut drawing = Drawing::default();
    let parts = stacked(counts, WIDTH, 22.0, &mut drawing);
    for ((left, wide), count) in parts.into_iter().zip(counts) {
        let number = count.to_string();
        if count > 0 && width(&number) <= wide {
            drawing.words(left + wide / 2.0, 22.0 + LINE, Anchor::Middle, &number);
        }
    }
    let _ = writeln!(
        html,
        "<svg viewBox=\"0 0 {} 44\" width=\"100%\" role=\"img\" aria-label=\"{}\" \
         fill=\"currentColor\" font-size=\"{}\">\n{}</svg>",
        place(WIDTH),
        escape(&words.bar(all, &in_words(counts, words))),
        place(LETTERS),
        drawing.marks
    );
    html.push_str("<ul>\n");
    for (number, (state, count)) in STATES.into_iter().zip(counts).enumerate() {
        let counted = escape(&words.counted(state, count));
        let _ = writeln!(html, "<li>{} {counted}</li>", sample(number));
    }
    html.push_str("</ul>\n</figure>\n");
    html
}

/// How far an action plan had come in each of its versions, by the version's day in words and
/// the number of actions done, in progress, not started and stopped. The order is kept.
///
/// A bar is as long as there are actions, so that a plan that grew shows it.
pub fn progress_over_time(versions: &[(String, [usize; 4])], words: &dyn ProgressWords) -> String {
    let most = versions
        .iter()
        .map(|(_, counts)| sum(*counts))
        .max()
        .unwrap_or(0);
    if most == 0 {
        return format!("<p>{}</p>\n", escape(&words.none_in_any_version()));
    }
    let mut html = String::from("<figure class=\"chart progress\">\n<ul>\n");
    for (number, state) in STATES.into_iter().enumerate() {
        let name = escape(&words.state(state));
        let _ = writeln!(html, "<li>{} {name}</li>", sample(number));
    }
    let [caption, version_head, actions_head] = words.table().map(|text| escape(&text));
    let _ = write!(
        html,
        "</ul>\n<table>\n<caption>{caption}</caption>\n\
         <thead>\n<tr><th scope=\"col\">{version_head}</th><th scope=\"col\">{actions_head}</th></tr>\n\
         </thead>\n<tbody>\n"
    );
    for (day, counts) in versions {
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
            escape(&tidy(day)),
            version(*counts, most, words)
        );
    }
    html.push_str("</tbody>\n</table>\n</figure>\n");
    html
}

/// One version's bar, and the same in words.
fn version(counts: [usize; 4], most: usize, words: &dyn ProgressWords) -> String {
    let all = sum(counts);
    if all == 0 {
        return escape(&words.none_in_version());
    }
    let mut drawing = Drawing::default();
    let long = (200.0 * all as f64 / most as f64).max(25.0);
    stacked(counts, long, 12.0, &mut drawing);
    format!(
        "<svg viewBox=\"0 0 200 14\" width=\"100%\" aria-hidden=\"true\" fill=\"currentColor\">\n\
         {}</svg>\n<p>{}</p>",
        drawing.marks,
        escape(&words.all(all, &in_words(counts, words)))
    )
}

/// Draws the parts of a bar one after the other. Returns from where on and how wide each is.
fn stacked(counts: [usize; 4], long: f64, high: f64, drawing: &mut Drawing) -> [(f64, f64); 4] {
    let widths = widths(counts, long - 2.0);
    let mut parts = [(0.0, 0.0); 4];
    let mut x = 1.0;
    for (state, (part, wide)) in parts.iter_mut().zip(widths).enumerate() {
        *part = (x, wide);
        if wide > 0.0 {
            let mut boxes = Boxes::new(high);
            boxes.add(x, 1.0, wide);
            boxes.draw(state, drawing);
            x += wide + GAP;
        }
    }
    parts
}

/// How wide each part of a bar is: by its count, but none so narrow that it is overlooked.
fn widths(counts: [usize; 4], long: f64) -> [f64; 4] {
    let parts = counts.iter().filter(|count| **count > 0).count();
    let gaps = GAP * parts.saturating_sub(1) as f64;
    let room = long - gaps - LEAST * parts as f64;
    let all = sum(counts).max(1) as f64;
    counts.map(|count| match count {
        0 => 0.0,
        _ => LEAST + room * count as f64 / all,
    })
}

/// A piece of a bar as a state looks, to stand before its name.
fn sample(state: usize) -> String {
    let mut drawing = Drawing::default();
    let mut boxes = Boxes::new(12.0);
    boxes.add(1.0, 1.0, 24.0);
    boxes.draw(state, &mut drawing);
    format!(
        "<svg viewBox=\"0 0 26 14\" width=\"26\" height=\"14\" aria-hidden=\"true\">\n{}</svg>",
        drawing.marks
    )
}

/// “5 done, 3 in progress, 3 not started, 1 stopped”
fn in_words(counts: [usize; 4], words: &dyn ProgressWords) -> String {
    let parts: Vec<String> = STATES
        .into_iter()
        .zip(counts)
        .map(|(state, count)| words.counted(state, count))
        .collect();
    parts.join(", ")
}

fn sum(counts: [usize; 4]) -> usize {
    counts.into_iter().fold(0, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{English, is_balanced};
    use super::*;

    #[test]
    fn progress_is_told_in_words_and_numbers() {
        let html = progress([5, 3, 3, 1], &English);
        assert!(html.contains("<strong>5 of 12 are done.</strong>"));
        assert!(html.contains(
            "aria-label=\"A bar of 12 actions: 5 done, 3 in progress, 3 not started, 1 stopped\""
        ));
        for words in [
            " 5 done</li>",
            " 3 in progress</li>",
            " 3 not started</li>",
            " 1 stopped</li>",
        ] {
            assert!(html.contains(words), "{words}");
        }
        assert_eq!(
            progress([0, 0, 0, 0], &English),
            "<p>There are no actions yet.</p>\n"
        );
        assert!(is_balanced(&html));
    }

    #[test]
    fn progress_over_time_has_a_row_for_each_version() {
        let html = progress_over_time(
            &[
                ("1 July 2025".into(), [0, 2, 8, 0]),
                ("1 July <2026>".into(), [7, 3, 1, 1]),
                ("1 July 2027".into(), [0; 4]),
            ],
            &English,
        );
        assert!(html.contains("<th scope=\"row\">1 July &lt;2026&gt;</th>"));
        assert!(
            html.contains("<p>12 actions: 7 done, 3 in progress, 1 not started, 1 stopped</p>")
        );
        assert!(html.contains("<td>no actions</td>"));
        assert!(is_balanced(&html));
        assert!(progress_over_time(&[], &English).starts_with("<p>"));
    }
}
