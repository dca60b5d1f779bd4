//! Reading ages of texts whose counts are known.

use super::super::syllables::syllables;
use super::*;
use crate::parse::passages::passages;

#[test]
fn syllables_of_words() {
    for (word, count) in [
        ("a", 1),
        ("the", 1),
        ("care", 1),
        ("cared", 1),
        ("wanted", 2),
        ("called", 1),
        ("table", 2),
        ("people", 2),
        ("children", 2),
        ("kinship", 2),
        ("family", 3),
        ("council", 2),
        ("authority", 4),
        ("information", 4),
        ("education", 4),
        ("placement", 2),
        ("arrangement", 3),
        ("create", 2),
        ("treat", 1),
        ("radio", 3),
        ("science", 2),
        ("social", 2),
        ("special", 2),
        ("guardian", 3),
        ("guardianship", 4),
        ("allowance", 3),
        ("experience", 4),
        ("university", 5),
        ("houses", 2),
        ("changes", 2),
        ("makes", 1),
        ("carefully", 3),
        ("safely", 2),
        ("business", 2),
        ("responsible", 4),
        ("criminalisation", 6),
        ("child’s", 1),
        ("café", 2),
        ("situation", 4),
        ("being", 2),
        ("IRO", 3),
        ("NHS", 3),
        ("WWW", 9),
        ("rhythm", 1),
        ("the", 1),
        ("every", 2),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
    assert_eq!(syllables(""), 1);
    assert_eq!(syllables(&"aeiou".repeat(50)).min(1), 1);
}

#[test]
fn a_text_for_small_children() {
    let text = "The cat sat on the mat. It had a red hat. ".repeat(10);
    let reading = reading(&passages(&text)).unwrap();
    assert_eq!(
        (reading.words, reading.sentences, reading.syllables),
        (110, 20, 110)
    );
    assert_eq!(reading.age, 5.0);
}

#[test]
fn the_formula_of_flesch_and_kincaid() {
    // 24 words and 33 syllables in two sentences: 0.39 × 12 + 11.8 × 1.375 − 15.59 + 5.
    let text = "The council gives support to every family and can pay for travel. You can ask for money if you want to visit a brother. ".repeat(5);
    let reading = reading(&passages(&text)).unwrap();
    assert_eq!(
        (reading.words, reading.sentences, reading.syllables),
        (120, 10, 165)
    );
    assert!((reading.age - 10.315).abs() < 0.01, "{reading:?}");
}

#[test]
fn the_preamble_of_a_declaration_is_hard() {
    let text = "Whereas recognition of the inherent dignity and of the equal and inalienable rights of all members of the human family is the foundation of freedom, justice and peace in the world. ".repeat(4);
    let reading = reading(&passages(&text)).unwrap();
    // 31 words and 53 syllables: grade 16.7.
    assert_eq!(reading.words, 31 * 4);
    assert!(
        (reading.syllables as f32 / (53.0 * 4.0) - 1.0).abs() < 0.05,
        "{reading:?}"
    );
    assert!((20.5..23.0).contains(&reading.age), "{reading:?}");
}

#[test]
fn little_prose_has_no_age() {
    assert_eq!(reading(&passages("Too short to say.")), None);
    let list = "- fragment of words without end\n".repeat(50);
    assert_eq!(reading(&passages(&list)), None);
    let sentences = "- This is a whole sentence.\n".repeat(25);
    assert!(reading(&passages(&sentences)).is_some());
}
