//! The pages of the whole site.

use std::collections::BTreeSet;

use super::plan::{one_page_an_address, taken};
use super::{Address, NationSubject, Plan, PlannedPage, Summary};
use crate::diagnostics::Problems;
use crate::model::PlainPage;

/// The pages of the whole site.
pub fn plan_nation(
    summaries: &[Summary],
    pages: &[PlainPage],
    kinds: &[String],
) -> (Plan<NationSubject>, Problems) {
    let home = Address::home();
    let mut plan = Plan {
        pages: Vec::new(),
        files: Vec::new(),
    };
    let mut add = |address: Address, subject: NationSubject, in_sitemap: bool| {
        plan.pages.push(PlannedPage {
            address,
            subject,
            in_sitemap,
        });
    };
    add(home.clone(), NationSubject::Home, true);
    add(home.page("kinds"), NationSubject::Kinds, true);
    for kind in kinds {
        let address = home.page("kinds").page(kind);
        add(
            address.file("feed.xml"),
            NationSubject::KindFeed(kind.clone()),
            false,
        );
        add(address, NationSubject::Kind(kind.clone()), true);
    }
    let organisations: BTreeSet<&str> = summaries
        .iter()
        .flat_map(|one| &one.sign_ups)
        .map(|one| one.organisation.slug.as_str())
        .collect();
    if !organisations.is_empty() {
        let list = home.page("organisations");
        add(home.page("sign-ups"), NationSubject::SignUps, true);
        add(list.clone(), NationSubject::Organisations, true);
        for slug in organisations {
            let subject = NationSubject::Organisation(slug.to_owned());
            add(list.page(slug), subject, true);
        }
    }
    for (at, page) in pages.iter().enumerate() {
        add(home.page(&page.slug), NationSubject::Plain(at), true);
    }
    add(home.page("search"), NationSubject::Search, true);
    add(home.page("data"), NationSubject::Data, true);
    add(home.file("feed.xml"), NationSubject::Feed, false);
    add(home.file("404.html"), NationSubject::NotFound, false);
    add(home.file("sitemap.xml"), NationSubject::Sitemap, false);
    let mut problems = one_page_an_address(&mut plan);
    for summary in summaries {
        let address = home.page(&summary.slug);
        if plan.pages.iter().any(|page| page.address == address) {
            problems.push(taken(&address));
        }
    }
    (plan, problems)
}
