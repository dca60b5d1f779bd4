//! What holds for any text at all.

use super::{Format, find};
use proptest::prelude::*;

/// Texts that come close to what the rules look for.
fn near() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "two",
        "3",
        "5",
        "none",
        "of",
        "the",
        "children",
        "young people",
        "care leavers",
        "were",
        "in",
        "custody",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "|",
        "| --- | --- |\n",
        ",",
        "\"",
        "`",
        "```\n",
        "~~~",
        "+++\n",
        "NHS",
        "943 476 5919",
        "9434765919",
        "9276308686",
        "07911 123456",
        "+44",
        "AB 12 34 56 C",
        "SW1A 1AA",
        "@",
        "sam",
        "gmail.com",
        "born",
        "DOB:",
        "3 May 2012",
        "03/05/2012",
        "12%",
        "(2/17)",
        "case ref",
        "LCS ID",
        "CH/",
        "12345",
        "Total",
        "c",
        "<5",
        "](",
        ")",
        "{",
        "}",
        "#",
        "://",
        "www.",
        "\u{a0}",
        "’",
        "é",
        "–",
        "£",
        "\u{1F600}",
        "\\",
        "=",
        "[",
        "]",
        "-",
        ".",
        "/",
        ":",
        "0",
        "whom",
        "a couple of",
        "2-3",
        "15-year-old",
        "of them",
        "deaths of",
        "children’s cases",
        "(07400) 123456",
        "%40",
        "Sam Jones",
        "```chart\n",
        "title = ",
        "<table><tr><td>",
        "</td></tr></table>",
        "<b>",
        "</b>",
        "&nbsp;",
        "(3)",
        "at least ",
        "between ",
        " and ",
        "- 2024: ",
        "Adoption orders: ",
        "2024 – ",
        " [at] ",
        " dot ",
        "[^1]: ",
        "passport ",
        "≤3",
    ]);
    prop::collection::vec(parts, 0..60).prop_map(|parts| parts.concat())
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    for format in [Format::Markdown, Format::Csv, Format::Toml] {
        let findings = find(text, format);
        prop_assert_eq!(&findings, &find(text, format));
        let mut last = 0;
        for one in &findings {
            prop_assert!(one.span.start >= last && one.span.start < one.span.end);
            prop_assert!(text.get(one.span.clone()).is_some());
            last = one.span.end;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn texts_near_the_rules_are_read(text in near()) {
        holds(&text)?;
    }

    #[test]
    fn sample_numbers_are_never_real(digits in "[0-9]{6}", suffix in "[A-D]") {
        let text = format!("National Insurance number QQ{digits}{suffix}");
        prop_assert!(find(&text, Format::Markdown).is_empty());
    }

    #[test]
    fn drama_numbers_are_never_real(last in 0_u32..1000) {
        let text = format!("Text 07700 900{last:03}.");
        prop_assert!(find(&text, Format::Markdown).is_empty());
    }
}
