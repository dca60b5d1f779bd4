use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diagnostics::{Position, Severity};

fn render(markdown: &str) -> (Body, Problems) {
    render_in("", markdown)
}

fn render_in(language: &str, markdown: &str) -> (Body, Problems) {
    let file: Arc<str> = Arc::from("content/derby/offer/index.md");
    let context = BodyContext {
        file: &file,
        offset: 0,
        path: "derby/offer/index.md",
        fills: &Fills::default(),
        allowed_elements: &[],
        language,
    };
    body(markdown, &context)
}

fn html(markdown: &str) -> String {
    render(markdown).0.html
}

fn messages(markdown: &str) -> Vec<(Severity, Code, String)> {
    render(markdown)
        .1
        .iter()
        .map(|one| {
            let span = one.place.clone().unwrap().span.unwrap_or(0..0);
            (one.severity, one.code, markdown[span].to_owned())
        })
        .collect()
}

#[test]
fn headings_get_ids_that_stay_and_say_what_they_cover() {
    let (body, problems) = render(
        "## Finding a home {#home covers=\"klo-home,klo-money\"}\n\nText.\n\n## Rent & bills\n\nText.\n\n## Rent & bills\n\nText.\n",
    );
    assert!(problems.is_empty(), "{problems:?}");
    let ids: Vec<&str> = body.headings.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["home", "rent-bills", "rent-bills-2"]);
    assert_eq!(body.headings[0].covers, ["klo-home", "klo-money"]);
    assert_eq!(
        body.html,
        "<h2 data-covers=\"klo-home klo-money\" id=home>Finding a home</h2><p>Text.</p>\
         <h2 id=rent-bills>Rent & bills</h2><p>Text.</p>\
         <h2 id=rent-bills-2>Rent & bills</h2><p>Text.</p>"
    );
    let read_back = recorded_body(&body.html);
    let facts = |body: &Body| -> Vec<(u8, String, String, Vec<String>)> {
        body.headings
            .iter()
            .map(|one| {
                (
                    one.level,
                    one.id.clone(),
                    one.text.clone(),
                    one.covers.clone(),
                )
            })
            .collect()
    };
    assert_eq!(facts(&read_back), facts(&body));
}

#[test]
fn links_become_addresses_from_the_root() {
    assert_eq!(
        html("[a](housing.md#rent) [b](../protocol.md) [c](https://example.org/) [d](#x)"),
        "<p><a href=/derby/offer/housing/#rent>a</a> <a href=/derby/protocol/>b</a> \
         <a href=https://example.org/>c</a> <a href=#x>d</a></p>"
    );
}

#[test]
fn what_must_not_be_followed_keeps_its_words_only() {
    assert_eq!(
        html("[run](javascript:alert(1)) [go](vbscript:x)"),
        "<p>run go</p>"
    );
    assert_eq!(
        messages("[run](javascript:alert(1))"),
        [(
            Severity::Error,
            Code::UnsafeLink,
            "javascript:alert(1)".to_owned()
        )]
    );
}

#[test]
fn raw_html_is_cleaned_and_said() {
    let markdown = "A <b onclick=\"x()\">word</b>\n\n<script>alert(1)</script>\n\n<iframe src=\"https://x.org\"></iframe>\n";
    let html = html(markdown);
    assert!(html.contains("<b>word</b>"), "{html}");
    for gone in ["script", "alert", "iframe", "onclick"] {
        assert!(!html.contains(gone), "{gone} in {html}");
    }
    let codes: Vec<Code> = messages(markdown)
        .iter()
        .map(|(_, code, _)| *code)
        .collect();
    assert_eq!(codes, [Code::CleanedHtml; 3]);
}

#[test]
fn raw_html_cannot_ask_another_site_for_anything() {
    let html = html(
        "<img src=\"https://x.org/a.png\" alt=\"a\"> <a href=\"//x.org\">b</a> <a href=\"x.html\">c</a>\n",
    );
    assert!(
        !html.contains("x.org") && !html.contains("x.html"),
        "{html}"
    );
}

