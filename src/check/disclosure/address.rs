//! Identifiers of people in addresses: in what links lead to, and in the names of files.

use super::find::{Confidence, Finding, Format, Sort, find};

/// What parts an address into words.
const MARKS: [char; 9] = ['/', '?', '&', '=', '#', '.', '_', '+', '%'];

/// The first identifier of a person in an address, with the part of the address that holds it.
///
/// Only numbers that check themselves: other digits in addresses mean nothing.
pub(super) fn identifier(address: &str) -> Option<(Finding, String)> {
    if ["mailto:", "tel:", "sms:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
    {
        // Those are read where they stand.
        return None;
    }
    let spaced = address.replace("%20", " ").replace("%2D", "-");
    // A part may itself be written with the marks: once apart, once together.
    let together = spaced.replace(['_', '+', '.'], " ");
    spaced
        .split(MARKS)
        .chain(together.split(['/', '?', '&', '=', '#']))
        .find_map(|part| {
            let mut found = find(part, Format::Csv).into_iter();
            let first = found.find(|one| checks_itself(one.sort))?;
            let marked = part.get(first.span.clone())?.to_owned();
            Some((first, marked))
        })
}

fn checks_itself(sort: Sort) -> bool {
    matches!(
        sort,
        Sort::NationalInsurance | Sort::NhsNumber | Sort::PupilNumber | Sort::LearnerNumber
    )
}

/// "is" or "may be", as sure as the finding.
pub(super) fn verb(finding: &Finding) -> &'static str {
    match finding.confidence {
        Confidence::Certain => "is",
        Confidence::Likely => "may be",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_found_in_addresses() {
        for address in [
            "943-476-5919.md",
            "https://exampleshire.example/a/9434765919",
            "files/943-476-5919.txt",
            "files/943_476_5919.pdf",
            "https://exampleshire.example/?of=943%20476%205919",
        ] {
            let (finding, _) = identifier(address).unwrap();
            assert_eq!(finding.sort, Sort::NhsNumber, "{address}");
        }
    }

    #[test]
    fn other_addresses_are_left_alone() {
        for address in [
            "money.md#2026-07-01",
            "https://www.legislation.gov.uk/ukpga/1989/41/section/23C/2026-06-29",
            "tel:08001111",
            "https://exampleshire.example/123456789012",
        ] {
            assert_eq!(identifier(address), None, "{address}");
        }
    }
}
