//! What is said of changes, from the tables: of facts and rows, and within the marked texts.

use super::changes::{blocks, one_block};
use super::decision::taken_by;
use super::supports::{ages, arrangement, basis, status, upper_first};
use super::words::action_status;
use crate::changes::text::{Form, Holder, LinkChange, Note, Noun, Structure, TextWords, Way};
use crate::changes::{ActionField, ChangeWords, Label, RowSort, SignUpChange};
use crate::model::{
    Action, ActionStatus, ApprovedBy, Basis, CareLeaverStatus, Consultation, Day,
    KinshipArrangement, Organisation, Review, SignUp, SignUpStatus, Support, TakenBy,
    organisation_name,
};
use crate::theme::Words;

impl ChangeWords for Words {
    fn label(&self, label: Label) -> String {
        self.say(match label {
            Label::Title => "facts-title",
            Label::Summary => "facts-summary",
            Label::Contact => "supports-contact",
            Label::Kind => "facts-kind",
            Label::Owner => "facts-owner",
            Label::Sponsor => "facts-sponsor",
            Label::Review => "status-review",
            Label::InForceFrom => "status-in-force-from",
            Label::ApprovedBy => "status-approved-by",
            Label::Consultation => "facts-consultation",
            Label::Replaces => "facts-replaces",
            Label::Reach => "facts-reach",
            Label::PageOrder => "facts-page-order",
            Label::TopicsCovered => "facts-topics-covered",
            Label::TopicsNotApplicable => "facts-topics-not-applicable",
            Label::DecisionTakenBy => "publication-taken-by",
            Label::DecisionBody => "publication-body",
            Label::DecisionDate => "facts-decision-date",
            Label::DecisionOutcome => "publication-outcome",
            Label::DecisionPapers => "publication-papers",
            Label::MadeFrom => "facts-made-from",
            Label::Basis => "facts-basis",
            Label::Law => "supports-law",
            Label::Who => "supports-who",
            Label::Age => "supports-age",
            Label::CareLeavers => "supports-for-care-leavers",
            Label::Arrangements => "facts-arrangements",
            Label::Situations => "facts-situations",
            Label::Amount => "supports-how-much",
            Label::HowToAsk => "supports-how-to-ask",
            Label::WhoDecides => "supports-who-decides",
            Label::HowLong => "supports-how-long",
            Label::IfRefused => "supports-if-refused",
            Label::LastConfirmed => "facts-last-confirmed",
            Label::Topics => "kinds-topics",
        })
    }

    fn day(&self, day: Day) -> String {
        self.day(day)
    }

    fn review(&self, review: Review) -> String {
        let months = match review {
            Review::By(day) => {
                return self.fill("facts-review-by", [("day", self.day(day).into())]);
            }
            Review::Every(months) => months.number(),
        };
        let (message, count) = match months % 12 {
            0 => ("facts-review-every-years", months / 12),
            _ => ("facts-review-every-months", months),
        };
        self.fill(message, [("count", count.into())])
    }

    fn approval(&self, approval: &ApprovedBy) -> String {
        match approval {
            ApprovedBy::Decision(slug) => {
                self.fill("facts-approved-by-decision", [("decision", slug.into())])
            }
            ApprovedBy::Body { body, date } => self.fill(
                "facts-approved-by-body",
                [("body", body.into()), ("day", self.day(*date).into())],
            ),
        }
    }

    fn consultation(&self, consultation: &Consultation) -> String {
        let from = consultation.from.map(|day| self.day(day));
        let to = consultation.to.map(|day| self.day(day));
        let when = match (from, to) {
            (Some(from), Some(to)) => Some(self.fill(
                "facts-consultation-from-to",
                [("from", from.into()), ("to", to.into())],
            )),
            (Some(from), None) => {
                Some(self.fill("facts-consultation-from", [("from", from.into())]))
            }
            (None, Some(to)) => Some(self.fill("facts-consultation-to", [("to", to.into())])),
            (None, None) => None,
        };
        let mut parts = Vec::from_iter(when);
        if !consultation.who.is_empty() {
            let people = consultation.who.join(", ");
            parts.push(self.fill("facts-consultation-with", [("people", people.into())]));
        }
        if let Some(report) = &consultation.report {
            let report = report.value.as_str();
            parts.push(self.fill("facts-consultation-report", [("report", report.into())]));
        }
        parts.join(" ")
    }

    fn taken_by(&self, one: TakenBy) -> String {
        taken_by(self, one)
    }

    fn basis(&self, one: Basis) -> String {
        basis(one, self)
    }

    fn ages(&self, support: &Support) -> Option<String> {
        ages(support, self)
    }

    fn care_leavers(&self, one: CareLeaverStatus) -> String {
        status(one, self)
    }

    fn arrangement(&self, one: KinshipArrangement) -> String {
        arrangement(one, self)
    }

