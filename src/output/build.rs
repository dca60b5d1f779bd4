//! The whole way, from a site's folder to its output folder.
//!
//! 1. the site as a whole is read: settings, kinds, theme, pages;
//! 2. each authority is read, planned, drawn and written, and let go but for its summary;
//! 3. the pages of the whole site are drawn from the summaries;
//! 4. the output folder takes on what was drawn, if nothing failed.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rayon::prelude::*;

use super::weight::{PageWeight, Weights, gzip};
use super::{AuthorityParts, Tree, TreeReport, Workspace, unpublished};
use crate::check::{DenyList, listed};
use crate::data::{Findables, findables, nation_files};
use crate::diagnostics::{Code, Diagnostic, Problems, Texts, nearest};
use crate::model::{Day, Slug};
use crate::record::read_record;
use crate::site::{
    AuthoritySite, Plan, RECORDS, Subject, Summary, plan_authority, plan_nation, summary,
};
use crate::source::{Root, read_theme};
use crate::theme::{AuthorityPages, NationPages, SiteContext, Theme, UnpublishedNotice};

/// How a site is built.
#[derive(Clone, Debug, Default)]
pub struct BuildOptions {
    /// The output folder.
    pub out: PathBuf,
    /// Only these authorities, without the pages of the whole site; empty for everything.
    pub authorities: Vec<Slug>,
    /// Whether drafts are shown.
    pub drafts: bool,
    /// In place of the settings' `base_url`; ends with `/`.
    pub base_url: Option<String>,
    /// The day on which the site is looked at; later versions are left out.
    pub as_at: Option<Day>,
    /// In place of the settings' deny list.
    pub deny_list: Option<PathBuf>,
    /// Whether each text stands there packed as well (`.gz` and `.br`).
    pub precompress: bool,
}

/// Is told how far a build has come. Called from several threads.
pub trait Progress: Sync {
    /// How many authorities there are.
    fn authorities(&self, number: usize);
    /// A page has been drawn.
    fn page(&self);
    /// An authority is done.
    fn authority(&self);
}

/// Nobody wants to know.
pub struct NoProgress;

impl Progress for NoProgress {
    fn authorities(&self, _: usize) {}
    fn page(&self) {}
    fn authority(&self) {}
}

/// A publication whose content differs from its latest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpublished {
    /// The authority.
    pub authority: Slug,
    /// The publication.
    pub publication: Slug,
    /// Whether it was never published.
    pub is_new: bool,
    /// Whether it says of itself that it is a draft.
    pub is_draft: bool,
    /// Errors that would keep it from being published.
    pub errors: usize,
}

/// What came of a build.
#[derive(Debug, Default)]
pub struct BuildOutcome {
    /// Everything that was found. The site was built if there is no error among them.
    pub problems: Problems,
    /// Texts, for printing them.
    pub texts: Texts,
    /// What was done to the output folder; `None` if the build failed.
    pub report: Option<TreeReport>,
    /// What is not published.
    pub unpublished: Vec<Unpublished>,
    /// How many pages there are.
    pub pages: usize,
    /// The day on which reviews were judged, where it did not come from the options.
    pub judged_on: Option<Day>,
    /// The heaviest pages of each sort, the heaviest first.
    pub heaviest: Vec<PageWeight>,
}

/// What came of an authority.
struct DrawnAuthority {
    summary: Summary,
    problems: Problems,
    texts: Texts,
    unpublished: Vec<Unpublished>,
    pages: usize,
    found: Findables,
    /// Languages of its texts.
    languages: BTreeSet<String>,
}

/// Builds a site.
pub fn build(root: &Root, options: &BuildOptions, progress: &dyn Progress) -> BuildOutcome {
    let mut outcome = BuildOutcome::default();
    let (mut workspace, problems) = Workspace::read(root.clone());
    outcome.problems.extend(problems);
    outcome.texts.extend(workspace.texts.clone());
    if let Some(base_url) = &options.base_url {
        workspace.settings.base_url.clone_from(base_url);
    }
    let (files, problems) = read_theme(root, &workspace.settings.theme);
    outcome.problems.extend(problems);
    let (theme, problems, texts) = Theme::read(&workspace.settings.theme, &files);
    outcome.texts.extend(texts);
    outcome.problems.extend(problems);
    let (deny_list, problems) = workspace.deny_list(options.deny_list.as_deref());
    outcome.problems.extend(problems);
    outcome
        .problems
        .extend(listed(&outcome.texts, &deny_list, |_| true));
    let chosen = choose(&workspace, options, &mut outcome.problems);
    let Some(theme) = theme.filter(|_| !outcome.problems.has_errors()) else {
        return outcome;
    };
    let scope = (!options.authorities.is_empty())
        .then(|| chosen.iter().map(|slug| format!("{slug}/")).collect());
    match Tree::open(&options.out, scope, options.precompress) {
        Ok(tree) => draw_all(
            &Read {
                workspace: &workspace,
                theme: &theme,
                deny_list: &deny_list,
            },
            tree,
            options,
            &chosen,
            progress,
            &mut outcome,
        ),
        Err(problem) => outcome.problems.push(problem),
    }
    outcome
}

