//! The templates and static files of a theme, in each language that its words are in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, ErrorKind, Tera};

use super::appearance::Appearance;
use super::minify;
use super::saying::{Say, scripts_say, templates_say};
use super::views::FrameView;
use super::words::{FIRST_LANGUAGE, WordFile, Words};
use crate::diagnostics::{Code, Diagnostic, Place, Problems, Texts};
use crate::site::Address;
use crate::source::{ThemeFiles, digest};

/// The theme that comes with the program.
static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

const TEMPLATES: &str = "templates/";
const STATIC: &str = "static/";
const WORDS: &str = "words/";
const APPEARANCE: &str = "theme.toml";
const STYLESHEET: &str = "static/site.css";

/// A theme, ready to draw with.
pub struct Theme {
    interfaces: BTreeMap<String, Interface>,
    appearance: Appearance,
    texts: Texts,
}

/// A theme in one language.
pub struct Interface {
    words: Arc<Words>,
    tera: Tera,
    /// The same templates as they were written: to say where a mistake is.
    as_written: Tera,
    static_files: Vec<StaticFile>,
    stylesheet: Address,
}

impl Interface {
    /// What it says.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Files that are the same on every page.
    pub fn static_files(&self) -> &[StaticFile] {
        &self.static_files
    }

    /// Where the stylesheet stands.
    pub fn stylesheet(&self) -> &Address {
        &self.stylesheet
    }
}

/// A file that is the same on every page, under a name that changes with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// Its path in the theme, below `static/`: "site.css".
    pub name: String,
    /// Where it stands.
    pub address: Address,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file of a theme.
struct ThemeFile {
    shown: String,
    bytes: Vec<u8>,
}

impl Theme {
    /// Reads a theme: the built-in one, with the site's files put in place of single ones.
    /// `None` where it cannot be used; the problems say why, and the texts are those of the
    /// templates, for printing them.
    pub fn read(name: &str, files: &ThemeFiles) -> (Option<Self>, Problems, Texts) {
        let mut problems = Problems::new();
        if files.files.is_empty() && name != "default" {
            problems.push(
                Diagnostic::error(Code::ThemeFile, format!("there is no theme “{name}”"))
                    .at(&Place::path(&format!("themes/{name}")))
                    .help("make that folder, or write theme = \"default\" in site-config.toml"),
            );
            return (None, problems, Texts::default());
        }
        let all = overlaid(name, files);
        let mut texts = Texts::default();
        let templates = templates(&all, &mut texts, &mut problems);
        let (spoken, found) = Words::read(&word_files(name, files), &mut texts);
        problems.extend(found);
        if !all.contains_key(STYLESHEET) {
            problems.push(
                Diagnostic::error(Code::ThemeFile, "the theme has no static/site.css")
                    .at(&Place::path(&format!("themes/{name}"))),
            );
        }
        let (appearance, found) = appearance(name, files, &all, &mut texts);
        problems.extend(found);
        let mut interfaces = BTreeMap::new();
        for (language, words) in spoken {
            if problems.has_errors() {
                break;
            }
            let made = interface(words, &appearance, &all, &templates, &texts, &mut problems);
            if let Some(interface) = made {
                interfaces.insert(language, interface);
            }
        }
        let usable = !problems.has_errors() && interfaces.contains_key(FIRST_LANGUAGE);
        let theme = usable.then(|| Self {
            interfaces,
            appearance,
            texts: texts.clone(),
        });
        (theme, problems, texts)
    }

    /// What `theme.toml` sets.
    pub fn appearance(&self) -> &Appearance {
        &self.appearance
    }

    /// The interface in a language (BCP 47), if the theme speaks it: that of “cy” for “cy-GB”.
    pub fn speaking(&self, language: &str) -> Option<&Interface> {
        let broader = language.split('-').next().unwrap_or(language);
        self.interfaces
            .get(language)
            .or_else(|| self.interfaces.get(broader))
    }

    /// The interface in a language, or else in English. `None` never happens in a theme that was
    /// read: English comes with the program.
    pub fn interface(&self, language: &str) -> Option<&Interface> {
        self.speaking(language)
            .or_else(|| self.interfaces.get(FIRST_LANGUAGE))
    }

    /// Files that are the same on every page, for a site with texts in these languages; each
    /// address once.
    pub fn static_files(&self, languages: &BTreeSet<String>) -> BTreeMap<&Address, &[u8]> {
        languages
            .iter()
            .filter_map(|language| self.interface(language))
            .flat_map(|interface| &interface.static_files)
            .map(|file| (&file.address, file.bytes.as_slice()))
            .collect()
    }

