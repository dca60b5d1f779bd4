//! Settings, kinds and record files: no panic, places inside the text, one text for one meaning.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::{Corpus, fuzz_target};
use offerbook::config::{KindText, Kinds, site_settings};
use offerbook::diagnostics::Texts;
use offerbook::record::{PendingEntry, RecordText};
use offerbook_fuzz::{check_problems, text_of};

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(text) = text_of(data) else { return Corpus::Reject };
    let file: Arc<str> = Arc::from("own.toml");
    let mut texts = Texts::default();
    texts.insert(Arc::clone(&file), Arc::from(text.as_str()));
    let (settings, problems) = site_settings(&file, &text);
    check_problems(&problems, &texts, 20);
    assert!(settings.base_url.ends_with('/'));
    let kind = KindText {
        slug: "own".to_owned(),
        file: Arc::clone(&file),
        text: Arc::from(text.as_str()),
    };
    let (kinds, problems) = Kinds::read(&[kind]);
    check_problems(&problems, &texts, 20);
    assert!(kinds.get("own").is_some());
    // As the bytes come, not canonical: the record has to see what is not its own.
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Keep };
    if let Ok(record) = text.parse::<RecordText>() {
        assert_eq!(record.to_text(), text);
        assert_eq!(record.to_text().parse::<RecordText>().as_ref(), Ok(&record));
        let entry = PendingEntry::of(&record, &"0".repeat(64));
        assert_eq!(entry.to_text().parse::<PendingEntry>().as_ref(), Ok(&entry));
        let name = entry.file_name();
        assert!(!name.contains(['/', '\\']) && !name.starts_with('.'), "{name}");
    }
    if let Ok(entry) = text.parse::<PendingEntry>() {
        assert_eq!(entry.to_text(), text);
        assert_eq!(entry.to_text().parse::<PendingEntry>().as_ref(), Ok(&entry));
    }
    Corpus::Keep
});
