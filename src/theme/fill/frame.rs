//! What every page has around its content.

use super::data::feed_relations;
use super::words::direction;
use super::{AuthorityPages, SiteContext, UnpublishedNotice};
use crate::site::Address;
use crate::theme::views::{BannerView, BreadcrumbView, FrameView, LinkView, LogoView, PhaseView};

/// What differs from page to page.
pub struct PageFrame<'f> {
    /// Where the page stands.
    pub address: &'f Address,
    /// The page's h1.
    pub title: String,
    /// The parts of the `title` element after the h1, such as the publication.
    pub within: Vec<String>,
    /// The pages above, from the top.
    pub above: Vec<(String, Address)>,
}

/// What is said of a publication takes the place of what is said of the whole site.
pub(super) fn tell(frame: &mut FrameView, banner: Option<BannerView>) {
    if let Some(banner) = banner {
        frame.banners = vec![banner];
    }
}

/// What a reader must know first is first in the window's title as well.
pub(super) fn say_first(frame: &mut FrameView, word: &str) {
    frame.document_title = format!("{word}: {}", frame.document_title);
}

impl SiteContext<'_> {
    /// The frame of a page.
    pub fn frame(&self, page: PageFrame<'_>) -> FrameView {
        let settings = self.settings;
        let from = page.address;
        let link = |to: &Address| from.link_to(to.as_str(), settings.link_style);
        let home = Address::home();
        let mut breadcrumbs: Vec<BreadcrumbView> = Vec::new();
        if *from != home {
            breadcrumbs.push(BreadcrumbView {
                text: self.words().say("frame-home"),
                language: self.interface_language(),
                href: Some(link(&home)),
            });
            for (text, address) in page.above {
                breadcrumbs.push(BreadcrumbView {
                    text,
                    language: settings.language.clone(),
                    href: Some(link(&address)),
                });
            }
            breadcrumbs.push(BreadcrumbView {
                text: page.title.clone(),
                language: settings.language.clone(),
                href: None,
            });
        }
        let mut title_parts = vec![page.title.clone()];
        title_parts.extend(page.within);
        title_parts.push(settings.title.clone());
        title_parts.dedup();
        let address = from.full(&settings.base_url);
        FrameView {
            site_title: settings.title.clone(),
            home_href: link(&home),
            search_href: link(&home.page("search")),
            publisher: settings.publisher.clone(),
            notice: settings.notice.clone(),
            authority_notice: None,
            stylesheet_href: link(self.interface.stylesheet()),
            static_files: self
                .interface
                .static_files()
                .iter()
                .filter(|file| file.address != *self.interface.stylesheet())
                .map(|file| (file.name.clone(), link(&file.address)))
                .collect(),
            logo: self.logo(&link),
            phase: self.phase(&link),
            foot_text: self.theme.appearance().footer_text.clone(),
            foot: self.foot(&link),
            title: page.title,
            document_title: title_parts.join(" – "),
            description: None,
            language: settings.language.clone(),
            direction: direction(&settings.language),
            frame_language: self.interface_language(),
            site_language: settings.language.clone(),
            canonical: address.clone(),
            address,
            no_index: false,
            breadcrumbs,
            relations: Vec::new(),
            banners: self.draft_notice().into_iter().collect(),
            exit_this_page: false,
            structured: None,
            version_words: None,
        }
    }

    /// The language of the interface: the site's tag where it is of the same language.
    pub(super) fn interface_language(&self) -> String {
        let spoken = self.words().language();
        let own = &self.settings.language;
        match own == spoken || own.starts_with(&format!("{spoken}-")) {
            true => own.clone(),
            false => spoken.to_owned(),
        }
    }

    fn foot(&self, link: &dyn Fn(&Address) -> String) -> Vec<LinkView> {
        let home = Address::home();
        let kinds = LinkView {
            text: self.words().say("frame-compare"),
            href: link(&home.page("kinds")),
        };
        self.pages
            .iter()
            .map(|page| LinkView {
                text: page.title.clone(),
                href: link(&home.page(&page.slug)),
            })
            .chain([kinds])
            .chain(
                self.theme
                    .appearance()
                    .footer_links
                    .iter()
                    .map(|(text, address)| LinkView {
                        text: text.clone(),
                        href: self.led(address, link),
                    }),
            )
            .collect()
    }

    /// A link of `theme.toml`: out of the site as it is, within it from where the page stands.
    fn led(&self, address: &str, link: &dyn Fn(&Address) -> String) -> String {
        match address.strip_prefix('/') {
            Some(path) => path
                .split('/')
                .filter(|part| !part.is_empty())
                .try_fold(Address::home(), |at, part| {
                    (part != "..").then(|| at.page(part))
                })
                .map_or_else(|| address.to_owned(), |at| link(&at)),
            None => address.to_owned(),
        }
    }

    fn logo(&self, link: &dyn Fn(&Address) -> String) -> Option<LogoView> {
        let logo = self.theme.appearance().logo.as_ref()?;
        let mut files = self.interface.static_files().iter();
        let file = files.find(|file| file.name == logo.file.value)?;
        Some(LogoView {
            href: link(&file.address),
            alternative: logo.alternative.clone(),
            width: logo.width,
            height: logo.height,
        })
    }

    fn phase(&self, link: &dyn Fn(&Address) -> String) -> Option<PhaseView> {
        let phase = self.theme.appearance().phase.as_ref()?;
        Some(PhaseView {
            label: phase.label.clone(),
            text: phase.text.clone(),
            link: phase.link.as_ref().map(|(text, address)| LinkView {
                text: text.clone(),
                href: self.led(address, link),
            }),
        })
    }

    /// On a site with drafts every page says so; pages of a draft say more.
    fn draft_notice(&self) -> Option<BannerView> {
        (self.unpublished == UnpublishedNotice::WithDrafts).then(|| BannerView {
            sort: "draft",
            label: self.words().say("frame-drafts-label"),
            text: self.words().say("frame-drafts"),
            links: Vec::new(),
        })
    }
}

