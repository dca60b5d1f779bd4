//! All of a publication on one page, all its versions, and what is gone from it.

use super::changes::summary;
use super::frame::{say_first, tell};
use super::status::fact;
use super::words::{class, moment};
use super::{AuthorityPages, DrawnView, View, sign_ups};
use crate::changes::compare;
use crate::model::Version;
use crate::site::{Address, BodyPlace, Edition, PublicationHistory, Shown, relink};
use crate::theme::views::{
    BannerView, GoneView, LinkView, PrintView, PrintedPageView, VersionRowView, VersionsView,
};

impl AuthorityPages<'_> {
    pub(super) fn print(&self, at: &Address, publication: usize) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = history.shown()?;
        let base = history.address(&self.home);
        let title = shown.publication.title();
        let words = self.words();
        let mut frame = self.publication_frame(at, history, shown, Edition::Shown, title, false);
        frame.no_index = true;
        // A draft says so before anything else.
        let draft = format!("{}: ", words.say("status-draft"));
        let printed = words.say("publication-print-first");
        frame.document_title = match frame.document_title.strip_prefix(&draft) {
            Some(rest) => format!("{draft}{printed}: {rest}"),
            None => format!("{printed}: {}", frame.document_title),
        };
        tell(&mut frame, self.banner(at, history, Edition::Shown, &base));
        frame.canonical = base.full(&self.context.settings.base_url);
        frame.exit_this_page = self.exits_from_any(shown.publication);
        let page = self.page_view(at, history, shown, Edition::Shown, &base);
        let language = self.language_of_publication(shown.publication);
        let pages = shown.publication.pages.iter().map(|page| PrintedPageView {
            id: page.name.clone(),
            title: page.title.clone(),
            language: page
                .language
                .as_deref()
                .map_or_else(|| language.clone(), |own| self.as_marked(own)),
            is_first: page.name == "index",
            html: relink(
                &page.body.html,
                at,
                BodyPlace::Print {
                    publication: shown.publication,
                    page: &page.name,
                },
                self.context.settings.link_style,
                &self.words().say("phrases-table"),
            ),
        });
        Some(DrawnView {
            template: "print.html",
            frame,
            view: View::Print(PrintView {
                publication: self.head(at, shown, &base),
                status: page.status,
                facts: self.facts(at, shown, &base),
                decision: self.decision_view(at, history, shown.publication),
                pages: pages.collect(),
                sign_ups: page.sign_ups,
                sign_ups_in_text: page.sign_ups_in_text,
                actions: page.actions,
                overdue_in_text: page.overdue_in_text,
            }),
        })
    }

    pub(super) fn versions(&self, at: &Address, publication: usize) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = history.shown()?;
        let base = history.address(&self.home);
        let words = self.words();
        let mut above = Vec::new();
        if history.is_decision() {
            above.push((
                words.say("publication-decisions"),
                self.home.page("decisions"),
            ));
        }
        let name = shown.publication.title();
        above.push((name.to_owned(), base.clone()));
        let mut frame = self.frame(at, &words.say("versions-title"), &[name], above);
        self.tell_ended(&mut frame, at, history);
        frame.no_index |= history.ended().is_some();
        frame.exit_this_page = self.exits_from_any(shown.publication);
        let versions = history
            .versions
            .iter()
            .enumerate()
            .rev()
            .map(|(number, version)| self.version_row(at, history, number, version))
            .collect();
        Some(DrawnView {
            template: "versions.html",
            frame,
            view: View::Versions(VersionsView {
                publication: self.head(at, shown, &base),
                versions,
            }),
        })
    }

    fn version_row(
        &self,
        at: &Address,
        history: &PublicationHistory,
        number: usize,
        version: &Version,
    ) -> VersionRowView {
        let words = self.words();
        let before = number
            .checked_sub(1)
            .and_then(|at| history.versions.get(at));
        let mut facts = Vec::new();
        facts.extend(
            version
                .because
                .as_ref()
                .map(|because| fact(words.say("versions-because"), because)),
        );
        facts.extend(self.stated(version));
        let applies = history.applies_from(version);
        if applies != version.day() {
            facts.push(fact(words.say("status-in-force-from"), words.day(applies)));
        }
        facts.extend(
            version
                .approved_by
                .as_ref()
                .map(|one| self.approval_fact(at, one)),
        );
        if let Some(consultation) = &version.publication.control.consultation
            && !consultation.who.is_empty()
        {
            facts.push(fact(
                words.say("publication-asked"),
                words.list(&consultation.who),
            ));
        }
        if version.published_basis == crate::model::PublishedBasis::Recorded {
            facts.push(fact(
                words.say("versions-recorded"),
                moment(words, version.recorded),
            ));
        }
        facts.extend(self.seal_facts(at, history, version));
        facts.extend(self.coverage_fact(at, history, number));
        for given in history.withheld(&version.id) {
            facts.push(fact(
                words.say("versions-part-withheld"),
                given.notice.reason.clone(),
            ));
        }
        VersionRowView {
            id: version.id.to_string(),
            day: words.version(&version.id),
            href: self.link(at, &history.version_address(&self.home, &version.id)),
            change_href: self.change_href(at, history, Some(version)),
            change_words: before
                .map(|before| {
                    let change = compare(&before.publication, &version.publication, self.words());
                    summary(words, &change)
                })
                .unwrap_or_default(),
            class: class(words, version.class, version.previous.is_none()),
            is_latest: number + 1 == history.versions.len() && history.ended().is_none(),
            note: version.note.clone(),
            facts,
            sign_ups: sign_ups::words(
                words,
                history,
                Shown {
                    publication: &version.publication,
                    version: Some(version),
                },
            ),
        }
    }

    pub(super) fn gone(
        &self,
        at: &Address,
        publication: usize,
        version: usize,
        title: &str,
        last: &Address,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = history.shown()?;
        let version = history.versions.get(version)?;
        let base = history.address(&self.home);
        let name = shown.publication.title();
        let words = self.words();
        let mut frame = self.frame(at, title, &[name], vec![(name.to_owned(), base.clone())]);
        frame.no_index = true;
        say_first(&mut frame, &words.say("versions-gone-label"));
        frame.exit_this_page = self.exits_from_any(shown.publication);
        frame.banners = vec![BannerView {
            sort: "gone",
            label: words.say("versions-gone-label"),
            text: words.fill(
                "versions-gone",
                [("title", title.into()), ("publication", name.into())],
            ),
            links: vec![LinkView {
                text: words.fill("versions-gone-read-now", [("publication", name.into())]),
                href: self.link(at, &base),
            }],
        }];
        Some(DrawnView {
            template: "gone.html",
            frame,
            view: View::Gone(GoneView {
                publication: self.head(at, shown, &base),
                title: title.to_owned(),
                last: LinkView {
                    text: words.fill(
                        "versions-as-it-was",
                        [("version", words.version(&version.id).into())],
                    ),
                    href: self.link(at, last),
                },
            }),
        })
    }
}
