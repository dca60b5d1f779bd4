//! Small and hidden numbers in tables.

use super::{Confidence, Format, Sort, found};
use Confidence::{Certain, Likely};

/// Finds in a table whose lines are given without outer pipes; the rule is put in.
fn table(before: &str, lines: &[&str]) -> Vec<(String, Sort, Confidence)> {
    let mut text = format!("{before}\n\n");
    for (index, line) in lines.iter().enumerate() {
        text.push_str(&format!("| {line} |\n"));
        if index == 0 {
            let columns = line.split('|').count();
            text.push_str(&format!("|{}\n", " --- |".repeat(columns)));
        }
    }
    let found = found(&text, Format::Markdown).into_iter();
    found
        .map(|(part, sort, confidence)| (part.to_owned(), sort, confidence))
        .collect()
}

fn small(part: &str) -> (String, Sort, Confidence) {
    (part.to_owned(), Sort::SmallNumber, Likely)
}

#[test]
fn columns_of_children() {
    assert_eq!(
        table(
            "Text",
            &["District | Children", "North | 3", "South | 12", "West | 0"]
        ),
        [small("3")]
    );
    assert_eq!(
        table(
            "Text",
            &["Area | Care leavers | Budget (£)", "North | **5** | 3"]
        ),
        [small("5")].map(|mut one| {
            one.0 = "**5**".to_owned();
            one
        })
    );
    assert_eq!(
        table(
            "Text",
            &["Area | Girls", "North | 2 (12%)", "South | 40 (88%)"]
        ),
        [("2 (12%)".to_owned(), Sort::SmallShare, Likely)]
    );
    assert_eq!(
        found("area,lac,homes\nnorth,4,3\nsouth,6,1\n", Format::Csv),
        [("4", Sort::SmallNumber, Likely)]
    );
}

#[test]
fn rows_of_children() {
    assert_eq!(
        table(
            "Text",
            &[
                "Who | How | How many",
                "Carers | Form | 84",
                "Young people | Talks | 4"
            ]
        ),
        [small("4")]
    );
    assert_eq!(
        table(
            "Text",
            &[
                " | 2023 | 2024",
                "Children missing | 3 | 14",
                "Homes | 2 | 2"
            ]
        ),
        [small("3")]
    );
}

#[test]
fn other_words_may_say_which_children() {
    assert_eq!(
        table(
            "Text",
            &[
                "Measure | 2024/25",
                "Children in care | 512",
                "Children placed over 20 miles away | 4"
            ]
        ),
        [small("4")]
    );
}

#[test]
fn captions_of_children() {
    assert_eq!(
        table(
            "## Number of children in care",
            &["District | Q1 | Q2", "North | 3 | 14", "South | 20 | 21"]
        ),
        [small("3")]
    );
    assert_eq!(
        table(
            "## Help for children in care",
            &["What | Times a week", "Swimming | 3"]
        ),
        []
    );
}

#[test]
fn names_of_rows() {
    for number in ["3", "three", "3*", "3[^1]"] {
        let row = format!("Sent to custody | {number}");
        for names in [
            "Young people | Number",
            "Children | Count",
            "Care leavers | Total",
            "Looked-after children | 2025",
            "Outcome for young people | 2024/25",
            "Children | At 31 March 2025",
        ] {
            assert_eq!(
                table("Text", &[names, &row, "Cautioned | 12"]),
                [small(number)],
                "{names}"
            );
        }
    }
    assert_eq!(
        table("Text", &["Young people | Number", "Moved | 5 (7%)"]),
        [("5 (7%)".to_owned(), Sort::SmallShare, Likely)]
    );
    assert_eq!(
        table(
            "Text",
            &["Measure | Number", "Children in custody | 2", "Homes | 3"]
        ),
        [small("2")]
    );
    assert_eq!(
        table("Text", &["What | Number", "Children in custody | 2"]),
        [small("2")]
    );
    assert_eq!(
        found("young people,number\nremanded,2\nbailed,14\n", Format::Csv),
        [("2", Sort::SmallNumber, Likely)]
    );
}

