//! Topics of a kind against what a publication covers, on a day.

use crate::diagnostics::{Code, Diagnostic, Problems, Severity};
use crate::model::{Day, Kind, Level, MetBy, Publication, Status, Topic};

/// Where a publication stands on a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicCoverage<'k> {
    /// The topic.
    pub topic: &'k Topic,
    /// Where the publication stands.
    pub state: CoverageState,
    /// Whether the topic is asked on that day; an enacted duty that is not in force is not.
    pub asked: bool,
}

/// Where a publication stands on a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoverageState {
    /// Pages or headings cover it; none where another fact meets it.
    Met(Vec<Claim>),
    /// Nothing covers it, and it is asked.
    Missing,
    /// Nothing covers it, and it is not asked yet.
    Coming,
    /// It does not apply, for the reason given.
    NotApplicable(String),
}

/// A page or heading that covers a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The page's name.
    pub page: String,
    /// The heading's id; `None` for the page as a whole.
    pub heading: Option<String>,
    /// The words of the heading, or the title of the page.
    pub words: String,
}

/// The days whose law applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The day on which the publication is judged.
    pub on: Day,
    /// The day it was last updated: consultation is asked of updates, so the law of that day
    /// says whether it was.
    pub updated: Day,
}

/// Where a publication stands on every topic of its kind, on a day.
pub fn coverage<'k>(
    kind: &'k Kind,
    publication: &Publication,
    judged: Judged,
) -> Vec<TopicCoverage<'k>> {
    kind.topics
        .iter()
        .filter(|topic| is_for(topic, publication))
        .map(|topic| {
            let asked = is_asked(kind, topic, judged);
            TopicCoverage {
                topic,
                state: state(topic, publication, asked),
                asked,
            }
        })
        .collect()
}

/// A decision's topics depend on who took it.
fn is_for(topic: &Topic, publication: &Publication) -> bool {
    topic.taken_by.is_empty()
        || publication
            .decision
            .as_ref()
            .is_some_and(|decision| topic.taken_by.contains(&decision.taken_by.value))
}

fn is_asked(kind: &Kind, topic: &Topic, judged: Judged) -> bool {
    let day = match topic.met_by {
        MetBy::Consultation | MetBy::ConsultationReport => judged.updated,
        _ => judged.on,
    };
    let by_rule = |with_report: bool| {
        let mut rules = kind.consultations.iter();
        rules.any(|rule| rule.applies_on(day) && (rule.report || !with_report))
    };
    let is_ruled = match topic.met_by {
        MetBy::Consultation => kind.consultations.is_empty() || by_rule(false),
        MetBy::ConsultationReport => kind.consultations.is_empty() || by_rule(true),
        _ => true,
    };
    is_ruled
        && topic.status != Status::NotCommenced
        && topic.applies_from.is_none_or(|from| from <= day)
}

fn state(topic: &Topic, publication: &Publication, asked: bool) -> CoverageState {
    let control = &publication.control;
    // Whether somebody was consulted is a fact: no heading and no reason stands in for it.
    let is_fact = matches!(
        topic.met_by,
        MetBy::Consultation | MetBy::ConsultationReport
    );
    let reason = control
        .not_applicable
        .iter()
        .find(|one| one.topic.value == topic.id);
    if let Some(reason) = reason.filter(|_| !is_fact) {
        return CoverageState::NotApplicable(reason.because.clone());
    }
    // A decision says its reasons where readers can read them: a list of topics holds no words.
    let is_decision = publication.decision.is_some();
    let claims: Vec<Claim> = publication
        .claims()
        .filter(|(id, ..)| *id == topic.id)
        .filter(|(_, _, heading)| !is_decision || heading.is_some())
        .map(|(_, page, heading)| Claim {
            page: page.name.clone(),
            heading: heading.map(|heading| heading.id.clone()),
            words: heading.map_or_else(|| page.title.clone(), |heading| heading.text.clone()),
        })
        .collect();
    let consultation = control.consultation.as_ref();
    let by_fact = match topic.met_by {
        MetBy::Page => false,
        MetBy::Review => control.review.is_some(),
        MetBy::Consultation => {
            consultation.is_some_and(|facts| facts.who.iter().any(|who| !who.trim().is_empty()))
        }
        MetBy::ConsultationReport => consultation.is_some_and(|facts| facts.report.is_some()),
        MetBy::SignUps => publication
            .sign_ups
            .as_ref()
            .is_some_and(|rows| !rows.is_empty()),
        // Every page says its version and its dates.
        MetBy::Status => true,
        MetBy::Reach => control.reach.is_some(),
        MetBy::Owner => control.owner.is_some(),
        MetBy::DecisionDate => publication.decision.is_some(),
        MetBy::Papers => publication
            .decision
            .as_ref()
            .is_some_and(|decision| !decision.papers.is_empty()),
    };
    let needs_fact = is_fact || (is_decision && topic.met_by != MetBy::Page);
    if by_fact || (!claims.is_empty() && !needs_fact) {
        CoverageState::Met(claims)
    } else if asked {
        CoverageState::Missing
    } else {
        CoverageState::Coming
    }
}

