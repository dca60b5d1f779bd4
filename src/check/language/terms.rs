//! The words that a council is asked to think about, and what to write instead.
//!
//! Two sources of words, and a test that both a care leaver and an editor have to pass. Words
//! about people come from what children in care and care leavers have said about how they are
//! written about (TACT's "Language that Cares", 2019, and the charities' guides to language about
//! exploitation). Official words come from GOV.UK's guidance on plain English.
//!
//! Left out on purpose, as too many findings make people switch the check off: words that the law
//! needs and that readers will meet on forms (accommodation, eligible child, parental
//! responsibility, corporate parent), and words that are only worn (vulnerable, deliver, support).

/// What to do about a word.
#[derive(Clone, Copy, Debug)]
pub(super) enum Advice {
    /// Write this instead.
    Write(&'static str),
    /// Do this; there is no one word instead.
    Do(&'static str),
}

/// Why a word is in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// People do not like to be written about with it.
    People,
    /// It is an official word for a plain thing.
    Official,
}

/// A word, or several that mean the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// What a council calls it to have it left alone.
    pub(super) name: &'static str,
    /// How it is written: words with a space between, `a|b` for either, `a?` for perhaps. A hyphen
    /// is a space. A form in capitals counts in capitals only.
    pub(super) forms: &'static [&'static str],
    pub(super) advice: Advice,
    pub(super) reason: Reason,
    /// Not after one of these words, with which it means something else.
    pub(super) not_after: &'static [&'static str],
    /// Not before one of these words.
    pub(super) not_before: &'static [&'static str],
    /// Not in a sentence with one of these words.
    pub(super) not_near: &'static [&'static str],
    /// Whether it is a word of the law, and so right in a sentence that cites the law.
    pub(super) of_law: bool,
}

const fn official(name: &'static str, forms: &'static [&'static str], advice: Advice) -> Term {
    Term {
        name,
        forms,
        advice,
        reason: Reason::Official,
        not_after: &[],
        not_before: &[],
        not_near: &[],
        of_law: false,
    }
}

const fn people(name: &'static str, forms: &'static [&'static str], advice: Advice) -> Term {
    Term {
        reason: Reason::People,
        ..official(name, forms, advice)
    }
}

impl Term {
    const fn not_after(self, not_after: &'static [&'static str]) -> Self {
        Self { not_after, ..self }
    }

    const fn not_before(self, not_before: &'static [&'static str]) -> Self {
        Self { not_before, ..self }
    }

    const fn not_near(self, not_near: &'static [&'static str]) -> Self {
        Self { not_near, ..self }
    }

    const fn of_law(self) -> Self {
        Self {
            of_law: true,
            ..self
        }
    }
}

use Advice::{Do, Write};