    /// Draws a page.
    ///
    /// # Errors
    /// What is wrong with the template, in the place where it was written.
    pub fn draw<V: Serialize>(
        &self,
        template: &str,
        frame: &FrameView,
        view: &V,
    ) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        context.insert("frame", frame);
        context.insert("view", view);
        let Some(interface) = self.interface(&frame.frame_language) else {
            return Err(Diagnostic::error(
                Code::ThemeWords,
                "the theme has no words",
            ));
        };
        interface.tera.render(template, &context).map_err(|error| {
            // The minified template has other lines: find the mistake in what was written.
            let error = interface
                .as_written
                .render(template, &context)
                .err()
                .unwrap_or(error);
            self.mistake(&error)
        })
    }

    fn mistake(&self, error: &tera::Error) -> Diagnostic {
        mistake(error, &self.texts, &|template| {
            let ending = format!("{TEMPLATES}{template}");
            self.texts
                .paths()
                .find(|path| path.ends_with(&ending))
                .map_or_else(|| template.to_owned(), str::to_owned)
        })
    }
}

fn engine(words: &Arc<Words>) -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html", ".xml"]);
    tera.register_function("say", Say::new(words));
    tera
}

/// The theme's templates, by their names.
fn templates(
    all: &BTreeMap<String, ThemeFile>,
    texts: &mut Texts,
    problems: &mut Problems,
) -> Vec<(String, String)> {
    let mut templates = Vec::new();
    for (path, file) in all {
        let Some(template) = path.strip_prefix(TEMPLATES) else {
            continue;
        };
        match std::str::from_utf8(&file.bytes) {
            Ok(text) => {
                texts.insert(Arc::from(file.shown.as_str()), Arc::from(text));
                templates.push((template.to_owned(), text.to_owned()));
            }
            Err(_) => problems.push(
                Diagnostic::error(Code::NotUtf8, "the template is not UTF-8")
                    .at(&Place::path(&file.shown)),
            ),
        }
    }
    templates
}

/// What `theme.toml` sets: the built-in one, and the site's own over it.
fn appearance(
    name: &str,
    files: &ThemeFiles,
    all: &BTreeMap<String, ThemeFile>,
    texts: &mut Texts,
) -> (Appearance, Problems) {
    let built_in = BUILT_IN
        .get_file(APPEARANCE)
        .and_then(|file| file.contents_utf8())
        .unwrap_or("");
    let mut read = vec![(format!("built-in theme/{APPEARANCE}"), built_in)];
    let mut problems = Problems::new();
    let own = files.files.iter().find(|(path, _)| path == APPEARANCE);
    if let Some((_, bytes)) = own {
        let shown = format!("themes/{name}/{APPEARANCE}");
        match std::str::from_utf8(bytes) {
            Ok(text) => read.push((shown, text)),
            Err(_) => problems.push(
                Diagnostic::error(Code::NotUtf8, "theme.toml is not UTF-8")
                    .at(&Place::path(&shown)),
            ),
        }
    }
    let mut written = Vec::new();
    for (shown, text) in read {
        let path: Arc<str> = Arc::from(shown);
        texts.insert(Arc::clone(&path), Arc::from(text));
        written.push((path, text));
    }
    let (appearance, found) = Appearance::read(&written);
    problems.extend(found);
    let has = |path: &str| all.contains_key(path);
    problems.extend(appearance.missing_files(&|file| has(&format!("{STATIC}{file}"))));
    problems.extend(appearance.unknown_templates(&|name| {
        ["html", "xml"]
            .iter()
            .any(|ending| has(&format!("{TEMPLATES}{name}.{ending}")))
    }));
    (appearance, problems)
}

/// The words of the built-in theme, and after them the site's own, which take their place message
/// by message.
fn word_files(name: &str, files: &ThemeFiles) -> Vec<WordFile> {
    let mut built_in_files = BTreeMap::new();
    built_in(&BUILT_IN, &mut built_in_files);
    let own = files
        .files
        .iter()
        .map(|(path, bytes)| (path.clone(), format!("themes/{name}/{path}"), bytes.clone()));
    built_in_files
        .into_iter()
        .map(|(path, file)| (path, file.shown, file.bytes))
        .chain(own)
        .filter_map(|(path, shown, bytes)| {
            let (language, file) = path.strip_prefix(WORDS)?.split_once('/')?;
            file.ends_with(".ftl").then(|| WordFile {
                language: language.to_owned(),
                shown,
                text: String::from_utf8_lossy(&bytes).into_owned(),
            })
        })
        .collect()
}

/// A theme in one language: its templates hold the words that are the same on every page.
fn interface(
    words: Words,
    appearance: &Appearance,
    all: &BTreeMap<String, ThemeFile>,
    templates: &[(String, String)],
    texts: &Texts,
    problems: &mut Problems,
) -> Option<Interface> {
    let words = Arc::new(words);
    let shown = |template: &str| {
        all.get(&format!("{TEMPLATES}{template}"))
            .map_or_else(|| template.to_owned(), |file| file.shown.clone())
    };
    let mut as_written = engine(&words);
    add_all(&mut as_written, templates, texts, &shown, problems);
    if problems.has_errors() {
        return None;
    }
    let minified: Vec<(String, String)> = templates
        .iter()
        .map(|(name, text)| {
            let text = templates_say(text, &words);
            let text = match name.ends_with(".html") {
                true => minify::template(&text),
                false => text,
            };
            (name.clone(), text)
        })
        .collect();
    let mut tera = engine(&words);
    add_all(&mut tera, &minified, texts, &shown, problems);
    let (static_files, stylesheet) = static_files(all, &words, appearance);
    Some(Interface {
        words,
        tera,
        as_written,
        static_files,
        stylesheet: stylesheet?,
    })
}

