//! Templates, and what they see.
//!
//! - [`Theme`]: the templates and static files of a theme, checked and minified once
//! - [`Words`]: what the interface says, in each language that it speaks
//! - [`Appearance`]: what `theme.toml` sets
//! - [`views`]: the types that templates see
//! - [`AuthorityPages`], [`NationPages`]: a planned page to its template and its view

mod appearance;
mod engine;
mod fill;
mod minify;
mod saying;
#[cfg(test)]
mod saying_tests;
pub mod views;
mod words;
#[cfg(test)]
mod words_tests;

pub use appearance::{Appearance, Budget};
pub use engine::{Interface, StaticFile, Theme};
pub use fill::{AuthorityPages, DrawnView, NationPages, SiteContext, UnpublishedNotice};
pub use words::Words;