#[test]
fn no_address_in_raw_html_passes_for_a_scheme_or_another_site() {
    for wrong in [
        "<a href=\"/derby/offer/javascript:alert(1)\">x</a>",
        "<img src=\"/derby/offer///evil.example/x.png\" alt=\"x\">",
        "<img src=\"/\t//evil.example/x\" alt=\"x\">",
    ] {
        let html = html(wrong);
        assert!(!html.contains("evil") && !html.contains("script"), "{html}");
    }
}

#[test]
fn headings_that_cleaning_takes_away_cover_nothing() {
    let (body, _) = render("a <style>b\n\n## B {#b covers=x}\n\nc\n");
    assert!(
        body.headings.is_empty(),
        "{:?} in {}",
        body.headings,
        body.html
    );
}

#[test]
fn images_need_words_and_stay_on_the_site() {
    let codes: Vec<Code> = messages("![](files/a.png) ![A kitchen](https://x.org/b.png)")
        .iter()
        .map(|(_, code, _)| *code)
        .collect();
    assert_eq!(codes, [Code::ImageText, Code::UnsafeLink]);
    assert!(!html("![A kitchen](https://x.org/b.png)").contains("x.org"));
}

#[test]
fn footnotes_go_to_the_end_and_lead_back() {
    let html = html("A[^n] and B[^n].\n\n[^n]: The note.\n\nLast.\n");
    let at = |text: &str| {
        html.find(text)
            .unwrap_or_else(|| panic!("{text} in {html}"))
    };
    assert!(at("Last.") < at("The note."), "{html}");
    assert!(html.contains("href=#note-1"), "{html}");
    assert!(html.contains("id=note-mark-1-2"), "{html}");
    assert!(html.contains("href=#note-mark-1>"), "{html}");
}

#[test]
fn callouts_and_tasks_say_in_words_what_they_are() {
    let html = html("> [!WARNING]\n> Mind.\n\n- [x] one\n- [ ] two\n");
    assert!(
        html.contains("<p class=callout-word>Warning</p><p>Mind.</p>"),
        "{html}"
    );
    assert!(
        html.contains("Done: one") && html.contains("To do: two"),
        "{html}"
    );
    assert!(!html.contains("<input"), "{html}");
}

#[test]
fn our_own_words_in_another_language_are_said_to_be_english() {
    let markdown = "A[^n].\n\n> [!WARNING]\n> B.\n\n- [x] C\n\n[^n]: D.\n";
    let html = render_in("ar", markdown).0.html;
    for ours in [
        " lang=en>note 1</a>",
        "<p class=callout-word><span dir=ltr lang=en>Warning</span></p>",
        "<span dir=ltr lang=en>☑ Done:</span> C",
        " lang=en>Back to the text of note 1</a>",
    ] {
        assert!(html.contains(ours), "{ours} in {html}");
    }
    for english in ["", "en", "en-GB"] {
        assert!(!render_in(english, markdown).0.html.contains("lang"));
    }
}

#[test]
fn pictures_that_lead_nowhere_give_way_to_their_words() {
    for (markdown, shown) in [
        (
            "A <img src=\"https://x.org/a.png\" alt=\"R&amp;D &lt;b>\"> b",
            "<p>A R&D &lt;b> b</p>",
        ),
        (
            "A <img src=\"https://x.org/a.png\" alt=\"\"> b",
            "<p>A b</p>",
        ),
        ("A <img alt=C> b", "<p>A C b</p>"),
        ("A <img src=#c alt=C> b", "<p>A C b</p>"),
        (
            "A <img src=/derby/offer/files/a.png alt=C>",
            "<p>A <img alt=C src=/derby/offer/files/a.png></p>",
        ),
    ] {
        assert_eq!(html(markdown), shown);
    }
}

#[test]
fn a_heading_that_claims_a_topic_must_have_text() {
    let empty =
        "## A {#a covers=x}\n\n<!-- a hint\nof two lines -->\n\n## B {#b covers=y}\n\nText.\n";
    assert_eq!(
        messages(empty)
            .iter()
            .map(|(_, code, _)| *code)
            .collect::<Vec<_>>(),
        [Code::EmptySection]
    );
    let nested = "## A {#a covers=x}\n\n### Inner\n\nText.\n";
    assert!(messages(nested).is_empty());
}

