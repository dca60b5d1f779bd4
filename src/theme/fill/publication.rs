//! Pages of a publication: in its latest version, in old ones, as a draft.

use super::frame::{say_first, tell};
use super::record::notice_label;
use super::words::{alternate, direction, file};
use super::{AuthorityPages, DrawnView, View};
use crate::model::{Alternate, Attachment, Page, Publication};
use crate::site::{Address, BodyPlace, Edition, PublicationHistory, Shown, relink};
use crate::theme::views::{
    AlternateLinkView, AttachmentView, BannerView, FrameView, LinkView, PageLinkView,
    PublicationHeadView, PublicationPageView,
};

/// A page is long enough for a list of its contents from this many headings on.
const CONTENTS_FROM: usize = 3;

impl<'a> AuthorityPages<'a> {
    /// Where a form of a publication stands.
    fn base(&self, history: &PublicationHistory, edition: Edition) -> Address {
        let version = match edition {
            Edition::Shown => None,
            Edition::Version(at) => history.versions.get(at),
        };
        match version {
            Some(version) => history.version_address(&self.home, &version.id),
            None => history.address(&self.home),
        }
    }

    /// A body for the page that shows it.
    fn body(
        &self,
        at: &Address,
        html: &str,
        base: &Address,
        publication: &Publication,
        edition: Edition,
    ) -> String {
        let place = match edition {
            Edition::Shown => BodyPlace::Own {
                publication: Some(publication),
            },
            Edition::Version(_) => BodyPlace::Version { base, publication },
        };
        relink(
            html,
            at,
            place,
            self.context.settings.link_style,
            &self.words().say("phrases-table"),
        )
    }

    pub(super) fn page(
        &self,
        at: &Address,
        publication: usize,
        edition: Edition,
        page: usize,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = self.edition(history, edition)?;
        let one = shown.publication.pages.get(page)?;
        let base = self.base(history, edition);
        let own = address_of(&history.address(&self.home), one);
        let is_first = one.name == "index";
        let mut frame = self.publication_frame(at, history, shown, edition, &one.title, is_first);
        tell(&mut frame, self.banner(at, history, edition, &own));
        self.tell_overdue(&mut frame, history, shown, edition);
        if is_first && edition == Edition::Shown {
            frame.structured = self.structured_publication(history, shown);
        }
        frame.description = match is_first {
            true => Some(shown.publication.control.summary.clone()),
            false => one.summary.clone(),
        };
        frame.exit_this_page = self.exits(shown.publication, one.exit_this_page);
        set_language(&mut frame, one.language.as_deref());
        frame.canonical = own.full(&self.context.settings.base_url);
        let mut view = self.page_view(at, history, shown, edition, &base);
        view.is_first = is_first;
        view.html = self.body(at, &one.body.html, &base, shown.publication, edition);
        view.contents = contents(one);
        self.set_recorded(&mut view, at, history, shown, edition, &one.name);
        if is_first {
            view.facts = self.facts(at, shown, &base);
            view.decision = self.decision_view(at, history, shown.publication);
            match edition {
                Edition::Shown => view.supports_link = self.supports_link(at, shown.publication),
                Edition::Version(_) => {
                    view.supports = self.supports_then(at, shown.publication, &base);
                }
            }
        }
        let pages = &shown.publication.pages;
        view.pages = self.page_links(at, shown.publication, &base, Some(page));
        let near = |page: &Page| self.page_link(at, shown.publication, page, &base);
        view.previous = page.checked_sub(1).and_then(|at| pages.get(at)).map(near);
        view.next = pages.get(page + 1).map(near);
        view.alternates = self.alternate_links(at, history, shown, &base, &one.name);
        if !shows_register(&one.body.html, "actions") {
            view.overdue_in_text.clear();
        }
        if !is_first {
            view.sign_ups = None;
            view.actions = Vec::new();
            view.attachments = Vec::new();
        }
        Some(DrawnView {
            template: "publication-page.html",
            frame,
            view: View::Publication(view),
        })
    }

