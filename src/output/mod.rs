//! Planned pages to bytes, and bytes to the output folder.
//!
//! - [`build()`]: the whole way, from a site's folder to its output folder
//! - [`history`]: from what was read of an authority to its histories
//! - [`Tree`]: the output folder: what is ours in it, what changed, what has to go
//! - [`weigh()`]: how heavy pages are that would be published next
//! - [`workspace`]: reading a site, for everything that needs all of it

mod build;
mod evidence;
mod files;
mod history;
mod packing;
mod tree;
mod weigh;
mod weight;
mod workspace;

pub use build::{BuildOptions, BuildOutcome, NoProgress, Progress, Unpublished, build};
pub use evidence::Evidence;
pub use tree::{Tree, TreeReport};
pub use weigh::weigh;
pub use weight::{PageWeight, kilobytes};
pub use workspace::{AuthorityParts, Workspace, class_of, facts_of, unpublished};
