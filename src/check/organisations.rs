//! Organisations: bodies that took over, providers of homes, and one key for two bodies.

use std::collections::{BTreeMap, BTreeSet};

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
    let mut followed: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = one.succeeded_by.iter().map(String::as_str).collect();
    while let Some(slug) = next.pop() {
        if slug == one.slug {
            return true;
        }
        if followed.insert(slug) {
            let later = all.iter().find(|other| other.slug == slug);
            next.extend(
                later
                    .into_iter()
                    .flat_map(|one| one.succeeded_by.iter().map(String::as_str)),
            );
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
            let next = body.map_or(&[] as &[String], |one| &one.succeeded_by);
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
                    [] => "say in organisations.toml which body took over: succeeded_by".to_owned(),
                    [next] => format!("add a row for “{next}”, which took over from it"),
                    several => format!(
                        "add a row for each that took over from it: {}",
                        several.join(", ")
                    ),
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
