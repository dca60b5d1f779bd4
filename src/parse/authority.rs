//! Everything that one authority wrote: `authority.toml`, partners, supports, publications.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::accessibility::accessibility;
use super::allowed::allowed;
use super::organisations::{named_by, organisations};
use super::publication::{Bodies, PublicationFiles, SourceText, publication};
use super::registers;
use super::{Contents, Unreadable};
use crate::config::Document;
use crate::diagnostics::{Code, Diagnostic, Located, Place, Problems};
use crate::model::{
    Attachment, Authority, AuthorityType, Body, Contact, Organisation, Publication,
    RecordedFileRole, Slug,
};
use crate::source::{AuthorityFiles, DataFile, TextFile};

/// Everything that one authority wrote, read.
#[derive(Clone, Debug)]
pub struct AuthorityContent {
    /// Who it is.
    pub authority: Authority,
    /// Its partners.
    pub organisations: Vec<Organisation>,
    /// Its publications, decisions among them, by slug.
    pub publications: Vec<PublicationContent>,
    /// Every file that a link can lead to, by its path from `content/`, with the ids of its
    /// headings; `None` for a file to download.
    pub targets: BTreeMap<String, Option<BTreeSet<String>>>,
    /// Supports that no publication claims.
    pub unclaimed_supports: Vec<Place>,
}

/// A publication as it stands in `content/`, with what would be recorded of it.
#[derive(Clone, Debug)]
pub struct PublicationContent {
    /// What it says.
    pub publication: Publication,
    /// Its texts as they would be recorded.
    pub files: Vec<FileToRecord>,
    /// Its attachments.
    pub attachments: Vec<DataFile>,
    /// What is published of each attachment, by its path in the publication; only where somebody has
    /// looked into them.
    pub contents: BTreeMap<String, Result<Contents, Unreadable>>,
    /// What each picture says about itself that is left out of what is published of it; likewise.
    pub left_out: BTreeMap<String, Contents>,
    /// The problems found in it.
    pub problems: Problems,
}

/// A text as it would be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileToRecord {
    /// What it is.
    pub role: RecordedFileRole,
    /// Its path in the version's folder.
    pub path: String,
    /// The path of what it is made from, as shown to people.
    pub file: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
}

/// Reads everything that one authority wrote. Problems of a publication stay with it; the
/// others are returned.
pub fn authority(
    slug: &Slug,
    files: &AuthorityFiles,
    allowed_elements: &[String],
) -> (AuthorityContent, Problems) {
    let mut problems = Problems::new();
    let authority = read_authority_file(slug, files, &mut problems);
    let organisations = match find(files, "organisations.toml") {
        Some(file) => {
            let (list, found) = organisations(&file.file, &file.text);
            problems.extend(found);
            list
        }
        None => Vec::new(),
    };
    let groups = group(slug, files, &mut problems);
    let claims = support_claims(files);
    let bodies = Bodies::Rendered { allowed_elements };
    let publications: Vec<PublicationContent> = groups
        .into_iter()
        .map(|group| read_publication(slug, files, group, &claims, &organisations, &bodies))
        .collect();
    let mut content = AuthorityContent {
        authority,
        organisations,
        targets: BTreeMap::new(),
        unclaimed_supports: Vec::new(),
        publications,
    };
    content.targets = targets(slug, files, &content.publications);
    content.unclaimed_supports = unclaimed(files, &content.publications);
    (content, problems)
}

fn find<'f>(files: &'f AuthorityFiles, path: &str) -> Option<&'f TextFile> {
    files.texts.iter().find(|file| file.path == path)
}