    pub(super) fn alternate(
        &self,
        at: &Address,
        publication: usize,
        edition: Edition,
        alternate_at: usize,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let shown = self.edition(history, edition)?;
        let one = shown.publication.alternates.get(alternate_at)?;
        let base = self.base(history, edition);
        let of = shown
            .publication
            .pages
            .iter()
            .find(|page| page.name == one.of);
        let own = of.map_or_else(
            || history.address(&self.home),
            |page| address_of(&history.address(&self.home), page).page(one.form.suffix()),
        );
        let mut frame = self.publication_frame(at, history, shown, edition, &one.title, false);
        tell(&mut frame, self.banner(at, history, edition, &own));
        self.tell_overdue(&mut frame, history, shown, edition);
        if let Some(late) = self.late_banner(at, history, shown, one, &base, of) {
            say_first(&mut frame, &self.words().say("publication-out-of-date"));
            frame.banners.push(late);
        }
        frame.exit_this_page =
            self.exits(shown.publication, of.and_then(|page| page.exit_this_page));
        set_language(&mut frame, one.language.as_deref());
        frame.canonical = own.full(&self.context.settings.base_url);
        let mut view = self.page_view(at, history, shown, edition, &base);
        view.is_alternate = true;
        view.html = self.body(at, &one.body.html, &base, shown.publication, edition);
        let body = format!("{}.{}", one.of, one.form.suffix());
        self.set_recorded(&mut view, at, history, shown, edition, &body);
        view.pages = self.page_links(at, shown.publication, &base, None);
        view.sign_ups = None;
        view.actions = Vec::new();
        if !shows_register(&one.body.html, "actions") {
            view.overdue_in_text.clear();
        }
        view.attachments = Vec::new();
        Some(DrawnView {
            template: "publication-page.html",
            frame,
            view: View::Publication(view),
        })
    }

    /// What all pages of a form of a publication have.
    pub(super) fn page_view(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        edition: Edition,
        base: &Address,
    ) -> PublicationPageView {
        let publication = shown.publication;
        let shows = |class: &str| {
            let mut pages = publication.pages.iter();
            pages.any(|page| shows_register(&page.body.html, class))
        };
        let mut actions = self.plan(&publication.actions, edition);
        let mut overdue_in_text = Vec::new();
        if history.is_decision() {
            // A decision's own actions stand with all that followed from it.
            actions.clear();
        } else if shows("actions") {
            overdue_in_text = std::mem::take(&mut actions);
            overdue_in_text.retain(|one| one.is_overdue);
        }
        PublicationPageView {
            publication: self.head(at, shown, base),
            is_first: false,
            is_alternate: false,
            html: String::new(),
            contents: Vec::new(),
            pages: Vec::new(),
            previous: None,
            next: None,
            alternates: Vec::new(),
            status: self.status(at, history, shown, edition),
            facts: Vec::new(),
            decision: None,
            sign_ups: self.sign_ups_of(at, history, shown),
            sign_ups_in_text: shows("sign-ups"),
            actions,
            overdue_in_text,
            progress: match edition {
                Edition::Shown if !history.is_decision() => self.progress_of(history),
                Edition::Shown => String::new(),
                Edition::Version(_) => String::new(),
            },
            attachments: self.attachments(at, publication, base, edition),
            supports_link: None,
            supports: Vec::new(),
            recorded: None,
            check: None,
        }
    }

    /// Says which recorded body a page shows, and how to check it.
    pub(super) fn set_recorded(
        &self,
        view: &mut PublicationPageView,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        edition: Edition,
        body: &str,
    ) {
        let Some(version) = shown.version else {
            return;
        };
        let file = format!("body/{body}.html");
        if !version.files.iter().any(|one| one.path == file) {
            return;
        }
        view.recorded = Some(file);
        if edition != Edition::Shown {
            view.check = Some(self.check(at, history, version, body));
        }
    }

    /// The supports of a version, on its own pages.
    fn supports_then(
        &self,
        at: &Address,
        publication: &Publication,
        base: &Address,
    ) -> Vec<LinkView> {
        publication
            .supports
            .iter()
            .map(|one| LinkView {
                text: one.title.clone(),
                href: self.link(at, &base.page("supports").page(&one.slug)),
            })
            .collect()
    }

