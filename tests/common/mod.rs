//! What the tests share: sites in folders of their own, the program with a time limit, and
//! goldens that cannot be forgotten.

#![allow(dead_code, reason = "each test uses a part of this")]

pub mod golden;
pub mod rng;
pub mod sample;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// The project's folder.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Longer than anything here takes on a slow machine: what takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(240);

/// A site in a folder of its own, which goes when the test ends.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// An empty folder.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::Builder::new()
                .prefix("offerbook-site-")
                .tempdir()
                .unwrap(),
        }
    }

    /// A copy of a folder.
    pub fn copy_of(folder: &Path) -> Self {
        let site = Self::empty();
        copy_folder(folder, site.path());
        site
    }

    /// A site with settings that are right, and nothing else.
    pub fn new() -> Self {
        let site = Self::empty();
        site.write(
            "site-config.toml",
            "title = \"Offers\"\npublisher = \"The tests\"\nbase_url = \"https://offers.example.org/\"\n",
        );
        site
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub fn at(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }

    /// Writes a file, and the folders above it.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Reads a text.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Puts a text in place of another, which must be there.
    pub fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} holds {old:?}");
        self.write(path, text.replacen(old, new, 1));
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
    }

    /// Runs the program in it.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.command(arguments).finish()
    }

    /// Runs the program in it; it must do what it was asked to.
    pub fn must(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(
            ran.code,
            Some(0),
            "offerbook {}\n{}",
            arguments.join(" "),
            ran.all()
        );
        ran
    }

    /// The program, about to run in it.
    pub fn command(&self, arguments: &[&str]) -> Program {
        Program::new(self.path(), arguments)
    }

    /// Publishes everything that has changed, as of a day.
    pub fn publish(&self, day: &str, note: &str) -> Ran {
        self.must(&["publish", "--at", day, "--note", note])
    }

    /// Every file below a folder of it.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.at(folder))
    }
}

/// The program, about to run.
pub struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// The program in a folder.
    pub fn new(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_offerbook"));
        command
            .current_dir(folder)
            .args(arguments)
            .env_remove("RAYON_NUM_THREADS")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Self {
            command,
            shown: format!("offerbook {}", arguments.join(" ")),
        }
    }

    /// Sets a variable.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts it, for those who want to stop it.
    pub fn start(mut self) -> Child {
        self.command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Runs it to its end. One that does not end is stopped, and the test fails.
    pub fn finish(mut self) -> Ran {
        let mut child = self.command.spawn().unwrap();
        let stdout = reader(child.stdout.take().unwrap());
        let stderr = reader(child.stderr.take().unwrap());
        let code = wait(&mut child, &self.shown);
        Ran {
            code,
            stdout: stdout.join().unwrap(),
            stderr: stderr.join().unwrap(),
        }
    }
}

fn reader(mut from: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    })
}

fn wait(child: &mut Child, shown: &str) -> Option<i32> {
    let mut waited = Duration::ZERO;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        let pause = Duration::from_millis(if waited.as_millis() < 200 { 2 } else { 20 });
        std::thread::sleep(pause);
        waited += pause;
        if waited > PATIENCE {
            child.kill().unwrap();
            panic!("{shown} does not end");
        }
    }
}

/// What came of running the program.
#[derive(Debug)]
pub struct Ran {
    /// Its exit code; `None` where it was stopped by a signal, as when its stack overflows.
    pub code: Option<i32>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
}

impl Ran {
    /// All it wrote.
    pub fn all(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file below a folder, by its path; empty where there is no folder.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    collect(folder, "", &mut all);
    all
}

fn collect(folder: &Path, prefix: &str, all: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}/"), all);
        } else {
            all.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

/// The files of a site that has been built, without what is about the building itself.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = files(folder);
    all.retain(|path, _| path != ".offerbook/lock" && !path.starts_with(".offerbook/staging/"));
    all
}

/// Where the links of a page lead: files of the site, as paths. Links to other sites and to
/// headings are left out.
pub fn links(page: &str, text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for part in ["href=", "src="]
        .iter()
        .flat_map(|attribute| text.split(attribute).skip(1))
    {
        let link: String = match part.strip_prefix('"') {
            Some(quoted) => quoted.chars().take_while(|c| *c != '"').collect(),
            None => part
                .chars()
                .take_while(|c| !c.is_whitespace() && *c != '>')
                .collect(),
        };
        let link = link.split('#').next().unwrap();
        if !link.is_empty() && !link.contains(':') {
            all.push(resolved(page, link));
        }
    }
    all
}

fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    if link.starts_with('/') {
        parts.clear();
    }
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    let is_folder = link.ends_with('/') || link.ends_with('.');
    match parts.join("/") {
        path if is_folder => format!("{}/index.html", path.trim_end_matches('/'))
            .trim_start_matches('/')
            .to_owned(),
        path => path,
    }
}

/// Fails where two trees differ, and says in which files and how.
pub fn assert_same_tree(
    left: &BTreeMap<String, Vec<u8>>,
    right: &BTreeMap<String, Vec<u8>>,
    what: &str,
) {
    let mut found = String::new();
    for path in left
        .keys()
        .chain(right.keys().filter(|path| !left.contains_key(*path)))
    {
        match (left.get(path), right.get(path)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) => {
                found.push_str(&format!("{path} differs: {}\n", first_difference(a, b)))
            }
            (Some(_), None) => found.push_str(&format!("{path} is in the first alone\n")),
            _ => found.push_str(&format!("{path} is in the second alone\n")),
        }
    }
    assert!(found.is_empty(), "{what}:\n{found}");
}

fn first_difference(a: &[u8], b: &[u8]) -> String {
    let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let near = |bytes: &[u8]| {
        let from = at.saturating_sub(40);
        let to = (at + 60).min(bytes.len());
        String::from_utf8_lossy(bytes.get(from..to).unwrap_or_default()).into_owned()
    };
    format!("at byte {at}: {:?} and {:?}", near(a), near(b))
}
