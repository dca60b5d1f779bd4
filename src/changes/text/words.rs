//! What changed inside a block, word by word.
//!
//! 1. The words and marks of both sides are compared; spaces follow the word after
//!    them, so that no two words are held together by a space alone.
//! 2. Tiny equal islands between changes become part of the change: two long
//!    phrases read better than ten crossed-out words.
//! 3. Text that keeps less than a third of its words is shown old, then new.
//! 4. Equal words whose style or link differs become a run of their own kind.
//!
//! Whatever these steps decide, the same and removed tokens in order are the old
//! text, and the same and added tokens in order the new one.

use std::mem::{Discriminant, discriminant};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::tokens::{Token, TokenKind, count_words, plain};

/// Longer texts are not compared word by word beyond their equal ends.
const MOST_COMPARISONS: usize = 400_000_000;

/// An equal island of more words is never made part of the changes around it.
const LARGEST_ISLAND: usize = 3;

/// A run of tokens with one fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// In both versions.
    Same(Vec<Token>),
    /// Only in the old version.
    Removed(Vec<Token>),
    /// Only in the new version.
    Added(Vec<Token>),
    /// The same words, with another style, link or picture address.
    Restyled {
        /// As they were.
        old: Vec<Token>,
        /// As they are.
        new: Vec<Token>,
    },
}

impl Run {
    /// Its tokens in the old version.
    pub fn old_tokens(&self) -> &[Token] {
        match self {
            Self::Same(tokens) | Self::Removed(tokens) => tokens,
            Self::Restyled { old, .. } => old,
            Self::Added(_) => &[],
        }
    }

    /// Its tokens in the new version.
    pub fn new_tokens(&self) -> &[Token] {
        match self {
            Self::Same(tokens) | Self::Added(tokens) => tokens,
            Self::Restyled { new, .. } => new,
            Self::Removed(_) => &[],
        }
    }

    /// Were words, marks or spaces added or removed?
    pub fn is_change_of_words(&self) -> bool {
        matches!(self, Self::Removed(_) | Self::Added(_))
    }
}

/// Compares the text of a block or cell.
pub(super) fn compare(old: &[Token], new: &[Token]) -> Vec<Run> {
    if plain(old) == plain(new) {
        let mut runs = Vec::new();
        push_equal_text(&mut runs, old, new);
        return runs;
    }
    let stretches = keep_or_replace(old, new, merge_islands(old, new, stretches(old, new)));
    let mut runs = Vec::new();
    for stretch in stretches {
        let (before, after) = (slice(old, &stretch.old), slice(new, &stretch.new));
        if stretch.is_same || (!before.is_empty() && plain(before) == plain(after)) {
            push_equal_text(&mut runs, before, after);
        } else {
            push_change(&mut runs, before, after);
        }
    }
    runs
}

/// A stretch of both token lists: equal token by token but for style, or changed.
#[derive(Debug, Clone)]
struct Stretch {
    is_same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// Collects stretches; neighbours with the same fate become one.
#[derive(Debug, Default)]
struct Stretches(Vec<Stretch>);

impl Stretches {
    fn push(&mut self, stretch: Stretch) {
        if stretch.old.is_empty() && stretch.new.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.is_same == stretch.is_same => {
                last.old.end = stretch.old.end;
                last.new.end = stretch.new.end;
            }
            _ => self.0.push(stretch),
        }
    }
}

fn slice<'a>(tokens: &'a [Token], range: &Range<usize>) -> &'a [Token] {
    tokens.get(range.clone()).unwrap_or_default()
}

/// Compares words and marks, then gives each space to the word after it.
fn stretches(old: &[Token], new: &[Token]) -> Vec<Stretch> {
    let (old_units, new_units) = (units(old), units(new));
    let mut found = Stretches::default();
    let (mut old_done, mut new_done) = (0, 0);
    for (i, j) in equal_units(old, &old_units, new, &new_units) {
        found.push_up_to(old, old_done..i, new, new_done..j);
        found.push(Stretch {
            is_same: true,
            old: i..i + 1,
            new: j..j + 1,
        });
        (old_done, new_done) = (i + 1, j + 1);
    }
    found.push_up_to(old, old_done..old.len(), new, new_done..new.len());
    found.0
}

