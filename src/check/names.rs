//! Kinds, topics, organisations, decisions and versions that do not exist.

use super::{Checked, PublicationFacts, VersionFacts};
use crate::diagnostics::{Code, Diagnostic, Located, Problems, nearest};
use crate::model::{ApprovedBy, Class, Kind, Publication, VersionId};
use crate::parse::AuthorityContent;

/// Names that an authority uses.
pub(super) fn of_authority(authority: &AuthorityContent, checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::new();
    let who = &authority.authority;
    let code = &who.code.value;
    let digits = code.get(3..).unwrap_or("");
    let is_code = code.len() == 9
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && code.starts_with(who.authority_type.code_prefix());
    if !code.is_empty() && !is_code {
        problems.push(
            Diagnostic::error(
                Code::WrongValue,
                format!(
                    "“{code}” is not the code of a {}",
                    who.authority_type.in_words()
                ),
            )
            .at(&who.code.place)
            .help(format!(
                "such codes are {} and six digits; children’s services are run by counties \
                 (E10), unitary authorities (E06), metropolitan districts (E08) and London \
                 boroughs (E09)",
                who.authority_type.code_prefix()
            )),
        );
    }
    let known: Vec<&str> = checked
        .authorities
        .iter()
        .map(|one| one.authority.slug.as_str())
        .collect();
    for name in who.predecessors.iter().chain(&who.succeeded_by) {
        if !known.contains(&name.value.as_str()) {
            problems.push(unknown(
                Code::WrongValue,
                "authority",
                name,
                known.iter().copied(),
            ));
        }
    }
    problems
}

/// Names that a publication uses.
pub(super) fn of_publication(
    publication: &Publication,
    authority: &AuthorityContent,
    checked: &Checked<'_>,
    facts: &PublicationFacts,
) -> Problems {
    let mut problems = Problems::new();
    match checked.kinds.get(&publication.kind.value) {
        Some(kind) => of_topics(publication, kind, &mut problems),
        None if publication.kind.value.is_empty() => {}
        None => {
            let kinds = checked.kinds.iter().map(|kind| kind.slug.as_str());
            problems.push(unknown(Code::UnknownKind, "kind", &publication.kind, kinds));
        }
    }
    of_support_topics(publication, authority, checked, &mut problems);
    of_sign_ups(publication, authority, facts, &mut problems);
    of_approval(publication, authority, &mut problems);
    of_actions(publication, authority, &mut problems);
    of_alternates(publication, facts, &mut problems);
    problems
}

fn unknown<'k>(
    code: Code,
    what: &str,
    name: &Located<String>,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Diagnostic {
    let problem = Diagnostic::error(code, format!("there is no {what} “{}”", name.value));
    let help = match nearest(&name.value, known.clone()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => {
            let all: Vec<&str> = known.collect();
            if all.is_empty() {
                format!("there is no {what} at all yet")
            } else {
                format!("there is: {}", all.join(", "))
            }
        }
    };
    problem.at(&name.place).help(help)
}

fn of_topics(publication: &Publication, kind: &Kind, problems: &mut Problems) {
    let ids = || kind.topics.iter().map(|topic| topic.id.as_str());
    let of_pages = publication
        .pages
        .iter()
        .flat_map(|page| page.covers.iter().cloned());
    let of_headings = publication.pages.iter().flat_map(|page| {
        page.body.headings.iter().flat_map(|heading| {
            let place = heading.place.clone().unwrap_or_else(|| page.place.clone());
            heading
                .covers
                .iter()
                .map(move |topic| Located::new(topic.clone(), place.clone()))
        })
    });
    let not = publication
        .control
        .not_applicable
        .iter()
        .map(|one| one.topic.clone());
    for topic in of_pages.chain(of_headings).chain(not) {
        if kind.topic(&topic.value).is_none() {
            problems.push(unknown(Code::UnknownTopic, "topic", &topic, ids()));
        }
    }
}

/// A support may serve several publications, so its topics may be of any of their kinds.
fn of_support_topics(
    publication: &Publication,
    authority: &AuthorityContent,
    checked: &Checked<'_>,
    problems: &mut Problems,
) {
    let slugs = || {
        authority
            .publications
            .iter()
            .map(|one| one.publication.slug.as_str())
    };
    for support in &publication.supports {
        for name in &support.publications {
            if !slugs().any(|slug| slug == name.value) {
                problems.push(unknown(Code::WrongValue, "publication", name, slugs()));
            }
        }
        let kinds: Vec<&Kind> = authority
            .publications
            .iter()
            .filter(|one| {
                let slug = one.publication.slug.as_str();
                support.publications.iter().any(|name| name.value == slug)
            })
            .filter_map(|one| checked.kinds.get(&one.publication.kind.value))
            .map(AsRef::as_ref)
            .collect();
        let ids = || {
            kinds
                .iter()
                .flat_map(|kind| kind.topics.iter().map(|topic| topic.id.as_str()))
        };
        for topic in &support.topics {
            if !kinds.is_empty() && !ids().any(|id| id == topic.value) {
                problems.push(unknown(Code::UnknownTopic, "topic", topic, ids()));
            }
        }
    }
}

