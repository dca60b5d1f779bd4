//! Who answers for a publication, and who was asked about it.

use super::AuthorityPages;
use super::publication::address_of;
use super::status::fact;
use crate::model::Publication;
use crate::site::{Address, Shown};
use crate::theme::views::{FactView, SpokenFactView};

impl AuthorityPages<'_> {
    /// Owner, contact, approval, consultation.
    pub(super) fn facts(
        &self,
        at: &Address,
        shown: Shown<'_>,
        base: &Address,
    ) -> Vec<SpokenFactView> {
        let control = &shown.publication.control;
        let language = self.language_of_publication(shown.publication);
        let words = self.words();
        // What the theme says within a text of the council is in the language of that text.
        let within = self.context.words_in(&language);
        let mut facts = Vec::new();
        let mut add = |label: String, text: &Option<String>| {
            facts.extend(text.as_ref().map(|text| fact(label, text)));
        };
        add(words.say("publication-contact"), &control.contact);
        add(words.say("publication-owner"), &control.owner);
        add(words.say("publication-sponsor"), &control.sponsor);
        add(words.say("publication-reach"), &control.reach);
        add(words.say("publication-supersedes"), &control.supersedes);
        if let Some(consultation) = &control.consultation {
            let mut parts = Vec::new();
            if !consultation.who.is_empty() {
                parts.push(within.list(&consultation.who));
            }
            match (consultation.from, consultation.to) {
                (Some(from), Some(to)) => parts.push(within.fill(
                    "publication-from-to",
                    [
                        ("from", within.day(from).into()),
                        ("to", within.day(to).into()),
                    ],
                )),
                (Some(day), None) | (None, Some(day)) => parts.push(within.day(day)),
                (None, None) => {}
            }
            facts.push(fact(words.say("publication-asked"), parts.join(", ")));
            if let Some(report) = &consultation.report {
                facts.push(self.report(at, shown.publication, base, &report.value));
            }
        }
        facts
            .into_iter()
            .map(|fact| SpokenFactView::quoting(fact, &language))
            .collect()
    }

    /// The report on a consultation: a page of the publication, or a web address.
    fn report(
        &self,
        at: &Address,
        publication: &Publication,
        base: &Address,
        named: &str,
    ) -> FactView {
        let page = publication
            .pages
            .iter()
            .find(|page| page.name == named.trim_end_matches(".md"));
        let is_file = publication.attachments.iter().any(|one| one.path == named);
        let within = self
            .context
            .words_in(&self.language_of_publication(publication));
        FactView {
            label: self.words().say("publication-answers"),
            text: page.map_or_else(
                || within.say("publication-report"),
                |page| page.title.clone(),
            ),
            href: Some(match page {
                Some(page) => self.link(at, &address_of(base, page)),
                // Where it can be had by this name, whatever version is shown.
                None if is_file => {
                    self.link(at, &self.home.page(publication.slug.as_str()).file(named))
                }
                None => named.to_owned(),
            }),
        }
    }
}
