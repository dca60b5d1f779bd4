use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::Value;

use super::files::{Sizes, encode, files, shorten};
use super::words::{STOP_WORDS, is_stop_word, words};
use super::{FORMAT, Findable, index, terms};

/// Reads an index as its format says, in the plainest way.
struct Reader {
    files: BTreeMap<String, Value>,
    directory: Value,
}

impl Reader {
    fn new(files: &[(String, Vec<u8>)]) -> Self {
        let parsed = files.iter().map(|(name, bytes)| {
            let file: Value = serde_json::from_slice(bytes).unwrap();
            assert_eq!(file["format"], FORMAT, "{name}");
            (name.clone(), file)
        });
        let mut files: BTreeMap<String, Value> = parsed.collect();
        let directory = files.remove("directory.json").unwrap();
        Self { files, directory }
    }

    fn number(&self, name: &str) -> usize {
        number(&self.directory[name])
    }

    /// The results that have a word in their titles, and those that have it elsewhere.
    fn find(&self, word: &str) -> (Vec<usize>, Vec<usize>) {
        let units: Vec<u16> = word.encode_utf16().collect();
        let firsts = self.directory["terms"].as_array().unwrap().iter();
        let before = firsts
            .filter(|row| text(&row[0]).encode_utf16().collect::<Vec<_>>() <= units)
            .count();
        let Some(file) = before.checked_sub(1) else {
            return Default::default();
        };
        let rows = self.files[&format!("terms/{file}.json")]["terms"]
            .as_array()
            .unwrap();
        let row = rows.iter().find(|row| row[0] == word);
        row.map(|row| (decode(text(&row[1])), decode(text(&row[2]))))
            .unwrap_or_default()
    }

