//! A recorded body, read without its Markdown.

use html5gum::{Token, Tokenizer};

use crate::model::{Body, Heading};

/// Reads a recorded body. Its HTML stays as it is; headings are found in it.
pub fn recorded_body(html: &str) -> Body {
    let mut headings: Vec<Heading> = Vec::new();
    let mut open = false;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                if let Some(level) = level(&tag.name) {
                    let attribute = |name: &[u8]| {
                        tag.attributes
                            .get(name)
                            .map(|value| String::from_utf8_lossy(value).into_owned())
                            .unwrap_or_default()
                    };
                    let covers = attribute(b"data-covers");
                    headings.push(Heading {
                        level,
                        id: attribute(b"id"),
                        text: String::new(),
                        covers: covers.split_whitespace().map(str::to_owned).collect(),
                        // What was published was checked then.
                        has_text: true,
                        place: None,
                    });
                    open = true;
                }
            }
            Token::EndTag(tag) if level(&tag.name).is_some() => open = false,
            Token::String(text) if open => {
                if let Some(heading) = headings.last_mut() {
                    heading.text.push_str(&String::from_utf8_lossy(&text));
                }
            }
            _ => {}
        }
    }
    Body {
        html: html.to_owned(),
        headings,
        links: Vec::new(),
    }
}

fn level(name: &[u8]) -> Option<u8> {
    match name {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}
