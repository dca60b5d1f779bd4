//! What labels say, and what they do not.

use super::*;

#[test]
fn children_are_told_from_what_is_theirs() {
    for label in [
        "Children",
        "Number of children missing",
        "LAC",
        "Care leavers aged 18 to 20",
        "Girls",
        "Missing episodes",
        "young_people",
        "Children by age",
        "Children placed more than 20 miles away",
        "Number of children in homes",
    ] {
        assert!(Label::read(label).counts_children(), "{label}");
    }
    for label in [
        "Children’s homes",
        "Child's age",
        "care_leaver_age",
        "LAC rate",
        "Average age of children in care",
        "Age of child",
        "Cost for each child",
        "Level",
        "Number",
        "£ per child",
        "% of children",
        "Services for children",
        "Child protection plans",
        "Children in care per 10,000",
        "Share of children in education",
        "Meetings with young people",
        "Year",
        "",
    ] {
        assert!(!Label::read(label).counts_children(), "{label}");
    }
}

#[test]
fn rows_are_named_by_children_or_by_what_became_of_them() {
    for label in [
        "Young people",
        "Children in care",
        "Outcome for young people",
    ] {
        assert!(Label::read(label).names_rows, "{label}");
    }
    for label in ["Young people’s views", "Help for young people", "Outcome"] {
        assert!(!Label::read(label).names_rows, "{label}");
    }
}

#[test]
fn periods_and_totals_are_known() {
    assert!(Label::read("2023/24").counting);
    assert!(Label::read("2024-25").counting);
    assert!(Label::read("Q1").counting);
    assert!(!Label::read("Quarter").counting);
    assert!(Label::read("How many").counting);
    assert!(Label::read("**Total**").total);
    assert!(!Label::read("Totally").total);
}