    pub(super) fn publication_frame(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        edition: Edition,
        title: &str,
        is_first: bool,
    ) -> FrameView {
        let words = self.words();
        let name = shown.publication.title();
        let own = history.address(&self.home);
        let language = self.language_of_publication(shown.publication);
        let spoken = self.context.interface_language();
        // Each with the language that it is said in.
        let mut above = Vec::new();
        if history.is_decision() {
            let all = (
                words.say("publication-decisions"),
                self.home.page("decisions"),
            );
            above.push((all, spoken.clone()));
        }
        let mut within = Vec::new();
        let is_own_first = is_first && edition == Edition::Shown;
        if !is_own_first {
            above.push(((name.to_owned(), own.clone()), language));
        }
        let mut status_word = None;
        match edition {
            Edition::Shown if history.draft.is_some() => {
                status_word = Some(words.say("status-draft"));
            }
            Edition::Shown => {}
            Edition::Version(version) => {
                let all = (words.say("versions-title"), own.page("versions"));
                above.push((all, spoken.clone()));
                let is_latest = version + 1 == history.versions.len();
                if let Some(one) = shown.version {
                    let id = words.version(&one.id);
                    let version_of = words.fill("status-version-of", [("version", (&id).into())]);
                    status_word = Some(match (is_latest, history.ended()) {
                        (true, Some(given)) => words.fill(
                            "status-notice-and-version",
                            [
                                ("notice", notice_label(words, given).into()),
                                ("version", id.into()),
                            ],
                        ),
                        (true, None) => version_of.clone(),
                        (false, _) => words.fill("status-old-version-of", [("version", id.into())]),
                    });
                    if !is_first {
                        let base = history.version_address(&self.home, &one.id);
                        above.push(((version_of, base), spoken.clone()));
                    }
                }
            }
        }
        if !is_first {
            within.push(name);
        }
        let (above, languages): (Vec<_>, Vec<_>) = above.into_iter().unzip();
        let mut frame = self.frame(at, title, &within, above);
        // The last crumb is the page itself.
        let crumbs = frame.breadcrumbs.iter_mut().rev().skip(1);
        for (crumb, language) in crumbs.zip(languages.into_iter().rev()) {
            crumb.language = language;
        }
        if let Some(word) = status_word {
            say_first(&mut frame, &word);
        }
        frame.no_index = edition != Edition::Shown || history.draft.is_some();
        if let Edition::Version(version) = edition {
            frame.relations.extend(self.relations(at, history, version));
        }
        frame.version_words = Some(match shown.version {
            Some(version) => words.fill(
                "status-version-of",
                [("version", words.version(&version.id).into())],
            ),
            None => words.say("status-draft-not-published"),
        });
        set_language(&mut frame, shown.publication.control.language.as_deref());
        frame
    }

    /// A publication, named.
    pub(super) fn head(
        &self,
        at: &Address,
        shown: Shown<'_>,
        base: &Address,
    ) -> PublicationHeadView {
        let slug = &shown.publication.kind.value;
        let kind = self.context.kinds.get(slug);
        let kinds = Address::home().page("kinds");
        PublicationHeadView {
            title: shown.publication.title().to_owned(),
            language: self.language_of_publication(shown.publication),
            href: self.link(at, base),
            summary: shown.publication.control.summary.clone(),
            kind: LinkView {
                text: kind.map_or_else(|| slug.clone(), |kind| kind.label.clone()),
                href: self.link(at, &kinds.page(slug)),
            },
            authority: LinkView {
                text: self.site.authority.name.clone(),
                href: self.link(at, &self.home),
            },
        }
    }

    fn page_links(
        &self,
        at: &Address,
        publication: &Publication,
        base: &Address,
        current: Option<usize>,
    ) -> Vec<PageLinkView> {
        if publication.pages.len() < 2 {
            return Vec::new();
        }
        let links = publication.pages.iter().enumerate();
        links
            .map(|(number, page)| PageLinkView {
                is_current: current == Some(number),
                ..self.page_link(at, publication, page, base)
            })
            .collect()
    }

