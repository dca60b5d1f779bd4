//! `offerbook redact`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use walkdir::WalkDir;

use super::Outcome;
use super::begin::{begin, clock_is_right, salt};
use super::find::{known_authority, publication, unknown};
use super::notice::{may_be_said, words};
use super::terminal::Terminal;
use crate::diagnostics::Texts;
use crate::model::{Slug, VersionId};
use crate::output::Workspace;
use crate::record::{
    AuthorityFolder, AuthorityRecord, Disk, FoundIn, RecordedVersion, Sought, Withholding,
    find_text, read_log, read_record, withhold,
};
use crate::source::Root;

/// Withhold a part of a version, such as a name that was published by mistake.
///
/// The texts are removed, and a notice says so with the reason; the record still proves that there
/// was something. Whatever is drawn from the texts (older pages, what changed, feeds, search) is
/// drawn without them from the next build on. It cannot be undone.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The publication, such as derby/concordat.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
    /// The version, such as 2026-07-01.
    #[arg(value_name = "VERSION", value_parser = version)]
    version: VersionId,
    /// The words that must not be read any more. They are looked for everywhere, and written
    /// nowhere.
    #[arg(long, value_name = "WORDS")]
    text: Option<String>,
    /// A page to withhold, with its source: index, money, money.easy-read.
    #[arg(long, value_name = "PAGE")]
    page: Vec<String>,
    /// A file to withhold, as the version's record.txt lists it.
    #[arg(long, value_name = "PATH")]
    file: Vec<String>,
    /// Withhold everything in this version.
    #[arg(long, conflicts_with_all = ["page", "file"])]
    all: bool,
    /// Withhold it in every other place where it stands as well.
    #[arg(long)]
    everywhere: bool,
    /// Leave it in the other places where it stands.
    #[arg(long, conflicts_with = "everywhere")]
    here_only: bool,
    /// Why, in a sentence for readers. Do not repeat what is withheld.
    #[arg(long, value_name = "TEXT", value_parser = words)]
    reason: String,
    /// Who ordered it: a role or a body, such as "Data Protection Officer".
    #[arg(long, value_name = "ROLE", value_parser = words)]
    by: String,
    /// Say what would be withheld, and withhold nothing.
    #[arg(long)]
    dry_run: bool,
}

fn version(text: &str) -> Result<VersionId, String> {
    text.parse()
        .map_err(|()| "write a version, such as 2026-07-01 or 2026-07-01.2".to_owned())
}

/// What stands where, in one version.
struct Part {
    authority: Slug,
    publication: Slug,
    version: VersionId,
    paths: BTreeSet<String>,
    fields: Vec<&'static str>,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    match redact(root, options, terminal) {
        Ok(()) => Outcome::Done,
        Err(why) => {
            if !why.is_empty() {
                terminal.wrong(&why);
            }
            Outcome::Failed
        }
    }
}

/// An empty error has been told already.
fn redact(root: &Root, options: &Options, terminal: &Terminal) -> Result<(), String> {
    let (workspace, _) = Workspace::read(root.clone());
    let (authority, publication) = &options.publication;
    let found = known_authority(&workspace, authority);
    if found.has_errors() {
        terminal.problems(&found, &Texts::default());
        return Err(String::new());
    }
    let words = [
        ("--reason", options.reason.as_str()),
        ("--by", options.by.as_str()),
    ];
    if !may_be_said(&workspace, &words, terminal) {
        return Err(String::new());
    }
    let (record, problems) = read_record(root, authority);
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &Texts::default());
        return Err(String::new());
    }
    let version = named(&record, options, terminal)?;
    let paths = chosen(root, options, version)?;
    let digests = version
        .record
        .files
        .iter()
        .filter(|file| paths.contains(&file.path))
        .map(|file| file.digest.clone())
        .collect();
    let sought = Sought::new(options.text.as_deref(), digests);
    let mut parts = places(root, &workspace, &sought);
    let is_here = |part: &Part| {
        part.authority == *authority
            && part.publication == *publication
            && part.version == options.version
    };
    let here = match parts.iter().position(is_here) {
        Some(at) => {
            let mut here = parts.remove(at);
            here.paths.extend(paths);
            here
        }
        None => Part {
            authority: authority.clone(),
            publication: publication.clone(),
            version: options.version.clone(),
            paths,
            fields: Vec::new(),
        },
    };
    if here.paths.is_empty() && here.fields.is_empty() {
        return Err(format!(
            "Those words do not stand in {authority}/{publication} {}. Say what to withhold with \
             --page, --file or --all.",
            options.version
        ));
    }
    still_in_content(root, &sought, terminal);
    if !parts.is_empty() {
        let list: Vec<String> = parts.iter().map(told).collect();
        let list = list.join("\n");
        if !options.everywhere && !options.here_only {
            return Err(format!(
                "Nothing is withheld yet. The same stands in other places too:\n{list}\nTo withhold \
                 it there as well, add --everywhere. To leave it there, add --here-only."
            ));
        }
        let where_else = match options.everywhere {
            true => "It stands in these places too, and is withheld there as well:",
            false => "It stands in these places too, and is left there:",
        };
        terminal.say(&format!("{where_else}\n{list}"));
    }
    let mut all = vec![here];
    if options.everywhere {
        all.extend(parts);
    }
    for part in &all {
        if options.dry_run {
            terminal.result(&format!("Would be withheld:\n{}", told(part)));
            continue;
        }
        withhold_part(root, options, part, terminal)?;
    }
    if !options.dry_run {
        terminal.result(LATER);
    }
    Ok(())
}

