//! Excel workbooks: words, comments, and what is hidden (ECMA-376-1, 18).

mod dates;
mod sheet;

use std::collections::BTreeMap;

use self::dates::Dates;
use super::gather::{Counts, Gather};
use super::markup::Step;
use super::package::Package;
use super::{Sort, Unreadable};

/// Reads the workbook and every part of it that holds words.
pub(super) fn read(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let names_of_sheets = names_of_sheets(package, gather)?;
    let strings = strings(package)?;
    let dates = Dates::read(package)?;
    for part in package.names(|name| is_part(name, "xl/worksheets/")) {
        let called = names_of_sheets.get(&part).map_or("a sheet", String::as_str);
        sheet::read(&part, called, (&strings, &dates), package, gather)?;
    }
    for words in &strings {
        gather.text(words);
        gather.line();
    }
    comments(package, gather)?;
    revisions(package, gather)?;
    pivots(package, gather)?;
    copied_values(package, gather)?;
    // Workbooks saved as "binary" have their sheets in another form, which is not read.
    if !package.has("xl/workbook.bin") {
        gather.text_is_read();
    }
    Ok(())
}

/// Whether a part is XML and its name begins so.
fn is_part(name: &str, start: &str) -> bool {
    name.starts_with(start) && name.ends_with(".xml")
}

/// The name of each sheet by the part that holds it. Reports hidden sheets, and the folder that
/// the workbook was last saved in.
fn names_of_sheets(
    package: &mut Package<'_>,
    gather: &mut Gather,
) -> Result<BTreeMap<String, String>, Unreadable> {
    let mut names = BTreeMap::new();
    for part in package.names(|name| is_part(name, "xl/workbook")) {
        let targets: BTreeMap<String, String> = package.relationships(&part)?.into_iter().collect();
        package.walk(&part, |step| {
            let Step::Start(element) = step else { return };
            match element.name() {
                "sheet" => {
                    let name = element.attribute("name").unwrap_or_default();
                    if element
                        .attribute("state")
                        .is_some_and(|state| state != "visible")
                    {
                        gather.found(Sort::HiddenSheet, &format!("sheet “{name}”"));
                    }
                    gather.text(&name);
                    gather.line();
                    if let Some(target) = element.relationship().and_then(|id| targets.get(&id)) {
                        names.insert(target.clone(), name);
                    }
                }
                "fileSharing" => {
                    let who = element.attribute("userName").unwrap_or_default();
                    gather.name(Sort::LastModifiedBy, &who);
                }
                "absPath" => gather.paths(&element.attribute("url").unwrap_or_default()),
                _ => {}
            }
        })?;
    }
    for part in package.names(|name| is_part(name, "xl/connections")) {
        package.walk(&part, |step| {
            if let Step::Start(element) = step {
                for (_, value) in element.attributes() {
                    gather.paths(&value);
                }
            }
        })?;
    }
    Ok(names)
}

/// The words of cells, which stand in a part of their own. Phonetic help (`rPh`) is left out.
fn strings(package: &mut Package<'_>) -> Result<Vec<String>, Unreadable> {
    let mut strings: Vec<String> = Vec::new();
    for part in package.names(|name| is_part(name, "xl/sharedstrings")) {
        let (mut words, mut phonetic) = (false, false);
        package.walk(&part, |step| match step {
            Step::Start(element) => match element.name() {
                "si" => strings.push(String::new()),
                "t" => words = true,
                "rPh" => phonetic = true,
                _ => {}
            },
            Step::End("t") => words = false,
            Step::End("rPh") => phonetic = false,
            Step::Words(text) if words && !phonetic => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(&text);
                }
            }
            _ => {}
        })?;
    }
    Ok(strings)
}

