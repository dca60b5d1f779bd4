//! A built site that somebody has changed.

use std::fs;

use super::sealed::{LOG, Sealed, change_a_letter, holds, is_noticed, says_no};
use crate::common::Site;

const PLACE: &str = "public/northshire/record";
const FIRST: &str = "public/northshire/offer/versions/2026-02-02";
const LAST: &str = "public/northshire/offer/versions/2026-03-03";
const TILE: &str = "public/northshire/record/tile/0/000.p/3";
const BUNDLE: &str = "public/northshire/record/tile/entries/000.p/3";
const VERIFY: [&str; 2] = ["verify", "public"];

fn replace(site: &Site, path: &str, with: &str) {
    assert!(site.at(with).exists() && site.at(path).exists());
    fs::copy(site.at(with), site.at(path)).unwrap();
}

#[test]
fn a_site_that_nobody_touched_holds() {
    let sealed = Sealed::built();
    let kept = sealed.elsewhere("kept");
    let said = holds(
        &sealed.site,
        &["verify", "public", "--against", &kept],
        "untouched",
    );
    for part in [
        "What pages say: 5 texts of 3 versions",
        "The signature of 2 checkpoints.",
    ] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
}

#[test]
fn a_changed_tile_is_noticed() {
    let sealed = Sealed::built();
    let site = sealed.after(|site| change_a_letter(site, TILE, 40));
    let words = [
        "record/tile/0/000.p/3 is not made of these entries: it was changed, or is of another log",
    ];
    is_noticed(&site, &VERIFY, &words, "a byte");
    let other = Sealed::another_built();
    let site = sealed.after(|site| site.write(TILE, fs::read(other.site.at(TILE)).unwrap()));
    is_noticed(&site, &VERIFY, &words, "of another log");
    let site = sealed.after(|site| site.remove(TILE));
    is_noticed(&site, &VERIFY, &words, "gone");
}

#[test]
fn a_changed_bundle_of_entries_is_noticed() {
    let sealed = Sealed::built();
    let bytes = fs::read(sealed.site.at(BUNDLE)).unwrap();
    for length in [0, 1, 2, 100, bytes.len() - 1] {
        let site = sealed.after(|site| site.write(BUNDLE, &bytes[..length]));
        let words = ["record/tile/entries/000.p/3 is missing or cut off"];
        is_noticed(&site, &VERIFY, &words, &format!("{length} bytes"));
    }
    let site = sealed.after(|site| site.remove(BUNDLE));
    is_noticed(&site, &VERIFY, &["is missing or cut off"], "gone");
    let other = Sealed::another_built();
    let bundle = fs::read(other.site.at(BUNDLE)).unwrap();
    let site = sealed.after(|site| site.write(BUNDLE, bundle));
    let words = ["The entries are not those that were signed."];
    is_noticed(&site, &VERIFY, &words, "of another log");
}

#[test]
fn a_page_that_says_something_else_is_noticed() {
    let sealed = Sealed::built();
    for (path, old) in [
        (format!("{FIRST}/housing/index.html"), "We help with rent"),
        (format!("{LAST}/housing/index.html"), "We help with rent"),
        (
            "public/northshire/offer/housing/index.html".to_owned(),
            "We help with rent",
        ),
        (
            "public/northshire/offer/index.html".to_owned(),
            "What we offer",
        ),
    ] {
        let site = sealed.after(|site| site.replace(&path, old, "No help"));
        let shown = path.strip_prefix("public/").unwrap();
        let words = format!("{shown} does not say what was recorded. recorded: “{old}");
        is_noticed(&site, &VERIFY, &[&words, "on the page: “No help"], &path);
        let site = sealed.after(|site| site.remove(&path));
        is_noticed(&site, &VERIFY, &[&format!("{shown} is missing")], &path);
    }
}

#[test]
fn a_link_that_leads_elsewhere_is_noticed() {
    let sealed = Sealed::built();
    let path = format!("{FIRST}/index.html");
    let page = sealed.site.read(&path);
    let start = page.find("data-recorded").unwrap();
    let link = page[start..].find("housing/").unwrap() + start;
    let site = sealed.after(|site| {
        let text = format!("{}elsewhere/{}", &page[..link], &page[link + 8..]);
        site.write(&path, text);
    });
    is_noticed(
        &site,
        &VERIFY,
        &["does not say what was recorded"],
        "a link",
    );
}

