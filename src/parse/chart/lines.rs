//! Figures as lines, for change over time.
//!
//! Lines differ by dashes and by the shapes of their points, and each has its name at its end.
//! A missing figure is a gap. The scale starts at nought unless that would flatten all change;
//! where it does not, the picture says so.

use std::fmt::Write;

use super::columns::{Figures, Series};
use super::drawing::{Anchor, Drawing, LINE, WIDTH, place, shortened, two_lines, width};
use super::figure::Figure;
use super::scale::Scale;

/// How high the plot is, without words.
const HEIGHT: f64 = 160.0;
/// From the plot to the names beside it.
const BESIDE: f64 = 14.0;
/// The widest that a name beside its line may be.
const NAME_ROOM: f64 = 104.0;
/// So many points have room for a shape each.
const MOST_SHAPES: usize = 24;

/// Where everything stands.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    rows: usize,
    scale: Scale,
}

/// Draws them.
pub(super) fn draw(figures: &Figures, axis_words: &str) -> Drawing {
    let plot = Plot::new(figures, !axis_words.is_empty());
    let mut drawing = Drawing::default();
    if !axis_words.is_empty() {
        drawing.words(0.0, 12.0, Anchor::Start, &shortened(axis_words, WIDTH));
    }
    plot.steps(figures, &mut drawing);
    plot.labels(figures, &mut drawing);
    for (number, series) in figures.series.iter().enumerate() {
        plot.line(number, series, &mut drawing);
    }
    match figures.series.as_slice() {
        [only] => plot.last_number(only, &mut drawing),
        _ => plot.names(figures, &mut drawing),
    }
    drawing.height = plot.top + HEIGHT + LINE + 7.0;
    if let Some(note) = plot.note(figures) {
        for line in two_lines(&note, WIDTH) {
            drawing.words(0.0, drawing.height + 12.0, Anchor::Start, &line);
            drawing.height += LINE;
        }
        drawing.note = Some(note);
    }
    drawing
}

impl Plot {
    fn new(figures: &Figures, has_axis_words: bool) -> Self {
        let (low, high) = figures.bounds();
        let (low, high) = from_nought(low, high);
        let scale = Scale::new(low, high, 5, figures.are_whole());
        let steps = scale.marks(figures.sort);
        let left = steps
            .iter()
            .map(|(_, words)| width(words))
            .fold(0.0, f64::max)
            + 7.0;
        let beside = end_names(figures)
            .iter()
            .flatten()
            .map(|line| width(line))
            .fold(0.0, f64::max);
        Self {
            left,
            right: (WIDTH - beside - BESIDE).max(left + 40.0),
            top: if has_axis_words { LINE + 8.0 } else { 8.0 },
            rows: figures.labels.len(),
            scale,
        }
    }

    fn x(&self, row: usize) -> f64 {
        let (left, right) = (self.left + 6.0, self.right);
        match self.rows {
            0 | 1 => f64::midpoint(left, right),
            rows => left + (right - left) * row as f64 / (rows - 1) as f64,
        }
    }

    fn y(&self, value: f64) -> f64 {
        self.top + HEIGHT * (1.0 - self.scale.share(value))
    }

    /// A faint line for each step, and a full one for nought.
    fn steps(&self, figures: &Figures, drawing: &mut Drawing) {
        let (mut grid, mut axis) = (String::new(), String::new());
        for (value, words) in self.scale.marks(figures.sort) {
            let y = self.y(value);
            let path = if value == 0.0 { &mut axis } else { &mut grid };
            let _ = write!(
                path,
                "M{} {}H{}",
                place(self.left),
                place(y),
                place(self.right + 4.0)
            );
            drawing.words(self.left - 5.0, y + 4.5, Anchor::End, &words);
        }
        drawing.grid(&grid);
        drawing.axis(&axis);
    }

    /// That the scale leaves nought out, if it does.
    fn note(&self, figures: &Figures) -> Option<String> {
        let marks = self.scale.marks(figures.sort);
        match (marks.first(), marks.last()) {
            (Some((low, words)), _) if *low > 0.0 => {
                Some(format!("The scale starts at {words}, not at 0."))
            }
            (_, Some((high, words))) if *high < 0.0 => {
                Some(format!("The scale ends at {words}, not at 0."))
            }
            _ => None,
        }
    }

