//! OpenDocument texts, spreadsheets and presentations, as LibreOffice writes them (OpenDocument
//! 1.3, part 3).

use std::collections::BTreeSet;

use super::gather::{Counts, Gather};
use super::grids::Grids;
use super::markup::{Element, Step};
use super::package::{self, Package};
use super::{Sort, Unreadable};

/// Reads the properties, the words and the pictures.
pub(super) fn read(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    if is_encrypted(package)? {
        return Err(Unreadable::Encrypted);
    }
    properties(package, gather)?;
    let mut document = Document::default();
    for part in ["styles.xml", "content.xml"] {
        document.part(part, package, gather)?;
    }
    document.report(gather);
    for part in package.names(|name| name.starts_with("object ") && name.ends_with("/content.xml"))
    {
        let name = part.split('/').next().unwrap_or("object");
        gather.found(Sort::EmbeddedFile, name);
        Document::default().part(&part, package, gather)?;
    }
    package::pictures(package, gather);
    gather.text_is_read();
    Ok(())
}

/// The manifest says which parts are encrypted (OpenDocument 1.3, part 2, 4.4).
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Unreadable> {
    let mut encrypted = false;
    package.walk("meta-inf/manifest.xml", |step| {
        if let Step::Start(element) = step {
            encrypted |= element.name() == "encryption-data";
        }
    })?;
    Ok(encrypted)
}

/// Who made the file, who saved and printed it, from which template.
fn properties(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut value = String::new();
    package.walk("meta.xml", |step| match step {
        Step::Start(element) => {
            value.clear();
            if element.name() == "template" {
                gather.paths(&element.attribute("href").unwrap_or_default());
            }
        }
        Step::Words(words) => value.push_str(&words),
        Step::End(name) => {
            match name {
                "initial-creator" => gather.name(Sort::Author, &value),
                "creator" | "printed-by" => gather.name(Sort::LastModifiedBy, &value),
                "title" => gather.found(Sort::Title, &value),
                "keyword" | "subject" | "description" => gather.found(Sort::Keywords, &value),
                "user-defined" => gather.text(&format!("{value}\n")),
                _ => {}
            }
            gather.paths(&value);
            value.clear();
        }
    })
}

/// What is counted over the document.
#[derive(Default)]
struct Document {
    comments: Counts,
    changes: Counts,
    /// Automatic styles of tables and slides that hide them.
    hiding_styles: BTreeSet<String>,
    style: String,
    table: String,
    hidden_rows: usize,
    hidden_columns: usize,
    slide: usize,
    place: Place,
}

/// Where the walk is.
#[derive(Default)]
struct Place {
    tables: Grids,
    /// How many elements that hold words are open.
    words: usize,
    annotation: bool,
    change: bool,
    creator: Option<String>,
    hidden_row: bool,
    hidden_text: bool,
    notes: bool,
    has_notes: bool,
}

impl Document {
    fn part(
        &mut self,
        part: &str,
        package: &mut Package<'_>,
        gather: &mut Gather,
    ) -> Result<(), Unreadable> {
        self.place = Place::default();
        package.walk(part, |step| match step {
            Step::Start(element) => self.start(&element, gather),
            Step::End(name) => self.end(name, gather),
            Step::Words(words) => self.words(&words, gather),
        })?;
        gather.line();
        Ok(())
    }

    fn start(&mut self, element: &Element<'_>, gather: &mut Gather) {
        match element.full_name() {
            "style:style" => self.style = element.attribute("name").unwrap_or_default(),
            "style:table-properties" | "style:drawing-page-properties"
                if element.attribute("display").as_deref() == Some("false")
                    || element.attribute("visibility").as_deref() == Some("hidden") =>
            {
                self.hiding_styles.insert(self.style.clone());
            }
            "table:table" => self.table(element, gather),
            "table:table-cell" | "table:covered-table-cell" => {
                self.place.tables.cell();
                let columns = number(element, "number-columns-repeated");
                self.place.tables.spans(columns);
            }
            "table:table-row" => {
                self.place.tables.row();
                self.place.hidden_row = is_not_shown(element);
            }
            "table:table-column" if is_not_shown(element) => {
                self.hidden_columns += number(element, "number-columns-repeated");
            }
            "draw:page" => self.slide(element, gather),
            "presentation:notes" => self.place.notes = true,
            "office:annotation" => {
                self.place.annotation = true;
                self.comments_start();
            }
            "office:change-info" => self.place.change = true,
            "dc:creator" => self.place.creator = Some(String::new()),
            "text:hidden-text" | "text:hidden-paragraph" => self.place.hidden_text = true,
            "text:p" | "text:h" => self.place.words += 1,
            "text:tab" => gather.text("\t"),
            "text:s" => gather.text(" "),
            "text:line-break" => gather.text("\n"),
            "draw:image" | "text:a" | "draw:object" | "text:section-source" => {
                gather.paths(&element.attribute("href").unwrap_or_default());
            }
            _ => {}
        }
    }