#[test]
fn a_recorded_text_that_is_hidden_is_noticed() {
    let sealed = Sealed::built();
    let path = format!("{FIRST}/housing/index.html");
    let page = sealed.site.read(&path);
    let at = page.find("data-recorded").unwrap();
    let site = sealed.after(|site| {
        site.write(&path, format!("{}hidden {}", &page[..at], &page[at..]));
    });
    is_noticed(
        &site,
        &VERIFY,
        &["offer/versions/2026-02-02/housing/"],
        "hidden",
    );
}

#[test]
fn a_changed_file_beside_a_version_is_noticed() {
    let sealed = Sealed::built();
    let attachment = super::sealed::find(&sealed.site, "public/northshire/files", "summary.txt");
    for (path, words) in [
        (
            format!("{FIRST}/recorded/body/housing.html.txt"),
            "was changed since it was recorded",
        ),
        (
            format!("{FIRST}/record.txt"),
            "is not the one that the log names: it was changed",
        ),
        (format!("{FIRST}/entry.txt"), "is not entry 1 of the log"),
        (
            attachment,
            "is missing, or was changed since it was recorded",
        ),
    ] {
        let shown = path.strip_prefix("public/").unwrap();
        let length = fs::metadata(sealed.site.at(&path)).unwrap().len();
        for at in [0, length as usize / 2, length as usize - 2] {
            let site = sealed.after(|site| change_a_letter(site, &path, at));
            is_noticed(&site, &VERIFY, &[&format!("{shown} {words}")], &path);
        }
        let site = sealed.after(|site| site.remove(&path));
        is_noticed(&site, &VERIFY, &[shown], "gone");
    }
}

#[test]
fn a_proof_that_proves_something_else_is_noticed() {
    let sealed = Sealed::built();
    let path = format!("{FIRST}/record.tlog-proof");
    let words = ["2026-02-02/record.tlog-proof does not prove that entry 1 is in the log"];
    let site = sealed.after(|site| replace(site, &path, &format!("{LAST}/record.tlog-proof")));
    is_noticed(&site, &VERIFY, &words, "of another version");
    let other = Sealed::another_built();
    let site = sealed.after(|site| site.write(&path, other.site.read(&path)));
    is_noticed(&site, &VERIFY, &words, "of another log");
    let site = sealed.after(|site| site.replace(&path, "index 1", "index 0"));
    is_noticed(&site, &VERIFY, &words, "of another index");
    let site = sealed.after(|site| site.write(&path, &site.read(&path)[..60]));
    is_noticed(
        &site,
        &VERIFY,
        &["record.tlog-proof cannot be read"],
        "cut off",
    );
    let site = sealed.after(|site| site.remove(&path));
    is_noticed(&site, &VERIFY, &["record.tlog-proof is missing"], "gone");
}

#[test]
fn an_older_checkpoint_in_place_of_the_latest_is_noticed() {
    let sealed = Sealed::built();
    let site = sealed.after(|site| {
        replace(
            site,
            &format!("{PLACE}/checkpoint"),
            &format!("{PLACE}/checkpoints/2"),
        );
    });
    let words = ["record/checkpoint is not the latest of the checkpoints that the site keeps"];
    is_noticed(&site, &VERIFY, &words, "older");
    let site = sealed.after(|site| site.remove(&format!("{PLACE}/checkpoint")));
    is_noticed(&site, &VERIFY, &["record/checkpoint is missing"], "gone");
    let site = sealed.after(|site| {
        replace(
            site,
            &format!("{PLACE}/checkpoints/2"),
            &format!("{PLACE}/checkpoints/3"),
        );
    });
    is_noticed(
        &site,
        &VERIFY,
        &["does not prove that entry 1 is in the log"],
        "in the archive",
    );
}

#[test]
fn an_archived_checkpoint_that_is_not_listed_is_noticed() {
    let sealed = Sealed::built();
    let path = format!("{PLACE}/contents.txt");
    for (line, words) in [
        (
            "checkpoints/3\n",
            "is not the latest of the checkpoints that the site keeps",
        ),
        (
            "checkpoints/2\n",
            "record.tlog-proof does not prove that entry 0 is in the log",
        ),
    ] {
        let site = sealed.after(|site| site.replace(&path, line, ""));
        is_noticed(&site, &VERIFY, &[words], line);
    }
    let site = sealed.after(|site| site.remove(&format!("{PLACE}/checkpoints/2")));
    is_noticed(
        &site,
        &VERIFY,
        &["record/checkpoints/2 is missing"],
        "listed and gone",
    );
    let site = sealed.after(|site| site.remove(&path));
    let words = ["there is no record of northshire at northshire/record/"];
    is_noticed(&site, &VERIFY, &words, "no list");
}

