//! `offerbook publish`.

use std::collections::BTreeSet;

use super::begin::{begin, salt};
use super::correction::doubt;
use super::find::{Target, known_authority, unknown};
use super::seal::seal;
use super::terminal::Terminal;
use super::{Outcome, deny_list_elsewhere, moment, now};
use crate::check::{Checked, Facts, check, said};
use crate::diagnostics::{Code, Problems, Severity, Texts};
use crate::model::{Class, LinkTarget, Moment, NoticeSays, Slug, VersionId};
use crate::output::{AuthorityParts, Workspace, class_of, facts_of, unpublished};
use crate::parse::{AuthorityContent, PublicationContent};
use crate::record::{
    AuthorityFolder, Disk, Lock, RecordText, Refused, Submission, append, latest_moment, load,
};
use crate::source::Root;

/// Make a new version of what has changed.
///
/// Name authorities or publications, or nothing for everything that has changed. A version can
/// never be changed afterwards: if you have published a mistake, mend the text and publish again
/// with --class correction. Nothing is published while `offerbook check` finds errors in it.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// What to publish: derby, or derby/concordat. Everything that has changed, if left out.
    #[arg(value_name = "AUTHORITY[/PUBLICATION]")]
    targets: Vec<Target>,
    /// What sort of change it is: an update changes what the publication says; a correction mends
    /// a mistake such as a wrong telephone number; sign-ups changes nothing but who has signed.
    /// Left out, it is sign-ups where only the register changed, and an update elsewhere.
    #[arg(long, value_parser = class)]
    class: Option<Class>,
    /// What changed, in a sentence for readers.
    #[arg(long, value_name = "TEXT", value_parser = note)]
    note: String,
    /// With --class correction: why it is a correction and not an update, in a sentence for
    /// readers. The law may ask for consultation before an update.
    #[arg(long, value_name = "TEXT", value_parser = note, required_if_eq("class", "correction"))]
    because: Option<String>,
    /// What approved it, where that is not what its front matter says: a decision's name, or a
    /// body and a date.
    #[arg(long, value_name = "REF")]
    approved_by: Option<String>,
    /// When the public could first read it, if that was before now. It is shown as stated by you,
    /// beside the moment it was recorded.
    #[arg(long, value_name = "TIMESTAMP", value_parser = moment)]
    at: Option<Moment>,
    /// Say what would be published, and publish nothing.
    #[arg(long)]
    dry_run: bool,
    /// Seal at once: for a team of one. Others publish, and seal in one place.
    #[arg(long, conflicts_with = "dry_run")]
    seal: bool,
    /// With --seal: the file with the key.
    #[arg(long, value_name = "FILE", requires = "seal")]
    key: Option<std::path::PathBuf>,
}

fn class(text: &str) -> Result<Class, String> {
    Class::ALL
        .iter()
        .find(|(word, _)| *word == text)
        .map(|(_, class)| *class)
        .ok_or_else(|| "it can be: update, correction, sign-ups".to_owned())
}

fn note(text: &str) -> Result<String, String> {
    let note = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if note.is_empty() {
        Err("say what changed, in a sentence for readers".to_owned())
    } else {
        Ok(note)
    }
}

