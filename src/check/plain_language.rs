//! Whether pages are written in plain words: [`language`](super::language) over each page.

use std::sync::Arc;

use rayon::prelude::*;

use super::Checked;
use super::language::{
    LIMIT_EASY_READ, LIMIT_STANDARD, LanguageSort, Reading, WordList, look, reading,
};
use crate::config::Document;
use crate::diagnostics::{Code, Diagnostic, Place, Problems, Severity};
use crate::model::{AlternateForm, LanguageRules};
use crate::parse::{Passage, PublicationContent, passages, split};

/// What pages and supports say to readers in their front matter.
const READ_BY_READERS: [&str; 9] = [
    "title",
    "summary",
    "reach",
    "who",
    "amount",
    "how_to_claim",
    "who_decides",
    "how_long",
    "if_refused",
];

/// The rules of a site, made once for all pages.
pub(super) struct Rules {
    words: WordList,
    limit: usize,
    check: bool,
    language: String,
}

impl Rules {
    pub(super) fn new(rules: &LanguageRules, language: &str) -> Self {
        let limit = rules.longest_sentence;
        Self {
            words: WordList::built_in().with(&rules.words, &rules.allowed_words),
            limit: limit
                .and_then(|limit| usize::try_from(limit).ok())
                .unwrap_or(LIMIT_STANDARD),
            check: rules.check,
            language: language.to_owned(),
        }
    }
}

/// A page as it is looked at.
struct PageText<'p> {
    file: &'p Arc<str>,
    title: &'p str,
    language: &'p str,
    limit: usize,
    is_read_aloud: bool,
}

fn pages<'p>(content: &'p PublicationContent, rules: &'p Rules) -> Vec<PageText<'p>> {
    let publication = &content.publication;
    let own = publication.control.language.as_deref();
    let own = own.unwrap_or(&rules.language);
    let pages = publication.pages.iter().map(|page| PageText {
        file: &page.place.file,
        title: &page.title,
        language: page.language.as_deref().unwrap_or(own),
        limit: rules.limit,
        is_read_aloud: true,
    });
    let alternates = publication.alternates.iter().map(|one| PageText {
        file: &one.place.file,
        title: &one.title,
        language: one.language.as_deref().unwrap_or(own),
        limit: match one.form {
            AlternateForm::EasyRead => LIMIT_EASY_READ,
            _ => rules.limit,
        },
        is_read_aloud: true,
    });
    let supports = publication.supports.iter().map(|one| PageText {
        file: &one.place.file,
        title: &one.title,
        language: own,
        limit: rules.limit,
        is_read_aloud: true,
    });
    pages.chain(alternates).chain(supports).collect()
}

/// What an editor should look at in a publication.
pub(super) fn of_publication(
    content: &PublicationContent,
    checked: &Checked<'_>,
    rules: &Rules,
) -> Problems {
    let mut problems = Problems::new();
    if !rules.check {
        return problems;
    }
    for page in pages(content, rules) {
        let Some(text) = checked.texts.get(page.file) else {
            continue;
        };
        for (start, passages) in in_front_matter(page.file, text) {
            problems.extend(of_passages(&page, start, &passages, rules));
        }
        let (parts, _) = split(page.file, text);
        let passages = passages(parts.markdown);
        problems.extend(of_passages(&page, parts.markdown_start, &passages, rules));
    }
    problems
}

fn of_passages(page: &PageText<'_>, start: usize, passages: &[Passage], rules: &Rules) -> Problems {
    let mut problems = Problems::new();
    for one in look(passages, &rules.words, page.language, page.limit) {
        let Some(passage) = passages.get(one.passage) else {
            continue;
        };
        let span = passage.span(one.range);
        let place = Place::new(page.file, span.start + start..span.end + start);
        let (severity, code) = code(one.sort);
        problems.push(
            Diagnostic::new(severity, code, one.message)
                .at(&place)
                .help(one.help),
        );
    }
    problems
}

/// What readers see of the front matter: where each text starts, and its passages. A text that is
/// written with escapes stands nowhere as it is read, and is left out.
fn in_front_matter(file: &Arc<str>, text: &str) -> Vec<(usize, Vec<Passage>)> {
    let (parts, _) = split(file, text);
    let document = Document::parse(file, parts.toml, parts.toml_start);
    let mut table = document.table("a page");
    READ_BY_READERS
        .iter()
        .filter_map(|key| {
            let written = table.located_text(key)?;
            let span = written.place.span?;
            let within = text.get(span.clone())?.find(&written.value)?;
            Some((span.start + within, passages(&written.value)))
        })
        .collect()
}

/// Where the Markdown of a file starts, and its passages.
fn read(file: &Arc<str>, checked: &Checked<'_>) -> Option<(usize, Vec<Passage>)> {
    let text = checked.texts.get(file)?;
    let (parts, _) = split(file, text);
    Some((parts.markdown_start, passages(parts.markdown)))
}

/// What keeps people from finding their way is a warning; what could be said better is a note.
fn code(sort: LanguageSort) -> (Severity, Code) {
    match sort {
        LanguageSort::LongSentence => (Severity::Note, Code::LongSentence),
        LanguageSort::Abbreviation => (Severity::Note, Code::Abbreviation),
        LanguageSort::Disliked => (Severity::Note, Code::WordChoice),
        LanguageSort::LinkText => (Severity::Warning, Code::LinkText),
        LanguageSort::TableHeader => (Severity::Warning, Code::TableHeader),
        LanguageSort::ImageText => (Severity::Warning, Code::ImageText),
    }
}

/// How old a reader of a page has to be, by its words and sentences.
#[derive(Clone, Debug)]
pub struct PageReading {
    /// The page's file.
    pub file: Arc<str>,
    /// Its title.
    pub title: String,
    /// What was counted.
    pub reading: Reading,
}

/// The reading ages of all pages in English, the hardest first.
pub fn reading_ages(checked: &Checked<'_>) -> Vec<PageReading> {
    let rules = Rules::new(&checked.settings.language_rules, &checked.settings.language);
    let contents: Vec<&PublicationContent> = checked
        .authorities
        .iter()
        .flat_map(|authority| &authority.publications)
        .collect();
    let mut all: Vec<PageReading> = contents
        .par_iter()
        .flat_map_iter(|content| {
            pages(content, &rules)
                .into_iter()
                .filter(|page| page.is_read_aloud && page.language.starts_with("en"))
                .filter_map(|page| {
                    let (_, passages) = read(page.file, checked)?;
                    Some(PageReading {
                        file: Arc::clone(page.file),
                        title: page.title.to_owned(),
                        reading: reading(&passages)?,
                    })
                })
                .collect::<Vec<_>>()
        })
        .collect();
    all.sort_by(|a, b| {
        let age = |one: &PageReading| one.reading.age;
        age(b).total_cmp(&age(a)).then_with(|| a.file.cmp(&b.file))
    });
    all.dedup_by(|a, b| a.file == b.file);
    all
}
