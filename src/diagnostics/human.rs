//! Problems as a person reads them, with the line they are in.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::veil::Veil;
use super::{Diagnostic, Problems, Severity, Texts};

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Plain text, for files and pipes.
    Plain,
    /// With colours, for a terminal.
    Colour,
}

/// All problems, one after the other, with a closing count. Empty when there are none.
pub fn human(problems: &Problems, texts: &Texts, style: Style) -> String {
    printed(problems, problems, texts, style)
}

/// The same without notes. What a note keeps secret is hidden all the same.
pub fn human_without_notes(problems: &Problems, texts: &Texts, style: Style) -> String {
    let mut wrong = problems.clone();
    wrong.retain(|one| one.severity != Severity::Note);
    printed(&wrong, problems, texts, style)
}

/// Some of the problems that were found, with what any of them keeps secret hidden.
fn printed(problems: &Problems, all: &Problems, texts: &Texts, style: Style) -> String {
    let veil = Veil::of(all, texts);
    let texts = veil.texts(texts);
    let mut out = String::new();
    for diagnostic in problems.iter() {
        let one = human_one(&veil.diagnostic(diagnostic), &texts, style);
        // A path may hold what must not be printed as well.
        out.push_str(&veil.text(&one));
        out.push_str("\n\n");
    }
    if !problems.is_empty() {
        out.push_str(&count(problems));
        out.push('\n');
    }
    out
}

/// One problem; what must not be printed is hidden by the caller.
fn human_one(diagnostic: &Diagnostic, texts: &Texts, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.as_str());
    let mut report = match &diagnostic.place {
        None => title.elements(Vec::<Origin<'_>>::new()),
        Some(place) => match (&place.span, texts.get(&place.file)) {
            (Some(span), Some(text)) => {
                let lines = Lines::around(text, &clamp(text, span.clone()));
                let mut mark = AnnotationKind::Primary.span(lines.span);
                if let Some(label) = &diagnostic.label {
                    mark = mark.label(label.as_ref());
                }
                title.element(
                    Snippet::source(lines.text)
                        .line_start(lines.first)
                        .path(place.file.as_ref())
                        .annotation(mark),
                )
            }
            _ => title.element(Origin::path(place.file.as_ref())),
        },
    };
    if let Some(help) = &diagnostic.help {
        report = report.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Colour => Renderer::styled(),
    };
    renderer
        .decor_style(DecorStyle::Ascii)
        .render(&[report])
        .to_string()
}

/// The lines that a range is in. The printer reads all it is given, so it is given no more.
struct Lines<'t> {
    text: &'t str,
    /// The number of the first of them.
    first: usize,
    /// The range, counted from their start.
    span: std::ops::Range<usize>,
}

impl<'t> Lines<'t> {
    fn around(text: &'t str, span: &std::ops::Range<usize>) -> Self {
        let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[span.end..]
            .find('\n')
            .map_or(text.len(), |at| span.end + at);
        Self {
            text: &text[start..end],
            first: super::place::lines_in(&text[..start]) + 1,
            span: span.start - start..span.end - start,
        }
    }
}

/// Keeps a range inside its text and on character boundaries, whatever it was.
fn clamp(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    start..floor(span.end).max(start)
}

/// "2 errors, 1 warning".
pub(super) fn count(problems: &Problems) -> String {
    let part = |severity, one: &str| {
        let number = problems.count(severity);
        (number > 0).then(|| format!("{number} {one}{}", if number == 1 { "" } else { "s" }))
    };
    [
        part(Severity::Error, "error"),
        part(Severity::Warning, "warning"),
        part(Severity::Note, "note"),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}
