//! Waits for changes in a site's folder and calls back, once for a burst of them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

use crate::source::Root;

/// How long a folder has to be quiet. Editors that save by renaming make several changes at once.
const QUIET: Duration = Duration::from_millis(150);

/// Why watching ended.
#[derive(Debug)]
pub struct WatchError(notify::Error);

impl fmt::Display for WatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the folder cannot be watched for changes: {}", self.0)
    }
}

/// Calls back after each burst of changes to what a site is made of, until the call-back says
/// no. Changes in the output folder do not count.
///
/// The whole folder is watched, not the parts that exist now: `kinds/` may come later, and a
/// file that is saved by renaming stays watched.
///
/// # Errors
/// Where the system cannot watch the folder.
pub fn watch(
    root: &Root,
    out: &Path,
    mut changed: impl FnMut(&[PathBuf]) -> bool,
) -> Result<(), WatchError> {
    let (send, receive) = mpsc::channel();
    let mut debouncer = new_debouncer(QUIET, None, move |result: DebounceEventResult| {
        // The receiver is gone only when watching has ended.
        let _ = send.send(result);
    })
    .map_err(WatchError)?;
    let folder = std::path::absolute(root.folder()).unwrap_or_else(|_| root.folder().to_owned());
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    debouncer
        .watch(&folder, RecursiveMode::Recursive)
        .map_err(WatchError)?;
    for result in receive {
        let paths: Vec<PathBuf> = match result {
            Ok(events) => events
                .into_iter()
                .filter(|event| !matches!(event.kind, EventKind::Access(_)))
                .flat_map(|event| event.paths.clone())
                .filter(|path| counts(path, &folder, &out))
                .collect(),
            // Something was missed: better to build once too often.
            Err(_) => vec![folder.clone()],
        };
        if !paths.is_empty() && !changed(&paths) {
            break;
        }
    }
    Ok(())
}

/// Whether a change at that path can change the site.
fn counts(path: &Path, folder: &Path, out: &Path) -> bool {
    const PARTS: [&str; 5] = [
        "content",
        "kinds",
        "themes",
        "published",
        "site-config.toml",
    ];
    if path.starts_with(out) {
        return false;
    }
    let Ok(inner) = path.strip_prefix(folder) else {
        return false;
    };
    let first = inner
        .components()
        .next()
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    first.is_some_and(|first| PARTS.contains(&first.as_str()))
        && !inner
            .components()
            .any(|part| is_passing(&part.as_os_str().to_string_lossy()))
}

/// What editors write for a moment.
fn is_passing(name: &str) -> bool {
    name.starts_with(['.', '#']) || name.ends_with('~') || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_site_is_made_of_counts() {
        let (folder, out) = (Path::new("/site"), Path::new("/site/public"));
        for yes in [
            "/site/content/derby/a.md",
            "/site/site-config.toml",
            "/site/kinds/x.toml",
        ] {
            assert!(counts(Path::new(yes), folder, out), "{yes}");
        }
        for no in [
            "/site/public/index.html",
            "/site/.git/index",
            "/site/content/derby/.a.md.swp",
            "/site/content/derby/a.md~",
            "/site/content/derby/4913",
            "/elsewhere/content/a.md",
        ] {
            assert!(!counts(Path::new(no), folder, out), "{no}");
        }
    }

    #[test]
    fn a_save_by_renaming_is_noticed_again_and_again() {
        let site = tempfile::tempdir().unwrap();
        let page = site.path().join("content/derby/a.md");
        std::fs::create_dir_all(page.parent().unwrap()).unwrap();
        std::fs::write(&page, "one").unwrap();
        let (root, out) = (Root::new(site.path()), site.path().join("public"));
        let saver = std::thread::spawn({
            let page = page.clone();
            move || {
                for number in 0..400 {
                    let aside = page.with_extension("md.new");
                    std::fs::write(&aside, number.to_string()).unwrap();
                    std::fs::rename(&aside, &page).unwrap();
                    std::thread::sleep(Duration::from_millis(if number % 10 == 0 {
                        400
                    } else {
                        5
                    }));
                    if !page.with_file_name("go-on").exists() {
                        break;
                    }
                }
            }
        });
        std::fs::write(page.with_file_name("go-on"), "").unwrap();
        let mut seen = 0;
        watch(&root, &out, |_| {
            seen += 1;
            seen < 3
        })
        .unwrap();
        std::fs::remove_file(page.with_file_name("go-on")).unwrap();
        saver.join().unwrap();
        assert_eq!(seen, 3);
    }
}