/// The files of one publication, before they are read.
struct Group<'f> {
    slug: Slug,
    texts: Vec<(&'f TextFile, String)>,
    data: Vec<(&'f DataFile, String)>,
    place: Place,
}

/// Sorts an authority's files into publications, and reports those that belong nowhere.
fn group<'f>(
    authority: &Slug,
    files: &'f AuthorityFiles,
    problems: &mut Problems,
) -> Vec<Group<'f>> {
    let mut groups: BTreeMap<String, Group<'f>> = BTreeMap::new();
    let root = format!("content/{authority}");
    let mut home = |written: &str, shown: &str, problems: &mut Problems| -> Option<String> {
        match Slug::publication(written) {
            Some(slug) if slug.as_str().parse::<crate::model::VersionId>().is_err() => {
                groups.entry(written.to_owned()).or_insert_with(|| Group {
                    slug,
                    texts: Vec::new(),
                    data: Vec::new(),
                    place: Place::path(shown),
                });
                Some(written.to_owned())
            }
            _ => {
                problems.push(
                    Diagnostic::error(
                        Code::OddName,
                        format!("“{written}” cannot be part of an address"),
                    )
                    .at(&Place::path(shown))
                    .help("use the letters a to z, digits and hyphens"),
                );
                None
            }
        }
    };
    let mut texts: Vec<(String, &TextFile, String)> = Vec::new();
    let mut data: Vec<(String, &DataFile, String)> = Vec::new();
    for file in &files.texts {
        if ["authority.toml", "organisations.toml"].contains(&file.path.as_str())
            || file.path.starts_with("supports/")
        {
            continue;
        }
        let (publication, name) = split_path(&file.path);
        let expected =
            file.path.ends_with(".md") || (file.path.ends_with(".csv") && is_name_of_table(&name));
        if publication.is_empty() || !expected || name.contains('/') {
            problems.push(unexpected(&file.file, &file.path));
            continue;
        }
        let shown = format!("{root}/{publication}");
        if let Some(publication) = home(&publication, &shown, problems) {
            texts.push((publication, file, name));
        }
    }
    for file in &files.data {
        let (publication, name) = split_path(&file.path);
        if publication.is_empty() || !name.starts_with("files/") {
            problems.push(unexpected(&file.file, &file.path));
            continue;
        }
        if !name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._/".contains(c))
        {
            problems.push(
                Diagnostic::error(
                    Code::OddName,
                    format!("the file name “{name}” cannot be part of an address"),
                )
                .at(&Place::file(&file.file))
                .help("use letters, digits, hyphens, dots and underscores, and no spaces"),
            );
            continue;
        }
        if let Some(publication) = home(&publication, &format!("{root}/{publication}"), problems) {
            data.push((publication, file, name));
        }
    }
    for (publication, file, name) in texts {
        if let Some(group) = groups.get_mut(&publication) {
            group.texts.push((file, name));
        }
    }
    for (publication, file, name) in data {
        if let Some(group) = groups.get_mut(&publication) {
            group.data.push((file, name));
        }
    }
    groups.into_values().collect()
}

/// Whether a register or a table for charts has a name that is the same on every computer.
fn is_name_of_table(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.strip_suffix(".csv")
        .is_some_and(|stem| !stem.is_empty() && stem.chars().all(plain))
}

/// `offer/housing.md` is `housing.md` of `offer`; `missing.md` is `index.md` of `missing`;
/// `missing.cy.md` is `index.cy.md` of it; below `decisions/`, one part more.
fn split_path(path: &str) -> (String, String) {
    let (prefix, rest) = match path.strip_prefix("decisions/") {
        Some(rest) => ("decisions/", rest),
        None => ("", path),
    };
    match rest.split_once('/') {
        Some((folder, name)) => (format!("{prefix}{folder}"), name.to_owned()),
        None => match rest.split_once('.') {
            Some((stem, ending)) if ending.ends_with("md") => {
                (format!("{prefix}{stem}"), format!("index.{ending}"))
            }
            _ => (String::new(), rest.to_owned()),
        },
    }
}

fn unexpected(file: &Arc<str>, path: &str) -> Diagnostic {
    let help = if path.contains('/') {
        "pages are .md files; files to download go into files/; registers are sign-ups.csv and \
         actions.csv; tables for charts are .csv files beside the page, named with the letters a \
         to z, digits and hyphens"
    } else {
        "an authority’s folder holds authority.toml, organisations.toml, pages (.md) and one \
         folder for each publication"
    };
    Diagnostic::warning(Code::UnexpectedFile, "this file is not used")
        .at(&Place::file(file))
        .help(help)
}

/// Which publications each support names, read without its text: supports are read with each of
/// the publications they belong to.
fn support_claims(files: &AuthorityFiles) -> BTreeMap<String, Vec<String>> {
    let mut claims = BTreeMap::new();
    for file in &files.texts {
        if !file.path.starts_with("supports/") || !file.path.ends_with(".md") {
            continue;
        }
        let (parts, _) = super::front_matter::split(&file.file, &file.text);
        let document = Document::parse(&file.file, parts.toml, parts.toml_start);
        let named = document.table("a support").texts("publications");
        claims.insert(
            file.path.clone(),
            named.into_iter().map(|one| one.value).collect(),
        );
    }
    claims
}

