//! A page: safe HTML, whatever was written. A text that starts with `%` is read with every
//! element allowed that the settings let a site allow; `+++` starts a front matter of its own.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::{Corpus, fuzz_target};
use offerbook::config::site_settings;
use offerbook::model::{Body, LinkStyle, Publication, Slug};
use offerbook::parse::{authority, recorded_body};
use offerbook::site::{Address, BodyPlace, relink};
use offerbook_fuzz::{
    assert_safe, authority_files, check_problems, collapse, text_of, text_tokens, texts_of, wanted,
};

const FRONT: &str = "+++\ntitle = \"T\"\nkind = \"policy\"\nsummary = \"S\"\n+++\n";
const SUPPORT: &str = "+++\ntitle = \"M <b>\"\nsummary = \"S & s\"\npublications = [\"offer\"]\n\
topics = [\"t\"]\nwho = \"W\"\nhow_to_claim = \"H\"\namount = \"£5 <i>\"\n+++\nText\n";
const ORGANISATIONS: &str = "[police]\nname = \"Police & <b>\"\ntype = \"police force\"\nsector = \"police\"\n";
const SIGN_UPS: &str = "organisation,status,role,date,version,commitment\npolice,signed,Chief,2026-01-02,2026-01-02,\"A <b>\"\n";
const ACTIONS: &str = "number,action,owner,due,measure,status,updated\n1,\"A <b>\",O,,M,done,2026-01-02\n";

/// What a site can allow of elements that are worth trying.
static ALLOWED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let text = "title = \"T\"\npublisher = \"P\"\n[html]\nallowed_elements = [\"u\", \"math\", \
        \"template\", \"noscript\", \"xmp\", \"plaintext\", \"title\", \"noembed\", \"noframes\", \
        \"frameset\", \"frame\", \"applet\", \"video\", \"audio\", \"source\", \"picture\", \
        \"mi\", \"mtext\", \"marquee\", \"dialog\", \"nav\", \"body\", \"html\", \"head\", \
        \"image\", \"isindex\", \"keygen\", \"portal\", \"slot\", \"var\", \"script\", \"style\", \
        \"svg\", \"form\", \"input\", \"iframe\"]\n";
    site_settings(&"site-config.toml".into(), text).0.allowed_elements
});

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(text) = text_of(data) else { return Corpus::Reject };
    // HTML cannot hold U+0000.
    let text = text.replace('\0', "\u{fffd}");
    let (allowed, text) = match text.strip_prefix('%') {
        Some(rest) => (ALLOWED.as_slice(), rest.to_owned()),
        None => (&[][..], text),
    };
    let text = if text.starts_with("+++") { text } else { format!("{FRONT}{text}") };
    let files = authority_files(&[
        ("authority.toml", "name = \"E\"\ncode = \"E10000001\"\ntype = \"county\"\n"),
        ("organisations.toml", ORGANISATIONS),
        ("offer/actions.csv", ACTIONS),
        ("offer/index.md", &text),
        ("offer/housing.md", "+++\ntitle = \"H\"\n+++\n## Rent\n"),
        ("offer/index.cy.md", "+++\ntitle = \"C\"\n+++\nTestun\n"),
        ("offer/sign-ups.csv", SIGN_UPS),
        ("supports/m.md", SUPPORT),
    ]);
    let slug = Slug::new("exampleshire").expect("a slug");
    let (content, problems) = authority(&slug, &files, allowed);
    let texts = texts_of(&files);
    check_problems(&problems, &texts, 20);
    for one in &content.publications {
        check_problems(&one.problems, &texts, 20);
        for page in &one.publication.pages {
            check(&page.body, &text, &one.publication, &page.name, allowed);
        }
    }
    Corpus::Keep
});

fn check(body: &Body, text: &str, publication: &Publication, page: &str, allowed: &[String]) {
    if !wanted("silence") {
        eprintln!("{page}: {}", body.html);
    }
    assert_safe(&body.html, allowed, "body");
    let recorded = recorded_body(&body.html);
    let short = |body: &Body| -> Vec<(u8, String, String)> {
        body.headings
            .iter()
            .map(|one| (one.level, one.id.clone(), collapse(&one.text)))
            .collect()
    };
    let bytes = text.as_bytes();
    let is_raw = bytes
        .windows(2)
        .any(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || b"!?/".contains(&pair[1])));
    if wanted("headings") && (!is_raw || wanted("raw-headings")) {
        let html = &body.html;
        let (ours, theirs) = (short(body), short(&recorded));
        if wanted("heading-text") {
            assert_eq!(ours, theirs, "headings and recorded headings of {html}");
        } else {
            let bare = |list: &[(u8, String, String)]| -> Vec<(u8, String)> {
                list.iter().map(|(level, id, _)| (*level, id.clone())).collect()
            };
            assert_eq!(bare(&ours), bare(&theirs), "headings and recorded headings of {html}");
        }
    }
    let covers = |body: &Body| body.headings.iter().map(|h| h.covers.clone()).collect::<Vec<_>>();
    if wanted("covers") && (!is_raw || wanted("raw-headings")) {
        assert_eq!(covers(body), covers(&recorded), "covers of {}", body.html);
    }
    let own = Address::home().page("exampleshire").page("offer");
    let version = own.page("2026-07-01");
    for style in [LinkStyle::Folders, LinkStyle::Files] {
        let places = [
            ("own", own.clone(), BodyPlace::Own { publication: Some(publication) }),
            ("home", Address::home(), BodyPlace::Own { publication: Some(publication) }),
            ("version", version.clone(), BodyPlace::Version { base: &version, publication }),
            ("print", own.page("print"), BodyPlace::Print { publication, page }),
        ];
        for (name, from, place) in places {
            let html = relink(&body.html, &from, place, style);
            assert_eq!(text_tokens(&html), text_tokens(&body.html), "text, relinked for {name}");
            assert_safe(&html, allowed, name);
        }
    }
}