impl AuthorityPages<'_> {
    /// The frame of a page of this authority. `above` holds the pages between its home and the
    /// page.
    pub fn frame(
        &self,
        address: &Address,
        title: &str,
        within: &[&str],
        above: Vec<(String, Address)>,
    ) -> FrameView {
        let authority = &self.site.authority;
        let mut pages = Vec::new();
        if *address != self.home {
            pages.push((authority.short_name.clone(), self.home.clone()));
        }
        pages.extend(above);
        let mut within: Vec<String> = within.iter().map(|part| (*part).to_owned()).collect();
        within.push(authority.short_name.clone());
        let mut frame = self.context.frame(PageFrame {
            address,
            title: title.to_owned(),
            within,
            above: pages,
        });
        frame.authority_notice.clone_from(&authority.notice);
        frame.foot.push(LinkView {
            text: self.words().say("frame-accessibility"),
            href: self.link(address, &self.home.page("accessibility")),
        });
        let words = self.words();
        self.tell_successor(&mut frame, address);
        frame.relations.extend(feed_relations(
            &words.fill(
                "frame-updates-from",
                [("authority", (&authority.name).into())],
            ),
            &self.home,
            &|to| self.link(address, to),
        ));
        frame
    }

    /// A council that is no more says so on each page, and which one took over.
    fn tell_successor(&self, frame: &mut FrameView, at: &Address) {
        let authority = &self.site.authority;
        let Some(ended) = authority.to else {
            return;
        };
        if self.site.as_at.is_some_and(|on| on < ended) {
            return;
        }
        let words = self.words();
        let (name, day) = (&authority.name, words.day(ended));
        let mut links = Vec::new();
        let names: Vec<String> = self
            .site
            .successors
            .iter()
            .map(|one| one.name.clone())
            .collect();
        let text = match names.is_empty() {
            true => words.fill(
                "frame-ended",
                [("authority", name.into()), ("day", day.into())],
            ),
            false => words.fill(
                "frame-ended-successors",
                [
                    ("authority", name.into()),
                    ("day", day.into()),
                    ("successors", words.list(&names).into()),
                ],
            ),
        };
        for successor in &self.site.successors {
            links.push(LinkView {
                text: words.fill("frame-go-to", [("authority", (&successor.name).into())]),
                href: self.link(at, &Address::home().page(successor.slug.as_str())),
            });
        }
        say_first(frame, &words.say("frame-ended-first"));
        frame.banners = vec![BannerView {
            sort: "old",
            label: words.say("frame-ended-label"),
            text,
            links,
        }];
    }
}
