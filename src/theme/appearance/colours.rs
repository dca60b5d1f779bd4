//! The colours of a theme, and whether they can be read on each other: WCAG 2.2 asks 4.5:1 of
//! text (1.4.3) and 3:1 of rules that carry meaning and of what shows the focus (1.4.11).

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::config::Table;
use crate::diagnostics::{Code, Diagnostic, Located, Problems};

/// What has a colour, by the key in `theme.toml`, and what for.
const NAMES: [&str; 13] = [
    "page", "surface", "text", "muted", "rule", "link", "visited", "focus", "halo", "added",
    "removed", "alert", "on_alert",
];

/// Which colour stands on which, and how much they have to differ, in tenths.
const PAIRS: [(&str, &[&str], u32); 9] = [
    ("text", &["page", "surface", "halo", "added", "removed"], 45),
    ("muted", &["page", "surface"], 45),
    ("link", &["page", "surface", "added", "removed"], 45),
    ("visited", &["page", "surface", "added", "removed"], 45),
    ("alert", &["page", "surface"], 45),
    ("on_alert", &["alert"], 45),
    ("page", &["text"], 45),
    ("rule", &["page", "surface"], 30),
    ("focus", &["page", "surface", "halo"], 30),
];

/// A colour: red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Colour([u8; 3]);

impl Colour {
    /// `#1b5e63` or `#fff`.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |at: usize| {
            let one = digits.get(at..=at)?;
            u8::from_str_radix(one, 16).ok()
        };
        let mut parts = [0; 3];
        for (number, part) in parts.iter_mut().enumerate() {
            *part = match digits.len() {
                3 => digit(number)? * 17,
                6 => digit(number * 2)? * 16 + digit(number * 2 + 1)?,
                _ => return None,
            };
        }
        Some(Self(parts))
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.2, glossary).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How much two colours differ, from 1 to 21 (WCAG 2.2, glossary).
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The nearest shade of it that differs enough from each of these; `None` if there is none.
    fn readable_on(self, others: &[(Self, u32)]) -> Option<Self> {
        let enough = |one: &Self| {
            let mut others = others.iter();
            others.all(|(other, tenths)| differs(*one, *other, *tenths))
        };
        let towards = |end: u8, step: u8| {
            Self(self.0.map(|part| {
                let (from, to, step) = (i32::from(part), i32::from(end), i32::from(step));
                u8::try_from(from + (to - from) * step / 100).unwrap_or(part)
            }))
        };
        (1..=100).find_map(|step| {
            [towards(0, step), towards(255, step)]
                .into_iter()
                .find(enough)
        })
    }
}

fn differs(one: Colour, other: Colour, tenths: u32) -> bool {
    one.contrast(other) * 10.0 >= f64::from(tenths)
}

/// A colour on another.
struct Pair<'p> {
    colour: (&'p str, &'p Located<Colour>),
    ground: (&'p str, &'p Located<Colour>),
    /// How much they have to differ.
    tenths: u32,
}

impl Pair<'_> {
    fn passes(&self) -> bool {
        differs(self.colour.1.value, self.ground.1.value, self.tenths)
    }
}

/// Colours that a `theme.toml` sets, in the order of [`NAMES`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Palette([Option<Located<Colour>>; 13]);

impl Palette {
    pub(super) fn read(mut table: Table<'_, '_>) -> Self {
        let mut palette = Self::default();
        for (slot, name) in palette.0.iter_mut().zip(NAMES) {
            let Some(written) = table.located_text(name) else {
                continue;
            };
            match Colour::parse(&written.value) {
                Some(colour) => *slot = Some(Located::new(colour, written.place)),
                None => table.report(
                    Diagnostic::error(
                        Code::WrongValue,
                        format!("“{}” is not a colour", written.value),
                    )
                    .at(&written.place)
                    .help("write # and six digits, such as \"#0b5a61\""),
                ),
            }
        }
        table.finish();
        palette
    }

    fn get(&self, name: &str) -> Option<&Located<Colour>> {
        let at = NAMES.iter().position(|one| *one == name)?;
        self.0.get(at)?.as_ref()
    }

    fn lay(&mut self, over: Self) {
        for (slot, over) in self.0.iter_mut().zip(over.0) {
            *slot = over.or(slot.take());
        }
    }