/// The built-in theme's files with those of the site in their place. A site's own theme builds
/// on the built-in one, so that it can override a single template.
fn overlaid(name: &str, files: &ThemeFiles) -> BTreeMap<String, ThemeFile> {
    let mut all = BTreeMap::new();
    built_in(&BUILT_IN, &mut all);
    for (path, bytes) in &files.files {
        let file = ThemeFile {
            shown: format!("themes/{name}/{path}"),
            bytes: bytes.clone(),
        };
        all.insert(path.clone(), file);
    }
    all
}

fn built_in(folder: &Dir<'static>, all: &mut BTreeMap<String, ThemeFile>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let shown = format!("built-in theme/{path}");
        let bytes = file.contents().to_vec();
        all.insert(path, ThemeFile { shown, bytes });
    }
    for inner in folder.dirs() {
        built_in(inner, all);
    }
}

/// Adds every template. Inheritance needs them all at once; where that fails, each is tried
/// alone, so that every broken one is reported.
fn add_all(
    tera: &mut Tera,
    templates: &[(String, String)],
    texts: &Texts,
    shown: &dyn Fn(&str) -> String,
    problems: &mut Problems,
) {
    let all = templates
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let Err(error) = tera.add_raw_templates(all) else {
        return;
    };
    let mut found = Problems::new();
    for (name, text) in templates {
        if let Err(error) = Tera::new().add_raw_template(name, text)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            found.push(mistake(&error, texts, shown));
        }
    }
    if found.is_empty() {
        found.push(mistake(&error, texts, shown));
    }
    problems.extend(found);
}

/// A mistake in a template as a diagnostic, in its place as far as that is known.
fn mistake(error: &tera::Error, texts: &Texts, shown: &dyn Fn(&str) -> String) -> Diagnostic {
    let report = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Some(report),
        _ => None,
    };
    let Some(report) = report else {
        return told_in_words(&error.to_string(), texts, shown);
    };
    let file: Arc<str> = Arc::from(shown(report.filename()));
    let span = report.span().range.clone();
    let place = match texts.get(&file) {
        Some(_) => Place::new(&file, span),
        None => Place::file(&file),
    };
    Diagnostic::error(
        Code::Template,
        format!("the template is wrong: {}", report.message()),
    )
    .at(&place)
}

/// A mistake that the engine tells in words only, such as a filter that does not exist: its place
/// stands in them as `--> name:line:column`, or at least a template's name does.
fn told_in_words(words: &str, texts: &Texts, shown: &dyn Fn(&str) -> String) -> Diagnostic {
    let first = words
        .lines()
        .next()
        .unwrap_or("")
        .trim_start_matches("error: ");
    let problem = Diagnostic::error(Code::Template, format!("the template is wrong: {first}"));
    let written = words
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("--> "))
        .and_then(|place| {
            let mut parts = place.trim().rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            Some((parts.next()?, line, column))
        });
    if let Some((name, line, column)) = written {
        let file: Arc<str> = Arc::from(shown(name));
        if let Some(text) = texts.get(&file) {
            let before: usize = text
                .split_inclusive('\n')
                .take(line.saturating_sub(1))
                .map(str::len)
                .sum();
            let at = before + column.saturating_sub(1);
            return problem.at(&Place::new(&file, at..at + 1));
        }
        return problem.at(&Place::file(&file));
    }
    let named = texts.paths().find(|path| {
        path.rsplit('/')
            .next()
            .is_some_and(|name| first.contains(&format!("'{name}'")))
    });
    match named {
        Some(path) => problem.at(&Place::path(path)),
        None => problem,
    }
}

/// Static files under names that hold a part of their digest, and the stylesheet's address.
fn static_files(
    all: &BTreeMap<String, ThemeFile>,
    words: &Words,
    appearance: &Appearance,
) -> (Vec<StaticFile>, Option<Address>) {
    let mut files = Vec::new();
    let mut stylesheet = None;
    for (path, file) in all {
        let Some(name) = path.strip_prefix(STATIC) else {
            continue;
        };
        let bytes = match name.ends_with(".js") {
            true => scripts_say(&file.bytes, words),
            false if path == STYLESHEET => {
                let mut bytes = appearance.colours.css().into_bytes();
                bytes.extend(&file.bytes);
                bytes
            }
            false => file.bytes.clone(),
        };
        let hash = digest(&bytes);
        let hash = hash.get(..10).unwrap_or(&hash);
        let hashed = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
            None => format!("{name}.{hash}"),
        };
        let address = Address::home().file(STATIC).file(&hashed);
        if path == STYLESHEET {
            stylesheet = Some(address.clone());
        }
        files.push(StaticFile {
            name: name.to_owned(),
            address,
            bytes,
        });
    }
    (files, stylesheet)
}
