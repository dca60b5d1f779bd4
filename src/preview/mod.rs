//! Rebuilding when something is saved.

mod watch;

pub use watch::{WatchError, watch};