fn choose(workspace: &Workspace, options: &BuildOptions, problems: &mut Problems) -> Vec<Slug> {
    for slug in &options.authorities {
        if !workspace.authorities.contains(slug) {
            let known = || workspace.authorities.iter().map(Slug::as_str);
            let help = match nearest(slug.as_str(), known()) {
                Some(near) => format!("did you mean “{near}”?"),
                None => format!("there is: {}", known().collect::<Vec<_>>().join(", ")),
            };
            problems.push(
                Diagnostic::error(Code::WrongValue, format!("there is no authority “{slug}”"))
                    .help(help),
            );
        }
    }
    workspace
        .authorities
        .iter()
        .filter(|slug| options.authorities.is_empty() || options.authorities.contains(slug))
        .cloned()
        .collect()
}

/// What the whole site is drawn from.
#[derive(Clone, Copy)]
struct Read<'r> {
    workspace: &'r Workspace,
    theme: &'r Theme,
    deny_list: &'r DenyList,
}

/// So many pages of each sort are weighed.
const WEIGHED: usize = 3;

fn draw_all(
    read: &Read<'_>,
    tree: Tree,
    options: &BuildOptions,
    chosen: &[Slug],
    progress: &dyn Progress,
    outcome: &mut BuildOutcome,
) {
    let Read {
        workspace,
        theme,
        deny_list,
    } = *read;
    progress.authorities(chosen.len());
    let Some(interface) = theme.interface(&workspace.settings.language) else {
        return;
    };
    let context = SiteContext {
        settings: &workspace.settings,
        kinds: &workspace.kinds,
        pages: &workspace.pages,
        theme,
        interface,
        unpublished: match options.drafts {
            true => UnpublishedNotice::WithDrafts,
            false => UnpublishedNotice::RecordOnly,
        },
    };
    let latest = latest_day(workspace);
    let weights = Weights::keeping(WEIGHED);
    let drawer = Drawer {
        weights: &weights,
        latest,
        workspace,
        deny_list,
        theme,
        tree: &tree,
        options,
        context,
        progress,
    };
    let drawn: Vec<DrawnAuthority> = chosen
        .par_iter()
        .enumerate()
        .map(|(number, slug)| drawer.authority(number, slug))
        .collect();
    let mut summaries = Vec::new();
    let mut found = Vec::new();
    let mut languages = BTreeSet::from([workspace.settings.language.clone()]);
    for one in drawn {
        outcome.problems.extend(one.problems);
        outcome.texts.extend(one.texts);
        outcome.unpublished.extend(one.unpublished);
        outcome.pages += one.pages;
        summaries.push(one.summary);
        found.push(one.found);
        languages.extend(one.languages);
    }
    outcome.judged_on = latest.filter(|_| options.as_at.is_none());
    for (address, bytes) in theme.static_files(&languages) {
        let packed = u64::try_from(gzip(bytes).len()).unwrap_or(u64::MAX);
        weights.file(address.output_path(), packed);
        let put = tree.put(&address.output_path(), bytes);
        outcome
            .problems
            .extend(put.err().map(Problems::from).unwrap_or_default());
    }
    if options.authorities.is_empty() {
        let as_at = options.as_at.or(latest);
        outcome.pages += drawer.nation(&summaries, found, as_at, &mut outcome.problems);
    }
    if outcome.problems.has_errors() {
        return;
    }
    outcome.heaviest = weights.weighed(&theme.appearance().budget);
    match tree.finish() {
        Ok(report) => outcome.report = Some(report),
        Err(problem) => outcome.problems.push(problem),
    }
}

/// Whether a file says what an authority and its partners are, which is drawn as it stands now.
fn is_of_authority(path: &str) -> bool {
    ["/authority.toml", "/organisations.toml"]
        .iter()
        .any(|name| path.ends_with(name))
}

/// The latest day in the record: on it every authority is judged, also one that has published
/// nothing for years.
fn latest_day(workspace: &Workspace) -> Option<Day> {
    workspace
        .authorities
        .par_iter()
        .flat_map_iter(|slug| read_record(&workspace.root, slug).0.versions)
        .map(|version| version.record.recorded.day())
        .max()
}

pub(super) struct Drawer<'d> {
    pub(super) latest: Option<Day>,
    pub(super) workspace: &'d Workspace,
    pub(super) deny_list: &'d DenyList,
    pub(super) theme: &'d Theme,
    pub(super) tree: &'d Tree,
    pub(super) options: &'d BuildOptions,
    pub(super) context: SiteContext<'d>,
    pub(super) progress: &'d dyn Progress,
    pub(super) weights: &'d Weights,
}