impl Stretches {
    /// Adds what stands before the next equal unit: equal white space, or a change.
    fn push_up_to(
        &mut self,
        old_tokens: &[Token],
        old: Range<usize>,
        new_tokens: &[Token],
        new: Range<usize>,
    ) {
        let (before, after) = (slice(old_tokens, &old), slice(new_tokens, &new));
        let is_same = before.len() == after.len()
            && before
                .iter()
                .zip(after)
                .all(|(a, b)| a.is_space() && b.is_space() && a.text == b.text);
        self.push(Stretch { is_same, old, new });
    }
}

/// The places of all tokens but spaces.
fn units(tokens: &[Token]) -> Vec<usize> {
    let places = tokens.iter().enumerate();
    places
        .filter(|(_, token)| !token.is_space())
        .map(|(place, _)| place)
        .collect()
}

/// Pairs of equal words and marks in order, by their places among all tokens.
fn equal_units(
    old: &[Token],
    old_units: &[usize],
    new: &[Token],
    new_units: &[usize],
) -> Vec<(usize, usize)> {
    let old_keys = keys(old, old_units);
    let new_keys = keys(new, new_units);
    let mut pairs = Vec::new();
    for (from_old, from_new, length) in equal_ranges(&old_keys, &new_keys) {
        let of_old = old_units.iter().skip(from_old);
        let of_new = new_units.iter().skip(from_new);
        pairs.extend(of_old.copied().zip(of_new.copied()).take(length));
    }
    pairs
}

/// What makes two words or marks equal, whatever their style.
type Key<'a> = (Discriminant<TokenKind>, &'a str);

fn keys<'a>(tokens: &'a [Token], units: &[usize]) -> Vec<Key<'a>> {
    units
        .iter()
        .filter_map(|place| tokens.get(*place))
        .map(|token| (discriminant(&token.kind), key_text(token)))
        .collect()
}

/// One break is as good as another: which element made it is a matter of style.
fn key_text(token: &Token) -> &str {
    if token.kind == TokenKind::Break {
        ""
    } else {
        &token.text
    }
}

/// Ranges of equal units: where they begin on both sides, and their length.
fn equal_ranges(old: &[Key], new: &[Key]) -> Vec<(usize, usize, usize)> {
    let shorter = old.len().min(new.len());
    let front = (old.iter().zip(new)).take_while(|(a, b)| a == b).count();
    let back = (old.iter().rev().zip(new.iter().rev()))
        .take(shorter - front)
        .take_while(|(a, b)| a == b)
        .count();
    let old_middle = old.get(front..old.len() - back).unwrap_or_default();
    let new_middle = new.get(front..new.len() - back).unwrap_or_default();
    let mut ranges = vec![(0, 0, front)];
    if old_middle.len().saturating_mul(new_middle.len()) <= MOST_COMPARISONS {
        for step in capture_diff_slices(Algorithm::Myers, old_middle, new_middle) {
            if let DiffOp::Equal {
                old_index,
                new_index,
                len,
            } = step
            {
                ranges.push((front + old_index, front + new_index, len));
            }
        }
    }
    ranges.push((old.len() - back, new.len() - back, back));
    ranges
}

/// Makes tiny equal islands part of the changes around them.
fn merge_islands(old: &[Token], new: &[Token], stretches: Vec<Stretch>) -> Vec<Stretch> {
    let size = |stretch: &Stretch| {
        let before = count_words(slice(old, &stretch.old));
        before.max(count_words(slice(new, &stretch.new)))
    };
    let mut merged = Stretches::default();
    // Words in the last stretch kept: counted once, however often it grows.
    let mut last_size = 0;
    let mut rest = stretches.into_iter().peekable();
    while let Some(mut stretch) = rest.next() {
        let words = size(&stretch);
        let after = rest.peek().filter(|next| !next.is_same).map(&size);
        let is_between = stretch.is_same && !merged.0.is_empty() && after.is_some();
        let smallest = last_size.min(after.unwrap_or(0));
        if is_between && words <= LARGEST_ISLAND && (words == 0 || words < smallest) {
            stretch.is_same = false;
        }
        let grows = merged
            .0
            .last()
            .is_some_and(|last| last.is_same == stretch.is_same);
        last_size = if grows { last_size + words } else { words };
        merged.push(stretch);
    }
    merged.0
}

