//! "Did you mean": the nearest of the known words.

/// The known word nearest to what was typed, if one is near enough to be worth suggesting.
///
/// Near means a third of the letters or fewer differ, swapped neighbours counting once.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    known
        .into_iter()
        .map(|word| {
            (
                strsim::damerau_levenshtein(&typed, &word.to_lowercase()),
                word,
            )
        })
        .filter(|(distance, word)| *distance <= (word.len().max(typed.len()) / 3).max(1))
        .min()
        .map(|(_, word)| word)
}
