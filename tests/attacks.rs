//! Attacks on the record: each is carried out on a small sealed site, and must be noticed with a
//! message that says what is wrong.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, failing is how one says that something is wrong"
)]

mod common;

mod attacks {
    mod built_site;
    mod clock;
    mod clones;
    mod damaged_files;
    mod entries;
    mod evidence;
    mod keys;
    mod notices;
    mod outside_times;
    mod rewriting;
    mod sealed;
    mod texts;
    mod withheld;
}
