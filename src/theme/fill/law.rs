//! Links to the law as it stood on a day.

use crate::model::Day;

const SITE: &str = "https://www.legislation.gov.uk/";

/// The address of a law as it stood on a day: legislation.gov.uk shows a point in time where the
/// day follows the provision (`/ukpga/1989/41/section/22H/2026-07-01`). An address that names a
/// version already (as enacted, as made, a day), or is of another site, stays as it is.
pub fn as_it_stood(link: &str, day: Day) -> String {
    let Some(path) = link.strip_prefix(SITE) else {
        return link.to_owned();
    };
    // An identifier (`/id/…`) leads to the latest version only.
    let path = path.strip_prefix("id/").unwrap_or(path);
    let mut parts = path.trim_end_matches('/').split('/');
    let (kind, year, number) = (parts.next(), parts.next(), parts.next());
    let is_number = |text: Option<&str>| {
        text.is_some_and(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_law = kind.is_some_and(|kind| kind.bytes().all(|byte| byte.is_ascii_lowercase()))
        && is_number(year)
        && is_number(number);
    let names_a_version = parts.any(|part| {
        ["enacted", "made", "prospective"].contains(&part)
            || part.parse::<Day>().is_ok()
            || part.contains(['?', '#', '.'])
    });
    if is_law && !names_a_version {
        format!("{SITE}{}/{day}", path.trim_end_matches('/'))
    } else {
        link.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(link: &str) -> String {
        as_it_stood(link, "2026-07-01".parse().unwrap())
    }

    #[test]
    fn a_provision_is_shown_as_it_stood() {
        assert_eq!(
            on("https://www.legislation.gov.uk/ukpga/1989/41/section/22H"),
            "https://www.legislation.gov.uk/ukpga/1989/41/section/22H/2026-07-01"
        );
        assert_eq!(
            on("https://www.legislation.gov.uk/id/ukpga/2026/21/section/5"),
            "https://www.legislation.gov.uk/ukpga/2026/21/section/5/2026-07-01"
        );
    }

    #[test]
    fn what_names_a_version_or_is_no_law_stays() {
        for link in [
            "https://www.legislation.gov.uk/ukpga/2026/21/section/8/enacted",
            "https://www.legislation.gov.uk/ukpga/2026/21/2026-06-01",
            "https://www.legislation.gov.uk/ukpga/2004/31/section/16E/data.html",
            "https://www.legislation.gov.uk/browse",
            "https://example.org/ukpga/1989/41",
        ] {
            assert_eq!(on(link), link);
        }
    }
}
