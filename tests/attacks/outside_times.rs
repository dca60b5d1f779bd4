//! What others say existed by when: time-stamp authorities and witnesses; and dates that nobody
//! else supports.

use offerbook::log::SignerKey;

use super::sealed::{
    LOG, Sealed, change_a_letter, cosigned, holds, is_noticed, log_of, other_program, says_no,
};
use crate::common::{Ran, project};

const UNSUPPORTED: &str = "Whether the dates are right: nobody outside the council has stamped a \
                           checkpoint, so every date is the council’s own word.";

/// Far later than anything that was recorded here.
const LATER: u64 = 1_900_000_000;
/// The start of 2020, before anything was.
const EARLIER: u64 = 1_577_836_800;

fn authority(arguments: &[&str]) {
    let script = project().join("tests/independent/time-stamp-authority");
    other_program(project(), script.to_str().unwrap(), arguments);
}

/// A time-stamp authority of its own, outside the site.
fn make_authority(sealed: &Sealed, name: &str) -> String {
    let folder = sealed.elsewhere(name);
    authority(&["make", &folder]);
    folder
}

/// Asks for a stamp on the latest checkpoint. Returns the file with the answer.
fn stamp(sealed: &Sealed, authority_folder: &str, name: &str) -> String {
    let (query, reply) = (
        sealed.elsewhere(&format!("{name}.tsq")),
        sealed.elsewhere(&format!("{name}.tsr")),
    );
    let ran = sealed
        .site
        .must(&["stamp", "request", "northshire", "--out", &query]);
    assert!(
        ran.stdout.contains("The question for the checkpoint of"),
        "{}",
        ran.all()
    );
    authority(&["answer", authority_folder, &query, &reply]);
    reply
}

fn import(sealed: &Sealed, file: &str, authority_folder: &str) -> Ran {
    let certificates = format!("{authority_folder}/root.pem");
    sealed.site.run(&[
        "stamp",
        "import",
        "northshire",
        file,
        "--certificates",
        &certificates,
        "--who",
        "test",
    ])
}

/// A witness's line on the latest checkpoint, brought in.
fn witnessed(sealed: &Sealed, time: u64) -> (SignerKey, Ran) {
    let witness = SignerKey::witness("witness.example", [3; 32]).unwrap();
    let text = cosigned(&sealed.site, |text| witness.cosign(text, time));
    sealed.outside.write("cosigned", text);
    let (file, known) = (sealed.elsewhere("cosigned"), witness.verifier().to_string());
    let ran = sealed
        .site
        .run(&["stamp", "import", "northshire", &file, "--witness", &known]);
    (witness, ran)
}

#[test]
fn dates_without_an_outside_time_are_told_as_stated() {
    let sealed = Sealed::built();
    for place in ["published/northshire", "public"] {
        let said = holds(&sealed.site, &["verify", place], place);
        for words in [
            UNSUPPORTED,
            "Whether the publishing dates of 3 versions are right: they are stated by the \
             council, and were recorded later.",
            "offer 2026-02-02: published 2026-02-02T00:00:00Z, recorded 20",
        ] {
            assert!(said.contains(words), "{place}: {words}\n{said}");
        }
        assert!(!said.contains("existed by"), "{place}:\n{said}");
    }
}

#[test]
fn a_stamp_says_which_entries_existed_by_when() {
    let sealed = Sealed::new();
    let folder = make_authority(&sealed, "authority");
    let file = stamp(&sealed, &folder, "one");
    let ran = import(&sealed, &file, &folder);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    assert!(
        ran.stdout
            .contains("Kept: the first 3 entries existed by 20"),
        "{}",
        ran.all()
    );
    says_no(
        &import(&sealed, &file, &folder),
        &["There is a stamp by test on that"],
        "twice",
    );
    sealed.change("rent and bills", "bills");
    sealed.site.must(&["publish", "--note", "Less help."]);
    sealed.seal();
    sealed.site.must(&["build"]);
    let root = format!("{folder}/root.pem");
    for place in ["published/northshire", "public"] {
        let said = holds(&sealed.site, &["verify", place], place);
        for words in [
            "The first 3 entries existed by 20",
            "that is the word of",
            "Test Time Stamps",
            "An outside time supports 3 versions.",
            "give them with --trust-stamps FILE",
        ] {
            assert!(said.contains(words), "{place}: {words}\n{said}");
        }
        assert!(!said.contains(UNSUPPORTED), "{place}:\n{said}");
        let said = holds(
            &sealed.site,
            &["verify", place, "--trust-stamps", &root],
            place,
        );
        assert!(said.contains("The first 3 entries existed by 20"), "{said}");
        let other = make_authority(&sealed, "other");
        let root = format!("{other}/root.pem");
        let words = ["The stamp by test on the checkpoint of size 3 does not hold"];
        let arguments = ["verify", place, "--trust-stamps", &root];
        is_noticed(
            &sealed.site,
            &arguments,
            &words,
            "an authority that nobody trusts",
        );
    }
}