    fn organisation(&self, all: &[Organisation], slug: &str) -> String {
        let name = organisation_name(all, slug);
        let one = all.iter().find(|one| one.slug == slug);
        let is_home = one.is_some_and(|one| one.provider.is_some());
        match (is_home, one.and_then(|one| one.ceased)) {
            (true, _) => self.fill("facts-organisation-home", [("name", name.into())]),
            (false, Some(day)) => self.fill(
                "facts-organisation-ceased",
                [("name", name.into()), ("day", self.day(day).into())],
            ),
            (false, None) => name.to_owned(),
        }
    }

    fn sign_up(&self, row: &SignUp) -> String {
        let mut standing = self.say(match row.status {
            SignUpStatus::Signed => "facts-signed",
            SignUpStatus::Agreed => "facts-agreed",
            SignUpStatus::Invited => "facts-invited",
            SignUpStatus::Withdrawn => "facts-withdrawn",
        });
        let version = row.version.as_ref().map(|id| id.value.to_string());
        let day = row.date.map(|day| self.day(day));
        standing = match (version, day) {
            (Some(version), Some(day)) => self.fill(
                "facts-standing-version-day",
                [
                    ("standing", standing.into()),
                    ("version", version.into()),
                    ("day", day.into()),
                ],
            ),
            (Some(version), None) => self.fill(
                "facts-standing-version",
                [("standing", standing.into()), ("version", version.into())],
            ),
            (None, Some(day)) => self.fill(
                "facts-standing-day",
                [("standing", standing.into()), ("day", day.into())],
            ),
            (None, None) => standing,
        };
        match row.role.is_empty() {
            true => standing,
            false => self.fill(
                "facts-standing-role",
                [("standing", standing.into()), ("role", (&row.role).into())],
            ),
        }
    }

    fn sign_up_change(&self, change: SignUpChange<'_>) -> String {
        match change {
            SignUpChange::Added { is } => self.fill("facts-sign-up-added", [("is", is.into())]),
            SignUpChange::Standing { was, is } => self.fill(
                "facts-sign-up-standing",
                [("was", was.into()), ("is", is.into())],
            ),
            SignUpChange::Undertaking { was, is } => self.fill(
                "facts-sign-up-undertaking",
                [("was", was.into()), ("is", is.into())],
            ),
            SignUpChange::Removed { was } => {
                self.fill("facts-sign-up-removed", [("was", was.into())])
            }
        }
    }

    fn action(&self, action: &Action) -> String {
        self.fill(
            "facts-action",
            [
                ("owner", (&action.owner).into()),
                ("due", self.due(action.due).into()),
                ("status", action_status(self, action.status).into()),
            ],
        )
    }

    fn action_change(&self, field: ActionField, was: &str, is: &str) -> String {
        let message = match field {
            ActionField::Action => "facts-action-action",
            ActionField::Who => "facts-action-who",
            ActionField::Due => "facts-action-due",
            ActionField::Measure => "facts-action-measure",
            ActionField::Status => "facts-action-status",
        };
        self.fill(message, [("was", was.into()), ("is", is.into())])
    }

    fn action_status(&self, status: ActionStatus) -> String {
        action_status(self, status)
    }

    fn due(&self, due: Option<Day>) -> String {
        due.map_or_else(|| self.say("facts-no-date"), |day| self.day(day))
    }

    fn nothing(&self) -> String {
        self.say("facts-nothing")
    }

    fn file(&self, sort: RowSort) -> String {
        self.say(match sort {
            RowSort::Added => "facts-file-added",
            RowSort::Changed => "facts-file-replaced",
            RowSort::Removed => "facts-file-removed",
        })
    }
}

impl TextWords for Words {
    fn added(&self) -> String {
        self.say("marks-added")
    }

    fn removed(&self) -> String {
        self.say("marks-removed")
    }

    fn no_words_changed(&self) -> String {
        self.say("changes-no-words")
    }

    fn rule(&self) -> String {
        self.say("changes-rule")
    }

    fn read_full_text(&self) -> String {
        self.say("marks-read-full-text")
    }

    fn unchanged(&self, left_out: &[(Noun, usize)]) -> String {
        match left_out {
            [(noun, count)] => self.fill(unchanged(*noun), [("count", (*count).into())]),
            several => {
                let blocks = listed(self, several);
                self.fill("marks-unchanged", [("blocks", blocks.into())])
            }
        }
    }

    fn moved_away(&self, moved: &[(Noun, usize)], way: Way, to: Option<&str>) -> String {
        let blocks = match moved {
            [(noun, 1)] => upper_first(&one_block(self, *noun)),
            several => listed(self, several),
        };
        let message = match (way, to) {
            (Way::Up, None) => "marks-moved-up",
            (Way::Down, None) => "marks-moved-down",
            (Way::Up, Some(_)) => "marks-moved-up-to",
            (Way::Down, Some(_)) => "marks-moved-down-to",
        };
        let heading = to.unwrap_or_default();
        self.fill(
            message,
            [("blocks", blocks.into()), ("heading", heading.into())],
        )
    }

