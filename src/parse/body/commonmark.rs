//! The examples of the CommonMark specification through our own rendering.
//!
//! The specification comes from its npm package, which `tests/run` installs.

use html5gum::{Token, Tokenizer};

use super::*;

/// The Markdown of every example: between a line of backquotes with `example` and a line `.`.
fn examples() -> Vec<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/browser/node_modules/commonmark-spec/spec.txt"
    );
    let spec = std::fs::read_to_string(path)
        .expect("the CommonMark specification is installed by tests/run");
    let mut examples = Vec::new();
    let mut lines = spec.lines();
    while let Some(line) = lines.next() {
        if !(line.starts_with("````") && line.ends_with(" example")) {
            continue;
        }
        let markdown: Vec<&str> = lines.by_ref().take_while(|line| *line != ".").collect();
        examples.push(markdown.join("\n").replace('→', "\t") + "\n");
    }
    examples
}

fn has_raw_html(markdown: &str) -> bool {
    Parser::new_ext(markdown, options())
        .any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
}

/// What a reader gets, without ids, addresses and white space between blocks.
fn essence(html: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_pre = 0_usize;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                in_pre += usize::from(name == "pre");
                let kept: Vec<String> = tag
                    .attributes
                    .iter()
                    .map(|(key, value)| {
                        (String::from_utf8_lossy(key), String::from_utf8_lossy(value))
                    })
                    .filter(|(key, _)| {
                        !["id", "href", "src", "data-covers"].contains(&key.as_ref())
                    })
                    .map(|(key, value)| format!(" {key}={value}"))
                    .collect();
                tokens.push(format!("<{name}{}>", kept.concat()));
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                in_pre = in_pre.saturating_sub(usize::from(name == "pre"));
                tokens.push(format!("</{name}>"));
            }
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text);
                tokens.push(match in_pre {
                    0 => text.split_whitespace().collect::<Vec<_>>().join(" "),
                    _ => text.trim_end().to_owned(),
                });
            }
            _ => {}
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

#[test]
fn the_examples_of_commonmark_render_as_the_library_renders_them() {
    let examples = examples();
    assert!(
        examples.len() > 600,
        "only {} examples were found",
        examples.len()
    );
    let file: Arc<str> = Arc::from("content/derby/offer/index.md");
    let (mut compared, mut wrong) = (0, Vec::new());
    for markdown in &examples {
        let context = BodyContext {
            file: &file,
            offset: 0,
            path: "derby/offer/index.md",
            fills: &Fills::default(),
            allowed_elements: &[],
            language: "",
        };
        let (ours, problems) = body(markdown, &context);
        // Links and images that we refuse to follow are another matter.
        let refused = problems.iter().any(|one| one.code == Code::UnsafeLink);
        // So are callouts and task lists, to which we give words.
        let worded = Parser::new_ext(markdown, options()).any(|event| {
            matches!(
                event,
                Event::TaskListMarker(_) | Event::FootnoteReference(_)
            )
        });
        if has_raw_html(markdown) || refused || worded {
            continue;
        }
        compared += 1;
        let mut theirs = String::new();
        html::push_html(&mut theirs, Parser::new_ext(markdown, options()));
        if essence(&ours.html) != essence(&theirs) {
            wrong.push(format!(
                "{markdown}\nours:   {}\ntheirs: {theirs}",
                ours.html
            ));
        }
    }
    println!("{compared} of {} examples compared", examples.len());
    assert!(compared > 480, "only {compared} examples were compared");
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n---\n")
    );
}
