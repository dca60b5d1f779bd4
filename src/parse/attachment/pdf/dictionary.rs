//! Values of a PDF, of which only what matters here is kept (ISO 32000-1, 7.3).

use super::lexer::{Lexer, Token};
use crate::parse::attachment::limits;

/// The entries of dictionaries that are kept. All others are passed over, so that a large file
/// takes little memory.
const KEPT: [&[u8]; 26] = [
    b"Author",
    b"Company",
    b"Contents",
    b"CreationDate",
    b"Creator",
    b"Desc",
    b"EF",
    b"Encrypt",
    b"F",
    b"Filter",
    b"First",
    b"Info",
    b"Keywords",
    b"Length",
    b"Manager",
    b"N",
    b"Parent",
    b"Producer",
    b"S",
    b"Subject",
    b"Subtype",
    b"T",
    b"Title",
    b"Type",
    b"UF",
    b"URI",
];

/// The most names of a list that are kept.
const NAMES: usize = 4;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Number(i64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    /// Another object, by its number.
    Reference(u32),
    Dictionary(Dictionary),
    /// The first names in a list of names.
    Names(Vec<Vec<u8>>),
    /// Anything else.
    Other,
}

/// The kept entries of a dictionary.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dictionary(Vec<(&'static [u8], Value)>);

impl Dictionary {
    /// The value of an entry. Where a name stands twice, the last counts.
    pub(super) fn get(&self, name: &[u8]) -> Option<&Value> {
        self.0
            .iter()
            .rev()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// Whether an entry is this name.
    pub(super) fn is(&self, entry: &[u8], name: &[u8]) -> bool {
        matches!(self.get(entry), Some(Value::Name(value)) if value == name)
    }

    /// Whether it says that it is of this type.
    pub(super) fn is_type(&self, name: &[u8]) -> bool {
        self.is(b"Type", name)
    }

    /// A count or a length.
    pub(super) fn size(&self, name: &[u8]) -> Option<usize> {
        match self.get(name) {
            Some(Value::Number(number)) => usize::try_from(*number).ok(),
            _ => None,
        }
    }
}

/// Reads one value, and shows every dictionary in it, with how deep it lies. A value that is not
/// well formed gives nothing; the lexer then stands behind what was read.
pub(super) fn value(
    lexer: &mut Lexer<'_>,
    visit: &mut impl FnMut(&Dictionary, usize),
) -> Option<Value> {
    value_at(lexer, 0, visit)
}

fn value_at(
    lexer: &mut Lexer<'_>,
    depth: usize,
    visit: &mut impl FnMut(&Dictionary, usize),
) -> Option<Value> {
    if depth > limits::DEPTH {
        return None;
    }
    let before = lexer.place();
    match lexer.next()? {
        Token::Number(number) => Some(number_or_reference(number, lexer)),
        Token::Name(name) => Some(Value::Name(name)),
        Token::Text(text) => Some(Value::Text(text)),
        Token::ListStart => list(lexer, depth, visit),
        Token::DictionaryStart => dictionary(lexer, depth, visit),
        Token::Word(b"true" | b"false" | b"null") => Some(Value::Other),
        Token::Word(_) | Token::ListEnd | Token::DictionaryEnd => {
            // Probably the end of the object, which came too soon.
            lexer.go_to(before);
            None
        }
    }
}

/// `12 0 R` is another object; `12` is a number.
fn number_or_reference(number: i64, lexer: &mut Lexer<'_>) -> Value {
    let place = lexer.place();
    if let Ok(object) = u32::try_from(number)
        && let Some(Token::Number(_)) = lexer.next()
        && lexer.next() == Some(Token::Word(b"R"))
    {
        return Value::Reference(object);
    }
    lexer.go_to(place);
    Value::Number(number)
}

fn list(
    lexer: &mut Lexer<'_>,
    depth: usize,
    visit: &mut impl FnMut(&Dictionary, usize),
) -> Option<Value> {
    let mut names = Vec::new();
    let mut only_names = true;
    loop {
        let place = lexer.place();
        if lexer.next()? == Token::ListEnd {
            break;
        }
        lexer.go_to(place);
        match value_at(lexer, depth + 1, visit)? {
            Value::Name(name) if names.len() < NAMES => names.push(name),
            _ => only_names = false,
        }
    }
    Some(if only_names {
        Value::Names(names)
    } else {
        Value::Other
    })
}

fn dictionary(
    lexer: &mut Lexer<'_>,
    depth: usize,
    visit: &mut impl FnMut(&Dictionary, usize),
) -> Option<Value> {
    let mut dictionary = Dictionary::default();
    loop {
        match lexer.next()? {
            Token::DictionaryEnd => break,
            Token::Name(name) => {
                let value = value_at(lexer, depth + 1, visit)?;
                let kept = KEPT.iter().find(|kept| **kept == name);
                if let Some(kept) = kept
                    && dictionary.0.len() < KEPT.len()
                {
                    dictionary.0.push((kept, kept_value(value)));
                }
            }
            _ => return None,
        }
    }
    visit(&dictionary, depth);
    Some(Value::Dictionary(dictionary))
}

/// Inner dictionaries have been shown already; that there is one is enough.
fn kept_value(value: Value) -> Value {
    match value {
        Value::Dictionary(_) => Value::Other,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_dictionaries_are_shown_first() {
        let mut shown = Vec::new();
        let bytes = b"<</Type/Catalog/Unknown<</T(x)>>/Info 12 0 R/N 3/Filter[/A/B]>>";
        let value = value(&mut Lexer::new(bytes), &mut |dictionary, depth| {
            shown.push((dictionary.clone(), depth));
        });
        let Some(Value::Dictionary(outer)) = value else {
            panic!("a dictionary");
        };
        assert_eq!(shown.len(), 2);
        assert_eq!(shown[0].1, 1);
        assert_eq!(shown[0].0.get(b"T"), Some(&Value::Text(b"x".to_vec())));
        assert!(outer.is_type(b"Catalog"));
        assert_eq!(outer.get(b"Info"), Some(&Value::Reference(12)));
        assert_eq!(outer.size(b"N"), Some(3));
        assert_eq!(
            outer.get(b"Filter"),
            Some(&Value::Names(vec![b"A".to_vec(), b"B".to_vec()]))
        );
        assert_eq!(outer.get(b"Unknown"), None);
    }

    #[test]
    fn deep_nesting_gives_nothing() {
        let bytes = "[".repeat(100_000);
        assert_eq!(
            value(&mut Lexer::new(bytes.as_bytes()), &mut |_, _| ()),
            None
        );
    }
}
