//! Settings and kinds: texts to checked values. Takes texts; reads no files.
//!
//! - `site-config.toml`: [`site_settings`]
//! - [`Kinds`]: the built-in kinds, and those that a site adds or overrides
//! - [`Table`]: TOML read key by key, with every problem in its place; the parsers of front
//!   matter use it too

mod kinds;
mod settings;
mod table;

pub use kinds::{KindText, Kinds};
pub(crate) use settings::clean_base_url;
pub use settings::site_settings;
pub use table::{Document, Table};
