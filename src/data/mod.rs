//! The same facts for programs: files beside the pages.
//!
//! - [`services()`]: what one can get, in the shape of Open Referral UK
//! - [`calendar()`], [`reviews_table`]: when publications are to be looked at again

mod calendar;
mod reviews;
mod services;

use crate::config::Kinds;
use crate::model::SiteSettings;
use crate::site::{Address, AuthoritySite, reviews as reviews_of};

pub use calendar::calendar;
pub use reviews::reviews_table;
pub use services::services;

/// A file for programs.
pub type DataFile = (Address, Vec<u8>);

/// The files of an authority.
pub fn authority_files(
    site: &AuthoritySite,
    kinds: &Kinds,
    settings: &SiteSettings,
) -> Vec<DataFile> {
    let home = site.address();
    let reviews = reviews_of(site, kinds);
    let mut files = vec![
        (
            home.file("reviews.ics"),
            calendar(site, &reviews, &settings.base_url).into_bytes(),
        ),
        (
            home.file("reviews.csv"),
            reviews_table(&reviews, &settings.base_url),
        ),
    ];
    if !site.supports().is_empty() {
        let data = Address::home()
            .page("data")
            .page(site.authority.slug.as_str());
        files.push((
            data.file("services.json"),
            services(site, kinds, &settings.base_url).into_bytes(),
        ));
    }
    files
}
