//! `offerbook init`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::Outcome;
use super::terminal::Terminal;

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/commands/starter");

/// Make a small working site in a new folder.
///
/// It holds one council that does not exist, with one policy. Change the names, build it, and go
/// on from there.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The folder to make. It must not exist, or must be empty.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Runs the command.
pub fn run(options: &Options, terminal: &Terminal) -> Outcome {
    let folder = &options.folder;
    match is_free(folder) {
        Ok(true) => {}
        Ok(false) => {
            terminal.wrong(&format!(
                "The folder {} is not empty: choose another name.",
                folder.display()
            ));
            return Outcome::Failed;
        }
        Err(error) => {
            terminal.wrong(&format!("{} cannot be used: {error}", folder.display()));
            return Outcome::Failed;
        }
    }
    if let Err(error) = write(&STARTER, folder) {
        terminal.wrong(&format!("{} cannot be written: {error}", folder.display()));
        return Outcome::Failed;
    }
    let shown = folder.display();
    terminal.say(&format!(
        "A new site is in {shown}. To see it:\n\n  cd {shown}\n  offerbook build --drafts\n\n\
         To publish its first version:\n\n  offerbook publish --note \"First version\"\n  \
         offerbook build"
    ));
    Outcome::Done
}

/// Whether nothing stands in the way. A file is never free.
fn is_free(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

fn write(dir: &Dir<'static>, folder: &Path) -> io::Result<()> {
    for file in dir.files() {
        // Packaging tools pass over files that start with a dot, so this one is stored without.
        let path = match file.path().to_str() {
            Some("gitignore") => Path::new(".gitignore"),
            _ => file.path(),
        };
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, file.contents())?;
    }
    for inner in dir.dirs() {
        write(inner, folder)?;
    }
    Ok(())
}
