//! Templates, and what they see.
//!
//! - [`Theme`]: the templates and static files of a theme, checked and minified once
//! - [`views`]: the types that templates see
//! - [`AuthorityPages`], [`NationPages`]: a planned page to its template and its view

mod engine;
mod fill;
mod minify;
pub mod views;

pub use engine::{StaticFile, Theme};
pub use fill::{AuthorityPages, DrawnView, NationPages, SiteContext, UnpublishedNotice};
