//! `offerbook build`.

use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};

use super::check::everything;
use super::terminal::Terminal;
use super::{Outcome, day, deny_list_elsewhere, now, slug};
use crate::config::clean_base_url;
use crate::diagnostics::Severity;
use crate::model::{Day, Slug};
use crate::output::{
    BuildOptions, BuildOutcome, NoProgress, PageWeight, Progress, build, kilobytes,
};
use crate::preview::watch;
use crate::source::Root;

/// Draw the site from what has been published.
///
/// What stands in content/ and has not been published stays off the site, and is listed. With
/// --drafts it is shown, and every page says so.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The folder to write to. It must be empty, or one that offerbook made.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// Build only these authorities, without the pages of the whole site.
    #[arg(long, value_name = "SLUG", value_parser = slug)]
    authority: Vec<Slug>,
    /// Show what is in content/ now, each page marked as a draft.
    #[arg(long)]
    drafts: bool,
    /// Where the site will stand on the web, in place of base_url in site-config.toml.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// The day on which the site is looked at: later versions are left out, and reviews are judged
    /// on that day. The latest day in the record, unless you say otherwise.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_at: Option<Day>,
    /// Write each text packed as well (.gz and .br), for web servers that send such files as they
    /// are.
    #[arg(long)]
    precompress: bool,
    /// Go on watching, and build again whenever something is saved.
    #[arg(long)]
    watch: bool,
}

fn base_url(text: &str) -> Result<String, String> {
    clean_base_url(text)
        .ok_or_else(|| "write a web address, such as https://example.org/".to_owned())
}

/// Runs the command.
pub fn run(root: &Root, options: &Options, terminal: &Terminal) -> Outcome {
    let out = if options.out.is_absolute() {
        options.out.clone()
    } else {
        root.folder().join(&options.out)
    };
    let settings = BuildOptions {
        out: out.clone(),
        authorities: options.authority.clone(),
        drafts: options.drafts,
        base_url: options.base_url.clone(),
        as_at: options.as_at,
        deny_list: deny_list_elsewhere(),
        precompress: options.precompress,
    };
    let outcome = once(root, &settings, terminal);
    if !options.watch {
        return outcome;
    }
    tell_problems(root, options, terminal);
    terminal.say("Watching for changes. Press Ctrl and C to stop.");
    let absolute = Root::new(std::path::absolute(root.folder()).unwrap_or_default());
    let watched = watch(root, &out, |paths| {
        if let Some(path) = paths.first() {
            terminal.say(&format!("\n{} has changed.", absolute.shown(path)));
        }
        once(root, &settings, terminal);
        tell_problems(root, options, terminal);
        true
    });
    match watched {
        Ok(()) => Outcome::Done,
        Err(error) => {
            terminal.wrong(&error.to_string());
            Outcome::Failed
        }
    }
}

/// Whoever watches is writing, and wants to know what is wrong with it.
fn tell_problems(root: &Root, options: &Options, terminal: &Terminal) {
    let as_at = options.as_at.unwrap_or_else(|| now().day());
    let (mut problems, texts) = everything(root, as_at);
    problems.retain(|one| one.severity == Severity::Error);
    terminal.problems(&problems, &texts);
}

#[expect(
    clippy::disallowed_methods,
    reason = "commands are where the clock is read"
)]
fn once(root: &Root, settings: &BuildOptions, terminal: &Terminal) -> Outcome {
    let started = std::time::Instant::now();
    let bar = terminal.shows_progress().then(Bar::new);
    let outcome = match &bar {
        Some(bar) => build(root, settings, bar),
        None => build(root, settings, &NoProgress),
    };
    drop(bar);
    terminal.problems(&outcome.problems.clone().sorted(), &outcome.texts);
    let Some(report) = outcome.report else {
        terminal.wrong("The site was not built; what was there before is unchanged.");
        return Outcome::Failed;
    };
    list_unpublished(&outcome, settings.drafts, terminal);
    if let Some(day) = outcome.judged_on {
        terminal.detail(&format!(
            "Reviews were judged on {}, the latest day in the record. Use --as-at for another.",
            day.in_words()
        ));
    }
    terminal.say(&format!(
        "{} pages: {} files written, {} unchanged, {} removed, in {:.2} seconds.",
        outcome.pages,
        report.written,
        report.unchanged,
        report.removed,
        started.elapsed().as_secs_f64()
    ));
    tell_weights(&outcome.heaviest, terminal);
    terminal.say(&format!(
        "Open {}",
        settings.out.join("index.html").display()
    ));
    Outcome::Done
}

/// The heaviest page, those over the budget, and with --verbose the heaviest of each sort.
fn tell_weights(heaviest: &[PageWeight], terminal: &Terminal) {
    let Some(first) = heaviest.first() else {
        return;
    };
    terminal.say(&format!(
        "Heaviest page, with all that it loads, compressed: {} ({})",
        first.in_words(),
        first.address.as_str()
    ));
    let mut told = Vec::new();
    for one in heaviest {
        if !told.contains(&one.template) {
            told.push(one.template);
            let name = one.template.split('.').next().unwrap_or(one.template);
            terminal.detail(&format!(
                "  {name}: {} ({}), {} as it stands",
                one.in_words(),
                one.address.as_str(),
                kilobytes(one.raw)
            ));
        }
    }
    let mut told = Vec::new();
    for one in heaviest.iter().filter(|one| one.is_over()) {
        // Pages of one sort are alike: the heaviest stands for them.
        if told.contains(&one.template) {
            continue;
        }
        told.push(one.template);
        terminal.wrong(&format!(
            "{} is heavier than theme.toml allows: {}, and not more than {} in {}.",
            one.address.as_str(),
            one.in_words(),
            kilobytes(one.limit),
            one.most_requests
        ));
    }
}

fn list_unpublished(outcome: &BuildOutcome, drafts: bool, terminal: &Terminal) {
    if outcome.unpublished.is_empty() {
        return;
    }
    let head = match drafts {
        true => "Shown as drafts, not published:",
        false => "Not published, and so not on the site:",
    };
    let mut text = format!("{head}\n");
    for one in &outcome.unpublished {
        let what = match (one.is_new, one.is_draft) {
            (_, true) => "says draft = true",
            (true, false) => "never published",
            (false, false) => "changed since its latest version",
        };
        text.push_str(&format!("  {}/{}: {what}", one.authority, one.publication));
        if one.errors > 0 {
            let plural = if one.errors == 1 { "" } else { "s" };
            text.push_str(&format!(
                "; {} error{plural}, see `offerbook check`",
                one.errors
            ));
        }
        text.push('\n');
    }
    terminal.say(&text);
}

/// Progress on a terminal.
struct Bar {
    bar: ProgressBar,
}

impl Bar {
    fn new() -> Self {
        let bar = ProgressBar::new(0);
        let style =
            ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos} of {len} councils")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style);
        bar.set_message("Drawing");
        Self { bar }
    }
}

impl Progress for Bar {
    fn authorities(&self, number: usize) {
        self.bar.set_length(number as u64);
    }

    fn page(&self) {
        self.bar.tick();
    }

    fn authority(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
