//! How heavy pages are with all that they load, as a web server sends it.
//!
//! Compressing every page would cost more than drawing it. A page is never larger compressed than
//! it is as it stands, and pages of one sort are alike: of each sort the largest few are kept and
//! weighed.

use std::collections::BTreeMap;
use std::sync::Mutex;

use html5gum::{StartTag, Token, Tokenizer};
use rayon::prelude::*;

use super::packing::Packing;
use crate::site::Address;
use crate::theme::Budget;

/// A page with all that it loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageWeight {
    /// Where it stands.
    pub address: Address,
    /// The template that drew it.
    pub template: &'static str,
    /// The page alone, as it stands, in bytes.
    pub raw: u64,
    /// The page and all that it loads, compressed (gzip), in bytes.
    pub loaded: u64,
    /// How many files that is.
    pub requests: u32,
    /// What `theme.toml` allows, in bytes.
    pub limit: u64,
    /// What `theme.toml` allows, in files.
    pub most_requests: u32,
}

impl PageWeight {
    /// Whether it is more than `theme.toml` allows.
    pub fn is_over(&self) -> bool {
        self.loaded > self.limit || self.requests > self.most_requests
    }

    /// "15.2 KB in 2 files".
    pub fn in_words(&self) -> String {
        let files = match self.requests {
            1 => "1 file".to_owned(),
            several => format!("{several} files"),
        };
        format!("{} in {files}", kilobytes(self.loaded))
    }
}

/// "15.2 KB", of 1,000 bytes.
pub fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

/// Pages that are to be weighed.
pub(super) struct Weights {
    /// How many of each sort are kept.
    most: usize,
    drawn: Mutex<BTreeMap<&'static str, Vec<Drawn>>>,
    /// The sizes of files that pages load, by their paths in the site.
    files: Mutex<BTreeMap<String, u64>>,
}

struct Drawn {
    address: Address,
    html: String,
}

impl Weights {
    /// Keeps so many pages of each sort.
    pub(super) fn keeping(most: usize) -> Self {
        Self {
            most,
            drawn: Mutex::default(),
            files: Mutex::default(),
        }
    }

    /// Notes a page. May be called from several threads, in any order.
    pub(super) fn page(&self, template: &'static str, address: &Address, html: &str) {
        let mut drawn = lock(&self.drawn);
        let alike = drawn.entry(template).or_default();
        let before =
            |one: &Drawn| (one.html.len(), address.as_str()) > (html.len(), one.address.as_str());
        let at = alike.partition_point(before);
        if at < self.most {
            alike.insert(
                at,
                Drawn {
                    address: address.clone(),
                    html: html.to_owned(),
                },
            );
            alike.truncate(self.most);
        }
    }

    /// Notes a file that pages may load, by what it weighs on its way to a reader.
    pub(super) fn file(&self, path: String, bytes: u64) {
        lock(&self.files).insert(path, bytes);
    }

    /// Weighs what was kept, the heaviest first.
    pub(super) fn weighed(self, budget: &Budget) -> Vec<PageWeight> {
        self.all(budget, true)
    }

    /// What is over the budget, the heaviest first.
    pub(super) fn too_heavy(self, budget: &Budget) -> Vec<PageWeight> {
        let mut weighed = self.all(budget, false);
        weighed.retain(PageWeight::is_over);
        weighed
    }

