//! The marks of a picture: SVG that needs no stylesheet and no ids.
//!
//! A picture is 300 units wide and its letters are 13 units high, so that they keep to about
//! twelve pixels on the narrowest phone (320 pixels, less the page's margins). A browser chooses
//! the typeface, so widths of words are estimates on the safe side.

use std::fmt::Write;

/// How wide every picture is, in its own units.
pub(super) const WIDTH: f64 = 300.0;
/// How high letters are.
pub(super) const LETTERS: f64 = 13.0;
/// From one line of words to the next.
pub(super) const LINE: f64 = 17.0;

/// A picture, drawn from the top down.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) marks: String,
    pub(super) height: f64,
    /// What its description has to add.
    pub(super) note: Option<String>,
}

/// Which end of the words a place stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    /// Words, with their baseline at `y`.
    pub(super) fn words(&mut self, x: f64, y: f64, anchor: Anchor, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let _ = writeln!(
            self.marks,
            "<text x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            place(x),
            place(y),
            escape(words)
        );
    }

    /// Words in bold, from `x` on.
    pub(super) fn strong_words(&mut self, x: f64, y: f64, words: &str) {
        let _ = writeln!(
            self.marks,
            "<text x=\"{}\" y=\"{}\" font-weight=\"bold\">{}</text>",
            place(x),
            place(y),
            escape(words)
        );
    }

    /// A shape of lines. Its end is written out, because readers of bodies that count open
    /// elements know only those without an end in HTML.
    pub(super) fn path(&mut self, path: &str, attributes: &str) {
        if !path.is_empty() {
            let _ = writeln!(self.marks, "<path {attributes} d=\"{path}\"></path>");
        }
    }

    /// Faint lines that the eye follows to the axis.
    pub(super) fn grid(&mut self, path: &str) {
        self.path(
            path,
            "class=\"grid\" stroke=\"currentColor\" stroke-opacity=\".3\"",
        );
    }

    /// The line that the figures start from.
    pub(super) fn axis(&mut self, path: &str) {
        self.path(path, "stroke=\"currentColor\"");
    }
}

/// One place as SVG writes it: no more than one digit after the point.
pub(super) fn place(value: f64) -> String {
    // Casting keeps to the bounds of the type, and makes nothing of what is no number.
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}

/// Text as it stands in HTML. Control characters, which HTML forbids, become spaces.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other if other.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

/// Words with white space as one space between them.
pub(super) fn tidy(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|one| if one.is_control() { ' ' } else { one })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How wide words are at most, in units: in the widest of the usual typefaces, and as widely spaced
/// as a reader may set them (WCAG 1.4.12).
pub(super) fn width(words: &str) -> f64 {
    words.chars().map(width_of).sum()
}

/// What a reader may put after each letter, and beside that after each word, as shares of the
/// height of letters.
const BETWEEN_LETTERS: f64 = 0.12;
const BETWEEN_WORDS: f64 = 0.16;

fn width_of(character: char) -> f64 {
    let share = match character {
        ' ' => 0.36 + BETWEEN_WORDS,
        'i' | 'j' | 'l' | '\'' | '‘' | '’' => 0.35,
        '.' | ',' => 0.37,
        'I' | ':' | ';' | '|' | '/' | 'f' | 'r' | 't' | '(' | ')' | '-' | '!' | '[' | ']' => 0.46,
        '\u{2212}' | '+' | '=' | '<' | '>' | '#' | '&' | '^' | '~' | '±' | '×' | '÷' | 'w' => {
            0.84
        }
        'm' | 'M' | 'W' | '—' | '…' | '@' | 'Æ' | 'æ' | 'Œ' | 'œ' | '¼' | '½' | '¾' | '©' | '®'
        | 'Ŵ' => 1.07,
        'Ħ' => 0.92,
        '%' => 1.08,
        '–' | '“' | '”' | '•' | '€' => 0.64,
        _ if character.is_ascii_lowercase() || character.is_ascii_digit() => 0.64,
        _ if character < '\u{180}' => match character.is_uppercase() {
            true => 0.79,
            false => 0.7,
        },
        _ => of_other_scripts(character),
    };
    (share + BETWEEN_LETTERS) * LETTERS
}

/// Letters of other scripts: most are no wider than high.
fn of_other_scripts(character: char) -> f64 {
    match character {
        // Greek, and the Cyrillic letters of one or two strokes.
        '\u{370}'..='\u{3FF}' => 0.94,
        'Ж' | 'М' | 'Ф' | 'Ш' | 'Щ' | 'Ы' | 'Ю' | 'Љ' | 'Њ' | 'ж' | 'м' | 'ф' | 'ш' | 'щ' | 'ы'
        | 'ю' | 'љ' | 'њ' => 1.1,
        '\u{400}'..='\u{45F}' => 0.84,
        // Latin letters with marks, as in Vietnamese and Yoruba.
        '\u{1E00}'..='\u{1EFF}' => 0.99,
        // Chinese, Japanese and Korean letters are squares.
        '\u{3000}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF60}' => 1.0,
        // Dashes of two and three squares, and a whole sentence as one letter.
        '⸺' => 2.0,
        '⸻' => 3.0,
        '\u{FDFD}' => 12.0,
        // Arabic letters at the end of a word, small pictures, and what is not known here.
        _ => 1.4,
    }
}

