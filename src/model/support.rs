//! One thing that somebody can get.

use super::{Body, Day};
use crate::diagnostics::{Located, Place};

/// One thing that somebody can get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// Its file's name, and the last part of its address.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The publications it belongs to.
    pub publications: Vec<Located<String>>,
    /// The topics it comes under.
    pub topics: Vec<Located<String>>,
    /// Whether it is a right or a choice of the council.
    pub basis: Basis,
    /// The law, where it is a right.
    pub reference: Option<String>,
    /// Who can get it, in words.
    pub who: String,
    /// The youngest age.
    pub age_from: Option<i64>,
    /// The oldest age.
    pub age_to: Option<i64>,
    /// For which care leavers; empty where it does not depend on it.
    pub care_leaver_status: Vec<CareLeaverStatus>,
    /// For which kinship arrangements; empty where it does not depend on it.
    pub kinship_arrangement: Vec<KinshipArrangement>,
    /// When it helps: "starting work".
    pub situations: Vec<String>,
    /// How much.
    pub amount: Option<String>,
    /// How to ask for it.
    pub how_to_claim: String,
    /// Who decides.
    pub who_decides: Option<String>,
    /// How long it takes.
    pub how_long: Option<String>,
    /// What to do when it is refused.
    pub if_refused: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// When the council last made sure that this is right.
    pub confirmed_on: Option<Day>,
    /// More about it.
    pub body: Body,
    /// Its file.
    pub place: Place,
}

impl Support {
    /// The ages in words, where it depends on age.
    pub fn ages(&self) -> Option<String> {
        match (self.age_from, self.age_to) {
            (Some(from), Some(to)) if from == to => Some(format!("Age {from}")),
            (Some(from), Some(to)) => Some(format!("Age {from} to {to}")),
            (Some(from), None) => Some(format!("From age {from}")),
            (None, Some(to)) => Some(format!("Up to age {to}")),
            (None, None) => None,
        }
    }
}

/// Whether a support is a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The law gives it.
    Law,
    /// The council chooses to give it.
    Discretionary,
}

impl Basis {
    /// The words used in front matter.
    pub const ALL: [(&'static str, Self); 2] =
        [("law", Self::Law), ("discretionary", Self::Discretionary)];

    /// As people read it.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Law => "A legal right",
            Self::Discretionary => "The council’s choice, not a legal right",
        }
    }
}

/// The statuses of care leavers in the Children Act 1989.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CareLeaverStatus {
    /// 16 or 17 and still in care.
    Eligible,
    /// 16 or 17 and has left care.
    Relevant,
    /// 18 or over and was eligible or relevant.
    FormerRelevant,
    /// Was in care for a shorter time, or is under special guardianship after care.
    Qualifying,
}

impl CareLeaverStatus {
    /// The words used in front matter, which people read too.
    pub const ALL: [(&'static str, Self); 4] = [
        ("eligible", Self::Eligible),
        ("relevant", Self::Relevant),
        ("former relevant", Self::FormerRelevant),
        ("qualifying", Self::Qualifying),
    ];

    /// The word.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, one)| *one == self)
            .map_or("", |(word, _)| word)
    }
}

/// The arrangements in which a relative or friend brings up a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KinshipArrangement {
    /// Between the family, without an order.
    Informal,
    /// Private fostering.
    PrivateFostering,
    /// Approved as a foster carer for this child.
    KinshipFosterCare,
    /// A child arrangements order.
    ChildArrangementsOrder,
    /// A special guardianship order.
    SpecialGuardianship,
    /// Adoption by a relative or friend.
    Adoption,
}

impl KinshipArrangement {
    /// The words used in front matter, which people read too.
    pub const ALL: [(&'static str, Self); 6] = [
        ("informal", Self::Informal),
        ("private fostering", Self::PrivateFostering),
        ("kinship foster care", Self::KinshipFosterCare),
        ("child arrangements order", Self::ChildArrangementsOrder),
        ("special guardianship", Self::SpecialGuardianship),
        ("adoption", Self::Adoption),
    ];

    /// The word.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, one)| *one == self)
            .map_or("", |(word, _)| word)
    }
}