    /// Labels below, as many as have room: the first, the last, and at even steps between.
    fn labels(&self, figures: &Figures, drawing: &mut Drawing) {
        let share = (WIDTH - self.left) / self.rows.clamp(1, 3) as f64;
        let words: Vec<String> = figures
            .labels
            .iter()
            .map(|label| shortened(label, (share - 8.0).max(40.0)))
            .collect();
        let y = self.top + HEIGHT;
        let mut ticks = String::new();
        for (row, words) in self.label_rows(&words) {
            let (left, right) = self.label_ends(row, words);
            drawing.words(
                f64::midpoint(left, right),
                y + LINE + 3.0,
                Anchor::Middle,
                words,
            );
            let _ = write!(ticks, "M{} {}v5", place(self.x(row)), place(y));
        }
        drawing.axis(&ticks);
    }

    /// From where to where a label goes, moved inwards where it would leave the picture.
    fn label_ends(&self, row: usize, words: &str) -> (f64, f64) {
        let wide = width(words);
        let left = (self.x(row) - wide / 2.0).min(WIDTH - wide).max(0.0);
        (left, left + wide)
    }

    fn label_rows<'w>(&self, words: &'w [String]) -> Vec<(usize, &'w str)> {
        let Some((last, before)) = words.split_last() else {
            return Vec::new();
        };
        let end = before.len();
        let (last_left, _) = self.label_ends(end, last);
        let even = (1..=end.max(1)).find_map(|step| {
            let mut reached = f64::MIN;
            let mut chosen: Vec<(usize, &str)> = Vec::new();
            for (row, words) in before.iter().enumerate().step_by(step) {
                let (left, right) = self.label_ends(row, words);
                // One that stands too near the last gives way to it.
                if right + 6.0 > last_left || end - row < step.div_ceil(2) {
                    continue;
                }
                if left < reached {
                    return None;
                }
                reached = right + 6.0;
                chosen.push((row, words));
            }
            Some(chosen)
        });
        let mut chosen = even.unwrap_or_default();
        chosen.push((end, last));
        chosen
    }

    /// One line with its points.
    fn line(&self, number: usize, series: &Series, drawing: &mut Drawing) {
        let class = format!("class=\"series-{}\"", number + 1);
        let dashes = match number {
            0 => "",
            1 => " stroke-dasharray=\"7 3\"",
            2 => " stroke-dasharray=\"2 2.5\"",
            _ => " stroke-dasharray=\"9 3 2 3\"",
        };
        let (mut line, mut points) = (String::new(), String::new());
        let every = if self.rows > MOST_SHAPES {
            self.rows.div_ceil(12)
        } else {
            1
        };
        let known: Vec<(usize, f64)> = series.values().collect();
        for (at, (row, value)) in known.iter().copied().enumerate() {
            let (x, y) = (self.x(row), self.y(value));
            let before = at.checked_sub(1).and_then(|at| known.get(at));
            let starts = before.is_none_or(|(other, _)| other + 1 != row);
            let ends = known.get(at + 1).is_none_or(|(other, _)| row + 1 != *other);
            let command = if starts { "M" } else { " " };
            let _ = write!(line, "{command}{} {}", place(x), place(y));
            if starts || ends || row % every == 0 {
                point(number, x, y, &mut points);
            }
        }
        drawing.path(
            &line,
            &format!(
                "{class} fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" \
                 stroke-linejoin=\"round\"{dashes}"
            ),
        );
        drawing.path(
            &points,
            &format!("{class} stroke=\"currentColor\" {}", point_look(number)),
        );
    }

    /// What stands at the end of the only line: its last number.
    fn last_number(&self, series: &Series, drawing: &mut Drawing) {
        let end = series.values().last();
        if let (Some((row, value)), Some(words)) = (end, last_number(series)) {
            let (x, y) = (self.x(row) + BESIDE - 4.0, self.y(value) + 4.5);
            drawing.words(x, y, Anchor::Start, &words);
        }
    }

    /// The name of each line at its end.
    fn names(&self, figures: &Figures, drawing: &mut Drawing) {
        let mut names: Vec<Name> = figures
            .series
            .iter()
            .zip(end_names(figures))
            .enumerate()
            .filter_map(|(number, (series, lines))| {
                let (row, value) = series.values().last()?;
                let (x, y) = (self.x(row), self.y(value));
                Some(Name {
                    number,
                    lines,
                    x,
                    y,
                    middle: y,
                })
            })
            .collect();
        part(&mut names, self.top, self.top + HEIGHT);
        for name in &names {
            let x = self.right + BESIDE;
            if (name.middle - name.y).abs() > 4.0 || name.x < self.right {
                drawing.path(
                    &format!(
                        "M{} {}L{} {}",
                        place(name.x + 5.0),
                        place(name.y),
                        place(x - 2.0),
                        place(name.middle)
                    ),
                    &format!(
                        "class=\"series-{}\" stroke=\"currentColor\"",
                        name.number + 1
                    ),
                );
            }
            let first = name.middle - name.height() / 2.0 + 12.0;
            for (at, line) in name.lines.iter().enumerate() {
                drawing.words(x, first + LETTER_LINE * at as f64, Anchor::Start, line);
            }
        }
    }
}

