//! Against stamps that the `openssl` command gives.

// Said again for each, so that whoever reads the sources as text knows them for tests.
#[cfg(test)]
mod authority;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod words;

use std::time::Duration;

use der::DateTime;

use authority::{Authority, ISSUES, STAMPS};

use super::{Stamp, answer, read, request, sha_256, signed::SignedStatement, verify};

const CURVE: &str = "curve:P-256";
const FILE: &[u8] = b"example.org/derby\n388\nbase64\n";
const NONCE: [u8; 8] = [0, 0x9f, 1, 2, 3, 4, 5, 6];
const SHA_256_NAMES: &str = "ess_cert_id_alg = sha256\n";
const SHA_1_NAMES: &str = "ess_cert_id_alg = sha1\n";

fn stamped(authority: &Authority) -> Vec<u8> {
    authority.answer(&request(FILE, NONCE), SHA_256_NAMES)
}

/// The statement in a stamp.
fn statement(reply: &[u8]) -> Vec<u8> {
    let stamp = answer::stamp_in(reply).unwrap();
    SignedStatement::read(stamp).unwrap().statement.to_vec()
}

fn refusal(result: Result<Stamp, String>) -> String {
    result.expect_err("this stamp must be refused")
}

fn assert_says(result: Result<Stamp, String>, words: &str) {
    let said = refusal(result);
    assert!(said.contains(words), "{said}");
}

/// Signs a good statement with a certificate that openssl would not give stamps with.
fn signed_by(authority: &Authority) -> Vec<u8> {
    let statement = statement(&stamped(&Authority::new(CURVE)));
    let kind = ["-econtent_type", "1.2.840.113549.1.9.16.1.4", "-cades"];
    authority.sign(&statement, &kind)
}

#[test]
fn openssl_reads_the_request() {
    let authority = Authority::new(CURVE);
    for (nonce, shown) in [
        (NONCE, "0x9F010203040506"),
        ([0xff; 8], "0xFFFFFFFFFFFFFFFF"),
        ([0, 0, 0, 0, 0, 0, 1, 0], "0x0100"),
    ] {
        authority.write("query", request(FILE, nonce));
        let text = authority.openssl(&["ts", "-query", "-in", "query", "-text"]);
        assert!(text.contains("Version: 1"), "{text}");
        assert!(text.contains("Hash Algorithm: sha256"), "{text}");
        assert!(text.contains("Certificate required: yes"), "{text}");
        assert!(text.contains(&format!("Nonce: {shown}")), "{text}");
    }
}

#[test]
fn openssl_would_make_the_same_request() {
    let authority = Authority::new(CURVE);
    authority.write("file", FILE);
    authority.openssl(&[
        "ts", "-query", "-data", "file", "-sha256", "-cert", "-out", "query",
    ]);
    let text = authority.openssl(&["ts", "-query", "-in", "query", "-text"]);
    let digits = text
        .split("Nonce: 0x")
        .nth(1)
        .unwrap()
        .lines()
        .next()
        .unwrap();
    let nonce = u64::from_str_radix(digits, 16).unwrap().to_be_bytes();
    assert_eq!(request(FILE, nonce), authority.read("query"));
}

#[test]
fn a_request_without_randomness_is_still_well_formed() {
    let authority = Authority::new(CURVE);
    let reply = authority.answer(&request(FILE, [0; 8]), "");
    assert!(read(&reply).unwrap().answers([0; 8]));
}

#[test]
fn a_good_stamp_is_verified_whatever_the_key() {
    for key in ["rsa:2048", CURVE, "curve:P-384"] {
        let authority = Authority::new(key);
        let roots = authority.certificates(&["root"]);
        for names in [SHA_256_NAMES, SHA_1_NAMES, "", "signer_digest = sha384\n"] {
            let reply = authority.answer(&request(FILE, NONCE), names);
            let stamp = verify(&reply, FILE, &roots).unwrap();
            assert_eq!(stamp.signer, "Test stamps, Test Trust");
            assert_eq!(stamp.policy, "1.3.6.1.4.1.32473.1");
            assert_eq!(stamp.imprint, sha_256(FILE));
            assert!(stamp.answers(NONCE) && !stamp.answers([1; 8]));
            assert_eq!(read(&reply).unwrap(), stamp);
        }
    }
}

#[test]
fn the_moment_and_the_number_are_those_that_openssl_shows() {
    let authority = Authority::new(CURVE);
    let stamp = read(&stamped(&authority)).unwrap();
    let text = authority.openssl(&["ts", "-reply", "-in", "reply", "-text"]);
    let after = |label: &str| text.split(label).nth(1).unwrap().lines().next().unwrap();
    assert_eq!(format!("0x{}", stamp.serial), after("Serial number: "));
    let shown = after("Time stamp: ").split_whitespace().collect::<Vec<_>>();
    let since_1970 = Duration::from_secs(stamp.time_seconds.try_into().unwrap());
    let moment = DateTime::from_unix_duration(since_1970).unwrap();
    let clock = |hour, minute, second| format!("{hour:02}:{minute:02}:{second:02}");
    assert_eq!(shown[1], moment.day().to_string());
    assert_eq!(
        shown[2],
        clock(moment.hour(), moment.minutes(), moment.seconds())
    );
    assert_eq!(shown[3], moment.year().to_string());
}