/// An authority, read for publishing.
struct Prepared {
    slug: Slug,
    parts: AuthorityParts,
    folder: AuthorityFolder,
    _lock: Option<Lock>,
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let (workspace, problems) = Workspace::read(root.clone());
    if problems.has_errors() {
        terminal.problems(&problems.sorted(), &workspace.texts);
        return Outcome::Failed;
    }
    let mut failed = false;
    let mut prepared = Vec::new();
    for slug in chosen(&workspace, options) {
        let found = known_authority(&workspace, &slug);
        if found.has_errors() {
            terminal.problems(&found, &workspace.texts);
            failed = true;
            continue;
        }
        match prepare(&workspace, &slug, options, terminal) {
            Some(one) => prepared.push(one),
            None => failed = true,
        }
    }
    if failed {
        return Outcome::Failed;
    }
    // A publication that was withdrawn within this very second comes back in the next one.
    for one in &prepared {
        let notices = one.parts.log.notices.iter();
        let latest = notices.map(|one| one.value.notice.recorded).max();
        while latest == Some(now()) {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
    let publisher = Publisher {
        workspace: &workspace,
        options,
        terminal,
        now: now(),
    };
    let outcome = publisher.run(&prepared);
    if !options.seal || outcome == Outcome::Failed {
        return outcome;
    }
    let slugs: Vec<Slug> = prepared.iter().map(|one| one.slug.clone()).collect();
    // Sealing takes the locks itself.
    drop(prepared);
    seal_all(root, &slugs, options, terminal)
}

fn seal_all(root: &Root, slugs: &[Slug], options: &Options, terminal: &Terminal) -> Outcome {
    let mut outcome = Outcome::Done;
    for slug in slugs {
        let has_key = AuthorityFolder::new(root, slug).first_key().exists();
        if !has_key && slugs.len() > 1 {
            continue;
        }
        if let Err(why) = seal(root, slug, options.key.as_deref(), None, terminal) {
            if !why.is_empty() {
                terminal.wrong(&format!("{slug} is published, and not sealed. {why}"));
            }
            outcome = Outcome::Failed;
        }
    }
    outcome
}

/// The authorities to look at.
fn chosen(workspace: &Workspace, options: &Options) -> Vec<Slug> {
    let named: BTreeSet<Slug> = options
        .targets
        .iter()
        .map(|target| target.authority.clone())
        .collect();
    if named.is_empty() {
        workspace.with_content.clone()
    } else {
        named.into_iter().collect()
    }
}

/// Reads an authority, finishing first what an interrupted publish left.
fn prepare(
    workspace: &Workspace,
    slug: &Slug,
    options: &Options,
    terminal: &Terminal,
) -> Option<Prepared> {
    let folder = AuthorityFolder::new(&workspace.root, slug);
    let held = match options.dry_run {
        true => None,
        false => Some(begin(&workspace.root, slug, terminal)?),
    };
    let mut parts = workspace.authority(slug);
    workspace.look_into(&mut parts.content);
    if parts.problems.has_errors() {
        terminal.problems(&parts.problems.clone().sorted(), &parts.texts);
        return None;
    }
    Some(Prepared {
        slug: slug.clone(),
        parts,
        folder,
        _lock: held,
    })
}

struct Publisher<'p> {
    workspace: &'p Workspace,
    options: &'p Options,
    terminal: &'p Terminal,
    now: Moment,
}

/// A publication that is to become a version.
struct Chosen<'p> {
    prepared: &'p Prepared,
    content: &'p PublicationContent,
    versions: Vec<&'p RecordText>,
    class: Class,
}

