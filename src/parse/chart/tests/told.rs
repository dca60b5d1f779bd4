//! What is said of what is wrong.

use super::*;

#[test]
fn all_problems_come_in_one_go() {
    let asked = Asked {
        form: "pie".into(),
        file: "figures.csv".into(),
        ..Asked::default()
    };
    let csv = "Quarter,Children\nQ1,12o\n,7\n";
    let about: Vec<(About, String)> = wrong(&asked, csv)
        .into_iter()
        .map(|(about, marked, _)| (about, marked))
        .collect();
    assert_eq!(
        about,
        [
            (About::Title, String::new()),
            (About::Takeaway, String::new()),
            (About::Type, String::new()),
            (About::Cell { row: 3, column: 1 }, String::new()),
            (About::Cell { row: 2, column: 2 }, "12o".into()),
        ]
    );
}

#[test]
fn a_file_that_is_not_named_is_not_called_empty() {
    let unnamed = Asked {
        file: String::new(),
        ..asked("bars")
    };
    let (about, _, message) = only(&unnamed, "");
    assert_eq!(about, About::File);
    assert_eq!(message, "it is not said which file holds the figures");
}

#[test]
fn a_type_may_be_left_out_and_written_in_capitals() {
    assert!(drawn(&asked(""), QUARTERS).contains("A bar chart"));
    assert!(drawn(&asked(" Lines"), QUARTERS).contains("A line chart"));
    let (about, _, message) = only(&asked("pie"), QUARTERS);
    assert_eq!(
        (about, message.as_str()),
        (About::Type, "“pie” is not a type of chart")
    );
}

#[test]
fn columns_are_found_by_name() {
    let with = |label: &str, values: &[&str]| Asked {
        label: Some(label.into()),
        values: Some(values.iter().map(|one| (*one).to_owned()).collect()),
        ..asked("bars")
    };
    let html = drawn(
        &with(" episodes ", &["CHILDREN"]),
        "Quarter,Children,Episodes\nQ1,1,2\n",
    );
    assert!(html.contains("<th scope=\"col\">Episodes</th><th scope=\"col\">Children</th>"));
    // Capitals tell apart where they have to.
    assert!(chart(&with("Y", &["a"]), "Y,A,a\n1,2,3\n").is_ok());
    for (label, values, about, part) in [
        (
            "Quater",
            vec!["Children"],
            About::Label,
            "no column “Quater”",
        ),
        ("", vec!["Childern"], About::Values, "no column “Childern”"),
        (
            "",
            vec!["Children", "children"],
            About::Values,
            "named twice",
        ),
        ("", vec!["Quarter"], About::Values, "holds the labels"),
        ("", vec![""], About::Values, "no column “”"),
        ("", vec![], About::Values, "no column is named"),
    ] {
        let (found, _, message) = only(&with(label, &values), QUARTERS);
        assert_eq!(found, about);
        assert!(message.contains(part), "{message}");
    }
    let (_, _, message) = only(&with("", &["A"]), "Y,A,A\n1,2,3\n");
    assert!(
        message.contains("2 columns of the file are called “A”"),
        "{message}"
    );
}

#[test]
fn columns_of_words_are_left_out_but_slips_are_not() {
    let html = drawn(&asked("bars"), "Y,Note,A\n1,good,3\n2,bad,4\n");
    assert!(!html.contains("Note"));
    let (about, marked, message) = only(&asked("bars"), "Y,A\n1,3\n2,4\n3,5 children\n");
    assert_eq!(
        (about, marked.as_str()),
        (About::Cell { row: 4, column: 2 }, "5 children")
    );
    assert_eq!(message, "cell B4: “5 children” is not a number");
    let (about, ..) = only(&asked("bars"), "Y,Note\n1,good\n");
    assert_eq!(about, About::Values);
}

#[test]
fn a_file_that_holds_too_little_or_too_much_is_told() {
    for csv in ["", "\u{feff}", "\n\n,,\n", "Y,A\n", "Y,A\n\"1,2\n"] {
        assert_eq!(only(&asked("bars"), csv).0, About::File, "{csv:?}");
    }
    assert_eq!(only(&asked("bars"), "Y,A\nBl\u{fffd},2\n").1, "\u{fffd}");
    let many = |rows: usize| format!("Y,A\n{}", "1,2\n".repeat(rows));
    assert!(chart(&asked("bars"), &many(60)).is_ok());
    assert_eq!(only(&asked("bars"), &many(61)).0, About::File);
    assert!(chart(&asked("bars"), "Y,A,B,C,D\n1,2,3,4,5\n").is_ok());
    let (about, _, message) = only(&asked("bars"), "Y,A,B,C,D,E\n1,2,3,4,5,6\n");
    assert_eq!(about, About::Values);
    assert!(message.contains("5 columns"), "{message}");
    let (about, marked, _) = only(&asked("bars"), "Y,A\n1,2\n2,1,234\n");
    assert_eq!(
        (about, marked.as_str()),
        (About::Cell { row: 3, column: 3 }, "234")
    );
}

#[test]
fn columns_need_names_of_their_own() {
    let (about, ..) = only(&asked("bars"), "Y,,B\n1,2,3\n");
    assert_eq!(about, About::Cell { row: 1, column: 2 });
    let (about, marked, _) = only(&asked("bars"), "Y,A,A\n1,2,3\n");
    assert_eq!(
        (about, marked.as_str()),
        (About::Cell { row: 1, column: 3 }, "A")
    );
    // The corner may be empty, as spreadsheets often leave it.
    assert!(drawn(&asked("bars"), ",A\n1,2\n").contains("<th scope=\"col\">Row</th>"));
}

#[test]
fn a_chart_has_one_scale() {
    let (about, _, message) = only(&asked("bars"), "Y,Cost,Share\n1,£5,6%\n2,£7,8%\n");
    assert_eq!(about, About::Values);
    assert!(
        message.contains("“Cost” is in pounds and “Share” in percentages"),
        "{message}"
    );
    let (about, marked, _) = only(&asked("bars"), "Y,A\n1,5%\n2,6%\n3,0.07\n");
    assert_eq!(
        (about, marked.as_str()),
        (About::Cell { row: 4, column: 2 }, "0.07")
    );
    let (about, ..) = only(
        &Asked {
            values: Some(vec!["A".into()]),
            ..asked("bars")
        },
        "Y,A\n1,c\n2,\n",
    );
    assert_eq!(about, About::Values);
}