#[test]
fn a_site_that_goes_back_is_noticed_with_a_kept_checkpoint() {
    let sealed = Sealed::new();
    let latest = sealed.site.read(&format!("{LOG}/checkpoints/000003"));
    sealed.outside.write("latest", latest);
    let site = sealed.after(|site| {
        site.remove(&format!("{LOG}/entries/000/002.txt"));
        site.remove(&format!("{LOG}/checkpoints/000003"));
        fs::remove_dir_all(site.at("published/northshire/publications/offer/2026-03-03")).unwrap();
        site.must(&["build"]);
    });
    holds(&site, &VERIFY, "on its own it passes");
    let latest = sealed.elsewhere("latest");
    let words = ["Entries were taken out, or this is an old copy."];
    is_noticed(
        &site,
        &["verify", "public", "--against", &latest],
        &words,
        "back",
    );
}

#[test]
fn a_swapped_first_key_is_noticed() {
    let sealed = Sealed::built();
    let other = format!("{}\n", Sealed::other_signer().verifier());
    let site = sealed.after(|site| site.write(&format!("{PLACE}/first-vkey"), &other));
    let words = ["it is signed by another key than the record’s"];
    is_noticed(&site, &VERIFY, &words, "first-vkey");
}

#[test]
fn a_swapped_key_in_force_is_noticed() {
    let sealed = Sealed::built();
    let other = format!("{}\n", Sealed::other_signer().verifier());
    let site = sealed.after(|site| site.write(&format!("{PLACE}/vkey"), &other));
    is_noticed(&site, &VERIFY, &["northshire/record/vkey"], "vkey");
}

#[test]
fn a_swapped_key_in_the_policy_is_noticed() {
    let sealed = Sealed::built();
    let other = Sealed::other_signer();
    let site = sealed.after(|site| {
        let text = format!("log {}\nquorum none\n", other.verifier());
        site.write(&format!("{PLACE}/policy"), text);
    });
    is_noticed(&site, &VERIFY, &["northshire/record/policy"], "policy");
}

#[test]
fn a_record_that_is_not_listed_any_more_is_told() {
    let sealed = Sealed::built();
    let site = sealed.after(|site| site.write("public/records.txt", ""));
    let words = ["is not the first page of a site that offerbook built"];
    is_noticed(&site, &VERIFY, &words, "no records");
    let ran = sealed
        .site
        .run(&["verify", "public", "--authority", "southshire"]);
    says_no(
        &ran,
        &["There is no record of southshire here. There is: northshire"],
        "named",
    );
}

#[test]
fn seal_refuses_where_the_live_record_is_not_the_start() {
    let sealed = Sealed::built();
    let key = sealed.elsewhere("key");
    let publish = |words: &str| {
        sealed.after(|site| {
            let path = "content/northshire/offer/housing.md";
            site.replace(path, "rent and bills", words);
            site.publish("2026-04-04", "Changed.");
        })
    };
    let one = publish("bills");
    let live = sealed.site.at("public");
    let live = live.to_str().unwrap();
    let seal = ["seal", "northshire", "--key", &key, "--live", live];
    one.must(&seal);
    one.must(&["build"]);
    let other = publish("food");
    let live = one.at("public");
    let before = other.files(LOG);
    let live = [
        "seal",
        "northshire",
        "--key",
        &key,
        "--live",
        live.to_str().unwrap(),
    ];
    let words = [
        "northshire is not sealed.",
        "has 4 entries that are not the first ones of this record. Somebody sealed elsewhere",
        "nothing that was signed may be lost.",
    ];
    says_no(&other.run(&live), &words, "a fork");
    assert!(before == other.files(LOG), "nothing is written");
    let empty = sealed.elsewhere("");
    let ran = other.run(&["seal", "northshire", "--key", &key, "--live", &empty]);
    says_no(
        &ran,
        &["There is no record of northshire on"],
        "nothing live",
    );
}
