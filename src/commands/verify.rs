//! `offerbook verify`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;

use super::terminal::Terminal;
use super::{Outcome, day};
use crate::log::VerifierKey;
use crate::model::{Day, Slug};
use crate::source::Root;
use crate::verify::{
    Limits, Question, Reader, Report, authorities_on, reader, seen_by, seen_on, verify_published,
    verify_site,
};

/// Check that a record is whole: that of this folder, of a built site, or of a site on the web.
///
/// It says what was checked, what holds, what does not, and what cannot be known. Nobody has to
/// trust the council, or this tool: the record's page on the site says how to check the same with
/// other tools.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// What to check: a folder (of a site, of a built site, of a record), or a web address. The
    /// record in this folder, if left out.
    #[arg(value_name = "DIR|URL")]
    place: Option<String>,
    /// Only these authorities.
    #[arg(long, value_name = "SLUG", value_parser = super::slug)]
    authority: Vec<Slug>,
    /// A checkpoint that you, or somebody else, kept: the record must still begin with what it
    /// covers. May be given several times.
    #[arg(long, value_name = "CHECKPOINT")]
    against: Vec<PathBuf>,
    /// The key that the record should be signed with, as the council made it known elsewhere: the
    /// key itself, or a file that holds it.
    #[arg(long, value_name = "KEY|FILE")]
    key: Option<String>,
    /// Certificates (PEM) of time-stamp authorities that you trust, in place of those that the
    /// council keeps.
    #[arg(long, value_name = "FILE")]
    trust_stamps: Option<PathBuf>,
    /// Tell of versions published until this day only.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_at: Option<Day>,
    /// How it is printed.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// For web addresses: a folder to keep what was read, so that a check that was interrupted can
    /// go on. What never changes is then not read again: to check the site as it is now, use an
    /// empty folder.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// For web addresses: milliseconds to wait between requests.
    #[arg(long, value_name = "NUMBER", default_value_t = 100)]
    pause: u64,
    /// The most bytes to read of one file.
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().bytes_per_file)]
    file_limit: u64,
    /// For web addresses: the most bytes to read in all.
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().bytes_in_all)]
    total_limit: u64,
    /// For web addresses: the most requests to make.
    #[arg(long, value_name = "NUMBER", default_value_t = Limits::default().requests)]
    request_limit: u64,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// Where a record is.
enum Place {
    /// On the disk, with all its texts.
    Published(Root, Vec<Slug>),
    /// On a site.
    Site(Box<dyn Reader>, Vec<Slug>),
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    match verify(root, options, terminal) {
        Ok(outcome) => outcome,
        Err(why) => {
            terminal.wrong(&why);
            Outcome::Failed
        }
    }
}

