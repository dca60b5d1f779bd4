//! What changed beside words, told in words.
//!
//! A mark in the text cannot show that a word is bold now, that a paragraph became
//! a list item or that a link leads elsewhere, and what a mark cannot show a reader
//! who listens would never learn.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::blocks::{Container, ContainerKind, Frame, Kind};
use super::pieces::CellChange;
use super::tokens::{Token, TokenKind};
use super::words::Run;

/// Something that changed beside words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The style of some words.
    Formatting,
    /// The file of a picture whose alternative text is the same.
    Picture,
    /// What the block is or where it stands, as a phrase such as "now a list item".
    Structure(String),
    /// Where a link goes. This note stands beside its words: see [`link_changes`].
    Link(LinkChange),
}

/// A link that goes elsewhere now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkChange {
    /// Where it went; nothing if it was no link.
    pub from: Option<Arc<str>>,
    /// Where it goes; nothing if it is no link any more.
    pub to: Option<Arc<str>>,
}

impl LinkChange {
    /// The change as a phrase: "link changed from X to Y".
    pub fn phrase(&self) -> String {
        match (&self.from, &self.to) {
            (Some(from), Some(to)) => {
                format!("link changed from {} to {}", shown(from), shown(to))
            }
            (None, Some(to)) => format!("link added, to {}", shown(to)),
            (Some(from), None) => format!("link removed, it went to {}", shown(from)),
            (None, None) => String::new(),
        }
    }

    /// The change as a sentence: "a link now goes to Y".
    fn sentence(&self) -> String {
        match &self.to {
            Some(to) => format!("a link now goes to {}", shown(to)),
            None => "a link was removed".to_owned(),
        }
    }
}

fn shown(address: &str) -> &str {
    if address.is_empty() {
        "this page"
    } else {
        address
    }
}

impl Note {
    /// The note in words. `alone` says that nothing else of the block changed.
    pub fn sentence(&self, alone: bool) -> String {
        match self {
            Self::Formatting if alone => "only the formatting changed".to_owned(),
            Self::Formatting => "the formatting changed too".to_owned(),
            Self::Picture => "a picture was replaced".to_owned(),
            Self::Structure(phrase) => phrase.clone(),
            Self::Link(change) => change.sentence(),
        }
    }
}

/// Notes on a block: its place first, then what is in its text.
pub(super) fn find_notes(old: &Frame, new: &Frame, cells: &[CellChange]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    notes.extend(structure(old, new).map(Note::Structure));
    if cells
        .iter()
        .any(|cell| cell.is_in_both() && cell.old_header != cell.new_header)
        && notes.is_empty()
    {
        notes.push(Note::Structure("heading cells changed".to_owned()));
    }
    let restyled: Vec<(&Token, &Token)> = cells
        .iter()
        .flat_map(|cell| &cell.runs)
        .flat_map(restyled_tokens)
        .collect();
    if restyled.iter().any(|(a, b)| is_other_picture(a, b)) {
        notes.push(Note::Picture);
    }
    if restyled.iter().any(|(a, b)| is_other_style(a, b))
        || cells.iter().flat_map(|cell| &cell.runs).any(is_cut_anew)
    {
        notes.push(Note::Formatting);
    }
    // A link that changed in several cells is told once.
    let mut told = BTreeSet::new();
    for (_, change) in cells.iter().flat_map(|cell| link_changes(&cell.runs)) {
        if told.insert(change.clone()) {
            notes.push(Note::Link(change));
        }
    }
    notes
}

/// The token pairs of a restyled run that is cut the same way on both sides.
fn restyled_tokens(run: &Run) -> Vec<(&Token, &Token)> {
    match run {
        Run::Restyled { old, new } if old.len() == new.len() => old.iter().zip(new).collect(),
        _ => Vec::new(),
    }
}

/// Are the same letters cut into other words, because only a part changed its style?
fn is_cut_anew(run: &Run) -> bool {
    matches!(run, Run::Restyled { old, new } if old.len() != new.len())
}

fn is_other_picture(old: &Token, new: &Token) -> bool {
    matches!((&old.kind, &new.kind), (TokenKind::Picture(a), TokenKind::Picture(b)) if a != b)
}

