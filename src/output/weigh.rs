//! How heavy pages would be that are not published yet: drawn as drafts, and written nowhere.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Workspace;
use super::build::{BuildOptions, Drawer, NoProgress};
use super::tree::Tree;
use super::weight::{PageWeight, Weights, gzip, kilobytes};
use crate::check::DenyList;
use crate::diagnostics::{Code, Diagnostic, Place, Problems};
use crate::model::{Day, Publication, Slug};
use crate::site::{Address, AuthoritySite, Edition, Subject, plan_authority};
use crate::theme::{SiteContext, Theme, UnpublishedNotice};

/// What came of drawing an authority's drafts.
struct Drawn {
    /// Where each page was written.
    places: Vec<(Address, Place)>,
    /// Languages of its texts.
    languages: BTreeSet<String>,
    problems: Problems,
}

/// Draws what these authorities have not published yet, and says which of their pages are heavier
/// than `theme.toml` allows.
pub fn weigh(workspace: &Workspace, theme: &Theme, authorities: &[Slug], as_at: Day) -> Problems {
    let Some(interface) = theme.interface(&workspace.settings.language) else {
        return Problems::new();
    };
    let options = BuildOptions {
        drafts: true,
        as_at: Some(as_at),
        ..BuildOptions::default()
    };
    let weights = Weights::keeping(usize::MAX);
    let deny_list = DenyList::default();
    let tree = Tree::nowhere();
    let drawer = Drawer {
        latest: Some(as_at),
        workspace,
        deny_list: &deny_list,
        theme,
        tree: &tree,
        options: &options,
        context: SiteContext {
            settings: &workspace.settings,
            kinds: &workspace.kinds,
            pages: &workspace.pages,
            theme,
            interface,
            unpublished: UnpublishedNotice::WithDrafts,
        },
        progress: &NoProgress,
        weights: &weights,
    };
    let drawn: Vec<Drawn> = authorities
        .par_iter()
        .map(|slug| {
            let mut parts = workspace.authority(slug);
            // What is wrong with its texts is told by the check of them.
            let (site, _) = drawer.site(&mut parts);
            let (mut plan, _) = plan_authority(&site);
            let mut places = Vec::new();
            plan.pages.retain(|page| {
                let place = draft_page(&site, &page.subject);
                places.extend(place.clone().map(|place| (page.address.clone(), place)));
                place.is_some()
            });
            for file in &plan.files {
                weights.file(file.address.output_path(), file.attachment.size);
            }
            let languages = site.languages().into_iter().map(str::to_owned).collect();
            Drawn {
                places,
                languages,
                problems: drawer.pages(&plan, &site),
            }
        })
        .collect();
    let mut problems = Problems::new();
    let mut places = Vec::new();
    let mut languages = BTreeSet::from([workspace.settings.language.clone()]);
    for one in drawn {
        places.extend(one.places);
        languages.extend(one.languages);
        problems.extend(one.problems);
    }
    for (address, bytes) in theme.static_files(&languages) {
        let packed = u64::try_from(gzip(bytes).len()).unwrap_or(u64::MAX);
        weights.file(address.output_path(), packed);
    }
    for one in weights.too_heavy(&theme.appearance().budget) {
        let place = places.iter().find(|(address, _)| *address == one.address);
        if let Some((_, place)) = place {
            problems.push(too_heavy(&one).at(place));
        }
    }
    problems
}

fn too_heavy(one: &PageWeight) -> Diagnostic {
    let name = one.template.split('.').next().unwrap_or(one.template);
    let (message, help) = match one.loaded > one.limit {
        true => (
            format!(
                "the page is too heavy: {} with all that it loads, compressed, and theme.toml \
                 allows {}",
                kilobytes(one.loaded),
                kilobytes(one.limit)
            ),
            format!(
                "split the page, make its pictures smaller, or allow more in theme.toml: \
                 [budget.templates] {name} = {}",
                one.loaded.div_ceil(1_000)
            ),
        ),
        false => (
            format!(
                "the page loads {} files, and theme.toml allows {}",
                one.requests, one.most_requests
            ),
            "take pictures away, or allow more in theme.toml: [budget] requests = …".to_owned(),
        ),
    };
    Diagnostic::error(Code::OverBudget, message).help(help)
}

/// Where a page was written, if it is one of what is not published yet.
fn draft_page(site: &AuthoritySite, subject: &Subject) -> Option<Place> {
    let draft = |publication: usize| -> Option<&Publication> {
        site.publications.get(publication)?.draft.as_ref()
    };
    match subject {
        Subject::Page {
            publication,
            edition: Edition::Shown,
            page,
        } => Some(draft(*publication)?.pages.get(*page)?.place.clone()),
        Subject::Alternate {
            publication,
            edition: Edition::Shown,
            alternate,
        } => Some(
            draft(*publication)?
                .alternates
                .get(*alternate)?
                .place
                .clone(),
        ),
        Subject::Print { publication } => Some(draft(*publication)?.pages.first()?.place.clone()),
        Subject::Support {
            publication,
            support,
        } => Some(draft(*publication)?.supports.get(*support)?.place.clone()),
        _ => None,
    }
}
