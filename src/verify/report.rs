//! What verifying found, for people and for programs.

use std::fmt::Write;

use serde::Serialize;

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It was checked and holds.
    Holds,
    /// It was checked and does not hold.
    DoesNotHold,
    /// It cannot be known from what is here.
    CannotBeKnown,
    /// Good to know.
    Note,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What became of it.
    pub verdict: Verdict,
    /// In one or two sentences.
    pub text: String,
    /// Each case, where there are several.
    pub details: Vec<String>,
}

/// Everything that was found about one authority's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The authority's slug.
    pub authority: String,
    /// The folder or address that was looked at.
    pub place: String,
    /// How many entries the latest checkpoint covers.
    pub entries: u64,
    /// The latest checkpoint.
    pub checkpoint: Option<String>,
    /// What was found, in the order in which it was looked at.
    pub findings: Vec<Finding>,
    /// Every version.
    pub versions: Vec<VersionTold>,
}

/// What is known of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionTold {
    /// The publication.
    pub publication: String,
    /// The version.
    pub version: String,
    /// Its place in the log.
    pub index: Option<u64>,
    /// How it stands.
    pub state: VersionState,
    /// When it was recorded, as its entry says.
    pub recorded: Option<String>,
    /// When the public could first read it, as its `record.txt` says.
    pub published: Option<String>,
    /// Whether that is the council's word only.
    pub is_stated: bool,
    /// The first outside time that covers it, with whose it is.
    pub existed_by: Option<String>,
}

/// How a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VersionState {
    /// Its texts are what was recorded.
    Whole,
    /// A part was withheld by a notice; the rest is as the notice says.
    PartWithheld,
    /// It has no place in the log yet.
    NotSealed,
    /// Something about it does not hold.
    Damaged,
    /// Its texts are not here to be looked at.
    NotHere,
}

impl Finding {
    /// Something that holds.
    pub fn holds(text: impl Into<String>) -> Self {
        Self::new(Verdict::Holds, text)
    }

    /// Something that does not.
    pub fn fails(text: impl Into<String>) -> Self {
        Self::new(Verdict::DoesNotHold, text)
    }

    /// Something that cannot be known.
    pub fn unknown(text: impl Into<String>) -> Self {
        Self::new(Verdict::CannotBeKnown, text)
    }

    /// Something that is good to know.
    pub fn note(text: impl Into<String>) -> Self {
        Self::new(Verdict::Note, text)
    }

    fn new(verdict: Verdict, text: impl Into<String>) -> Self {
        Self {
            verdict,
            text: text.into(),
            details: Vec::new(),
        }
    }

    /// With each case.
    #[must_use]
    pub fn with(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }
}

/// How many cases are printed; a program gets all of them.
const SHOWN: usize = 12;

impl Report {
    /// Whether everything that was checked holds.
    pub fn holds(&self) -> bool {
        self.count(Verdict::DoesNotHold) == 0
    }

    /// How many findings there are of a sort.
    pub fn count(&self, verdict: Verdict) -> usize {
        let of = self.findings.iter();
        of.filter(|one| one.verdict == verdict).count()
    }

    /// For people.
    pub fn told(&self) -> String {
        let mut text = format!("The record of {}, in {}\n", self.authority, self.place);
        for (verdict, head) in [
            (Verdict::DoesNotHold, "DOES NOT HOLD"),
            (Verdict::Holds, "Holds"),
            (Verdict::CannotBeKnown, "Cannot be known from what is here"),
            (Verdict::Note, "Good to know"),
        ] {
            if self.count(verdict) == 0 {
                continue;
            }
            let _ = writeln!(text, "\n{head}");
            let findings = self.findings.iter();
            for finding in findings.filter(|one| one.verdict == verdict) {
                let _ = writeln!(text, "  - {}", finding.text.replace('\n', "\n    "));
                for detail in finding.details.iter().take(SHOWN) {
                    let _ = writeln!(text, "      {}", detail.replace('\n', "\n      "));
                }
                if finding.details.len() > SHOWN {
                    let more = finding.details.len() - SHOWN;
                    let _ = writeln!(text, "      and {more} more (--format json has all)");
                }
            }
        }
        let _ = match self.count(Verdict::DoesNotHold) {
            0 => writeln!(text, "\nAll that could be checked holds."),
            1 => writeln!(text, "\n1 thing does not hold: see above."),
            number => writeln!(text, "\n{number} things do not hold: see above."),
        };
        text
    }
}

/// "1 entry", "2 entries".
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}
