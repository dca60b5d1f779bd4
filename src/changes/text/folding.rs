//! What a reader needs to see: the changes, a block of context on each side, the
//! heading they stand under and the headings of their table. Longer unchanged
//! stretches become one line, and blocks that moved away together one placeholder.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::blocks::{Container, ContainerKind, Noun};
use super::pieces::Piece;
use super::places::{excerpt_of, headings};
use super::saying::{TextWords, Way};

/// Fewer unchanged blocks than this are shown as they are.
const LEAST_FOLDED: usize = 3;

/// What is shown at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum View {
    /// One piece, by its place.
    Piece(usize),
    /// Unchanged pieces that are not shown.
    Folded(Range<usize>),
    /// Pieces that moved away together.
    Away(Range<usize>),
}

/// What is shown of these pieces, in order.
pub(super) fn views(pieces: &[Piece]) -> Vec<View> {
    let shown = shown(pieces);
    let mut views: Vec<View> = Vec::new();
    let mut place = 0;
    while let Some(piece) = pieces.get(place) {
        let from_here = || shown.iter().skip(place);
        if matches!(piece, Piece::MovedFrom { .. }) {
            let end = place + together(pieces, place);
            views.push(View::Away(place..end));
            place = end;
            continue;
        }
        let hidden = from_here().take_while(|shown| !**shown).count();
        if hidden >= LEAST_FOLDED {
            views.push(View::Folded(place..place + hidden));
        } else {
            views.extend((place..place + hidden.max(1)).map(View::Piece));
        }
        place += hidden.max(1);
    }
    views
}

/// How many pieces from here on moved away to one place.
fn together(pieces: &[Piece], place: usize) -> usize {
    let target = |piece: &Piece| match piece {
        Piece::MovedFrom { to, .. } => Some(*to),
        _ => None,
    };
    let first = pieces.get(place).and_then(target);
    let targets = pieces.iter().skip(place).map(target).enumerate();
    targets
        .take_while(|(step, to)| to.is_some() && *to == first.map(|first| first + step))
        .count()
        .max(1)
}

fn shown(pieces: &[Piece]) -> Vec<bool> {
    let mut shown: Vec<bool> = pieces.iter().map(Piece::is_change).collect();
    let beside_change: Vec<usize> = (0..pieces.len())
        .filter(|place| {
            let before = place.checked_sub(1).and_then(|before| pieces.get(before));
            let after = pieces.get(place + 1);
            before.into_iter().chain(after).any(Piece::is_change)
        })
        .collect();
    for place in beside_change {
        show(&mut shown, place);
    }
    let (mut heading, mut column_heads) = (None, None);
    for (place, piece) in pieces.iter().enumerate() {
        if piece.is_change()
            && let Some(heading) = heading
        {
            show(&mut shown, heading);
        }
        let is_shown = shown.get(place).copied().unwrap_or(false);
        if let Some(heads) = column_heads.filter(|_| is_shown && piece.frame().is_row()) {
            show(&mut shown, heads);
        }
        if piece.frame().is_heading() && piece.is_new() {
            heading = Some(place);
        }
        if piece.frame().is_header_row() {
            column_heads = Some(place);
        } else if !piece.frame().is_row() {
            column_heads = None;
        }
    }
    shown
}

fn show(shown: &mut [bool], place: usize) {
    if let Some(shown) = shown.get_mut(place) {
        *shown = true;
    }
}

/// The containers that go on through a fold: those of the piece before it that no
/// piece of the fold or after it leaves.
pub(super) fn path_through<'a>(pieces: &'a [Piece], fold: &Range<usize>) -> &'a [Container] {
    let before = fold
        .start
        .checked_sub(1)
        .and_then(|place| pieces.get(place));
    let (Some(before), true) = (before, fold.end < pieces.len()) else {
        return &[];
    };
    let path = &before.frame().path;
    let through = pieces.iter().take(fold.end + 1).skip(fold.start);
    let shared = through
        .map(|piece| shared_containers(path, &piece.frame().path))
        .min();
    path.get(..shared.unwrap_or(0)).unwrap_or_default()
}

fn shared_containers(before: &[Container], after: &[Container]) -> usize {
    let both = before.iter().zip(after);
    both.take_while(|(a, b)| goes_on(a, b)).count()
}

/// Is a block in the same container as the block before it?
fn goes_on(before: &Container, after: &Container) -> bool {
    before.kind == after.kind && same_label(before, after) && !after.starts
}

/// Have two containers the same class? The number of an item is no class.
pub(super) fn same_label(a: &Container, b: &Container) -> bool {
    a.kind == ContainerKind::Item || a.label == b.label
}

/// How many blocks of each sort.
pub(super) fn counts(pieces: &[Piece]) -> Vec<(Noun, usize)> {
    let mut counts: BTreeMap<Noun, usize> = BTreeMap::new();
    for piece in pieces {
        *counts.entry(piece.noun()).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// What is told of pieces that moved away together: where they are, and how they begin.
pub(super) struct Away {
    /// The place of the first of them among all pieces, where it is now.
    pub(super) to: usize,
    /// "2 paragraphs moved down to “Money”".
    pub(super) sentence: String,
    /// The first words.
    pub(super) excerpt: String,
}

/// The stories of moves, with what they need to know of all pieces.
pub(super) struct Moves<'a> {
    pieces: &'a [Piece],
    headings: Vec<Option<Arc<str>>>,
}

impl<'a> Moves<'a> {
    pub(super) fn new(pieces: &'a [Piece]) -> Self {
        Self {
            pieces,
            headings: headings(pieces),
        }
    }

    fn heading(&self, place: usize) -> Option<&str> {
        self.headings.get(place)?.as_deref()
    }

    /// The placeholder for pieces that moved away together.
    pub(super) fn away(&self, range: &Range<usize>, words: &dyn TextWords) -> Option<Away> {
        let group = self.pieces.get(range.clone())?;
        let first = group.first()?;
        let Piece::MovedFrom { to, .. } = first else {
            return None;
        };
        let heading = self
            .heading(*to)
            .filter(|_| self.changes_heading(range.start, *to));
        let sentence = words.moved_away(&counts(group), way(range.start, *to), heading);
        Some(Away {
            to: *to,
            sentence,
            excerpt: excerpt_of(first),
        })
    }

    /// What is told at the new place of the first of pieces that moved together:
    /// "moved down from “Costs”". Nothing for the others.
    pub(super) fn arrival(
        &self,
        place: usize,
        from: usize,
        words: &dyn TextWords,
    ) -> Option<String> {
        let before = from
            .checked_sub(1)
            .and_then(|before| self.pieces.get(before));
        if matches!(before, Some(Piece::MovedFrom { to, .. }) if *to + 1 == place) {
            return None;
        }
        let heading = self
            .heading(from)
            .filter(|_| self.changes_heading(from, place));
        Some(words.moved_here(way(from, place), heading))
    }

    fn changes_heading(&self, from: usize, to: usize) -> bool {
        self.heading(from) != self.heading(to)
    }
}

fn way(from: usize, to: usize) -> Way {
    if to > from { Way::Down } else { Way::Up }
}
