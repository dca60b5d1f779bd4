//! What a person types: one file a command. Here, and only here, the clock, the terminal and the
//! environment are read.

mod begin;
mod build;
mod check;
mod correction;
mod deny_list;
mod diff;
mod evidence;
mod find;
mod history;
mod init;
mod key;
mod keys;
mod new;
mod notice;
mod observe;
mod publish;
mod redact;
mod seal;
mod stamp;
mod terminal;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

use crate::model::{Day, Moment, Slug};
use crate::source::Root;

use terminal::Terminal;

/// Publishes councils' local offers and protocols as accessible, versioned web pages.
///
/// You write pages in the folder content/. `offerbook check` finds what is wrong, `offerbook
/// publish` makes a new version that nobody can change afterwards, and `offerbook build` draws
/// the site from what has been published.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct CommandLine {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    global: Global,
}

const EXIT_CODES: &str = "Exit codes: 0 all is well; 1 something is wrong, and has been said; \
                          2 the command was not understood.";

/// Options that every command has.
#[derive(Debug, Args)]
struct Global {
    /// The site's folder: the one that holds site-config.toml.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Whether to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// Say only what is wrong.
    #[arg(long, short, global = true)]
    quiet: bool,
    /// Say more.
    #[arg(long, short, global = true, conflicts_with = "quiet")]
    verbose: bool,
}

/// The commands; what each does is told where its options are.
#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Options),
    New(new::Options),
    Check(check::Options),
    Publish(publish::Options),
    Seal(seal::Options),
    Key(key::Options),
    Withdraw(notice::WithdrawOptions),
    Move(notice::MoveOptions),
    Redact(redact::Options),
    Stamp(stamp::Options),
    Observe(observe::Options),
    Build(build::Options),
    Verify(verify::Options),
    Evidence(evidence::Options),
    History(history::Options),
    Diff(diff::Options),
    DenyList(deny_list::Options),
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// For code hosts, which show it beside the lines (SARIF 2.1.0).
    Sarif,
}

/// What came of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// Something is wrong, and has been said.
    Failed,
}

/// Runs what was typed.
pub fn run() -> ExitCode {
    let line = CommandLine::parse();
    let root = Root::new(line.global.root);
    let terminal = Terminal::new(line.global.color, line.global.quiet, line.global.verbose);
    let outcome = match line.command {
        Command::Init(options) => init::run(&options, &terminal),
        Command::New(options) => new::run(&root, &options, &terminal),
        Command::Check(options) => check::run(&root, &options, &terminal),
        Command::Publish(options) => publish::run(&root, &options, &terminal),
        Command::Seal(options) => seal::run(&root, &options, &terminal),
        Command::Key(options) => key::run(&root, &options, &terminal),
        Command::Withdraw(options) => notice::withdraw(&root, &options, &terminal),
        Command::Move(options) => notice::r#move(&root, &options, &terminal),
        Command::Redact(options) => redact::run(&root, &options, &terminal),
        Command::Stamp(options) => stamp::run(&root, &options, &terminal),
        Command::Observe(options) => observe::run(&root, &options, &terminal),
        Command::Evidence(options) => evidence::run(&root, &options, &terminal),
        Command::Verify(options) => verify::run(&root, &options, &terminal),
        Command::Build(options) => build::run(&root, &options, &terminal),
        Command::History(options) => history::run(&root, &options, &terminal),
        Command::Diff(options) => diff::run(&root, &options, &terminal),
        Command::DenyList(options) => deny_list::run(&options, &terminal),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
    }
}

/// The deny list that the environment names, in place of the settings' one.
fn deny_list_elsewhere() -> Option<PathBuf> {
    std::env::var_os("OFFERBOOK_DENY_LIST")
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
}

/// The moment it is.
#[expect(
    clippy::disallowed_methods,
    reason = "commands are where the clock is read"
)]
fn now() -> Moment {
    Moment::new(jiff::Timestamp::now())
}

/// Reads an authority's name typed on the command line.
fn slug(text: &str) -> Result<Slug, String> {
    Slug::new(text).ok_or_else(|| "write the authority’s folder name, such as derby".to_owned())
}

/// Reads a day typed on the command line.
fn day(text: &str) -> Result<Day, String> {
    text.parse()
        .map_err(|()| "write a day that exists, such as 2026-07-01".to_owned())
}

/// Reads a moment typed on the command line.
fn moment(text: &str) -> Result<Moment, String> {
    text.parse().map_err(|()| {
        "write a day, such as 2026-07-01, or a moment, such as 2026-07-01T09:30:00Z".to_owned()
    })
}
