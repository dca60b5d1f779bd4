//! Large and strange bodies: they must finish, and keep both texts.

use std::fmt::Write;

use super::super::{HtmlOptions, TextChange, compare, plain_text, to_html, to_terminal};
use super::well_formed::fault;
use crate::changes::English;

const PARAGRAPHS: usize = 5_000;

/// Forty words that differ from number to number.
fn paragraph(number: usize) -> String {
    let mut out = String::from("<p>");
    for word in 0..40 {
        let _ = write!(out, "w{} ", (number * 7919 + word * 104_729) % 60_013);
    }
    out + "</p>"
}

fn check(old: &str, new: &str) -> TextChange {
    let change = compare(old, new);
    assert_eq!(change.old_text(), plain_text(old));
    assert_eq!(change.new_text(), plain_text(new));
    assert_eq!(
        fault(&to_html(&change, &HtmlOptions::default(), &English)),
        None
    );
    assert!(!to_terminal(&change, false).is_empty());
    change
}

fn body(numbers: impl Iterator<Item = usize>) -> String {
    numbers.map(paragraph).collect()
}

#[test]
fn equal_paragraphs() {
    let body = body(0..PARAGRAPHS);
    assert!(check(&body, &body).is_empty());
}

#[test]
fn other_paragraphs() {
    let change = check(&body(0..PARAGRAPHS), &body(PARAGRAPHS..2 * PARAGRAPHS));
    assert!(!change.is_empty());
}

#[test]
fn reversed_paragraphs() {
    let change = check(&body(0..PARAGRAPHS), &body((0..PARAGRAPHS).rev()));
    assert_eq!(
        change.summary.sentence(),
        format!("{} paragraphs moved", PARAGRAPHS - 1)
    );
}

#[test]
fn a_word_changed_in_every_paragraph() {
    let old = body(0..PARAGRAPHS);
    let new = old.replace("<p>", "<p>Now ");
    let change = check(&old, &new);
    assert_eq!(
        change.summary.sentence(),
        format!("{PARAGRAPHS} paragraphs changed")
    );
}

#[test]
fn the_same_short_paragraph_over_and_over() {
    check(
        &"<p>Yes</p>".repeat(5_000),
        &"<p>No</p><p>Yes</p>".repeat(3_000),
    );
}

#[test]
fn a_hundred_thousand_nested_tags() {
    for tag in [
        "div class=a",
        "ul><li",
        "blockquote",
        "table><tr><td",
        "b",
        "a href=x",
        "dl><dd",
    ] {
        let deep = format!("<{tag}>").repeat(100_000);
        check(&format!("{deep}one two"), &format!("{deep}one three"));
    }
}

#[test]
fn many_blocks_deep_down() {
    let deep = "<div><li>x</b>".repeat(10_000) + &"</li></p>".repeat(10_000);
    check(&deep, &deep.replace('x', "y"));
}

#[test]
fn one_endless_paragraph() {
    let words = |step: usize| -> String {
        (0..60_000)
            .map(|word| format!("w{} ", word * step % 5_003))
            .collect()
    };
    check(&words(3), &words(7));
    check(&words(3), &words(3).replace("w9 ", "w10 "));
}

#[test]
fn a_wide_and_a_long_table() {
    let table = |rows: usize, columns: usize, step: usize| -> String {
        let row = |row: usize| -> String {
            let cells: String = (0..columns)
                .map(|column| format!("<td>c{}</td>", (row * columns + column) * step % 997))
                .collect();
            format!("<tr>{cells}</tr>")
        };
        format!("<table>{}</table>", (0..rows).map(row).collect::<String>())
    };
    check(&table(3_000, 4, 3), &table(3_000, 4, 5));
    check(&table(3, 3_000, 3), &table(3, 3_000, 5));
}
