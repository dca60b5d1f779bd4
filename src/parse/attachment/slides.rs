//! PowerPoint presentations: words, speaker notes, comments, hidden slides (ECMA-376-1, 19).

use std::collections::BTreeMap;

use super::gather::{Counts, Gather};
use super::grids::Grids;
use super::markup::{Element, Step};
use super::package::{self, Package};
use super::{Sort, Unreadable};

/// Reads every slide, its notes and its comments.
pub(super) fn read(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let numbers = numbers_of_slides(package)?;
    let mut noted = 0_usize;
    for part in package.names(|name| name.ends_with(".xml") && holds_words(name)) {
        let slide = words(&part, package, gather)?;
        if slide.hidden {
            let number = numbers
                .get(&part)
                .map_or_else(String::new, |n| format!(" {n}"));
            gather.found(Sort::HiddenSheet, &format!("slide{number}"));
        }
        if slide.notes {
            noted += 1;
        }
    }
    if noted > 0 {
        let noun = if noted == 1 { "slide" } else { "slides" };
        gather.found(Sort::SpeakerNotes, &format!("on {noted} {noun}"));
    }
    comments(package, gather)?;
    gather.text_is_read();
    Ok(())
}

/// Slides, their notes, and what stands on every slide.
fn holds_words(name: &str) -> bool {
    [
        "ppt/slides/",
        "ppt/notesslides/",
        "ppt/slidelayouts/",
        "ppt/slidemasters/",
    ]
    .iter()
    .any(|folder| name.starts_with(folder))
}

/// The number of each slide by its part: slides are shown in the order of a list, not by name.
fn numbers_of_slides(package: &mut Package<'_>) -> Result<BTreeMap<String, usize>, Unreadable> {
    let targets: BTreeMap<String, String> = package
        .relationships("ppt/presentation.xml")?
        .into_iter()
        .collect();
    let mut numbers = BTreeMap::new();
    let mut number = 0_usize;
    package.walk("ppt/presentation.xml", |step| {
        if let Step::Start(element) = step
            && element.name() == "sldId"
        {
            number += 1;
            if let Some(target) = element.relationship().and_then(|id| targets.get(&id)) {
                numbers.insert(target.clone(), number);
            }
        }
    })?;
    Ok(numbers)
}

/// What a slide, or the notes of one, turned out to be.
#[derive(Default)]
struct Slide {
    hidden: bool,
    notes: bool,
}

/// Reads the words of a slide or of notes. A page of notes always repeats the number of the slide
/// and often a date: only words in its body are notes.
fn words(part: &str, package: &mut Package<'_>, gather: &mut Gather) -> Result<Slide, Unreadable> {
    let mut slide = Slide::default();
    let is_notes = part.starts_with("ppt/notesslides/");
    let (mut inside, mut field, mut body) = (false, false, false);
    let mut tables = Grids::default();
    package.walk(part, |step| match step {
        Step::Start(element) => match element.name() {
            "sld" => slide.hidden = is_hidden(&element),
            "sp" => body = false,
            "ph" => body = element.attribute("type").as_deref() == Some("body"),
            "fld" => field = true,
            "t" => inside = true,
            "br" => gather.text("\n"),
            "tbl" => tables.begin(),
            "tr" => tables.row(),
            "tc" => tables.cell(),
            "cNvPr" => package::described(&element, gather),
            _ => {}
        },
        Step::End("fld") => field = false,
        Step::End("t") => inside = false,
        Step::End("p") => {
            gather.line();
            tables.words(" ");
        }
        Step::End("tc") => tables.end_cell(),
        Step::End("tbl") => tables.end(gather),
        Step::Words(text) if inside => {
            gather.text(&text);
            tables.words(&text);
            slide.notes |= is_notes && body && !field && !text.trim().is_empty();
        }
        _ => {}
    })?;
    gather.line();
    Ok(slide)
}

/// Whether a slide says that it is not shown.
fn is_hidden(element: &Element<'_>) -> bool {
    element
        .attribute("show")
        .is_some_and(|show| matches!(show.as_str(), "0" | "false" | "off"))
}

/// Comments, old and new: both name their authors in a list of their own.
fn comments(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut authors = BTreeMap::new();
    for part in ["ppt/commentauthors.xml", "ppt/authors.xml"] {
        package.walk(part, |step| {
            if let Step::Start(element) = step
                && matches!(element.name(), "cmAuthor" | "author")
                && let (Some(id), Some(name)) = (element.attribute("id"), element.attribute("name"))
            {
                gather.name(Sort::Author, &name);
                authors.insert(id, name);
            }
        })?;
    }
    let mut counts = Counts::default();
    for part in package.names(|name| name.starts_with("ppt/comments/") && name.ends_with(".xml")) {
        let mut inside = false;
        package.walk(&part, |step| match step {
            Step::Start(element) => match element.name() {
                "cm" | "reply" => {
                    let id = element.attribute("authorId").unwrap_or_default();
                    counts.one_more(authors.get(&id).map_or("", String::as_str));
                }
                "text" | "t" => inside = true,
                _ => {}
            },
            Step::End("text" | "t") => {
                inside = false;
                gather.line();
            }
            Step::Words(text) if inside => gather.text(&text),
            _ => {}
        })?;
    }
    gather.counts(Sort::Comment, &counts, "comment", "comments");
    Ok(())
}
