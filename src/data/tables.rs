//! Tables as files: each as JSON and as CSV (RFC 4180), from the same rows.

use serde::Serialize;

use super::DataFile;
use super::rows::{self, FORMAT};
use crate::config::Kinds;
use crate::model::SiteSettings;
use crate::site::{Address, AuthoritySite};

#[derive(Serialize)]
struct TableFile<'t, Row> {
    format: &'static str,
    table: &'t str,
    authority: AuthorityFacts<'t>,
    rows: &'t [Row],
}

#[derive(Clone, Copy, Serialize)]
struct AuthorityFacts<'t> {
    slug: &'t str,
    name: &'t str,
    code: &'t str,
    address: &'t str,
}

/// The tables of an authority, below `/data/<authority>/`.
pub fn tables(site: &AuthoritySite, kinds: &Kinds, settings: &SiteSettings) -> Vec<DataFile> {
    let base = &settings.base_url;
    let folder = Address::home()
        .page("data")
        .page(site.authority.slug.as_str());
    let address = site.address().full(base);
    let facts = AuthorityFacts {
        slug: site.authority.slug.as_str(),
        name: &site.authority.name,
        code: &site.authority.code.value,
        address: &address,
    };
    let publications = rows::publications(site, kinds, base, &settings.language);
    [
        table(&folder, "publications", facts, &publications),
        table(&folder, "versions", facts, &rows::versions(site, base)),
        table(&folder, "sign-ups", facts, &rows::sign_ups(site)),
        table(
            &folder,
            "coverage",
            facts,
            &rows::coverage_rows(site, kinds),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn table<Row: Serialize>(
    folder: &Address,
    name: &str,
    authority: AuthorityFacts<'_>,
    rows: &[Row],
) -> [DataFile; 2] {
    let json = super::pretty(&TableFile {
        format: FORMAT,
        table: name,
        authority,
        rows,
    });
    [
        (folder.file(&format!("{name}.json")), json.into_bytes()),
        (folder.file(&format!("{name}.csv")), csv_text(name, rows)),
    ]
}

/// A table without rows has a line of columns all the same.
fn csv_text<Row: Serialize>(name: &str, rows: &[Row]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .has_headers(false)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let fields = rows::FIELDS.iter().find(|table| table.name == name);
    let columns = fields.into_iter().flat_map(|table| table.fields);
    // Writing to memory does not fail; what could not be written would only be missing.
    let _ = writer.write_record(columns.map(|(column, _)| column));
    for row in rows {
        let _ = writer.serialize(row);
    }
    writer.into_inner().unwrap_or_default()
}