fn verify(root: &Root, options: &Options, terminal: &Terminal) -> Result<Outcome, String> {
    let mut question = question(options)?;
    let place = find(root, options)?;
    question.seen = match &place {
        Place::Published(root, _) => seen_by(root, &records_in(&root.published())),
        Place::Site(reader, slugs) => {
            seen_on(reader.as_ref(), slugs).map_err(|error| error.to_string())?
        }
    };
    let mut reports: Vec<Report> = Vec::new();
    match &place {
        Place::Published(root, slugs) => {
            for slug in chosen(options, slugs)? {
                reports.push(verify_published(root, &slug, &question));
            }
        }
        Place::Site(reader, slugs) => {
            for slug in chosen(options, slugs)? {
                let report = verify_site(reader.as_ref(), &slug, &question)
                    .map_err(|error| format!("The record of {slug} cannot be read on. {error}"))?;
                reports.push(report);
            }
        }
    }
    match options.format {
        Format::Human => {
            let told: Vec<String> = reports.iter().map(Report::told).collect();
            terminal.result(told.join("\n").trim_end());
        }
        Format::Json => match serde_json::to_string_pretty(&reports) {
            Ok(text) => terminal.result(&text),
            Err(error) => return Err(format!("The report cannot be written: {error}")),
        },
    }
    Ok(match reports.iter().all(Report::holds) {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn question(options: &Options) -> Result<Question, String> {
    let mut against = Vec::new();
    for file in &options.against {
        against.push((file.display().to_string(), read(file)?));
    }
    let expected = match &options.key {
        None => None,
        Some(text) => {
            let text = match text.contains('+') {
                true => text.clone(),
                false => read(Path::new(text))?,
            };
            let key: VerifierKey = text
                .trim()
                .parse()
                .map_err(|why| format!("The key given with --key cannot be used: {why}."))?;
            Some(key)
        }
    };
    let trusted = options.trust_stamps.as_deref().map(read).transpose()?;
    Ok(Question {
        against,
        seen: Vec::new(),
        expected,
        trusted,
        as_at: options.as_at,
    })
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn chosen(options: &Options, slugs: &[Slug]) -> Result<Vec<Slug>, String> {
    if options.authority.is_empty() {
        return match slugs.is_empty() {
            true => Err("There is no record here.".to_owned()),
            false => Ok(slugs.to_vec()),
        };
    }
    for slug in &options.authority {
        if !slugs.contains(slug) {
            let known: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
            return Err(format!(
                "There is no record of {slug} here. There is: {}",
                known.join(", ")
            ));
        }
    }
    Ok(options.authority.clone())
}

/// Finds out what sort of place was named.
fn find(root: &Root, options: &Options) -> Result<Place, String> {
    let Some(place) = options.place.as_deref() else {
        return Ok(Place::Published(
            root.clone(),
            records_in(&root.published()),
        ));
    };
    let folder = Path::new(place);
    if !place.contains("://") && !folder.join(crate::site::RECORDS).is_file() {
        if folder.join("record").join("checkpoint").is_file() {
            let (above, slug) = one(folder)?;
            return Ok(match site(&above.display().to_string(), options)? {
                Place::Site(reader, _) => Place::Site(reader, vec![slug]),
                other => other,
            });
        }
        if folder.join("publications").is_dir() || folder.join("log").is_dir() {
            let (above, slug) = one(folder)?;
            return Ok(Place::Published(Root::of_records(above), vec![slug]));
        }
        let whole = Root::new(folder);
        let records = records_in(&whole.published());
        if !records.is_empty() {
            return Ok(Place::Published(whole, records));
        }
        let records = records_in(folder);
        if !records.is_empty() {
            return Ok(Place::Published(Root::of_records(folder), records));
        }
        return Err(match folder.exists() {
            true => format!(
                "{place} holds no record. Name the folder of a site, of a built site (such as \
                 public) or of a record (such as published/derby)."
            ),
            false => format!("There is no folder {place}."),
        });
    }
    site(place, options)
}

fn site(place: &str, options: &Options) -> Result<Place, String> {
    let limits = Limits {
        bytes_per_file: options.file_limit,
        bytes_in_all: options.total_limit,
        requests: options.request_limit,
        pause: Duration::from_millis(options.pause),
        ..Limits::default()
    };
    let opened =
        reader::open(place, limits, options.keep.as_deref()).map_err(|error| error.to_string())?;
    let slugs = authorities_on(opened.as_ref()).map_err(|error| error.to_string())?;
    if slugs.is_empty() {
        return Err(format!(
            "{place} is not the first page of a site that offerbook built: it has no {}. Name the \
             first page of the site, and the council with --authority.",
            crate::site::RECORDS
        ));
    }
    Ok(Place::Site(opened, slugs))
}

/// An authority's own folder: the one above, and the authority.
fn one(folder: &Path) -> Result<(PathBuf, Slug), String> {
    let whole = fs::canonicalize(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let slug = whole
        .file_name()
        .and_then(|name| Slug::new(&name.to_string_lossy()));
    match (whole.parent(), slug) {
        (Some(above), Some(slug)) => Ok((above.to_owned(), slug)),
        _ => Err(format!(
            "{} is not named as an authority is: rename it, such as derby.",
            folder.display()
        )),
    }
}

/// The authorities that have a record in a folder.
fn records_in(folder: &Path) -> Vec<Slug> {
    let mut slugs: Vec<Slug> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| {
            entry.path().join("publications").is_dir() || entry.path().join("log").is_dir()
        })
        .filter_map(|entry| Slug::new(&entry.file_name().to_string_lossy()))
        .collect();
    slugs.sort();
    slugs
}
