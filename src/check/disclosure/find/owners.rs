//! People's names where a register asks for a role: whoever answers for an action changes, the role
//! stays.

use std::ops::Range;

use super::Format;
use super::given_names::is_given_name;
use super::grid;
use super::named_dates::{NO_NAMES, is_part_of_name};
use super::text::Text;

/// Words of roles that may stand after a word that is a given name as well: "Grace Worker".
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "lead", "worker", "adviser", "advisor", "advocate", "assistant", "coordinator", "co-ordinator",
    "commissioner", "head", "nurse", "teacher", "practitioner", "secretary", "champion", "ambassador",
    "deputy", "consultant", "mentor", "carer", "carers", "provider", "safeguarding", "housing",
    "education", "business", "participation", "inspector", "sergeant", "constable",
];

/// Where cells of these columns hold a name and nothing else: a given name and one or two more
/// words with capitals.
pub fn names_for_roles(values: &str, columns: &[&str]) -> Vec<Range<usize>> {
    let text = Text::new(values, Format::Csv);
    let mut found = Vec::new();
    for table in grid::tables(&text) {
        for column in 0..table.width() {
            let name = table.cell(&text, 0, column);
            if !columns.iter().any(|one| one.eq_ignore_ascii_case(name)) {
                continue;
            }
            let cells = table.body().filter_map(|row| table.span(row, column));
            found.extend(cells.filter(|span| is_name(text.part(span.clone()))));
        }
    }
    found
}

fn is_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let is_no_name =
        |word: &&str| (NO_NAMES.iter().chain(ROLES)).any(|one| one.eq_ignore_ascii_case(word));
    matches!(words.len(), 2 | 3)
        && words.first().is_some_and(|first| is_given_name(first))
        && words.iter().all(|word| is_part_of_name(word))
        && !words.iter().any(is_no_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_roles() {
        for name in [
            "Jane Smith",
            "Sam O’Neil",
            "Mary Ann Jones",
            "Ali Khan-Hussain",
        ] {
            assert!(is_name(name), "{name}");
        }
        for role in [
            "Head of Virtual School",
            "Jane",
            "Jane Smith, Head of Service",
            "Grace Project Lead",
            "Hope Worker",
            "Victoria Library",
            "Virtual School",
            "Jordan Youth Club",
            "Participation Lead",
            "Assistant Director",
            "jane smith",
            "",
        ] {
            assert!(!is_name(role), "{role}");
        }
    }

    #[test]
    fn only_columns_that_ask_for_roles_are_looked_at() {
        let text = "action,owner\n\"Jane Smith, x\",Jane Smith\nMeet,\"Sam Jones\"\nJo Low,Head\n";
        let found: Vec<&str> = names_for_roles(text, &["owner"])
            .into_iter()
            .filter_map(|span| text.get(span))
            .collect();
        assert_eq!(found, ["Jane Smith", "Sam Jones"]);
    }
}
