//! Organisations: bodies that took over, providers of homes, and one key for two bodies.

use std::collections::BTreeMap;

use super::Checked;
use crate::diagnostics::{Code, Diagnostic, Located, Problems, nearest};
use crate::model::{Organisation, SignUpStatus};
use crate::parse::AuthorityContent;

/// What an authority's `organisations.toml` says.
pub(super) fn of_authority(authority: &AuthorityContent) -> Problems {
    let mut problems = Problems::new();
    for one in &authority.organisations {
        for named in one.succeeded_by.iter().chain(&one.provider) {
            let named = Located::new(named.clone(), one.place.clone());
            problems.extend(
                exists(&named, authority)
                    .map(Problems::from)
                    .unwrap_or_default(),
            );
        }
        if takes_over_from_itself(one, &authority.organisations) {
            problems.push(
                Diagnostic::error(
                    Code::WrongValue,
                    format!(
                        "the bodies that took over from “{}” go round in a circle",
                        one.slug
                    ),
                )
                .at(&one.place)
                .help("succeeded_by names the later body; take it away from the last one"),
            );
        }
    }
    problems.extend(asked_after_they_ceased(authority));
    problems
}

fn exists(named: &Located<String>, authority: &AuthorityContent) -> Option<Diagnostic> {
    let known = || authority.organisations.iter().map(|one| one.slug.as_str());
    if known().any(|one| one == named.value) {
        return None;
    }
    let help = match nearest(&named.value, known()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => "add it to organisations.toml as well".to_owned(),
    };
    let message = format!("there is no organisation “{}”", named.value);
    Some(
        Diagnostic::error(Code::UnknownOrganisation, message)
            .at(&named.place)
            .help(help),
    )
}

fn takes_over_from_itself(one: &Organisation, all: &[Organisation]) -> bool {
    let next = |slug: &str| {
        let found = all.iter().find(|other| other.slug == slug)?;
        found.succeeded_by.as_deref()
    };
    let mut at = one.succeeded_by.as_deref();
    // As many steps as there are bodies lead back, or to an end.
    for _ in all {
        match at {
            Some(slug) if slug == one.slug => return true,
            Some(slug) => at = next(slug),
            None => return false,
        }
    }
    false
}

/// A body that is no more cannot be asked, and cannot have signed after it ceased.
fn asked_after_they_ceased(authority: &AuthorityContent) -> Problems {
    let mut problems = Problems::new();
    for content in &authority.publications {
        for row in content.publication.sign_ups.iter().flatten() {
            let body = authority
                .organisations
                .iter()
                .find(|one| one.slug == row.organisation.value);
            let Some(ceased) = body.and_then(|one| one.ceased) else {
                continue;
            };
            let late = row.date.filter(|date| *date > ceased);
            let what = match (row.status, late) {
                (SignUpStatus::Invited, _) => "is invited".to_owned(),
                (status, Some(date)) => format!("is “{}” on {}", status.word(), date.in_words()),
                (_, None) => continue,
            };
            let next = body.and_then(|one| one.succeeded_by.as_deref());
            problems.push(
                Diagnostic::warning(
                    Code::OrganisationCeased,
                    format!(
                        "“{}” {what}, but ceased on {}",
                        row.organisation.value,
                        ceased.in_words()
                    ),
                )
                .at(&row.organisation.place)
                .help(match next {
                    Some(next) => format!("add a row for “{next}”, which took over from it"),
                    None => {
                        "say in organisations.toml which body took over: succeeded_by".to_owned()
                    }
                }),
            );
        }
    }
    problems
}

/// One key is one page for the whole site: two councils that mean two bodies by it would share it.
pub(super) fn of_site(checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    let mut first: BTreeMap<&str, (&str, &Organisation)> = BTreeMap::new();
    for authority in checked.authorities {
        let who = authority.authority.slug.as_str();
        for one in &authority.organisations {
            let (other, known) = *first.entry(&one.slug).or_insert((who, one));
            if other != who && known.name.to_lowercase() != one.name.to_lowercase() {
                problems.push(
                    Diagnostic::warning(
                        Code::OrganisationShared,
                        format!(
                            "“{}” is “{}” here and “{}” in {other}",
                            one.slug, one.name, known.name
                        ),
                    )
                    .at(&one.place)
                    .help(format!(
                        "an organisation has one page for the whole site: if they are two bodies, \
                         call this one “{who}-{}”; if they are one, give it one name",
                        one.slug
                    )),
                );
            }
        }
    }
    problems
}