/// Missing topics as problems: what the law asks as errors, guidance as warnings, the rest as
/// notes. What nobody has confirmed is never an error.
pub(super) fn report(kind: &Kind, publication: &Publication, judged: Judged) -> Problems {
    let mut problems = Problems::new();
    for one in coverage(kind, publication, judged) {
        let topic = one.topic;
        let on_consultation = matches!(
            topic.met_by,
            MetBy::Consultation | MetBy::ConsultationReport
        );
        // A duty that has begun, and did not touch what has not been updated since, is not coming.
        let has_begun = topic.applies_from.is_none_or(|from| from <= judged.on);
        if on_consultation && one.state == CoverageState::Coming && has_begun {
            continue;
        }
        let diagnostic = match &one.state {
            CoverageState::Missing => missing(kind, topic),
            CoverageState::Coming => coming(topic),
            CoverageState::NotApplicable(_) if one.asked && topic.level == Level::Must => {
                problems.extend(waived(publication, topic));
                continue;
            }
            _ => continue,
        };
        problems.push(diagnostic.at(&publication.kind.place));
    }
    problems
}

/// What the law asks of every council is left out with a reason: the reason had better be good.
fn waived(publication: &Publication, topic: &Topic) -> Problems {
    let mut reasons = publication.control.not_applicable.iter();
    let reason = reasons.find(|one| one.topic.value == topic.id);
    // What nobody has confirmed is not insisted on, and a decision may well lack a particular.
    let is_plain = !topic.if_appropriate && topic.checked_on.is_some();
    let Some(reason) = reason.filter(|_| is_plain && publication.decision.is_none()) else {
        return Problems::new();
    };
    Diagnostic::warning(
        Code::TopicMissing,
        format!(
            "left out, though the law asks it of every council: {} ({})",
            topic.label, topic.reference
        ),
    )
    .at(&reason.topic.place)
    .help("if there is nothing of the sort here, say so to readers under a heading of its own")
    .into()
}

fn missing(kind: &Kind, topic: &Topic) -> Diagnostic {
    let confirmed = topic.checked_on.is_some();
    let severity = match topic.level {
        Level::Must if topic.if_appropriate || !confirmed => Severity::Warning,
        Level::Must => Severity::Error,
        Level::Should => Severity::Warning,
        Level::Good => Severity::Note,
    };
    let code = if kind.slug == "decision" {
        Code::Decision
    } else {
        Code::TopicMissing
    };
    let reference = &topic.reference;
    let asks = match topic.level {
        Level::Must if topic.if_appropriate => {
            format!("the law asks it where the council thinks it right: {reference}")
        }
        Level::Must => format!("it must be covered: {reference}"),
        Level::Should => format!("it should be covered: {reference}"),
        Level::Good if reference.to_lowercase().contains("practice") => reference.clone(),
        Level::Good => format!("good practice: {reference}"),
    };
    // Practice needs no confirming; law and guidance do.
    let doubt = match (topic.level, &topic.checked_on) {
        (Level::Good, _) | (_, Some(_)) => "",
        (_, None) => "; not confirmed: read the source",
    };
    let message = format!("not covered: {} ({asks}{doubt})", topic.label);
    Diagnostic::new(severity, code, message)
        .label(topic.id.clone())
        .help(how_to_meet(kind, topic))
}

fn how_to_meet(kind: &Kind, topic: &Topic) -> String {
    let id = &topic.id;
    let unless = format!("; if it does not apply, say why in not_applicable (topic = \"{id}\")");
    match topic.met_by {
        MetBy::Page if kind.slug == "decision" => {
            format!("write it under a heading such as ## … {{#{id} covers={id}}}{unless}")
        }
        MetBy::Page => format!(
            "write it under a heading such as ## … {{#{id} covers={id}}}, or put covers = \
             [\"{id}\"] in the front matter of the page that covers it{unless}"
        ),
        MetBy::Review => "set review_by or review_every in the front matter".to_owned(),
        MetBy::Consultation => {
            "say who was consulted and when: [consultation] from, to, who; if you only mend a \
             mistake, publish it with --class correction"
                .to_owned()
        }
        MetBy::ConsultationReport => {
            "name the published report: [consultation] report = \"consultation.md\"; if you only \
             mend a mistake, publish it with --class correction"
                .to_owned()
        }
        MetBy::SignUps => "put a register sign-ups.csv beside the page".to_owned(),
        MetBy::Status => "the site shows it by itself".to_owned(),
        MetBy::Reach => format!(
            "say in the front matter how you make sure that people get what is relevant to \
             them: reach = \"…\"{unless}"
        ),
        MetBy::Owner => "name the role that keeps it right: owner = \"…\"".to_owned(),
        MetBy::DecisionDate => "set taken_by, body and date in the front matter".to_owned(),
        MetBy::Papers => {
            "list the papers in the front matter: papers = [{ title = \"…\" }]".to_owned()
        }
    }
}

fn coming(topic: &Topic) -> Diagnostic {
    let when = match topic.applies_from {
        Some(day) => format!("asked from {}", day.in_words()),
        None => "enacted; no date is set".to_owned(),
    };
    let doubt = match topic.checked_on {
        Some(_) => "",
        None => "; not confirmed: read the source",
    };
    Diagnostic::note(
        Code::TopicComing,
        format!(
            "coming ({when}): {} ({}{doubt})",
            topic.label, topic.reference
        ),
    )
    .label(topic.id.clone())
}
