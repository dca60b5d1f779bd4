//! The program `offerbook`: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    offerbook::commands::run()
}
