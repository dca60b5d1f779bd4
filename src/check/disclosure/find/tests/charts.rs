//! Numbers that charts show, counted by their titles and told in their words.

use super::{Confidence, Format, Sort, find_in, found};
use Confidence::Likely;

/// Finds in a register that is shown under titles.
fn shown(register: &str, titles: &[&str]) -> Vec<(String, Sort)> {
    let all = find_in(register, Format::Csv, titles).into_iter();
    all.map(|one| (register.get(one.span).unwrap().to_owned(), one.sort))
        .collect()
}

#[test]
fn titles_say_what_registers_count() {
    let small = |part: &str| (part.to_owned(), Sort::SmallNumber);
    let areas = "Area,2024,2025\nNorth,30,3\nSouth,2,40\n";
    assert_eq!(
        shown(areas, &["Children by area"]),
        [small("3"), small("2")]
    );
    assert_eq!(
        shown(areas, &["Homes", "Care leavers in work, 2025"]),
        [small("3"), small("2")]
    );
    let outcomes = "Outcome,Number\nCustody,4\nBail,20\n";
    assert_eq!(shown(outcomes, &["Young people in court"]), [small("4")]);
    let lines = "Quarter,Custody,Remand\n2024 Q1,12,1\n2024 Q2,14,20\n";
    assert_eq!(shown(lines, &["Children in custody"]), [small("1")]);
    assert_eq!(
        shown("Area,2025\nNorth,c\nSouth,11\nTotal,14\n", &["Children"]),
        [("c".to_owned(), Sort::LoneSuppressedCell)]
    );
    assert_eq!(
        shown("Area,Boys,Homes\nNorth,3,2\nSouth,11,4\n", &["Children"]),
        [small("3")]
    );
}

#[test]
fn titles_that_count_no_children() {
    let areas = "Area,2024,2025\nNorth,30,3\nSouth,2,40\n";
    assert_eq!(shown(areas, &[]), []);
    for title in [
        "Children’s homes by area",
        "Homes for children by area",
        "Share of children in school, %",
        "Children in care per 10,000",
        "Average age of children in care",
        "Meetings with young people",
        "Young people’s hours of mentoring",
        "Foster carers by area",
        "Money for care leavers",
        "Social workers",
        "Rate of children in care",
        "Days that children waited",
        "Visits to children",
        "Child protection plans",
        "Places for children",
        "Staff who work with children",
        "Services for young people",
        "Complaints about children’s services",
        "Training sessions for carers",
        "Buildings",
        "",
    ] {
        assert_eq!(shown(areas, &[title]), [], "{title}");
    }
    for register in [
        "Year,Homes\n2024,3\n2025,4\n",
        "Area,Rank\nNorth,3\nSouth,2\n",
        "Area,Cost (£)\nNorth,3\nSouth,2\n",
        "Area,Children,Level\nNorth,30,2\nSouth,20,1\n",
        "Area,Children,Open since\nNorth,30,2\nSouth,20,4\n",
        "Year,Month,Children\n2024,3,30\n2024,4,40\n",
        "Area,2025 (%)\nNorth,3\nSouth,2\n",
    ] {
        assert_eq!(shown(register, &["Children by area"]), [], "{register}");
    }
}

#[test]
fn charts_say_it_in_words_as_well() {
    let text = "```chart\nfile = \"a.csv\"\ntitle = \"Children on remand\"\n\
                takeaway = \"Three children were on remand in March.\"\n```\n";
    assert_eq!(
        found(text, Format::Markdown),
        [("Three children", Sort::SmallNumber, Likely)]
    );
    let text = "```chart\nfile = \"a-3.csv\"\ntitle = \"Homes for children\"\n\
                takeaway = \"We opened 3 homes.\"\nvalues = [\"2024\", \"5\"]\n```\n";
    assert_eq!(found(text, Format::Markdown), []);
}