    fn all(self, budget: &Budget, exactly: bool) -> Vec<PageWeight> {
        let files = lock(&self.files).clone();
        let drawn = std::mem::take(&mut *lock(&self.drawn));
        let all: Vec<(&'static str, Drawn)> = drawn
            .into_iter()
            .flat_map(|(template, alike)| alike.into_iter().map(move |one| (template, one)))
            .collect();
        let mut weighed: Vec<PageWeight> = all
            .par_iter()
            .map(|(template, one)| weigh(template, one, &files, budget, exactly))
            .collect();
        weighed.sort_by(|a, b| (b.loaded, &a.address).cmp(&(a.loaded, &b.address)));
        weighed
    }
}

fn weigh(
    template: &'static str,
    drawn: &Drawn,
    files: &BTreeMap<String, u64>,
    budget: &Budget,
    exactly: bool,
) -> PageWeight {
    let loads = loads(&drawn.html, &drawn.address);
    let raw = u64::try_from(drawn.html.len()).unwrap_or(u64::MAX);
    let others: u64 = loads.iter().filter_map(|path| files.get(path)).sum();
    // What is light enough as it stands need not be packed to see that.
    let own = match exactly || raw.saturating_add(others) > budget.bytes(template) {
        true => u64::try_from(gzip(drawn.html.as_bytes()).len()).unwrap_or(u64::MAX),
        false => raw,
    };
    PageWeight {
        address: drawn.address.clone(),
        template,
        raw,
        loaded: own.saturating_add(others),
        requests: u32::try_from(loads.len() + 1).unwrap_or(u32::MAX),
        limit: budget.bytes(template),
        most_requests: budget.requests,
    }
}

/// The files of the site that a page loads at once, each path once: stylesheets, scripts, and
/// pictures that do not wait until they are scrolled to.
fn loads(html: &str, at: &Address) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        let wanted = match tag.name.as_slice() {
            b"link" if attribute(&tag, "rel").as_deref() == Some("stylesheet") => "href",
            b"script" => "src",
            b"img" if attribute(&tag, "loading").as_deref() != Some("lazy") => "src",
            _ => continue,
        };
        if let Some(path) = attribute(&tag, wanted).and_then(|to| resolved(at, &to))
            && !paths.contains(&path)
        {
            paths.push(path);
        }
    }
    paths
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// The path in the site that a relative link leads to.
fn resolved(at: &Address, link: &str) -> Option<String> {
    let link = link.split(['?', '#']).next().unwrap_or(link);
    if link.is_empty() || link.contains(':') {
        return None;
    }
    // Only the page for addresses that are not there links from the root.
    if let Some(path) = link.strip_prefix('/') {
        return Some(path.to_owned());
    }
    let page = at.output_path();
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => {
                parts.pop()?;
            }
            "" | "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Bytes as a web server sends them.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Writing to memory does not fail; if it did, the bytes as they are would be an upper bound.
    Packing::Gzip.pack(bytes).unwrap_or_else(|_| bytes.to_vec())
}

/// A thread that panicked while it held the lock has stopped the build already.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(page: u32, requests: u32) -> Budget {
        Budget {
            page,
            requests,
            of_templates: Vec::new(),
        }
    }

    #[test]
    fn a_page_is_weighed_with_what_it_loads_at_once() {
        let weights = Weights::keeping(1);
        weights.file("static/a.css".to_owned(), 5_000);
        weights.file("derby/x.png".to_owned(), 7_000);
        weights.file("derby/later.png".to_owned(), 90_000);
        let at = Address::home().page("derby").page("plan");
        let html = "<link rel=canonical href=../../static/no.css>\
                    <link rel=stylesheet href=../../static/a.css>\
                    <img src=\"../x.png?1\"><img src=../x.png><img loading=lazy src=../later.png>";
        weights.page("plain.html", &at, html);
        let weighed = weights.weighed(&budget(12, 3));
        let one = &weighed[0];
        assert_eq!(one.requests, 3);
        let own = u64::try_from(gzip(html.as_bytes()).len()).unwrap();
        assert_eq!(one.loaded, own + 12_000);
        assert!(one.is_over());
    }

    #[test]
    fn the_largest_of_each_sort_are_kept_in_whatever_order_they_come() {
        let page = |name: &str| Address::home().page(name);
        let long = "long ".repeat(50);
        let mut orders = Vec::new();
        for order in [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]] {
            let weights = Weights::keeping(2);
            for name in order {
                let html = if name == "a" { "short" } else { long.as_str() };
                weights.page("plain.html", &page(name), html);
                weights.page("print.html", &page(name), "x");
            }
            orders.push(weights.weighed(&budget(14, 3)));
        }
        assert_eq!(orders[0], orders[1]);
        assert_eq!(orders[1], orders[2]);
        let kept: Vec<&str> = orders[0]
            .iter()
            .filter(|one| one.template == "plain.html")
            .map(|one| one.address.as_str())
            .collect();
        assert_eq!(kept, ["/b/", "/c/"]);
    }

    #[test]
    fn words_of_a_weight() {
        assert_eq!(kilobytes(15_101), "15.2 KB");
        assert_eq!(kilobytes(999), "1.0 KB");
    }
}
