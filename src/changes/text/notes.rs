//! What changed beside words, to be told in words.
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
    /// What the block is or where it stands.
    Structure(Structure),
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

/// How what a block is or where it stands changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Structure {
    /// Other cells of a row are headings.
    HeadingCells,
    /// It is a heading still, of a lower level.
    LowerHeading,
    /// It is a heading still, of a higher level.
    HigherHeading,
    /// It is something now: "now a list item".
    Becomes(Form),
    /// It is something no more: "no longer a heading".
    NoLonger(Form),
    /// It is one thing in place of another: "now a term, before a list item".
    Exchanged {
        /// What it was.
        old: Form,
        /// What it is.
        new: Form,
    },
    /// It has a number in place of a bullet.
    Numbered,
    /// It has a bullet in place of a number.
    Bulleted,
    /// It stands deeper in the list.
    Deeper,
    /// It stands less deep in the list.
    LessDeep,
    /// It was part of an item, and is one of its own.
    OwnItem,
    /// It was an item of its own, and is part of the one before.
    PartOfItemBefore,
    /// It has another number.
    NumberedAs(i64),
    /// Its list is numbered otherwise.
    NumberedAnew,
    /// It stands in something now: "now in a quotation".
    Into(Holder),
    /// It stands in something no more: "no longer in a table".
    OutOf(Holder),
    /// It stands in a box of this kind now.
    IntoBox(Arc<str>),
    /// It stands in a box of this kind no more.
    OutOfBox(Arc<str>),
    /// It stands elsewhere, in a way that has no name.
    Elsewhere,
}

/// What a block can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A heading.
    Heading,
    /// A row of headings in a table.
    HeadingRow,
    /// An item of a list.
    ListItem,
    /// A term that is defined.
    Term,
    /// The definition of a term.
    Definition,
    /// The title of a part that opens.
    Summary,
    /// The title of a table or a picture.
    Caption,
}

/// What a block can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A quotation.
    Quotation,
    /// A part that opens.
    Details,
    /// A table.
    Table,
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
        notes.push(Note::Structure(Structure::HeadingCells));
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

fn structure(old: &Frame, new: &Frame) -> Option<Structure> {
    kind_change(old.kind, new.kind).or_else(|| place_change(old, new))
}

fn kind_change(old: Kind, new: Kind) -> Option<Structure> {
    Some(match (old, new) {
        (Kind::Heading(before), Kind::Heading(after)) if before < after => Structure::LowerHeading,
        (Kind::Heading(before), Kind::Heading(after)) if before > after => Structure::HigherHeading,
        (Kind::Paragraph, Kind::Heading(_)) => Structure::Becomes(Form::Heading),
        (Kind::Heading(_), Kind::Paragraph) => Structure::NoLonger(Form::Heading),
        (Kind::Row { header: false }, Kind::Row { header: true }) => {
            Structure::Becomes(Form::HeadingRow)
        }
        (Kind::Row { header: true }, Kind::Row { header: false }) => {
            Structure::NoLonger(Form::HeadingRow)
        }
        _ => return None,
    })
}

fn place_change(old: &Frame, new: &Frame) -> Option<Structure> {
    if same_path(&old.path, &new.path) {
        return None;
    }
    let changes = [
        item_change,
        numbers_change,
        depth_change,
        holder_change,
        division_change,
    ];
    let found = changes
        .iter()
        .find_map(|change| change(&old.path, &new.path));
    Some(found.unwrap_or(Structure::Elsewhere))
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

fn item_change(old: &[Container], new: &[Container]) -> Option<Structure> {
    let before = old.iter().rev().find(|step| step.kind.is_item());
    let after = new.iter().rev().find(|step| step.kind.is_item());
    let kinds = (before.map(|step| step.kind), after.map(|step| step.kind));
    Some(match kinds {
        (None, Some(kind)) => Structure::Becomes(form(kind)),
        (Some(kind), None) => Structure::NoLonger(form(kind)),
        (Some(before), Some(after)) if before != after => Structure::Exchanged {
            old: form(before),
            new: form(after),
        },
        _ => return None,
    })
}

fn form(kind: ContainerKind) -> Form {
    match kind {
        ContainerKind::Term => Form::Term,
        ContainerKind::Definition => Form::Definition,
        ContainerKind::Summary => Form::Summary,
        ContainerKind::Caption => Form::Caption,
        _ => Form::ListItem,
    }
}

fn numbers_change(old: &[Container], new: &[Container]) -> Option<Structure> {
    let kinds = [ContainerKind::Bullets, ContainerKind::Numbers];
    match (innermost(old, &kinds)?, innermost(new, &kinds)?) {
        (ContainerKind::Bullets, ContainerKind::Numbers) => Some(Structure::Numbered),
        (ContainerKind::Numbers, ContainerKind::Bullets) => Some(Structure::Bulleted),
        _ => None,
    }
}

fn depth_change(old: &[Container], new: &[Container]) -> Option<Structure> {
    let (before, after) = (
        count(old, ContainerKind::Item),
        count(new, ContainerKind::Item),
    );
    if after > before {
        return Some(Structure::Deeper);
    }
    if after < before {
        return Some(Structure::LessDeep);
    }
    let before = old.iter().rev().find(|step| step.kind.is_item())?;
    let after = new.iter().rev().find(|step| step.kind.is_item())?;
    match (before.starts, after.starts) {
        (false, true) => Some(Structure::OwnItem),
        (true, false) => Some(Structure::PartOfItemBefore),
        _ if before.label != after.label => Some(match after.number {
            Some(number) => Structure::NumberedAs(number),
            None => Structure::NumberedAnew,
        }),
        _ => None,
    }
}

fn holder_change(old: &[Container], new: &[Container]) -> Option<Structure> {
    let containers = [
        (ContainerKind::Quote, Holder::Quotation),
        (ContainerKind::Details, Holder::Details),
        (ContainerKind::Table, Holder::Table),
    ];
    containers.iter().find_map(|(kind, holder)| {
        let (before, after) = (count(old, *kind), count(new, *kind));
        match before.cmp(&after) {
            std::cmp::Ordering::Less => Some(Structure::Into(*holder)),
            std::cmp::Ordering::Greater => Some(Structure::OutOf(*holder)),
            std::cmp::Ordering::Equal => None,
        }
    })
}

fn division_change(old: &[Container], new: &[Container]) -> Option<Structure> {
    let label = |path: &[Container]| -> Option<Arc<str>> {
        path.iter()
            .rev()
            .filter(|step| matches!(step.kind, ContainerKind::Division | ContainerKind::Quote))
            .find_map(|step| step.label.clone())
    };
    match (label(old), label(new)) {
        (before, Some(after)) if before.as_ref() != Some(&after) => Some(Structure::IntoBox(after)),
        (Some(before), None) => Some(Structure::OutOfBox(before)),
        _ => None,
    }
}