    fn result(&self, number: usize) -> &Value {
        let size = self.number("results_per_file");
        &self.files[&format!("results/{}.json", number / size)]["results"][number % size]
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

fn decode(text: &str) -> Vec<usize> {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut characters = text.chars().peekable();
    let mut numbers = vec![];
    let mut next = 0;
    while characters.peek().is_some() {
        let is_run = characters.next_if_eq(&'.').is_some();
        let mut value = 0;
        for place in 0.. {
            let digit = DIGITS.find(characters.next().unwrap()).unwrap();
            value += (digit % 32) << (5 * place);
            if digit < 32 {
                break;
            }
        }
        let count = if is_run { value } else { 1 };
        next += if is_run { 0 } else { value };
        numbers.extend(next..next + count);
        next += count;
    }
    numbers
}

fn councils(number: usize) -> Vec<(String, String)> {
    (0..number)
        .map(|one| (format!("council-{one}"), format!("Council {one}")))
        .collect()
}

fn page(authority: usize, path: &str, title: &str, summary: &str) -> Findable {
    Findable {
        title: title.to_owned(),
        path: path.to_owned(),
        authority,
        summary: summary.to_owned(),
        ..Findable::default()
    }
}

#[test]
fn words_are_cut_as_in_the_shared_examples() {
    let shared: Value =
        serde_json::from_str(include_str!("../../../tests/search-words.json")).unwrap();
    assert_eq!(shared["stop"], serde_json::json!(STOP_WORDS));
    for example in shared["examples"].as_array().unwrap() {
        let cut = words(text(&example["text"]));
        let cut: Vec<String> = cut.into_iter().filter(|word| !is_stop_word(word)).collect();
        assert_eq!(
            serde_json::json!(cut),
            example["words"],
            "{}",
            example["text"]
        );
    }
}

#[test]
fn stop_words_are_sorted_and_would_be_words() {
    assert!(STOP_WORDS.is_sorted());
    for word in STOP_WORDS {
        assert_eq!(words(word), [*word]);
    }
}

#[test]
fn the_format_is_the_described_one() {
    let files = index(
        &councils(3),
        vec![
            page(2, "c/rent/", "Rent", "Help with rent."),
            Findable {
                headings: vec!["Who can get it".to_owned(), "Zoë’s rent".to_owned()],
                remark: "Version of 1 July 2026".to_owned(),
                ..page(0, "a/help/", "Help at home", "")
            },
        ],
    );
    let shown: Vec<String> = files
        .iter()
        .map(|(name, bytes)| format!("{name}: {}", String::from_utf8_lossy(bytes)))
        .collect();
    let start = "{\"format\":\"offerbook-search/v1\",";
    assert_eq!(
        shown[1..],
        [
            format!(
                "terms/0.json: {start}\"terms\":[\n[\"get\",\"\",\"A\"],\n[\"help\",\"A\",\"B\"],\n\
                 [\"home\",\"A\",\"\"],\n[\"rent\",\"B\",\"A\"],\n[\"zoes\",\"\",\"A\"]\n]}}\n"
            ),
            format!(
                "results/0.json: {start}\"results\":[\n\
                 [\"Help at home\",\"a/help/\",\"\",\"Version of 1 July 2026\",0],\n\
                 [\"Rent\",\"c/rent/\",\"Help with rent.\",\"\",2]\n]}}\n"
            ),
        ]
    );
    let directory: Value = serde_json::from_slice(&files[0].1).unwrap();
    assert_eq!(directory["terms"], serde_json::json!([["get", 1]]));
    assert_eq!(
        directory["authorities"],
        serde_json::json!([
            ["council-0", "Council 0", 0],
            ["council-1", "Council 1", 1],
            ["council-2", "Council 2", 1]
        ])
    );
}

#[test]
fn an_index_of_nothing_is_a_directory() {
    let files = index(&[], vec![]);
    assert_eq!(files.len(), 1);
    let reader = Reader::new(&files);
    assert_eq!(reader.number("results"), 0);
    assert_eq!(reader.find("anything"), (vec![], vec![]));
}

#[test]
fn the_stamp_changes_with_any_file() {
    let stamp = |summary: &str| {
        let files = index(&councils(1), vec![page(0, "a/", "Rent", summary)]);
        Reader::new(&files).directory["stamp"].clone()
    };
    assert_eq!(stamp("A."), stamp("A."));
    assert_ne!(stamp("A."), stamp("A!"));
}

#[test]
fn lists_are_written_as_described() {
    for (numbers, text) in [
        (vec![], ""),
        (vec![0], "A"),
        (vec![2, 3, 4, 5, 6, 7, 9], "C.FB"),
        (vec![0, 1, 2], "AAA"),
        (vec![31, 63, 96], "ffgB"),
        (vec![30_599], "n8d"),
    ] {
        assert_eq!(encode(&numbers), text);
        assert_eq!(decode(text), numbers);
    }
}

#[test]
fn a_summary_ends_after_a_word() {
    assert_eq!(shorten("one  two\nthree", 13), "one two three");
    assert_eq!(shorten("one two, three", 13), "one two…");
    assert_eq!(shorten("one two. Three four", 12), "one two…");
    assert_eq!(shorten("one two three", 8), "one two…");
    assert_eq!(shorten("incomprehensible", 5), "inco…");
}

#[test]
fn terms_that_are_too_large_have_a_file_of_their_own() {
    let pages = (0..500).map(|one| {
        let often = if one % 2 == 0 { "often" } else { "" };
        page(
            0,
            &format!("{one:03}/"),
            "",
            &format!("{often} rare{one} near{one}"),
        )
    });
    let pages: Vec<Findable> = pages.collect();
    let sizes = Sizes {
        terms: 200,
        ..Sizes::default()
    };
    let files = files(&councils(1), &pages, &terms(&pages), sizes);
    let reader = Reader::new(&files);
    let large: Vec<&Value> = reader
        .files
        .values()
        .filter(|file| file["terms"][0][0] == "often")
        .collect();
    assert_eq!(large.len(), 1);
    assert_eq!(large[0]["terms"].as_array().unwrap().len(), 1);
    assert_eq!(reader.find("often").1.len(), 250);
    assert_eq!(reader.find("rare499").1, [499]);
}

/// Pages with different paths, of words that meet often, with letters of all sorts.
fn pages() -> impl Strategy<Value = Vec<Findable>> {
    let text = prop_oneof![
        4 => "(home|homes|Rent|the|of|Zoë’s|care-leaver|2|x|ΟΔΟΣ|ﬁne|𝐀𝐁|,)( (home|rent|kin|and|1)){0,4}",
        1 => ".{0,30}",
    ];
    let path = "[abc]{1,3}/";
    let rest = (
        0..4_usize,
        text.clone(),
        text.clone(),
        prop::collection::vec(text, 0..3),
    );
    prop::collection::btree_map(path, rest, 0..40).prop_map(|pages| {
        let pages = pages.into_iter();
        pages
            .map(|(path, (authority, title, summary, headings))| Findable {
                headings,
                ..page(authority, &path, &title, &summary)
            })
            .collect()
    })
}

fn shuffled() -> impl Strategy<Value = (Vec<Findable>, Vec<Findable>)> {
    pages().prop_flat_map(|pages| (Just(pages.clone()), Just(pages).prop_shuffle()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn lists_come_back(numbers in prop::collection::btree_set(0..40_000_usize, 0..300)) {
        let numbers: Vec<usize> = numbers.into_iter().collect();
        prop_assert_eq!(decode(&encode(&numbers)), numbers);
    }

    #[test]
    fn dense_lists_come_back(gaps in prop::collection::vec(prop_oneof![9 => Just(1), 1 => 1..3_000_usize], 0..300)) {
        let mut last = 0;
        let numbers: Vec<usize> = gaps.into_iter().map(|gap| { last += gap; last }).collect();
        prop_assert_eq!(decode(&encode(&numbers)), numbers);
    }

    #[test]
    fn words_are_made_of_letters_and_digits(text in ".{0,60}") {
        for word in words(&text) {
            prop_assert!(word.chars().all(char::is_alphanumeric));
            prop_assert_eq!(words(&word), vec![word.clone()]);
        }
    }

    #[test]
    fn summaries_are_short(text in ".{0,80}", longest in 1..40_usize) {
        let short = shorten(&text, longest);
        prop_assert!(short.chars().count() <= longest);
        prop_assert!(short.ends_with('…') || short == text.split_whitespace().collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn order_does_not_matter((pages, others) in shuffled()) {
        prop_assert_eq!(index(&councils(4), pages), index(&councils(4), others));
    }

    #[test]
    fn every_word_finds_its_page_and_no_other(mut pages in pages()) {
        let reader = Reader::new(&index(&councils(4), pages.clone()));
        pages.sort_by_key(|one| (one.authority, one.path.clone()));
        prop_assert_eq!(reader.number("results"), pages.len());
        let mut sought = BTreeSet::from(["home".to_owned(), "missing".to_owned()]);
        let of = |texts: &[&str]| -> BTreeSet<String> {
            texts.iter().flat_map(|text| words(text)).filter(|word| !is_stop_word(word)).collect()
        };
        let mut cut: Vec<(BTreeSet<String>, BTreeSet<String>)> = vec![];
        for (number, one) in pages.iter().enumerate() {
            let result = reader.result(number);
            prop_assert_eq!(text(&result[0]), &one.title);
            prop_assert_eq!(text(&result[1]), &one.path);
            prop_assert_eq!(result[4].as_u64(), Some(one.authority as u64));
            let headings = one.headings.join(" ");
            let (title, all) = (of(&[&one.title]), of(&[&one.title, &headings, &one.summary]));
            sought.extend(all.iter().cloned());
            cut.push((title, all));
        }
        for word in &sought {
            let has_in_title = |number: &usize| cut[*number].0.contains(word);
            let (titles, texts) = (0..cut.len())
                .filter(|number| cut[*number].1.contains(word))
                .partition(has_in_title);
            prop_assert_eq!(reader.find(word), (titles, texts), "{}", word);
        }
        prop_assert_eq!(reader.find("the"), (vec![], vec![]));
    }

    #[test]
    fn files_are_as_small_as_they_should_be(pages in pages(), limit in 1..400_usize, results in 1..9_usize) {
        let sizes = Sizes { terms: limit, results, ..Sizes::default() };
        let files = files(&councils(4), &pages, &terms(&pages), sizes);
        let reader = Reader::new(&files);
        let mut last = vec![];
        for (number, listed) in reader.directory["terms"].as_array().unwrap().iter().enumerate() {
            let name = format!("terms/{number}.json");
            let rows = reader.files[&name]["terms"].as_array().unwrap();
            let size: usize = rows.iter().map(|row| row.to_string().len()).sum();
            prop_assert!(size <= limit || rows.len() == 1);
            prop_assert_eq!(&rows[0][0], &listed[0]);
            let bytes = files.iter().find(|file| file.0 == name).unwrap().1.len();
            prop_assert_eq!(number_of_kilobytes(bytes), listed[1].as_u64().unwrap());
            for row in rows {
                let units: Vec<u16> = text(&row[0]).encode_utf16().collect();
                prop_assert!(last < units);
                last = units;
            }
        }
        let parts = reader.files.keys().filter(|name| name.starts_with("results/")).count();
        prop_assert_eq!(parts, pages.len().div_ceil(results));
    }
}

fn number_of_kilobytes(bytes: usize) -> u64 {
    (bytes as u64).div_ceil(1_024)
}
