//! `record.txt`: what a version is, and the digest of everything it is made of.
//!
//! Lines of text in a fixed order, so that `cat`, `sha256sum` and a person can read it. The salt
//! keeps anyone from guessing a withheld text by its digest.

use std::fmt::Write;
use std::str::FromStr;

use crate::model::{
    Class, Day, Moment, PublishedBasis, RecordedFile, RecordedFileRole, Slug, VersionId,
    WithheldFile,
};

const FORMAT: &str = "offerbook-record/v1";
const NONE: &str = "none";
const WITHHELD: &str = "withheld: ";
/// In place of the name of a withheld attachment.
const NAMELESS: &str = "-";

/// The contents of `record.txt`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordText {
    /// The authority.
    pub authority: Slug,
    /// The publication.
    pub publication: Slug,
    /// The version.
    pub version: VersionId,
    /// The kind's slug.
    pub kind: String,
    /// The title.
    pub title: String,
    /// What sort of version it is.
    pub class: Class,
    /// When the public could first read it.
    pub published: Moment,
    /// Whether that was witnessed or is stated.
    pub published_basis: PublishedBasis,
    /// When it was recorded.
    pub recorded: Moment,
    /// The day it applies from, where it is not the day it was published.
    pub in_force_from: Option<Day>,
    /// What changed.
    pub note: String,
    /// Why it is a correction; a line that only corrections have.
    pub because: Option<String>,
    /// What approved it.
    pub approved_by: Option<String>,
    /// The consultation in words.
    pub consultation: Option<String>,
    /// The version before.
    pub previous: Option<VersionId>,
    /// 64 hexadecimal digits.
    pub salt: String,
    /// Everything it is made of, in a fixed order.
    pub files: Vec<RecordedFile>,
    /// What it was made of as well and is withheld, in a fixed order.
    pub withheld: Vec<WithheldFile>,
}

impl RecordText {
    /// As it stands in the file.
    pub fn to_text(&self) -> String {
        let mut text = format!("{FORMAT}\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {}", one_line(value));
        };
        let or_none = |value: Option<String>| value.unwrap_or_else(|| NONE.to_owned());
        line("authority", self.authority.as_str());
        line("publication", self.publication.as_str());
        line("version", &self.version.to_string());
        line("kind", &self.kind);
        line("title", &self.title);
        line("class", self.class.word());
        line("published", &self.published.to_string());
        let basis = match self.published_basis {
            PublishedBasis::Recorded => "recorded",
            PublishedBasis::Stated => "stated",
        };
        line("published-basis", basis);
        line("recorded", &self.recorded.to_string());
        line(
            "in-force-from",
            &or_none(self.in_force_from.map(|day| day.to_string())),
        );
        line("note", &self.note);
        if let Some(because) = &self.because {
            line("because", because);
        }
        line("approved-by", &or_none(self.approved_by.clone()));
        line("consultation", &or_none(self.consultation.clone()));
        line(
            "previous",
            &or_none(self.previous.as_ref().map(ToString::to_string)),
        );
        line("salt", &self.salt);
        for file in &self.files {
            let value = format!("sha256:{} {} {}", file.digest, file.size, file.path);
            line(file.role.word(), &value);
        }
        for file in &self.withheld {
            let path = file.path.as_deref().unwrap_or(NAMELESS);
            line("withheld", &format!("{} {path}", file.role.word()));
        }
        text
    }

    /// Files of one role.
    pub fn files_of(&self, role: RecordedFileRole) -> impl Iterator<Item = &RecordedFile> {
        self.files.iter().filter(move |file| file.role == role)
    }
}

