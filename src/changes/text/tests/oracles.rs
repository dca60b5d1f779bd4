//! What holds for all inputs.

use proptest::prelude::*;

use super::super::{HtmlOptions, Piece, TextChange, compare, plain_text, to_html, to_terminal};
use super::documents::{apply, document, edits, html, soup};
use super::well_formed::fault;
use crate::changes::English;

/// Checks everything that a comparison must be, whatever was compared.
fn check(old: &str, new: &str) -> Result<TextChange, TestCaseError> {
    let change = compare(old, new);
    prop_assert_eq!(change.old_text(), plain_text(old));
    prop_assert_eq!(change.new_text(), plain_text(new));
    prop_assert_eq!(change.is_empty(), plain_text(old) == plain_text(new));
    prop_assert_eq!(change.is_empty(), change.summary.is_empty());
    prop_assert_eq!(&compare(old, new), &change, "not the same twice");
    check_moves(&change)?;
    check_html(&change)?;
    check_terminal(&change)?;
    Ok(change)
}

/// Both ends of a move know each other and tell of the same block.
fn check_moves(change: &TextChange) -> Result<(), TestCaseError> {
    for (place, piece) in change.pieces.iter().enumerate() {
        match piece {
            Piece::MovedFrom { block, to } => match change.pieces.get(*to) {
                Some(Piece::MovedTo { change, from }) => {
                    prop_assert_eq!(*from, place);
                    prop_assert_eq!(&change.old_block(), block);
                }
                other => prop_assert!(false, "moved to {:?}", other),
            },
            Piece::MovedTo { from, .. } => {
                let old = change.pieces.get(*from);
                let known = matches!(old, Some(Piece::MovedFrom { to, .. }) if *to == place);
                prop_assert!(known);
            }
            _ => {}
        }
    }
    Ok(())
}

fn check_html(change: &TextChange) -> Result<(), TestCaseError> {
    let options = HtmlOptions {
        id_prefix: "c\"<".to_owned(),
        full_text_address: Some("/full?a&b".to_owned()),
    };
    let html = to_html(change, &options, &English);
    prop_assert_eq!(fault(&html), None, "{}", html);
    prop_assert!(
        !html
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
    );
    let html = to_html(
        change,
        &HtmlOptions {
            id_prefix: "c-".to_owned(),
            full_text_address: None,
        },
        &English,
    );
    for place in change.places("c-") {
        let id = format!(" id=\"{}\"", place.id);
        prop_assert!(html.contains(&id), "{} in {}", id, html);
    }
    Ok(())
}

fn check_terminal(change: &TextChange) -> Result<(), TestCaseError> {
    let plain = to_terminal(change, false);
    prop_assert!(
        !plain
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t')
    );
    let coloured = to_terminal(change, true);
    let bare = [
        "\u{1b}[31m",
        "\u{1b}[32m",
        "\u{1b}[2m",
        "\u{1b}[1m",
        "\u{1b}[0m",
    ]
    .iter()
    .fold(coloured, |text, code| text.replace(code, ""));
    prop_assert_eq!(bare, plain);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        // Enough for each build; more with PROPTEST_CASES.
        cases: if cfg!(debug_assertions) { 64 } else { 256 },
        // Failures become examples with a name, not files beside the sources.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_edited_document_keeps_both_texts(nodes in document(), edits in edits()) {
        let old = html(&nodes);
        let mut nodes = nodes;
        for edit in &edits {
            apply(&mut nodes, edit);
        }
        let change = check(&old, &html(&nodes))?;
        if edits.is_empty() {
            prop_assert!(change.is_empty());
        }
    }

    #[test]
    fn two_documents_keep_both_texts(old in document(), new in document()) {
        check(&html(&old), &html(&new))?;
    }

    #[test]
    fn tag_soup_keeps_both_texts(old in soup(), new in soup()) {
        check(&old, &new)?;
    }

    #[test]
    fn equal_bodies_have_no_change(body in soup(), nodes in document()) {
        for body in [body, html(&nodes)] {
            let change = check(&body, &body)?;
            prop_assert!(change.is_empty());
            prop_assert_eq!(change.summary.sentence(), "No words changed");
            prop_assert!(change.places("c").is_empty());
        }
    }
}
