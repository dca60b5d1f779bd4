//! An authority's home, updates, feed and decisions.

use super::decision::taken_by;
use super::status::fact;
use super::words::{Counted, count, review, update_sort};
use super::{AuthorityPages, DrawnView, View};
use crate::model::AuthorityType;
use crate::site::{
    Address, Nearness, PublicationHistory, UpdateSummary, dropped_actions, nearness,
    tracked_actions, updates,
};
use crate::theme::Words;
use crate::theme::views::{
    AuthorityView, CountedLinkView, DecisionCardView, DecisionsView, LinkView, PublicationCardView,
    UpdateView, UpdatesView,
};

/// How many updates an authority's home shows.
const NEWEST: usize = 5;

impl AuthorityPages<'_> {
    pub(super) fn authority(&self, at: &Address) -> DrawnView {
        let authority = &self.site.authority;
        let mut cards: Vec<PublicationCardView> = self
            .site
            .publications
            .iter()
            .filter(|history| !history.is_decision())
            .filter_map(|history| self.card(at, history))
            .collect();
        cards.sort_by(|a, b| (&a.kind, &a.title).cmp(&(&b.kind, &b.title)));
        let reviews = self
            .site
            .publications
            .iter()
            .filter(|_| !self.site.has_ended())
            .filter(|history| !history.is_decision() && self.is_due_soon(history))
            .filter_map(|history| self.card(at, history))
            .collect();
        let decisions = self
            .site
            .publications
            .iter()
            .filter(|one| one.is_decision())
            .count();
        let registers = self
            .site
            .publications
            .iter()
            .filter_map(PublicationHistory::shown)
            .filter(|shown| shown.publication.sign_ups.is_some())
            .count();
        let words = self.words();
        let counted = |text: String, page: &str, count: usize| {
            (count > 0).then(|| CountedLinkView {
                text,
                href: self.link(at, &self.home.page(page)),
                count,
            })
        };
        let link = |text: String, page: &str| LinkView {
            text,
            href: self.link(at, &self.home.page(page)),
        };
        let mut newest = updates(self.site);
        newest.truncate(NEWEST);
        let view = AuthorityView {
            slug: authority.slug.to_string(),
            words: kind_of_authority(words, authority.authority_type, &authority.code.value),
            publications: cards,
            reviews,
            updates: newest.iter().map(|one| self.update(at, one)).collect(),
            supports: counted(
                words.say("authority-supports-everything"),
                "supports",
                self.site.supports().len(),
            ),
            ways: self.ways(at),
            decisions: counted(words.say("authority-decisions"), "decisions", decisions),
            sign_ups: counted(words.say("authority-sign-ups"), "sign-ups", registers),
            actions: counted(
                words.say("authority-actions"),
                "actions",
                // Where nothing is left in any plan, what was dropped is still told.
                match tracked_actions(self.site).len() {
                    0 => dropped_actions(self.site).len(),
                    number => number,
                },
            ),
            all_reviews: link(words.say("authority-all-reviews"), "reviews"),
            predecessors: self
                .site
                .predecessors
                .iter()
                .map(|one| LinkView {
                    text: one.name.clone(),
                    href: self.link(at, &Address::home().page(one.slug.as_str())),
                })
                .collect(),
            coverage: link(words.say("authority-coverage"), "coverage"),
            as_at: link(words.say("authority-as-at"), "as-at"),
            record: link(words.say("authority-record"), "record"),
            all_updates: link(words.say("authority-all-updates"), "updates"),
            feed: LinkView {
                text: words.say("authority-feed"),
                href: self.link(at, &self.home.file("feed.xml")),
            },
            contact: self.contact(),
        };
        let mut frame = self.frame(at, &authority.name, &[], Vec::new());
        if !self.site.has_ended() {
            frame.document_title = format!("{} – {}", authority.name, self.context.settings.title);
        }
        frame.structured = Some(self.structured_authority());
        DrawnView {
            template: "authority.html",
            frame,
            view: View::Authority(view),
        }
    }

    pub(super) fn contact(&self) -> Vec<crate::theme::views::FactView> {
        let authority = &self.site.authority;
        let words = self.words();
        let mut facts = Vec::new();
        facts.extend(authority.contact.email.as_ref().map(|text| {
            let mut one = fact(words.say("authority-email"), text);
            one.href = Some(format!("mailto:{text}"));
            one
        }));
        facts.extend(
            authority
                .contact
                .phone
                .as_ref()
                .map(|text| fact(words.say("authority-phone"), text)),
        );
        facts.extend(
            authority
                .contact
                .address
                .as_ref()
                .map(|text| fact(words.say("authority-post"), text)),
        );
        facts.extend(authority.website.as_ref().map(|text| {
            let mut one = fact(words.say("authority-website"), text);
            one.href = Some(text.clone());
            one
        }));
        facts
    }

    fn card(&self, at: &Address, history: &PublicationHistory) -> Option<PublicationCardView> {
        let shown = history.offered()?;
        let kind = self.context.kinds.get(&shown.publication.kind.value);
        let due = history.review_due(shown, self.context.kinds);
        let (review, is_overdue) = review(self.words(), due, self.site.as_at);
        Some(PublicationCardView {
            title: shown.publication.title().to_owned(),
            href: self.link(at, &history.address(&self.home)),
            kind: kind.map_or_else(
                || shown.publication.kind.value.clone(),
                |one| one.label.clone(),
            ),
            summary: shown.publication.control.summary.clone(),
            dates: dates(self.words(), history),
            review,
            is_overdue,
            is_draft: history.versions.is_empty(),
        })
    }

    fn is_due_soon(&self, history: &PublicationHistory) -> bool {
        let Some(shown) = history.offered() else {
            return false;
        };
        let due = history.review_due(shown, self.context.kinds);
        matches!(
            nearness(due, self.site.as_at),
            Nearness::Overdue | Nearness::Soon
        )
    }

    pub(super) fn update(&self, at: &Address, one: &UpdateSummary) -> UpdateView {
        let authority = &self.site.authority.short_name;
        update(self.words(), one, authority, &|to| self.link(at, to))
    }

    pub(super) fn updates(&self, at: &Address) -> DrawnView {
        let all = updates(self.site);
        DrawnView {
            template: "updates.html",
            frame: self.frame(at, &self.words().say("authority-updates"), &[], Vec::new()),
            view: View::Updates(UpdatesView {
                updates: all.iter().map(|one| self.update(at, one)).collect(),
                feed: LinkView {
                    text: self.words().say("authority-updates-follow"),
                    href: self.link(at, &self.home.file("feed.xml")),
                },
            }),
        }
    }

    pub(super) fn decisions(&self, at: &Address) -> DrawnView {
        let words = self.words();
        let mut dated = Vec::new();
        for history in self
            .site
            .publications
            .iter()
            .filter(|one| one.is_decision())
        {
            let Some(shown) = history.offered() else {
                continue;
            };
            let decision = shown.publication.decision.as_ref();
            let card = DecisionCardView {
                title: shown.publication.title().to_owned(),
                href: self.link(at, &history.address(&self.home)),
                date: decision.map(|one| words.day(one.date)).unwrap_or_default(),
                taken_by: decision
                    .map(|one| {
                        words.fill(
                            "authority-decision-taken-by",
                            [
                                ("body", (&one.body).into()),
                                ("sort", taken_by(words, one.taken_by.value).into()),
                            ],
                        )
                    })
                    .unwrap_or_default(),
                outcome: decision.and_then(|one| one.outcome.clone()),
                approved: self.approved_by(at, history),
            };
            dated.push((decision.map(|one| one.date), card));
        }
        dated.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.title.cmp(&other.title)));
        DrawnView {
            template: "decisions.html",
            frame: self.frame(at, &words.say("authority-decisions"), &[], Vec::new()),
            view: View::Decisions(DecisionsView {
                decisions: dated.into_iter().map(|(_, card)| card).collect(),
            }),
        }
    }
}