/// A value without line ends, which would make lines of their own.
pub(super) fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads `record.txt`. The error says what is wrong with it.
impl FromStr for RecordText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut lines = Lines::new(text, FORMAT)?;
        let record = Self {
            authority: lines.parsed("authority", Slug::new)?,
            publication: lines.parsed("publication", Slug::publication)?,
            version: lines.parsed("version", |text| text.parse().ok())?,
            kind: lines.value("kind")?.to_owned(),
            title: lines.value("title")?.to_owned(),
            class: lines.parsed("class", |text| word(&Class::ALL, text))?,
            published: lines.parsed("published", |text| text.parse().ok())?,
            published_basis: lines.parsed("published-basis", |text| match text {
                "recorded" => Some(PublishedBasis::Recorded),
                "stated" => Some(PublishedBasis::Stated),
                _ => None,
            })?,
            recorded: lines.parsed("recorded", |text| text.parse().ok())?,
            in_force_from: lines.optional("in-force-from", |text| text.parse().ok())?,
            note: lines.value("note")?.to_owned(),
            because: lines.if_there("because").map(str::to_owned),
            approved_by: lines.optional("approved-by", |text| Some(text.to_owned()))?,
            consultation: lines.optional("consultation", |text| Some(text.to_owned()))?,
            previous: lines.optional("previous", |text| text.parse().ok())?,
            salt: lines.parsed("salt", hexadecimal)?,
            files: lines.files()?,
            withheld: lines.withheld()?,
        };
        // One text, one meaning: what does not come out as it went in was not written by us.
        if record.to_text() == text {
            Ok(record)
        } else {
            Err("it is not written in the form that offerbook writes".to_owned())
        }
    }
}

fn word<T: Copy>(words: &[(&str, T)], text: &str) -> Option<T> {
    words
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, value)| *value)
}

pub(super) fn hexadecimal(text: &str) -> Option<String> {
    let plain = text.len() == 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    plain.then(|| text.to_owned())
}

pub(super) struct Lines<'t> {
    lines: std::iter::Peekable<std::str::Lines<'t>>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str, format: &str) -> Result<Self, String> {
        let mut lines = text.lines().peekable();
        match lines.next() {
            Some(first) if first == format => Ok(Self { lines }),
            _ => Err(format!("its first line is not “{format}”")),
        }
    }

    pub(super) fn value(&mut self, key: &str) -> Result<&'t str, String> {
        self.lines
            .next()
            .and_then(|line| line.strip_prefix(key)?.strip_prefix(':'))
            .map(str::trim)
            .ok_or_else(|| format!("the line “{key}: …” is missing or out of place"))
    }

    pub(super) fn parsed<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, String> {
        let value = self.value(key)?;
        read(value).ok_or_else(|| format!("the line “{key}: {value}” cannot be read"))
    }

    pub(super) fn optional<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, String> {
        let value = self.value(key)?;
        match value {
            NONE => Ok(None),
            value => read(value)
                .map(Some)
                .ok_or_else(|| format!("the line “{key}: {value}” cannot be read")),
        }
    }

    /// The value of a line that not every text has.
    fn if_there(&mut self, key: &str) -> Option<&'t str> {
        let value = |line: &&'t str| line.strip_prefix(key)?.strip_prefix(':').map(str::trim);
        let found = self.lines.peek().and_then(value)?;
        self.lines.next();
        Some(found)
    }

    fn files(&mut self) -> Result<Vec<RecordedFile>, String> {
        let mut files = Vec::new();
        while let Some(line) = self.lines.next_if(|line| !line.starts_with(WITHHELD)) {
            files.push(file(line).ok_or_else(|| format!("the line “{line}” cannot be read"))?);
        }
        Ok(files)
    }

    pub(super) fn withheld(&mut self) -> Result<Vec<WithheldFile>, String> {
        self.lines
            .by_ref()
            .map(|line| {
                line.strip_prefix(WITHHELD)
                    .and_then(withheld)
                    .ok_or_else(|| format!("the line “{line}” cannot be read"))
            })
            .collect()
    }
}

/// Reads `source source/housing.md`, or `attachment -`.
pub(super) fn withheld(text: &str) -> Option<WithheldFile> {
    let (role, path) = text.split_once(' ')?;
    let path = match path {
        NAMELESS => None,
        path => Some(is_safe(path).then(|| path.to_owned())?),
    };
    Some(WithheldFile {
        role: word(&RecordedFileRole::ALL, role)?,
        path,
    })
}

/// Whether a path stays in the version's folder.
fn is_safe(path: &str) -> bool {
    !path.is_empty()
        && !path.contains('\\')
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

fn file(line: &str) -> Option<RecordedFile> {
    let (role, rest) = line.split_once(": ")?;
    let (digest, rest) = rest.strip_prefix("sha256:")?.split_once(' ')?;
    let (size, path) = rest.split_once(' ')?;
    is_safe(path).then_some(())?;
    Some(RecordedFile {
        role: word(&RecordedFileRole::ALL, role)?,
        digest: hexadecimal(digest)?,
        size: size.parse().ok()?,
        path: path.to_owned(),
    })
}
