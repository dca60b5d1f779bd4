//! How a text is cut into words. `search.js` does the same to what readers ask for, and
//! `search-words.json` holds examples that both are tested with.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that are on almost every page, and say little about it.
pub(super) const STOP_WORDS: &[&str] = &[
    "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do", "for",
    "from", "has", "have", "how", "if", "in", "into", "is", "it", "its", "of", "on", "or", "our",
    "that", "the", "their", "them", "they", "this", "to", "was", "we", "what", "when", "which",
    "who", "with", "you", "your",
];

/// Whether a word is left out of the index.
pub(super) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// The words of a text, in its order: in lower case, without accents, apostrophes joined, parted
/// by everything else that is no letter or digit. Letters that stand alone are left out.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .to_lowercase()
        .nfd()
        .filter(|character| !is_combining_mark(*character) && !matches!(character, '\'' | '’'))
        .collect();
    plain
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| is_long_enough(word))
        .map(str::to_owned)
        .collect()
}

fn is_long_enough(word: &str) -> bool {
    let mut characters = word.chars();
    match (characters.next(), characters.next()) {
        (None, _) => false,
        (Some(only), None) => only.is_numeric(),
        _ => true,
    }
}
