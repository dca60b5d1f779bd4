//! What a version changed.

use super::words::alternate;
use super::{AuthorityPages, DrawnView, View};
use crate::changes::text::{HtmlOptions, to_html};
use crate::changes::{
    Part, PartChange, PublicationChange, RowChange, RowSort, TextOfPage, compare,
};
use crate::model::{Publication, Version};
use crate::site::{Address, BodyPlace, Edition, PublicationHistory, relink};
use crate::theme::Words;
use crate::theme::views::{ChangesView, FactChangeView, LinkView, PageChangeView, RowChangeView};

impl AuthorityPages<'_> {
    pub(super) fn change(
        &self,
        at: &Address,
        publication: usize,
        edition: Edition,
    ) -> Option<DrawnView> {
        let history = self.history(publication)?;
        let new = self.edition(history, edition)?;
        let old = match edition {
            Edition::Shown => history.latest()?,
            Edition::Version(version) => history.versions.get(version.checked_sub(1)?)?,
        };
        let own = history.address(&self.home);
        let new_base = match new.version {
            Some(version) => history.version_address(&self.home, &version.id),
            None => own.clone(),
        };
        let old_base = history.version_address(&self.home, &old.id);
        let change = compare(&old.publication, new.publication);
        let name = new.publication.title();
        let title = match new.version {
            Some(version) => format!("What changed on {}", version.in_words()),
            None => "What this draft would change".to_owned(),
        };
        let above = vec![
            (name.to_owned(), own.clone()),
            ("All versions".to_owned(), own.page("versions")),
        ];
        let mut frame = self.frame(at, &title, &[name], above);
        frame.no_index = true;
        frame.exit_this_page = self.exits_from_any(new.publication);
        let pages: Vec<PageChangeView> = change
            .texts
            .iter()
            .enumerate()
            .map(|(number, one)| self.text(at, number, one, &old_base, &new_base, new.publication))
            .collect();
        let view = ChangesView {
            publication: self.head(at, new, &own),
            old: self.version_link(at, history, Some(old)),
            new: self.version_link(at, history, new.version),
            note: new.version.map(|one| one.note.clone()).unwrap_or_default(),
            summary: change.summary(),
            places: places(self.words(), &change),
            facts: facts(&change.facts),
            sign_ups: rows(&change.sign_ups),
            actions: rows(&change.actions),
            attachments: rows(&change.attachments),
            pages,
        };
        Some(DrawnView {
            template: "changes.html",
            frame,
            view: View::Changes(view),
        })
    }

    fn version_link(
        &self,
        at: &Address,
        history: &PublicationHistory,
        version: Option<&Version>,
    ) -> LinkView {
        match version {
            Some(version) => LinkView {
                text: format!("Version of {}", version.in_words()),
                href: self.link(at, &history.version_address(&self.home, &version.id)),
            },
            None => LinkView {
                text: "Draft".to_owned(),
                href: self.link(at, &history.address(&self.home)),
            },
        }
    }

    fn text(
        &self,
        at: &Address,
        number: usize,
        one: &TextOfPage,
        old_base: &Address,
        new_base: &Address,
        publication: &Publication,
    ) -> PageChangeView {
        let text = one.change.text();
        let base = match one.change {
            PartChange::Removed(_) => old_base,
            _ => new_base,
        };
        let address = address_of(&one.part, base);
        let href = self.link(at, &address);
        let (sort, words) = match &one.change {
            PartChange::Added(_) => ("added", "New".to_owned()),
            PartChange::Removed(_) => ("removed", "Taken away".to_owned()),
            PartChange::Changed(_) => ("changed", format!("{}.", text.summary.sentence())),
        };
        let options = HtmlOptions {
            id_prefix: prefix(number),
            full_text_address: Some(href.clone()),
        };
        PageChangeView {
            id: format!("text-{number}"),
            sort,
            title: format!("{}{}", one.title, addition(self.words(), &one.part)),
            words,
            href,
            facts: facts(&one.facts),
            html: match text.is_empty() {
                true => String::new(),
                false => {
                    let style = self.context.settings.link_style;
                    let place = BodyPlace::Own {
                        publication: Some(publication),
                    };
                    relink(&to_html(text, &options), at, place, style)
                }
            },
        }
    }
}

fn prefix(number: usize) -> String {
    format!("text-{number}-change-")
}

fn address_of(part: &Part, base: &Address) -> Address {
    let page = |name: &str| {
        if name == "index" {
            base.clone()
        } else {
            base.page(name)
        }
    };
    match part {
        Part::Page(name) => page(name),
        Part::Alternate(of, form) => page(of).page(form.suffix()),
        Part::Support(slug) => base.page("supports").page(slug),
    }
}

fn addition(words: &Words, part: &Part) -> String {
    match part {
        Part::Page(_) => String::new(),
        Part::Alternate(_, form) => format!(" ({})", alternate(words, form)),
        Part::Support(_) => " (what you can get)".to_owned(),
    }
}

/// More places than this are told text by text.
const PLACES: usize = 12;

/// The places at which the texts changed; text by text where there are too many to read.
fn places(words: &Words, change: &PublicationChange) -> Vec<LinkView> {
    let places: Vec<LinkView> = change
        .texts
        .iter()
        .enumerate()
        .flat_map(|(number, one)| places_of(words, number, one))
        .collect();
    if places.len() <= PLACES {
        return places;
    }
    change
        .texts
        .iter()
        .enumerate()
        .map(|(number, one)| LinkView {
            text: format!(
                "{}{}: {}",
                one.title,
                addition(words, &one.part),
                in_short(one)
            ),
            href: format!("#text-{number}"),
        })
        .collect()
}

/// What happened to a text, in a few words.
fn in_short(one: &TextOfPage) -> String {
    match &one.change {
        PartChange::Added(_) => "new".to_owned(),
        PartChange::Removed(_) => "taken away".to_owned(),
        PartChange::Changed(text) if text.is_empty() => "facts changed".to_owned(),
        PartChange::Changed(text) => lower_first(&text.summary.sentence()),
    }
}

fn places_of(words: &Words, number: usize, one: &TextOfPage) -> Vec<LinkView> {
    let title = format!("{}{}", one.title, addition(words, &one.part));
    let whole = |what: &str| LinkView {
        text: format!("{title}: {what}"),
        href: format!("#text-{number}"),
    };
    let PartChange::Changed(text) = &one.change else {
        return vec![whole(&in_short(one))];
    };
    let mut places = Vec::new();
    if !one.facts.is_empty() {
        places.push(whole("facts changed"));
    }
    places.extend(
        text.places(&prefix(number))
            .into_iter()
            .map(|place| LinkView {
                text: format!("{title}: {}", lower_first(&place.sentence)),
                href: format!("#{}", place.id),
            }),
    );
    places
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn facts(facts: &[crate::changes::FactChange]) -> Vec<FactChangeView> {
    facts
        .iter()
        .map(|one| FactChangeView {
            label: one.label.clone(),
            old: one.old.clone(),
            new: one.new.clone(),
        })
        .collect()
}

fn rows(rows: &[RowChange]) -> Vec<RowChangeView> {
    rows.iter()
        .map(|one| RowChangeView {
            sort: match one.sort {
                RowSort::Added => "added",
                RowSort::Removed => "removed",
                RowSort::Changed => "changed",
            },
            about: one.about.clone(),
            words: one.words.clone(),
        })
        .collect()
}
