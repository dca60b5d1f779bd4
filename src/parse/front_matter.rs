//! The TOML between two `+++` lines at the top of a page.

use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Place};

/// A page's text, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'t> {
    /// The TOML; empty where there is no front matter.
    pub toml: &'t str,
    /// The byte at which the TOML starts.
    pub toml_start: usize,
    /// The Markdown.
    pub markdown: &'t str,
    /// The byte at which the Markdown starts.
    pub markdown_start: usize,
}

/// Takes a page's text apart.
///
/// # Errors
/// A diagnostic where the front matter is missing or is not closed; the parts then hold the
/// whole text as Markdown.
pub fn split<'t>(file: &Arc<str>, text: &'t str) -> (Parts<'t>, Option<Diagnostic>) {
    let whole = Parts {
        toml: "",
        toml_start: 0,
        markdown: text,
        markdown_start: 0,
    };
    let first = text.lines().next().unwrap_or("");
    if first.trim_end() != "+++" {
        return (whole, Some(missing(file, text)));
    }
    let toml_start = (first.len() + 1).min(text.len());
    let mut at = toml_start;
    for line in text[toml_start..].split_inclusive('\n') {
        if line.trim_end() == "+++" {
            let markdown_start = at + line.len();
            return (
                Parts {
                    toml: &text[toml_start..at],
                    toml_start,
                    markdown: &text[markdown_start..],
                    markdown_start,
                },
                None,
            );
        }
        at += line.len();
    }
    let open = Diagnostic::error(Code::FrontMatter, "the front matter is not closed")
        .at(&Place::new(file, 0..first.len()))
        .help("write a line with +++ alone after the last key");
    (whole, Some(open))
}

fn missing(file: &Arc<str>, text: &str) -> Diagnostic {
    let first = text.lines().next().unwrap_or("");
    let problem = Diagnostic::error(Code::FrontMatter, "the page has no front matter")
        .at(&Place::new(file, 0..first.len()));
    if first.trim_end() == "---" {
        problem.help("offerbook reads TOML between +++ lines: use +++ instead of --- and write key = \"value\"")
    } else {
        problem.help("start the file with a line +++, then title = \"…\", then a line +++")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_know_where_they_start() {
        let file: Arc<str> = Arc::from("a.md");
        let text = "+++\ntitle = \"A\"\n+++\n\nText\n";
        let (parts, problem) = split(&file, text);
        assert!(problem.is_none());
        assert_eq!(parts.toml, "title = \"A\"\n");
        assert_eq!(&text[parts.markdown_start..], parts.markdown);
        assert_eq!(parts.markdown, "\nText\n");
    }

    #[test]
    fn open_or_missing_front_matter_is_said() {
        let file: Arc<str> = Arc::from("a.md");
        for text in [
            "",
            "+++",
            "+++\n",
            "Text",
            "---\na: b\n---\n",
            "+++\na = 1\n",
        ] {
            assert!(split(&file, text).1.is_some(), "{text:?}");
        }
        assert!(split(&file, "+++\n+++").1.is_none());
    }
}