#[test]
fn a_stamp_on_something_else_is_refused() {
    let sealed = Sealed::new();
    let folder = make_authority(&sealed, "authority");
    let other = Sealed::another();
    let file = stamp(&other, &folder, "other");
    let words = ["is a stamp on something else than a checkpoint of this record"];
    says_no(&import(&sealed, &file, &folder), &words, "another record");
    sealed.outside.write("none.tsr", "No stamp.\n");
    let file = sealed.elsewhere("none.tsr");
    says_no(
        &import(&sealed, &file, &folder),
        &["none.tsr cannot be used"],
        "no stamp",
    );
    let file = stamp(&sealed, &folder, "one");
    let untrusted = make_authority(&sealed, "untrusted");
    says_no(
        &import(&sealed, &file, &untrusted),
        &["one.tsr cannot be used"],
        "not trusted",
    );
    assert!(
        sealed.site.files(&format!("{LOG}/stamps")).is_empty(),
        "nothing is kept"
    );
}

#[test]
fn a_stamp_that_was_changed_or_put_elsewhere_is_noticed() {
    let sealed = Sealed::new();
    let folder = make_authority(&sealed, "authority");
    let file = stamp(&sealed, &folder, "one");
    assert_eq!(import(&sealed, &file, &folder).code, Some(0));
    let path = format!("{LOG}/stamps/000003.test.tsr");
    let length = std::fs::metadata(sealed.site.at(&path)).unwrap().len() as usize;
    let words = ["The stamp by test on the checkpoint of size 3 does not hold"];
    for at in [length - 1, length - 30, length / 2, length / 3, 60, 10, 0] {
        let site = sealed.after(|site| change_a_letter(site, &path, at));
        is_noticed(
            &site,
            &["verify"],
            &words,
            &format!("byte {at} of {length}"),
        );
    }
    let bytes = std::fs::read(sealed.site.at(&path)).unwrap();
    for (name, words) in [
        (
            "000002",
            "on the checkpoint of size 2 does not hold: the stamp is for another file",
        ),
        (
            "000007",
            "on the checkpoint of size 7 is of no checkpoint of this record",
        ),
    ] {
        let path = format!("{LOG}/stamps/{name}.test.tsr");
        let site = sealed.after(|site| site.write(&path, &bytes));
        is_noticed(&site, &["verify"], &[words], name);
    }
    let site = sealed.after(|site| site.remove(&format!("{LOG}/stamps/test.pem")));
    let said = holds(&site, &["verify"], "without certificates nothing is known");
    assert!(said.contains("comes without certificates"), "{said}");
}

#[test]
fn a_second_stamp_with_new_certificates_holds_or_is_refused() {
    let sealed = Sealed::new();
    let first = make_authority(&sealed, "first");
    let file = stamp(&sealed, &first, "one");
    assert_eq!(import(&sealed, &file, &first).code, Some(0));
    sealed.change("rent and bills", "bills");
    sealed.site.must(&["publish", "--note", "Less help."]);
    sealed.seal();
    let second = make_authority(&sealed, "second");
    let file = stamp(&sealed, &second, "two");
    let ran = import(&sealed, &file, &second);
    holds(&sealed.site, &["verify"], &ran.all());
}

#[test]
fn a_witness_says_which_entries_existed_by_when() {
    let sealed = Sealed::new();
    let (witness, ran) = witnessed(&sealed, LATER);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    let words = "Kept: witness.example saw the first 3 entries at 2030-03-17T17:46:40Z.";
    assert!(ran.stdout.contains(words), "{}", ran.all());
    sealed.site.must(&["build"]);
    for place in ["published/northshire", "public"] {
        let said = holds(&sealed.site, &["verify", place], place);
        let words = "The first 3 entries existed by 2030-03-17T17:46:40Z: that is the word of witness.example.";
        assert!(said.contains(words), "{place}:\n{said}");
    }
    // The log's own signature is still that of the council, and the witness is none.
    let known = witness.verifier().to_string();
    let words = ["The record is not signed with the key that you gave."];
    is_noticed(
        &sealed.site,
        &["verify", "--key", &known],
        &words,
        "no key of the log",
    );
}

