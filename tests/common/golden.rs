//! Goldens: files that say what has to come out. One that is missing fails, one that nothing
//! asks for fails, and `UPDATE_GOLDEN=1 cargo test` writes them anew: look at the difference
//! before you commit it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The goldens of one folder.
pub struct Goldens {
    folder: PathBuf,
    asked: BTreeSet<String>,
    wrong: Vec<String>,
    is_update: bool,
}

impl Goldens {
    /// The goldens in a folder.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            asked: BTreeSet::new(),
            wrong: Vec::new(),
            is_update: std::env::var_os("UPDATE_GOLDEN").is_some(),
        }
    }

    /// Compares a text with the golden of that name.
    pub fn check(&mut self, name: &str, actual: &str) {
        assert!(
            self.asked.insert(name.to_owned()),
            "the golden {name} is asked for twice"
        );
        let path = self.folder.join(name);
        let expected = fs::read_to_string(&path).ok();
        if expected.as_deref() == Some(actual) {
            return;
        }
        if self.is_update {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, actual).unwrap();
            return;
        }
        self.wrong.push(match expected {
            None => format!("{} is missing", path.display()),
            Some(expected) => format!("{}\n{}", path.display(), difference(&expected, actual)),
        });
    }

    /// Fails where anything differs, is missing, or is asked for by nothing. `is_golden` says
    /// which of the folder's files are goldens.
    pub fn finish(mut self, is_golden: impl Fn(&str) -> bool) {
        for (path, _) in super::files(&self.folder) {
            if !is_golden(&path) || self.asked.contains(&path) {
                continue;
            }
            if self.is_update {
                fs::remove_file(self.folder.join(&path)).unwrap();
            } else {
                let whole = self.folder.join(&path);
                self.wrong
                    .push(format!("{}: nothing asks for it", whole.display()));
            }
        }
        assert!(
            self.wrong.is_empty(),
            "{} goldens differ (UPDATE_GOLDEN=1 writes them anew):\n\n{}",
            self.wrong.len(),
            self.wrong.join("\n\n")
        );
    }
}

/// The lines that differ, with those around them.
fn difference(expected: &str, actual: &str) -> String {
    similar::TextDiff::from_lines(expected, actual)
        .unified_diff()
        .context_radius(2)
        .header("golden", "now")
        .to_string()
}
