//! What is told of files to download as such: what they give away, what is left out of them, and
//! what nobody has looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Place, Problems, Severity};
use crate::parse::{AttachmentSort, Contents};
use crate::source::DataFile;

/// Endings of pictures in which nothing is looked for.
const UNSEEN: [&str; 4] = [".avif", ".heic", ".heif", ".jxl"];

/// Some files cannot be read, or in part: somebody has to look through them.
pub(super) fn unread_words(file: &DataFile, contents: &Contents) -> Problems {
    let name = file.path.to_ascii_lowercase();
    let is_picture = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff"]
        .iter()
        .chain(&UNSEEN)
        .any(|ending| name.ends_with(ending));
    if contents.text_read || is_picture || file.size == 0 {
        return Problems::new();
    }
    let message = match name.ends_with(".pdf") {
        true => "only the properties of this PDF were looked into, not its pages",
        false => "the words in this file were not looked into",
    };
    Diagnostic::note(Code::FileNotRead, message)
        .at(&Place::file(&file.file))
        .help("look through it for names, addresses and small numbers of children yourself")
        .into()
}

/// Some pictures are published with whatever they say about themselves, unseen: somebody has to
/// look.
pub(super) fn unstripped(file: &DataFile) -> Problems {
    let name = file.path.to_ascii_lowercase();
    let is_other = UNSEEN.iter().any(|ending| name.ends_with(ending));
    let (why, help) = match (file.is_unreadable_picture, is_other) {
        (true, _) => (
            "the picture cannot be read",
            "open it in a program for pictures and save it again",
        ),
        (false, true) => (
            "pictures of this format are not looked into",
            "save it as JPEG, PNG or WebP",
        ),
        (false, false) => return Problems::new(),
    };
    let message = format!(
        "what this picture says about itself, such as where it was taken, cannot be left out: {why}"
    );
    Diagnostic::warning(Code::FileNotRead, message)
        .at(&Place::file(&file.file))
        .help(help)
        .into()
}

/// What a picture says about itself that is not published. Told, because whoever hands the file on
/// in another way hands that on too.
pub(super) fn left_out(file: &Arc<str>, sorts: &BTreeSet<AttachmentSort>) -> Problems {
    if sorts.is_empty() {
        return Problems::new();
    }
    let what: Vec<&str> = sorts.iter().map(|sort| sort.what()).collect();
    let message = format!("left out of what is published: {}", what.join(", "));
    Diagnostic::note(Code::FileGivesAway, message)
        .at(&Place::file(file))
        .help(
            "nothing has to be done: the picture is published without what it says about itself. \
             The file in this folder still has it",
        )
        .into()
}

/// Titles and the like are only held against the deny list.
pub(super) fn is_told(sort: AttachmentSort) -> bool {
    !matches!(
        sort,
        AttachmentSort::Title | AttachmentSort::Keywords | AttachmentSort::Text
    )
}

/// What a file gives away, without the words themselves where they name a person.
pub(super) fn gives_away(
    file: &Arc<str>,
    sort: AttachmentSort,
    values: &[&str],
) -> Option<Diagnostic> {
    if !is_told(sort) {
        return None;
    }
    let what = match sort.is_person() {
        true => {
            let names: Vec<String> = values.iter().map(|value| initials(value)).collect();
            format!("{} ({})", sort.what(), names.join(", "))
        }
        false => sort.what().to_owned(),
    };
    let severity = match sort {
        AttachmentSort::Gps | AttachmentSort::TrackedChange => Severity::Error,
        _ => Severity::Warning,
    };
    Some(
        Diagnostic::new(
            severity,
            Code::FileGivesAway,
            format!("readers can find {what} in this file"),
        )
        .at(&Place::file(file))
        .help(sort.help()),
    )
}

/// "J… S…, 2 comments": enough to know who is meant for those who know.
fn initials(name: &str) -> String {
    let (name, number) = match name.rsplit_once(", ") {
        Some((name, number)) if number.starts_with(|one: char| one.is_ascii_digit()) => {
            (name, format!(", {number}"))
        }
        _ => (name, String::new()),
    };
    if name == "without a name" {
        return format!("{name}{number}");
    }
    let words = name.split_whitespace().take(4);
    let marked: Vec<String> = words
        .filter_map(|word| word.chars().next().map(|first| format!("{first}…")))
        .collect();
    marked.join(" ") + &number
}
