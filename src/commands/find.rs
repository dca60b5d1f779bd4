//! What a person names on the command line: `exampleshire/kinship-local-offer`.

use std::str::FromStr;

use crate::diagnostics::{Code, Diagnostic, Problems, nearest};
use crate::model::Slug;
use crate::output::Workspace;

/// An authority, or one of its publications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The authority.
    pub authority: Slug,
    /// The publication; `None` for all.
    pub publication: Option<Slug>,
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim_start_matches("content/").trim_end_matches('/');
        let (authority, publication) = match text.split_once('/') {
            Some((authority, publication)) => (authority, Some(publication)),
            None => (text, None),
        };
        let help = || "write an authority and a publication, such as derby/concordat".to_owned();
        Ok(Self {
            authority: Slug::new(authority).ok_or_else(help)?,
            publication: match publication {
                Some(publication) => Some(Slug::publication(publication).ok_or_else(help)?),
                None => None,
            },
        })
    }
}

/// Reads a target that names a publication.
pub fn publication(text: &str) -> Result<(Slug, Slug), String> {
    let target: Target = text.parse()?;
    match target.publication {
        Some(publication) => Ok((target.authority, publication)),
        None => Err("name a publication as well, such as derby/concordat".to_owned()),
    }
}

/// Reports an authority that does not exist.
pub fn known_authority(workspace: &Workspace, slug: &Slug) -> Problems {
    if workspace.authorities.contains(slug) {
        return Problems::new();
    }
    let known = || workspace.authorities.iter().map(Slug::as_str);
    unknown("authority", slug.as_str(), known)
}

/// Reports a name that does not exist.
pub fn unknown<'k, I: Iterator<Item = &'k str>>(
    what: &str,
    name: &str,
    known: impl Fn() -> I,
) -> Problems {
    let help = match nearest(name, known()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => {
            let all: Vec<&str> = known().collect();
            if all.is_empty() {
                format!("there is no {what} yet")
            } else {
                format!("there is: {}", all.join(", "))
            }
        }
    };
    Diagnostic::error(Code::WrongValue, format!("there is no {what} “{name}”"))
        .help(help)
        .into()
}