    /// A comment whose author does not follow has none.
    fn comments_start(&mut self) {
        self.place.creator = None;
    }

    /// A sheet of a spreadsheet, or a table of a text.
    fn table(&mut self, element: &Element<'_>, gather: &mut Gather) {
        self.place.tables.begin();
        self.report_table(gather);
        self.table = element.attribute("name").unwrap_or_default();
        if element
            .attribute("style-name")
            .is_some_and(|style| self.hiding_styles.contains(&style))
        {
            gather.found(Sort::HiddenSheet, &format!("sheet “{}”", self.table));
        }
        gather.text(&self.table);
        gather.line();
    }

    fn slide(&mut self, element: &Element<'_>, gather: &mut Gather) {
        self.slide += 1;
        if element
            .attribute("style-name")
            .is_some_and(|style| self.hiding_styles.contains(&style))
        {
            gather.found(Sort::HiddenSheet, &format!("slide {}", self.slide));
        }
    }

    fn end(&mut self, name: &str, gather: &mut Gather) {
        match name {
            "p" | "h" => {
                self.place.words = self.place.words.saturating_sub(1);
                gather.line();
                self.place.tables.words(" ");
            }
            "creator" => {
                let who = self.place.creator.take().unwrap_or_default();
                if self.place.change {
                    self.changes.one_more(&who);
                } else if self.place.annotation {
                    self.comments.one_more(&who);
                    self.place.annotation = false;
                }
            }
            "annotation" => {
                if self.place.annotation {
                    self.comments.one_more("");
                }
                self.place.annotation = false;
            }
            "change-info" => self.place.change = false,
            "notes" => self.place.notes = false,
            "table-row" => self.place.hidden_row = false,
            "hidden-text" | "hidden-paragraph" => self.place.hidden_text = false,
            "table-cell" | "covered-table-cell" => self.place.tables.end_cell(),
            "table" => {
                self.place.tables.end(gather);
                self.report_table(gather);
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str, gather: &mut Gather) {
        if let Some(creator) = &mut self.place.creator {
            creator.push_str(words);
            return;
        }
        if self.place.words == 0 {
            return;
        }
        gather.text(words);
        self.place.tables.words(words);
        if words.trim().is_empty() {
            return;
        }
        if self.place.hidden_row {
            // One row counts once.
            self.place.hidden_row = false;
            self.hidden_rows += 1;
        }
        if self.place.hidden_text {
            gather.found(Sort::HiddenText, words);
        }
        self.place.has_notes |= self.place.notes;
    }

    /// The hidden rows and columns of the table that ends.
    fn report_table(&mut self, gather: &mut Gather) {
        for (count, one, many) in [
            (std::mem::take(&mut self.hidden_rows), "row", "rows"),
            (
                std::mem::take(&mut self.hidden_columns),
                "column",
                "columns",
            ),
        ] {
            if count > 0 {
                let noun = if count == 1 { one } else { many };
                gather.found(
                    Sort::HiddenRowsOrColumns,
                    &format!("sheet “{}”, {count} {noun}", self.table),
                );
            }
        }
    }

    fn report(&mut self, gather: &mut Gather) {
        gather.counts(Sort::Comment, &self.comments, "comment", "comments");
        gather.counts(Sort::TrackedChange, &self.changes, "change", "changes");
        if self.place.has_notes {
            gather.found(Sort::SpeakerNotes, "on one slide or more");
        }
    }
}

/// Whether a row or a column is collapsed or filtered away.
fn is_not_shown(element: &Element<'_>) -> bool {
    element
        .attribute("visibility")
        .is_some_and(|visibility| matches!(visibility.as_str(), "collapse" | "filter"))
}

/// How often an element stands for itself. A run to the end of the sheet, which is how unused
/// columns are hidden, counts for nothing.
fn number(element: &Element<'_>, name: &str) -> usize {
    element.attribute(name).map_or(1, |value| {
        value
            .parse::<usize>()
            .ok()
            .filter(|count| *count < 500)
            .unwrap_or(0)
    })
}