#[test]
fn a_stamp_may_come_without_the_answer_around_it() {
    let authority = Authority::new("rsa:2048");
    let reply = stamped(&authority);
    let arguments = [
        "ts",
        "-reply",
        "-in",
        "reply",
        "-token_out",
        "-out",
        "token",
    ];
    authority.openssl(&arguments);
    let token = authority.read("token");
    let roots = authority.certificates(&["root"]);
    assert_eq!(verify(&token, FILE, &roots), verify(&reply, FILE, &roots));
}

#[test]
fn a_stamp_for_another_file_is_refused() {
    let authority = Authority::new(CURVE);
    let roots = authority.certificates(&["root"]);
    let result = verify(&stamped(&authority), b"changed", &roots);
    assert_says(result, "the stamp is for another file");
}

#[test]
fn another_root_is_refused() {
    let roots = Authority::new(CURVE).certificates(&["root"]);
    // The other root has the same name, but another key.
    let result = verify(&stamped(&Authority::new(CURVE)), FILE, &roots);
    assert_says(result, "was not issued by the authority that it names");
    let roots = Authority::alone(CURVE, STAMPS).certificates(&["stamps"]);
    let result = verify(&stamped(&Authority::new(CURVE)), FILE, &roots);
    assert_says(result, "does not lead to a certificate that you trust");
}

#[test]
fn a_certificate_that_is_not_for_time_stamps_is_refused() {
    let usual = "basicConstraints = CA:false\n";
    for purposes in [
        "",
        "extendedKeyUsage = critical, emailProtection\n",
        "extendedKeyUsage = critical, timeStamping, emailProtection\n",
    ] {
        let authority = Authority::with_certificate(CURVE, &format!("{usual}{purposes}"));
        let roots = authority.certificates(&["root"]);
        let result = verify(&signed_by(&authority), FILE, &roots);
        assert_says(result, "may not be used for time stamps");
    }
    let says = format!("{usual}extendedKeyUsage = timeStamping\n");
    let authority = Authority::with_certificate(CURVE, &says);
    let result = verify(
        &signed_by(&authority),
        FILE,
        &authority.certificates(&["root"]),
    );
    assert_says(result, "does not say as firmly as it must");
    let says = format!("{usual}extendedKeyUsage = critical, timeStamping\nkeyUsage = keyAgreement");
    let authority = Authority::with_certificate(CURVE, &says);
    let result = verify(
        &signed_by(&authority),
        FILE,
        &authority.certificates(&["root"]),
    );
    assert_says(result, "has a key that may not be used for signing");
}

#[test]
fn a_certificate_that_had_run_out_is_refused() {
    let authority = Authority::out_of_time(CURVE);
    let roots = authority.certificates(&["root"]);
    let result = verify(&stamped(&authority), FILE, &roots);
    assert_says(result, "was not valid at the moment of the stamp");
}

#[test]
fn a_certificate_between_may_come_with_the_stamp_or_with_the_root() {
    for says in ["", "extendedKeyUsage = timeStamping\n"] {
        let authority = Authority::with_middle(CURVE, &format!("{ISSUES}{says}"));
        let root = authority.certificates(&["root"]);
        let both = authority.certificates(&["middle", "root"]);
        let without = stamped(&authority);
        let with = authority.answer(&request(FILE, NONCE), "certs = middle.pem\n");
        assert!(verify(&with, FILE, &root).is_ok());
        assert!(verify(&without, FILE, &both).is_ok());
        assert_says(verify(&without, FILE, &root), "does not lead to");
    }
    let says = format!("{ISSUES}extendedKeyUsage = serverAuth\n");
    let authority = Authority::with_middle(CURVE, &says);
    let both = authority.certificates(&["middle", "root"]);
    let result = verify(&stamped(&authority), FILE, &both);
    assert_says(result, "leads over a certificate that may not be used");
}

#[test]
fn the_last_certificate_is_a_root_though_another_issued_it() {
    let authority = Authority::with_middle(CURVE, ISSUES);
    let stamp = stamped(&authority);
    for trusted in [&["middle"][..], &["root", "middle"], &["stamps"]] {
        assert!(verify(&stamp, FILE, &authority.certificates(trusted)).is_ok());
    }
    let stranger = Authority::with_middle(CURVE, ISSUES);
    let not_last = stranger.certificates(&["root"]);
    let trusted = format!("{}{not_last}", authority.certificates(&["middle"]));
    assert!(verify(&stamp, FILE, &trusted).is_err());
}

#[test]
fn a_certificate_that_issued_itself_is_trusted_by_itself() {
    for says in [STAMPS.to_owned(), STAMPS.replace("CA:false", "CA:true")] {
        let authority = Authority::alone("rsa:2048", &says);
        let stamp = stamped(&authority);
        assert!(verify(&stamp, FILE, &authority.certificates(&["stamps"])).is_ok());
        let others = Authority::new(CURVE).certificates(&["root"]);
        assert!(verify(&stamp, FILE, &others).is_err());
    }
}

