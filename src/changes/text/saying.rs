//! What a comparison says beside the two texts.

use super::blocks::Noun;
use super::notes::{LinkChange, Note};

/// Which way a block moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

/// What a comparison says, in the language of the page that it stands on.
pub trait TextWords {
    /// Before what is new, for those who do not see the mark: "added:".
    fn added(&self) -> String;
    /// Before what is gone: "removed:".
    fn removed(&self) -> String;
    /// "No words changed"
    fn no_words_changed(&self) -> String;
    /// Stands in for a line across the page: "dividing line".
    fn rule(&self) -> String;
    /// "read the full text"
    fn read_full_text(&self) -> String;
    /// What is left out, by sort of block: "4 unchanged paragraphs".
    fn unchanged(&self, blocks: &[(Noun, usize)]) -> String;
    /// Where blocks are now, and under which heading: "2 paragraphs moved down to “Money”". One
    /// block is named without a number.
    fn moved_away(&self, blocks: &[(Noun, usize)], way: Way, to: Option<&str>) -> String;
    /// Where a block was before: "moved down from “Costs”".
    fn moved_here(&self, way: Way, from: Option<&str>) -> String;
    /// Where a link goes, beside its words: "link changed from X to Y".
    fn link(&self, change: &LinkChange) -> String;
    /// What changed beside words. `alone` says that nothing else of the block changed.
    fn note(&self, note: &Note, alone: bool) -> String;
    /// A picture, by what stands for it: "picture: A house".
    fn picture(&self, alternative: &str) -> String;
    /// After a box to tick, for those who do not see it: "ticked".
    fn tick(&self, is_ticked: bool) -> String;
}
