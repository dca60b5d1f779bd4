//! One text at a time to the model, with every problem in its place. Touches nothing.
//!
//! - [`front_matter`]: the TOML at the top of a page
//! - [`body()`]: Markdown to a [`Body`](crate::model::Body)
//! - [`publication()`]: the files of a publication to a [`Publication`](crate::model::Publication),
//!   whether they come from `content/` or from the record
//! - [`passages()`]: the words of a page, block by block, and where each stands
//! - [`look_into`]: what a file to download gives away
//! - [`authority()`]: everything that one authority wrote
//! - [`plain_page()`]: a page of the whole site

mod accessibility;
mod allowed;
mod attachment;
mod authority;
mod body;
mod chart;
mod decision;
mod fills;
mod front_matter;
mod links;
mod organisations;
pub(crate) mod passages;
mod plain_page;
mod publication;
mod registers;
mod support;

pub use attachment::{Contents, Sort as AttachmentSort, Unreadable, read as look_into};
pub use authority::{AuthorityContent, FileToRecord, PublicationContent, authority};
pub use body::{BodyContext, body, recorded_body};
pub use chart::{ProgressWords, progress, progress_over_time};
pub(crate) use fills::escape;
pub(crate) use front_matter::split;
pub use links::address_of_file;
pub use organisations::organisations;
pub use passages::{Passage, Sort as PassageSort, passages};
pub use plain_page::plain_page;
pub use publication::{Bodies, PublicationFiles, SourceText, publication};