/// Spaces take their style from their neighbours: they are no news by themselves.
fn is_other_style(old: &Token, new: &Token) -> bool {
    let differs = old.style != new.style || old.text != new.text;
    differs && !new.is_space()
}

/// The links that changed in a cell, each with the place of the run to tell it after.
pub(super) fn link_changes(runs: &[Run]) -> Vec<(usize, LinkChange)> {
    let mut found: Vec<(usize, LinkChange)> = Vec::new();
    let mut places_found: BTreeMap<LinkChange, usize> = BTreeMap::new();
    let mut add = |place: usize, change: LinkChange| {
        // One link often spans several runs: it is told after the last.
        let known = places_found.get(&change).copied();
        match known.and_then(|known| found.get_mut(known)) {
            Some((last, _)) => *last = place,
            None => {
                places_found.insert(change.clone(), found.len());
                found.push((place, change));
            }
        }
    };
    for (place, run) in runs.iter().enumerate() {
        if let Run::Restyled { old, new } = run {
            for change in changes_between(old, new) {
                add(place, change);
            }
        }
    }
    for (place, pair) in runs.windows(2).enumerate() {
        if let [Run::Removed(old), Run::Added(new)] = pair
            && let (Some(from), Some(to)) = (only_link(old), only_link(new))
            && from != to
        {
            let (from, to) = (Some(from.clone()), Some(to.clone()));
            add(place + 1, LinkChange { from, to });
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found
}

/// The links that differ between two token lists which read the same.
fn changes_between(old: &[Token], new: &[Token]) -> Vec<LinkChange> {
    let mut changes: Vec<LinkChange> = Vec::new();
    let pairs: Vec<(Option<&Token>, Option<&Token>)> = if old.len() == new.len() {
        old.iter().map(Some).zip(new.iter().map(Some)).collect()
    } else {
        vec![(old.first(), new.first()), (old.last(), new.last())]
    };
    for (before, after) in pairs {
        let from = before.and_then(|token| token.link.clone());
        let to = after.and_then(|token| token.link.clone());
        let is_space = after.is_some_and(Token::is_space);
        let change = LinkChange { from, to };
        if change.from != change.to && !is_space && changes.last() != Some(&change) {
            changes.push(change);
        }
    }
    changes
}

/// The link of these tokens, if all links among them are one.
fn only_link(tokens: &[Token]) -> Option<&Arc<str>> {
    let mut links = tokens.iter().filter_map(|token| token.link.as_ref());
    let first = links.next()?;
    links.all(|link| link == first).then_some(first)
}

/// How what a block is or where it stands changed, as a phrase.
fn structure(old: &Frame, new: &Frame) -> Option<String> {
    let phrase = kind_phrase(old.kind, new.kind).or_else(|| place_phrase(old, new))?;
    Some(phrase)
}

fn kind_phrase(old: Kind, new: Kind) -> Option<String> {
    let phrase = match (old, new) {
        (Kind::Heading(before), Kind::Heading(after)) if before < after => {
            "now a heading of a lower level"
        }
        (Kind::Heading(before), Kind::Heading(after)) if before > after => {
            "now a heading of a higher level"
        }
        (Kind::Paragraph, Kind::Heading(_)) => "now a heading",
        (Kind::Heading(_), Kind::Paragraph) => "no longer a heading",
        (Kind::Row { header: false }, Kind::Row { header: true }) => "now a row of headings",
        (Kind::Row { header: true }, Kind::Row { header: false }) => "no longer a row of headings",
        _ => return None,
    };
    Some(phrase.to_owned())
}

fn place_phrase(old: &Frame, new: &Frame) -> Option<String> {
    if same_path(&old.path, &new.path) {
        return None;
    }
    let phrases = [
        item_phrase,
        numbers_phrase,
        depth_phrase,
        other_container_phrase,
        division_phrase,
    ];
    let phrase = phrases
        .iter()
        .find_map(|phrase| phrase(&old.path, &new.path));
    Some(phrase.unwrap_or_else(|| "now at another place in the structure".to_owned()))
}

/// Do two paths read the same? What starts a list or a division does not show.
fn same_path(old: &[Container], new: &[Container]) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|(a, b)| {
            a.kind == b.kind
                && (a.kind == ContainerKind::Item || a.label == b.label)
                && (!a.kind.is_item()
                    || (a.starts == b.starts && (!a.starts || a.label == b.label)))
        })
}