fn read_publication(
    authority: &Slug,
    files: &AuthorityFiles,
    group: Group<'_>,
    claims: &BTreeMap<String, Vec<String>>,
    organisations: &[Organisation],
    bodies: &Bodies<'_>,
) -> PublicationContent {
    let source = |file: &TextFile, name: &str| SourceText {
        file: Arc::clone(&file.file),
        name: name.to_owned(),
        path: format!("{authority}/{}", file.path),
        text: Arc::clone(&file.text),
    };
    let register = |wanted: &str| {
        group
            .texts
            .iter()
            .find(|(_, name)| name == wanted)
            .map(|(file, name)| source(file, name))
    };
    let mut sources: Vec<SourceText> = group
        .texts
        .iter()
        .filter(|(_, name)| name.ends_with(".md"))
        .map(|(file, name)| source(file, name))
        .collect();
    for file in &files.texts {
        let names_it = claims
            .get(&file.path)
            .is_some_and(|named| named.iter().any(|one| one == group.slug.as_str()));
        if names_it {
            sources.push(source(file, &file.path));
        }
    }
    let (sign_ups, actions) = (register("sign-ups.csv"), register("actions.csv"));
    let tables: Vec<SourceText> = group
        .texts
        .iter()
        .filter(|(_, name)| {
            name.ends_with(".csv") && !["sign-ups.csv", "actions.csv"].contains(&name.as_str())
        })
        .map(|(file, name)| source(file, name))
        .collect();
    let rows = sign_ups
        .as_ref()
        .map(|file| registers::sign_ups(&file.file, &file.text).0)
        .unwrap_or_default();
    let (named, named_text) = named_by(&rows, organisations);
    let place = sources
        .iter()
        .find(|source| source.name == "index.md")
        .map_or(group.place.clone(), |source| Place::file(&source.file));
    let attachments: Vec<DataFile> = group
        .data
        .iter()
        .map(|(file, name)| DataFile {
            path: name.clone(),
            ..(*file).clone()
        })
        .collect();
    let unused = unused_tables(&tables, &sources);
    let all = PublicationFiles {
        authority: authority.clone(),
        slug: group.slug,
        sources,
        sign_ups,
        actions,
        tables,
        organisations: named,
        attachments: attachments
            .iter()
            .map(|file| Attachment {
                path: file.path.clone(),
                size: file.size,
                digest: file.digest.clone(),
                picture: file.picture,
            })
            .collect(),
        place,
    };
    let (publication, mut problems) = publication(&all, bodies);
    problems.extend(unused);
    PublicationContent {
        files: files_to_record(&all, &publication, named_text),
        publication,
        attachments,
        contents: BTreeMap::new(),
        left_out: BTreeMap::new(),
        problems,
    }
}

/// Tables that no chart can show, since no page names them.
fn unused_tables(tables: &[SourceText], sources: &[SourceText]) -> Problems {
    let mut problems = Problems::new();
    for table in tables {
        let name = format!("\"{}\"", table.name);
        if !sources.iter().any(|source| source.text.contains(&name)) {
            problems.push(unexpected(&table.file, &table.path));
        }
    }
    problems
}

/// What is recorded of a publication: sources, bodies, registers.
fn files_to_record(
    all: &PublicationFiles,
    publication: &Publication,
    organisations: String,
) -> Vec<FileToRecord> {
    let mut files = Vec::new();
    let mut add = |role, path: String, file: &Arc<str>, text: Arc<str>| {
        files.push(FileToRecord {
            role,
            path,
            file: Arc::clone(file),
            text,
        });
    };
    for source in &all.sources {
        let path = format!("source/{}", source.name);
        let text = Arc::clone(&source.text);
        add(RecordedFileRole::Source, path, &source.file, text);
    }
    let mut add_body = |name: String, place: &Place, body: &Body| {
        let html = Arc::from(body.html.as_str());
        let path = format!("body/{name}.html");
        add(RecordedFileRole::Body, path, &place.file, html);
    };
    for page in &publication.pages {
        add_body(page.name.clone(), &page.place, &page.body);
    }
    for one in &publication.alternates {
        let name = format!("{}.{}", one.of, one.form.suffix());
        add_body(name, &one.place, &one.body);
    }
    for one in &publication.supports {
        add_body(format!("supports/{}", one.slug), &one.place, &one.body);
    }
    let registers = [&all.sign_ups, &all.actions].into_iter().flatten();
    for register in registers.chain(&all.tables) {
        let (name, text) = (register.name.clone(), Arc::clone(&register.text));
        add(RecordedFileRole::Register, name, &register.file, text);
    }
    if !organisations.is_empty() {
        let path = "organisations.toml".to_owned();
        let file = Arc::from(format!("content/{}/organisations.toml", all.authority));
        add(
            RecordedFileRole::Register,
            path,
            &file,
            Arc::from(organisations),
        );
    }
    files.sort_by(|a, b| (a.role, &a.path).cmp(&(b.role, &b.path)));
    files
}

