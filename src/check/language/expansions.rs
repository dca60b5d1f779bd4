//! What abbreviations stand for, and which of them need no explaining.

/// What an abbreviation of the field stands for. One entry for each, in alphabetical order.
pub(super) fn expansion(abbreviation: &str) -> Option<&'static (&'static str, &'static str)> {
    EXPANSIONS
        .iter()
        .find(|(short, _)| short.eq_ignore_ascii_case(abbreviation))
}

/// Whether everybody knows it better than what it stands for, or it is the name of something.
pub(super) fn is_known(abbreviation: &str) -> bool {
    KNOWN
        .iter()
        .any(|known| known.eq_ignore_ascii_case(abbreviation))
}

/// Whether it is an ordinary word, put in capitals for stress.
pub(super) fn is_stressed_word(word: &str) -> bool {
    STRESSED.iter().any(|one| one.eq_ignore_ascii_case(word))
}

const EXPANSIONS: &[(&str, &str)] = &[
    ("ADHD", "attention deficit hyperactivity disorder"),
    ("ASAP", "as soon as possible"),
    ("ASYE", "assessed and supported year in employment"),
    (
        "CAFCASS",
        "Children and Family Court Advisory and Support Service",
    ),
    ("CAMHS", "child and adolescent mental health services"),
    ("CAO", "child arrangements order"),
    ("CCE", "child criminal exploitation"),
    ("CCG", "clinical commissioning group"),
    ("CICC", "children in care council"),
    ("CIN", "child in need"),
    ("CJS", "criminal justice system"),
    ("CP", "child protection"),
    ("CPS", "Crown Prosecution Service"),
    ("CQC", "Care Quality Commission"),
    ("CSC", "children’s social care"),
    ("CSE", "child sexual exploitation"),
    ("CSPR", "child safeguarding practice review"),
    ("CYJS", "child and youth justice service"),
    ("CYP", "children and young people"),
    ("DBS", "Disclosure and Barring Service"),
    ("DCS", "director of children’s services"),
    ("DfE", "Department for Education"),
    ("DHP", "discretionary housing payment"),
    ("DLA", "Disability Living Allowance"),
    ("DOLO", "deprivation of liberty order"),
    ("DPO", "data protection officer"),
    ("DSL", "designated safeguarding lead"),
    ("DT", "designated teacher"),
    ("DWP", "Department for Work and Pensions"),
    ("EET", "education, employment or training"),
    ("EHC", "education, health and care"),
    ("EHCP", "education, health and care plan"),
    ("ELSA", "emotional literacy support assistant"),
    ("EP", "educational psychologist"),
    ("EPC", "energy performance certificate"),
    ("ESA", "Employment and Support Allowance"),
    ("FE", "further education"),
    ("FGC", "family group conference"),
    ("FGDM", "family group decision-making"),
    ("FOI", "freedom of information"),
    ("HE", "higher education"),
    ("HMO", "house in multiple occupation"),
    ("HMRC", "HM Revenue and Customs"),
    ("ICB", "integrated care board"),
    ("ICO", "Information Commissioner’s Office"),
    ("ICPC", "initial child protection conference"),
    ("ILACS", "inspection of local authority children’s services"),
    ("IRO", "independent reviewing officer"),
    ("IVA", "individual voluntary arrangement"),
    ("JSA", "Jobseeker’s Allowance"),
    ("JTAI", "joint targeted area inspection"),
    ("LA", "local authority"),
    ("LADO", "local authority designated officer"),
    ("LHA", "Local Housing Allowance"),
    ("LSCP", "local safeguarding children partnership"),
    ("MACPT", "multi-agency child protection team"),
    ("MAPPA", "multi-agency public protection arrangements"),
    ("MARAC", "multi-agency risk assessment conference"),
    ("MASA", "multi-agency safeguarding arrangements"),
    ("MASH", "multi-agency safeguarding hub"),
    (
        "MHCLG",
        "Ministry of Housing, Communities and Local Government",
    ),
    ("MoJ", "Ministry of Justice"),
    ("MoU", "memorandum of understanding"),
    ("MSP", "multi-agency safeguarding partner"),
    ("NEET", "not in education, employment or training"),
    ("NFA", "no further action"),
    ("NRM", "national referral mechanism"),
    ("OoCD", "out-of-court disposal"),
    ("OOCR", "out-of-court resolution"),
    ("PA", "personal adviser"),
    ("PACE", "Police and Criminal Evidence Act 1984"),
    ("PCC", "police and crime commissioner"),
    ("PEP", "personal education plan"),
    ("PIP", "Personal Independence Payment"),
    ("PLAC", "previously looked-after children"),
    ("PLO", "public law outline"),
    ("PP", "pupil premium"),
    ("PR", "parental responsibility"),
    ("PSHE", "personal, social, health and economic education"),
    ("QA", "quality assurance"),
    ("RCC", "regional care co-operative"),
    ("RHI", "return home interview"),
    (
        "RSHP",
        "relationships, sexual health and parenthood education",
    ),
    ("SCH", "secure children’s home"),
    ("SDQ", "strengths and difficulties questionnaire"),
    ("SEMH", "social, emotional and mental health"),
    ("SEN", "special educational needs"),
    ("SENCO", "special educational needs co-ordinator"),
    ("SEND", "special educational needs and disabilities"),
    (
        "SENDIASS",
        "special educational needs and disabilities information, advice and support service",
    ),
    ("SG", "special guardian"),
    ("SGO", "special guardianship order"),
    ("SGSP", "special guardianship support plan"),
    ("SoS", "Secretary of State"),
    ("SPOC", "single point of contact"),
    ("SSW", "supervising social worker"),
    ("SUI", "single unique identifier"),
    ("SW", "social worker"),
    ("TA", "temporary accommodation"),
    ("TBC", "to be confirmed"),
    ("UASC", "unaccompanied asylum-seeking children"),
    ("UC", "Universal Credit"),
    ("VCS", "voluntary and community sector"),
    ("VCSE", "voluntary, community and social enterprise"),
    ("VSH", "virtual school head"),
    ("YJB", "Youth Justice Board"),
    ("YJS", "youth justice service"),
    ("YOI", "young offender institution"),
    ("YOS", "youth offending service"),
    ("YOT", "youth offending team"),
    ("YP", "young people"),
    ("YPA", "young person’s adviser"),
];