#[test]
fn a_cosignature_that_was_tampered_with_is_refused_and_noticed() {
    let sealed = Sealed::new();
    let witness = SignerKey::witness("witness.example", [3; 32]).unwrap();
    let other = SignerKey::witness("witness.example", [4; 32]).unwrap();
    let known = witness.verifier().to_string();
    let mut forged = witness.cosign("another text\n", LATER);
    let wrong = cosigned(&sealed.site, |_| forged.clone());
    forged = other.cosign(
        &log_of(&sealed.site).latest().unwrap().signed.note.text,
        LATER,
    );
    let unknown = cosigned(&sealed.site, |_| forged);
    let elsewhere = Sealed::another();
    let foreign = cosigned(&elsewhere.site, |text| witness.cosign(text, LATER));
    for (text, words) in [
        (wrong, "does not hold."),
        (unknown, "is not signed by witness.example+"),
        (foreign, "is of a checkpoint that is not in this record."),
    ] {
        sealed.outside.write("cosigned", text);
        let file = sealed.elsewhere("cosigned");
        let arguments = ["stamp", "import", "northshire", &file, "--witness", &known];
        says_no(&sealed.site.run(&arguments), &[words], words);
    }
    assert!(sealed.site.files(&format!("{LOG}/cosignatures")).is_empty());
    assert_eq!(witnessed(&sealed, LATER).1.code, Some(0));
    let files = sealed.site.files(&format!("{LOG}/cosignatures"));
    let name = files.keys().next().unwrap();
    let path = format!("{LOG}/cosignatures/{name}");
    let middle = sealed.site.read(&path).len() - 20;
    let site = sealed.after(|site| change_a_letter(site, &path, middle));
    let words = ["The cosignature by witness.example on the checkpoint of size 3 does not hold."];
    is_noticed(&site, &["verify"], &words, "changed");
    let site = sealed.after(|site| change_a_letter(site, &path, 0));
    let words = ["this cosignature is of a checkpoint that is not in the log"];
    is_noticed(&site, &["verify"], &words, "of another");
}

#[test]
fn an_entry_that_somebody_saw_before_it_was_recorded_is_noticed() {
    let sealed = Sealed::new();
    let (_, ran) = witnessed(&sealed, EARLIER);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    let words = [
        "Entry 0 says that it was recorded later than witness.example saw it, which was at \
         2020-01-01T00:00:00Z.",
    ];
    is_noticed(&sealed.site, &["verify"], &words, "on disk");
    sealed.site.must(&["build"]);
    is_noticed(&sealed.site, &["verify", "public"], &words, "on the site");
}

#[test]
fn an_observed_checkpoint_that_was_changed_is_noticed() {
    let sealed = Sealed::new();
    let other = SignerKey::new("other.example/record", [9; 32]).unwrap();
    let mut checkpoint = log_of(&sealed.site)
        .latest()
        .unwrap()
        .signed
        .checkpoint
        .clone();
    checkpoint.origin = "other.example/record".to_owned();
    let text = checkpoint.sign(&[&other]).to_string();
    let known = other.verifier().to_string();
    sealed
        .outside
        .write("foreign", text.replace("\n3\n", "\n4\n"));
    let file = sealed.elsewhere("foreign");
    let arguments = ["observe", "northshire", &file, "--key", &known];
    let words = [
        "is not signed with the key",
        "Do not enter it; ask the other council.",
    ];
    says_no(&sealed.site.run(&arguments), &words, "tampered with");
    sealed.outside.write("foreign", &text);
    sealed.site.must(&arguments);
    sealed.seal();
    let path = super::sealed::find(&sealed.site, &format!("{LOG}/observed"), ".txt");
    let site = sealed.after(|site| site.replace(&path, "\n3\n", "\n4\n"));
    let words = [
        "is not what an entry of the log says: it was changed or put in",
        "the text of entry 3 (observe) is missing or was changed",
    ];
    is_noticed(&site, &["verify"], &words, "changed");
    let own = format!("{LOG}/checkpoints/000003");
    let ran = sealed.site.run(&["observe", "northshire", &own]);
    says_no(
        &ran,
        &["That is this authority’s own checkpoint"],
        "its own",
    );
}

#[test]
fn openssl_verifies_a_stamp_as_the_site_publishes_it() {
    let sealed = Sealed::new();
    let folder = make_authority(&sealed, "authority");
    let file = stamp(&sealed, &folder, "one");
    let ran = import(&sealed, &file, &folder);
    assert_eq!(ran.code, Some(0), "{}", ran.all());
    sealed.site.must(&["build"]);
    let stamps = sealed.site.at("public/northshire/record/stamps");
    // What the record's page tells readers to type.
    let verify = |data: &str| {
        let command = format!("openssl ts -verify -data {data} -in 3.test.tsr -CAfile test.pem");
        std::process::Command::new("sh")
            .current_dir(&stamps)
            .args(["-c", &command])
            .output()
            .unwrap()
            .status
            .success()
    };
    assert!(verify("../checkpoints/3"));
    assert!(!verify("../vkey"), "of another file it says no");
}
