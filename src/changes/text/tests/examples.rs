//! What a reader gets to see.

use super::super::{HtmlOptions, compare, to_html, to_terminal};
use crate::changes::English;

const ADDED: &str = "<ins><span class=\"visually-hidden\">added: </span>";
const REMOVED: &str = "<del><span class=\"visually-hidden\">removed: </span>";

/// The comparison as HTML, with `[-` and `{+` for the marks and their hidden words.
fn shown(old: &str, new: &str) -> String {
    to_html(&compare(old, new), &HtmlOptions::default(), &English)
        .replace(ADDED, "{+")
        .replace("</ins>", "+}")
        .replace(REMOVED, "[-")
        .replace("</del>", "-]")
}

fn summary(old: &str, new: &str) -> String {
    compare(old, new).summary.sentence()
}

fn places(old: &str, new: &str) -> Vec<String> {
    let places = compare(old, new).places("change-");
    let told = |place: super::super::Place| format!("{}: {}", place.id, place.sentence);
    places.into_iter().map(told).collect()
}

#[test]
fn a_changed_amount() {
    let old = "<h2>Money</h2><p>We pay £100 a week.</p>";
    let new = "<h2>Money</h2><p>We pay £1,200 a week.</p>";
    assert_eq!(
        to_html(&compare(old, new), &HtmlOptions::default(), &English),
        "<h3>Money</h3><p class=\"changed\" id=\"change-1\">We pay \
         <del><span class=\"visually-hidden\">removed: </span>£100</del> \
         <ins><span class=\"visually-hidden\">added: </span>£1,200</ins> a week.</p>"
    );
    assert_eq!(summary(old, new), "1 paragraph changed");
    assert_eq!(
        places(old, new),
        ["change-1: Paragraph changed under “Money”"]
    );
}

#[test]
fn a_moved_paragraph() {
    let help = "You can ask your personal adviser for help with money at any time you";
    let old = format!(
        "<h2>Help</h2><p>{help} like.</p><p>One is one.</p><h2>More</h2><p>Two is two.</p>"
    );
    let new = format!(
        "<h2>Help</h2><p>One is one.</p><h2>More</h2><p>Two is two.</p><p>{help} want.</p>"
    );
    assert_eq!(
        shown(&old, &new),
        format!(
            "<h3>Help</h3><p class=\"moved-from\" id=\"change-1\"><a href=\"#change-2\">\
             Paragraph moved down to “More”</a>: \
             “You can ask your personal adviser for help…”</p>\
             <p>One is one.</p><h3>More</h3><p>Two is two.</p>\
             <p class=\"moved\" id=\"change-2\"><span class=\"note\"><a href=\"#change-1\">\
             moved down from “Help”</a>: </span>{help} [-like-] {{+want+}}.</p>"
        )
    );
    assert_eq!(summary(&old, &new), "1 paragraph moved");
    assert_eq!(
        places(&old, &new),
        ["change-2: Paragraph moved and changed, now under “More”"]
    );
}

#[test]
fn a_list_that_moved_as_a_whole() {
    let list = "<ul><li>A bus pass for you</li><li>A phone for you</li><li>A kettle, too</li></ul>";
    let rest = "<h2>B</h2><p>We keep this offer up to date.</p><p>We ask you each year.</p>\
                <p>We ask your adviser as well.</p>";
    let html = shown(
        &format!("<h2>A</h2>{list}{rest}"),
        &format!("<h2>A</h2>{rest}{list}"),
    );
    assert!(html.contains("3 list items moved down to “B”</a>: “A bus pass for you”</li></ul>"));
    assert_eq!(html.matches("moved down from").count(), 1);
}

#[test]
fn a_row_added_and_a_cell_changed() {
    let head = "<table><thead><tr><th>Who</th><th>Pay</th></tr></thead><tbody>";
    let old = format!("{head}<tr><td>Under 18</td><td>£50</td></tr></tbody></table>");
    let new = format!(
        "{head}<tr><td>Under 18</td><td>£55</td></tr>\
         <tr><td>Over 18</td><td>£70</td></tr></tbody></table>"
    );
    assert_eq!(
        shown(&old, &new),
        "<table><tbody><tr><th scope=\"col\">Who</th><th scope=\"col\">Pay</th></tr>\
         <tr class=\"changed\" id=\"change-1\"><td>Under 18</td><td>[-£50-] {+£55+}</td></tr>\
         <tr class=\"added\" id=\"change-2\"><td>{+Over 18+}</td><td><ins>£70+}</td></tr>\
         </tbody></table>"
    );
    assert_eq!(summary(&old, &new), "1 table row changed, 1 added");
}