/// From one line of a name to the next.
const LETTER_LINE: f64 = 15.0;

/// A name beside the end of its line.
struct Name {
    number: usize,
    lines: Vec<String>,
    /// Where the line ends.
    x: f64,
    y: f64,
    /// The height at which the name stands.
    middle: f64,
}

impl Name {
    fn height(&self) -> f64 {
        self.lines.len() as f64 * LETTER_LINE
    }
}

/// Moves names apart, up and down, between top and bottom.
fn part(names: &mut [Name], top: f64, bottom: f64) {
    names.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut free = top - LETTER_LINE / 2.0;
    for name in names.iter_mut() {
        name.middle = name.middle.max(free + name.height() / 2.0);
        free = name.middle + name.height() / 2.0;
    }
    let mut free = bottom + LETTER_LINE / 2.0;
    for name in names.iter_mut().rev() {
        name.middle = name.middle.min(free - name.height() / 2.0);
        free = name.middle - name.height() / 2.0;
    }
}

/// What stands beside the end of each line.
fn end_names(figures: &Figures) -> Vec<Vec<String>> {
    if let [only] = figures.series.as_slice() {
        return vec![last_number(only).into_iter().collect()];
    }
    figures
        .series
        .iter()
        .map(|series| two_lines(&series.name, NAME_ROOM))
        .collect()
}

fn last_number(series: &Series) -> Option<String> {
    series.figures.iter().rev().find_map(|figure| match figure {
        Figure::Number(number) => Some(number.in_brief()),
        Figure::Missing(_) => None,
    })
}

/// The bounds with nought among them, unless all values lie so near each other and so far from it
/// that nobody could see them differ.
fn from_nought(low: f64, high: f64) -> (f64, f64) {
    let far = |near: f64, other: f64| (other - near).abs() * 3.0 < other.abs();
    if low > 0.0 && high > low && far(low, high) || high < 0.0 && high > low && far(high, low) {
        (low, high)
    } else {
        (low.min(0.0), high.max(0.0))
    }
}

/// One point: a disc, a square, a triangle or a diamond.
fn point(series: usize, x: f64, y: f64, path: &mut String) {
    let (px, py) = (place(x), place(y));
    // A line without length and with thick ends is a disc or a square.
    let _ = match series {
        0 | 1 => write!(path, "M{px} {py}h0"),
        2 => write!(path, "M{px} {}l4 7h-8z", place(y - 4.5)),
        _ => write!(path, "M{px} {}l4.5 4.5-4.5 4.5-4.5-4.5z", place(y - 4.5)),
    };
}

fn point_look(series: usize) -> &'static str {
    match series {
        0 => "stroke-width=\"7\" stroke-linecap=\"round\"",
        1 => "stroke-width=\"6.5\" stroke-linecap=\"square\"",
        2 => "fill=\"currentColor\"",
        _ => "fill=\"currentColor\"",
    }
}
