//! What is told of a finding, and where it can be allowed.

use super::find::{Confidence, Finding, Sort};
use crate::diagnostics::{Code, Diagnostic, Place, Severity};

/// Where what is found may be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Allowable {
    /// In the front matter of its page, or of `index.md` for a file that has none.
    InPages,
    /// In `authority.toml`.
    InAuthority,
    /// Nowhere: in the settings of the site and its kinds.
    Nowhere,
}

impl Allowable {
    /// What to do about a finding, and how to allow it where that can be done.
    pub(super) fn help(self, file: &str, help: &str) -> String {
        const ALLOW: &str = "allow = [{ text = \"…\", because = \"…\" }]";
        let is_page = file.ends_with(".md");
        let place = match self {
            Self::InPages if is_page => "the front matter",
            Self::InPages => "the front matter of index.md",
            Self::InAuthority if file.ends_with("authority.toml") => "the first lines of this file",
            Self::InAuthority => "the first lines of authority.toml",
            Self::Nowhere => return help.to_owned(),
        };
        format!("{help}. If it may stay, say why in {place}: {ALLOW}")
    }
}

/// A person's name where a register asks for a role.
pub(super) fn told_name(place: &Place, allowable: Allowable) -> Diagnostic {
    Diagnostic::warning(
        Code::PersonalData,
        "this may be a person’s name, not a role",
    )
    .at(place)
    .help(allowable.help(
        &place.file,
        "write the role, such as “Head of the Virtual School”: it stays when the person has \
             left",
    ))
    .secret()
}

pub(super) fn severity(finding: &Finding) -> Severity {
    match finding.confidence {
        Confidence::Certain => Severity::Error,
        Confidence::Likely => Severity::Warning,
    }
}

/// A finding where it stands.
pub(super) fn told(finding: &Finding, place: &Place, allowable: Allowable) -> Diagnostic {
    let severity = severity(finding);
    let is_secret = finding.sort.is_secret();
    let (code, message) = match is_secret {
        true => (
            Code::PersonalData,
            match finding.confidence {
                Confidence::Certain => format!("this is {}", finding.sort.what()),
                Confidence::Likely if finding.sort == Sort::HomePostcode => {
                    "this postcode may be of somebody’s home".to_owned()
                }
                Confidence::Likely => format!("this may be {}", finding.sort.what()),
            },
        ),
        false => (
            Code::SmallNumber,
            format!("this may be {}", finding.sort.what()),
        ),
    };
    let diagnostic = Diagnostic::new(severity, code, message)
        .at(place)
        .help(allowable.help(&place.file, finding.sort.help()));
    match is_secret {
        true => diagnostic.secret(),
        false => diagnostic,
    }
}