/// What this command cannot reach.
const LATER: &str = "\
Now run `offerbook seal` and `offerbook build`, and put the site on the web. Then, since no tool \
reaches these:
  - the folder that was built before, copies of the site, and backups: build anew and replace them;
  - the history of your repository (git keeps old texts): have it rewritten;
  - search engines and web archives: ask them to take the old pages away;
  - files to download other than plain text (PDF, Word): only their names were searched.";

fn named<'r>(
    record: &'r AuthorityRecord,
    options: &Options,
    terminal: &Terminal,
) -> Result<&'r RecordedVersion, String> {
    let (authority, publication) = &options.publication;
    let versions = record.of(publication);
    if versions.is_empty() {
        let known = || record.publications().into_iter().map(Slug::as_str);
        let what = format!("published publication of {authority}");
        terminal.problems(
            &unknown(&what, publication.as_str(), known),
            &Texts::default(),
        );
        return Err(String::new());
    }
    let names: Vec<String> = versions
        .iter()
        .map(|one| one.record.version.to_string())
        .collect();
    match versions
        .iter()
        .find(|one| one.record.version == options.version)
    {
        Some(version) => Ok(version),
        None => Err(format!(
            "There is no version {} of {authority}/{publication}. There is: {}",
            options.version,
            names.join(", ")
        )),
    }
}

/// The files that the options name.
fn chosen(
    root: &Root,
    options: &Options,
    version: &RecordedVersion,
) -> Result<BTreeSet<String>, String> {
    let listed: Vec<&str> = version
        .record
        .files
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    if options.all {
        return Ok(listed.into_iter().map(str::to_owned).collect());
    }
    let mut paths = BTreeSet::new();
    for page in &options.page {
        let of = [format!("source/{page}.md"), format!("body/{page}.html")];
        let have: Vec<String> = of
            .into_iter()
            .filter(|path| listed.contains(&path.as_str()))
            .collect();
        if have.is_empty() {
            return Err(format!(
                "This version has no page “{page}”. It has: {}",
                pages(&listed)
            ));
        }
        paths.extend(have);
    }
    for file in &options.file {
        if !listed.contains(&file.as_str()) {
            return Err(format!(
                "This version has no file “{file}”. See {}",
                root.shown(&version.folder.join("record.txt"))
            ));
        }
        paths.insert(file.clone());
    }
    if paths.is_empty() && options.text.is_none() {
        return Err("Say what to withhold: --text, --page, --file or --all.".to_owned());
    }
    Ok(paths)
}

fn pages(listed: &[&str]) -> String {
    let pages: Vec<&str> = listed
        .iter()
        .filter_map(|path| path.strip_prefix("source/")?.strip_suffix(".md"))
        .collect();
    pages.join(", ")
}

/// Everywhere it stands, in every council's record.
fn places(root: &Root, workspace: &Workspace, sought: &Sought) -> Vec<Part> {
    let mut parts = Vec::new();
    for authority in &workspace.authorities {
        let (record, _) = read_record(root, authority);
        let folder = AuthorityFolder::new(root, authority);
        let found: Vec<FoundIn> = find_text(&folder, &record, sought);
        for one in found {
            if let Some(version) = record.versions.get(one.version) {
                parts.push(Part {
                    authority: authority.clone(),
                    publication: version.record.publication.clone(),
                    version: version.record.version.clone(),
                    paths: one.paths,
                    fields: one.fields,
                });
            }
        }
    }
    parts
}

fn told(part: &Part) -> String {
    let mut what: Vec<String> = part.paths.iter().cloned().collect();
    what.extend(part.fields.iter().map(|field| format!("its {field}")));
    format!(
        "  {}/{} {}: {}",
        part.authority,
        part.publication,
        part.version,
        what.join(", ")
    )
}

/// What would be published again with the next version.
fn still_in_content(root: &Root, sought: &Sought, terminal: &Terminal) {
    let mut found = Vec::new();
    for entry in WalkDir::new(root.content())
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        if entry.file_type().is_file()
            && fs::read(entry.path())
                .is_ok_and(|bytes| sought.is_in(&String::from_utf8_lossy(&bytes)))
        {
            found.push(format!("  {}", root.shown(entry.path())));
        }
    }
    if !found.is_empty() {
        terminal.wrong(&format!(
            "The words still stand in content/. Mend them there, and publish a correction:\n{}",
            found.join("\n")
        ));
    }
}

fn withhold_part(
    root: &Root,
    options: &Options,
    part: &Part,
    terminal: &Terminal,
) -> Result<(), String> {
    let Some(_held) = begin(root, &part.authority, terminal) else {
        return Err(String::new());
    };
    let (record, _) = read_record(root, &part.authority);
    let version = record
        .versions
        .iter()
        .find(|one| {
            one.record.publication == part.publication && one.record.version == part.version
        })
        .ok_or_else(|| format!("{} {} has gone.", part.publication, part.version))?;
    let (log, _) = read_log(root, &part.authority);
    let now = clock_is_right(root, &part.authority, &log)?;
    let (Some(record_salt), Some(notice_salt)) = (salt(terminal), salt(terminal)) else {
        return Err(String::new());
    };
    let mut fields = BTreeMap::new();
    for field in &part.fields {
        fields.insert(*field, "Withheld".to_owned());
    }
    let withholding = Withholding {
        version,
        paths: part.paths.clone(),
        fields,
        reason: &options.reason,
        by: &options.by,
        now,
        record_salt,
        notice_salt,
    };
    let folder = AuthorityFolder::new(root, &part.authority);
    withhold(&Disk::new(), &folder, &record, &withholding).map_err(|error| {
        format!("It cannot be withheld: {error}. Run the command again once that is mended.")
    })?;
    terminal.result(&format!("Withheld:\n{}", told(part)));
    Ok(())
}
