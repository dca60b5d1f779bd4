//! `offerbook withdraw` and `offerbook move`.

use std::fs;

use super::begin::{begin, clock_is_right, salt};
use super::find::{Target, known_authority, publication, unknown};
use super::terminal::Terminal;
use super::{Outcome, deny_list_elsewhere};
use crate::check::said;
use crate::diagnostics::Texts;
use crate::model::{Notice, NoticeSays, Slug};
use crate::output::Workspace;
use crate::record::{AuthorityFolder, Disk, NoticeText, give_notice, read_log, read_record};
use crate::source::Root;

/// Withdraw a publication: its pages say so, and its versions stay readable.
///
/// To bring it back, publish it again, by its name.
#[derive(Debug, clap::Args)]
pub struct WithdrawOptions {
    /// The publication, such as derby/concordat.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
    #[command(flatten)]
    why: Why,
}

/// Say that a publication is found elsewhere now: its old address leads there.
///
/// Within this site, its folder in content/ is renamed as well. Its versions stay where they are.
#[derive(Debug, clap::Args)]
pub struct MoveOptions {
    /// The publication, such as derby/concordat.
    #[arg(value_name = "AUTHORITY/PUBLICATION", value_parser = publication)]
    publication: (Slug, Slug),
    /// Where it is found now: a name such as derby/missing-children, or a full web address.
    #[arg(value_name = "TO", value_parser = destination)]
    to: Destination,
    #[command(flatten)]
    why: Why,
}

/// The reason, and whose order it was.
#[derive(Debug, clap::Args)]
struct Why {
    /// Why, in a sentence for readers. Name nobody: it stays in the record.
    #[arg(long, value_name = "TEXT", value_parser = words)]
    reason: String,
    /// Who ordered it: a role or a body, such as "Director of Children’s Services".
    #[arg(long, value_name = "ROLE", value_parser = words)]
    by: String,
}

/// Where something is found now.
#[derive(Clone, Debug)]
enum Destination {
    Here(Slug, Slug),
    Elsewhere(String),
}

fn destination(text: &str) -> Result<Destination, String> {
    if text.starts_with("https://") || text.starts_with("http://") {
        let plain = !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
        return match plain {
            true => Ok(Destination::Elsewhere(text.to_owned())),
            false => Err("a web address has no spaces, quotes or angle brackets".to_owned()),
        };
    }
    let target: Target = text.parse()?;
    match target.publication {
        Some(publication) => Ok(Destination::Here(target.authority, publication)),
        None => Err("name a publication as well, such as derby/missing-children".to_owned()),
    }
}

/// Words on one line, at least one.
pub fn words(text: &str) -> Result<String, String> {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.is_empty() {
        true => Err("say it in a few words".to_owned()),
        false => Ok(words),
    }
}

/// Whether words may go into the record; what is wrong with them is told.
pub fn may_be_said(workspace: &Workspace, all: &[(&str, &str)], terminal: &Terminal) -> bool {
    let (deny_list, mut problems) = workspace.deny_list(deny_list_elsewhere().as_deref());
    for (option, words) in all {
        problems.extend(said(option, words, &deny_list));
    }
    if !problems.is_empty() {
        terminal.problems(&problems, &Texts::default());
    }
    if problems.has_errors() {
        terminal.wrong("Nothing was recorded: mend the errors first.");
    }
    !problems.has_errors()
}

/// Runs `withdraw`.
pub fn withdraw(root: &Root, options: &WithdrawOptions, terminal: &Terminal) -> Outcome {
    let (authority, publication) = &options.publication;
    let told = |name: &str| {
        format!(
            "{name} is withdrawn. Its pages will say so from the next build on; its versions stay \
             readable.\nTo bring it back, name it: `offerbook publish {name}`. While its folder \
             stays in content/, it also comes back once it is changed: say draft = true there, or \
             remove it."
        )
    };
    give(
        root,
        (authority, publication),
        NoticeSays::Withdrawn,
        &options.why,
        terminal,
        || Ok(()),
        told,
    )
}

