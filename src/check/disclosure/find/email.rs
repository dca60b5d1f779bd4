//! E-mail addresses of single people.
//!
//! A council's page should give the address of a team: people move on, teams stay.

use super::text::Text;
use super::{Confidence, Finding, Sort};

/// Providers with which private people have their addresses.
const FREE_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "outlook.com",
    "outlook.co.uk",
    "live.com",
    "live.co.uk",
    "msn.com",
    "yahoo.com",
    "yahoo.co.uk",
    "ymail.com",
    "rocketmail.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "aol.co.uk",
    "btinternet.com",
    "btopenworld.com",
    "sky.com",
    "talktalk.net",
    "virginmedia.com",
    "virgin.net",
    "ntlworld.com",
    "blueyonder.co.uk",
    "tiscali.co.uk",
    "plus.com",
    "plusnet.com",
    "protonmail.com",
    "proton.me",
    "pm.me",
    "gmx.com",
    "gmx.co.uk",
    "mail.com",
    "zoho.com",
    "fastmail.com",
    "tutanota.com",
];

/// Whether private people have their addresses with this provider.
pub(super) fn is_free_mail(domain: &str) -> bool {
    FREE_MAIL.contains(&domain)
}

/// Ends of the domains of councils, health, police and schools.
const PUBLIC_BODIES: &[&str] = &[
    "gov.uk",
    "nhs.uk",
    "nhs.net",
    "police.uk",
    "sch.uk",
    "gov.wales",
    "cjsm.net",
];

/// Words of which one is enough to show that an address belongs to a team or a post.
const TEAM_WORDS: &[&str] = &[
    "access",
    "admin",
    "admissions",
    "adoption",
    "adult",
    "adults",
    "adviser",
    "advisers",
    "advice",
    "advocacy",
    "allowance",
    "apprenticeships",
    "area",
    "attendance",
    "benefits",
    "board",
    "bookings",
    "business",
    "camhs",
    "care",
    "carer",
    "carers",
    "case",
    "central",
    "child",
    "clerk",
    "club",
    "committee",
    "communications",
    "community",
    "complaint",
    "complaints",
    "contact",
    "corporate",
    "council",
    "customer",
    "data",
    "democratic",
    "desk",
    "digital",
    "director",
    "disability",
    "dpo",
    "duty",
    "early",
    "east",
    "education",
    "emergency",
    "enquiries",
    "enquiry",
    "events",
    "exploitation",
    "families",
    "family",
    "feedback",
    "finance",
    "first",
    "foi",
    "foster",
    "fostering",
    "front",
    "general",
    "governance",
    "group",
    "head",
    "health",
    "hello",
    "help",
    "helpdesk",
    "homes",
    "housing",
    "hub",
    "inbox",
    "inclusion",
    "info",
    "information",
    "iass",
    "justice",
    "kinship",
    "lado",
    "learning",
    "leaving",
    "legal",
    "library",
    "licensing",
    "local",
    "lscp",
    "mail",
    "mash",
    "media",
    "mental",
    "missing",
    "north",
    "nurse",
    "nursing",
    "offending",
    "offer",
    "office",
    "panel",
    "parenting",
    "participation",
    "partnership",
    "pathway",
    "people",
    "personal",
    "police",
    "post",
    "press",
    "protection",
    "recruitment",
    "referral",
    "referrals",
    "register",
    "safeguarding",
    "school",
    "schools",
    "send",
    "senco",
    "service",
    "services",
    "social",
    "south",
    "support",
    "team",
    "training",
    "virtual",
    "voice",
    "volunteering",
    "web",
    "welfare",
    "west",
    "yot",
    "youth",
];