/// Words that fit, cut at the end of a word where one is near.
pub(super) fn shortened(words: &str, room: f64) -> String {
    if width(words) <= room {
        return words.to_owned();
    }
    let room = room - width_of('…');
    let mut used = 0.0;
    let fitting: String = words
        .chars()
        .take_while(|character| {
            used += width_of(*character);
            used <= room
        })
        .collect();
    let cut = match fitting.rsplit_once(' ') {
        Some((front, back)) if back.chars().count() < 8 && !front.is_empty() => front,
        _ => fitting.as_str(),
    };
    format!("{}…", cut.trim_end_matches([' ', ',', ';', ':', '-']))
}

/// Words over at most two lines that fit.
pub(super) fn two_lines(words: &str, room: f64) -> Vec<String> {
    if width(words) <= room {
        return vec![words.to_owned()];
    }
    let mut breaks = words.match_indices(' ').map(|(at, _)| words.split_at(at));
    let first = breaks.rfind(|(front, _)| width(front) <= room);
    match first {
        Some((front, rest)) if !front.is_empty() => {
            vec![front.to_owned(), shortened(rest.trim_start(), room)]
        }
        _ => vec![shortened(words, room)],
    }
}

/// How one series looks as bars: so that each differs from the others without colour.
///
/// The stripes are a thick dashed line: a pattern would need an id.
#[derive(Debug, Default)]
pub(super) struct Boxes {
    outline: String,
    core: String,
    height: f64,
}

impl Boxes {
    /// Boxes of one height.
    pub(super) fn new(height: f64) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Adds a box with its top left corner there. One without width gets none.
    pub(super) fn add(&mut self, left: f64, top: f64, width: f64) {
        if width < 0.05 {
            return;
        }
        let _ = write!(
            self.outline,
            "M{} {}h{}v{}h-{}z",
            place(left),
            place(top),
            place(width),
            place(self.height),
            place(width)
        );
        let _ = write!(
            self.core,
            "M{} {}h{}",
            place(left),
            place(top + self.height / 2.0),
            place(width)
        );
    }

    /// Draws them as the first, second, third or fourth series looks.
    pub(super) fn draw(&self, series: usize, drawing: &mut Drawing) {
        let class = format!("class=\"series-{}\"", series + 1);
        let (solid, outline) = (
            format!("{class} fill=\"currentColor\" stroke=\"currentColor\""),
            format!("{class} fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\""),
        );
        let core = |width: f64, dashes: &str| {
            let width = place(width);
            format!(
                "{class} fill=\"none\" stroke=\"currentColor\" stroke-width=\"{width}\"{dashes}"
            )
        };
        match series {
            0 => drawing.path(&self.outline, &solid),
            1 => {
                drawing.path(&self.outline, &outline);
                drawing.path(&self.core, &core(self.height, " stroke-dasharray=\"2 3\""));
            }
            2 => drawing.path(&self.outline, &outline),
            _ => {
                drawing.path(&self.outline, &outline);
                drawing.path(&self.core, &core(self.height / 3.0, ""));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_short_and_plain() {
        assert_eq!(place(3.0), "3");
        assert_eq!(place(3.06), "3.1");
        assert_eq!(place(-0.04), "0");
        assert_eq!(place(-0.15), "-0.2");
        assert_eq!(place(f64::NAN), "0");
    }

    #[test]
    fn words_are_cut_at_words() {
        assert_eq!(shortened("Quarter one", 300.0), "Quarter one");
        assert_eq!(
            shortened("Children who went missing from care", 195.0),
            "Children who went…"
        );
        assert!(shortened(&"x".repeat(500), 100.0).ends_with("x…"));
        assert_eq!(
            two_lines("Care leavers in work", 120.0),
            ["Care leavers", "in work"]
        );
        assert_eq!(two_lines("Work", 90.0), ["Work"]);
    }

    /// How wide the widest usual typeface (DejaVu Sans, Verdana) makes them, in shares of the
    /// height of letters, with the spacing that a reader may choose.
    #[test]
    fn words_get_the_room_that_a_wide_typeface_and_a_reader_need() {
        for (words, without_spacing) in [
            ("5", 0.64),
            ("1,048", 2.87),
            ("I", 0.42),
            ("W", 0.99),
            ("100%", 2.86),
            ("Ø", 0.79),
            ("ШЩ", 2.18),
            ("儿童", 2.0),
            ("أطفال", 3.3),
            ("ﺶ", 1.28),
        ] {
            let letters = words.chars().count() as f64;
            let wide = (without_spacing + 0.12 * letters) * LETTERS;
            assert!(width(words) >= wide, "{words}: {} < {wide}", width(words));
        }
        assert!(width("a b") >= (0.62 + 0.32 + 0.64 + 3.0 * 0.12 + 0.16) * LETTERS);
    }

    #[test]
    fn no_mark_of_html_gets_through() {
        assert_eq!(
            escape("<b a=\"&\">\u{0}\n"),
            "&lt;b a=&quot;&amp;&quot;&gt;  "
        );
    }

    proptest! {
        #[test]
        fn shortened_words_fit(words in any::<String>(), room in 20.0..300.0_f64) {
            prop_assert!(width(&shortened(&words, room)) <= room + 0.001);
            for line in two_lines(&words, room) {
                prop_assert!(width(&line) <= room + 0.001);
            }
        }
    }
}