/// Runs `move`.
pub fn r#move(root: &Root, options: &MoveOptions, terminal: &Terminal) -> Outcome {
    let (authority, publication) = &options.publication;
    let (to, shown) = match &options.to {
        Destination::Elsewhere(address) => (address.clone(), address.clone()),
        Destination::Here(to, name) if (to, name) == (authority, publication) => {
            terminal.wrong("It is there already: name another place.");
            return Outcome::Failed;
        }
        Destination::Here(to, name) => (format!("/{to}/{name}/"), format!("{to}/{name}")),
    };
    let rename = || match &options.to {
        Destination::Here(to, name) => rename_content(root, (authority, publication), (to, name)),
        Destination::Elsewhere(_) => Ok(()),
    };
    let is_here = matches!(options.to, Destination::Here(..));
    let told = |name: &str| {
        let next = match is_here {
            true => format!("\nPublish {shown} next, so that it is there."),
            false => String::new(),
        };
        format!(
            "{name} has moved to {shown}. Its old address will lead there from the next build on; \
             its versions stay where they are.{next}"
        )
    };
    give(
        root,
        (authority, publication),
        NoticeSays::Moved { to },
        &options.why,
        terminal,
        rename,
        told,
    )
}

/// Records a notice about a publication.
fn give(
    root: &Root,
    (authority, publication): (&Slug, &Slug),
    says: NoticeSays,
    why: &Why,
    terminal: &Terminal,
    besides: impl FnOnce() -> Result<(), String>,
    told: impl FnOnce(&str) -> String,
) -> Outcome {
    let (workspace, _) = Workspace::read(root.clone());
    let found = known_authority(&workspace, authority);
    if found.has_errors() {
        terminal.problems(&found, &Texts::default());
        return Outcome::Failed;
    }
    let to = match &says {
        NoticeSays::Moved { to } => to.as_str(),
        _ => "",
    };
    let words = [
        ("--reason", why.reason.as_str()),
        ("--by", why.by.as_str()),
        ("TO", to),
    ];
    if !may_be_said(&workspace, &words, terminal) {
        return Outcome::Failed;
    }
    let Some(_held) = begin(root, authority, terminal) else {
        return Outcome::Failed;
    };
    let (record, _) = read_record(root, authority);
    let versions = record.of(publication);
    let Some(latest) = versions.last() else {
        let known = || record.publications().into_iter().map(Slug::as_str);
        let what = format!("published publication of {authority}");
        terminal.problems(
            &unknown(&what, publication.as_str(), known),
            &Texts::default(),
        );
        return Outcome::Failed;
    };
    let name = format!("{authority}/{publication}");
    let (log, _) = read_log(root, authority);
    let ended = log.notices.iter().any(|one| {
        let notice = &one.value.notice;
        notice.publication == *publication
            && !matches!(notice.says, NoticeSays::Withheld { .. })
            && notice.recorded >= latest.record.recorded
    });
    if ended {
        terminal.wrong(&format!("{name} has been withdrawn or moved already."));
        return Outcome::Failed;
    }
    let now = match clock_is_right(root, authority, &log) {
        Ok(now) => now,
        Err(why) => {
            terminal.wrong(&why);
            return Outcome::Failed;
        }
    };
    let Some(salt) = salt(terminal) else {
        return Outcome::Failed;
    };
    if let Err(why) = besides() {
        terminal.wrong(&why);
        return Outcome::Failed;
    }
    let text = NoticeText {
        authority: authority.clone(),
        notice: Notice {
            publication: publication.clone(),
            recorded: now,
            by: why.by.clone(),
            reason: why.reason.clone(),
            says,
        },
        salt,
    };
    let folder = AuthorityFolder::new(root, authority);
    match give_notice(&Disk::new(), &folder, &text) {
        Ok(()) => {
            terminal.result(&told(&name));
            Outcome::Done
        }
        Err(error) => {
            terminal.wrong(&format!("The notice cannot be recorded: {error}"));
            Outcome::Failed
        }
    }
}

/// Renames a publication's folder or file in `content/`, where it has one.
fn rename_content(
    root: &Root,
    (authority, publication): (&Slug, &Slug),
    (to, name): (&Slug, &Slug),
) -> Result<(), String> {
    let old = root.content().join(authority.as_str());
    let new = root.content().join(to.as_str());
    if !new.is_dir() {
        return Err(format!("There is no authority {to} in content/."));
    }
    for ending in ["", ".md"] {
        let from = old.join(format!("{publication}{ending}"));
        let target = new.join(format!("{name}{ending}"));
        if !from.exists() {
            continue;
        }
        if target.exists() {
            return Err(format!(
                "{} is there already: choose another name.",
                root.shown(&target)
            ));
        }
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(|error| error.to_string())?;
        }
        return fs::rename(&from, &target)
            .map_err(|error| format!("{} cannot be renamed: {error}", root.shown(&from)));
    }
    Ok(())
}