#[test]
fn a_column_added() {
    let old = "<table><tr><th>Who</th><th>Pay</th></tr><tr><td>You</td><td>£1</td></tr></table>";
    let new = "<table><tr><th>Who</th><th>When</th><th>Pay</th></tr>\
               <tr><td>You</td><td>weekly</td><td>£1</td></tr></table>";
    assert_eq!(
        shown(old, new),
        "<table><tbody><tr class=\"changed\" id=\"change-1\"><th scope=\"col\">Who</th>\
         <th scope=\"col\" class=\"added\">{+When+}</th><th scope=\"col\">Pay</th></tr>\
         <tr class=\"changed\" id=\"change-2\"><td>You</td><td class=\"added\">{+weekly+}</td>\
         <td>£1</td></tr></tbody></table>"
    );
    assert_eq!(summary(old, new), "1 table column added");
    assert_eq!(places(old, new), ["change-1: Table column added"]);
}

#[test]
fn a_row_goes_by_its_first_cell() {
    let row = |key: &str, pay: &str| format!("<tr><td>{key}</td><td>{pay}</td></tr>");
    let old = format!(
        "<table>{}{}</table>",
        row("Rent", "£400 a month"),
        row("Food", "£30")
    );
    let new = format!(
        "<table>{}{}</table>",
        row("Food", "by voucher"),
        row("Fuel", "£20")
    );
    assert_eq!(
        summary(&old, &new),
        "1 table row changed, 1 added, 1 removed"
    );
}

#[test]
fn a_list_item_added() {
    assert_eq!(
        shown(
            "<ul><li>Phone</li><li>Email</li></ul>",
            "<ul><li>Phone</li><li>Post</li><li>Email</li></ul>"
        ),
        "<ul><li>Phone</li><li class=\"added\" id=\"change-1\">{+Post+}</li><li>Email</li></ul>"
    );
}

#[test]
fn a_new_sub_item_stays_with_its_item() {
    assert_eq!(
        shown(
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
            "<ul><li>a<ul><li>b</li><li>d</li></ul></li></ul>"
        ),
        "<ul><li>a<ul><li>b</li><li class=\"added\" id=\"change-1\">{+d+}</li></ul></li>\
         <li class=\"removed\" id=\"change-2\">[-c-]</li></ul>"
    );
}

#[test]
fn items_keep_their_numbers() {
    let items: String = (1..9).map(|n| format!("<li>item {n}</li>")).collect();
    let old = format!("<ol>{items}<li>We will write to you.</li></ol>");
    let new = format!("<ol>{items}<li>We may write to you.</li></ol>");
    assert_eq!(
        shown(&old, &new),
        "<p class=\"folded\">7 unchanged list items</p><ol><li value=\"8\">item 8</li>\
         <li value=\"9\" class=\"changed\" id=\"change-1\">We [-will-] {+may+} write to you.</li>\
         </ol>"
    );
}

#[test]
fn a_fold_inside_a_list_and_a_table() {
    let items: String = (1..9).map(|n| format!("<li>item {n}</li>")).collect();
    let html = shown(
        &format!("<ul>{items}</ul>"),
        &format!("<ul><li>new</li>{items}<li>end</li></ul>"),
    );
    assert!(html.contains("<li>item 1</li><li class=\"folded\">6 unchanged list items</li><li>"));
    let rows: String = (1..9)
        .map(|n| format!("<tr><td>{n}</td><td>x</td></tr>"))
        .collect();
    let row = "<tr><td>0</td><td>y</td></tr>";
    let html = shown(
        &format!("<table>{rows}</table>"),
        &format!("<table>{row}{rows}{row}</table>"),
    );
    assert!(html.contains(
        "</tr><tr class=\"folded\"><td colspan=\"2\">6 unchanged table rows</td></tr><tr>"
    ));
}

#[test]
fn a_paragraph_that_became_a_bullet() {
    let (old, new) = (
        "<p>Bring a friend.</p>",
        "<ul><li>Bring a friend.</li></ul>",
    );
    assert_eq!(
        shown(old, new),
        "<ul><li class=\"changed\" id=\"change-1\">Bring a friend. \
         <span class=\"note\">(now a list item)</span></li></ul>"
    );
    assert_eq!(
        summary(old, new),
        "No words changed; 1 list item changed in formatting or links only"
    );
}

#[test]
fn a_link_that_goes_elsewhere() {
    assert_eq!(
        shown(
            "<p>Fill in <a href=/old>the form</a> first.</p>",
            "<p>Fill in <a href=/new>the form</a> first.</p>"
        ),
        "<p class=\"changed\" id=\"change-1\">Fill in <span class=\"link\">the form</span> \
         <span class=\"note\">(link changed from /old to /new)</span> first.</p>"
    );
}