fn of_sign_ups(
    publication: &Publication,
    authority: &AuthorityContent,
    facts: &PublicationFacts,
    problems: &mut Problems,
) {
    let rows = publication.sign_ups.as_deref().unwrap_or_default();
    for (at, row) in rows.iter().enumerate() {
        let slug = &row.organisation;
        if slug.value.is_empty() {
            continue;
        }
        let known = authority.organisations.iter().map(|one| one.slug.as_str());
        if !known.clone().any(|one| one == slug.value) {
            problems.push(unknown(
                Code::UnknownOrganisation,
                "organisation",
                slug,
                known,
            ));
        }
        if rows
            .iter()
            .take(at)
            .any(|other| other.organisation.value == slug.value)
        {
            problems.push(
                Diagnostic::error(
                    Code::RegisterValue,
                    format!("“{}” stands in this register twice", slug.value),
                )
                .at(&slug.place)
                .help("keep one row an organisation: its latest standing"),
            );
        }
        if let Some(version) = &row.version {
            of_version(version, facts, problems);
        }
    }
}

fn of_version(version: &Located<VersionId>, facts: &PublicationFacts, problems: &mut Problems) {
    if facts.versions.iter().any(|one| one.id == version.value) {
        return;
    }
    let newest = facts.versions.last().map(|one| &one.id);
    if !facts.unchanged && newest.is_none_or(|newest| *newest < version.value) {
        // It may well name the version that is about to be made.
        problems.extend(of_next(version, facts));
        return;
    }
    let known: Vec<String> = facts
        .versions
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    let help = if known.is_empty() {
        "this publication has not been published yet: publish it, then record who signed it"
            .to_owned()
    } else {
        format!("the versions are: {}", known.join(", "))
    };
    problems.push(
        Diagnostic::error(
            Code::UnknownVersion,
            format!(
                "there is no version “{}” of this publication",
                version.value
            ),
        )
        .at(&version.place)
        .help(help),
    );
}

/// A version that does not exist yet: right if it is the very one that is being made.
fn of_next(version: &Located<VersionId>, facts: &PublicationFacts) -> Problems {
    let problem = match &facts.next {
        Some(next) if *next == version.value => return Problems::new(),
        Some(next) => Diagnostic::error(
            Code::UnknownVersion,
            format!(
                "the version “{}” is named here, but this one will be {next}",
                version.value
            ),
        )
        .help("name the version that is being made, or one that exists"),
        None => Diagnostic::note(
            Code::UnknownVersion,
            format!("the version “{}” is not published yet", version.value),
        )
        .help("right, if this is published on that day; a version is named after its day"),
    };
    problem.at(&version.place).into()
}

fn of_approval(publication: &Publication, authority: &AuthorityContent, problems: &mut Problems) {
    let Some(approval) = &publication.control.approved_by else {
        return;
    };
    let ApprovedBy::Decision(slug) = &approval.value else {
        return;
    };
    let decisions = authority
        .publications
        .iter()
        .filter_map(|one| one.publication.slug.as_str().strip_prefix("decisions/"));
    if !decisions.clone().any(|one| one == slug) {
        let name = Located::new(slug.clone(), approval.place.clone());
        let problem = unknown(Code::UnknownDecision, "decision", &name, decisions);
        problems.push(problem);
    }
}

/// The decisions that asked for actions.
fn of_actions(publication: &Publication, authority: &AuthorityContent, problems: &mut Problems) {
    let decisions = authority
        .publications
        .iter()
        .filter_map(|one| one.publication.slug.as_str().strip_prefix("decisions/"));
    let named = publication
        .actions
        .iter()
        .filter_map(|one| one.decision.as_ref());
    for named in named {
        if !decisions.clone().any(|one| one == named.value) {
            let known = decisions.clone();
            problems.push(unknown(Code::UnknownDecision, "decision", named, known));
        }
    }
}

/// An alternate that lags is said to lag; one that names a version that is not there is wrong.
fn of_alternates(publication: &Publication, facts: &PublicationFacts, problems: &mut Problems) {
    for alternate in &publication.alternates {
        let Some(based_on) = &alternate.based_on else {
            continue;
        };
        of_version(based_on, facts, problems);
        // A change of sign-ups leaves the text as it was.
        let mut texts = facts.versions.iter();
        if let Some(VersionFacts { id: latest, .. }) =
            texts.rfind(|one| one.class != Class::SignUps)
            && based_on.value < *latest
        {
            problems.push(
                Diagnostic::warning(
                    Code::AlternateBehind,
                    format!(
                        "this alternate was made from the version of {}, and the latest is {latest}",
                        based_on.value
                    ),
                )
                .at(&based_on.place)
                .help("bring it up to date, or readers are told that it lags behind"),
            );
        }
    }
}
