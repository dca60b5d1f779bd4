//! The sorts of things that are found, and the words for them.

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A National Insurance number (HMRC, NIM39110).
    NationalInsurance,
    /// An NHS number: ten digits, the last of which checks the others (modulus 11).
    NhsNumber,
    /// A unique pupil number (UPN), permanent or temporary.
    PupilNumber,
    /// A unique learner number (ULN).
    LearnerNumber,
    /// The day on which somebody was born.
    DateOfBirth,
    /// An e-mail address of one person.
    PersonalEmail,
    /// A mobile telephone number in the United Kingdom.
    MobileNumber,
    /// A full postcode that no public building stands beside.
    HomePostcode,
    /// A number under which a case about a child is kept, by a council or a court.
    CaseReference,
    /// A count of one to five children or young people.
    SmallNumber,
    /// A share of children or young people of whom only one to five are meant.
    SmallShare,
    /// The only suppressed cell of a row or column that has a total.
    LoneSuppressedCell,
    /// "None" of fewer than ten children or young people.
    NoneOfFew,
}

impl Sort {
    /// What was found, in words that fit into a sentence: "an NHS number".
    pub fn what(self) -> &'static str {
        match self {
            Self::NationalInsurance => "a National Insurance number",
            Self::NhsNumber => "an NHS number",
            Self::PupilNumber => "a unique pupil number (UPN)",
            Self::LearnerNumber => "a unique learner number (ULN)",
            Self::DateOfBirth => "a date of birth",
            Self::PersonalEmail => "one person’s e-mail address",
            Self::MobileNumber => "a mobile phone number",
            Self::HomePostcode => "a postcode that may be of somebody’s home",
            Self::CaseReference => "a case reference",
            Self::SmallNumber => "a number of children from 1 to 5",
            Self::SmallShare => "a share that stands for 1 to 5 children",
            Self::LoneSuppressedCell => "a hidden number that can be worked out from the total",
            Self::NoneOfFew => "“none” out of fewer than ten children",
        }
    }

    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Self::NationalInsurance | Self::NhsNumber | Self::PupilNumber | Self::LearnerNumber => {
                "take the number out: it belongs to one person, and no reader needs it. If it has \
                 been published before, tell your data protection officer"
            }
            Self::DateOfBirth => {
                "take the date out; if age matters, write an age group such as “16 and 17”"
            }
            Self::PersonalEmail => {
                "give a team’s address instead, such as leavingcare@ your council: it still works \
                 when the person has left"
            }
            Self::MobileNumber => {
                "take it out if it is one person’s own number. If a team answers it, say whose \
                 phone it is beside it"
            }
            Self::HomePostcode => {
                "take it out if a child, a carer or a children’s home is there. If it is an \
                 office, put the name of the building in the same line"
            }
            Self::CaseReference => {
                "take the reference out: whoever can look it up knows which child is meant"
            }
            Self::SmallNumber => {
                "readers may work out who is meant. Write “fewer than 6”, put groups or years \
                 together, or leave the number out"
            }
            Self::SmallShare => {
                "readers can work the small number out. Leave out the number that the share is \
                 taken from, or put groups or years together"
            }
            Self::LoneSuppressedCell => {
                "hide the next smallest number in the same row or column too, or leave out the \
                 total"
            }
            Self::NoneOfFew => {
                "in a small group, “none” says something about every child in it. Think about who \
                 could be recognised, and put groups or years together if in doubt"
            }
        }
    }

    /// Whether it identifies a person, so that messages must never show it in full.
    pub fn is_secret(self) -> bool {
        match self {
            Self::NationalInsurance
            | Self::NhsNumber
            | Self::PupilNumber
            | Self::LearnerNumber
            | Self::DateOfBirth
            | Self::PersonalEmail
            | Self::MobileNumber
            | Self::HomePostcode
            | Self::CaseReference => true,
            Self::SmallNumber | Self::SmallShare | Self::LoneSuppressedCell | Self::NoneOfFew => {
                false
            }
        }
    }

    #[cfg(test)]
    /// A short name without spaces, for settings and reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::NationalInsurance => "national-insurance-number",
            Self::NhsNumber => "nhs-number",
            Self::PupilNumber => "pupil-number",
            Self::LearnerNumber => "learner-number",
            Self::DateOfBirth => "date-of-birth",
            Self::PersonalEmail => "personal-email",
            Self::MobileNumber => "mobile-number",
            Self::HomePostcode => "home-postcode",
            Self::CaseReference => "case-reference",
            Self::SmallNumber => "small-number",
            Self::SmallShare => "small-share",
            Self::LoneSuppressedCell => "lone-suppressed-cell",
            Self::NoneOfFew => "none-of-few",
        }
    }
}
