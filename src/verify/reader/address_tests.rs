//! Addresses, and where a site may send us on to.

use super::ReadError;
use super::address::{Address, NotFollowed};

fn address(text: &str) -> Address {
    Address::parse(text).unwrap()
}

#[test]
fn addresses_are_taken_as_people_write_them() {
    for (text, root) in [
        ("https://example.gov.uk", "https://example.gov.uk/"),
        (" https://example.gov.uk/ ", "https://example.gov.uk/"),
        (
            "HTTPS://Example.gov.UK:443/Offers",
            "https://example.gov.uk/Offers/",
        ),
        (
            "http://example.gov.uk:8080/a/b/",
            "http://example.gov.uk:8080/a/b/",
        ),
        ("http://[::1]:80/é/%20", "http://[::1]/%C3%A9/%20/"),
        ("http://127.0.0.1:", "http://127.0.0.1/"),
    ] {
        assert_eq!(address(text).to_string(), root);
    }
}

#[test]
fn other_addresses_are_refused_with_a_reason() {
    for (text, reason) in [
        ("example.gov.uk", "does not start with https://"),
        ("ftp://example.gov.uk/", "only addresses that start with"),
        ("https://officer:word@example.gov.uk/", "user name"),
        ("https://example.gov.uk\\@other/", "user name"),
        ("https://example.gov.uk/?page=2", "a question"),
        ("https://example.gov.uk?page=2", "a question"),
        ("https://example.gov.uk/#top", "within a page"),
        ("https://example.gov.uk/a\\b", "a backslash"),
        ("https://example.gov.uk/a b", "a space"),
        ("https://example.gov.uk/a\u{7}", "cannot be seen"),
        ("https://example.gov.uk/../a", "only dots"),
        ("https://example.gov.uk/a//b", "two slashes"),
        ("https://example.gov.uk//", "two slashes"),
        ("https:///a", "name is missing"),
        ("https://exämple.gov.uk/", "xn--"),
        ("https://../a", "not one that a site can have"),
        ("https://exa mple/", "not one that a site can have"),
        ("https://[::g]/", "square brackets"),
        ("https://example.gov.uk:0/", "number up to 65535"),
        ("https://example.gov.uk:65536/", "number up to 65535"),
        ("https://example.gov.uk:+80/", "number up to 65535"),
        ("https://[::1]x/", "number up to 65535"),
    ] {
        let error = Address::parse(text).unwrap_err();
        assert!(matches!(error, ReadError::BadAddress { .. }));
        let message = error.to_string();
        assert!(message.contains(reason), "{text}: {message}");
        assert!(!message.contains("word"), "{message}");
        assert!(!message.contains('\u{7}'), "{message}");
    }
}

#[test]
fn a_site_may_send_us_on_within_itself() {
    let from = address("http://example.gov.uk/offers").below("derby/page");
    for (location, target) in [
        ("/x/y", "http://example.gov.uk/x/y"),
        ("x", "http://example.gov.uk/offers/derby/x"),
        ("?q", "http://example.gov.uk/offers/derby/page?q"),
        ("//EXAMPLE.gov.uk", "http://example.gov.uk/"),
        ("http://example.gov.uk:80/x#y", "http://example.gov.uk/x"),
        ("https://example.gov.uk/x", "https://example.gov.uk/x"),
    ] {
        assert_eq!(from.redirected(location).unwrap().to_string(), target);
    }
}

#[test]
fn a_site_may_not_send_us_elsewhere() {
    let open = address("http://example.gov.uk").below("page");
    let secure = address("https://example.gov.uk").below("page");
    for (from, location) in [
        (&open, "http://www.example.gov.uk/"),
        (&open, "//example.gov.uk.other.example/"),
        (&open, "http://example.gov.uk:8080/"),
        (&open, "https://example.gov.uk:8443/"),
        (&secure, "http://example.gov.uk/page"),
    ] {
        assert_eq!(from.redirected(location), Err(NotFollowed::Elsewhere));
    }
    for location in [
        "",
        "#x",
        "../x",
        "/a/../b",
        "ftp://example.gov.uk/",
        "x:y/z",
    ] {
        assert_eq!(open.redirected(location), Err(NotFollowed::Unclear));
    }
    let with_name = "https://officer@example.gov.uk/page";
    assert_eq!(open.redirected(with_name), Err(NotFollowed::Unclear));
}

#[test]
fn knows_this_computer() {
    for text in [
        "http://localhost:8000",
        "http://127.0.0.2",
        "http://[::1]:1",
    ] {
        assert!(address(text).is_on_this_computer(), "{text}");
    }
    for text in [
        "http://localhost.example",
        "http://128.0.0.1",
        "http://[::2]",
    ] {
        assert!(!address(text).is_on_this_computer(), "{text}");
    }
}
