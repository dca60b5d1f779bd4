//! What changes are told in by the tables in English is what the terminal says.

use std::fs;
use std::path::Path;

use crate::changes::text::{Form, Holder, LinkChange, Note, Noun, Structure, TextWords, Way};
use crate::changes::{ActionField, ChangeWords, English, Label, RowSort, SignUpChange};
use crate::diagnostics::{Located, Place, Texts};
use crate::model::{
    Action, ActionStatus, ApprovedBy, Consultation, Day, Organisation, Review, Sector, SignUp,
    SignUpStatus,
};
use crate::theme::Words;
use crate::theme::words::WordFile;

/// What these words say, one after the other.
type Said = fn(&dyn ChangeWords, &dyn TextWords) -> Vec<String>;

/// The same is said by the terminal and by the tables.
fn is_said_alike(said: Said) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/words/en");
    let files: Vec<WordFile> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            WordFile {
                language: "en".to_owned(),
                shown: path.display().to_string(),
                text: fs::read_to_string(&path).unwrap(),
            }
        })
        .collect();
    let (all, problems) = Words::read(&files, &mut Texts::default());
    assert!(problems.is_empty(), "{problems:?}");
    let tables = all.get("en").unwrap();
    assert_eq!(said(tables, tables), said(&English, &English));
}

fn day(text: &str) -> Option<Day> {
    text.parse().ok()
}

#[test]
fn facts_are_called_alike() {
    is_said_alike(|words, _| {
        [
            Label::Title,
            Label::Summary,
            Label::Contact,
            Label::Kind,
            Label::Owner,
            Label::Sponsor,
            Label::Review,
            Label::InForceFrom,
            Label::ApprovedBy,
            Label::Consultation,
            Label::Replaces,
            Label::Reach,
            Label::PageOrder,
            Label::TopicsCovered,
            Label::TopicsNotApplicable,
            Label::DecisionTakenBy,
            Label::DecisionBody,
            Label::DecisionDate,
            Label::DecisionOutcome,
            Label::DecisionPapers,
            Label::MadeFrom,
            Label::Basis,
            Label::Law,
            Label::Who,
            Label::Age,
            Label::CareLeavers,
            Label::Arrangements,
            Label::Situations,
            Label::Amount,
            Label::HowToAsk,
            Label::WhoDecides,
            Label::HowLong,
            Label::IfRefused,
            Label::LastConfirmed,
            Label::Topics,
        ]
        .map(|label| words.label(label))
        .to_vec()
    });
}

#[test]
fn values_are_said_alike() {
    is_said_alike(|words, _| {
        let spans = ["1 month", "6 months", "1 year", "3 years"];
        let mut said: Vec<String> = spans
            .iter()
            .map(|span| words.review(Review::Every(span.parse().unwrap())))
            .collect();
        let date = day("2027-01-31").unwrap();
        said.push(words.review(Review::By(date)));
        said.push(words.approval(&ApprovedBy::Decision("2026-01-cabinet".to_owned())));
        said.push(words.approval(&ApprovedBy::Body {
            body: "Cabinet".to_owned(),
            date,
        }));
        for (from, to, who, report) in [
            ("2026-05-01", "2026-06-01", "care leavers", Some("answers")),
            ("2026-05-01", "", "", None),
            ("", "2026-06-01", "", Some("answers")),
            ("", "", "care leavers", None),
        ] {
            let who = Some(who.to_owned()).filter(|who| !who.is_empty());
            said.push(words.consultation(&Consultation {
                from: day(from),
                to: day(to),
                who: Vec::from_iter(who),
                report: report.map(|one| Located::new(one.to_owned(), Place::path("x"))),
                report_published: None,
            }));
        }
        said
    });
}

