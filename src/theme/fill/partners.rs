//! Partners across councils: who has signed what, everywhere.

use std::collections::{BTreeMap, BTreeSet};

use super::sign_ups::{commitment_label, counted, remark, row_in_words, succession};
use super::words::{Counted, count, sector};
use super::{DrawnView, NationPages, View};
use crate::model::{Sector, SignUp};
use crate::site::{Address, ShownOrganisation, SignUpSummary, Standing, Summary};
use crate::theme::Words;
use crate::theme::views::{
    LinkView, MatrixCellView, MatrixRowView, MatrixView, OrganisationLinkView,
    OrganisationNameView, OrganisationSectorView, OrganisationSignUpView, OrganisationView,
    OrganisationsView, SignatureView,
};

/// A sign-up, and the authority in whose register it stands.
type Entry<'s> = (&'s Summary, &'s SignUpSummary);

impl NationPages<'_> {
    fn sign_ups(&self) -> impl Iterator<Item = Entry<'_>> {
        self.summaries
            .iter()
            .flat_map(|authority| authority.sign_ups.iter().map(move |one| (authority, one)))
    }

    /// All organisations that any council names, by sector.
    pub(super) fn organisations(&self, at: &Address) -> DrawnView {
        let mut by_slug: BTreeMap<&str, Vec<Entry<'_>>> = BTreeMap::new();
        for entry in self.sign_ups() {
            let slug = entry.1.organisation.slug.as_str();
            by_slug.entry(slug).or_default().push(entry);
        }
        let mut sectors: BTreeMap<Sector, Vec<OrganisationLinkView>> = BTreeMap::new();
        for (slug, entries) in by_slug {
            let Some((_, first)) = entries.first() else {
                continue;
            };
            let page = Address::home().page("organisations").page(slug);
            let names = self.words().list(&names(&entries));
            sectors
                .entry(first.organisation.sector)
                .or_default()
                .push(OrganisationLinkView {
                    text: names,
                    href: self.link(at, &page),
                    words: standing_in_words(self.words(), entries.iter().map(|(_, one)| *one)),
                });
        }
        DrawnView {
            template: "organisations.html",
            frame: self.frame(at, &self.words().say("organisations-title"), Vec::new()),
            view: View::Organisations(OrganisationsView {
                matrix: LinkView {
                    text: self.words().say("organisations-to-matrix"),
                    href: self.link(at, &Address::home().page("sign-ups")),
                },
                sectors: sectors
                    .into_iter()
                    .map(|(one, mut organisations)| {
                        organisations.sort_by(|a, b| a.text.cmp(&b.text));
                        OrganisationSectorView {
                            id: one.word(),
                            title: sector(self.words(), one),
                            organisations,
                        }
                    })
                    .collect(),
            }),
        }
    }

    /// Everything that an organisation has signed, everywhere.
    pub(super) fn organisation(&self, at: &Address, slug: &str) -> Option<DrawnView> {
        let entries: Vec<Entry<'_>> = self
            .sign_ups()
            .filter(|(_, one)| one.organisation.slug == slug)
            .collect();
        let (_, first) = entries.first()?;
        let names = names(&entries);
        let above = vec![(
            self.words().say("organisations-title"),
            Address::home().page("organisations"),
        )];
        let title = names.first()?.clone();
        let mut said: Vec<OrganisationNameView> = Vec::new();
        for (_, one) in &entries {
            let view = self.name(at, &one.organisation);
            if !said.iter().any(|other| other.name == view.name) {
                said.push(view);
            }
        }
        // A body that others were merged into shows them.
        let mut before: Vec<LinkView> = self
            .sign_ups()
            .filter(|(_, one)| {
                let mut next = one.organisation.succeeded_by.iter();
                next.any(|(next, _)| next == slug)
            })
            .map(|(_, one)| LinkView {
                text: one.organisation.name.clone(),
                href: self.link(
                    at,
                    &Address::home()
                        .page("organisations")
                        .page(&one.organisation.slug),
                ),
            })
            .collect();
        before.sort_by(|a, b| a.text.cmp(&b.text));
        before.dedup_by(|a, b| a.href == b.href);
        let mut sign_ups: Vec<OrganisationSignUpView> = entries
            .iter()
            .map(|(authority, one)| self.signed(at, authority, one))
            .collect();
        sign_ups.sort_by(|a, b| {
            (&a.authority.text, &a.publication.text).cmp(&(&b.authority.text, &b.publication.text))
        });
        Some(DrawnView {
            template: "organisation.html",
            frame: self.frame(at, &title, above),
            view: View::Organisation(OrganisationView {
                words: standing_in_words(self.words(), entries.iter().map(|(_, one)| *one)),
                sector: sector(self.words(), first.organisation.sector),
                names: said,
                before,
                sign_ups,
            }),
        })
    }

    fn name(&self, at: &Address, one: &ShownOrganisation) -> OrganisationNameView {
        OrganisationNameView {
            name: one.name.clone(),
            organisation_type: one.organisation_type.clone(),
            website: one.website.clone(),
            succession: succession(self.words(), one),
            // A body that took over has a page if it is in a register itself.
            next: one
                .succeeded_by
                .iter()
                .filter(|(slug, _)| {
                    self.sign_ups()
                        .any(|(_, other)| other.organisation.slug == *slug)
                })
                .map(|(slug, name)| LinkView {
                    text: name.clone(),
                    href: self.link(at, &Address::home().page("organisations").page(slug)),
                })
                .collect(),
        }
    }

    fn signed(
        &self,
        at: &Address,
        authority: &Summary,
        one: &SignUpSummary,
    ) -> OrganisationSignUpView {
        OrganisationSignUpView {
            authority: LinkView {
                text: authority.name.clone(),
                href: self.link(at, &Address::home().page(&authority.slug)),
            },
            publication: LinkView {
                text: one.title.clone(),
                href: self.link(at, &one.address),
            },
            name: one.organisation.name.clone(),
            remark: remark(self.words(), &one.organisation),
            now: match &one.now {
                Some((standing, row)) => standing_of_row(self.words(), *standing, row),
                None => self.words().say("organisations-not-in-register"),
            },
            role: one
                .now
                .as_ref()
                .map(|(_, row)| row.role.clone())
                .unwrap_or_default(),
            commitment_label: one.now.as_ref().map_or_else(
                || self.words().say("organisations-remark"),
                |(_, row)| commitment_label(self.words(), row.status),
            ),
            commitment: one
                .now
                .as_ref()
                .map(|(_, row)| row.commitment.clone())
                .unwrap_or_default(),
            before: one
                .before
                .iter()
                .map(|(address, _, row)| SignatureView {
                    text: row_in_words(self.words(), row),
                    href: self.link(at, address),
                })
                .collect(),
        }
    }

    /// Authorities against sectors.
    pub(super) fn matrix(&self, at: &Address) -> DrawnView {
        let mut sectors: Vec<Sector> = self
            .sign_ups()
            .map(|(_, one)| one.organisation.sector)
            .collect();
        sectors.sort_unstable();
        sectors.dedup();
        let mut rows: Vec<MatrixRowView> = self
            .summaries
            .iter()
            .filter(|authority| !authority.has_ended)
            .filter(|authority| authority.sign_ups.iter().any(|one| one.now.is_some()))
            .map(|authority| MatrixRowView {
                authority: LinkView {
                    text: authority.short_name.clone(),
                    href: self.link(at, &Address::home().page(&authority.slug).page("sign-ups")),
                },
                cells: sectors
                    .iter()
                    .map(|sector| cell(self.words(), authority, *sector))
                    .collect(),
            })
            .collect();
        rows.sort_by(|a, b| a.authority.text.cmp(&b.authority.text));
        let mut without: Vec<String> = self
            .summaries
            .iter()
            .filter(|authority| !authority.has_ended)
            .filter(|authority| authority.sign_ups.iter().all(|one| one.now.is_none()))
            .map(|authority| authority.name.clone())
            .collect();
        without.sort();
        DrawnView {
            template: "sign-up-matrix.html",
            frame: self.frame(at, &self.words().say("organisations-matrix"), Vec::new()),
            view: View::Matrix(MatrixView {
                sectors: sectors
                    .iter()
                    .map(|one| sector(self.words(), *one))
                    .collect(),
                rows,
                without,
                organisations: LinkView {
                    text: self.words().say("organisations-all"),
                    href: self.link(at, &Address::home().page("organisations")),
                },
            }),
        }
    }
}