/// The stretches as they are, or one change when too little is kept to read well.
fn keep_or_replace(old: &[Token], new: &[Token], stretches: Vec<Stretch>) -> Vec<Stretch> {
    let all = count_words(old).max(count_words(new));
    let kept: usize = stretches
        .iter()
        .filter(|stretch| stretch.is_same)
        .map(|stretch| count_words(slice(old, &stretch.old)))
        .sum();
    if all > 0 && kept * 3 < all {
        return vec![Stretch {
            is_same: false,
            old: 0..old.len(),
            new: 0..new.len(),
        }];
    }
    stretches
}

/// Adds text that reads the same on both sides, cut into what is dressed alike and
/// what is not. The sides may be cut into tokens differently, so the walk goes by
/// the length of the text.
fn push_equal_text(runs: &mut Vec<Run>, old: &[Token], new: &[Token]) {
    let (mut old_rest, mut new_rest) = (old, new);
    while !old_rest.is_empty() || !new_rest.is_empty() {
        let (i, j) = same_length(old_rest, new_rest);
        let (before, old_after) = old_rest.split_at(i);
        let (after, new_after) = new_rest.split_at(j);
        (old_rest, new_rest) = (old_after, new_after);
        if before == after {
            match runs.last_mut() {
                Some(Run::Same(tokens)) => tokens.extend_from_slice(after),
                _ => runs.push(Run::Same(after.to_vec())),
            }
        } else {
            match runs.last_mut() {
                Some(Run::Restyled { old, new }) => {
                    old.extend_from_slice(before);
                    new.extend_from_slice(after);
                }
                _ => runs.push(Run::Restyled {
                    old: before.to_vec(),
                    new: after.to_vec(),
                }),
            }
        }
    }
}

/// The fewest tokens of both sides, at least one, that have the same length.
fn same_length(old: &[Token], new: &[Token]) -> (usize, usize) {
    let (mut i, mut j) = (0, 0);
    let (mut old_length, mut new_length) = (0, 0);
    loop {
        match (old.get(i), new.get(j)) {
            (None, None) => break,
            (Some(token), None) => {
                old_length += token.plain_length();
                i += 1;
            }
            (Some(token), Some(_)) if old_length <= new_length => {
                old_length += token.plain_length();
                i += 1;
            }
            (_, Some(token)) => {
                new_length += token.plain_length();
                j += 1;
            }
        }
        if old_length == new_length {
            break;
        }
    }
    (i, j)
}

/// Adds a change, deletion first, without the equal spaces at its ends.
fn push_change(runs: &mut Vec<Run>, old: &[Token], new: &[Token]) {
    let space = |(a, b): &(&Token, &Token)| a.is_space() && a == b;
    let front = old.iter().zip(new).take_while(space).count();
    let back = (old.iter().rev().zip(new.iter().rev()))
        .take(old.len().min(new.len()) - front)
        .take_while(space)
        .count();
    let middle = |tokens: &[Token]| -> Vec<Token> {
        tokens
            .get(front..tokens.len() - back)
            .unwrap_or_default()
            .to_vec()
    };
    push_same(runs, old.get(..front).unwrap_or_default());
    let (removed, added) = (middle(old), middle(new));
    if !removed.is_empty() {
        runs.push(Run::Removed(removed));
    }
    if !added.is_empty() {
        runs.push(Run::Added(added));
    }
    push_same(runs, old.get(old.len() - back..).unwrap_or_default());
}

fn push_same(runs: &mut Vec<Run>, tokens: &[Token]) {
    if tokens.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(Run::Same(known)) => known.extend_from_slice(tokens),
        _ => runs.push(Run::Same(tokens.to_vec())),
    }
}