    fn moved_here(&self, way: Way, from: Option<&str>) -> String {
        let message = match (way, from) {
            (Way::Up, None) => "marks-came-up",
            (Way::Down, None) => "marks-came-down",
            (Way::Up, Some(_)) => "marks-came-up-from",
            (Way::Down, Some(_)) => "marks-came-down-from",
        };
        self.fill(message, [("heading", from.unwrap_or_default().into())])
    }

    fn link(&self, change: &LinkChange) -> String {
        let shown = |address: &str| match address {
            "" => self.say("marks-this-page"),
            address => address.to_owned(),
        };
        match (change.from.as_deref(), change.to.as_deref()) {
            (Some(from), Some(to)) => self.fill(
                "marks-link-changed",
                [("from", shown(from).into()), ("to", shown(to).into())],
            ),
            (None, Some(to)) => self.fill("marks-link-added", [("to", shown(to).into())]),
            (Some(from), None) => self.fill("marks-link-removed", [("from", shown(from).into())]),
            (None, None) => String::new(),
        }
    }

    fn note(&self, note: &Note, alone: bool) -> String {
        match note {
            Note::Formatting if alone => self.say("marks-only-formatting"),
            Note::Formatting => self.say("marks-formatting-too"),
            Note::Picture => self.say("marks-picture-replaced"),
            Note::Structure(structure) => structure_in_words(self, structure),
            Note::Link(change) => self.link(change),
        }
    }

    fn picture(&self, alternative: &str) -> String {
        self.fill("marks-picture", [("alternative", alternative.into())])
    }

    fn tick(&self, is_ticked: bool) -> String {
        self.say(match is_ticked {
            true => "marks-ticked",
            false => "marks-not-ticked",
        })
    }
}

/// "2 paragraphs, 1 heading and 3 list items"
fn listed(words: &Words, counts: &[(Noun, usize)]) -> String {
    let counted: Vec<String> = counts
        .iter()
        .map(|(noun, count)| blocks(words, *noun, *count))
        .collect();
    words.list(&counted)
}

/// The message for blocks of one sort that are left out.
fn unchanged(noun: Noun) -> &'static str {
    match noun {
        Noun::Paragraph => "marks-unchanged-paragraphs",
        Noun::Heading => "marks-unchanged-headings",
        Noun::ListItem => "marks-unchanged-list-items",
        Noun::TableRow => "marks-unchanged-table-rows",
        Noun::TableColumn => "marks-unchanged-table-columns",
        Noun::Term => "marks-unchanged-terms",
        Noun::Definition => "marks-unchanged-definitions",
        Noun::Caption => "marks-unchanged-captions",
        Noun::Preformatted => "marks-unchanged-preformatted",
        Noun::Rule => "marks-unchanged-rules",
    }
}

fn structure_in_words(words: &Words, structure: &Structure) -> String {
    words.say(match structure {
        Structure::Becomes(form) => {
            return words.fill("marks-becomes", [("what", words.say(named(*form)).into())]);
        }
        Structure::NoLonger(form) => {
            return words.fill(
                "marks-no-longer",
                [("what", words.say(named(*form)).into())],
            );
        }
        Structure::Exchanged { old, new } => {
            let (old, new) = (words.say(named(*old)), words.say(named(*new)));
            return words.fill(
                "marks-exchanged",
                [("old", old.into()), ("new", new.into())],
            );
        }
        Structure::NumberedAs(number) => {
            return words.fill("marks-numbered-as", [("number", number.to_string().into())]);
        }
        Structure::IntoBox(kind) => {
            return words.fill("marks-into-box", [("kind", kind.as_ref().into())]);
        }
        Structure::OutOfBox(kind) => {
            return words.fill("marks-out-of-box", [("kind", kind.as_ref().into())]);
        }
        Structure::Into(Holder::Quotation) => "marks-into-quotation",
        Structure::Into(Holder::Details) => "marks-into-details",
        Structure::Into(Holder::Table) => "marks-into-table",
        Structure::OutOf(Holder::Quotation) => "marks-out-of-quotation",
        Structure::OutOf(Holder::Details) => "marks-out-of-details",
        Structure::OutOf(Holder::Table) => "marks-out-of-table",
        Structure::HeadingCells => "marks-heading-cells",
        Structure::LowerHeading => "marks-lower-heading",
        Structure::HigherHeading => "marks-higher-heading",
        Structure::Numbered => "marks-numbered",
        Structure::Bulleted => "marks-bulleted",
        Structure::Deeper => "marks-deeper",
        Structure::LessDeep => "marks-less-deep",
        Structure::OwnItem => "marks-own-item",
        Structure::PartOfItemBefore => "marks-part-of-item-before",
        Structure::NumberedAnew => "marks-numbered-anew",
        Structure::Elsewhere => "marks-elsewhere",
    })
}

/// The message for what a block is.
fn named(form: Form) -> &'static str {
    match form {
        Form::Heading => "marks-form-heading",
        Form::HeadingRow => "marks-form-heading-row",
        Form::ListItem => "marks-form-list-item",
        Form::Term => "marks-form-term",
        Form::Definition => "marks-form-definition",
        Form::Summary => "marks-form-summary",
        Form::Caption => "marks-form-caption",
    }
}
