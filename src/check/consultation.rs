//! What the law asks of consultation before something is published.
//!
//! The rules are data in the kinds: this module only knows what a rule can ask for. It is asked
//! of updates, on the day they are published; a correction, or a change of sign-ups, is no update.

use super::PublicationFacts;
use crate::diagnostics::{Code, Diagnostic, Located, Place, Problems, Severity};
use crate::model::{Consultation, ConsultationRule, Day, Kind, Publication};

/// The day whose rules on consultation apply to a publication as it stands in `content/`: the day
/// that is looked at if it becomes an update, else the day it was last updated.
pub(super) fn judged_on(as_at: Day, facts: &PublicationFacts) -> Day {
    if facts.is_new_update() {
        return as_at;
    }
    facts.last_update().unwrap_or(as_at)
}

/// Whether the consultation that the kind's rules ask for is complete.
pub(super) fn of_publication(
    kind: &Kind,
    publication: &Publication,
    as_at: Day,
    facts: &PublicationFacts,
) -> Problems {
    let mut problems = Problems::new();
    // Kinds that name consultation as a topic report it where it is missing altogether.
    let Some(consultation) = &publication.control.consultation else {
        return problems;
    };
    let day = judged_on(as_at, facts);
    let updated = facts.last_update().filter(|_| facts.is_new_update());
    for rule in &kind.consultations {
        if rule.applies_on(day) {
            let asked = Asked {
                rule,
                day,
                consultation,
            };
            asked.dates(&mut problems);
            asked.is_of_this_update(updated, &mut problems);
            if rule.report {
                asked.report(publication, &mut problems);
            }
        }
    }
    problems
}

/// A rule, and what was written down.
struct Asked<'a> {
    rule: &'a ConsultationRule,
    day: Day,
    consultation: &'a Located<Consultation>,
}

impl Asked<'_> {
    /// What nobody has confirmed is never an error.
    fn problem(&self, message: &str, place: &Place, help: &str) -> Diagnostic {
        let (severity, doubt) = match &self.rule.checked_on {
            Some(_) => (Severity::Error, ""),
            None => (Severity::Warning, "; not confirmed: read the source"),
        };
        let message = format!("{message} ({}{doubt})", self.rule.reference);
        Diagnostic::new(severity, Code::Consultation, message)
            .at(place)
            .help(format!(
                "{help}; if you only mend a mistake, publish it with --class correction"
            ))
    }

    fn dates(&self, problems: &mut Problems) {
        let consultation = &self.consultation.value;
        let place = &self.consultation.place;
        if consultation.from.is_none() && consultation.to.is_none() {
            problems.push(self.problem(
                "the consultation has no dates",
                place,
                "write from = 2026-03-01 and to = 2026-04-30",
            ));
        }
        let message = match consultation.from {
            Some(from) if from > self.day => "the consultation had not begun",
            _ => "the consultation had not ended",
        };
        if self.goes_on() {
            problems.push(self.problem(
                message,
                place,
                "publish after it has ended; from and to are its first and last day",
            ));
        }
    }

    /// Whether people could still answer on the day that is judged.
    fn goes_on(&self) -> bool {
        let consultation = &self.consultation.value;
        let last = consultation.to.or(consultation.from);
        last.is_some_and(|last| last > self.day)
    }

    /// One consultation cannot serve every later update: whether it was about this one, only the
    /// council knows.
    fn is_of_this_update(&self, updated: Option<Day>, problems: &mut Problems) {
        let consultation = &self.consultation.value;
        let (Some(updated), Some(last)) = (updated, consultation.to.or(consultation.from)) else {
            return;
        };
        if last <= updated {
            // What nobody has confirmed is not insisted on.
            let severity = match &self.rule.checked_on {
                Some(_) => Severity::Warning,
                None => Severity::Note,
            };
            let message = format!(
                "this consultation ended on {}, before the last update, of {} ({})",
                last.in_words(),
                updated.in_words(),
                self.rule.reference
            );
            problems.push(
                Diagnostic::new(severity, Code::Consultation, message)
                    .at(&self.consultation.place)
                    .help(
                        "if people were asked about this update, write when and by what report; if \
                     you only mend a mistake, publish it with --class correction",
                    ),
            );
        }
    }

    fn report(&self, publication: &Publication, problems: &mut Problems) {
        let consultation = &self.consultation.value;
        let place = &self.consultation.place;
        if consultation
            .report_published
            .is_some_and(|published| published > self.day)
        {
            problems.push(self.problem(
                "the report on the consultation comes after the offer",
                place,
                "publish the report no later than the offer",
            ));
        }
        let Some(named) = &consultation.report else {
            return;
        };
        if consultation.report_published.is_none() {
            problems.push(self.problem(
                "it is not said when the report on the consultation was published",
                place,
                "write report_published = 2026-06-01",
            ));
        }
        let last = consultation.to.or(consultation.from);
        let published = consultation.report_published;
        // Where people can still answer, that has been told.
        if let (Some(last), Some(published)) = (last, published)
            && published < last
            && !self.goes_on()
        {
            problems.push(self.problem(
                "the report on the consultation was published before the consultation ended",
                place,
                "report_published is the day on which readers could first read the report",
            ));
        }
        problems.extend(wrong_report(named, publication));
    }
}

/// A report that is not there is a mistake, whatever the law says.
fn wrong_report(named: &Located<String>, publication: &Publication) -> Problems {
    let text = named.value.as_str();
    let page = text.trim_end_matches(".md");
    let message = match text.split_once("://") {
        Some(("https" | "http", rest)) if rest.contains('.') => return Problems::new(),
        Some(_) => format!("“{text}” is not the address of a page"),
        None if page == "index" => "the offer itself is not the report on it".to_owned(),
        None if publication.pages.iter().any(|one| one.name == page) => return Problems::new(),
        None if publication.attachments.iter().any(|one| one.path == text) => {
            return Problems::new();
        }
        None => format!("there is no page or file “{text}” in this publication"),
    };
    Diagnostic::error(Code::Consultation, message)
        .at(&named.place)
        .help(
            "name the page that holds the report, such as \"consultation.md\", a file to \
             download, such as \"files/report.pdf\", or a full web address",
        )
        .into()
}