#[test]
fn places_are_those_of_the_file() {
    let file: Arc<str> = Arc::from("content/derby/offer/index.md");
    let text = "+++\ntitle = \"É\"\n+++\n\nSee [é](gone.txt) and [x](data:y).\n";
    let offset = text.find("\nSee").unwrap();
    let context = BodyContext {
        file: &file,
        offset,
        path: "derby/offer/index.md",
        fills: &Fills::default(),
        allowed_elements: &[],
        language: "",
    };
    let (body, problems) = body(&text[offset..], &context);
    let at = |place: &Place| Position::of(text, place.span.clone().unwrap().start);
    assert_eq!(at(&body.links[0].place), Position { line: 5, column: 9 });
    let unsafe_link = problems.iter().next().unwrap().place.clone().unwrap();
    assert_eq!(
        at(&unsafe_link),
        Position {
            line: 5,
            column: 27
        }
    );
}

/// The words a reader sees.
fn words(html: &str) -> Vec<String> {
    let mut text = String::new();
    for Ok(token) in html5gum::Tokenizer::new(html) {
        match token {
            html5gum::Token::String(part) => text.push_str(&String::from_utf8_lossy(&part)),
            html5gum::Token::StartTag(_) | html5gum::Token::EndTag(_) => text.push('\u{1}'),
            _ => {}
        }
    }
    text.split(|c: char| c.is_whitespace() || c == '\u{1}')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Markdown that exercises what we change, mixed with anything.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[ -~\n]{0,40}",
        Just("## Heading {#id covers=a}\n\n".to_owned()),
        Just("[text](page.md#x) ".to_owned()),
        Just("![alt](files/a.png)".to_owned()),
        Just("[^1]\n\n[^1]: note\n\n".to_owned()),
        Just("> [!NOTE]\n> inner\n\n".to_owned()),
        Just("- [x] done\n  - nested\n".to_owned()),
        Just("| a | b |\n|---|---|\n| 1 | 2 |\n".to_owned()),
        Just("term\n: definition\n\n".to_owned()),
        Just("```supports\ntopic = 1\n```\n".to_owned()),
        Just("<div onclick=x><b>raw</b> <i>html</i></div>\n".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_gives_safe_html_and_never_panics(markdown in markdown()) {
        let html = html(&markdown);
        for Ok(token) in html5gum::Tokenizer::new(&html) {
            if let html5gum::Token::StartTag(tag) = token {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                prop_assert!(!["script", "style", "iframe", "object", "form", "input"].contains(&name.as_str()), "{html}");
                for (key, value) in &tag.attributes {
                    let key = String::from_utf8_lossy(key).to_lowercase();
                    let value = String::from_utf8_lossy(value).to_lowercase();
                    prop_assert!(!key.starts_with("on") && key != "style", "{html}");
                    if key == "href" || key == "src" {
                        prop_assert!(!value.contains("script:") || value.starts_with('/') || value.starts_with('#') || value.starts_with("http") || value.starts_with("mailto"), "{html}");
                    }
                }
            }
        }
    }

    #[test]
    fn minifying_never_changes_the_words(markdown in markdown()) {
        let has_raw = markdown.contains('<');
        let mut written = String::new();
        html::push_html(&mut written, Parser::new_ext(&markdown, options()));
        let written = if has_raw { clean::clean(&written, &[]) } else { written };
        let minified = minify::minify(written.clone(), has_raw);
        prop_assert_eq!(words(&minified), words(&written));
    }

    #[test]
    fn a_recorded_body_has_the_same_headings(markdown in markdown()) {
        let (body, _) = render(&markdown);
        let read = recorded_body(&body.html);
        let facts = |body: &Body| -> Vec<(u8, String)> {
            body.headings.iter().map(|one| (one.level, one.id.clone())).collect()
        };
        if !markdown.contains('<') {
            prop_assert_eq!(facts(&read), facts(&body));
        }
    }
}