/// An update as lists show it.
pub(super) fn update(
    words: &Words,
    one: &UpdateSummary,
    authority: &str,
    link: &dyn Fn(&Address) -> String,
) -> UpdateView {
    let day = one.published.day();
    UpdateView {
        title: one.title.clone(),
        authority: authority.to_owned(),
        version_href: link(&one.version),
        change_href: one.change.as_ref().map(link),
        day: words.day(day),
        day_machine: day.to_string(),
        class: update_sort(words, one.sort),
        note: one.note.clone(),
    }
}

/// "Published 2 February 2026, last updated 1 July 2026".
fn dates(words: &Words, history: &PublicationHistory) -> String {
    match (history.versions.first(), history.versions.last()) {
        (Some(first), Some(last)) if first.id != last.id => words.fill(
            "authority-published-and-updated",
            [
                ("first", words.day(first.day()).into()),
                ("last", words.day(last.day()).into()),
                (
                    "versions",
                    count(words, history.versions.len(), Counted::Versions).into(),
                ),
            ],
        ),
        (Some(first), _) => words.fill(
            "authority-published",
            [("day", words.day(first.day()).into())],
        ),
        _ => words.say("authority-not-published"),
    }
}

/// "County council, code E10000017".
fn kind_of_authority(words: &Words, authority_type: AuthorityType, code: &str) -> String {
    let sort = words.say(match authority_type {
        AuthorityType::County => "authority-county",
        AuthorityType::Unitary => "authority-unitary",
        AuthorityType::Metropolitan => "authority-metropolitan",
        AuthorityType::London => "authority-london",
    });
    match code.is_empty() {
        true => sort,
        false => words.fill(
            "authority-sort-and-code",
            [("sort", sort.into()), ("code", code.into())],
        ),
    }
}
