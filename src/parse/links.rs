//! Where a link of a source leads, and at which address a source file stands.

use crate::model::LinkTarget;

/// Schemes a link may use beside relative addresses.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// A link as written, read from the point of view of the file it is in.
///
/// # Errors
/// The scheme, where it is not one of those allowed.
pub fn target(written: &str, from: &str) -> Result<LinkTarget, String> {
    if let Some(scheme) = scheme(written) {
        return if SCHEMES.contains(&scheme.as_str()) {
            Ok(LinkTarget::Outside(written.to_owned()))
        } else {
            Err(scheme)
        };
    }
    if written.starts_with("//") || written.starts_with("\\\\") {
        return Err("//".to_owned());
    }
    let (path, heading) = match written.split_once('#') {
        Some((path, heading)) => (path, Some(decode(heading))),
        None => (written, None),
    };
    let path = path.split('?').next().unwrap_or("");
    if path.is_empty() {
        return Ok(match heading {
            Some(heading) if !heading.is_empty() => LinkTarget::Heading(heading),
            _ => LinkTarget::Nowhere,
        });
    }
    let path = decode(path).replace('\\', "/");
    Ok(match resolve(&path, from) {
        Some(path) => LinkTarget::File {
            path,
            heading: heading.filter(|heading| !heading.is_empty()),
        },
        None => LinkTarget::Nowhere,
    })
}

/// The scheme of an absolute address, in lower case (RFC 3986, section 3.1).
fn scheme(written: &str) -> Option<String> {
    // Browsers pass over white space and control characters here, so we do too.
    let bare: String = written
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let (scheme, _) = bare.split_once(':')?;
    let first = scheme.chars().next()?;
    let is_scheme = first.is_ascii_alphabetic()
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// A relative path, followed from the folder of a file. `None` where it leaves `content/`.
fn resolve(path: &str, from: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    let last = path.rsplit('/').next().unwrap_or("");
    let mut resolved = parts.join("/");
    // A folder stands for its first page.
    if last.is_empty() || last == "." || last == ".." || !last.contains('.') {
        if !resolved.is_empty() {
            resolved.push('/');
        }
        resolved.push_str("index.md");
    }
    Some(resolved)
}

/// The address, from the site's root, at which a file of `content/` stands:
/// `derby/offer/housing.md` at `/derby/offer/housing/`, `derby/offer/index.cy.md` at
/// `/derby/offer/cy/`, `derby/offer/files/a.pdf` at itself.
pub fn address_of_file(path: &str) -> String {
    let Some(stem) = path.strip_suffix(".md") else {
        return format!("/{path}");
    };
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let (page, alternate) = match name.split_once('.') {
        Some((page, alternate)) => (page, Some(alternate)),
        None => (name, None),
    };
    let mut address = String::from("/");
    let parts = folder
        .split('/')
        .chain((page != "index").then_some(page))
        .chain(alternate);
    for part in parts.filter(|part| !part.is_empty()) {
        address.push_str(part);
        address.push('/');
    }
    address
}

/// %XX to characters; what is not such a sequence stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let pair = text.get(at + 1..at + 3);
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(decoded) if *byte == b'%' => {
                out.push(decoded);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, heading: Option<&str>) -> Result<LinkTarget, String> {
        Ok(LinkTarget::File {
            path: path.to_owned(),
            heading: heading.map(str::to_owned),
        })
    }

    #[test]
    fn relative_links_are_followed_from_their_file() {
        let from = "derby/offer/index.md";
        assert_eq!(
            target("housing.md", from),
            file("derby/offer/housing.md", None)
        );
        assert_eq!(
            target("../protocol/index.md#signing", from),
            file("derby/protocol/index.md", Some("signing"))
        );
        assert_eq!(
            target("..\\protocol.md", from),
            file("derby/protocol.md", None)
        );
        assert_eq!(
            target("../protocol/", from),
            file("derby/protocol/index.md", None)
        );
        assert_eq!(
            target("files/a%20b.pdf", from),
            file("derby/offer/files/a b.pdf", None)
        );
        assert_eq!(
            target("#rent", from),
            Ok(LinkTarget::Heading("rent".to_owned()))
        );
    }

    #[test]
    fn nothing_leads_out_of_the_content() {
        let from = "derby/offer/index.md";
        for wrong in ["../../../secret.md", "/etc/passwd", "", "#"] {
            assert_eq!(target(wrong, from), Ok(LinkTarget::Nowhere), "{wrong}");
        }
    }

    #[test]
    fn schemes_are_a_short_list() {
        for wrong in [
            "javascript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "C:\\x.md",
            "//x.org",
        ] {
            assert!(target(wrong, "a.md").is_err(), "{wrong}");
        }
        for right in [
            "https://a.org/b:c",
            "mailto:team@example.org",
            "tel:+441632960001",
        ] {
            assert!(
                matches!(target(right, "a.md"), Ok(LinkTarget::Outside(_))),
                "{right}"
            );
        }
    }

    #[test]
    fn addresses_of_files() {
        assert_eq!(address_of_file("derby/offer/index.md"), "/derby/offer/");
        assert_eq!(
            address_of_file("derby/offer/housing.md"),
            "/derby/offer/housing/"
        );
        assert_eq!(
            address_of_file("derby/offer/index.cy.md"),
            "/derby/offer/cy/"
        );
        assert_eq!(address_of_file("derby/missing.md"), "/derby/missing/");
        assert_eq!(address_of_file("about.md"), "/about/");
        assert_eq!(
            address_of_file("derby/offer/files/a.pdf"),
            "/derby/offer/files/a.pdf"
        );
    }
}