#[test]
fn a_trusted_stamping_certificate_cannot_issue_another() {
    let authority = Authority::with_middle(CURVE, STAMPS);
    let stamp = stamped(&authority);
    let last = authority.certificates(&["middle"]);
    assert_says(
        verify(&stamp, FILE, &last),
        "a certificate that may not issue any",
    );
    let between = authority.certificates(&["middle", "root"]);
    assert_says(
        verify(&stamp, FILE, &between),
        "a certificate that may not issue any",
    );
}

#[test]
fn a_stamp_without_its_certificate_needs_it_among_the_trusted() {
    let authority = Authority::new(CURVE);
    authority.write("file", FILE);
    authority.openssl(&["ts", "-query", "-data", "file", "-sha256", "-out", "own"]);
    let stamp = authority.answer(&authority.read("own"), "");
    assert!(read(&stamp).unwrap().signer.contains("does not name"));
    let both = authority.certificates(&["stamps", "root"]);
    let signer = verify(&stamp, FILE, &both).unwrap().signer;
    assert_eq!(signer, "Test stamps, Test Trust");
    let result = verify(&stamp, FILE, &authority.certificates(&["root"]));
    assert_says(result, "neither in the stamp nor among the trusted");
}

#[test]
fn probabilistic_padding_and_the_key_as_the_signers_name_are_read() {
    let authority = Authority::new("rsa:2048");
    let statement = statement(&stamped(&authority));
    let roots = authority.certificates(&["root"]);
    let kind = ["-econtent_type", "1.2.840.113549.1.9.16.1.4", "-cades"];
    let padded = [
        "-keyopt",
        "rsa_padding_mode:pss",
        "-keyopt",
        "rsa_pss_saltlen:digest",
    ];
    for how in [&padded[..], &["-keyid"], &["-md", "sha512"]] {
        let stamp = authority.sign(&statement, &[&kind, how].concat());
        verify(&stamp, FILE, &roots).unwrap();
    }
}

#[test]
fn ways_of_signing_that_cannot_be_checked_are_told() {
    let authority = Authority::new("curve:P-521");
    let result = verify(
        &stamped(&authority),
        FILE,
        &authority.certificates(&["root"]),
    );
    assert_says(result, "signed in a way that cannot be checked here");
    let authority = Authority::new(CURVE);
    let reply = authority.answer(&request(FILE, NONCE), "signer_digest = sha1\n");
    let result = verify(&reply, FILE, &authority.certificates(&["root"]));
    assert_says(result, "outdated or unknown way");
}

#[test]
fn other_signed_messages_are_refused() {
    let authority = Authority::new(CURVE);
    let roots = authority.certificates(&["root"]);
    let statement = statement(&stamped(&authority));
    let kind = ["-econtent_type", "1.2.840.113549.1.9.16.1.4"];
    let result = verify(&authority.sign(&statement, &kind), FILE, &roots);
    assert_says(result, "does not say which certificate it was signed with");
    let result = verify(&authority.sign(&statement, &["-cades"]), FILE, &roots);
    assert_says(result, "a signed message but not a time stamp");
    let twice = ["-cades", "-signer", "root.pem", "-inkey", "root.key"];
    let twice = authority.sign(&statement, &[&kind[..], &twice].concat());
    assert_says(
        verify(&twice, FILE, &roots),
        "exactly one signature, and this one has 2",
    );
    let bare = authority.sign(&statement, &[&kind[..], &["-noattr"]].concat());
    assert_says(
        verify(&bare, FILE, &roots),
        "the signature in the stamp is damaged",
    );
}

#[test]
fn an_authority_that_refuses_is_quoted() {
    let authority = Authority::new(CURVE);
    authority.write("file", FILE);
    authority.openssl(&["ts", "-query", "-data", "file", "-sha384", "-out", "own"]);
    let reply = authority.answer(&authority.read("own"), "");
    assert_says(read(&reply), "does not know or support the kind of digest");
    assert_says(read(&reply), "In its own words: “");
}

#[test]
fn another_digest_of_the_file_is_told() {
    let authority = Authority::new(CURVE);
    authority.write("file", FILE);
    authority.openssl(&["ts", "-query", "-data", "file", "-sha512", "-out", "own"]);
    let reply = authority.answer(&authority.read("own"), "");
    assert_says(read(&reply), "another kind of digest than SHA-256");
}

#[test]
fn trusted_certificates_that_cannot_be_read_are_told() {
    let authority = Authority::new(CURVE);
    let stamp = stamped(&authority);
    let root = authority.certificates(&["root"]);
    assert_says(verify(&stamp, FILE, ""), "there is no certificate among");
    let cut = root.replace("-----END", "");
    assert_says(
        verify(&stamp, FILE, &cut),
        "the trusted certificates cannot be read",
    );
    let empty = format!("{root}-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n");
    assert_says(
        verify(&stamp, FILE, &empty),
        "number 2 of the trusted certificates",
    );
}
