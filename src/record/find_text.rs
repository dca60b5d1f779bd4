//! Where a text stands in a record: needed where it has to be withheld.

use std::collections::BTreeSet;
use std::fs;

use html5gum::{Token, Tokenizer};

use super::{AuthorityFolder, AuthorityRecord, RecordedVersion};
use crate::model::RecordedFileRole;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Words, in any case and with any space between them.
    words: Option<String>,
    /// Digests of whole files.
    digests: BTreeSet<String>,
}

/// A version in which it stands.
#[derive(Clone, Debug)]
pub struct FoundIn {
    /// The version's place in the list of the record.
    pub version: usize,
    /// Paths of files, as `record.txt` lists them.
    pub paths: BTreeSet<String>,
    /// Fields of `record.txt`: `title`, `note`, `because`, `approved-by`, `consultation`.
    pub fields: Vec<&'static str>,
}

impl Sought {
    /// Words, and whole files by their digests.
    pub fn new(words: Option<&str>, digests: BTreeSet<String>) -> Self {
        Self {
            words: words.map(plain).filter(|words| !words.is_empty()),
            digests,
        }
    }

    /// Whether a text holds the words.
    pub fn is_in(&self, text: &str) -> bool {
        let Some(words) = &self.words else {
            return false;
        };
        plain(text).contains(words) || (text.contains('<') && plain(&bare(text)).contains(words))
    }

    /// Whether a name of a file holds the words: `jane-doe.pdf` is found by "Jane Doe".
    fn is_in_name(&self, name: &str) -> bool {
        self.is_in(&name.replace(['-', '_', '.', '/'], " "))
    }
}

/// A text without its tags, and with its entities read.
fn bare(html: &str) -> String {
    let mut text = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::String(string) => text.extend_from_slice(&string),
            // A break stands between words; other tags may stand inside one.
            Token::StartTag(tag)
                if ["br", "p", "li", "td", "th"]
                    .iter()
                    .any(|one| *tag.name == *one.as_bytes()) =>
            {
                text.push(b' ');
            }
            _ => {}
        }
    }
    String::from_utf8_lossy(&text).into_owned()
}

/// Lower case, one space between words, one sort of apostrophe.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('’', "'")
}

/// Every version of a record in which it stands.
pub fn find_text(
    folder: &AuthorityFolder,
    record: &AuthorityRecord,
    sought: &Sought,
) -> Vec<FoundIn> {
    record
        .versions
        .iter()
        .enumerate()
        .filter_map(|(version, one)| {
            let paths = paths(folder, one, sought);
            let fields = fields(one, sought);
            (!paths.is_empty() || !fields.is_empty()).then_some(FoundIn {
                version,
                paths,
                fields,
            })
        })
        .collect()
}

fn paths(folder: &AuthorityFolder, version: &RecordedVersion, sought: &Sought) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for file in &version.record.files {
        let path = match file.role {
            RecordedFileRole::Attachment => folder.file(&file.digest, &file.path),
            _ => version.folder.join(&file.path),
        };
        let is_found = sought.digests.contains(&file.digest)
            || sought.is_in_name(&file.path)
            || (sought.words.is_some()
                && fs::read(path)
                    .is_ok_and(|bytes| sought.is_in(&String::from_utf8_lossy(&bytes))));
        if is_found {
            paths.insert(file.path.clone());
        }
    }
    // A page goes with its source, and a source with its page.
    let partners: Vec<String> = paths.iter().filter_map(|path| partner(path)).collect();
    let listed = |path: &String| version.record.files.iter().any(|file| file.path == *path);
    paths.extend(partners.into_iter().filter(listed));
    paths
}

/// `source/money.md` goes with `body/money.html`.
pub(super) fn partner(path: &str) -> Option<String> {
    if let Some(name) = path.strip_prefix("source/") {
        return Some(format!("body/{}.html", name.strip_suffix(".md")?));
    }
    let name = path.strip_prefix("body/")?.strip_suffix(".html")?;
    Some(format!("source/{name}.md"))
}

fn fields(version: &RecordedVersion, sought: &Sought) -> Vec<&'static str> {
    let record = &version.record;
    let all = [
        ("title", Some(&record.title)),
        ("note", Some(&record.note)),
        ("because", record.because.as_ref()),
        ("approved-by", record.approved_by.as_ref()),
        ("consultation", record.consultation.as_ref()),
    ];
    all.into_iter()
        .filter(|(_, text)| text.is_some_and(|text| sought.is_in(text)))
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let sought = Sought::new(Some("Jane O’Doe"), BTreeSet::new());
        for text in [
            "by Jane O'Doe.",
            "JANE\n  O’DOE",
            "<p>Jane <em>O&#39;</em>Doe</p>",
            "<td>Jane<br>O&rsquo;Doe",
        ] {
            assert!(sought.is_in(text), "{text}");
        }
        assert!(!sought.is_in("Jane Doe"));
        assert!(Sought::new(Some("jane doe"), BTreeSet::new()).is_in_name("files/Jane-Doe.pdf"));
        assert!(!Sought::new(Some("  "), BTreeSet::new()).is_in("anything"));
    }
}
