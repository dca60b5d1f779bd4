//! E-mail addresses that are written out so that no program should find them: "sarah.jones (at)
//! hotmail.co.uk", "sarah dot jones at gmail dot com". People find them all the same.

use super::email::is_free_mail;
use super::text::Text;
use super::{Confidence, Finding, Sort};

/// How far an address reaches to either side, in bytes.
const REACH: usize = 80;

/// Looks at the word "at" at a place. Only addresses with providers that private people have are
/// told: the others may be anything.
pub(super) fn check(text: &Text<'_>, start: usize, end: usize, findings: &mut Vec<Finding>) {
    if text.is_address(start) {
        return;
    }
    let (open, close) = (text.byte_before(start), text.byte(end));
    let is_bracketed = matches!((open, close), (b'[', b']') | (b'(', b')') | (b'{', b'}'));
    let edge = usize::from(is_bracketed);
    let before = text.before(start - edge, REACH);
    let after = text.after(end + edge, REACH);
    let is_apart = before.ends_with(' ') && after.starts_with(' ');
    if !is_apart && !is_bracketed {
        return;
    }
    let Some((local_length, is_spelt_local)) = local(before) else {
        return;
    };
    let Some((domain_length, is_spelt_domain)) = domain(after) else {
        return;
    };
    // "Look at outlook.com" is no address.
    if !is_bracketed && !is_spelt_local && !is_spelt_domain {
        return;
    }
    findings.push(Finding::new(
        start - edge - local_length..end + edge + domain_length,
        Sort::PersonalEmail,
        Confidence::Likely,
    ));
}

/// The length of what stands before the "at", and whether it can be nothing but a part of an
/// address.
fn local(before: &str) -> Option<(usize, bool)> {
    let mut rest = before.trim_end();
    let mut is_spelt = false;
    let mut from = rest.len();
    for _ in 0..3 {
        let token = rest
            .rsplit(|one: char| !(one.is_ascii_alphanumeric() || "._-+'".contains(one)))
            .next()
            .unwrap_or("");
        if !token.starts_with(|one: char| one.is_ascii_alphanumeric()) {
            break;
        }
        from = rest.len() - token.len();
        is_spelt |=
            token.contains(['.', '_', '+']) || token.ends_with(|one: char| one.is_ascii_digit());
        let head = rest.get(..from).unwrap_or("").trim_end();
        let Some(head) = ["[dot]", "(dot)", "{dot}", " dot"]
            .iter()
            .find_map(|dot| head.strip_suffix(dot))
        else {
            break;
        };
        is_spelt = true;
        rest = head.trim_end();
    }
    (from < before.trim_end().len()).then(|| (before.len() - from, is_spelt))
}

/// The length of the domain of a provider after the "at", and whether its dots are written out.
fn domain(after: &str) -> Option<(usize, bool)> {
    let mut name = String::new();
    let mut rest = after.trim_start();
    let mut is_spelt = false;
    let mut found = None;
    for _ in 0..4 {
        let length = rest
            .bytes()
            .take_while(|one| one.is_ascii_alphanumeric() || *one == b'-')
            .count();
        if length == 0 {
            break;
        }
        name.push_str(&rest.get(..length).unwrap_or("").to_ascii_lowercase());
        rest = rest.get(length..).unwrap_or("");
        if is_free_mail(&name) {
            found = Some((after.len() - rest.len(), is_spelt));
        }
        let spaced = rest.trim_start();
        let next = ["[dot]", "(dot)", "{dot}", "dot "]
            .iter()
            .find_map(|dot| spaced.strip_prefix(dot));
        match (rest.strip_prefix('.'), next) {
            (Some(more), _) => rest = more,
            (None, Some(more)) => {
                is_spelt = true;
                rest = more.trim_start();
            }
            (None, None) => break,
        }
        name.push('.');
    }
    found
}