#[test]
fn tables_of_councils_that_count_no_children() {
    for lines in [
        ["Team | Number", "Social workers | 4", "Managers | 2"],
        ["Young people’s views | Page", "School | 3", "Home | 5"],
        ["Young people | Hours a week", "Aged 16 | 3", "Aged 17 | 5"],
        ["Children | Visits a year", "Under 5 | 4", "Over 5 | 2"],
        ["Help for young people | Number", "Mentors | 4", "Clubs | 2"],
        [
            "Section | Number",
            "Children in care | 3",
            "Care leavers | 5",
        ],
        [
            "Promise | Number",
            "Young people have a say | 4",
            "Children are safe | 2",
        ],
        ["Children in the home | Bedrooms", "One | 2", "Two | 3"],
        ["Number of children | Total", "1 | 2", "2 | 3"],
        ["Young people | Number", "Have a say | 1", "Be safe | 2"],
        ["Children | Age", "Bus pass | 5", "Swimming | 4"],
        ["Young people | Month", "Health check | 3", "Review | 2"],
        ["Children’s homes | 2025", "Owned | 3", "Rented | 2"],
        [
            "Meetings with young people | 2025",
            "North | 3",
            "South | 2",
        ],
        [
            "Children in care per 10,000 | 2025",
            "Us | 5",
            "England | 4",
        ],
        [
            "Care leavers | Who can help",
            "Under 21 | 3 advisers",
            "Over 21 | 2 advisers",
        ],
        ["Year | Children in school, %", "2024 | 3", "2025 | 5"],
        ["Young people | Contact", "Aged 16 | 111", "Aged 18 | 999"],
        ["Children | Level", "Early help | 2", "Child in need | 3"],
        ["Young people | Payment", "Birthday | 5", "Travel | 3"],
    ] {
        assert_eq!(table("Text", &lines), [], "{lines:?}");
    }
}

#[test]
fn registers_in_the_shape_of_national_statistics() {
    let text = "time_period,geographic_level,care_leaver_age,care_leaver_count,care_leaver_percent\n\
                2025,Local authority,3,4,5\n2025,Local authority,4,11,2\n";
    assert_eq!(found(text, Format::Csv), [("4", Sort::SmallNumber, Likely)]);
    assert_eq!(
        table(
            "Young people leaving care",
            &[
                "Age | Oct to Dec 2015 | Jan to Mar 2016",
                "18 to 20 | 56 | 60",
                "Over 25 | 1 | 12"
            ]
        ),
        [small("1")]
    );
}

#[test]
fn columns_that_count_nobody() {
    assert_eq!(
        table(
            "Children",
            &[
                "Level | What | Who",
                "1 | The child is well | GP",
                "2 | Help | Hub"
            ]
        ),
        []
    );
    assert_eq!(
        table("Children", &["Number | Children’s homes", "1 | 2", "2 | 3"]),
        []
    );
    assert_eq!(
        table(
            "Children",
            &["Child's age | Pounds for each child", "3 | 4"]
        ),
        []
    );
    assert_eq!(
        table("Children", &["Year | Version | Priority", "1 | 2 | 3"]),
        []
    );
    assert_eq!(table("How many children", &["Row | Total", "Age | 4"]), []);
    assert_eq!(
        table(
            "Text",
            &[
                "Help | Children | Cost",
                "Beds | Yes | 3",
                "Food | No | 4",
                "Fun | 2 | 1"
            ]
        ),
        []
    );
    assert_eq!(
        table(
            "Text",
            &["Number of children | Allowance", "1 | £20", "2 | £30"]
        ),
        []
    );
    let actions = "number,action,owner,due\n1,Ask children in care,Head,2026-01-01\n3,x,y,\n";
    assert_eq!(found(actions, Format::Csv), []);
}

#[test]
fn a_lone_hidden_number_can_be_worked_out() {
    let lone = |part: &str, confidence| (part.to_owned(), Sort::LoneSuppressedCell, confidence);
    assert_eq!(
        table(
            "Text",
            &[
                "Area | Boys | Girls | Total",
                "North | 12 | c | 15",
                "South | 10 | 11 | 21"
            ]
        ),
        [lone("c", Certain)]
    );
    assert_eq!(
        table(
            "Text",
            &["Area | Children", "North | 12", "South | <5", "Total | 16"]
        ),
        [lone("<5", Certain)]
    );
    assert_eq!(
        table(
            "Text",
            &[
                "Area | Children",
                "North | 12",
                "South | fewer than 5",
                "Total | 20"
            ]
        ),
        [lone("fewer than 5", Likely)]
    );
    assert_eq!(
        table(
            "Text",
            &[
                "Area | Children",
                "North | 12",
                "South | - ",
                "**Total** | 14"
            ]
        ),
        [lone("-", Certain)]
    );
    assert_eq!(
        found("area,boys,girls,total\nnorth,12,supp,15\n", Format::Csv),
        [("supp", Sort::LoneSuppressedCell, Certain)]
    );
}

