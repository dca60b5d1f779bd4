//! The zip file that office files are: its parts, within the limits, and which kind it is.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::gather::Gather;
use super::limits::{self, Allowance};
use super::markup::{self, Step};
use super::{Sort, Unreadable, image, open_document, properties, slides, word, workbook};

/// How much of a picture inside another file is read: what it says about itself comes first.
pub(super) const START_OF_PICTURE: usize = 128 * 1024;

/// A zip file and how much may still be unpacked from it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names in small letters, because part names are compared without regard to case
    /// (ECMA-376-2, 6.2.2.3), in the order of the file.
    names: Vec<String>,
    places: BTreeMap<String, usize>,
    allowance: Allowance,
}

impl<'a> Package<'a> {
    /// Opens a zip file.
    fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
        if archive.len() > limits::PARTS {
            return Err(Unreadable::TooLarge);
        }
        let names: Vec<String> = archive
            .file_names_raw()
            .map(|name| {
                String::from_utf8_lossy(name)
                    .replace('\\', "/")
                    .trim_start_matches('/')
                    .to_lowercase()
            })
            .collect();
        let places = names
            .iter()
            .enumerate()
            .map(|(place, name)| (name.clone(), place))
            .collect();
        Ok(Self {
            archive,
            names,
            places,
            allowance: Allowance::new(),
        })
    }

    /// The names of the parts that pass, in small letters.
    pub(super) fn names(&self, passes: impl Fn(&str) -> bool) -> Vec<String> {
        self.names
            .iter()
            .filter(|name| passes(name))
            .cloned()
            .collect()
    }

    /// Whether there is a part with this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    /// The whole of a part as text, or nothing where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let most = self.allowance.next_part();
        match self.bytes(name, most.saturating_add(1))? {
            Some(bytes) if bytes.len() > most => Err(Unreadable::TooLarge),
            Some(bytes) => Ok(Some(markup::decoded(&bytes))),
            None => Ok(None),
        }
    }

    /// At most so many bytes of a part.
    fn bytes(&mut self, name: &str, most: usize) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(place) = self.places.get(name) else {
            return Ok(None);
        };
        let part = self
            .archive
            .by_index(*place)
            .map_err(|error| unreadable(&error))?;
        let mut bytes = Vec::new();
        part.take(u64::try_from(most).unwrap_or(u64::MAX))
            .read_to_end(&mut bytes)
            .map_err(|_| damaged())?;
        self.allowance.spend(bytes.len());
        Ok(Some(bytes))
    }

    /// Walks a part, where there is one.
    pub(super) fn walk(
        &mut self,
        name: &str,
        visit: impl FnMut(Step<'_>),
    ) -> Result<(), Unreadable> {
        match self.text(name)? {
            Some(text) => markup::walk(&text, visit),
            None => Ok(()),
        }
    }

    /// What the relationships of a part point to: id and target, in the order of the file.
    pub(super) fn relationships(
        &mut self,
        part: &str,
    ) -> Result<Vec<(String, String)>, Unreadable> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let mut all = Vec::new();
        self.walk(&format!("{folder}/_rels/{file}.rels"), |step| {
            if let Step::Start(element) = step
                && element.name() == "Relationship"
                && let (Some(id), Some(target)) =
                    (element.attribute("Id"), element.attribute("Target"))
            {
                all.push((id, resolved(folder, &target)));
            }
        })?;
        Ok(all)
    }
}

/// The name of a part that a relationship points to (a target beginning with `/` counts from the
/// top of the package).
fn resolved(folder: &str, target: &str) -> String {
    let target = target.to_lowercase();
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Reads a zip file as the office file it is. Any other zip file yields nothing.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) -> Result<(), Unreadable> {
    let mut package = Package::open(bytes)?;
    if package.has("[content_types].xml") {
        office(&mut package, gather)
    } else if let Some(kind) = package.bytes("mimetype", 100)?
        && kind.starts_with(b"application/vnd.oasis.opendocument.")
    {
        open_document::read(&mut package, gather)
    } else {
        Ok(())
    }
}

/// Word, Excel or PowerPoint.
fn office(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    properties::read(package, gather)?;
    let has = |package: &Package<'_>, folder: &str| {
        !package.names(|name| name.starts_with(folder)).is_empty()
    };
    if has(package, "word/") {
        word::read(package, gather)?;
    } else if has(package, "xl/") {
        workbook::read(package, gather)?;
    } else if has(package, "ppt/") {
        slides::read(package, gather)?;
    }
    drawings(package, gather)?;
    for name in package.names(|name| name.contains("/embeddings/") && !name.ends_with('/')) {
        gather.found(Sort::EmbeddedFile, last_part(&name));
    }
    pictures(package, gather);
    Ok(())
}

/// Words in drawings, charts and diagrams, which stand in parts of their own.
fn drawings(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let names = package.names(|name| {
        name.ends_with(".xml")
            && (name.contains("/charts/chart")
                || name.contains("/diagrams/data")
                || name.contains("/drawings/drawing"))
    });
    for name in names {
        let mut inside = false;
        package.walk(&name, |step| match step {
            Step::Start(element) => match element.name() {
                "t" | "v" => inside = true,
                // Old versions of Word wrote where a picture came from into its description.
                "docPr" | "cNvPr" => described(&element, gather),
                _ => {}
            },
            Step::End("t" | "v") => inside = false,
            Step::End("p" | "pt") => gather.line(),
            Step::Words(words) if inside => gather.text(&words),
            _ => {}
        })?;
        gather.line();
    }
    Ok(())
}

/// What is said about a picture in its place, and the paths in that.
pub(super) fn described(element: &markup::Element<'_>, gather: &mut Gather) {
    for name in ["descr", "title", "name"] {
        if let Some(value) = element.attribute(name) {
            gather.paths(&value);
            if name != "name" {
                gather.line();
                gather.text(&value);
                gather.line();
            }
        }
    }
}

/// What pictures within a document or a set of slides give away. A picture that cannot be read
/// is passed over: it does not show either. So are pictures beyond the limit for the whole file,
/// which is some five hundred.
pub(super) fn pictures(package: &mut Package<'_>, gather: &mut Gather) {
    let names = package.names(|name| {
        let name = name.trim_end_matches(char::is_whitespace);
        [".jpg", ".jpeg", ".png"]
            .iter()
            .any(|ending| name.ends_with(ending))
    });
    for name in names {
        let most = package.allowance.next_part().min(START_OF_PICTURE);
        if let Ok(Some(bytes)) = package.bytes(&name, most) {
            for found in image::start_of_picture(&bytes, &mut package.allowance) {
                let value = format!("{} (picture {})", found.value, last_part(&name));
                gather.found(found.sort, &value);
            }
        }
    }
}

/// The file's own name, without folders.
fn last_part(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// What went wrong with a zip file, in plain words.
fn unreadable(error: &ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Unreadable::Encrypted
        }
        _ => damaged(),
    }
}

/// The message for a zip file that cannot be unpacked.
fn damaged() -> Unreadable {
    Unreadable::Damaged("it cannot be unpacked, so a part of it is probably missing".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved() {
        for (folder, target, part) in [
            ("xl", "worksheets/Sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            (
                "ppt/slides",
                "../notesSlides/n1.xml",
                "ppt/notesslides/n1.xml",
            ),
            ("", "../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolved(folder, target), part);
        }
    }
}