const KNOWN: &[&str] = &[
    // Countries, states, bodies that are known by their letters.
    "UK", "EU", "US", "USA", "UN", "UAE", "GB", "NI", "NHS", "BBC", "ITV", "MP", "MPs", "HM", "HMP",
    "RAF", "BT", "EE", "DVLA", "NSPCC", "RSPCA", "RSPB", "RNIB", "RNID", "YMCA", "YWCA", "NYAS",
    "UCAS", "AQA", "OCR", "IKEA", "ASDA", "ACAS", "NATO", "UNICEF", "TACT", "NACRO", "FIFA", "RAC",
    // Everyday life.
    "GP", "A&E", "Q&A", "R&B", "B&B", "ID", "PIN", "SIM", "TV", "DVD", "CD", "PC", "IT", "ICT",
    "USB", "AI", "CCTV", "DIY", "FAQ", "OK", "PS", "PTO", "RSVP", "VIP", "CV", "HR", "VAT", "ATM",
    "MOT", "GPS", "AM", "PM", "BC", "AD", "DJ", "PE", "RE", "HIV", "AIDS", "STI", "STIs", "DNA",
    "IQ", "LGBT", "LGBTQ", "LGBTQIA", "COVID", "BSL", "SMS", "MMS", "QR", "WC", "UV", "LED", "TB",
    "MMR", "IVF", "ECG", "ICU", "UFO", "ISO", "AOB", "PAYE", "KC", "QC", "PhD", "BA", "BSc", "MA",
    "MSc", "MBE", "OBE", "CBE", "BST", "GMT", "ETA", "GDPR", "PPE", "XL",
    // Schools and examinations.
    "GCSE", "AS", "BTEC", "NVQ", "HNC", "HND", "ESOL", "SAT", "SATs", "GNVQ", "CSCS", "ISA",
    "IELTS", // Measures.
    "MB", "KB", "TB", "KG", "KM", "KW", "KWH", "HZ", "MHZ", "GHZ", "ML",
    // Files and addresses.
    "PDF", "CSV", "HTML", "XML", "JSON", "URL", "WWW", "ODT", "ODS", "RTF", "DOC", "DOCX", "XLS",
    "XLSX", "RSS", "JPEG", "PNG", "ZIP", "MP3", // How courts and laws are cited.
    "UKSC", "UKHL", "EWCA", "EWHC", "UKUT", "EWFC", "CSOH", "SI", "ISBN", "ISSN", "WCAG",
];

const STRESSED: &[&str] = &[
    "A", "ALL", "ALSO", "ALWAYS", "AND", "ANY", "ARE", "ASK", "AT", "BE", "BEFORE", "BOTH", "BUT",
    "BY", "CALL", "CAN", "CANNOT", "CARE", "DATE", "DO", "DOES", "DONT", "DRAFT", "EACH", "EVERY",
    "FAX", "FOR", "FREE", "FROM", "GET", "GO", "HAS", "HAVE", "HELP", "HOW", "IF", "IN", "IS",
    "ITEM", "IT", "MAY", "ME", "MORE", "MUST", "MY", "NAME", "NEVER", "NEW", "NO", "NONE", "NOT",
    "NOTE", "NOW", "OF", "OFF", "ON", "ONE", "ONLY", "OR", "OUR", "OUT", "PAGE", "PART", "PLEASE",
    "READ", "SAFE", "SEE", "SO", "STEP", "STOP", "TEXT", "THAT", "THE", "THEN", "THIS", "TIP",
    "TO", "TWO", "UP", "URGENT", "USE", "VERY", "WE", "WHAT", "WHEN", "WHERE", "WHO", "WHY",
    "WILL", "WITH", "YES", "YOU", "YOUR", "VOICE", "OTHER", "MON", "TUE", "TUES", "WED", "THU",
    "THUR", "THURS", "FRI", "SUN", "JAN", "FEB", "MAR", "APR", "JUN", "JUL", "AUG", "SEP", "SEPT",
    "OCT", "NOV", "DEC",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nothing_is_both_known_and_to_be_explained() {
        let mut seen = BTreeSet::new();
        for (short, long) in EXPANSIONS {
            assert!(!is_known(short), "{short}");
            assert!(seen.insert(*short), "{short} twice");
            assert!(long.contains(' '), "{long}");
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(expansion("dfe").map(|(short, _)| *short), Some("DfE"));
        assert!(expansion("XYZ").is_none());
    }
}
