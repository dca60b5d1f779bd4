//! Who has signed which version.

use std::collections::BTreeMap;

use super::words::{count, list};
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Sector, SignUp, SignUpStatus};
use crate::site::{
    Address, PublicationHistory, Shown, ShownOrganisation, Standing, shown_organisation, standing,
};
use crate::theme::views::{
    AuthoritySignUpsView, LinkView, PublicationSignUpsView, SignUpGroupView, SignUpRowView,
    SignUpSectorView, SignUpsView,
};

/// For ids: `signed`, `signed-earlier`.
fn sort(standing: Standing) -> &'static str {
    match standing {
        Standing::SignedThis => "signed",
        Standing::SignedBeforeCorrection => "signed-before-correction",
        Standing::SignedEarlier => "signed-earlier",
        Standing::SignedAndCeased => "signed-and-ceased",
        Standing::Agreed => "agreed",
        Standing::Invited => "invited",
        Standing::Withdrawn => "withdrawn",
    }
}

/// The heading over organisations that stand alike.
fn title(standing: Standing) -> &'static str {
    match standing {
        Standing::SignedThis => "Signed this version",
        Standing::SignedBeforeCorrection => {
            "Signed this version, before mistakes in it were mended"
        }
        Standing::SignedEarlier => "Signed an earlier version, and to be asked again",
        Standing::SignedAndCeased => "Signed by a body that is no more",
        Standing::Agreed => "Agreed to take part",
        Standing::Invited => "Invited",
        Standing::Withdrawn => "Withdrawn",
    }
}

/// As it is counted: "5 signed this version".
pub fn counted(standing: Standing) -> &'static str {
    match standing {
        Standing::SignedThis => "signed this version",
        Standing::SignedBeforeCorrection => "signed it before it was corrected",
        Standing::SignedEarlier => "signed an earlier version",
        Standing::SignedAndCeased => "signed by a body that is no more",
        Standing::Agreed => "agreed to take part",
        Standing::Invited => "invited",
        Standing::Withdrawn => "withdrawn",
    }
}

/// "12 organisations: 5 signed this version, 3 invited and 1 withdrawn". `None` where the
/// publication has no register.
pub fn words(history: &PublicationHistory, shown: Shown<'_>) -> Option<String> {
    let rows = shown.publication.sign_ups.as_ref()?;
    let parts: Vec<String> = Standing::ALL
        .iter()
        .filter_map(|one| {
            let alike = rows
                .iter()
                .filter(|row| standing(row, history, shown) == *one);
            let number = alike.count();
            (number > 0).then(|| format!("{number} {}", counted(*one)))
        })
        .collect();
    let all = count(rows.len(), "organisation");
    Some(match parts.is_empty() {
        true => all,
        false => format!("{all}: {}", list(&parts)),
    })
}

/// What a register says of an organisation: "Signed the version of 1 July 2026 on 3 July 2026".
pub fn row_in_words(row: &SignUp) -> String {
    let mut words = match row.status {
        SignUpStatus::Signed => "Signed".to_owned(),
        SignUpStatus::Agreed => "Agreed to take part".to_owned(),
        SignUpStatus::Invited => "Invited".to_owned(),
        SignUpStatus::Withdrawn => "Withdrawn".to_owned(),
    };
    let version = row.version.as_ref().map(|version| version.value.in_words());
    let is_signed = row.status == SignUpStatus::Signed;
    if let (Some(version), true) = (&version, is_signed) {
        words.push_str(&format!(" the version of {version}"));
    }
    if let Some(date) = row.date {
        words.push_str(&format!(" on {}", date.in_words()));
    }
    if let (Some(version), false) = (&version, is_signed) {
        words.push_str(&format!(" (version of {version})"));
    }
    words
}

/// What stands before the words on its commitment.
pub fn commitment_label(status: SignUpStatus) -> &'static str {
    match status {
        SignUpStatus::Signed | SignUpStatus::Agreed => "What it has undertaken",
        SignUpStatus::Invited | SignUpStatus::Withdrawn => "Remark",
    }
}

