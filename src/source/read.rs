//! Walking the folders.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::{DirEntry, WalkDir};

use super::{DataFile, Root, canonical};
use crate::config::KindText;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{Slug, slug_from_text};

/// A text in its canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// Its path as shown to people, from the site's folder: `content/derby/index.md`.
    pub file: Arc<str>,
    /// Its path below the folder that was read: `kinship-local-offer/index.md`.
    pub path: String,
    /// The canonical text.
    pub text: Arc<str>,
}

/// What belongs to a site as a whole.
#[derive(Clone, Debug, Default)]
pub struct SiteFiles {
    /// `site-config.toml`.
    pub settings: Option<TextFile>,
    /// `kinds/*.toml`.
    pub kinds: Vec<KindText>,
    /// Pages directly in `content/`.
    pub pages: Vec<TextFile>,
    /// The folders in `content/` and in `published/`: the authorities.
    pub authorities: Vec<Slug>,
    /// The folders in `content/` alone.
    pub with_content: Vec<Slug>,
}

/// What one authority wrote.
#[derive(Clone, Debug, Default)]
pub struct AuthorityFiles {
    /// Markdown, TOML and CSV.
    pub texts: Vec<TextFile>,
    /// Everything else, and all that is in `files/`.
    pub data: Vec<DataFile>,
}

/// A theme's files by their path in its folder, taken as they are.
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    /// Path and bytes, in the order of paths.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Reads what belongs to the site as a whole, and lists its authorities.
pub fn read_site(root: &Root) -> (SiteFiles, Problems) {
    let mut problems = Problems::new();
    let mut site = SiteFiles::default();
    match fs::read(root.settings()) {
        Ok(bytes) => {
            let file: Arc<str> = Arc::from("site-config.toml");
            site.settings = text_file(&file, "site-config.toml".to_owned(), &bytes, &mut problems);
        }
        Err(error) => problems.push(unreadable("site-config.toml", &error).help(
            "run offerbook in a folder that holds site-config.toml, or say where with --root; \
             `offerbook init` makes a new one",
        )),
    }
    for entry in entries(root, &root.kinds(), 1, &mut problems) {
        if let Some(text) = read_text(root, &root.kinds(), &entry, &mut problems)
            && let Some(slug) = text.path.strip_suffix(".toml")
        {
            site.kinds.push(KindText {
                slug: slug.to_owned(),
                file: text.file,
                text: text.text,
            });
        }
    }
    for entry in entries(root, &root.content(), 1, &mut problems) {
        if entry.file_type().is_dir() {
            if let Some(slug) = folder_slug(root, &entry, &mut problems) {
                site.with_content.push(slug);
            }
        } else if has_ending(entry.path(), "md") {
            site.pages
                .extend(read_text(root, &root.content(), &entry, &mut problems));
        }
    }
    site.authorities = site.with_content.clone();
    for entry in entries(root, &root.published(), 1, &mut problems) {
        if entry.file_type().is_dir()
            && let Some(slug) = folder_slug(root, &entry, &mut problems)
            && !site.authorities.contains(&slug)
        {
            site.authorities.push(slug);
        }
    }
    site.authorities.sort();
    (site, problems)
}

/// Reads everything that one authority wrote.
pub fn read_authority(root: &Root, authority: &Slug) -> (AuthorityFiles, Problems) {
    let folder = root.content().join(authority.as_str());
    let mut problems = Problems::new();
    let mut files = AuthorityFiles::default();
    for entry in entries(root, &folder, usize::MAX, &mut problems) {
        if entry.file_type().is_dir() {
            continue;
        }
        if is_text(&folder, &entry) {
            files
                .texts
                .extend(read_text(root, &folder, &entry, &mut problems));
        } else {
            files
                .data
                .extend(read_data(root, &folder, &entry, &mut problems));
        }
    }
    (files, problems)
}

/// Reads a theme of the site; empty where the site has none of that name.
pub fn read_theme(root: &Root, name: &str) -> (ThemeFiles, Problems) {
    let folder = root.themes().join(name);
    let mut problems = Problems::new();
    let mut theme = ThemeFiles::default();
    for entry in entries(root, &folder, usize::MAX, &mut problems) {
        if entry.file_type().is_dir() {
            continue;
        }
        match fs::read(entry.path()) {
            Ok(bytes) => theme.files.push((below(&folder, entry.path()), bytes)),
            Err(error) => problems.push(unreadable(&root.shown(entry.path()), &error)),
        }
    }
    (theme, problems)
}

/// Markdown, TOML and CSV are texts, except among the files to download.
fn is_text(folder: &Path, entry: &DirEntry) -> bool {
    let inner = entry.path().strip_prefix(folder).unwrap_or(entry.path());
    let among_files = inner
        .components()
        .rev()
        .skip(1)
        .any(|part| part.as_os_str() == "files");
    !among_files
        && ["md", "toml", "csv"]
            .iter()
            .any(|ending| has_ending(entry.path(), ending))
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|have| have.eq_ignore_ascii_case(ending))
}