#[test]
fn rows_are_told_alike() {
    is_said_alike(|words, _| {
        let mut said = Vec::new();
        for (status, version, date, role) in [
            (
                SignUpStatus::Signed,
                Some("2026-07-01"),
                "2026-07-02",
                "Chief Officer",
            ),
            (SignUpStatus::Agreed, Some("2026-07-01"), "", ""),
            (SignUpStatus::Withdrawn, None, "2026-07-02", "Head"),
            (SignUpStatus::Invited, None, "", ""),
        ] {
            said.push(words.sign_up(&SignUp {
                organisation: Located::new("police".to_owned(), Place::path("x")),
                status,
                role: role.to_owned(),
                date: day(date),
                version: version.map(|id| Located::new(id.parse().unwrap(), Place::path("x"))),
                commitment: String::new(),
                place: Place::path("x"),
            }));
        }
        for change in [
            SignUpChange::Added { is: "b" },
            SignUpChange::Standing { was: "a", is: "b" },
            SignUpChange::Undertaking { was: "a", is: "b" },
            SignUpChange::Removed { was: "a" },
        ] {
            said.push(words.sign_up_change(change));
        }
        for due in ["2026-07-01", ""] {
            said.push(words.action(&Action {
                number: Located::new("1".to_owned(), Place::path("x")),
                action: "Do it".to_owned(),
                owner: "Head of A".to_owned(),
                due: day(due),
                measure: String::new(),
                status: ActionStatus::InProgress,
                updated: None,
                decision: None,
                place: Place::path("x"),
            }));
        }
        for field in [
            ActionField::Action,
            ActionField::Who,
            ActionField::Due,
            ActionField::Measure,
            ActionField::Status,
        ] {
            said.push(words.action_change(field, &words.nothing(), "b"));
        }
        let organisation = |slug: &str, provider: Option<&str>, ceased: &str| Organisation {
            slug: slug.to_owned(),
            name: slug.to_uppercase(),
            organisation_type: String::new(),
            sector: Sector::Provider,
            website: None,
            ceased: day(ceased),
            succeeded_by: Vec::new(),
            provider: provider.map(str::to_owned),
            place: Place::path("x"),
        };
        let all = [
            organisation("provider", None, ""),
            organisation("home", Some("provider"), ""),
            organisation("ceased", None, "2026-05-01"),
        ];
        for slug in ["provider", "home", "ceased", "unknown"] {
            said.push(words.organisation(&all, slug));
        }
        said.extend(
            [RowSort::Added, RowSort::Changed, RowSort::Removed].map(|sort| words.file(sort)),
        );
        said
    });
}

const NOUNS: [Noun; 10] = [
    Noun::Paragraph,
    Noun::Heading,
    Noun::ListItem,
    Noun::TableRow,
    Noun::TableColumn,
    Noun::Term,
    Noun::Definition,
    Noun::Caption,
    Noun::Preformatted,
    Noun::Rule,
];

#[test]
fn marked_texts_say_the_same() {
    is_said_alike(|_, words| {
        let mut said = vec![
            words.added(),
            words.removed(),
            words.no_words_changed(),
            words.rule(),
            words.read_full_text(),
            words.picture("A <house>"),
            words.tick(true),
            words.tick(false),
        ];
        let all = NOUNS.map(|noun| (noun, 2));
        said.push(words.unchanged(&all));
        for noun in NOUNS {
            said.push(words.unchanged(&[(noun, 3)]));
            for way in [Way::Up, Way::Down] {
                said.push(words.moved_away(&[(noun, 1)], way, Some("Money")));
                said.push(words.moved_away(&all, way, None));
                said.push(words.moved_here(way, Some("Money")));
                said.push(words.moved_here(way, None));
            }
        }
        for (from, to) in [
            (Some("/a"), Some("")),
            (None, Some("/b")),
            (Some("/a"), None),
        ] {
            said.push(words.link(&LinkChange {
                from: from.map(Into::into),
                to: to.map(Into::into),
            }));
        }
        said
    });
}

#[test]
fn notes_say_the_same() {
    is_said_alike(|_, words| {
        let mut changes = vec![
            Structure::HeadingCells,
            Structure::LowerHeading,
            Structure::HigherHeading,
            Structure::Numbered,
            Structure::Bulleted,
            Structure::Deeper,
            Structure::LessDeep,
            Structure::OwnItem,
            Structure::PartOfItemBefore,
            Structure::NumberedAs(1200),
            Structure::NumberedAnew,
            Structure::IntoBox("warning".into()),
            Structure::OutOfBox("warning".into()),
            Structure::Elsewhere,
            Structure::Exchanged {
                old: Form::Term,
                new: Form::ListItem,
            },
        ];
        for form in [
            Form::Heading,
            Form::HeadingRow,
            Form::ListItem,
            Form::Term,
            Form::Definition,
            Form::Summary,
            Form::Caption,
        ] {
            changes.extend([Structure::Becomes(form), Structure::NoLonger(form)]);
        }
        for holder in [Holder::Quotation, Holder::Details, Holder::Table] {
            changes.extend([Structure::Into(holder), Structure::OutOf(holder)]);
        }
        let mut notes = vec![Note::Formatting, Note::Picture];
        notes.extend(changes.into_iter().map(Note::Structure));
        notes
            .iter()
            .flat_map(|note| [true, false].map(|alone| words.note(note, alone)))
            .collect()
    });
}
