//! Addresses from the site's root.

use std::fmt;

use crate::model::LinkStyle;

/// An address from the site's root: `/derby/offer/` for a page, `/derby/feed.xml` for a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// The first page.
    pub fn home() -> Self {
        Self("/".to_owned())
    }

    /// A page below this one.
    #[must_use]
    pub fn page(&self, name: &str) -> Self {
        Self(format!("{}{name}/", self.0))
    }

    /// A file below this page.
    #[must_use]
    pub fn file(&self, name: &str) -> Self {
        Self(format!("{}{name}", self.0))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where its bytes stand, from the output folder.
    pub fn output_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }

    /// The full address, under a base that ends with `/`.
    pub fn full(&self, base_url: &str) -> String {
        format!("{base_url}{}", self.0.trim_start_matches('/'))
    }

    /// The link from this page to an address, which may end with `#…`.
    pub fn link_to(&self, target: &str, style: LinkStyle) -> String {
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (target, None),
        };
        let is_here = path.is_empty() || (path == self.0 && fragment.is_some());
        let mut link = match is_here {
            true => String::new(),
            false => relative(&self.0, path, style),
        };
        if let Some(fragment) = fragment {
            link.push('#');
            link.push_str(fragment);
        }
        link
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn relative(from: &str, to: &str, style: LinkStyle) -> String {
    let folder = from.rfind('/').map_or("/", |at| &from[..=at]);
    let shared = folder
        .bytes()
        .zip(to.bytes())
        .take_while(|(a, b)| a == b)
        .map(|(byte, _)| byte)
        .collect::<Vec<u8>>()
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |at| at + 1);
    let up = folder[shared..].matches('/').count();
    let mut link = "../".repeat(up);
    link.push_str(&to[shared..]);
    // What follows must not be read as a scheme, or as another site (RFC 3986, section 4.2).
    let first = link.split('/').next().unwrap_or("");
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~%".contains(c);
    if first.is_empty() || !first.chars().all(plain) {
        link.insert_str(0, "./");
    }
    if style == LinkStyle::Files && link.ends_with('/') {
        link = format!("{}index.html", link.trim_start_matches("./"));
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn link(from: &str, to: &str) -> String {
        Address(from.to_owned()).link_to(to, LinkStyle::Folders)
    }

    #[test]
    fn links_are_relative() {
        assert_eq!(link("/derby/offer/", "/derby/offer/housing/"), "housing/");
        assert_eq!(
            link("/derby/offer/housing/", "/derby/offer/money/#rent"),
            "../money/#rent"
        );
        assert_eq!(link("/derby/offer/", "/derby/offerings/"), "../offerings/");
        assert_eq!(link("/derby/", "/"), "../");
        assert_eq!(link("/", "/"), "./");
        assert_eq!(link("/", "/static/site.css"), "static/site.css");
        assert_eq!(link("/derby/offer/", "/derby/offer/#home"), "#home");
        assert_eq!(link("/404.html", "/derby/"), "derby/");
        let files = Address("/derby/offer/".to_owned()).link_to("/derby/", LinkStyle::Files);
        assert_eq!(files, "../index.html");
        let own = Address("/".to_owned()).link_to("/", LinkStyle::Files);
        assert_eq!(own, "index.html");
    }

    #[test]
    fn no_link_becomes_a_scheme_or_another_site() {
        assert_eq!(
            link("/a/", "/a/javascript:alert(1)"),
            "./javascript:alert(1)"
        );
        assert_eq!(link("/", "/javascript:alert(1)"), "./javascript:alert(1)");
        assert_eq!(
            link("/a/", "/a///evil.example/x.png"),
            ".///evil.example/x.png"
        );
        assert_eq!(link("/", "/\t//evil.example/x"), "./\t//evil.example/x");
    }

    /// What a browser makes of a relative link (RFC 3986, section 5.2, as far as it is used).
    fn resolve(from: &str, link: &str) -> String {
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        for part in link.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop();
                }
                name => parts.push(name),
            }
        }
        let path = parts.join("/");
        if link.ends_with("..") || link == "." {
            format!("{path}/")
        } else {
            path
        }
    }

    proptest! {
        #[test]
        fn every_link_leads_where_it_should(
            from in "/([ab]{1,2}/){0,4}",
            to in "/([ab]{1,2}/){0,4}(x\\.css)?",
        ) {
            prop_assert_eq!(resolve(&from, &link(&from, &to)), to);
        }
    }
}
