//! Tests of the comparison.

mod documents;
mod examples;
mod oracles;
mod parsing;
mod scale;
mod well_formed;
