//! Word documents: words, comments, tracked changes, hidden words (ECMA-376-1, 17).

use super::gather::{Counts, Gather};
use super::grids::Grids;
use super::markup::{self, Element, Step};
use super::package::{self, Package};
use super::{Sort, Unreadable};

/// How much of the hidden words is shown, in characters.
const SHOWN: usize = 80;

/// Reads every part that holds words, and the settings.
pub(super) fn read(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut document = Document::default();
    for name in package.names(holds_words) {
        document.part(&name, package, gather)?;
    }
    for name in package.names(|name| name.starts_with("word/settings")) {
        settings(&name, package, gather)?;
    }
    people(package, gather)?;
    document.report(gather);
    gather.text_is_read();
    Ok(())
}

/// Whether a part holds words that readers or editors see. Numbers after the name are usual, and
/// some producers number even the main part.
fn holds_words(name: &str) -> bool {
    let Some(file) = name
        .strip_prefix("word/")
        .and_then(|rest| rest.strip_suffix(".xml"))
    else {
        return false;
    };
    let stem = file
        .strip_prefix("glossary/")
        .unwrap_or(file)
        .trim_end_matches(|letter: char| letter.is_ascii_digit());
    matches!(
        stem,
        "document" | "header" | "footer" | "footnotes" | "endnotes" | "comments"
    )
}

/// Everybody who ever commented or changed something, which stays when the comments are gone.
fn people(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    package.walk("word/people.xml", |step| {
        if let Step::Start(element) = step
            && element.name() == "person"
        {
            gather.name(
                Sort::Author,
                &element.attribute("author").unwrap_or_default(),
            );
        }
    })
}

/// Mail merge keeps where its list of people was.
fn settings(name: &str, package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    package.walk(name, |step| {
        if let Step::Start(element) = step
            && let Some(value) = element.attribute("val")
        {
            gather.paths(&value);
        }
    })
}

/// What is counted over all parts.
#[derive(Default)]
struct Document {
    comments: Counts,
    changes: Counts,
    hidden: String,
    hidden_words: usize,
}

/// Where the walk is.
#[derive(Default)]
struct Place {
    tables: Grids,
    words: bool,
    instruction: bool,
    run: bool,
    hidden: bool,
    field: String,
}

impl Document {
    /// Reads one part.
    fn part(
        &mut self,
        name: &str,
        package: &mut Package<'_>,
        gather: &mut Gather,
    ) -> Result<(), Unreadable> {
        let mut place = Place::default();
        package.walk(name, |step| match step {
            Step::Start(element) => self.start(&element, &mut place, gather),
            Step::End("tbl") => place.tables.end(gather),
            Step::End(name) => end(name, &mut place, gather),
            Step::Words(words) => self.words(&words, &mut place, gather),
        })?;
        gather.line();
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>, place: &mut Place, gather: &mut Gather) {
        match element.name() {
            "t" | "delText" => place.words = true,
            "instrText" | "delInstrText" => place.instruction = true,
            "r" => {
                place.run = true;
                place.hidden = false;
            }
            // On the mark of a paragraph (not in a run) it hides no words.
            "vanish" if place.run => {
                place.hidden = element
                    .attribute("val")
                    .is_none_or(|val| markup::is_yes(&val));
            }
            "tab" if place.run => {
                gather.text("\t");
                place.tables.words(" ");
            }
            "br" | "cr" => {
                gather.text("\n");
                place.tables.words(" ");
            }
            "tbl" => place.tables.begin(),
            "tr" => place.tables.row(),
            "tc" => place.tables.cell(),
            "gridSpan" => place.tables.spans(
                element
                    .attribute("val")
                    .and_then(|value| value.parse().ok())
                    .unwrap_or(1),
            ),
            "noBreakHyphen" => gather.text("-"),
            "comment" => self
                .comments
                .one_more(&element.attribute("author").unwrap_or_default()),
            "docPr" | "cNvPr" | "imagedata" => package::described(element, gather),
            "fldSimple" => gather.paths(&element.attribute("instr").unwrap_or_default()),
            name if is_change(name) => {
                if let Some(author) = element.attribute("author") {
                    self.changes.one_more(&author);
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, place: &mut Place, gather: &mut Gather) {
        if place.instruction {
            place.field.push_str(words);
        } else if place.words {
            gather.text(words);
            place.tables.words(words);
            if place.hidden {
                self.hidden_words += words.split_whitespace().count();
                if self.hidden.len() < SHOWN {
                    self.hidden.push_str(words);
                }
            }
        }
    }

    fn report(&self, gather: &mut Gather) {
        gather.counts(Sort::Comment, &self.comments, "comment", "comments");
        gather.counts(Sort::TrackedChange, &self.changes, "change", "changes");
        if self.hidden_words > 0 {
            let start: String = self.hidden.trim().chars().take(SHOWN).collect();
            let noun = if self.hidden_words == 1 {
                "word"
            } else {
                "words"
            };
            gather.found(
                Sort::HiddenText,
                &format!("{} {noun}, beginning “{start}”", self.hidden_words),
            );
        }
    }
}

fn end(name: &str, place: &mut Place, gather: &mut Gather) {
    match name {
        "t" | "delText" => place.words = false,
        "instrText" | "delInstrText" => place.instruction = false,
        "r" => {
            place.run = false;
            place.hidden = false;
        }
        "tc" => place.tables.end_cell(),
        "p" => {
            // A field's instruction may be cut into several runs, so it is looked at whole.
            gather.paths(&std::mem::take(&mut place.field));
            gather.line();
            place.tables.words(" ");
        }
        _ => {}
    }
}

/// Whether an element marks a tracked change (ECMA-376-1, 17.13.5).
fn is_change(name: &str) -> bool {
    matches!(
        name,
        "ins"
            | "del"
            | "moveFrom"
            | "moveTo"
            | "cellIns"
            | "cellDel"
            | "cellMerge"
            | "numberingChange"
            | "rPrChange"
            | "pPrChange"
            | "sectPrChange"
            | "tblPrChange"
            | "tblPrExChange"
            | "tblGridChange"
            | "tcPrChange"
            | "trPrChange"
    )
}