fn innermost(path: &[Container], kinds: &[ContainerKind]) -> Option<ContainerKind> {
    let kind = |container: &Container| container.kind;
    path.iter()
        .rev()
        .map(kind)
        .find(|kind| kinds.contains(kind))
}

fn count(path: &[Container], kind: ContainerKind) -> usize {
    path.iter().filter(|step| step.kind == kind).count()
}

fn item_phrase(old: &[Container], new: &[Container]) -> Option<String> {
    let before = old.iter().rev().find(|step| step.kind.is_item());
    let after = new.iter().rev().find(|step| step.kind.is_item());
    let kinds = (before.map(|step| step.kind), after.map(|step| step.kind));
    let phrase = match kinds {
        (None, Some(kind)) => format!("now {}", item_name(kind)),
        (Some(kind), None) => format!("no longer {}", item_name(kind)),
        (Some(before), Some(after)) if before != after => {
            format!("now {}, before {}", item_name(after), item_name(before))
        }
        _ => return None,
    };
    Some(phrase)
}

fn item_name(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Term => "a term",
        ContainerKind::Definition => "a definition",
        ContainerKind::Summary => "the title of a part that opens",
        ContainerKind::Caption => "a caption",
        _ => "a list item",
    }
}

fn numbers_phrase(old: &[Container], new: &[Container]) -> Option<String> {
    let kinds = [ContainerKind::Bullets, ContainerKind::Numbers];
    match (innermost(old, &kinds)?, innermost(new, &kinds)?) {
        (ContainerKind::Bullets, ContainerKind::Numbers) => Some("now numbered".to_owned()),
        (ContainerKind::Numbers, ContainerKind::Bullets) => {
            Some("now with a bullet instead of a number".to_owned())
        }
        _ => None,
    }
}

fn depth_phrase(old: &[Container], new: &[Container]) -> Option<String> {
    let (before, after) = (
        count(old, ContainerKind::Item),
        count(new, ContainerKind::Item),
    );
    if after > before {
        return Some("now deeper in the list".to_owned());
    }
    if after < before {
        return Some("now less deep in the list".to_owned());
    }
    let before = old.iter().rev().find(|step| step.kind.is_item())?;
    let after = new.iter().rev().find(|step| step.kind.is_item())?;
    match (before.starts, after.starts) {
        (false, true) => Some("now an item of its own".to_owned()),
        (true, false) => Some("now part of the item before".to_owned()),
        _ if before.label != after.label => Some(match after.number {
            Some(number) => format!("now numbered {number}"),
            None => "numbered anew".to_owned(),
        }),
        _ => None,
    }
}

fn other_container_phrase(old: &[Container], new: &[Container]) -> Option<String> {
    let containers = [
        (ContainerKind::Quote, "in a quotation"),
        (ContainerKind::Details, "in a part that opens"),
        (ContainerKind::Table, "in a table"),
    ];
    containers.iter().find_map(|(kind, phrase)| {
        let (before, after) = (count(old, *kind), count(new, *kind));
        match before.cmp(&after) {
            std::cmp::Ordering::Less => Some(format!("now {phrase}")),
            std::cmp::Ordering::Greater => Some(format!("no longer {phrase}")),
            std::cmp::Ordering::Equal => None,
        }
    })
}

fn division_phrase(old: &[Container], new: &[Container]) -> Option<String> {
    let label = |path: &[Container]| -> Option<Arc<str>> {
        path.iter()
            .rev()
            .filter(|step| matches!(step.kind, ContainerKind::Division | ContainerKind::Quote))
            .find_map(|step| step.label.clone())
    };
    match (label(old), label(new)) {
        (before, Some(after)) if before.as_ref() != Some(&after) => {
            Some(format!("now in a box of the kind “{after}”"))
        }
        (Some(before), None) => Some(format!("no longer in a box of the kind “{before}”")),
        _ => None,
    }
}
