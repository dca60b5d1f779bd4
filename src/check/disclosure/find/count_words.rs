//! The words by which [`super::counts`] tells a count of children from a rule, a limit or a rank.

/// Words right before a number that make it no count: a limit, an age, a family.
pub(super) const NO_COUNT_BEFORE: &[&str] = &[
    "least", "most", "per", "each", "every", "any", "aged", "age", "ages", "first", "next", "than",
    "under", "over", "to", "or", "nor", "their", "his", "her", "your", "my", "whose", "like",
];

/// Words right before a number that make it a rank or a place in a text: "level 3 children".
pub(super) const RANKS: &[&str] = &[
    "level",
    "levels",
    "tier",
    "stage",
    "year",
    "years",
    "step",
    "priority",
    "section",
    "part",
    "paragraph",
    "chapter",
    "table",
    "figure",
    "page",
    "phase",
    "option",
    "objective",
    "standard",
    "aim",
    "outcome",
    "goal",
    "question",
    "pledge",
    "promise",
    "version",
    "annex",
    "appendix",
    "schedule",
    "article",
    "regulation",
    "rule",
    "theme",
    "group",
];

/// Words before "year" that make it a time and no rank: "last year 3 children…".
pub(super) const TIMES: &[&str] = &[
    "last",
    "this",
    "that",
    "the",
    "previous",
    "past",
    "same",
    "a",
    "next",
    "each",
    "every",
    "financial",
    "calendar",
    "school",
    "academic",
];

/// Words anywhere before a number that make the sentence a rule, a wish or a case in point.
pub(super) const RULES: &[&str] = &[
    "if", "whenever", "whether", "unless", "should", "could", "can", "cannot", "may", "might",
    "must", "would", "will", "suppose", "imagine", "example", "you", "your", "you're", "you’re",
];

/// Words at the start of a sentence that do the same.
pub(super) const RULES_FIRST: &[&str] = &["when", "where", "for", "to"];

/// Words right after a phrase that make it part of something else.
pub(super) const NO_COUNT_AFTER: &[&str] = &[
    "or",
    "per",
    "each",
    "protection",
    "benefit",
    "minder",
    "welfare",
    "seat",
    "seats",
    "allowance",
    "place",
    "places",
    "bed",
    "beds",
    "home",
    "homes",
    "centre",
    "centres",
    "service",
    "services",
    "team",
    "teams",
    "group",
    "groups",
    "board",
    "panel",
    "said",
    "says",
    "told",
    "asked",
    "wrote",
    "explained",
    "suggested",
    "described",
    "asks",
    "tells",
    "policy",
];

/// Words that make what follows a rule.
pub(super) const RULES_AFTER: &[&str] = &[
    "can", "could", "may", "might", "must", "should", "will", "would", "need", "needs", "live",
    "lives", "share", "you", "your", "get",
];

/// Verbs that state what happened, besides those that end in "ed".
pub(super) const FACTS: &[&str] = &[
    "was", "were", "had", "went", "left", "became", "died", "came", "did", "got", "took", "ran",
    "been", "began", "missing", "spent", "lost", "won", "found", "made", "gave", "grew", "chose",
    "saw", "met", "sought", "fell", "slept", "kept", "held", "told", "broke", "hurt",
];

/// Words in "ed" that state nothing.
pub(super) const NO_FACTS: &[&str] = &[
    "aged",
    "need",
    "looked",
    "named",
    "called",
    "linked",
    "related",
    "based",
    "needed",
    "entitled",
    "allowed",
    "expected",
    "required",
    "used",
    "mixed",
    "wanted",
    "asked",
    "red",
    "care-experienced",
    "disabled",
    "indeed",
];

/// Words before a number that state a fact about it.
pub(super) const FACTS_BEFORE: &[&str] = &[
    "was",
    "were",
    "had",
    "only",
    "just",
    "saw",
    "found",
    "lost",
    "involving",
    "including",
    "has",
    "have",
];

/// Verbs of taking part: "two care leavers designed this page" is thanks, not a statistic.
pub(super) const TAKING_PART: &[&str] = &[
    "helped",
    "designed",
    "drew",
    "wrote",
    "checked",
    "tested",
    "contributed",
    "co-produced",
    "co-designed",
    "created",
    "shared",
    "chose",
    "filmed",
    "spoke",
    "advised",
    "painted",
    "edited",
    "told",
    "said",
    "asked",
    "suggested",
    "explained",
];

/// Words before a number that make it an estimate, and so a statistic.
pub(super) const ESTIMATES: &[&str] = &["around", "approximately", "currently", "roughly"];

/// Words that show that students are grown up, and learn to be social workers or the like.
pub(super) const TRAINING: &[&str] = &[
    "university",
    "universities",
    "placement",
    "placements",
    "trainee",
    "trainees",
    "graduate",
    "graduates",
    "graduated",
    "internship",
    "degree",
    "social",
    "staff",
    "colleagues",
];