/// Comments of both sorts: notes by the names of their authors, threads by a list of people.
fn comments(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut counts = Counts::default();
    for part in package.names(|name| is_part(name, "xl/comments")) {
        notes(&part, &mut counts, package, gather)?;
    }
    let mut people = BTreeMap::new();
    for part in package.names(|name| is_part(name, "xl/persons/")) {
        package.walk(&part, |step| {
            if let Step::Start(element) = step
                && element.name() == "person"
                && let (Some(id), Some(name)) =
                    (element.attribute("id"), element.attribute("displayName"))
            {
                gather.name(Sort::Author, &name);
                people.insert(id, name);
            }
        })?;
    }
    for part in package.names(|name| is_part(name, "xl/threadedcomments/")) {
        let mut words = false;
        package.walk(&part, |step| match step {
            Step::Start(element) => match element.name() {
                "threadedComment" => {
                    let id = element.attribute("personId").unwrap_or_default();
                    counts.one_more(people.get(&id).map_or("", String::as_str));
                }
                "text" => words = true,
                _ => {}
            },
            Step::End("text") => {
                words = false;
                gather.line();
            }
            Step::Words(text) if words => gather.text(&text),
            _ => {}
        })?;
    }
    gather.counts(Sort::Comment, &counts, "comment", "comments");
    Ok(())
}

/// Notes on cells. A thread leaves a note as well, by an author called `tc=` and a number; it is
/// counted with the threads.
fn notes(
    part: &str,
    counts: &mut Counts,
    package: &mut Package<'_>,
    gather: &mut Gather,
) -> Result<(), Unreadable> {
    let mut authors: Vec<String> = Vec::new();
    let (mut author, mut words) = (false, false);
    package.walk(part, |step| match step {
        Step::Start(element) => match element.name() {
            "author" => {
                author = true;
                authors.push(String::new());
            }
            "comment" => {
                let who = element
                    .attribute("authorId")
                    .and_then(|index| index.parse::<usize>().ok())
                    .and_then(|index| authors.get(index))
                    .map_or("", String::as_str);
                if !who.starts_with("tc=") {
                    counts.one_more(who);
                }
            }
            "t" => words = true,
            _ => {}
        },
        Step::End("author") => author = false,
        Step::End("t") => words = false,
        Step::End("comment") => gather.line(),
        Step::Words(text) if author => {
            if let Some(last) = authors.last_mut() {
                last.push_str(&text);
            }
        }
        Step::Words(text) if words => gather.text(&text),
        Step::End(_) | Step::Words(_) => {}
    })
}

/// Who saved a shared workbook that kept its history (ECMA-376-1, 18.11).
fn revisions(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut counts = Counts::default();
    package.walk("xl/revisions/revisionheaders.xml", |step| {
        if let Step::Start(element) = step
            && element.name() == "header"
            && let Some(who) = element.attribute("userName")
        {
            counts.one_more(&who);
        }
    })?;
    gather.counts(
        Sort::TrackedChange,
        &counts,
        "saved change",
        "saved changes",
    );
    Ok(())
}

/// The figures that pivot tables keep of the table they were made from.
fn pivots(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    for part in package.names(|name| is_part(name, "xl/pivotcache/")) {
        let mut rows = 0_usize;
        package.walk(&part, |step| {
            if let Step::Start(element) = step {
                match element.name() {
                    "r" => rows += 1,
                    "pivotCacheDefinition" => {
                        let who = element.attribute("refreshedBy").unwrap_or_default();
                        gather.name(Sort::LastModifiedBy, &who);
                    }
                    "s" | "n" | "d" => {
                        gather.text(&element.attribute("v").unwrap_or_default());
                        gather.line();
                    }
                    _ => {}
                }
            }
        })?;
        if rows > 0 {
            let noun = if rows == 1 { "row" } else { "rows" };
            gather.found(Sort::PivotData, &format!("{rows} {noun}"));
        }
    }
    Ok(())
}

/// Values copied from other workbooks that formulas refer to.
fn copied_values(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    for part in package.names(|name| is_part(name, "xl/externallinks/")) {
        let (mut value, mut any) = (false, false);
        package.walk(&part, |step| match step {
            Step::Start(element) => value = element.name() == "v",
            Step::Words(text) if value => {
                any = true;
                gather.text(&text);
            }
            Step::End("v") => {
                value = false;
                gather.line();
            }
            _ => {}
        })?;
        if any {
            gather.found(Sort::EmbeddedFile, "values copied from another workbook");
        }
    }
    Ok(())
}
