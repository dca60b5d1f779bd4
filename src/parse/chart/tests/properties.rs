//! What holds for any file.

use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn any_text_is_drawn_or_told(csv in any::<String>(), form in "bars|lines|x",
                                 title in any::<String>(), values in proptest::option::of(proptest::collection::vec(any::<String>(), 0..3))) {
        let asked = Asked { title: title.clone(), takeaway: title, form: form.clone(), values, ..asked(&form) };
        told_or_balanced(&asked, &csv)?;
    }

    #[test]
    fn likely_files_are_drawn_or_told(
        rows in proptest::collection::vec(
            ("[A-Za-z <&\"é]{0,30}", proptest::collection::vec("-?[0-9]{1,10}(\\.[0-9]{1,7})?|c|<5||£1,23[0-9]|[0-9]{1,3}%", 0..6)), 0..70),
        mark in "[,;\t]", form in "bars|lines") {
        let mut csv = ["Row", "A", "B, b", "C", "D", "E"].map(|name| format!("\"{name}\"")).join(&mark);
        for (label, cells) in rows {
            csv.push_str(&format!("\n\"{}\"", label.replace('"', "\"\"")));
            for cell in cells {
                csv.push_str(&format!("{mark}\"{cell}\""));
            }
        }
        let values = Some(vec!["A".to_owned(), "B, b".into()]);
        told_or_balanced(&Asked { values, ..asked(&form) }, &csv)?;
        told_or_balanced(&asked(&form), &csv)?;
    }

    #[test]
    fn numbers_of_one_sort_are_always_drawn(
        rows in proptest::collection::vec(proptest::collection::vec(-999_999_999_i64..=999_999_999, 4), 1..=60),
        columns in 1..=4_usize, small in 0..4_u32, form in "bars|lines") {
        let names: Vec<String> = (0..columns).map(|column| format!("Column {column}")).collect();
        let mut csv = format!("Row,{}", names.join(","));
        for (row, cells) in rows.iter().enumerate() {
            csv.push_str(&format!("\nRow {row}"));
            for cell in cells.iter().take(columns) {
                csv.push_str(&format!(",{}", cell / 1000_i64.pow(small)));
            }
        }
        let html = chart(&asked(&form), &csv).unwrap();
        prop_assert!(is_balanced(&html));
        prop_assert!(!html.contains("NaN") && !html.contains("inf"));
    }

    #[test]
    fn no_words_stand_on_words_or_leave_the_picture(
        rows in proptest::collection::vec(
            ("[A-Za-z ]{1,40}|[儿童之家]{1,20}|[أطفال]{1,20}|[ШЩЖюм]{1,20}|[0-9]{1,2}", proptest::collection::vec(-9_999_i64..=99_999, 4)), 1..=30),
        names in proptest::collection::vec("[A-Za-z ]{1,30}|[儿童之家]{1,12}|[أطفال]{1,12}|[WM%]{1,12}", 1..=4),
        small in 0..4_u32, form in "bars|lines") {
        let mut csv = "Row".to_owned();
        for (at, name) in names.iter().enumerate() {
            csv.push_str(&format!(",{at} {name}"));
        }
        for (at, (label, cells)) in rows.iter().enumerate() {
            csv.push_str(&format!("\n{at} {label}"));
            for cell in cells.iter().take(names.len()) {
                csv.push_str(&format!(",{}", cell / 10_i64.pow(small)));
            }
        }
        let html = chart(&asked(&form), &csv).unwrap();
        let words = words_of(&html);
        for (at, one) in words.iter().enumerate() {
            prop_assert!(one.left > -0.2 && one.right < drawing::WIDTH + 0.2, "“{}” leaves {html}", one.words);
            for other in words.iter().skip(at + 1) {
                let beside = one.right < other.left + 0.2 || other.right < one.left + 0.2;
                // Letters with their marks are about as high as half a line above and below.
                let apart = (one.baseline - other.baseline).abs() > 11.0;
                prop_assert!(beside || apart, "“{}” and “{}” in {html}", one.words, other.words);
            }
        }
    }

    #[test]
    fn any_counts_are_drawn(counts in any::<[usize; 4]>(), day in any::<String>()) {
        let versions = [(day, counts), (String::new(), [1, 0, 0, 0])];
        prop_assert!(is_balanced(&progress(counts, &English)));
        prop_assert!(is_balanced(&progress_over_time(&versions, &English)));
    }
}

/// Either HTML that closes what it opens, or problems whose marks lie in the file.
fn told_or_balanced(asked: &Asked, csv: &str) -> Result<(), TestCaseError> {
    match chart(asked, csv) {
        Ok(html) => prop_assert!(is_balanced(&html), "{}", html),
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for span in problems.into_iter().filter_map(|one| one.span) {
                prop_assert!(csv.get(span).is_some());
            }
        }
    }
    Ok(())
}

/// Words of a picture, and the room that they may take.
struct Words {
    words: String,
    left: f64,
    right: f64,
    baseline: f64,
}

fn words_of(html: &str) -> Vec<Words> {
    let mut all: Vec<Words> = Vec::new();
    let mut open: Option<(f64, f64, String)> = None;
    for Ok(token) in Tokenizer::new(html) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match token {
            Token::StartTag(tag) if *tag.name == b"text" => {
                let of = |key: &[u8]| tag.attributes.get(key).map(|value| text(value));
                let number = |key: &[u8]| of(key).unwrap().parse::<f64>().unwrap();
                let anchor = of(b"text-anchor").unwrap_or_default();
                open = Some((number(b"x"), number(b"y"), anchor));
            }
            Token::String(words) => {
                if let Some((x, baseline, anchor)) = open.take() {
                    let words = text(&words);
                    let wide = drawing::width(&words);
                    let left = match anchor.as_str() {
                        "middle" => x - wide / 2.0,
                        "end" => x - wide,
                        _ => x,
                    };
                    all.push(Words {
                        words,
                        left,
                        right: left + wide,
                        baseline,
                    });
                }
            }
            _ => {}
        }
    }
    all
}
