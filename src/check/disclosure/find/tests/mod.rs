//! Tests over the whole: each rule where it fires, where it must not, and at its edges.

mod charts;
mod counts;
mod identifiers;
mod named_dates;
mod numbers;
mod properties;
mod prose;
mod tables;

use super::*;

/// What is found in a text: the words of each finding, its sort, and how sure it is.
fn found(text: &str, format: Format) -> Vec<(&str, Sort, Confidence)> {
    let findings = find(text, format).into_iter();
    findings
        .map(|one| (text.get(one.span).unwrap(), one.sort, one.confidence))
        .collect()
}

/// That exactly this is found in a Markdown text.
#[track_caller]
fn finds(text: &str, part: &str, sort: Sort, confidence: Confidence) {
    assert_eq!(
        found(text, Format::Markdown),
        [(part, sort, confidence)],
        "in: {text}"
    );
}

/// That nothing is found in Markdown texts.
#[track_caller]
fn silent(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text, Format::Markdown), [], "in: {text}");
    }
}

/// That exactly this is found in texts, the part between « and ».
#[track_caller]
fn all_find(sort: Sort, confidence: Confidence, texts: &[&str]) {
    for marked in texts {
        let part = marked
            .split('«')
            .nth(1)
            .and_then(|rest| rest.split('»').next());
        let text = marked.replace(['«', '»'], "");
        finds(&text, part.unwrap(), sort, confidence);
    }
}

const ALL: [Sort; 13] = [
    Sort::NationalInsurance,
    Sort::NhsNumber,
    Sort::PupilNumber,
    Sort::LearnerNumber,
    Sort::DateOfBirth,
    Sort::PersonalEmail,
    Sort::MobileNumber,
    Sort::HomePostcode,
    Sort::CaseReference,
    Sort::SmallNumber,
    Sort::SmallShare,
    Sort::LoneSuppressedCell,
    Sort::NoneOfFew,
];

#[test]
fn every_sort_has_its_own_words() {
    let words: std::collections::BTreeSet<&str> = ALL.iter().map(|sort| sort.word()).collect();
    let whats: std::collections::BTreeSet<&str> = ALL.iter().map(|sort| sort.what()).collect();
    assert_eq!((words.len(), whats.len()), (ALL.len(), ALL.len()));
    for sort in ALL {
        assert!(
            sort.word()
                .bytes()
                .all(|one| one.is_ascii_lowercase() || one == b'-')
        );
        assert!(!sort.help().is_empty() && !sort.help().contains('—'));
    }
    assert!(Sort::NhsNumber.is_secret() && !Sort::SmallNumber.is_secret());
}

#[test]
fn the_most_certain_of_two_findings_stays() {
    let likely = |span| Finding::new(span, Sort::SmallNumber, Confidence::Likely);
    let certain = |span| Finding::new(span, Sort::NhsNumber, Confidence::Certain);
    assert_eq!(settle(vec![likely(0..9), certain(3..6)]), [certain(3..6)]);
    assert_eq!(settle(vec![likely(0..3), likely(0..5)]), [likely(0..5)]);
    assert_eq!(
        settle(vec![likely(5..7), likely(0..3)]),
        [likely(0..3), likely(5..7)]
    );
    assert_eq!(settle(vec![likely(0..3), likely(0..3)]), [likely(0..3)]);
}
