//! Makes an index of made-up pages: `cargo run --release --example search -- DIR PAGES`.
//!
//! The same numbers give the same bytes. Says how long the index took, and how large it is. What a
//! search loads of it is measured by `measure-search.js`.

use std::io::Write as _;
use std::path::Path;
use std::time::Instant;
use std::{env, fs, io};

use offerbook::data::{Findable, index};

const AUTHORITIES: usize = 153;
const VOCABULARY: usize = 8_000;
const HEADINGS: usize = 600;

/// Words of real local offers, the most frequent ones first.
const COMMON: [&str; 60] = [
    "support",
    "council",
    "care",
    "home",
    "children",
    "young",
    "help",
    "carers",
    "family",
    "people",
    "money",
    "housing",
    "school",
    "health",
    "advice",
    "kinship",
    "local",
    "worker",
    "allowance",
    "education",
    "leavers",
    "personal",
    "adviser",
    "plan",
    "services",
    "social",
    "will",
    "get",
    "guardianship",
    "special",
    "contact",
    "paid",
    "year",
    "week",
    "rent",
    "training",
    "work",
    "job",
    "travel",
    "rights",
    "decision",
    "assessment",
    "order",
    "court",
    "child",
    "friends",
    "college",
    "university",
    "bursary",
    "grant",
    "setting",
    "council",
    "tax",
    "benefits",
    "wellbeing",
    "mental",
    "parents",
    "families",
    "short",
    "breaks",
];

const STARTS: [&str; 40] = [
    "con", "pro", "sup", "com", "res", "pre", "dis", "int", "per", "par", "tra", "cha", "sta",
    "for", "acc", "app", "man", "mar", "hou", "car", "ben", "fam", "ass", "adv", "bur", "cou",
    "edu", "fin", "gra", "hea", "ind", "lea", "men", "opp", "reg", "sch", "ser", "tem", "uni",
    "wel",
];

const MIDDLES: [&str; 40] = [
    "ta", "ter", "lo", "ven", "mi", "ra", "sid", "pel", "nu", "go", "cal", "der", "fi", "gan",
    "hol", "im", "jo", "kel", "lan", "mor", "nec", "ol", "pos", "qui", "rin", "sel", "tim", "ur",
    "val", "wor", "bo", "cen", "do", "el", "fer", "gi", "hu", "is", "ke", "li",
];

const ENDS: [&str; 5] = ["t", "ts", "ting", "tion", "ted"];

const SUBJECTS: [&str; 40] = [
    "Housing",
    "Money and benefits",
    "Education",
    "Health and wellbeing",
    "Work and training",
    "Council tax",
    "Setting up home allowance",
    "Staying put",
    "Staying close",
    "Driving lessons",
    "Personal adviser",
    "Pathway plan",
    "Special guardianship support",
    "Kinship allowance",
    "Contact with birth parents",
    "Legal advice",
    "Mental health support",
    "Bursaries",
    "Higher education",
    "Apprenticeships",
    "Passports and identity",
    "Your rights",
    "Advocacy",
    "Complaints",
    "Peer support groups",
    "Training for carers",
    "Respite and short breaks",
    "School admissions",
    "Pupil premium plus",
    "Virtual school",
    "Therapies",
    "Adoption support fund",
    "Childcare",
    "Travel costs",
    "Mobile data and devices",
    "Prescriptions",
    "Dentists",
    "Life story work",
    "Moving to another area",
    "Emergencies",
];

const TURNS: [&str; 8] = [
    "",
    " for care leavers",
    " for kinship carers",
    ": how to apply",
    " at 16 and 17",
    " at 21 to 25",
    " if you are refused",
    " for young parents",
];

/// A small generator, so that no library's change can change the pages (Knuth's MMIX numbers).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Words of which each is drawn the rarer the later it stands (Zipf's law).
struct Vocabulary {
    words: Vec<String>,
    /// Sums of 1,000,000 / rank.
    sums: Vec<usize>,
}