/// All entries of a folder down to a depth, in the order of their names. A folder that is not
/// there has none.
fn entries(root: &Root, folder: &Path, depth: usize, problems: &mut Problems) -> Vec<DirEntry> {
    let mut list = Vec::new();
    if !folder.exists() {
        return list;
    }
    let walk = WalkDir::new(folder)
        .min_depth(1)
        .max_depth(depth)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !is_passed_over(entry));
    for entry in walk {
        match entry {
            Ok(entry) if entry.path_is_symlink() => problems.push(
                Diagnostic::error(Code::LinkOut, "symbolic links are not followed")
                    .at(&Place::path(&root.shown(entry.path())))
                    .help("put the file itself here"),
            ),
            Ok(entry) => list.push(entry),
            Err(error) => {
                let shown = error
                    .path()
                    .map_or_else(String::new, |path| root.shown(path));
                problems.push(
                    Diagnostic::error(Code::FileUnreadable, format!("cannot be read: {error}"))
                        .at(&Place::path(&shown)),
                );
            }
        }
    }
    list
}

/// What editors and systems leave about: `.DS_Store`, `page.md~`, `#page.md#`, `~$page.docx`,
/// `Thumbs.db`.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    entry.depth() > 0
        && (name.starts_with(['.', '#'])
            || name.starts_with("~$")
            || name.ends_with('~')
            || name.eq_ignore_ascii_case("thumbs.db"))
}

fn folder_slug(root: &Root, entry: &DirEntry, problems: &mut Problems) -> Option<Slug> {
    let name = entry.file_name().to_string_lossy();
    let slug = Slug::new(&name);
    if slug.is_none() {
        problems.push(
            Diagnostic::error(
                Code::OddName,
                format!("the folder name “{name}” cannot be part of an address"),
            )
            .at(&Place::path(&root.shown(entry.path())))
            .help(rename(&name)),
        );
    }
    slug
}

/// "rename it to …", with a name that would do.
fn rename(name: &str) -> String {
    let plain: String = slug_from_text(name)
        .chars()
        .filter(char::is_ascii)
        .collect();
    match Slug::new(plain.trim_matches('-')) {
        Some(slug) => format!("use the letters a to z, digits and hyphens: “{slug}”"),
        None => "use the letters a to z, digits and hyphens".to_owned(),
    }
}

fn read_text(
    root: &Root,
    folder: &Path,
    entry: &DirEntry,
    problems: &mut Problems,
) -> Option<TextFile> {
    if entry.file_type().is_dir() {
        return None;
    }
    let shown: Arc<str> = Arc::from(root.shown(entry.path()));
    match fs::read(entry.path()) {
        Ok(bytes) => text_file(&shown, below(folder, entry.path()), &bytes, problems),
        Err(error) => {
            problems.push(unreadable(&shown, &error));
            None
        }
    }
}

fn text_file(
    file: &Arc<str>,
    path: String,
    bytes: &[u8],
    problems: &mut Problems,
) -> Option<TextFile> {
    match canonical(bytes) {
        Ok(text) => {
            if !is_normal(&text) {
                problems.push(
                    Diagnostic::warning(
                        Code::NotNormal,
                        "some accented letters are stored as two characters",
                    )
                    .at(&Place::file(file))
                    .help("it is published as it is; searching for such words may fail"),
                );
            }
            Some(TextFile {
                file: Arc::clone(file),
                path,
                text: Arc::from(text),
            })
        }
        Err(not_text) => {
            let good = bytes.get(..not_text.good).unwrap_or_default();
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            problems.push(
                Diagnostic::error(
                    Code::NotUtf8,
                    format!("the text is not UTF-8: line {line} holds a byte that is not"),
                )
                .at(&Place::file(file))
                .help("open it in your editor and save it again with the encoding UTF-8"),
            );
            None
        }
    }
}

/// Whether the text is in normal form C (Unicode Standard Annex 15).
fn is_normal(text: &str) -> bool {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => text.chars().nfc().eq(text.chars()),
    }
}

fn read_data(
    root: &Root,
    folder: &Path,
    entry: &DirEntry,
    problems: &mut Problems,
) -> Option<DataFile> {
    let shown: Arc<str> = Arc::from(root.shown(entry.path()));
    match DataFile::read(
        Arc::clone(&shown),
        below(folder, entry.path()),
        entry.path(),
    ) {
        Ok(file) => Some(file),
        Err(error) => {
            problems.push(unreadable(&shown, &error));
            None
        }
    }
}

/// A path below a folder, with forward slashes.
fn below(folder: &Path, path: &Path) -> String {
    Root::new(folder).shown(path)
}

fn unreadable(shown: &str, error: &io::Error) -> Diagnostic {
    let what = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "you are not allowed to read it".to_owned(),
        _ => format!("it cannot be read: {error}"),
    };
    Diagnostic::error(Code::FileUnreadable, what).at(&Place::path(shown))
}