/// Looks at the `@` at a place, or at the `%40` that stands for one in an address for mail.
pub(super) fn check(text: &Text<'_>, at: usize, findings: &mut Vec<Finding>) {
    let mark = match (text.byte(at), text.after(at, 3)) {
        (b'@', _) => 1,
        (_, "%40") => 3,
        _ => return,
    };
    if text.is_address(at) {
        return;
    }
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".%+_'-".contains(&byte);
    let is_domain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    // An address has at most 64 bytes before the `@` and 255 after it (RFC 5321).
    let mut start = at;
    while at - start <= 64 && start > 0 && is_plain(text.byte_before(start)) {
        start -= 1;
    }
    while start < at && !text.byte(start).is_ascii_alphanumeric() {
        start += 1;
    }
    let domain_start = at + mark;
    let mut end = domain_start;
    while end - at <= 255 && is_domain(text.byte(end)) {
        end += 1;
    }
    while end > domain_start && matches!(text.byte_before(end), b'.' | b'-') {
        end -= 1;
    }
    // A path, not an address: packages/name@version.
    let is_cut = text.byte_before(start) == b'/';
    let (local, domain) = (text.part(start..at), text.part(domain_start..end));
    if local.is_empty() || is_cut || !domain.contains('.') {
        return;
    }
    if let Some(confidence) = judge(local, &domain.to_ascii_lowercase()) {
        findings.push(Finding::new(start..end, Sort::PersonalEmail, confidence));
    }
}

/// How sure it is that an address is one person's; none if it is not, or not known to be.
fn judge(local: &str, domain: &str) -> Option<Confidence> {
    let parts: Vec<String> = local
        .split(['.', '_', '-', '+'])
        .map(|part| part.trim_end_matches(|one: char| one.is_ascii_digit()))
        .map(str::to_ascii_lowercase)
        .collect();
    let is_team = parts.iter().any(|part| is_team_word(part));
    if is_free_mail(domain) {
        // Support groups without a domain of their own use these too.
        return Some(if is_team {
            Confidence::Likely
        } else {
            Confidence::Certain
        });
    }
    let is_public = PUBLIC_BODIES.iter().any(|end| {
        domain
            .strip_suffix(end)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    let is_name = matches!(parts.len(), 2 | 3)
        && parts.iter().all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|one| one.is_ascii_alphabetic() || one == b'\'')
        })
        && parts.last().is_some_and(|last| last.len() >= 2);
    (is_public && is_name && !is_team).then_some(Confidence::Likely)
}

/// Whether a part of an address is a word of a team, or a run of such words: "leavingcare".
fn is_team_word(part: &str) -> bool {
    TEAM_WORDS.contains(&part)
        || TEAM_WORDS
            .iter()
            .any(|word| word.len() >= 6 && part.contains(word))
        || TEAM_WORDS.iter().any(|word| {
            part.strip_suffix(word).is_some_and(|rest| {
                TEAM_WORDS.contains(&rest) || matches!(rest, "the" | "my" | "our")
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_are_told_from_people() {
        for local in [
            "families",
            "leavingcare.team",
            "virtual.school",
            "leavingcare",
            "front-door",
            "childrens.services",
            "mash",
            "dpo",
        ] {
            assert_eq!(judge(local, "exampleshire.gov.uk"), None, "{local}");
        }
        for local in [
            "jane.smith",
            "j.smith",
            "jane.a.smith",
            "jane.smith2",
            "Jane_O'Neil",
        ] {
            assert_eq!(
                judge(local, "exampleshire.gov.uk"),
                Some(Confidence::Likely),
                "{local}"
            );
        }
        assert_eq!(judge("jane.smith", "nhs.net"), Some(Confidence::Likely));
        assert_eq!(
            judge("jane.smith", "exampleshire.pnn.police.uk"),
            Some(Confidence::Likely)
        );
        assert_eq!(judge("jane.smith", "notgov.uk"), None);
        assert_eq!(judge("jane.smith", "exampleshire.example"), None);
    }

    #[test]
    fn free_mail_is_private_unless_a_group_has_it() {
        assert_eq!(judge("x", "gmail.com"), Some(Confidence::Certain));
        assert_eq!(
            judge("mockley.kinshipgroup", "gmail.com"),
            Some(Confidence::Likely)
        );
        assert_eq!(judge("x", "example.com"), None);
    }
}