#[test]
fn hidden_numbers_that_stay_hidden() {
    let two = [
        "Area | Boys | Girls | Total",
        "North | c | c | 15",
        "South | 10 | 11 | 21",
    ];
    assert_eq!(table("Text", &two), []);
    assert_eq!(
        table("Text", &["Area | Boys | Girls", "North | 12 | c"]),
        []
    );
    assert_eq!(
        table(
            "Text",
            &["Area | Boys | Girls | Total", "North | 12 | c | c"]
        ),
        []
    );
    assert_eq!(
        table(
            "Text",
            &["Area | Children", "North | 12", "South | -", "Total | 12"]
        ),
        []
    );
    assert_eq!(
        table("Text", &["Room | Chairs", "A | 12", "B | -", "Total | 15"]),
        []
    );
    // Totals that were rounded down below the sum give nothing away.
    assert_eq!(
        table(
            "Text",
            &["Area | Children", "North | 12", "South | c", "Total | 10"]
        ),
        []
    );
    // Two hidden numbers in every row and every column.
    let square = [
        "Area | Boys | Girls | Total",
        "North | c | c | 15",
        "South | c | c | 21",
        "Total | 20 | 16 | 36",
    ];
    assert_eq!(table("Text", &square), []);
}

#[test]
fn titles_say_whom_a_bare_number_counts() {
    for before in [
        "## Looked-after children arrested",
        "**Table 1: Looked-after children placed more than 20 miles away**",
        "## Children moved\n\nWe look at this every six months.",
    ] {
        for names in ["Year | Number", "District | Number", "Area | No."] {
            let row = if names.starts_with("Year") {
                "2024 | 4"
            } else {
                "North | 4"
            };
            assert_eq!(
                table(before, &[names, row]),
                [small("4")],
                "{before}: {names}"
            );
        }
    }
    assert_eq!(
        table("## Children moved", &["Number in 2025", "3"]),
        [small("3")]
    );
    for (before, lines) in [
        ("## Children’s homes", ["Year | Number", "2024 | 4"]),
        (
            "## Help for children in care",
            ["Year | Number", "2024 | 4"],
        ),
        ("## Young people", ["Team | Number", "Managers | 4"]),
        (
            "## Children in care",
            ["Section | Number", "Where you live | 3"],
        ),
        ("## Children in care", ["Promise | Number", "A say | 3"]),
        ("## Children in care", ["Service | Number", "Nursing | 3"]),
        ("## Children in care", ["Number | What", "1 | Home"]),
        (
            "## Children in care",
            ["Contact | Number", "Your adviser | 5"],
        ),
        (
            "## Children in care\n\n**Table 2: Homes by district**",
            ["District | Number", "North | 3"],
        ),
    ] {
        assert_eq!(table(before, &lines), [], "{before}: {lines:?}");
    }
}

#[test]
fn parts_of_a_whole_and_signs_for_at_most() {
    for names in ["Measure | Us | Last year", "Measure | 2024 | 2025", " | | "] {
        assert_eq!(
            table("Text", &[names, "Care leavers in custody | 3 of 120 | ≤3"]),
            [
                ("3 of 120".to_owned(), Sort::SmallShare, Likely),
                small("≤3")
            ],
            "{names}"
        );
    }
    for lines in [
        ["Measure | Done", "Young people have a say | 3 of 4"],
        ["Promise | So far", "Young people have a say | 3 of 4"],
        ["Measure | 2024", "Homes | 3 of 120"],
        ["Measure | 2024", "Care leavers in custody | ≤5"],
        ["Measure | 2024", "Care leavers in custody | 30 of 120"],
        ["Measure | Cost", "Care leavers in custody | 3 of 120"],
    ] {
        assert_eq!(table("Text", &lines), [], "{lines:?}");
    }
}