    fn page_link(
        &self,
        at: &Address,
        publication: &Publication,
        page: &Page,
        base: &Address,
    ) -> PageLinkView {
        let language = page.language.as_deref();
        PageLinkView {
            text: page.title.clone(),
            language: language.map_or_else(
                || self.language_of_publication(publication),
                |own| self.as_marked(own),
            ),
            href: self.link(at, &address_of(base, page)),
            is_current: false,
        }
    }

    fn alternate_links(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        base: &Address,
        page: &str,
    ) -> Vec<AlternateLinkView> {
        let of_page = shown
            .publication
            .alternates
            .iter()
            .filter(|one| one.of == page);
        of_page
            .map(|one| {
                let parent = if page == "index" {
                    base.clone()
                } else {
                    base.page(page)
                };
                let language =
                    one.language
                        .as_ref()
                        .or(shown.publication.control.language.as_ref());
                AlternateLinkView {
                    text: alternate(self.words(), &one.form),
                    href: self.link(at, &parent.page(one.form.suffix())),
                    language: language.unwrap_or(&self.context.settings.language).clone(),
                    is_behind: history.is_behind(one, shown),
                }
            })
            .collect()
    }

    /// An alternate that lags says so before anything else.
    fn late_banner(
        &self,
        at: &Address,
        history: &PublicationHistory,
        shown: Shown<'_>,
        one: &Alternate,
        base: &Address,
        of: Option<&Page>,
    ) -> Option<BannerView> {
        if !history.is_behind(one, shown) {
            return None;
        }
        let based_on = &one.based_on.as_ref()?.value;
        let latest = shown.version?;
        let words = self.words();
        let main = of.map_or_else(|| base.clone(), |page| address_of(base, page));
        Some(BannerView {
            sort: "late",
            label: words.say("publication-out-of-date"),
            text: words.fill(
                "publication-late",
                [
                    ("version", words.version(based_on).into()),
                    ("latest", words.version(&latest.id).into()),
                ],
            ),
            links: vec![
                LinkView {
                    text: words.say("publication-read-up-to-date"),
                    href: self.link(at, &main),
                },
                LinkView {
                    text: words.say("publication-see-changes"),
                    href: self.link(at, &history.address(&self.home).page("versions")),
                },
            ],
        })
    }

    fn attachments(
        &self,
        at: &Address,
        publication: &Publication,
        base: &Address,
        edition: Edition,
    ) -> Vec<AttachmentView> {
        publication
            .attachments
            .iter()
            .map(|one| AttachmentView {
                name: one.path.trim_start_matches("files/").to_owned(),
                href: match edition {
                    Edition::Shown => self.link(at, &base.file(&one.path)),
                    Edition::Version(_) => self.link(at, &stored(&self.home, one)),
                },
                words: file(self.words(), &one.path, one.size),
            })
            .collect()
    }

    fn supports_link(&self, at: &Address, publication: &Publication) -> Option<LinkView> {
        (!publication.supports.is_empty()).then(|| LinkView {
            text: self.words().say("publication-find-supports"),
            href: self.link(at, &self.home.page("supports")),
        })
    }
}

/// Where an attachment stands for good; the plan puts it there.
fn stored(home: &Address, attachment: &Attachment) -> Address {
    crate::site::stored_file_address(home, attachment)
}

/// The address of a page below a publication or version.
pub(super) fn address_of(base: &Address, page: &Page) -> Address {
    if page.name == "index" {
        base.clone()
    } else {
        base.page(&page.name)
    }
}

fn set_language(frame: &mut FrameView, language: Option<&str>) {
    if let Some(language) = language {
        frame.language = language.to_owned();
        frame.direction = direction(language);
    }
}

/// The headings of level 2, where there are enough of them.
fn contents(page: &Page) -> Vec<LinkView> {
    let headings: Vec<LinkView> = page
        .body
        .headings
        .iter()
        .filter(|heading| heading.level == 2)
        .map(|heading| LinkView {
            text: heading.text.clone(),
            href: format!("#{}", heading.id),
        })
        .collect();
    if headings.len() < CONTENTS_FROM {
        Vec::new()
    } else {
        headings
    }
}

/// Whether a text shows a register of the publication itself: in its source, or minified.
fn shows_register(html: &str, class: &str) -> bool {
    html.contains(&format!("class={class}>")) || html.contains(&format!("class=\"{class}\""))
}