#[test]
fn only_the_style() {
    assert_eq!(
        shown(
            "<p>You must tell us first.</p>",
            "<p>You <b>must</b> tell us first.</p>"
        ),
        "<p class=\"changed\" id=\"change-1\">You <strong>must</strong> tell us first. \
         <span class=\"note\">(only the formatting changed)</span></p>"
    );
    assert_eq!(
        shown("<p>Unhappy you.</p>", "<p><b>Un</b>happy you.</p>"),
        "<p class=\"changed\" id=\"change-1\"><strong>Un</strong>happy you. \
         <span class=\"note\">(only the formatting changed)</span></p>"
    );
}

#[test]
fn tiny_islands_are_merged() {
    assert_eq!(
        shown(
            "<p>The cat sat on the mat and then the dog came home.</p>",
            "<p>A dog lay on a rug and then the dog came home.</p>"
        ),
        "<p class=\"changed\" id=\"change-1\">[-The cat sat on the mat-] {+A dog lay on a rug+} \
         and then the dog came home.</p>"
    );
}

#[test]
fn text_that_keeps_too_little_is_shown_old_then_new() {
    let row = |text: &str| format!("<table><tr><td>Pay</td><td>{text}</td></tr></table>");
    assert!(
        shown(
            &row("one two three four five six seven"),
            &row("one a b c d e f")
        )
        .contains("<td>[-one two three four five six seven-] {+one a b c d e f+}</td>")
    );
}

#[test]
fn unchanged_text_is_folded_but_headings_are_kept() {
    let old = "<h2>One</h2><p>a</p><p>b</p><p>c</p><p>d</p><h2>Two</h2><p>e</p><p>f</p><p>g</p>\
               <p>h</p><p>We will see you.</p><p>i</p>";
    let new = old.replace("will", "may");
    let options = HtmlOptions {
        id_prefix: "v2-".to_owned(),
        full_text_address: Some("/offer?v=2&all".to_owned()),
    };
    assert_eq!(
        to_html(&compare(old, &new), &options, &English)
            .replace(ADDED, "{+")
            .replace(REMOVED, "[-"),
        "<p class=\"folded\">4 paragraphs and 1 heading unchanged \
         <a href=\"/offer?v=2&amp;all\">read the full text</a></p><h3>Two</h3>\
         <p class=\"folded\">3 unchanged paragraphs \
         <a href=\"/offer?v=2&amp;all\">read the full text</a></p>\
         <p>h</p><p class=\"changed\" id=\"v2-1\">We [-will</del> {+may</ins> see you.</p><p>i</p>"
    );
}

#[test]
fn equal_bodies() {
    let body = "<p>One & two.</p>";
    assert!(compare(body, "<p>One\n&amp; two.").is_empty());
    assert_eq!(
        shown(body, body),
        "<p class=\"folded\">No words changed</p>"
    );
    assert_eq!(
        to_terminal(&compare(body, body), false),
        "No words changed\n"
    );
}

#[test]
fn sentences_by_sort_of_block() {
    let old = "<p>We give you money each week.</p><p>Old words only here.</p>\
               <ul><li>One for all of us</li></ul>";
    let new = "<p>We give you money each month.</p><h2>New</h2>\
               <ul><li>One for all of us</li><li>Two</li></ul>";
    assert_eq!(
        summary(old, new),
        "1 paragraph changed, 1 removed; 1 heading added; 1 list item added"
    );
}

#[test]
fn markup_in_the_text_stays_text() {
    let html = shown(
        "<p>a</p>",
        "<p>&lt;script&gt;&amp;\"</p><p title=\"<b>\">c</p>",
    );
    assert!(html.contains("{+&lt;script&gt;&amp;&quot;+}"));
}

#[test]
fn a_terminal_shows_marks() {
    let old = "<h2>Money</h2><ol><li>We pay £100.</li><li>Ask us.</li></ol>\
               <table><tr><td>a</td><td>b</td></tr></table>";
    let new = "<h2>Money</h2><ol><li>We pay £120.</li><li>Ask us.</li><li>Or ring.</li></ol>\
               <table><tr><td>a</td><td>c</td></tr></table>";
    assert_eq!(
        to_terminal(&compare(old, new), false),
        "## Money\n\n1. We pay [-£100-]{+£120+}.\n2. Ask us.\n3. {+Or ring.+}\na | [-b-]{+c+}\n"
    );
    assert!(to_terminal(&compare(old, new), true).contains("\u{1b}[31m[-£100-]\u{1b}[0m"));
}
