//! Which cells are numbers, which say why there is none, and which are neither.

use super::*;
use proptest::prelude::*;

fn shown(cell: &str) -> String {
    beside(cell, ',')
}

fn beside(cell: &str, delimiter: char) -> String {
    match read(cell, delimiter) {
        Ok(Figure::Number(number)) => number.in_full(),
        Ok(Figure::Missing(missing)) => missing.words(),
        Err(unread) => unread.message,
    }
}

fn size(cell: &str) -> f64 {
    match read(cell, ',') {
        Ok(Figure::Number(number)) => number.value,
        other => panic!("{cell}: {other:?}"),
    }
}

#[test]
fn numbers_are_read_as_spreadsheets_write_them() {
    for (cell, in_full, value) in [
        ("7", "7", 7.0),
        ("1,234", "1,234", 1234.0),
        ("1234567", "1,234,567", 1_234_567.0),
        ("1 234", "1,234", 1234.0),
        ("£1,234.50", "£1,234.50", 1234.5),
        ("12.5%", "12.5%", 12.5),
        ("12.5 %", "12.5%", 12.5),
        ("-5", "−5", -5.0),
        ("−5", "−5", -5.0),
        ("(1,005)", "−1,005", -1005.0),
        ("£-5", "−£5", -5.0),
        ("-£5", "−£5", -5.0),
        ("+3", "3", 3.0),
        (".5", "0.5", 0.5),
        ("007", "7", 7.0),
        ("-0", "0", 0.0),
        ("999,999,999", "999,999,999", 999_999_999.0),
    ] {
        assert_eq!(shown(cell), in_full);
        assert!((size(cell) - value).abs() < 1e-9, "{cell}");
    }
}

#[test]
fn what_is_no_number_is_told() {
    for cell in [
        "12o",
        "1,23",
        "1,2345",
        "12,",
        "1.2.3",
        "--5",
        "£5%",
        "€5",
        "5 children",
        "01/07/2026",
        "£",
        "%",
        "(",
        "()",
        ",",
        "1,234,56",
        "inf",
        "NaN",
        "<x",
        "(-5)",
        "1.5k",
        "12 [p]",
        "٣",
    ] {
        assert!(
            shown(cell).ends_with("is not a number"),
            "{cell}: {}",
            shown(cell)
        );
    }
    assert!(shown("#DIV/0!").starts_with("the spreadsheet could not work"));
    assert!(shown("1.2E+09").contains("cut short"));
    assert!(shown("1,000,000,000").ends_with("too large to draw"));
}

#[test]
fn beside_semicolons_a_comma_may_be_a_point() {
    assert_eq!(beside("12,5", ';'), "12.5");
    assert_eq!(beside("0,125", ';'), "0.125");
    assert_eq!(beside("1,234,567", ';'), "1,234,567");
    assert_eq!(beside("12.5", ';'), "12.5");
    assert!(beside("1,234", ';').contains("two ways"));
    assert!(beside("£1.234", ';').contains("two ways"));
    assert_eq!(shown("12.500"), "12.500");
}

#[test]
fn why_there_is_no_figure_is_said() {
    assert_eq!(shown(" "), "not shown: no figure given");
    assert_eq!(shown("-"), "not shown: no figure given");
    assert_eq!(
        shown("C"),
        "not shown: kept back so that nobody can be recognised (C)"
    );
    assert_eq!(shown("[x]"), "not shown: not available ([x])");
    assert_eq!(shown("z"), "not shown: does not apply (z)");
    assert_eq!(shown("k"), "not shown: more than 0, but rounds to 0 (k)");
    assert_eq!(
        shown("*"),
        "not shown: kept back so that nobody can be recognised (*)"
    );
    assert_eq!(shown(":"), "not shown: not available or does not apply (:)");
    assert_eq!(shown("<5"), "not shown: fewer than 5");
    assert_eq!(shown("< 1,000"), "not shown: fewer than 1,000");
    assert_eq!(shown("<5%"), "not shown: less than 5%");
    assert_eq!(shown(">95%"), "not shown: more than 95%");
}

#[test]
fn pictures_round_and_tables_do_not() {
    let brief = |cell: &str| match read(cell, ',') {
        Ok(Figure::Number(number)) => number.in_brief(),
        _ => String::new(),
    };
    assert_eq!(brief("33.3333333"), "33.33");
    assert_eq!(brief("£999.999"), "£1,000");
    assert_eq!(brief("0.00012345"), "0.0001");
    assert_eq!(brief("12.50"), "12.50");
    assert_eq!(brief("£123,456.50"), "£123,457");
    assert_eq!(brief("£999,999,999.99"), "£1,000,000,000");
    assert_eq!(brief("-1234.995"), "−1,235");
    assert_eq!(shown("33.3333333"), "33.3333333");
}

proptest! {
    #[test]
    fn any_cell_is_read_or_told(cell in any::<String>(), semicolon in any::<bool>()) {
        let delimiter = if semicolon { ';' } else { ',' };
        if let Ok(Figure::Number(number)) = read(&cell, delimiter) {
            prop_assert!(number.value.is_finite());
            prop_assert!(!number.in_brief().is_empty());
        }
    }

    #[test]
    fn numbers_come_back_as_they_went(value in -999_999_999_i64..=999_999_999) {
        prop_assert_eq!(size(&value.to_string()), value as f64);
        prop_assert_eq!(size(&shown(&value.to_string())), value as f64);
    }
}
