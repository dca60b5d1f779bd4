//! Registers: any bytes, read as sign-ups and as actions.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use offerbook::model::Slug;
use offerbook::parse::authority;
use offerbook_fuzz::{authority_files, check_problems, text_of, texts_of};

const INDEX: &str = "+++\ntitle = \"T\"\nkind = \"policy\"\nsummary = \"S\"\n+++\n\
```sign-ups\n```\n\n```actions\n```\n";

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(text) = text_of(data) else { return Corpus::Reject };
    let files = authority_files(&[
        ("authority.toml", "name = \"E\"\ncode = \"E10000001\"\ntype = \"county\"\n"),
        ("offer/actions.csv", &text),
        ("offer/index.md", INDEX),
        ("offer/sign-ups.csv", &text),
    ]);
    let slug = Slug::new("exampleshire").expect("a slug");
    let (content, problems) = authority(&slug, &files, &[]);
    let texts = texts_of(&files);
    check_problems(&problems, &texts, 200);
    for one in &content.publications {
        check_problems(&one.problems, &texts, 200);
        let publication = &one.publication;
        let sign_ups = publication.sign_ups.iter().flatten();
        let places = sign_ups
            .flat_map(|row| [Some(&row.place), Some(&row.organisation.place), row.version.as_ref().map(|v| &v.place)])
            .flatten()
            .chain(publication.actions.iter().map(|row| &row.place));
        for place in places {
            if let Some(span) = &place.span {
                assert!(text.get(span.clone()).is_some(), "{span:?} of {} bytes", text.len());
            }
        }
    }
    Corpus::Keep
});
