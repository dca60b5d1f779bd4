//! Who has signed which version.

use super::words::list;
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Publication, SignUp, SignUpStatus, VersionId};
use crate::site::Address;
use crate::theme::views::{
    AuthoritySignUpsView, PublicationSignUpsView, SignUpGroupView, SignUpRowView, SignUpsView,
};

/// Where an organisation stands towards the version that is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    SignedThis,
    SignedEarlier,
    Agreed,
    Invited,
    Withdrawn,
}

/// The groups in their order, with their titles and how one or several are counted.
const GROUPS: [(Standing, &str, &str, &str); 5] = [
    (
        Standing::SignedThis,
        "signed",
        "Signed this version",
        "signed this version",
    ),
    (
        Standing::SignedEarlier,
        "signed-earlier",
        "Signed an earlier version, and to be asked again",
        "signed an earlier version",
    ),
    (
        Standing::Agreed,
        "agreed",
        "Agreed to take part",
        "agreed to take part",
    ),
    (Standing::Invited, "invited", "Invited", "invited"),
    (Standing::Withdrawn, "withdrawn", "Withdrawn", "withdrawn"),
];

/// A signature on an older version never reads as one on this.
fn standing(row: &SignUp, shown: Option<&VersionId>) -> Standing {
    match row.status {
        SignUpStatus::Signed => {
            let this = match (&row.version, shown) {
                (Some(signed), Some(shown)) => signed.value == *shown,
                _ => false,
            };
            if this {
                Standing::SignedThis
            } else {
                Standing::SignedEarlier
            }
        }
        SignUpStatus::Agreed => Standing::Agreed,
        SignUpStatus::Invited => Standing::Invited,
        SignUpStatus::Withdrawn => Standing::Withdrawn,
    }
}

/// Who takes part; `None` where the publication has no register.
pub fn sign_ups(publication: &Publication, shown: Option<&VersionId>) -> Option<SignUpsView> {
    let rows = publication.sign_ups.as_ref()?;
    let groups: Vec<SignUpGroupView> = GROUPS
        .iter()
        .filter_map(|(group, sort, title, _)| {
            let mut rows: Vec<SignUpRowView> = rows
                .iter()
                .filter(|one| standing(one, shown) == *group)
                .map(|one| row(one, publication))
                .collect();
            rows.sort_by(|a, b| (&a.sector, &a.organisation).cmp(&(&b.sector, &b.organisation)));
            (!rows.is_empty()).then(|| SignUpGroupView {
                sort,
                title: (*title).to_owned(),
                rows,
            })
        })
        .collect();
    Some(SignUpsView {
        words: words(rows, shown),
        groups,
    })
}

/// "12 organisations: 5 signed this version, 3 invited and 1 withdrawn".
pub fn words(rows: &[SignUp], shown: Option<&VersionId>) -> String {
    let parts: Vec<String> = GROUPS
        .iter()
        .filter_map(|(group, _, _, words)| {
            let number = rows
                .iter()
                .filter(|one| standing(one, shown) == *group)
                .count();
            (number > 0).then(|| format!("{number} {words}"))
        })
        .collect();
    let all = super::words::count(rows.len(), "organisation");
    if parts.is_empty() {
        all
    } else {
        format!("{all}: {}", list(&parts))
    }
}

fn row(row: &SignUp, publication: &Publication) -> SignUpRowView {
    let organisation = publication
        .organisations
        .iter()
        .find(|one| one.slug == row.organisation.value);
    let mut standing = match row.status {
        SignUpStatus::Signed => "Signed".to_owned(),
        SignUpStatus::Agreed => "Agreed to take part".to_owned(),
        SignUpStatus::Invited => "Invited".to_owned(),
        SignUpStatus::Withdrawn => "Withdrawn".to_owned(),
    };
    if let Some(version) = &row.version {
        standing.push_str(&format!(
            " the version of {}",
            version.value.day().in_words()
        ));
    }
    if let Some(date) = row.date {
        standing.push_str(&format!(" on {}", date.in_words()));
    }
    SignUpRowView {
        organisation: organisation
            .map_or_else(|| row.organisation.value.clone(), |one| one.name.clone()),
        sector: organisation
            .map_or("Others", |one| one.sector.in_words())
            .to_owned(),
        standing,
        role: row.role.clone(),
        commitment: row.commitment.clone(),
    }
}

impl AuthorityPages<'_> {
    /// Who has signed what.
    pub(super) fn sign_ups(&self, at: &Address) -> DrawnView {
        let publications = self
            .site
            .publications
            .iter()
            .filter_map(|history| {
                let shown = history.offered()?;
                let version = shown.version.map(|one| &one.id);
                Some(PublicationSignUpsView {
                    id: history.slug.as_str().replace('/', "-"),
                    title: shown.publication.title().to_owned(),
                    href: self.link(at, &history.address(&self.home)),
                    version: match shown.version {
                        Some(version) => format!("Version of {}", version.day().in_words()),
                        None => "Draft".to_owned(),
                    },
                    sign_ups: sign_ups(shown.publication, version)?,
                })
            })
            .collect();
        DrawnView {
            template: "sign-ups.html",
            frame: self.frame(at, "Who has signed what", &[], Vec::new()),
            view: View::SignUps(AuthoritySignUpsView { publications }),
        }
    }
}
