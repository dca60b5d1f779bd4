//! What a council sets in `theme.toml`: colours, logo, phase banner, footer, how heavy a page may
//! be. What it leaves out is as in the built-in theme.
//!
//! - [`colours`]: the colours, and whether they can be read on each other

mod colours;

use std::sync::Arc;

use crate::config::{Document, Table};
use crate::diagnostics::{Code, Diagnostic, Located, Problems};

pub use colours::Colours;
use colours::Palette;

/// `theme.toml`, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The colours, in light and in dark.
    pub colours: Colours,
    /// The council's logo, beside the site's name.
    pub logo: Option<Logo>,
    /// Says that the site is new or on trial.
    pub phase: Option<Phase>,
    /// A sentence at the foot of every page.
    pub footer_text: Option<String>,
    /// Links at the foot of every page: their text and address.
    pub footer_links: Vec<(String, String)>,
    /// How heavy pages may be.
    pub budget: Budget,
}

/// A logo: a file of the theme's `static/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its path below `static/`.
    pub file: Located<String>,
    /// What it says, for those who do not see it; empty where the site's name says it already.
    pub alternative: String,
    /// How wide it is shown, in pixels.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// A phase banner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// One word: "Beta".
    pub label: String,
    /// A sentence.
    pub text: String,
    /// Where to say what one thinks: text and address.
    pub link: Option<(String, String)>,
}

/// How heavy a page may be with all that it loads, compressed as a web server sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Kilobytes (of 1,000 bytes, gzip) of a page with its stylesheet and scripts.
    pub page: u32,
    /// Files that a page loads, with itself.
    pub requests: u32,
    /// Other limits in kilobytes, by the name of a template without its ending: "print".
    pub of_templates: Vec<(Located<String>, u32)>,
}

impl Budget {
    /// The limit of a page that a template draws, in bytes.
    pub fn bytes(&self, template: &str) -> u64 {
        let name = template.split('.').next().unwrap_or(template);
        let own = self.of_templates.iter().find(|(one, _)| one.value == name);
        u64::from(own.map_or(self.page, |(_, limit)| *limit)) * 1_000
    }
}

/// A `theme.toml` before it is laid over another.
struct Written {
    light: Palette,
    dark: Palette,
    logo: Option<Logo>,
    phase: Option<Phase>,
    footer_text: Option<String>,
    footer_links: Option<Vec<(String, String)>>,
    page: Option<u32>,
    requests: Option<u32>,
    of_templates: Vec<(Located<String>, u32)>,
}

impl Appearance {
    /// Reads `theme.toml`: each file's path and text, the built-in theme's first.
    pub fn read(files: &[(Arc<str>, &str)]) -> (Self, Problems) {
        let mut problems = Problems::new();
        let mut all = Self {
            colours: Colours::default(),
            logo: None,
            phase: None,
            footer_text: None,
            footer_links: Vec::new(),
            budget: Budget {
                page: 14,
                requests: 3,
                of_templates: Vec::new(),
            },
        };
        let mut says_requests = false;
        for (at, (file, text)) in files.iter().enumerate() {
            let document = Document::parse(file, text, 0);
            let written = written(document.table("theme.toml"));
            problems.extend(document.into_problems());
            says_requests |= at > 0 && written.requests.is_some();
            all.lay(written);
        }
        // A logo is one more, unless the council has counted it.
        if all.logo.is_some() && !says_requests {
            all.budget.requests += 1;
        }
        problems.extend(all.colours.unreadable());
        (all, problems)
    }

    /// Files that it names and that are not there.
    pub fn missing_files(&self, has: &dyn Fn(&str) -> bool) -> Problems {
        let mut problems = Problems::new();
        if let Some(logo) = self.logo.as_ref().filter(|logo| !has(&logo.file.value)) {
            problems.push(
                Diagnostic::error(
                    Code::ThemeFile,
                    format!("there is no file “{}” in the theme", logo.file.value),
                )
                .at(&logo.file.place)
                .help("put it into the folder static/ beside theme.toml"),
            );
        }
        problems
    }

    /// Limits for sorts of pages that there are none of.
    pub fn unknown_templates(&self, has: &dyn Fn(&str) -> bool) -> Problems {
        let mut problems = Problems::new();
        for (name, _) in self
            .budget
            .of_templates
            .iter()
            .filter(|(name, _)| !has(&name.value))
        {
            problems.push(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("there is no template “{}”", name.value),
                )
                .at(&name.place)
                .help("name a template without its ending, such as print = 40"),
            );
        }
        problems
    }

    fn lay(&mut self, written: Written) {
        self.colours.lay(written.light, written.dark);
        self.logo = written.logo.or(self.logo.take());
        self.phase = written.phase.or(self.phase.take());
        self.footer_text = written.footer_text.or(self.footer_text.take());
        if let Some(links) = written.footer_links {
            self.footer_links = links;
        }
        let budget = &mut self.budget;
        budget.page = written.page.unwrap_or(budget.page);
        budget.requests = written.requests.unwrap_or(budget.requests);
        for (name, limit) in written.of_templates {
            budget
                .of_templates
                .retain(|(one, _)| one.value != name.value);
            budget.of_templates.push((name, limit));
        }
    }
}

