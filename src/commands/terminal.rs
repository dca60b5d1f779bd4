//! What is said, and where.

use std::io::{self, IsTerminal, Write};

use clap::ColorChoice;

use crate::diagnostics::{Problems, Style, Texts, human, human_without_notes};

/// The terminal, or whatever stands in its place.
#[derive(Debug)]
pub struct Terminal {
    color: ColorChoice,
    quiet: bool,
    verbose: bool,
}

impl Terminal {
    /// A terminal as the options want it.
    pub fn new(color: ColorChoice, quiet: bool, verbose: bool) -> Self {
        Self {
            color,
            quiet,
            verbose,
        }
    }

    /// What was asked for: to standard output, even when quiet.
    pub fn result(&self, text: &str) {
        write(&mut io::stdout().lock(), text);
    }

    /// What is good to know: to standard output, unless quiet.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            write(&mut io::stdout().lock(), text);
        }
    }

    /// What only some want to know.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            write(&mut io::stdout().lock(), text);
        }
    }

    /// What is wrong: to standard error.
    pub fn wrong(&self, text: &str) {
        write(&mut io::stderr().lock(), text);
    }

    /// Problems as people read them: when quiet, only what is wrong.
    pub fn told(&self, problems: &Problems, texts: &Texts, style: Style) -> String {
        match self.quiet {
            true => human_without_notes(problems, texts, style),
            false => human(problems, texts, style),
        }
    }

    /// Problems, to standard error.
    pub fn problems(&self, problems: &Problems, texts: &Texts) {
        let style = self.style(io::stderr().is_terminal());
        let text = self.told(problems, texts, style);
        if !text.is_empty() {
            self.wrong(text.trim_end());
        }
    }

    /// How results are printed.
    pub fn result_style(&self) -> Style {
        self.style(io::stdout().is_terminal())
    }

    /// Whether progress can be shown.
    pub fn shows_progress(&self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    fn style(&self, is_terminal: bool) -> Style {
        let colour = match self.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                is_terminal
                    && anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never
            }
        };
        if colour { Style::Colour } else { Style::Plain }
    }
}

/// A reader that has gone (`offerbook history … | head`) is not a mistake: there is nothing more
/// to say to it.
fn write(to: &mut impl Write, text: &str) {
    let line_end = if text.ends_with('\n') || text.is_empty() {
        ""
    } else {
        "\n"
    };
    let _ = write!(to, "{text}{line_end}").and_then(|()| to.flush());
}