impl Drawer<'_> {
    fn authority(&self, number: usize, slug: &Slug) -> DrawnAuthority {
        let mut parts = self.workspace.authority(slug);
        let unpublished = list_unpublished(&parts);
        let (site, mut problems) = self.site(&mut parts);
        problems.extend(
            self.workspace
                .listed_in_record(&parts.record, self.deny_list),
        );
        let texts = std::mem::take(&mut parts.texts);
        problems.extend(std::mem::take(&mut parts.problems));
        // Drafts show all; else, what a publication says was looked at when it was published.
        problems.extend(listed(&texts, self.deny_list, |path| {
            self.options.drafts || is_of_authority(path)
        }));
        let (plan, found) = plan_authority(&site);
        problems.extend(found);
        problems.extend(self.pages(&plan, &site));
        problems.extend(self.files(&plan, &site, &parts));
        problems.extend(self.record_files(&site));
        problems.extend(self.data_files(&site));
        let addresses = plan
            .pages
            .iter()
            .filter(|page| page.in_sitemap)
            .map(|page| page.address.clone())
            .collect();
        self.progress.authority();
        DrawnAuthority {
            summary: summary(&site, &self.workspace.kinds, addresses),
            found: findables(&site, number),
            languages: site.languages().into_iter().map(str::to_owned).collect(),
            problems,
            texts,
            unpublished,
            pages: plan.pages.len(),
        }
    }

    pub(super) fn pages(&self, plan: &Plan<Subject>, site: &AuthoritySite) -> Problems {
        let pages = AuthorityPages::new(self.context, site);
        let found: Vec<Diagnostic> = plan
            .pages
            .par_iter()
            .filter_map(|page| {
                let drawn = pages.fill(page)?;
                let html = self.theme.draw(drawn.template, &drawn.frame, &drawn.view);
                self.progress.page();
                html.and_then(|html| {
                    self.weights.page(drawn.template, &page.address, &html);
                    self.tree.put(&page.address.output_path(), html.as_bytes())
                })
                .err()
            })
            .collect();
        collect(found)
    }

    /// Draws the pages of the whole site. Returns how many.
    fn nation(
        &self,
        summaries: &[Summary],
        found: Vec<Findables>,
        as_at: Option<Day>,
        problems: &mut Problems,
    ) -> usize {
        let kinds: Vec<String> = self
            .workspace
            .kinds
            .iter()
            .filter(|kind| kind.slug != "decision")
            .map(|kind| kind.slug.clone())
            .collect();
        let (plan, taken) = plan_nation(summaries, &self.workspace.pages, &kinds);
        problems.extend(taken);
        let own = plan
            .pages
            .iter()
            .filter(|page| page.in_sitemap)
            .map(|page| page.address.clone())
            .collect();
        let pages = NationPages::new(self.context, summaries, as_at, own);
        for page in &plan.pages {
            let Some(drawn) = pages.fill(page) else {
                continue;
            };
            let put = self
                .theme
                .draw(drawn.template, &drawn.frame, &drawn.view)
                .and_then(|html| {
                    self.weights.page(drawn.template, &page.address, &html);
                    self.tree.put(&page.address.output_path(), html.as_bytes())
                });
            problems.extend(put.err().map(Problems::from).unwrap_or_default());
        }
        let sitemap = format!("{}sitemap.xml", self.workspace.settings.base_url);
        let robots = match self.options.drafts {
            // A copy with drafts is not for search engines.
            true => "User-agent: *\nDisallow: /\n".to_owned(),
            false => format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"),
        };
        let put = self.tree.put("robots.txt", robots.as_bytes());
        problems.extend(put.err().map(Problems::from).unwrap_or_default());
        let files = nation_files(
            summaries,
            found,
            &self.workspace.kinds,
            &self.workspace.settings,
            self.context.interface.words(),
        );
        problems.extend(self.put_all(&files));
        let records: String = summaries
            .iter()
            .map(|one| format!("{}\n", one.slug))
            .collect();
        let put = self.tree.put(RECORDS, records.as_bytes());
        problems.extend(put.err().map(Problems::from).unwrap_or_default());
        plan.pages.len()
    }
}

/// The same mistake of a template on many pages is told once.
pub(super) fn collect(found: Vec<Diagnostic>) -> Problems {
    let mut problems = Problems::new();
    for one in found {
        problems.push(one);
    }
    problems.sorted()
}

fn list_unpublished(parts: &AuthorityParts) -> Vec<Unpublished> {
    parts
        .content
        .publications
        .iter()
        .filter_map(|content| {
            let versions = parts.record.of(&content.publication.slug);
            unpublished(content, &versions).then(|| Unpublished {
                authority: content.publication.authority.clone(),
                publication: content.publication.slug.clone(),
                is_new: versions.is_empty(),
                is_draft: content.publication.draft,
                errors: content.problems.count(crate::diagnostics::Severity::Error),
            })
        })
        .collect()
}
