//! Notices as they stand in their files: lines of text in a fixed order, with a salt, so that a
//! notice that has to be deleted itself cannot be guessed from its digest in the log.

use std::fmt::Write;
use std::str::FromStr;

use super::record_text::{Lines, hexadecimal, one_line};
use crate::model::{Moment, Notice, NoticeSays, Slug, VersionId};

const FORMAT: &str = "offerbook-notice/v1";
const NONE: &str = "none";

/// The contents of a notice's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeText {
    /// The authority.
    pub authority: Slug,
    /// What it says.
    pub notice: Notice,
    /// 64 hexadecimal digits.
    pub salt: String,
}

impl NoticeText {
    /// The name of its file: names sort by time.
    pub fn file_name(&self) -> String {
        let notice = &self.notice;
        let publication = notice.publication.as_str().replace('/', ".");
        // Two notices of one second must not share a name.
        let salt = self.salt.get(..8).unwrap_or_default();
        let word = format!("{}.{salt}", notice.says.word());
        match &notice.says {
            NoticeSays::Withheld { version, .. } => format!(
                "{}.{publication}.{version}.{word}.txt",
                notice.recorded.compact()
            ),
            _ => format!("{}.{publication}.{word}.txt", notice.recorded.compact()),
        }
    }

    /// As it stands in the file.
    pub fn to_text(&self) -> String {
        let mut text = format!("{FORMAT}\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {}", one_line(value));
        };
        let notice = &self.notice;
        let (mut to, mut version, mut record) = (NONE.to_owned(), NONE.to_owned(), NONE.to_owned());
        let mut withheld = Vec::new();
        match &notice.says {
            NoticeSays::Withdrawn => {}
            NoticeSays::Moved { to: address } => to.clone_from(address),
            NoticeSays::Withheld {
                version: id,
                record: digest,
                files,
            } => {
                version = id.to_string();
                record = format!("sha256:{digest}");
                withheld.clone_from(files);
            }
        }
        line("authority", self.authority.as_str());
        line("kind", notice.says.word());
        line("publication", notice.publication.as_str());
        line("version", &version);
        line("recorded", &notice.recorded.to_string());
        line("by", &notice.by);
        line("reason", &notice.reason);
        line("to", &to);
        line("record", &record);
        line("salt", &self.salt);
        for file in &withheld {
            let path = file.path.as_deref().unwrap_or("-");
            line("withheld", &format!("{} {path}", file.role.word()));
        }
        text
    }
}

/// Reads a notice. The error says what is wrong with it.
impl FromStr for NoticeText {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut lines = Lines::new(text, FORMAT)?;
        let authority = lines.parsed("authority", Slug::new)?;
        let kind = lines.value("kind")?.to_owned();
        let publication = lines.parsed("publication", Slug::publication)?;
        let version: Option<VersionId> = lines.optional("version", |text| text.parse().ok())?;
        let recorded: Moment = lines.parsed("recorded", |text| text.parse().ok())?;
        let by = lines.value("by")?.to_owned();
        let reason = lines.value("reason")?.to_owned();
        let to = lines.optional("to", |text| Some(text.to_owned()))?;
        let record = lines.optional("record", |text| hexadecimal(text.strip_prefix("sha256:")?))?;
        let salt = lines.parsed("salt", hexadecimal)?;
        let files = lines.withheld()?;
        let says = match (kind.as_str(), to, version, record) {
            ("withdraw", None, None, None) => NoticeSays::Withdrawn,
            ("move", Some(to), None, None) => NoticeSays::Moved { to },
            ("redact", None, Some(version), Some(record)) => NoticeSays::Withheld {
                version,
                record,
                files,
            },
            _ => {
                return Err(format!(
                    "it is not complete for a notice of the kind “{kind}”"
                ));
            }
        };
        let read = Self {
            authority,
            notice: Notice {
                publication,
                recorded,
                by,
                reason,
                says,
            },
            salt,
        };
        match read.to_text() == text {
            true => Ok(read),
            false => Err("it is not written in the form that offerbook writes".to_owned()),
        }
    }
}
