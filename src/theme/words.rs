//! What the interface says, in each language that it speaks.
//!
//! A theme's folder `words/` holds a folder for each language, and in it files of messages in the
//! syntax of Fluent (<https://projectfluent.org/fluent/guide/>). English comes first everywhere: a
//! message that another language lacks is said in English.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostics::{Code, Diagnostic, Place, Problems, Texts};
use crate::model::{Day, VersionId};

/// The language that every other one falls back to.
pub const FIRST_LANGUAGE: &str = "en";

/// A file of messages.
pub struct WordFile {
    /// The language that it is in: the name of its folder.
    pub language: String,
    /// Its path, for messages about it.
    pub shown: String,
    /// What it holds.
    pub text: String,
}

/// The words of an interface in one language.
pub struct Words {
    language: String,
    plain: Bundle,
    /// The same for pages: what stands in the messages is escaped.
    html: Bundle,
}

type Bundle = FluentBundle<Arc<FluentResource>>;

impl Words {
    /// Reads every language. Files come in the order in which they take the place of earlier ones.
    pub fn read(files: &[WordFile], texts: &mut Texts) -> (BTreeMap<String, Self>, Problems) {
        let mut problems = Problems::new();
        let mut read: Vec<(&str, Arc<FluentResource>)> = Vec::new();
        let mut folders: BTreeMap<&str, &str> = BTreeMap::new();
        for file in files {
            let path: Arc<str> = Arc::from(file.shown.as_str());
            texts.insert(path.clone(), Arc::from(file.text.as_str()));
            folders.entry(&file.language).or_insert(&file.shown);
            match FluentResource::try_new(file.text.clone()) {
                Ok(resource) => read.push((&file.language, Arc::new(resource))),
                Err((_, errors)) => {
                    for error in errors {
                        problems.push(
                            Diagnostic::error(
                                Code::ThemeWords,
                                format!("the message is wrong: {error}"),
                            )
                            .at(&Place::new(&path, error.pos))
                            .help("write each message as: name = What is said"),
                        );
                    }
                }
            }
        }
        let mut all = BTreeMap::new();
        for (language, shown) in folders {
            let Ok(tag) = language.parse::<LanguageIdentifier>() else {
                problems.push(
                    Diagnostic::error(
                        Code::ThemeWords,
                        format!("“{language}” is not the tag of a language"),
                    )
                    .at(&Place::path(shown))
                    .help("name a folder of words after a language, such as “cy” or “pl”"),
                );
                continue;
            };
            let spoken = |escape: bool| {
                let mut bundle = Bundle::new_concurrent(vec![tag.clone()]);
                bundle.set_use_isolating(false);
                if escape {
                    bundle.set_transform(Some(escaped));
                }
                for wanted in [FIRST_LANGUAGE, language] {
                    for (_, resource) in read.iter().filter(|(one, _)| *one == wanted) {
                        bundle.add_resource_overriding(Arc::clone(resource));
                    }
                }
                bundle
            };
            let words = Self {
                language: language.to_owned(),
                plain: spoken(false),
                html: spoken(true),
            };
            all.insert(language.to_owned(), words);
        }
        (all, problems)
    }

    /// The language (BCP 47).
    pub fn language(&self) -> &str {
        &self.language
    }

    /// A message that needs nothing filled in. One that is not there says its name, so that the
    /// page shows what is missing.
    pub fn say(&self, message: &str) -> String {
        said(&self.plain, message, None).unwrap_or_else(|| message.to_owned())
    }

    /// A message with what is filled in: texts as they are, numbers for the right plural.
    pub fn fill<const N: usize>(
        &self,
        message: &str,
        given: [(&str, FluentValue<'_>); N],
    ) -> String {
        let given: FluentArgs<'_> = given.into_iter().collect();
        said(&self.plain, message, Some(&given)).unwrap_or_else(|| message.to_owned())
    }

    /// A message for a page, escaped; what is filled in has to be escaped already.
    pub(super) fn html(&self, message: &str, given: Option<&FluentArgs<'_>>) -> Option<String> {
        said(&self.html, message, given)
    }

    /// A message with what is filled in, for a script.
    pub(super) fn plain(&self, message: &str, given: &FluentArgs<'_>) -> String {
        said(&self.plain, message, Some(given)).unwrap_or_else(|| message.to_owned())
    }

    /// The plural (CLDR) that a number takes in this language: `one`, `other`, ….
    pub(super) fn plural(&self, number: i64) -> String {
        self.fill("dates-plural", [("number", number.into())])
    }

    /// "1 July 2026".
    pub fn day(&self, day: Day) -> String {
        self.fill(
            "dates-day",
            [
                ("day", day.day_of_month().to_string().into()),
                ("month", self.month_name(day).into()),
                ("year", day.year().to_string().into()),
            ],
        )
    }

    /// The month of a day: "July 2026".
    pub fn month(&self, day: Day) -> String {
        self.fill(
            "dates-month",
            [
                ("month", self.month_name(day).into()),
                ("year", day.year().to_string().into()),
            ],
        )
    }

    fn month_name(&self, day: Day) -> String {
        self.say(&format!("dates-month-{:02}", day.month()))
    }

    /// A version: "1 July 2026"; a later one of that day, "1 July 2026 (2)".
    pub fn version(&self, version: &VersionId) -> String {
        match version.number() {
            1 => self.day(version.day()),
            number => self.fill(
                "dates-version",
                [
                    ("day", self.day(version.day()).into()),
                    ("number", number.to_string().into()),
                ],
            ),
        }
    }

    /// "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => self.fill(
                "dates-list",
                [
                    ("most", rest.join(", ").into()),
                    ("last", last.into()),
                    ("start", start(last).into()),
                ],
            ),
        }
    }
}

/// What a text starts with, for languages whose “and” depends on it: Welsh has “ac” before a vowel.
fn start(text: &str) -> &'static str {
    let first = text.chars().find(|one| one.is_alphanumeric());
    match first.is_some_and(|one| "aeiouwyâêîôûŵŷ".contains(&one.to_lowercase().to_string()))
    {
        true => "vowel",
        false => "other",
    }
}

fn said(bundle: &Bundle, message: &str, given: Option<&FluentArgs<'_>>) -> Option<String> {
    let pattern = bundle.get_message(message)?.value()?;
    // What is not filled in shows as its name, as a missing message does.
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, given, &mut errors)
            .into_owned(),
    )
}

/// Text as it stands in HTML.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(one),
        }
    }
    Cow::Owned(out)
}
