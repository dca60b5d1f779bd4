//! How bodies are read.

use super::super::plain_text;

fn lines(html: &str) -> Vec<String> {
    plain_text(html).lines().map(str::to_owned).collect()
}

#[test]
fn containers_words_styles_and_links_are_kept() {
    assert_eq!(
        lines(
            "<h2>Money</h2><ul><li>one <b>two</b> <a href=/x>three</a><ul><li>four</ul>\
             <li><p>five<p>six</ul><pre><code>a\n  b\n</code></pre><hr>"
        ),
        [
            "h2 | Money",
            "ul/li/p | one {strong}two{} {link /x}three",
            "ul/…li/ul/li/p | four",
            "ul/li/p | five",
            "ul/…li/p | six",
            "pre | a\\n  b",
            "hr",
        ]
    );
}

#[test]
fn rows_have_cells() {
    assert_eq!(
        lines(
            "<table><caption>Rates</caption><thead><tr><th>Who<th>What</thead>\
             <tbody><tr><th>You<td><ul><li>a<li>b</ul></table>"
        ),
        [
            "caption/p | Rates",
            "table/tr! |! Who |! What",
            "table/tr |! You | a{break li}b",
        ]
    );
}

#[test]
fn tight_and_loose_items_read_the_same() {
    assert_eq!(
        plain_text("<ul><li>a</li><li>b</li></ul>"),
        plain_text("<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>")
    );
}

#[test]
fn minified_html_reads_the_same() {
    assert_eq!(
        plain_text("<div class=\"a\"><p>Fish &amp; <a href=\"/x\">chips</a></p></div>"),
        plain_text("<div class=a><p>Fish & <a href=/x>chips</a></div>")
    );
}

#[test]
fn numbers_that_the_source_sets_are_kept() {
    assert_eq!(
        lines("<ol start=4><li>a<li>b<li value=9>c</ol>"),
        ["ol/li[4]/p | a", "ol/li/p | b", "ol/li[9]/p | c"]
    );
}

#[test]
fn what_html_forbids_is_mended() {
    assert_eq!(
        lines("<ul>a<ul><li>b</ul></ul><li>c</li><dl>d<dt>e</dl><td>f"),
        [
            "ul/li/p | a",
            "ul/li/ul/li/p | b",
            "ul/li/p | c",
            "dl/dd/p | d",
            "dl/dt/p | e",
            "p | f"
        ]
    );
}

#[test]
fn a_footnote_keeps_its_number() {
    assert_eq!(
        lines(
            "<div class=footnote-definition id=1><sup class=footnote-definition-label>1</sup>\n\
             <p>See the Act.</p></div>"
        ),
        ["div[footnote-definition]/p | {sup}1{} See the Act."]
    );
}

#[test]
fn control_characters_are_dropped() {
    assert_eq!(
        lines("<p>a\u{1b}[31mb&#27;c\u{0}d\u{85}e\u{9c}</p>"),
        ["p | a\\[31mbcd e"]
    );
}

#[test]
fn giant_addresses_are_cut_but_told_apart() {
    let long = "x".repeat(5_000);
    let a = plain_text(&format!("<a href={long}a>t</a>"));
    let b = plain_text(&format!("<a href={long}b>t</a>"));
    assert!(a.len() < 1_100);
    assert_ne!(a, b);
}
