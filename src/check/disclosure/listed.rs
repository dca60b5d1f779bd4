//! What the deny list names, in the texts that a site is drawn from.

use std::ops::Range;
use std::sync::Arc;

use super::{AsRead, DenyList, as_read, touch};
use crate::diagnostics::{Code, Diagnostic, Place, Problems, Texts};

/// What the deny list names in some texts, such as those that a build draws without their having
/// been published: settings, kinds, templates, what councils say of themselves.
pub fn listed(texts: &Texts, deny_list: &DenyList, looks_at: impl Fn(&str) -> bool) -> Problems {
    let mut problems = Problems::new();
    if deny_list.is_empty() {
        return problems;
    }
    for path in texts.paths().filter(|path| looks_at(path)) {
        let Some(text) = texts.get(path) else {
            continue;
        };
        let file: Arc<str> = Arc::from(path);
        for span in places(text, &as_read(&file, text), deny_list) {
            problems.push(told(&file, span));
        }
    }
    problems
}

/// Whether a published text holds what must never be published. Neither the words nor their place
/// are told; a path that holds them is hidden as well.
pub fn listed_in_version(file: &Arc<str>, text: &str, deny_list: &DenyList) -> Option<Diagnostic> {
    let in_name = deny_list.find(file).into_iter().next();
    if in_name.is_none() && places(text, &as_read(file, text), deny_list).is_empty() {
        return None;
    }
    let one = Diagnostic::error(
        Code::DenyList,
        "a published version holds what is on the deny list",
    )
    .at(&Place::file(file));
    Some(match in_name {
        Some(span) => one.hiding(file.get(span).unwrap_or_default()),
        None => one,
    })
}

/// Where a text holds what must never be published, as it is written or as it is read.
pub(super) fn places(text: &str, as_read: &[AsRead], deny_list: &DenyList) -> Vec<Range<usize>> {
    let mut found = deny_list.find(text);
    for passage in as_read {
        for span in deny_list.find(&passage.words) {
            let span = passage.span(&span);
            if !found.iter().any(|other| touch(&span, other)) {
                found.push(span);
            }
        }
    }
    found
}

/// The words themselves are told to nobody.
pub(super) fn told(file: &Arc<str>, span: Range<usize>) -> Diagnostic {
    Diagnostic::error(Code::DenyList, "this is on the deny list")
        .at(&Place::new(file, span))
        .secret()
        .help("take it out; a children’s home is shown by its provider only")
}
