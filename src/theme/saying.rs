//! How templates and scripts say what stands in the tables of words.

use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};
use tera::{Function, Kwargs, State, TeraResult, Value};

use super::words::{Words, escaped};

/// `{{ say(word="name", …) }}` in a template. A text that is filled in is escaped, unless it was
/// caught by `{% set %}` and is HTML already.
pub(super) struct Say(Arc<Words>);

impl Say {
    pub(super) fn new(words: &Arc<Words>) -> Self {
        Self(Arc::clone(words))
    }
}

impl Function<TeraResult<Value>> for Say {
    fn call(&self, given: Kwargs, _: &State<'_>) -> TeraResult<Value> {
        let message: &str = given.must_get("word")?;
        let mut filled = FluentArgs::new();
        for (name, value) in given.iter() {
            let name = name.to_string();
            if name == "word" {
                continue;
            }
            let value = match value.as_i128() {
                Some(number) => FluentValue::from(i64::try_from(number).unwrap_or(i64::MAX)),
                None => {
                    let text = value.to_string();
                    match value.is_safe() {
                        true => FluentValue::from(text),
                        false => FluentValue::from(escaped(&text).into_owned()),
                    }
                }
            };
            filled.set(name, value);
        }
        match self.0.html(message, Some(&filled)) {
            Some(said) => Ok(Value::safe_string(&said)),
            None => Err(tera::Error::message(format!(
                "there is no message “{message}” in the theme’s words"
            ))),
        }
    }
}

/// A template with the words in it that need nothing filled in: they are looked up once, not on
/// every page.
pub(super) fn templates_say(text: &str, words: &Words) -> String {
    const OPEN: &str = "{{ say(word=\"";
    const CLOSE: &str = "\") }}";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(OPEN) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let message = from.get(OPEN.len()..).and_then(|from| {
            let end = from.find('"')?;
            from.get(end..)?
                .starts_with(CLOSE)
                .then(|| from.get(..end))?
        });
        match message.and_then(|message| Some((message, words.html(message, None)?))) {
            // A brace would be read as the template's own.
            Some((message, said)) if !said.contains(['{', '}']) => {
                out.push_str(&said);
                rest = from
                    .get(OPEN.len() + message.len() + CLOSE.len()..)
                    .unwrap_or("");
            }
            _ => {
                out.push_str(OPEN);
                rest = from.get(OPEN.len()..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

/// A script with the words in place of `"say:name"`: a message, with `{name}` for what the script
/// fills in. In place of `"say-count:name"`: an object with a message for each plural that the
/// language has (`one`, `other`, …), as `Intl.PluralRules` names them.
pub(super) fn scripts_say(script: &[u8], words: &Words) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(script) else {
        return script.to_vec();
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\"say") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let inner = from.get(1..).unwrap_or("");
        let end = inner.find('"').unwrap_or(0);
        let token = inner.get(..end).unwrap_or("");
        let said = match token.split_once(':') {
            Some(("say", message)) => Some(json(&for_script(words, message, None))),
            Some(("say-count", message)) => Some(plurals(words, message)),
            _ => None,
        };
        match said {
            Some(said) => {
                out.push_str(&said);
                rest = inner.get(end + 1..).unwrap_or("");
            }
            None => {
                out.push('"');
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out.into_bytes()
}

/// What stands for the value that a script fills in, for each of the names that scripts use.
fn for_script(words: &Words, message: &str, number: Option<i64>) -> String {
    let mut given = FluentArgs::new();
    for name in SCRIPT_VALUES {
        given.set(name, FluentValue::from(format!("{{{name}}}")));
    }
    if let Some(number) = number {
        given.set("number", FluentValue::from(number));
    }
    words.plain(message, &given)
}

/// The names of values that scripts fill in. `number` chooses the plural; `count` shows it.
const SCRIPT_VALUES: [&str; 8] = [
    "count", "query", "day", "month", "year", "other", "what", "where",
];

fn plurals(words: &Words, message: &str) -> String {
    let forms: BTreeSet<(&'static str, String)> = PLURALS
        .iter()
        .filter(|(category, number)| words.plural(*number) == *category)
        .map(|(category, number)| (*category, for_script(words, message, Some(*number))))
        .collect();
    let forms: Vec<String> = forms
        .iter()
        .map(|(category, said)| format!("{category}:{}", json(said)))
        .collect();
    format!("{{{}}}", forms.join(","))
}

/// Each plural (CLDR) with numbers that may stand for it.
const PLURALS: [(&str, i64); 8] = [
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("few", 3),
    ("many", 6),
    ("many", 11),
    ("other", 100),
    ("other", 20),
];

fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
