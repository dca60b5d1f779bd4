//! Publishes English councils' local offers and protocols as accessible, versioned static sites.
//!
//! The folders are the stages a document passes through, in this order; a module imports only
//! from those above it (`tests/architecture.rs` checks that):
//!
//! - [`diagnostics`]: problems as data
//! - [`model`]: the nouns
//! - [`config`]: settings and kinds
//! - [`source`]: reading the sources
//! - [`parse`]: one text to the model
//! - [`check`]: rules over the model
//! - [`log`]: the arithmetic of a log that nobody can change unnoticed
//! - [`record`]: what was published
//! - [`changes`]: what changed between two versions
//! - [`site`]: every address and what stands there
//! - [`data`]: the same facts for programs
//! - [`theme`]: templates and what they see
//! - [`output`]: pages to bytes, bytes to disk
//! - [`verify`]: whether a record, or a site drawn from it, is whole
//! - [`preview`]: rebuilding when something is saved
//! - [`commands`]: what a person types

pub mod changes;
pub mod check;
pub mod commands;
pub mod config;
pub mod data;
pub mod diagnostics;
pub mod log;
pub mod model;
pub mod output;
pub mod parse;
pub mod preview;
pub mod record;
pub mod site;
pub mod source;
pub mod theme;
pub mod verify;
