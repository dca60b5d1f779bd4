//! Figures as bars that lie on their side: the label above, the number at the end.
//!
//! On a phone a label has the whole width that way, however long it is. The scale starts at
//! nought always, because the eye reads a bar by its length.

use std::fmt::Write;

use super::columns::{Figures, Series};
use super::drawing::{Anchor, Boxes, Drawing, LINE, WIDTH, place, shortened, two_lines, width};
use super::figure::Figure;
use super::scale::Scale;

/// Between a bar and its number.
const GAP: f64 = 4.0;
/// Less room than this shows no difference between bars.
const LEAST_ROOM: f64 = 120.0;
/// What stands in place of a number that is not there.
const NOT_SHOWN: &str = "not shown";

/// Where the names of several series stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    /// Nowhere: there is one series, and the axis names it.
    Nowhere,
    /// After the number.
    AtEnd,
    /// Above each bar, where they are too long to stand beside it.
    Above,
}

/// How the width is shared out.
struct Layout {
    names: Names,
    /// Where the scale starts.
    left: f64,
    /// How long it is.
    room: f64,
    scale: Scale,
}

/// Draws them.
pub(super) fn draw(figures: &Figures, axis_words: &str) -> Drawing {
    let layout = Layout::new(figures);
    let thickness = if figures.series.len() == 1 {
        14.0
    } else {
        12.0
    };
    let mut boxes: Vec<Boxes> = figures
        .series
        .iter()
        .map(|_| Boxes::new(thickness))
        .collect();
    let mut drawing = Drawing::default();
    let mut start_line = String::new();
    let mut y = 0.0;
    for (row, label) in figures.labels.iter().enumerate() {
        y = drawing.row_label(y, label, layout.names != Names::Nowhere) + 1.0;
        for (series, boxes) in figures.series.iter().zip(&mut boxes) {
            if layout.names == Names::Above {
                drawing.words(
                    0.0,
                    y + 12.0,
                    Anchor::Start,
                    &shortened(&series.name, WIDTH),
                );
                y += LINE;
            }
            layout.bar(series, row, y, thickness, boxes, &mut drawing);
            let start = place(layout.x(0.0));
            let _ = write!(
                start_line,
                "M{start} {}v{}",
                place(y - 2.0),
                place(thickness + GAP)
            );
            y += thickness + GAP;
        }
        y += 9.0;
    }
    for (number, boxes) in boxes.iter().enumerate() {
        boxes.draw(number, &mut drawing);
    }
    drawing.axis(&start_line);
    layout.axis(figures, axis_words, y, &mut drawing);
    drawing
}

impl Drawing {
    /// The label of a row, on two lines where one is too short. Gives where it ends.
    fn row_label(&mut self, top: f64, label: &str, strong: bool) -> f64 {
        // Bold letters are wider.
        let room = if strong { WIDTH * 0.88 } else { WIDTH };
        let mut y = top;
        for line in two_lines(label, room) {
            match strong {
                true => self.strong_words(0.0, y + 12.0, &line),
                false => self.words(0.0, y + 12.0, Anchor::Start, &line),
            }
            y += LINE;
        }
        y
    }
}

impl Layout {
    fn new(figures: &Figures) -> Self {
        let several = figures.series.len() > 1;
        let names = if several {
            Names::AtEnd
        } else {
            Names::Nowhere
        };
        let first = Self::with_names(figures, names);
        if several && first.room < LEAST_ROOM {
            return Self::with_names(figures, Names::Above);
        }
        first
    }

    fn with_names(figures: &Figures, names: Names) -> Self {
        let (mut before, mut after) = (0.0_f64, 0.0_f64);
        for series in &figures.series {
            for figure in &series.figures {
                let room = width(&end_words(series, figure, names)) + GAP;
                match figure {
                    Figure::Number(number) if number.value < 0.0 => before = before.max(room),
                    _ => after = after.max(room),
                }
            }
        }
        // Numbers of nine digits on both sides leave little; what is left stays visible.
        let room = (WIDTH - before - after).max(30.0);
        let (low, high) = figures.bounds();
        let scale = scale(low.min(0.0), high.max(0.0), room, figures);
        Self {
            names,
            left: before,
            room,
            scale,
        }
    }

    fn x(&self, value: f64) -> f64 {
        self.left + self.scale.share(value) * self.room
    }

    /// One bar and what stands at its end.
    fn bar(
        &self,
        series: &Series,
        row: usize,
        y: f64,
        thickness: f64,
        boxes: &mut Boxes,
        drawing: &mut Drawing,
    ) {
        let Some(figure) = series.figures.get(row) else {
            return;
        };
        let words = end_words(series, figure, self.names);
        let baseline = y + thickness / 2.0 + 4.5;
        let start = self.x(0.0);
        let value = match figure {
            Figure::Number(number) => number.value,
            Figure::Missing(_) => 0.0,
        };
        let end = self.x(value);
        boxes.add(start.min(end), y, (end - start).abs());
        if value < 0.0 {
            drawing.words(end - GAP, baseline, Anchor::End, &words);
        } else {
            drawing.words(end + GAP, baseline, Anchor::Start, &words);
        }
    }

    /// The steps below all bars, and what they count.
    fn axis(&self, figures: &Figures, axis_words: &str, y: f64, drawing: &mut Drawing) {
        let marks = self.scale.marks(figures.sort);
        let mut path = format!("M{} {}h{}", place(self.left), place(y), place(self.room));
        let fits = fits(&marks, self.room);
        for (value, words) in &marks {
            let x = self.x(*value);
            let _ = write!(path, "M{} {}v4", place(x), place(y));
            // Where there is no room for more, nought alone is told; the numbers stand at the bars.
            if fits || *value == 0.0 {
                let half = width(words) / 2.0;
                let x = x.clamp(half, (WIDTH - half).max(half));
                drawing.words(x, y + LINE, Anchor::Middle, words);
            }
        }
        drawing.axis(&path);
        drawing.height = y + LINE + 5.0;
        if !axis_words.is_empty() {
            drawing.height += LINE;
            let words = shortened(axis_words, WIDTH);
            drawing.words(0.0, y + 2.0 * LINE, Anchor::Start, &words);
        }
    }
}

fn end_words(series: &Series, figure: &Figure, names: Names) -> String {
    let words = match figure {
        Figure::Number(number) => number.in_brief(),
        Figure::Missing(_) => NOT_SHOWN.to_owned(),
    };
    match names {
        Names::AtEnd => format!("{words} {}", series.name),
        Names::Nowhere | Names::Above => words,
    }
}

/// The finest scale whose words have room beside each other.
fn scale(low: f64, high: f64, room: f64, figures: &Figures) -> Scale {
    let scale = |steps| Scale::new(low, high, steps, figures.are_whole());
    (3..=6)
        .rev()
        .map(scale)
        .find(|scale| fits(&scale.marks(figures.sort), room))
        .unwrap_or_else(|| scale(2))
}

fn fits(marks: &[(f64, String)], room: f64) -> bool {
    let widest = marks
        .iter()
        .map(|(_, words)| width(words))
        .fold(0.0, f64::max);
    let steps = marks.len().saturating_sub(1).max(1) as f64;
    widest + 8.0 <= room / steps
}