/// "It ceased on 1 July 2022. Exampleshire Health took over from it." `None` where it stands.
pub fn succession(organisation: &ShownOrganisation) -> Option<String> {
    let ceased = organisation
        .ceased
        .map(|day| format!("This body ceased on {}.", day.in_words()));
    let names: Vec<String> = organisation
        .succeeded_by
        .iter()
        .map(|(_, name)| name.clone())
        .collect();
    let next = (!names.is_empty()).then(|| format!("{} took over from it.", list(&names)));
    let parts: Vec<String> = ceased.into_iter().chain(next).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

impl AuthorityPages<'_> {
    /// Who takes part, by where they stand and by sector; `None` where there is no register.
    pub(super) fn sign_ups_of(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
    ) -> Option<SignUpsView> {
        let rows = shown.publication.sign_ups.as_ref()?;
        let groups = Standing::ALL
            .iter()
            .filter_map(|group| {
                let alike = rows
                    .iter()
                    .filter(|row| standing(row, history, shown) == *group);
                let sectors = self.by_sector(at, shown, alike);
                (!sectors.is_empty()).then(|| SignUpGroupView {
                    sort: sort(*group),
                    title: title(*group).to_owned(),
                    sectors,
                })
            })
            .collect();
        Some(SignUpsView {
            words: words(history, shown)?,
            groups,
        })
    }

    fn by_sector<'r>(
        &self,
        at: &Address,
        shown: Shown<'_>,
        rows: impl Iterator<Item = &'r SignUp>,
    ) -> Vec<SignUpSectorView> {
        let mut sectors: BTreeMap<Sector, Vec<SignUpRowView>> = BTreeMap::new();
        for row in rows {
            let organisation = shown_organisation(shown.publication, &row.organisation.value);
            let sector = organisation.sector;
            let view = self.sign_up_row(at, row, organisation);
            sectors.entry(sector).or_default().push(view);
        }
        sectors
            .into_iter()
            .map(|(sector, mut rows)| {
                rows.sort_by(|a, b| a.organisation.text.cmp(&b.organisation.text));
                SignUpSectorView {
                    title: format!("{} ({})", sector.in_words(), rows.len()),
                    rows,
                }
            })
            .collect()
    }

    fn sign_up_row(
        &self,
        at: &Address,
        row: &SignUp,
        organisation: ShownOrganisation,
    ) -> SignUpRowView {
        let page = Address::home()
            .page("organisations")
            .page(&organisation.slug);
        SignUpRowView {
            standing: row_in_words(row),
            succession: succession(&organisation),
            organisation: LinkView {
                href: self.link(at, &page),
                text: organisation.name,
            },
            remark: organisation.remark,
            role: row.role.clone(),
            commitment_label: commitment_label(row.status),
            commitment: row.commitment.clone(),
        }
    }

    /// Who has signed what.
    pub(super) fn sign_ups(&self, at: &Address) -> DrawnView {
        let publications = self
            .site
            .publications
            .iter()
            .filter_map(|history| {
                let shown = history.offered()?;
                Some(PublicationSignUpsView {
                    id: history.slug.as_str().replace('/', "-"),
                    title: shown.publication.title().to_owned(),
                    href: self.link(at, &history.address(&self.home)),
                    version: match shown.version {
                        Some(version) => format!("Version of {}", version.in_words()),
                        None => "Draft".to_owned(),
                    },
                    sign_ups: self.sign_ups_of(at, history, shown)?,
                })
            })
            .collect();
        DrawnView {
            template: "sign-ups.html",
            frame: self.frame(at, "Who has signed what", &[], Vec::new()),
            view: View::SignUps(AuthoritySignUpsView {
                publications,
                national: LinkView {
                    text: "All councils, by sector".to_owned(),
                    href: self.link(at, &Address::home().page("sign-ups")),
                },
            }),
        }
    }
}
