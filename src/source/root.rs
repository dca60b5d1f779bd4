//! The folder a site lives in.

use std::path::{Path, PathBuf};

/// The folder a site lives in, and where things are in it.
#[derive(Clone, Debug)]
pub struct Root {
    folder: PathBuf,
    /// Where the record is, if not in its usual place.
    published: Option<PathBuf>,
}

impl Root {
    /// A site's folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            published: None,
        }
    }

    /// A folder with records of authorities, on their own without a site around them.
    pub fn of_records(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self {
            published: Some(folder.clone()),
            folder,
        }
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `site-config.toml`.
    pub fn settings(&self) -> PathBuf {
        self.folder.join("site-config.toml")
    }

    /// What councils write.
    pub fn content(&self) -> PathBuf {
        self.folder.join("content")
    }

    /// Kinds that the site adds or overrides.
    pub fn kinds(&self) -> PathBuf {
        self.folder.join("kinds")
    }

    /// Themes.
    pub fn themes(&self) -> PathBuf {
        self.folder.join("themes")
    }

    /// The record.
    pub fn published(&self) -> PathBuf {
        match &self.published {
            Some(published) => published.clone(),
            None => self.folder.join("published"),
        }
    }

    /// A path as shown to people: from the site's folder, with forward slashes.
    pub fn shown(&self, path: &Path) -> String {
        let inner = path.strip_prefix(&self.folder).unwrap_or(path);
        let mut shown = String::new();
        for part in inner.components() {
            if !shown.is_empty() && !shown.ends_with('/') {
                shown.push('/');
            }
            shown.push_str(&part.as_os_str().to_string_lossy());
        }
        shown
    }
}