/// All of them.
pub(super) const TERMS: &[Term] = &[
    // About people.
    people("LAC", &["LAC", "CLA"], Write("children in care")),
    people(
        "previously looked after",
        &["previously looked after child|children|young|pupil|pupils"],
        Write("children who used to be in care"),
    )
    .of_law(),
    people(
        "looked after",
        &[
            "looked after child|children|pupil|pupils",
            "looked after young person|people",
            "children looked after",
        ],
        Write("children in care"),
    )
    // After these it is a verb: grandparents who looked after children.
    .not_after(&[
        "who", "have", "has", "had", "having", "we", "she", "he", "they", "you", "i", "be", "being",
        "that", "carers", "grandparents", "council", "already", "never", "once",
    ])
    .not_before(&["by", "well", "away", "her", "him", "them", "the", "at"])
    .of_law(),
    people("placement", &["placement|placements"], Do(
        "write “home”, “foster home” or “where you live”",
    ))
    .not_after(&[
        "work", "student", "college", "school", "nursery", "job", "training", "industry",
        "practice", "volunteer", "volunteering", "employment", "university", "apprenticeship",
        "on", "industrial", "learning", "teaching",
    ])
    .not_before(&["order", "orders", "year", "student", "students"])
    .not_near(&[
        "employer", "employers", "internship", "internships", "apprenticeship", "apprenticeships",
        "course", "university", "degree", "students", "trainees",
    ])
    .of_law(),
    people(
        "contact",
        &[
            "contact arrangement|arrangements|visit|visits|session|sessions",
            "supervised|unsupervised|indirect|letterbox|sibling|parental|family contact",
            "contact between a|the|your? birth? child|children|siblings|brothers|parents|family",
            "contact with your|their|his|her|my? birth? family|siblings|brothers|sisters|relatives",
            "contact with your|their|his|her|my birth? parent|parents|mother|father|mum|dad|brother|sister|sibling|child|children|son|daughter|grandchild|grandchildren|grandparents",
        ],
        Do("write “family time”, or say what it is: seeing, phoning or writing to family"),
    )
    .not_after(&[
        "in", "into", "make", "makes", "made", "making", "lose", "loses", "lost", "losing", "first",
    ])
    .not_before(&["details", "number", "us", "form", "order", "orders", "person"])
    .of_law(),
    people("siblings", &["sibling|siblings"], Do("write “brothers and sisters”")).of_law(),
    people("respite", &["respite care?"], Do("write “short break”, or say what it is")).of_law(),
    people(
        "abscond",
        &["abscond|absconds|absconded|absconding|absconder|absconders"],
        Write("go missing"),
    )
    .of_law(),
    people(
        "challenging behaviour",
        &["challenging behaviour|behaviours"],
        Do("say what happens, and what the child may be feeling"),
    ),
    people(
        "attention seeking",
        &["attention seeking", "promiscuous"],
        Do("say what happened, without a judgement"),
    ),
    people(
        "service user",
        &["service user|users"],
        Do("write “people”, or who they are: children, carers, families"),
    ),
    people(
        "caseload",
        &["caseload|caseloads"],
        Do("write how many children or families each worker helps"),
    ),
    people(
        "hard to reach",
        &["hard to reach", "hard to engage"],
        Do("say who they are, and what makes the service hard for them to use"),
    ),
    people(
        "failed to engage",
        &[
            "fail|fails|failed|failing|refuse|refuses|refused|refusing to engage",
            "non engagement",
        ],
        Do("say what happened, and what made it hard to take part"),
    ),
    people(
        "putting themselves at risk",
        &["put|puts|putting|place|places|placing themselves|himself|herself|yourself at risk"],
        Do("write who or what puts the child at risk: it is not the child’s fault"),
    ),
    people(
        "child prostitute",
        &["child prostitute|prostitutes|prostitution"],
        Do("write “sexual exploitation”, or “child who was sexually exploited”"),
    )
    .of_law(),
    people(
        "young offender",
        &["young|juvenile offender|offenders"],
        Do("write “children”, and say what happened: an offence is not who a child is"),
    )
    .not_before(&["institution", "institutions", "institute", "institutes", "academy"])
    .of_law(),
    people(
        "problem family",
        &["problem family|families", "broken home|homes"],
        Do("say what the family needs help with"),
    ),
    people(
        "BAME",
        &["BAME", "BME"],
        Do("say which people you mean, or write “people from ethnic minorities”"),
    ),
    people(
        "commit suicide",
        &["commit|commits|committed|committing suicide"],
        Write("die by suicide"),
    ),
    people("wheelchair bound", &["wheelchair bound"], Do("write “uses a wheelchair”")),
    // Official words.
    official(
        "utilise",
        &["utilise|utilises|utilised|utilising|utilisation|utilize|utilized|utilizing"],
        Write("use"),
    ),
    official("commence", &["commence|commences|commenced|commencing"], Write("start")).of_law(),
    official("in order to", &["in order to"], Write("to")),
    official("prior to", &["prior to"], Write("before")),
    official("subsequent to", &["subsequent to", "subsequently"], Write("after")),
    official("regarding", &["regarding", "with regard|regards to"], Write("about")),
    official(
        "in respect of",
        &["in respect of", "with respect to", "in relation to", "in regard to"],
        Write("about"),
    )
    .of_law(),
    official(
        "in the event that",
        &["in the event that", "in the event of"],
        Write("if"),
    ),
    official("endeavour", &["endeavour|endeavours to", "endeavouring to"], Write("try to")),
    official("reside", &["reside|resides|resided|residing"], Write("live")).of_law(),
    official("facilitate", &["facilitate|facilitates|facilitated|facilitating"], Do(
        "say what is done: “help”, “run”, “arrange” or “make possible”",
    )),
    official("purchase", &["purchase|purchases|purchased|purchasing"], Write("buy"))
        .not_after(&["hire", "compulsory"])
        .not_before(&["order", "orders", "price", "agreement"]),
    official("assistance", &["assistance"], Write("help"))
        .not_before(&["dog", "dogs"])
        .of_law(),
    official("ascertain", &["ascertain|ascertains|ascertained|ascertaining"], Write("find out"))
        .of_law(),
    official("disseminate", &["disseminate|disseminated|disseminating"], Write("share")),
    official("liaise", &["liaise|liaises|liaised|liaising"], Write("work with")),
    official(
        "signpost",
        &["signpost|signposts|signposted|signposting"],
        Do("write “tell you who can help”"),
    ),
    official("stakeholder", &["stakeholder|stakeholders"], Do("say who you mean")),
    official("holistic", &["holistic|holistically"], Do("say what it takes in")),
    official(
        "going forward",
        &["going forward", "moving forward"],
        Do("write “from now on”, or leave it out"),
    ),
    official(
        "at this point in time",
        &["at this moment|point in time", "at the present time"],
        Write("now"),
    ),
    official(
        "due to the fact that",
        &["due|owing to the fact that", "in view of the fact that"],
        Write("because"),
    ),
    official(
        "in accordance with",
        &["in accordance with", "pursuant to"],
        Do("write “as … says” or “under”"),
    )
    .of_law(),
    official("notwithstanding", &["notwithstanding"], Write("even though")).of_law(),
    official("in excess of", &["in excess of"], Write("more than")),
    official("with a view to", &["with a view to"], Write("to")),
    official("in conjunction with", &["in conjunction with"], Write("with")),
    official("until such time as", &["until such time as"], Write("until")),
    official("per annum", &["per annum"], Write("a year")),
    official(
        "on a regular basis",
        &["on a regular basis", "on a daily|weekly|monthly|yearly|annual basis"],
        Do("write “regularly”, “every day”, “every week” and so on"),
    ),
    official(
        "hereby",
        &["hereby|herein|herewith|thereof|therein|hereafter|thereafter|aforementioned|inter alia?"],
        Do("leave it out, or say what you mean"),
    )
    .of_law(),
    official("persons", &["persons"], Write("people"))
        .not_after(&["missing", "displaced"])
        .of_law(),
    official("remuneration", &["remuneration"], Write("pay")),
    official("make an application", &["make|submit|submitting|making an application"], Write("apply"))
        .of_law(),
    official("you are required to", &["you are required to"], Write("you must")).of_law(),
    official("co-production", &["co produced|produce|production", "coproduced|coproduction"], Do(
        "write “made together with” and say who",
    )),
    official("e.g.", &["e g", "eg"], Write("for example")),
    official("i.e.", &["i e", "ie"], Write("that is")),
];
