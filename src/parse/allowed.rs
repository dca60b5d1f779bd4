//! `allow = [{ text = "…", because = "…" }]` in front matter and in `authority.toml`.

use crate::config::Table;
use crate::model::Allowed;

/// Reads what is allowed. `everywhere`: whether in the whole publication.
pub fn allowed(table: &mut Table<'_, '_>, everywhere: bool) -> Vec<Allowed> {
    table
        .tables("allow", "something that is allowed")
        .into_iter()
        .filter_map(|mut one| {
            let text = one.located_text("text");
            if text.is_none() {
                one.missing(
                    "text",
                    "write the words as they stand in the page: text = \"…\"",
                );
            }
            let because = one.required_text("because", "say why it may stay: because = \"…\"");
            one.finish();
            Some(Allowed {
                text: text?,
                because,
                everywhere,
            })
        })
        .collect()
}