fn targets(
    authority: &Slug,
    files: &AuthorityFiles,
    publications: &[PublicationContent],
) -> BTreeMap<String, Option<BTreeSet<String>>> {
    let mut targets = BTreeMap::new();
    for file in &files.data {
        targets.insert(format!("{authority}/{}", file.path), None);
    }
    let prefix = "content/";
    let mut page = |place: &Place, headings: &[crate::model::Heading]| {
        if let Some(path) = place.file.strip_prefix(prefix) {
            let ids = headings.iter().map(|heading| heading.id.clone()).collect();
            targets.insert(path.to_owned(), Some(ids));
        }
    };
    for content in publications {
        let publication = &content.publication;
        for one in &publication.pages {
            page(&one.place, &one.body.headings);
        }
        for one in &publication.alternates {
            page(&one.place, &one.body.headings);
        }
        for one in &publication.supports {
            page(&one.place, &one.body.headings);
        }
    }
    targets
}

fn unclaimed(files: &AuthorityFiles, publications: &[PublicationContent]) -> Vec<Place> {
    let claimed: BTreeSet<&Arc<str>> = publications
        .iter()
        .flat_map(|content| &content.publication.supports)
        .map(|support| &support.place.file)
        .collect();
    files
        .texts
        .iter()
        .filter(|file| file.path.starts_with("supports/") && file.path.ends_with(".md"))
        .filter(|file| !claimed.contains(&file.file))
        .map(|file| Place::file(&file.file))
        .collect()
}

fn read_authority_file(slug: &Slug, files: &AuthorityFiles, problems: &mut Problems) -> Authority {
    let shown = format!("content/{slug}/authority.toml");
    let Some(file) = find(files, "authority.toml") else {
        problems.push(
            Diagnostic::error(
                Code::MissingKey,
                format!("the authority “{slug}” has no authority.toml"),
            )
            .at(&Place::path(&shown))
            .help("write its name, code and type into that file; `offerbook init` shows one"),
        );
        return unnamed(slug, Place::path(&shown));
    };
    let document = Document::parse(&file.file, &file.text, 0);
    let mut table = document.table("authority.toml");
    let name = table.required_text("name", "write the council’s full name: name = \"…\"");
    let code = table.located_text("code");
    if code.is_none() {
        table.missing("code", "write the council’s ONS (GSS) code: code = \"E…\"");
    }
    let authority_type = table.required_choice(
        "type",
        &AuthorityType::ALL,
        "write county, unitary, metropolitan or london: type = \"…\"",
    );
    // A type that cannot be read does not make a code wrong.
    let by_code = || {
        code.as_ref()
            .and_then(|code| AuthorityType::of_code(&code.value))
    };
    let authority_type = authority_type.map(|one| one.value).or_else(by_code);
    let contact = table.table("contact", "[contact]").map(|mut contact| {
        let read = Contact {
            email: contact.text("email"),
            phone: contact.text("phone"),
            address: contact.text("address"),
        };
        contact.finish();
        read
    });
    let authority = Authority {
        slug: slug.clone(),
        short_name: table.text("short_name").unwrap_or_else(|| name.clone()),
        name,
        code: code
            .clone()
            .unwrap_or_else(|| Located::new(String::new(), Place::file(&file.file))),
        authority_type: authority_type.unwrap_or(AuthorityType::Unitary),
        website: table.text("website"),
        notice: table.text("notice"),
        contact: contact.unwrap_or_default(),
        from: table.day("from").map(|day| day.value),
        to: table.day("to").map(|day| day.value),
        predecessors: table.texts("predecessors"),
        succeeded_by: table.one_or_more("succeeded_by"),
        allowed: allowed(&mut table, true),
        accessibility: table
            .table("accessibility", "[accessibility]")
            .map(accessibility),
        place: Place::file(&file.file),
    };
    table.finish();
    problems.extend(document.into_problems());
    authority
}

/// What stands in for an authority that has a record but no `authority.toml` any more.
fn unnamed(slug: &Slug, place: Place) -> Authority {
    Authority {
        slug: slug.clone(),
        name: slug.to_string(),
        short_name: slug.to_string(),
        code: Located::new(String::new(), place.clone()),
        authority_type: AuthorityType::Unitary,
        website: None,
        notice: None,
        contact: Contact::default(),
        from: None,
        to: None,
        predecessors: Vec::new(),
        succeeded_by: Vec::new(),
        allowed: Vec::new(),
        accessibility: None,
        place,
    }
}
