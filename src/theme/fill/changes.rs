//! What a version changed.

use super::words::alternate;
use super::{AuthorityPages, DrawnView, View};
use crate::changes::text::{Count, HtmlOptions, Noun, Place, Summary, Verb, Whereabouts, to_html};
use crate::changes::{
    FactChange, Part, PartChange, PublicationChange, RowChange, RowSort, TextOfPage, compare,
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
        let change = compare(&old.publication, new.publication, self.words());
        let name = new.publication.title();
        let words = self.words();
        let title = match new.version {
            Some(version) => words.fill(
                "changes-title",
                [("version", words.version(&version.id).into())],
            ),
            None => words.say("changes-title-draft"),
        };
        let above = vec![
            (name.to_owned(), own.clone()),
            (words.say("versions-title"), own.page("versions")),
        ];
        let mut frame = self.frame(at, &title, &[name], above);
        frame.no_index = true;
        self.tell_ended(&mut frame, at, history);
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
            summary: summary(words, &change),
            places: places(words, &change),
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
        let words = self.words();
        match version {
            Some(version) => LinkView {
                text: words.fill(
                    "status-version-of",
                    [("version", words.version(&version.id).into())],
                ),
                href: self.link(at, &history.version_address(&self.home, &version.id)),
            },
            None => LinkView {
                text: words.say("status-draft"),
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
        let words = self.words();
        let (sort, told) = match &one.change {
            PartChange::Added(_) => ("added", words.say("changes-text-new")),
            PartChange::Removed(_) => ("removed", words.say("changes-taken-away")),
            PartChange::Changed(_) => {
                let sentence = counts_in_words(words, &text.summary);
                let told = words.fill("changes-told", [("what", sentence.into())]);
                ("changed", told)
            }
        };
        let options = HtmlOptions {
            id_prefix: prefix(number),
            full_text_address: Some(href.clone()),
        };
        PageChangeView {
            id: format!("text-{number}"),
            sort,
            title: title_of(words, one),
            words: told,
            href,
            facts: facts(&one.facts),
            html: match text.is_empty() {
                true => String::new(),
                false => {
                    let style = self.context.settings.link_style;
                    let place = BodyPlace::Own {
                        publication: Some(publication),
                    };
                    let table = words.say("phrases-table");
                    relink(&to_html(text, &options, words), at, place, style, &table)
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

/// The title of a text, with what it is where it is no page: "Money (easy read)".
fn title_of(words: &Words, one: &TextOfPage) -> String {
    let what = match &one.part {
        Part::Page(_) => return one.title.clone(),
        Part::Alternate(_, form) => alternate(words, form),
        Part::Support(_) => words.say("changes-support"),
    };
    words.fill(
        "changes-title-of-text",
        [("title", (&one.title).into()), ("what", what.into())],
    )
}

/// What happened at a place: "Money: 1 paragraph changed".
fn told_at(words: &Words, title: &str, what: String) -> String {
    words.fill(
        "changes-at",
        [("title", title.into()), ("what", what.into())],
    )
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
            text: told_at(words, &title_of(words, one), in_short(words, one)),
            href: format!("#text-{number}"),
        })
        .collect()
}

/// What happened to a text, in a few words.
fn in_short(words: &Words, one: &TextOfPage) -> String {
    match &one.change {
        PartChange::Added(_) => words.say("changes-new-within"),
        PartChange::Removed(_) => words.say("changes-taken-away-within"),
        PartChange::Changed(text) if text.is_empty() => words.say("changes-facts-within"),
        PartChange::Changed(text) => lower_first(&counts_in_words(words, &text.summary)),
    }
}

fn places_of(words: &Words, number: usize, one: &TextOfPage) -> Vec<LinkView> {
    let title = title_of(words, one);
    let whole = |what: String| LinkView {
        text: told_at(words, &title, what),
        href: format!("#text-{number}"),
    };
    let PartChange::Changed(text) = &one.change else {
        return vec![whole(in_short(words, one))];
    };
    let mut places = Vec::new();
    if !one.facts.is_empty() {
        places.push(whole(words.say("changes-facts-within")));
    }
    places.extend(
        text.places(&prefix(number))
            .into_iter()
            .map(|place| LinkView {
                text: told_at(words, &title, place_in_words(words, &place)),
                href: format!("#{}", place.id),
            }),
    );
    places
}

/// What changed, in one sentence or two: "2 texts changed, 1 added. 3 sign-ups changed."
pub(super) fn summary(words: &Words, change: &PublicationChange) -> String {
    let texts = |of: &dyn Fn(&PartChange) -> bool| {
        change.texts.iter().filter(|one| of(&one.change)).count()
    };
    let rows = |rows: &[RowChange]| {
        [RowSort::Changed, RowSort::Added, RowSort::Removed]
            .map(|sort| rows.iter().filter(|row| row.sort == sort).count())
    };
    let tallies = [
        (
            Tallied::Texts,
            [
                texts(&|one| matches!(one, PartChange::Changed(_))),
                texts(&|one| matches!(one, PartChange::Added(_))),
                texts(&|one| matches!(one, PartChange::Removed(_))),
            ],
        ),
        (Tallied::Facts, [change.facts.len(), 0, 0]),
        (Tallied::SignUps, rows(&change.sign_ups)),
        (Tallied::Actions, rows(&change.actions)),
        (Tallied::Files, rows(&change.attachments)),
    ];
    let sentences: Vec<String> = tallies
        .into_iter()
        .filter_map(|(what, counts)| tally(words, what, counts))
        .collect();
    match sentences.is_empty() {
        true => words.say("changes-nothing"),
        false => sentences.join(" "),
    }
}

/// What a summary counts.
#[derive(Clone, Copy)]
enum Tallied {
    Texts,
    Facts,
    SignUps,
    Actions,
    Files,
}

/// "2 texts changed, 1 added."; nothing where all counts are nought. The first count names what
/// is counted.
fn tally(words: &Words, what: Tallied, [changed, added, removed]: [usize; 3]) -> Option<String> {
    let [named_changed, named_added, named_removed] = match what {
        Tallied::Texts => [
            "changes-texts-changed",
            "changes-texts-added",
            "changes-texts-removed",
        ],
        Tallied::Facts => [
            "changes-facts-changed",
            "changes-facts-changed",
            "changes-facts-changed",
        ],
        Tallied::SignUps => [
            "changes-sign-ups-changed",
            "changes-sign-ups-added",
            "changes-sign-ups-removed",
        ],
        Tallied::Actions => [
            "changes-actions-changed",
            "changes-actions-added",
            "changes-actions-removed",
        ],
        Tallied::Files => [
            "changes-files-changed",
            "changes-files-added",
            "changes-files-removed",
        ],
    };
    let mut parts: Vec<String> = Vec::new();
    for (number, named, bare) in [
        (changed, named_changed, "changes-more-changed"),
        (added, named_added, "changes-more-added"),
        (removed, named_removed, "changes-more-removed"),
    ] {
        if number > 0 {
            let message = if parts.is_empty() { named } else { bare };
            parts.push(words.fill(message, [("count", number.into())]));
        }
    }
    let all = parts.join(", ");
    (!parts.is_empty()).then(|| words.fill("changes-told", [("what", all.into())]))
}

/// What changed in a text: "3 paragraphs changed, 1 removed; 2 table rows added".
fn counts_in_words(words: &Words, summary: &Summary) -> String {
    let (restyled, changed): (Vec<&Count>, Vec<&Count>) = summary
        .counts
        .iter()
        .partition(|count| count.verb == Verb::Restyled);
    let mut phrases = phrases(words, &changed);
    if phrases.is_empty() {
        phrases.push(words.say("changes-no-words"));
    }
    phrases.extend(self::phrases(words, &restyled));
    phrases.join("; ")
}

/// One phrase for each sort of block; its first count names the sort.
fn phrases(words: &Words, counts: &[&Count]) -> Vec<String> {
    counts
        .chunk_by(|one, next| one.noun == next.noun)
        .map(|alike| {
            let parts: Vec<String> = alike
                .iter()
                .enumerate()
                .map(|(number, count)| match number {
                    0 => {
                        let blocks = blocks(words, count.noun, count.count);
                        words.fill(named(count.verb), [("blocks", blocks.into())])
                    }
                    _ => words.fill(more(count.verb), [("count", count.count.into())]),
                })
                .collect();
            parts.join(", ")
        })
        .collect()
}

fn named(verb: Verb) -> &'static str {
    match verb {
        Verb::Changed => "changes-blocks-changed",
        Verb::Added => "changes-blocks-added",
        Verb::Removed => "changes-blocks-removed",
        Verb::Moved => "changes-blocks-moved",
        Verb::Restyled => "changes-blocks-restyled",
    }
}

fn more(verb: Verb) -> &'static str {
    match verb {
        Verb::Changed => "changes-more-changed",
        Verb::Added => "changes-more-added",
        Verb::Removed => "changes-more-removed",
        Verb::Moved => "changes-more-moved",
        Verb::Restyled => "changes-more-restyled",
    }
}

/// What happened at a place: "paragraph changed under “Money”".
fn place_in_words(words: &Words, place: &Place) -> String {
    let blocks = match place.count {
        1 => one_block(words, place.noun),
        more => blocks(words, place.noun, more),
    };
    let message = match place.is_moved_and_changed {
        true => "changes-blocks-moved-and-changed",
        false => named(place.verb),
    };
    let what = words.fill(message, [("blocks", blocks.into())]);
    let (message, heading) = match &place.whereabouts {
        Whereabouts::Nowhere => return what,
        Whereabouts::Heading(heading) => ("changes-place-heading", heading),
        Whereabouts::Under(heading) if place.verb == Verb::Moved => {
            ("changes-place-now-under", heading)
        }
        Whereabouts::Under(heading) => ("changes-place-under", heading),
    };
    words.fill(
        message,
        [("what", what.into()), ("heading", heading.into())],
    )
}

/// "paragraph".
pub(super) fn one_block(words: &Words, noun: Noun) -> String {
    words.say(match noun {
        Noun::Paragraph => "changes-paragraph",
        Noun::Heading => "changes-heading",
        Noun::ListItem => "changes-list-item",
        Noun::TableRow => "changes-table-row",
        Noun::TableColumn => "changes-table-column",
        Noun::Term => "changes-term",
        Noun::Definition => "changes-definition",
        Noun::Caption => "changes-caption",
        Noun::Preformatted => "changes-preformatted-one",
        Noun::Rule => "changes-rule",
    })
}

/// "3 paragraphs".
pub(super) fn blocks(words: &Words, noun: Noun, number: usize) -> String {
    let message = match noun {
        Noun::Paragraph => "changes-paragraphs",
        Noun::Heading => "changes-headings",
        Noun::ListItem => "changes-list-items",
        Noun::TableRow => "changes-table-rows",
        Noun::TableColumn => "changes-table-columns",
        Noun::Term => "changes-terms",
        Noun::Definition => "changes-definitions",
        Noun::Caption => "changes-captions",
        Noun::Preformatted => "changes-preformatted",
        Noun::Rule => "changes-rules",
    };
    words.fill(message, [("count", number.into())])
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn facts(facts: &[FactChange]) -> Vec<FactChangeView> {
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
