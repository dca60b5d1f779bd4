//! How templates and scripts say what stands in the tables of words.

use std::sync::Arc;

use tera::{Context, Tera};

use crate::diagnostics::Texts;

use super::saying::{Say, scripts_say, templates_say};
use super::words::{WordFile, Words};

const ENGLISH: &str = "a-yes = Yes
a-and = Bread & “butter” <now>
a-named = Of { $name }
a-both = { $name }, with { $link }
a-braces = Write {\"{{\"} x {\"}}\"}
a-quoted = Say \"no\"
a-count = { $count ->
    [one] 1 topic of { $name }
   *[other] { $count } topics of { $name }
}
a-told = On { $day } there was “{ $query }”
a-results = { $number ->
    [one] 1 result for “{ $query }”
   *[other] { $count } results for “{ $query }”
}
dates-plural = { $number ->
    [one] one
   *[other] other
}
";

const WELSH: &str = "a-results = { $number ->
    [zero] dim ({ $count })
    [one] un
    [two] dau
    [few] tri
    [many] chwech
   *[other] { $count }
}
dates-plural = { $number ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
";

fn words(language: &str) -> Arc<Words> {
    let files = [("en", ENGLISH), ("cy", WELSH)].map(|(language, text)| WordFile {
        language: language.to_owned(),
        shown: format!("{language}/a.ftl"),
        text: text.to_owned(),
    });
    let (mut all, problems) = Words::read(&files, &mut Texts::default());
    assert!(problems.is_empty(), "{problems:?}");
    Arc::new(all.remove(language).expect("the language is spoken"))
}

/// A template with its words put in.
fn said(text: &str) -> String {
    templates_say(text, &words("en"))
}

/// What a template gives, first with the words looked up when it is drawn, then with those put in
/// that can be; both have to agree.
fn drawn(text: &str, given: &Context) -> Result<String, String> {
    let words = words("en");
    let draw = |text: &str| {
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        tera.register_function("say", Say::new(&words));
        tera.add_raw_template("page.html", text)
            .and_then(|()| tera.render("page.html", given))
            .map_err(|error| format!("{error:?}"))
    };
    let late = draw(text);
    if late.is_ok() {
        assert_eq!(late, draw(&templates_say(text, &words)));
    }
    late
}

fn given(values: &[(&'static str, &str)]) -> Context {
    let mut context = Context::new();
    for (name, value) in values {
        context.insert(*name, value);
    }
    context
}

#[test]
fn words_that_need_nothing_are_put_into_a_template() {
    assert_eq!(
        said(
            "<p title=\"{{ say(word=\"a-yes\") }}\">{{ say(word=\"a-yes\") }}</p>{{ say(word=\"a-and\") }}"
        ),
        "<p title=\"Yes\">Yes</p>Bread &amp; “butter” &lt;now&gt;"
    );
    assert_eq!(said("no words, é"), "no words, é");
    assert_eq!(said(""), "");
}

#[test]
fn what_has_values_or_is_written_otherwise_is_left_to_the_drawing() {
    for text in [
        "{{ say(word=\"a-named\", name=title) }}",
        "{{ say(word='a-yes') }}",
        "{{ say( word=\"a-yes\") }}",
        "{{ say(word=\"a-yes\") | upper }}",
        "{% set x = say(word=\"a-yes\") %}",
        "{{ say(word=\"a-yes",
        "{{ say(word=\"",
    ] {
        assert_eq!(said(text), text);
    }
    assert_eq!(
        said("{{ say(word=\"a-named\", name=x) }} {{ say(word=\"a-yes\") }}"),
        "{{ say(word=\"a-named\", name=x) }} Yes"
    );
}

#[test]
fn a_message_with_a_brace_is_left_to_the_drawing() {
    let text = "{{ say(word=\"a-braces\") }}";
    assert_eq!(said(text), text);
    assert_eq!(drawn(text, &Context::new()).as_deref(), Ok("Write {{ x }}"));
}

#[test]
fn a_message_that_is_not_there_is_left_and_told_when_it_is_drawn() {
    let text = "{{ say(word=\"a-nowhere\") }}";
    assert_eq!(said(text), text);
    let told = drawn(text, &Context::new()).expect_err("a mistake");
    assert!(told.contains("a-nowhere"), "{told}");
    assert!(drawn("{{ say(name=\"x\") }}", &Context::new()).is_err());
}

#[test]
fn values_and_messages_are_escaped_once() {
    let values = given(&[("title", "<b>A & 'B'</b>")]);
    assert_eq!(
        drawn("{{ say(word=\"a-named\", name=title) }}", &values).as_deref(),
        Ok("Of &lt;b&gt;A &amp; &#39;B&#39;&lt;/b&gt;")
    );
    assert_eq!(
        drawn(
            "{{ say(word=\"a-and\") }} {{ say(word=\"a-quoted\") }}",
            &values
        )
        .as_deref(),
        Ok("Bread &amp; “butter” &lt;now&gt; Say &quot;no&quot;")
    );
    // As the template itself would.
    let plain = drawn("Of {{ title }}", &values);
    assert_eq!(
        plain,
        drawn("{{ say(word=\"a-named\", name=title) }}", &values)
    );
}

#[test]
fn what_is_caught_by_set_is_html_and_what_stands_in_it_is_escaped() {
    let values = given(&[("title", "A & B"), ("href", "x?a=1&b")]);
    let text = "{%- set link %}<a href=\"{{ href }}\">{{ title }}</a>{% endset -%}\n\
                {{ say(word=\"a-both\", name=title, link=link) }}";
    assert_eq!(
        drawn(text, &values).as_deref(),
        Ok("A &amp; B, with <a href=\"x?a=1&amp;b\">A &amp; B</a>")
    );
}

#[test]
fn numbers_choose_the_plural_in_a_template() {
    let mut values = given(&[("title", "A")]);
    for (count, wanted) in [
        (1, "1 topic of A"),
        (0, "0 topics of A"),
        (1234, "1234 topics of A"),
    ] {
        values.insert("count", &count);
        assert_eq!(
            drawn(
                "{{ say(word=\"a-count\", count=count, name=title) }}",
                &values
            )
            .as_deref(),
            Ok(wanted)
        );
    }
}

fn script(text: &str, language: &str) -> String {
    String::from_utf8(scripts_say(text.as_bytes(), &words(language))).expect("text")
}

#[test]
fn a_script_has_its_words_as_strings_with_names_for_what_it_fills_in() {
    assert_eq!(
        script("tell(\"say:a-told\", \"say:a-quoted\");", "en"),
        "tell(\"On {day} there was “{query}”\", \"Say \\\"no\\\"\");"
    );
    // What Welsh lacks is said in English.
    assert_eq!(script("\"say:a-yes\"", "cy"), "\"Yes\"");
    // A name that is not there shows.
    assert_eq!(script("\"say:a-nowhere\"", "en"), "\"a-nowhere\"");
}

#[test]
fn a_script_has_every_plural_of_its_language() {
    assert_eq!(
        script("const R = \"say-count:a-results\";", "en"),
        "const R = {one:\"1 result for “{query}”\",other:\"{count} results for “{query}”\"};"
    );
    assert_eq!(
        script("\"say-count:a-results\"", "cy"),
        "{few:\"tri\",many:\"chwech\",one:\"un\",other:\"{count}\",two:\"dau\",zero:\"dim ({count})\"}"
    );
}

#[test]
fn anything_else_in_a_script_stays() {
    for text in [
        "say(\"more\"); const x = \"saying\"; y = \"say\"; z = \"says: x\";",
        "const x = 'say:a-yes'; // \"say",
        "`say:a-yes` + \"\" + \"é\"",
        "",
    ] {
        assert_eq!(script(text, "en"), text);
    }
    let bytes = b"\"say:a-yes\" \xff";
    assert_eq!(scripts_say(bytes, &words("en")), bytes);
}
