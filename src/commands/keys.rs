//! Where private keys are kept: in a file outside the site's folder, or in the environment.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::log::{SignerKey, VerifierKey};
use crate::record::is_demonstration;
use crate::source::Root;

/// The variable that may hold a key, or the name of its file.
pub const VARIABLE: &str = "OFFERBOOK_KEY";

/// Where the key of a log is kept unless somebody says otherwise.
pub fn usual_file(name: &str) -> Option<PathBuf> {
    let safe: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || ".-".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    Some(
        std::env::home_dir()?
            .join(".config")
            .join("offerbook")
            .join(format!("{safe}.key")),
    )
}

/// Finds the private half of a key: in a named file, else in the environment, else where keys are
/// usually kept.
///
/// # Errors
/// What is wrong, and what to do. Never a part of a key.
pub fn find(root: &Root, wanted: &VerifierKey, file: Option<&Path>) -> Result<SignerKey, String> {
    if let Some(file) = file {
        return from_file(root, wanted, file);
    }
    if let Some(value) = variable() {
        return match value.contains("PRIVATE+KEY+") {
            true => pick(&value, wanted).map_err(|why| format!("The key in {VARIABLE} {why}")),
            false => from_file(root, wanted, Path::new(&value)),
        };
    }
    match usual_file(wanted.name()).filter(|file| file.exists()) {
        Some(file) => from_file(root, wanted, &file),
        None => Err(format!(
            "No key for {} was found. Name its file with --key FILE, or put it in the variable \
             {VARIABLE}.",
            wanted.name()
        )),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "commands are where the environment is read"
)]
fn variable() -> Option<String> {
    std::env::var(VARIABLE)
        .ok()
        .filter(|value| !value.trim().is_empty())
}

fn from_file(root: &Root, wanted: &VerifierKey, file: &Path) -> Result<SignerKey, String> {
    if looks_like_a_key(file) {
        return Err(format!(
            "What was given in place of a key’s file looks like a key itself, and is not repeated \
             here. Name the file that holds the key, or put the whole key in the variable \
             {VARIABLE}."
        ));
    }
    let shown = file.display();
    let text = fs::read_to_string(file)
        .map_err(|error| format!("The key file {shown} cannot be read: {error}"))?;
    if !is_demonstration(wanted.name()) {
        keep_safe(root, file)?;
    }
    pick(&text, wanted).map_err(|why| format!("The key in {shown} {why}"))
}

/// A key, or a part of one, must never come out in a message. No file of ours has such a name.
fn looks_like_a_key(file: &Path) -> bool {
    let name = file.to_string_lossy();
    let is_long_base64 = |part: &str| {
        part.len() >= 40
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
    };
    name.contains('+') || name.split(['/', '\\']).any(is_long_base64) || is_long_base64(&name)
}

/// The key that is wanted, of those in a text, one a line.
fn pick(text: &str, wanted: &VerifierKey) -> Result<SignerKey, String> {
    let mut other = None;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let key: SignerKey = line
            .parse()
            .map_err(|why| format!("cannot be used: {why}"))?;
        if key.verifier() == wanted {
            return Ok(key);
        }
        other = Some(key.verifier().to_string());
    }
    Err(match other {
        Some(other) => {
            format!("is another one. The log is signed by\n  {wanted}\nthis is\n  {other}")
        }
        None => "is missing: the file is empty".to_owned(),
    })
}

/// Refuses a key that others could read, or that would be published with the site.
fn keep_safe(root: &Root, file: &Path) -> Result<(), String> {
    let shown = file.display();
    if is_inside(root, file) {
        return Err(format!(
            "The key file {shown} is inside the site’s folder, where it may be published by \
             mistake. Move it out; if it has ever been shared, change the key with `offerbook key \
             rotate`."
        ));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(file)
            .map_err(|error| format!("The key file {shown} cannot be read: {error}"))?
            .permissions()
            .mode();
        if mode & 0o077 != 0 {
            return Err(format!(
                "The key file {shown} can be read by others on this computer. Run: chmod 600 \
                 {shown}"
            ));
        }
    }
    Ok(())
}

fn is_inside(root: &Root, file: &Path) -> bool {
    let folder = match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    match (fs::canonicalize(root.folder()), fs::canonicalize(folder)) {
        (Ok(root), Ok(folder)) => folder.starts_with(root),
        _ => false,
    }
}

/// Writes a new key to a file that must not exist yet, for its owner's eyes only.
///
/// # Errors
/// What is wrong, and what to do.
pub fn keep(root: &Root, key: &SignerKey, file: &Path) -> Result<(), String> {
    let shown = file.display();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    if is_inside(root, file) && !is_demonstration(key.verifier().name()) {
        return Err(format!(
            "{shown} is inside the site’s folder, where the key may be published by mistake. \
             Choose a file elsewhere with --out."
        ));
    }
    write_private(file, &key.secret_text()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => format!(
            "{shown} exists already, and a key is never overwritten. Choose another file with \
             --out."
        ),
        _ => format!("The key cannot be written to {shown}: {error}"),
    })
}

fn write_private(file: &Path, text: &str) -> io::Result<()> {
    use std::io::Write;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
