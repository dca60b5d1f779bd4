//! How alike two blocks are.
//!
//! Everything that alignment asks about a block is worked out once, as numbers:
//! equal lines, equal texts and equal words get equal numbers in both versions.

use std::collections::HashMap;

use super::blocks::{Block, Kind, line};
use super::tokens::plain;

/// Blocks at least this alike, in thousandths, are two versions of one block.
pub(super) const PAIR: u64 = 500;

/// How alike two rows with the same first cell are at least: the first cell names
/// what the row is about.
const SAME_KEY: u64 = 600;

/// How many words make one shingle of a fingerprint.
const SHINGLE: usize = 3;

/// Kinds of blocks that can become one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Text,
    Preformatted,
    Row,
    Rule,
}

/// What alignment knows of a block.
#[derive(Debug)]
pub(super) struct Sketch {
    /// The number of its line: equal for blocks that are the same.
    pub(super) line: usize,
    /// The number of its words without styles, links and containers.
    pub(super) text: usize,
    /// For a row, the number of its first cell.
    pub(super) key: Option<usize>,
    /// The numbers of its words, in order.
    words: Vec<usize>,
    /// The numbers of its words, sorted.
    sorted: Vec<usize>,
    class: Class,
}

impl Sketch {
    /// How many words it has.
    pub(super) fn word_count(&self) -> usize {
        self.words.len()
    }

    /// Do both say the same in the same kind of block?
    pub(super) fn says_the_same(&self, other: &Sketch) -> bool {
        self.class == other.class && self.text == other.text
    }

    /// A number that blocks alike probably share: the least digest of three words
    /// in a row. Each seed gives another one.
    pub(super) fn fingerprint(&self, seed: u64) -> Option<u64> {
        self.words
            .windows(SHINGLE)
            .map(|words| {
                words
                    .iter()
                    .fold(mix(seed), |sum, word| mix(sum ^ (*word as u64)))
            })
            .min()
    }
}

/// Sketches of all blocks of both versions.
pub(super) fn sketch(old: &[Block], new: &[Block]) -> (Vec<Sketch>, Vec<Sketch>) {
    let mut numbers = Numbers::default();
    let old = old.iter().map(|block| numbers.sketch(block)).collect();
    let new = new.iter().map(|block| numbers.sketch(block)).collect();
    (old, new)
}

/// The likeness of two blocks in thousandths, or nothing if it is below `least`.
pub(super) fn likeness(old: &Sketch, new: &Sketch, least: u64) -> Option<u64> {
    if old.class != new.class {
        return None;
    }
    if old.text == new.text {
        return Some(1000);
    }
    let floor = if old.key.is_some() && old.key == new.key {
        SAME_KEY
    } else {
        0
    };
    let shared = shared_words(&old.sorted, &new.sorted, least.min(1000)).max(floor);
    (shared >= least).then_some(shared)
}

/// Twice the words in both, of all words, in thousandths. Stops where the lengths
/// alone rule out `least`.
fn shared_words(old: &[usize], new: &[usize], least: u64) -> u64 {
    let all = (old.len() + new.len()) as u64;
    let most = 2 * old.len().min(new.len()) as u64;
    if all == 0 || most * 1000 < least * all {
        return 0;
    }
    let mut shared = 0;
    let mut rest = new;
    for word in old {
        while let [first, after @ ..] = rest
            && first < word
        {
            rest = after;
        }
        if let [first, after @ ..] = rest
            && first == word
        {
            shared += 1;
            rest = after;
        }
    }
    2 * shared * 1000 / all
}

/// Scatters a number: the same on every machine, unlike the hash of a hash map.
fn mix(number: u64) -> u64 {
    let mut number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// Gives equal strings equal numbers, counted in the order they come.
#[derive(Debug, Default)]
struct Numbers {
    lines: HashMap<String, usize>,
    texts: HashMap<String, usize>,
    words: HashMap<String, usize>,
}

impl Numbers {
    fn sketch(&mut self, block: &Block) -> Sketch {
        let words: Vec<usize> = block
            .tokens()
            .filter(|token| token.is_word())
            .map(|token| number(&mut self.words, &token.text))
            .collect();
        let mut sorted = words.clone();
        sorted.sort_unstable();
        Sketch {
            line: number(&mut self.lines, &line(block)),
            text: number(&mut self.texts, &block.plain()),
            key: self.key(block),
            words,
            sorted,
            class: class(block.frame.kind),
        }
    }

    fn key(&mut self, block: &Block) -> Option<usize> {
        let first = block.cells.first().filter(|_| block.frame.is_row())?;
        let text = plain(&first.tokens);
        (!text.is_empty()).then(|| number(&mut self.texts, &text))
    }
}

fn number(numbers: &mut HashMap<String, usize>, text: &str) -> usize {
    if let Some(number) = numbers.get(text) {
        return *number;
    }
    let next = numbers.len();
    numbers.insert(text.to_owned(), next);
    next
}

fn class(kind: Kind) -> Class {
    match kind {
        Kind::Paragraph | Kind::Heading(_) => Class::Text,
        Kind::Preformatted => Class::Preformatted,
        Kind::Row { .. } => Class::Row,
        Kind::Rule => Class::Rule,
    }
}