impl Publisher<'_> {
    fn run(&self, prepared: &[Prepared]) -> Outcome {
        let Some(chosen) = self.choose(prepared) else {
            return Outcome::Failed;
        };
        if chosen.is_empty() {
            self.terminal
                .say("Nothing has changed: there is nothing to publish.");
            return Outcome::Done;
        }
        let (mut problems, texts) = self.check(prepared, &chosen);
        problems.extend(self.said());
        problems.extend(self.doubts(&chosen));
        if problems.has_errors() {
            self.terminal.problems(&problems, &texts);
            self.terminal
                .wrong("Nothing was published: mend the errors first.");
            return Outcome::Failed;
        }
        let mut warnings = problems;
        // A version cannot be taken back: whether people were asked about it is told here as well.
        warnings.retain(|one| one.severity == Severity::Warning || one.code == Code::Consultation);
        if !warnings.is_empty() {
            self.terminal.problems(&warnings, &texts);
        }
        let mut outcome = Outcome::Done;
        for one in &chosen {
            if self.publish(one) == Outcome::Failed {
                outcome = Outcome::Failed;
            }
        }
        let has_key = prepared.iter().any(|one| one.folder.first_key().exists());
        if outcome == Outcome::Done && has_key && !self.options.seal && !self.options.dry_run {
            self.terminal
                .say("Published, not yet sealed: run `offerbook seal` where the key is kept.");
        }
        outcome
    }

    /// What has changed and is wanted. `None` where something named cannot be published.
    fn choose<'c>(&self, prepared: &'c [Prepared]) -> Option<Vec<Chosen<'c>>> {
        let mut chosen = Vec::new();
        let mut failed = !self.named_exist(prepared);
        for one in prepared {
            for content in &one.parts.content.publications {
                let publication = &content.publication;
                let Some(is_named) = self.wants(&one.slug, &publication.slug) else {
                    continue;
                };
                let versions = one.parts.record.of(&publication.slug);
                let name = format!("{}/{}", one.slug, publication.slug);
                if publication.draft {
                    let words = format!("{name} says draft = true in its front matter");
                    if is_named {
                        self.terminal
                            .wrong(&format!("{words}: take that line away to publish it."));
                        failed = true;
                    } else {
                        self.terminal.say(&format!("{words}: it is left out."));
                    }
                } else if unpublished(content, &versions)
                    || (is_named && has_ended(one, &publication.slug))
                {
                    let changed = match has_ended(one, &publication.slug) {
                        true => Class::Update,
                        false => class_of(content, &versions),
                    };
                    if self.options.class == Some(Class::SignUps) && changed != Class::SignUps {
                        self.terminal.wrong(&format!(
                            "{name} has changed in more than its register of sign-ups: publish it \
                             as an update, or as a correction."
                        ));
                        failed = true;
                        continue;
                    }
                    chosen.push(Chosen {
                        prepared: one,
                        content,
                        versions: versions.iter().map(|one| &one.record).collect(),
                        class: self.options.class.unwrap_or(changed),
                    });
                } else if is_named {
                    self.terminal
                        .say(&format!("{name} has not changed: no new version is made."));
                } else {
                    self.terminal.detail(&format!("{name} has not changed."));
                }
            }
        }
        // Decisions come first: what they approve refers to them.
        chosen.sort_by_key(|one| {
            !one.content
                .publication
                .slug
                .as_str()
                .starts_with("decisions/")
        });
        (!failed).then_some(chosen)
    }

    fn named_exist(&self, prepared: &[Prepared]) -> bool {
        let mut all = true;
        for target in &self.options.targets {
            let Some(publication) = &target.publication else {
                continue;
            };
            let Some(one) = prepared.iter().find(|one| one.slug == target.authority) else {
                continue;
            };
            let known = || {
                one.parts
                    .content
                    .publications
                    .iter()
                    .map(|content| content.publication.slug.as_str())
            };
            if !known().any(|slug| slug == publication.as_str()) {
                let what = format!("publication of {}", target.authority);
                let found = unknown(&what, publication.as_str(), known);
                self.terminal.problems(&found, &Texts::default());
                all = false;
            }
        }
        all
    }

    /// Whether a publication is wanted, and if so whether it was named itself.
    fn wants(&self, authority: &Slug, publication: &Slug) -> Option<bool> {
        if self.options.targets.is_empty() {
            return Some(false);
        }
        self.options
            .targets
            .iter()
            .filter(|target| target.authority == *authority)
            .find_map(|target| match &target.publication {
                None => Some(false),
                Some(named) => (named == publication).then_some(true),
            })
    }

    /// The latest moment in an authority's record: a clock that is behind it is wrong.
    fn not_before(prepared: &Prepared) -> Option<Moment> {
        latest_moment(&prepared.parts.log, &prepared.parts.record)
    }

    fn published(&self) -> Moment {
        self.options.at.unwrap_or(self.now)
    }

    /// What the check finds in what is to be published.
    fn check(&self, prepared: &[Prepared], chosen: &[Chosen<'_>]) -> (Problems, Texts) {
        let mut facts = Facts::new();
        let mut texts = self.workspace.texts.clone();
        let mut contents: Vec<AuthorityContent> = Vec::new();
        for one in prepared {
            facts.extend(facts_of(&one.parts));
            texts.extend(one.parts.texts.clone());
            contents.push(one.parts.content.clone());
        }
        // Links may lead to other authorities: only those are read.
        for slug in self.linked(&contents) {
            contents.push(self.workspace.authority(&slug).content);
        }
        let day = self.published().day();
        for one in chosen {
            let publication = &one.content.publication;
            let key = (publication.authority.clone(), publication.slug.clone());
            if let Some(facts) = facts.get_mut(&key) {
                let existing = one.versions.iter().map(|version| &version.version);
                facts.next = Some(VersionId::next(day, existing));
                facts.class = one.class;
                facts.approved_by = self.options.approved_by.clone();
            }
        }
        let (deny_list, mut problems) = self.workspace.deny_list(deny_list_elsewhere().as_deref());
        let findings = check(&Checked {
            kinds: &self.workspace.kinds,
            as_at: day,
            authorities: &contents,
            pages: &self.workspace.pages,
            facts: &facts,
            settings: &self.workspace.settings,
            texts: &texts,
            deny_list: &deny_list,
        });
        for (key, found) in findings.of_publications {
            let is_chosen = chosen.iter().any(|one| {
                let publication = &one.content.publication;
                (&publication.authority, &publication.slug) == (&key.0, &key.1)
            });
            if is_chosen {
                problems.extend(found);
            }
        }
        // What the deny list names stands in the way wherever it is drawn.
        let mut of_site = findings.of_site;
        of_site.retain(|one| one.code == Code::DenyList);
        problems.extend(of_site);
        (problems.sorted(), texts)
    }

    /// What corrections change that may be no correction.
    fn doubts(&self, chosen: &[Chosen<'_>]) -> Problems {
        let mut problems = Problems::new();
        for one in chosen.iter().filter(|one| one.class == Class::Correction) {
            let publication = &one.content.publication;
            let versions = one.prepared.parts.record.of(&publication.slug);
            // A version that cannot be read is told by `verify`.
            let latest = versions
                .last()
                .map(|latest| load(&self.workspace.root, latest).0.publication);
            if let Some(doubt) = latest.and_then(|latest| doubt(&latest, publication)) {
                problems.push(doubt);
            }
        }
        problems
    }

    /// What is wrong with the words given for the record.
    fn said(&self) -> Problems {
        let words = [
            ("--note", Some(&self.options.note)),
            ("--because", self.options.because.as_ref()),
            ("--approved-by", self.options.approved_by.as_ref()),
        ];
        // That the list cannot be read has been told.
        let (deny_list, _) = self.workspace.deny_list(deny_list_elsewhere().as_deref());
        let mut problems = Problems::new();
        for (option, words) in words {
            problems
                .extend(words.map_or_else(Problems::new, |words| said(option, words, &deny_list)));
        }
        problems
    }

    /// Other authorities that links lead to.
    fn linked(&self, contents: &[AuthorityContent]) -> BTreeSet<Slug> {
        let own: Vec<&Slug> = contents.iter().map(|one| &one.authority.slug).collect();
        contents
            .iter()
            .flat_map(|content| &content.publications)
            .flat_map(|content| &content.publication.pages)
            .flat_map(|page| &page.body.links)
            .filter_map(|link| match &link.target {
                LinkTarget::File { path, .. } => Slug::new(path.split('/').next()?),
                _ => None,
            })
            .filter(|slug| self.workspace.with_content.contains(slug) && !own.contains(&slug))
            .collect()
    }

    fn publish(&self, one: &Chosen<'_>) -> Outcome {
        let publication = &one.content.publication;
        let name = format!("{}/{}", one.prepared.slug, publication.slug);
        let Some(salt) = salt(self.terminal) else {
            return Outcome::Failed;
        };
        let submission = Submission {
            publication,
            files: &one.content.files,
            attachments: &one.content.attachments,
            class: one.class,
            note: &self.options.note,
            because: self
                .options
                .because
                .as_deref()
                .filter(|_| one.class == Class::Correction),
            approved_by: self.options.approved_by.as_deref(),
            stated: self.options.at,
            now: self.now,
            not_before: Self::not_before(one.prepared),
            is_back: has_ended(one.prepared, &publication.slug),
            salt,
        };
        let record = match submission.record(&one.versions) {
            Ok(record) => record,
            Err(refused) => {
                self.terminal
                    .wrong(&format!("{name} is not published: {}", why(&refused)));
                return Outcome::Failed;
            }
        };
        if self.options.dry_run {
            self.terminal
                .result(&format!("Would publish {}", told(&name, &record)));
            return Outcome::Done;
        }
        match append(&Disk::new(), &one.prepared.folder, &submission, &record) {
            Ok(()) => {
                self.terminal
                    .result(&format!("Published {}", told(&name, &record)));
                Outcome::Done
            }
            Err(error) => {
                self.terminal.wrong(&format!(
                    "{name} is not published: {error}. What was published before is whole; publish \
                     again once that is mended."
                ));
                Outcome::Failed
            }
        }
    }
}

/// Whether a publication was withdrawn or moved after its latest version.
fn has_ended(prepared: &Prepared, publication: &Slug) -> bool {
    let versions = prepared.parts.record.of(publication);
    let latest = versions.last().map(|latest| latest.record.recorded);
    prepared.parts.log.notices.iter().any(|one| {
        let notice = &one.value.notice;
        notice.publication == *publication
            && !matches!(notice.says, NoticeSays::Withheld { .. })
            && latest.is_some_and(|latest| notice.recorded >= latest)
    })
}

/// What is recorded, in a line or two.
fn told(name: &str, record: &RecordText) -> String {
    let stated = match record.published_basis {
        crate::model::PublishedBasis::Stated => " (stated)",
        crate::model::PublishedBasis::Recorded => "",
    };
    let bytes: u64 = record.files.iter().map(|file| file.size).sum();
    format!(
        "{name}, version {}: {}, published {}{stated}; {} files, {bytes} bytes",
        record.version,
        record.class.word(),
        record.published,
        record.files.len(),
    )
}

fn why(refused: &Refused) -> String {
    match refused {
        Refused::Unchanged => "nothing has changed since the latest version".to_owned(),
        Refused::InTheFuture => {
            "the moment given with --at has not come yet; to announce when it applies, write \
             in_force_from in its front matter"
                .to_owned()
        }
        Refused::BeforeLatest(latest) => {
            format!("the moment given with --at is before the latest version’s, which is {latest}")
        }
        Refused::ClockBehind(latest) => format!(
            "the clock of this computer is behind: the latest entry in the record is of {latest}. \
             Set the clock right, then publish again"
        ),
    }
}