/// The names under which councils know an organisation, A to Z.
fn names(entries: &[Entry<'_>]) -> Vec<String> {
    let mut names: Vec<String> = entries
        .iter()
        .map(|(_, one)| one.organisation.name.clone())
        .collect();
    names.sort();
    names.dedup();
    names
}

/// "3 protocols: 2 signed this version and 1 invited".
fn standing_in_words<'s>(
    words: &Words,
    sign_ups: impl Iterator<Item = &'s SignUpSummary> + Clone,
) -> String {
    let parts: Vec<String> = Standing::ALL
        .iter()
        .filter_map(|standing| {
            let alike = sign_ups
                .clone()
                .filter(|one| one.now.as_ref().is_some_and(|(now, _)| now == standing));
            let number = alike.count();
            let message = match standing {
                Standing::SignedThis => "organisations-count-signed-this",
                Standing::SignedBeforeCorrection => "organisations-count-signed-before-correction",
                Standing::SignedEarlier => "organisations-count-signed-earlier",
                Standing::SignedAndCeased => "organisations-count-signed-and-ceased",
                other => return (number > 0).then(|| counted(words, *other, number)),
            };
            (number > 0).then(|| words.fill(message, [("count", number.into())]))
        })
        .collect();
    let documents: BTreeSet<&Address> = sign_ups.map(|one| &one.address).collect();
    let all = count(words, documents.len(), Counted::Documents);
    match parts.is_empty() {
        true => all,
        false => words.fill(
            "organisations-documents-and-standing",
            [
                ("documents", all.into()),
                ("standing", words.list(&parts).into()),
            ],
        ),
    }
}

