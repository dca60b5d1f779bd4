//! What a comparison says in English: on the terminal, and in tests.

use super::blocks::Noun;
use super::notes::{Form, Holder, LinkChange, Note, Structure};
use super::places::capitalised;
use super::saying::{TextWords, Way};
use crate::changes::English;

impl TextWords for English {
    fn added(&self) -> String {
        "added:".to_owned()
    }

    fn removed(&self) -> String {
        "removed:".to_owned()
    }

    fn no_words_changed(&self) -> String {
        "No words changed".to_owned()
    }

    fn rule(&self) -> String {
        Noun::Rule.singular().to_owned()
    }

    fn read_full_text(&self) -> String {
        "read the full text".to_owned()
    }

    fn unchanged(&self, blocks: &[(Noun, usize)]) -> String {
        match blocks {
            [(noun, count)] => format!("{count} unchanged {}", noun.counted(*count)),
            blocks => format!("{} unchanged", in_words(blocks)),
        }
    }

    fn moved_away(&self, blocks: &[(Noun, usize)], way: Way, to: Option<&str>) -> String {
        let subject = match blocks {
            [(noun, 1)] => capitalised(noun.singular()),
            blocks => in_words(blocks),
        };
        let way = way_in_words(way);
        match to {
            Some(heading) => format!("{subject} moved {way} to “{heading}”"),
            None => format!("{subject} moved {way}"),
        }
    }

    fn moved_here(&self, way: Way, from: Option<&str>) -> String {
        let way = way_in_words(way);
        match from {
            Some(heading) => format!("moved {way} from “{heading}”"),
            None => format!("moved {way}"),
        }
    }

    fn link(&self, change: &LinkChange) -> String {
        match (&change.from, &change.to) {
            (Some(from), Some(to)) => {
                format!("link changed from {} to {}", shown(from), shown(to))
            }
            (None, Some(to)) => format!("link added, to {}", shown(to)),
            (Some(from), None) => format!("link removed, it went to {}", shown(from)),
            (None, None) => String::new(),
        }
    }

    fn note(&self, note: &Note, alone: bool) -> String {
        match note {
            Note::Formatting if alone => "only the formatting changed".to_owned(),
            Note::Formatting => "the formatting changed too".to_owned(),
            Note::Picture => "a picture was replaced".to_owned(),
            Note::Structure(structure) => structure_in_words(structure),
            Note::Link(change) => self.link(change),
        }
    }

    fn picture(&self, alternative: &str) -> String {
        format!("picture: {alternative}")
    }

    fn tick(&self, is_ticked: bool) -> String {
        match is_ticked {
            true => "ticked".to_owned(),
            false => "not ticked".to_owned(),
        }
    }
}

fn way_in_words(way: Way) -> &'static str {
    match way {
        Way::Up => "up",
        Way::Down => "down",
    }
}

fn shown(address: &str) -> &str {
    if address.is_empty() {
        "this page"
    } else {
        address
    }
}

/// "2 paragraphs, 1 heading and 3 list items"
fn in_words(counts: &[(Noun, usize)]) -> String {
    let words: Vec<String> = counts
        .iter()
        .map(|(noun, count)| format!("{count} {}", noun.counted(*count)))
        .collect();
    match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => words.concat(),
    }
}

fn structure_in_words(structure: &Structure) -> String {
    let phrase = match structure {
        Structure::Becomes(form) => return format!("now {}", form_in_words(*form)),
        Structure::NoLonger(form) => return format!("no longer {}", form_in_words(*form)),
        Structure::Exchanged { old, new } => {
            return format!(
                "now {}, before {}",
                form_in_words(*new),
                form_in_words(*old)
            );
        }
        Structure::Into(holder) => return format!("now {}", holder_in_words(*holder)),
        Structure::OutOf(holder) => return format!("no longer {}", holder_in_words(*holder)),
        Structure::IntoBox(kind) => return format!("now in a box of the kind “{kind}”"),
        Structure::OutOfBox(kind) => return format!("no longer in a box of the kind “{kind}”"),
        Structure::NumberedAs(number) => return format!("now numbered {number}"),
        Structure::HeadingCells => "heading cells changed",
        Structure::LowerHeading => "now a heading of a lower level",
        Structure::HigherHeading => "now a heading of a higher level",
        Structure::Numbered => "now numbered",
        Structure::Bulleted => "now with a bullet instead of a number",
        Structure::Deeper => "now deeper in the list",
        Structure::LessDeep => "now less deep in the list",
        Structure::OwnItem => "now an item of its own",
        Structure::PartOfItemBefore => "now part of the item before",
        Structure::NumberedAnew => "numbered anew",
        Structure::Elsewhere => "now at another place in the structure",
    };
    phrase.to_owned()
}

fn form_in_words(form: Form) -> &'static str {
    match form {
        Form::Heading => "a heading",
        Form::HeadingRow => "a row of headings",
        Form::ListItem => "a list item",
        Form::Term => "a term",
        Form::Definition => "a definition",
        Form::Summary => "the title of a part that opens",
        Form::Caption => "a caption",
    }
}

fn holder_in_words(holder: Holder) -> &'static str {
    match holder {
        Holder::Quotation => "in a quotation",
        Holder::Details => "in a part that opens",
        Holder::Table => "in a table",
    }
}