impl Vocabulary {
    fn new() -> Self {
        let mut words: Vec<String> = COMMON.iter().map(|word| (*word).to_owned()).collect();
        // Far apart, so that words with one start are of every frequency.
        words.extend((0..VOCABULARY - COMMON.len()).map(|number| {
            let place = number * 2_741 % 8_000;
            let [start, middle, end] = [place % 40, place / 40 % 40, place / 1_600];
            format!("{}{}{}", STARTS[start], MIDDLES[middle], ENDS[end])
        }));
        let mut sum = 0;
        let sums = (1..=words.len())
            .map(|rank| {
                sum += 1_000_000 / rank;
                sum
            })
            .collect();
        Self { words, sums }
    }

    fn draw(&self, random: &mut Random) -> &str {
        let whole = self.sums.last().copied().unwrap_or(1);
        let place = random.below(whole);
        &self.words[self.sums.partition_point(|sum| *sum <= place)]
    }

    fn phrase(&self, random: &mut Random, length: usize) -> String {
        let words: Vec<&str> = (0..length).map(|_| self.draw(random)).collect();
        words.join(" ")
    }
}

fn authorities() -> Vec<(String, String)> {
    (0..AUTHORITIES)
        .map(|number| {
            let start = STARTS[number % 40];
            let middle = MIDDLES[(number * 7 + number / 40) % 40];
            let slug = format!("{start}{middle}shire");
            let name = format!(
                "{}{} Metropolitan Borough Council",
                start[..1].to_uppercase(),
                &slug[1..]
            );
            (slug, name)
        })
        .collect()
}

fn pages(number: usize, authorities: &[(String, String)]) -> Vec<Findable> {
    let vocabulary = Vocabulary::new();
    let mut random = Random(1);
    let headings: Vec<String> = (0..HEADINGS)
        .map(|_| {
            let length = 2 + random.below(4);
            vocabulary.phrase(&mut random, length)
        })
        .collect();
    let offers = SUBJECTS.len() * TURNS.len();
    let of_each = number.div_ceil(AUTHORITIES);
    (0..number)
        .map(|page| {
            let authority = page % AUTHORITIES;
            // Councils have different pages of all that there could be.
            let [from, to] = [0, 1].map(|next| (page / AUTHORITIES + next) * offers / of_each);
            let offer = from + random.below(to - from);
            let subject = SUBJECTS[offer % SUBJECTS.len()];
            let turn = TURNS[offer / SUBJECTS.len()];
            let title = format!("{subject}{turn}");
            let place = title.to_lowercase().replace(": ", "-").replace(' ', "-");
            let length = 15 + random.below(11);
            let summary = vocabulary.phrase(&mut random, length);
            Findable {
                path: format!("{}/kinship-local-offer/{place}/", authorities[authority].0),
                authority,
                summary: format!("{}{}.", summary[..1].to_uppercase(), &summary[1..]),
                headings: (0..3 + random.below(4))
                    .map(|_| headings[random.below(HEADINGS)].clone())
                    .collect(),
                remark: String::new(),
                title,
            }
        })
        .collect()
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, number] = arguments.as_slice() else {
        return Err(io::Error::other("say where, and how many pages"));
    };
    let number: usize = number.parse().map_err(io::Error::other)?;
    if number > AUTHORITIES * SUBJECTS.len() * TURNS.len() {
        return Err(io::Error::other("there are not so many different pages"));
    }
    let authorities = authorities();
    let findables = pages(number, &authorities);
    #[allow(clippy::disallowed_methods, reason = "this measures time")]
    let start = Instant::now();
    let files = index(&authorities, findables);
    let took = start.elapsed();
    let root = Path::new(folder);
    for part in ["terms", "results"] {
        fs::create_dir_all(root.join(part))?;
    }
    for (name, bytes) in &files {
        fs::write(root.join(name), bytes)?;
    }
    let size: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    writeln!(
        io::stdout(),
        "{number} pages: {} files, {size} bytes, made in {} ms",
        files.len(),
        took.as_millis()
    )
}