fn written(mut table: Table<'_, '_>) -> Written {
    // For people who choose among themes; no page shows them.
    let _ = (table.text("name"), table.text("description"));
    let mut written = Written {
        light: Palette::default(),
        dark: Palette::default(),
        logo: table.table("logo", "[logo]").and_then(logo),
        phase: table.table("phase", "[phase]").map(phase),
        footer_text: None,
        footer_links: None,
        page: None,
        requests: None,
        of_templates: Vec::new(),
    };
    if let Some(mut colours) = table.table("colours", "[colours]") {
        if let Some(light) = colours.table("light", "[colours.light]") {
            written.light = Palette::read(light);
        }
        if let Some(dark) = colours.table("dark", "[colours.dark]") {
            written.dark = Palette::read(dark);
        }
        colours.finish();
    }
    if let Some(mut footer) = table.table("footer", "[footer]") {
        written.footer_text = footer.text("text");
        if footer.has("links") {
            let links = footer.tables("links", "a link of [footer]");
            written.footer_links = Some(links.into_iter().filter_map(link).collect());
        }
        footer.finish();
    }
    if let Some(mut budget) = table.table("budget", "[budget]") {
        written.page = positive(&mut budget, "page");
        written.requests = positive(&mut budget, "requests");
        if let Some(templates) = budget.table("templates", "[budget.templates]") {
            written.of_templates = templates
                .named_integers()
                .into_iter()
                .filter_map(|(name, limit)| Some((name, u32::try_from(limit).ok()?)))
                .collect();
        }
        budget.finish();
    }
    table.finish();
    written
}

fn positive(table: &mut Table<'_, '_>, key: &'static str) -> Option<u32> {
    let number = table.integer(key)?;
    let positive = u32::try_from(number).ok().filter(|number| *number > 0);
    if positive.is_none() {
        let place = table.place_of_value(key).unwrap_or_else(|| table.place());
        table.report(
            Diagnostic::error(Code::WrongValue, format!("“{key}” cannot be {number}"))
                .at(&place)
                .help("write a whole number above 0"),
        );
    }
    positive
}

fn logo(mut table: Table<'_, '_>) -> Option<Logo> {
    let file = table.located_text("file");
    if file.is_none() {
        table.missing(
            "file",
            "write the file’s name in static/: file = \"logo.svg\"",
        );
    }
    let is_described = table.has("alternative");
    let alternative = table.text("alternative").unwrap_or_default();
    if !is_described {
        table.missing(
            "alternative",
            "write what the logo says, for people who do not see it: alternative = \"…\"; \
             alternative = \"\" if the site’s name says it already",
        );
    }
    let mut size = |key: &'static str| {
        if !table.has(key) {
            table.missing(key, &format!("write how many pixels it takes: {key} = 48"));
        }
        positive(&mut table, key)
    };
    let (width, height) = (size("width"), size("height"));
    table.finish();
    Some(Logo {
        file: file?,
        alternative: is_described.then_some(alternative)?,
        width: width?,
        height: height?,
    })
}

fn phase(mut table: Table<'_, '_>) -> Phase {
    let label = table.required_text("label", "write one word, such as label = \"Beta\"");
    let text = table.required_text(
        "text",
        "write a sentence, such as text = \"This site is new.\"",
    );
    let link = table.table("link", "[phase.link]").and_then(link);
    table.finish();
    Phase { label, text, link }
}

/// A link out of the theme: its text and address.
fn link(mut table: Table<'_, '_>) -> Option<(String, String)> {
    let text = table.required_text("text", "write what the link says: text = \"Privacy\"");
    let address = table.located_text("address");
    let known = ["https://", "http://", "mailto:", "tel:", "/"];
    match &address {
        None => table.missing(
            "address",
            "write where the link leads: address = \"https://www.example.gov.uk/privacy\"",
        ),
        Some(written) if !known.iter().any(|start| written.value.starts_with(start)) => {
            table.report(
                Diagnostic::error(
                    Code::WrongValue,
                    format!("“{}” is not an address to link to", written.value),
                )
                .at(&written.place)
                .help("start it with https://, mailto: or tel:, or with / for a page of this site"),
            );
        }
        Some(_) => {}
    }
    table.finish();
    Some((text, address?.value))
}
