//! How far an action plan has come: one bar of what is done, under way, to come and given up.

use std::fmt::Write;

use super::drawing::{Anchor, Boxes, Drawing, LETTERS, LINE, WIDTH, escape, place, tidy, width};

/// How far an action can have come, in the words of action plans and in the order of the bar.
const STATES: [&str; 4] = ["done", "in progress", "not started", "stopped"];
/// Between two parts of a bar.
const GAP: f64 = 3.0;
/// A part of a bar narrower than this is overlooked.
const LEAST: f64 = 4.0;

/// A small chart of how far an action plan has come, by the number of its actions in each state.
pub fn progress(done: usize, in_progress: usize, not_started: usize, stopped: usize) -> String {
    let counts = [done, in_progress, not_started, stopped];
    let all = sum(counts);
    if all == 0 {
        return "<p>There are no actions yet.</p>\n".to_owned();
    }
    let mut html = String::from("<figure class=\"chart progress\">\n");
    let of = if all == 1 {
        format!("{done} of 1 action is done.")
    } else {
        let verb = if done == 1 { "is" } else { "are" };
        format!("{done} of {all} actions {verb} done.")
    };
    let _ = writeln!(html, "<figcaption><strong>{of}</strong></figcaption>");
    let mut drawing = Drawing::default();
    let parts = stacked(counts, WIDTH, 22.0, &mut drawing);
    for ((left, wide), count) in parts.into_iter().zip(counts) {
        let words = count.to_string();
        if count > 0 && width(&words) <= wide {
            drawing.words(left + wide / 2.0, 22.0 + LINE, Anchor::Middle, &words);
        }
    }
    let _ = writeln!(
        html,
        "<svg viewBox=\"0 0 {} 44\" width=\"100%\" role=\"img\" aria-label=\"A bar of {all} {}: {}\" \
         fill=\"currentColor\" font-size=\"{}\">\n{}</svg>",
        place(WIDTH),
        plural(all),
        in_words(counts),
        place(LETTERS),
        drawing.marks
    );
    html.push_str("<ul>\n");
    for (state, (name, count)) in STATES.iter().zip(counts).enumerate() {
        let _ = writeln!(html, "<li>{} {count} {name}</li>", sample(state));
    }
    html.push_str("</ul>\n</figure>\n");
    html
}

/// How far an action plan had come in each of its versions, by the version's day in words and
/// the number of actions done, in progress, not started and stopped. The order is kept.
///
/// A bar is as long as there are actions, so that a plan that grew shows it.
pub fn progress_over_time(versions: &[(String, [usize; 4])]) -> String {
    let most = versions
        .iter()
        .map(|(_, counts)| sum(*counts))
        .max()
        .unwrap_or(0);
    if most == 0 {
        return "<p>No version has actions yet.</p>\n".to_owned();
    }
    let mut html = String::from("<figure class=\"chart progress\">\n<ul>\n");
    for (state, name) in STATES.iter().enumerate() {
        let _ = writeln!(html, "<li>{} {name}</li>", sample(state));
    }
    html.push_str(
        "</ul>\n<table>\n<caption>How far the actions had come in each version</caption>\n\
         <thead>\n<tr><th scope=\"col\">Version</th><th scope=\"col\">Actions</th></tr>\n\
         </thead>\n<tbody>\n",
    );
    for (day, counts) in versions {
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
            escape(&tidy(day)),
            version(*counts, most)
        );
    }
    html.push_str("</tbody>\n</table>\n</figure>\n");
    html
}

/// One version's bar, and the same in words.
fn version(counts: [usize; 4], most: usize) -> String {
    let all = sum(counts);
    if all == 0 {
        return "no actions".to_owned();
    }
    let mut drawing = Drawing::default();
    let long = (200.0 * all as f64 / most as f64).max(25.0);
    stacked(counts, long, 12.0, &mut drawing);
    format!(
        "<svg viewBox=\"0 0 200 14\" width=\"100%\" aria-hidden=\"true\" fill=\"currentColor\">\n\
         {}</svg>\n<p>{all} {}: {}</p>",
        drawing.marks,
        plural(all),
        in_words(counts)
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
fn in_words(counts: [usize; 4]) -> String {
    let words: Vec<String> = STATES
        .iter()
        .zip(counts)
        .map(|(name, count)| format!("{count} {name}"))
        .collect();
    words.join(", ")
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "action" } else { "actions" }
}

fn sum(counts: [usize; 4]) -> usize {
    counts.into_iter().fold(0, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::super::tests::is_balanced;
    use super::*;

    #[test]
    fn progress_is_told_in_words_and_numbers() {
        let html = progress(5, 3, 3, 1);
        assert!(html.contains("5 of 12 actions are done."));
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
        assert!(progress(1, 0, 0, 0).contains("1 of 1 action is done."));
        assert!(progress(1, 1, 0, 0).contains("1 of 2 actions is done."));
        assert!(progress(0, 2, 0, 0).contains("0 of 2 actions are done."));
        assert_eq!(progress(0, 0, 0, 0), "<p>There are no actions yet.</p>\n");
        assert!(is_balanced(&html));
    }

    #[test]
    fn progress_over_time_has_a_row_for_each_version() {
        let html = progress_over_time(&[
            ("1 July 2025".into(), [0, 2, 8, 0]),
            ("1 July <2026>".into(), [7, 3, 1, 1]),
            ("1 July 2027".into(), [0; 4]),
        ]);
        assert!(html.contains("<th scope=\"row\">1 July &lt;2026&gt;</th>"));
        assert!(
            html.contains("<p>12 actions: 7 done, 3 in progress, 1 not started, 1 stopped</p>")
        );
        assert!(html.contains("<td>no actions</td>"));
        assert!(is_balanced(&html));
        assert!(progress_over_time(&[]).starts_with("<p>"));
    }
}
