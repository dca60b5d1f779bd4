//! Who has signed which version.

use std::collections::BTreeMap;

use super::words::{Counted, count, sector};
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Sector, SignUp, SignUpStatus};
use crate::site::{
    Address, PublicationHistory, Shown, ShownOrganisation, Standing, shown_organisation, standing,
};
use crate::theme::Words;
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
fn title(words: &Words, standing: Standing) -> String {
    words.say(match standing {
        Standing::SignedThis => "sign-ups-signed-this",
        Standing::SignedBeforeCorrection => "sign-ups-signed-before-correction",
        Standing::SignedEarlier => "sign-ups-signed-earlier",
        Standing::SignedAndCeased => "sign-ups-signed-and-ceased",
        Standing::Agreed => "sign-ups-agreed",
        Standing::Invited => "sign-ups-invited",
        Standing::Withdrawn => "sign-ups-withdrawn",
    })
}

/// As it is counted: "5 signed this version".
pub fn counted(words: &Words, standing: Standing, number: usize) -> String {
    let message = match standing {
        Standing::SignedThis => "sign-ups-count-signed-this",
        Standing::SignedBeforeCorrection => "sign-ups-count-signed-before-correction",
        Standing::SignedEarlier => "sign-ups-count-signed-earlier",
        Standing::SignedAndCeased => "sign-ups-count-signed-and-ceased",
        Standing::Agreed => "sign-ups-count-agreed",
        Standing::Invited => "sign-ups-count-invited",
        Standing::Withdrawn => "sign-ups-count-withdrawn",
    };
    words.fill(message, [("count", number.into())])
}

/// "12 organisations: 5 signed this version, 3 invited and 1 withdrawn". `None` where the
/// publication has no register.
pub fn words(words: &Words, history: &PublicationHistory, shown: Shown<'_>) -> Option<String> {
    let rows = shown.publication.sign_ups.as_ref()?;
    let parts: Vec<String> = Standing::ALL
        .iter()
        .filter_map(|one| {
            let alike = rows
                .iter()
                .filter(|row| standing(row, history, shown) == *one);
            let number = alike.count();
            (number > 0).then(|| counted(words, *one, number))
        })
        .collect();
    let all = count(words, rows.len(), Counted::Organisations);
    Some(match parts.is_empty() {
        true => all,
        false => words.fill(
            "sign-ups-by-standing",
            [("all", all.into()), ("parts", words.list(&parts).into())],
        ),
    })
}

/// What a register says of an organisation: "Signed the version of 1 July 2026 on 3 July 2026".
pub fn row_in_words(words: &Words, row: &SignUp) -> String {
    let version = row.version.as_ref().map(|one| words.version(&one.value));
    let day = row.date.map(|day| words.day(day));
    match (version, day) {
        (Some(version), Some(day)) => words.fill(
            match row.status {
                SignUpStatus::Signed => "sign-ups-row-signed-version-day",
                SignUpStatus::Agreed => "sign-ups-row-agreed-version-day",
                SignUpStatus::Invited => "sign-ups-row-invited-version-day",
                SignUpStatus::Withdrawn => "sign-ups-row-withdrawn-version-day",
            },
            [("version", version.into()), ("day", day.into())],
        ),
        (Some(version), None) => words.fill(
            match row.status {
                SignUpStatus::Signed => "sign-ups-row-signed-version",
                SignUpStatus::Agreed => "sign-ups-row-agreed-version",
                SignUpStatus::Invited => "sign-ups-row-invited-version",
                SignUpStatus::Withdrawn => "sign-ups-row-withdrawn-version",
            },
            [("version", version.into())],
        ),
        (None, Some(day)) => words.fill(
            match row.status {
                SignUpStatus::Signed => "sign-ups-row-signed-day",
                SignUpStatus::Agreed => "sign-ups-row-agreed-day",
                SignUpStatus::Invited => "sign-ups-row-invited-day",
                SignUpStatus::Withdrawn => "sign-ups-row-withdrawn-day",
            },
            [("day", day.into())],
        ),
        (None, None) => words.say(match row.status {
            SignUpStatus::Signed => "sign-ups-row-signed",
            SignUpStatus::Agreed => "sign-ups-agreed",
            SignUpStatus::Invited => "sign-ups-invited",
            SignUpStatus::Withdrawn => "sign-ups-withdrawn",
        }),
    }
}

/// What stands before the words on its commitment.
pub fn commitment_label(words: &Words, status: SignUpStatus) -> String {
    words.say(match status {
        SignUpStatus::Signed | SignUpStatus::Agreed => "sign-ups-undertaken",
        SignUpStatus::Invited | SignUpStatus::Withdrawn => "sign-ups-remark",
    })
}

/// "one of its children’s homes": a home that is named by its provider only.
pub fn remark(words: &Words, organisation: &ShownOrganisation) -> Option<String> {
    organisation.remark.map(|_| words.say("sign-ups-one-home"))
}

/// "It ceased on 1 July 2022. Exampleshire Health took over from it." `None` where it stands.
pub fn succession(words: &Words, organisation: &ShownOrganisation) -> Option<String> {
    let ceased = organisation
        .ceased
        .map(|day| words.fill("sign-ups-ceased", [("day", words.day(day).into())]));
    let names: Vec<String> = organisation
        .succeeded_by
        .iter()
        .map(|(_, name)| name.clone())
        .collect();
    let next = (!names.is_empty()).then(|| {
        words.fill(
            "sign-ups-succeeded",
            [("organisation", words.list(&names).into())],
        )
    });
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
                    title: title(self.words(), *group),
                    sectors,
                })
            })
            .collect();
        Some(SignUpsView {
            words: words(self.words(), history, shown)?,
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
            let of = organisation.sector;
            let view = self.sign_up_row(at, row, organisation);
            sectors.entry(of).or_default().push(view);
        }
        sectors
            .into_iter()
            .map(|(of, mut rows)| {
                rows.sort_by(|a, b| a.organisation.text.cmp(&b.organisation.text));
                SignUpSectorView {
                    title: self.words().fill(
                        "sign-ups-sector-with-count",
                        [
                            ("sector", sector(self.words(), of).into()),
                            ("count", rows.len().into()),
                        ],
                    ),
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
            standing: row_in_words(self.words(), row),
            succession: succession(self.words(), &organisation),
            remark: remark(self.words(), &organisation),
            organisation: LinkView {
                href: self.link(at, &page),
                text: organisation.name,
            },
            role: row.role.clone(),
            commitment_label: commitment_label(self.words(), row.status),
            commitment: row.commitment.clone(),
        }
    }

    /// Who has signed what.
    pub(super) fn sign_ups(&self, at: &Address) -> DrawnView {
        let words = self.words();
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
                        Some(version) => words.fill(
                            "sign-ups-version-of",
                            [("version", words.version(&version.id).into())],
                        ),
                        None => words.say("sign-ups-draft"),
                    },
                    sign_ups: self.sign_ups_of(at, history, shown)?,
                })
            })
            .collect();
        DrawnView {
            template: "sign-ups.html",
            frame: self.frame(at, &words.say("sign-ups-title"), &[], Vec::new()),
            view: View::SignUps(AuthoritySignUpsView {
                publications,
                national: LinkView {
                    text: words.say("sign-ups-all-councils"),
                    href: self.link(at, &Address::home().page("sign-ups")),
                },
            }),
        }
    }
}