/// "2 of 3 signed", and in words what the others did.
fn cell(words: &Words, authority: &Summary, sector: Sector) -> MatrixCellView {
    let now: Vec<Standing> = authority
        .sign_ups
        .iter()
        .filter(|one| one.organisation.sector == sector)
        .filter_map(|one| one.now.as_ref().map(|(standing, _)| *standing))
        .collect();
    let number = |of: &[Standing]| now.iter().filter(|one| of.contains(one)).count();
    let signed = number(&[Standing::SignedThis, Standing::SignedBeforeCorrection]);
    let earlier = number(&[Standing::SignedEarlier]);
    let ceased = number(&[Standing::SignedAndCeased]);
    let waiting = number(&[Standing::Agreed, Standing::Invited]);
    let withdrawn = number(&[Standing::Withdrawn]);
    let told = match now.len() {
        0 => words.say("organisations-none-named"),
        all => words.fill(
            "organisations-signed-of-all",
            [("signed", signed.into()), ("all", all.into())],
        ),
    };
    let mut more = Vec::new();
    for (number, message) in [
        (earlier, "organisations-more-earlier"),
        (ceased, "organisations-more-ceased"),
        (waiting, "organisations-more-waiting"),
        (withdrawn, "organisations-more-withdrawn"),
    ] {
        if number > 0 {
            more.push(words.fill(message, [("count", number.into())]));
        }
    }
    MatrixCellView {
        words: told,
        more: words.list(&more),
    }
}

/// "Signed the version of 1 July 2026 on 3 July 2026: the text as it is now".
fn standing_of_row(words: &Words, standing: Standing, row: &SignUp) -> String {
    let told = row_in_words(words, row);
    let message = match standing {
        Standing::SignedThis => "organisations-row-as-now",
        Standing::SignedBeforeCorrection => "organisations-row-before-correction",
        Standing::SignedEarlier => "organisations-row-earlier",
        Standing::SignedAndCeased | Standing::Agreed | Standing::Invited | Standing::Withdrawn => {
            return told;
        }
    };
    words.fill(message, [("row", told.into())])
}
