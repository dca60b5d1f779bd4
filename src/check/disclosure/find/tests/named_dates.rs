//! Dates of birth beside names.

use super::{Confidence, Format, Sort, all_find, found, silent};
use Confidence::Likely;

#[test]
fn dates_beside_names_of_people() {
    all_find(
        Sort::DateOfBirth,
        Likely,
        &[
            "Sam Jones («12/05/2011») lives here.",
            "Ella Example, «3/3/2012».",
            "Jane Roe «14.2.2013» is a child in care.",
            "**Ella Mae Example** («03-03-2012»)",
            "When Sam Jones («12/05/2011») moved, we wrote to the school.",
            "Talk to Ella O’Neil, «3/3/2012», and her nan.",
            "- Kai Smith-Brown («2011-05-12»)",
            "The child Quill Sample («12/05/2011») was moved.",
            "Quill Sample («12/05/2011») lives with his aunt.",
        ],
    );
    let text = "name,note\nx,Sam Jones (12/05/2011)\n";
    assert_eq!(
        found(text, Format::Csv),
        [("12/05/2011", Sort::DateOfBirth, Likely)]
    );
}

#[test]
fn dates_of_what_was_done_or_decided() {
    silent(&[
        "Published by Derby City Council (12/05/2021)",
        "Children Act (12/05/1999)",
        "Full Council, 3/3/2012",
        "Corporate Parenting Board 12/05/2021",
        "Approved by Sam Jones, 12/05/2021.",
        "Signed: Ella Example, 12/05/2021",
        "Cllr Sam Jones (12/05/2021)",
        "Councillor Jane Roe, 12/05/2021",
        "Sam Jones, 12/05/2021, Director of Children’s Services",
        "Written by Sam Jones, 12/05/2021",
        "Author: Jane Roe 12/05/2021",
        "Victoria Hall, 12/05/2021",
        "Albert Road (12/05/2021)",
        "Bright Futures (12/05/2023)",
        "Moving On, 01/09/2023",
        "Milton Keynes, 12/05/2021",
        "Summer Fair, 12/05/2024",
        "Poppy Day 11/11/2018",
        "Foster Care Fortnight 12/05/2024",
        "Last updated 12/05/2021. Next review 12/05/2023.",
        "We met on Monday 12/05/2021 and Friday, 16/05/2021.",
        "Sam Jones (12/05/2011 to 12/05/2012)",
        "Sam Jones (12/05/1981)",
        "Kinship Care Week (07/10/2024) is for everybody.",
        "The Staying Close scheme began on 01/04/2023.",
        "Ofsted visited Exampleshire, 12/05/2021.",
        "Court of Appeal, 12/05/2021",
        "Minutes: Jane Roe (12/05/2021)",
        "Version 2 (12/05/2021), version 1 (12/05/2019)",
        "The Children and Social Work Act had Royal Assent, 27/04/2017.",
        "Holly Lodge, 12/05/2024, and Charlotte Mews, 13/05/2024",
        "Derby Arena 12/05/2024",
        "Awaab’s Law (27/10/2025)",
    ]);
    let signed = "organisation,who,date\npolice,Sam Jones,12/05/2021\n";
    assert_eq!(found(signed, Format::Csv), []);
    let table = "| Who | When |\n| --- | --- |\n| Sam Jones | 12/05/2021 |\n";
    assert_eq!(found(table, Format::Markdown), []);
}