    /// Each pair that cannot be told apart, told at the colour that the council set: one that is
    /// built in passes with the others that are.
    fn unreadable(&self, scheme: &str, problems: &mut Problems) {
        let mut told: BTreeMap<&str, Vec<Pair<'_>>> = BTreeMap::new();
        for pair in self.pairs().filter(|pair| !pair.passes()) {
            let is_own = |one: &Located<Colour>| !one.place.file.starts_with("built-in");
            let at = match is_own(pair.colour.1) || !is_own(pair.ground.1) {
                true => pair.colour.0,
                false => pair.ground.0,
            };
            told.entry(at).or_default().push(pair);
        }
        for (name, pairs) in told {
            problems.push(self.hard_to_read(scheme, name, &pairs));
        }
    }

    fn pairs(&self) -> impl Iterator<Item = Pair<'_>> {
        PAIRS.iter().flat_map(move |(name, grounds, tenths)| {
            grounds.iter().filter_map(move |ground| {
                Some(Pair {
                    colour: (name, self.get(name)?),
                    ground: (ground, self.get(ground)?),
                    tenths: *tenths,
                })
            })
        })
    }

    fn hard_to_read(&self, scheme: &str, name: &str, pairs: &[Pair<'_>]) -> Diagnostic {
        let what: Vec<String> = pairs
            .iter()
            .map(|pair| {
                format!(
                    "{} on {} ({:.2} to 1, not {})",
                    pair.colour.0,
                    pair.ground.0,
                    // Rounded down: 4.499 is not enough.
                    (pair.colour.1.value.contrast(pair.ground.1.value) * 100.0).floor() / 100.0,
                    f64::from(pair.tenths) / 10.0,
                )
            })
            .collect();
        // It has to go with everything that it meets, not only with what it fails on now.
        let meets: Vec<(Colour, u32)> = self
            .pairs()
            .filter_map(
                |pair| match (pair.colour.0 == name, pair.ground.0 == name) {
                    (true, _) => Some((pair.ground.1.value, pair.tenths)),
                    (_, true) => Some((pair.colour.1.value, pair.tenths)),
                    _ => None,
                },
            )
            .collect();
        let own = self.get(name);
        let problem = Diagnostic::error(
            Code::Contrast,
            format!("hard to read in {scheme}: {}", what.join(", ")),
        );
        let problem = match own {
            Some(own) => problem.at(&own.place),
            None => problem,
        };
        problem.help(match own.and_then(|own| own.value.readable_on(&meets)) {
            Some(other) => format!("{name} = \"{}\" would do", other.hex()),
            None => format!("choose another {name}, or other colours for what stands with it"),
        })
    }

    fn css(&self) -> String {
        let mut css = String::new();
        for (name, colour) in NAMES.iter().zip(&self.0) {
            if let Some(colour) = colour {
                let name = name.replace('_', "-");
                let _ = write!(css, "--{name}:{};", colour.value.hex());
            }
        }
        css
    }
}

/// The colours of a theme, in light and in dark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    light: Palette,
    dark: Palette,
}

impl Colours {
    pub(super) fn lay(&mut self, light: Palette, dark: Palette) {
        self.light.lay(light);
        self.dark.lay(dark);
    }

    /// Pairs that do not differ enough.
    pub(super) fn unreadable(&self) -> Problems {
        let mut problems = Problems::new();
        self.light.unreadable("light", &mut problems);
        self.dark.unreadable("dark", &mut problems);
        problems
    }

    /// The colours as they stand before a stylesheet.
    pub fn css(&self) -> String {
        format!(
            ":root{{color-scheme:light dark;{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
            self.light.css(),
            self.dark.css()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_as_wcag_counts_it() {
        let black = Colour::parse("#000").unwrap();
        let white = Colour::parse("#ffffff").unwrap();
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        // The grey that is known as the lightest for text on white, and the next.
        let grey = |hex: &str| Colour::parse(hex).unwrap();
        assert!(differs(grey("#767676"), white, 45));
        assert!(!differs(grey("#777777"), white, 45));
        assert!(differs(grey("#949494"), white, 30));
        assert!(!differs(grey("#959595"), white, 30));
    }

    #[test]
    fn colours_are_written_with_three_or_six_digits() {
        assert_eq!(Colour::parse("#fa0"), Colour::parse("#FFAA00"));
        for wrong in [
            "", "#", "fff", "#ffff", "#ggg", "#ééé", "red", "#12345", "#1234567",
        ] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_shade_that_would_do_is_near_and_does() {
        let white = Colour([255; 3]);
        let yellow = Colour::parse("#ffcc00").unwrap();
        let shade = yellow.readable_on(&[(white, 45)]).unwrap();
        assert!(differs(shade, white, 45), "{}", shade.hex());
        // Nothing differs that much from both.
        let both = [(white, 100), (Colour([0; 3]), 100)];
        assert_eq!(yellow.readable_on(&both), None);
    }
}
