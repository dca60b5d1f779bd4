//! Reading what a council wrote: paths, texts and digests, in a fixed order.
//!
//! - [`canonical()`]: bytes to the one text that is hashed and stored
//! - [`picture_form`], [`picture_size`]: the same for pictures, and how large they are
//! - [`DataFile`]: a file to download, as it is published
//! - [`Root`]: the folder a site lives in, and where things are in it
//! - [`read_site`], [`read_authority`], [`read_theme`]: the files themselves
//!
//! Names starting with a dot or ending with `~` belong to editors and are passed over. Symbolic
//! links are refused: nothing from outside the folder may reach a page.

mod canonical;
mod data_file;
mod digest;
mod picture;
mod read;
mod root;

pub use canonical::{NotText, canonical};
pub use data_file::{DataFile, Written, recorded_picture_size};
pub use digest::{digest, digest_file};
pub use picture::{PictureForm, picture_form, picture_size};
pub use read::{
    AuthorityFiles, SiteFiles, TextFile, ThemeFiles, read_authority, read_site, read_theme,
};
pub use root::Root;
