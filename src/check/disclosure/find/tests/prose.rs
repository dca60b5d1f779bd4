//! Small numbers as people write them: twice, in brackets, in lists, in footnotes and raw HTML.

use super::{Confidence, Format, Sort, all_find, found, silent};
use Confidence::Likely;

/// The parts that are found in a text, whatever they are.
fn parts(text: &str) -> Vec<&str> {
    let found = found(text, Format::Markdown).into_iter();
    found.map(|(part, _, _)| part).collect()
}

#[test]
fn numbers_as_people_write_them() {
    all_find(
        Sort::SmallNumber,
        Likely,
        &[
            "«Three (3) pupils» in care were suspended.",
            "«2 (two) children» in care",
            "At least «two children» in care self-harmed.",
            "At least «three young people» were remanded.",
            "Between «2 and 4 children» in care",
            "Between «two and four children» were arrested.",
            "«Two&nbsp;children» in care were arrested.",
            "12 children (10 boys, «2 girls»)",
            "12 children («2 boys» and 10 girls) were moved.",
            "Twelve children were arrested, «2» of them girls.",
            "A handful of children («3») were reported missing.",
            "Some young people («two») were reported missing.",
            "Children arrested («3») and cautioned (14)",
            "## Children arrested («3»)",
            "«Two under-18s» were arrested.",
            "«Two lads» were arrested.",
            "«4 young mums» were evicted.",
            "«One young father» was homeless.",
            "[^1]: «Two children» in care were arrested.",
            "<b>«Two</b> children» in care were arrested.",
            "<p>«Two children» were arrested.</p>",
            "In custody [a]: x. «Two children» were arrested.",
        ],
    );
}

#[test]
fn sentences_and_lists_with_several_numbers() {
    assert_eq!(
        parts(
            "In all 40 children were in homes. Three were arrested, and two were sent to custody."
        ),
        ["Three", "two"]
    );
    assert_eq!(
        parts("Deaths of children in care: one in 2024, two in 2025."),
        ["one", "two"]
    );
    assert_eq!(
        parts("Children who self-harmed: Sampleton 12, Demoford 3, Mockley 1."),
        ["3", "1"]
    );
    assert_eq!(parts("Adoption orders: 2024 – 12, 2025 – 3."), ["3"]);
    assert_eq!(
        parts("The number of children adopted fell:\n\n- 2023: 14\n- 2024: 3\n- 2025: 2\n"),
        ["3", "2"]
    );
    assert_eq!(
        parts("Children who self-harmed:\n- **Sampleton**: 12\n- **Demoford**: 3\n"),
        ["3"]
    );
    assert_eq!(parts("### Children adopted\n\n- 2024: 3\n"), ["3"]);
}

#[test]
fn numbers_near_children_that_count_none() {
    silent(&[
        "At least two children are on each panel.",
        "At least two children must be asked.",
        "At least two children were asked.",
        "At least two young people sit on every panel that was opened.",
        "At least one child was arrested in any such year.",
        "Homes for between 2 and 4 children in care",
        "Between 2 and 4 children in care can share a home.",
        "Families of 3 children (2 boys, 1 girl) can have a larger home.",
        "If 12 children (10 boys, 2 girls) come, we need a bus.",
        "Three homes (3) were opened for children.",
        "Children have rights (3).",
        "Working together to safeguard children (3) was published.",
        "Our pledges to children (3) were kept.",
        "Children were asked (3).",
        "Children looked after (3)",
        "The Children Act 1989 (3) was changed.",
        "40 children live in 12 homes. Three were inspected.",
        "We asked 40 children. Three were late.",
        "40 children came. Two workshops were held.",
        "Two lads' clubs share a hall. Young mothers can have 3 visits.",
        "Two under-18s can come with one adult.",
        "Help for children: Sampleton 3, Demoford 2.",
        "Children's centres: Sampleton 3, Demoford 2.",
        "Children in care teams: Sampleton 3, Demoford 2.",
        "Children can come: Sampleton 3, Demoford 2.",
        "Children met us: Monday 3, Tuesday 5.",
        "Children seen: pages 3, 4 and 5.",
        "Young people moved: from 3, until 5.",
        "Children told us what helped:\n\n- Sport: 3\n- Music: 2\n",
        "Your children helped:\n\n- Sport: 3\n",
        "What children need:\n\n- Beds: 2\n- Chairs: 3\n",
        "The number of homes for children:\n\n- Sampleton: 3\n",
        "### Children’s homes\n\n- 2024: 3\n",
        "### Children adopted\n\n- Step: 3\n",
        "[a]: files/3-children.md\n",
        "<a href=\"https://x.example/2\">children</a> were asked",
    ]);
}

#[test]
fn tables_of_raw_html() {
    let table = |head: &str, name: &str, label: &str, cell: &str| {
        format!(
            "{head}\n\n<table>\n<thead><tr><th>Year</th><th>{name}</th></tr></thead>\n<tbody>\n\
             <tr><td>{label}</td><td>{cell}</td></tr>\n</tbody></table>\n"
        )
    };
    for (text, part) in [
        (table("Text", "Children arrested", "2024", "3"), "3"),
        (
            table(
                "Text",
                "Children&nbsp;arrested",
                "2024",
                "<strong>3</strong>",
            ),
            "3",
        ),
        (table("## Children moved", "Number", "2024", "2"), "2"),
    ] {
        assert_eq!(parts(&text), [part], "{text}");
    }
    for text in [
        table("Text", "Homes", "2024", "3"),
        table("Text", "Children arrested", "2024", "30"),
        table("## Homes", "Number", "2024", "3"),
        "<table><tr><td>".to_owned(),
        "`<table><tr><th>Children arrested</th></tr><tr><td>3</td></tr></table>`".to_owned(),
    ] {
        assert_eq!(parts(&text), Vec::<&str>::new(), "{text}");
    }
    assert_eq!(
        parts("<table><tr><th>Children arrested</th></tr><tr><td>3</td></tr></table>"),
        ["3"]
    );
    assert_eq!(
        parts(
            "<table><caption>Children moved</caption><tr><th>Year</th><th>Number</th></tr>\
             <tr><td>2024</td><td>3</td></tr></table>"
        ),
        ["3"]
    );
}
