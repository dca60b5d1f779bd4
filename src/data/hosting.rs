//! Settings for web servers: headers that protect readers, what may be kept for how long, and
//! where publications have moved to.

use std::fmt::Write;

use crate::site::{Address, Summary};

/// What every answer says. Nothing but the site itself is loaded, nobody is told where readers
/// come from, and nothing may ask for their camera, microphone or place.
const HEADERS: [(&str, &str); 7] = [
    (
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    ),
    (
        "Strict-Transport-Security",
        "max-age=31536000; includeSubDomains",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    (
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Pages are asked for anew: a copy must not outlive a correction.
    ("Cache-Control", "no-cache"),
];

/// Files that servers do not know the type of, by a pattern of their names (RFC 4287, RFC 5545,
/// RFC 6690 and jsonfeed.org).
const TYPES: [(&str, &str); 4] = [
    ("feed\\.xml$", "application/atom+xml"),
    ("feed\\.json$", "application/feed+json"),
    ("\\.ics$", "text/calendar"),
    ("\\.link$", "application/link-format"),
];

/// Files whose names change with their bytes.
const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

/// The settings, each with its address.
pub(super) fn hosting_files(summaries: &[Summary], base_url: &str) -> Vec<(Address, String)> {
    let home = Address::home();
    let folder = home.page("hosting");
    let path = path_of(base_url);
    let moved: Vec<(String, String)> = summaries
        .iter()
        .flat_map(|one| &one.moved)
        .map(|(from, to)| (under(&path, from.as_str()), under(&path, to)))
        .collect();
    vec![
        (home.file("_headers"), headers(&path)),
        (home.file("_redirects"), redirects(&moved)),
        (folder.file("nginx.conf"), nginx(&path, &moved)),
        (folder.file("apache.conf"), apache(&path, &moved)),
    ]
}

/// The path that a site has on its server: `/` or `/sub/`.
fn path_of(base_url: &str) -> String {
    let rest = base_url
        .split_once("://")
        .map_or(base_url, |(_, rest)| rest);
    rest.find('/')
        .and_then(|at| rest.get(at..))
        .unwrap_or("/")
        .to_owned()
}

/// An address of the site under its path; a full web address stays as it is.
fn under(path: &str, address: &str) -> String {
    match address.strip_prefix('/') {
        Some(rest) => format!("{path}{rest}"),
        None => address.to_owned(),
    }
}

/// For hosts that read `_headers` (Netlify, Cloudflare Pages and others).
fn headers(path: &str) -> String {
    let mut text = format!("{path}*\n");
    for (name, value) in HEADERS {
        let _ = writeln!(text, "  {name}: {value}");
    }
    // Such hosts add up what several rules say: the rule for all is taken back first.
    let _ = write!(
        text,
        "{path}static/*\n  ! Cache-Control\n  Cache-Control: {FOR_A_YEAR}\n"
    );
    text
}

fn redirects(moved: &[(String, String)]) -> String {
    let lines = moved.iter().map(|(from, to)| format!("{from} {to} 301\n"));
    lines.collect()
}

fn nginx(path: &str, moved: &[(String, String)]) -> String {
    let mut text = String::from(
        "# For a server block of nginx. Set root to the folder that offerbook wrote.\n\
         charset utf-8;\nindex index.html;\n\
         # For a site that was built with --precompress. A server with the module for Brotli can\n\
         # send smaller files still: take the mark away.\n\
         gzip_static on;\ngzip_vary on;\n# brotli_static on;\n",
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    let _ = write!(
        text,
        "error_page 404 {path}404.html;\n\
         location {path}static/ {{\n"
    );
    // A location that adds a header takes none from outside.
    for (name, value) in HEADERS.iter().filter(|(name, _)| *name != "Cache-Control") {
        let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
    }
    let _ = writeln!(
        text,
        "  add_header Cache-Control \"{FOR_A_YEAR}\" always;\n}}"
    );
    for (names, media_type) in TYPES {
        let _ = writeln!(
            text,
            "location ~ {names} {{\n  types {{ }}\n  default_type \"{media_type}; charset=utf-8\";\n}}"
        );
    }
    for (from, to) in moved {
        let _ = writeln!(text, "location = {from} {{ return 301 {to}; }}");
    }
    text
}

fn apache(path: &str, moved: &[(String, String)]) -> String {
    let mut text = String::from(
        "# For Apache: include it for the folder of the site, or copy it to .htaccess. Needs\n\
         # mod_headers, mod_alias and, for a site built with --precompress, mod_rewrite.\n\
         AddDefaultCharset utf-8\nDirectoryIndex index.html\nOptions -Indexes\n",
    );
    for (names, media_type) in TYPES {
        let _ = writeln!(
            text,
            "<FilesMatch \"{}(\\.gz|\\.br)?$\">\n  ForceType \"{media_type}; charset=utf-8\"\n</FilesMatch>",
            names.trim_end_matches('$')
        );
    }
    text.push_str(PACKED);
    for (name, value) in HEADERS {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "<If \"%{{REQUEST_URI}} =~ m#^{path}static/#\">\n  \
         Header always set Cache-Control \"{FOR_A_YEAR}\"\n</If>\n\
         ErrorDocument 404 {path}404.html\n"
    );
    for (from, to) in moved {
        let _ = writeln!(
            text,
            "RedirectMatch 301 ^{}$ {to}",
            from.replace('.', "\\.")
        );
    }
    text
}

/// Sends what was packed to browsers that can unpack it, the smaller first.
const PACKED: &str = "\
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} br
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.br -f
  RewriteRule [^/]$ %{REQUEST_URI}.br [END]
  RewriteCond %{HTTP:Accept-Encoding} br
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}index.html.br -f
  RewriteRule (^|/)$ %{REQUEST_URI}index.html.br [END]
  RewriteCond %{HTTP:Accept-Encoding} gzip
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}.gz -f
  RewriteRule [^/]$ %{REQUEST_URI}.gz [END]
  RewriteCond %{HTTP:Accept-Encoding} gzip
  RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}index.html.gz -f
  RewriteRule (^|/)$ %{REQUEST_URI}index.html.gz [END]
  RemoveType .gz .br
  RemoveLanguage .br
  AddEncoding gzip .gz
  AddEncoding br .br
  Header append Vary Accept-Encoding
</IfModule>
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_under_a_path_keeps_it() {
        assert_eq!(path_of("https://example.org/sub/"), "/sub/");
        assert_eq!(path_of("https://example.org/"), "/");
        assert_eq!(under("/sub/", "/derby/offer/"), "/sub/derby/offer/");
        assert_eq!(
            under("/sub/", "https://example.org/x"),
            "https://example.org/x"
        );
    }

    #[test]
    fn what_has_moved_leads_on_and_pages_are_asked_for_anew() {
        let moved = vec![("/derby/old/".to_owned(), "/derby/new/".to_owned())];
        assert_eq!(redirects(&moved), "/derby/old/ /derby/new/ 301\n");
        assert!(nginx("/", &moved).contains("location = /derby/old/ { return 301 /derby/new/; }"));
        assert!(apache("/", &moved).contains("RedirectMatch 301 ^/derby/old/$ /derby/new/"));
        let text = headers("/");
        let (all, fixed) = text.split_once("/static/*").unwrap();
        assert!(all.contains("Cache-Control: no-cache") && fixed.contains("immutable"));
    }
}
