//! Makes a large site for measuring: `cargo run --release --example corpus -- DIR DOCUMENTS`.
//!
//! The same numbers give the same bytes. Each authority has 100 documents of 600 to 900 words
//! with headings, lists, a table, a footnote and links to its siblings.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

const PER_AUTHORITY: usize = 100;
const WORDS: [&str; 40] = [
    "council", "home", "carer", "child", "support", "money", "school", "worker", "family", "plan",
    "review", "right", "help", "health", "offer", "advice", "friend", "rent", "course", "travel",
    "the", "a", "and", "to", "of", "for", "with", "when", "you", "we", "can", "will", "must",
    "may", "ask", "tell", "give", "meet", "early", "local",
];

/// A small generator, so that no library's change can change the corpus (Knuth's MMIX numbers).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn sentence(&mut self) -> String {
        let words: Vec<&str> = (0..8 + self.below(10))
            .map(|_| WORDS[self.below(WORDS.len())])
            .collect();
        let text = words.join(" ");
        format!("{}{}.", text[..1].to_uppercase(), &text[1..])
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..3 + self.below(3)).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }
}

fn document(authority: usize, number: usize, of: usize) -> String {
    let mut random = Random((authority * 1_000 + number + 1) as u64);
    let mut text = format!(
        "+++\ntitle = \"Document {number}\"\nkind = \"policy\"\nsummary = \"{}\"\nowner = \"Head of Service\"\n\
         review_by = 2027-06-30\n+++\n\n",
        random.sentence()
    );
    for section in 1..=6 {
        let sibling = random.below(of);
        let _ = write!(
            text,
            "## Section {section}\n\n{}\n\nSee [document {sibling}](../document-{sibling}/index.md).\n\n- {}\n- {}\n- {}\n\n{}\n\n",
            random.paragraph(),
            random.sentence(),
            random.sentence(),
            random.sentence(),
            random.paragraph()
        );
    }
    text.push_str("| What | How much |\n| --- | --- |\n");
    for _ in 0..4 {
        let _ = writeln!(text, "| {} | £{} |", random.sentence(), random.below(900));
    }
    let _ = write!(text, "\nThe end.[^1]\n\n[^1]: {}\n", random.sentence());
    text
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, documents] = arguments.as_slice() else {
        return Err(io::Error::other("say where, and how many documents"));
    };
    let documents: usize = documents.parse().map_err(io::Error::other)?;
    let root = Path::new(folder);
    fs::create_dir_all(root.join("content"))?;
    fs::write(
        root.join("site-config.toml"),
        "title = \"Measured\"\npublisher = \"Nobody\"\nbase_url = \"https://example.org/\"\n",
    )?;
    for authority in 0..documents.div_ceil(PER_AUTHORITY) {
        let home = root.join(format!("content/authority-{authority}"));
        fs::create_dir_all(&home)?;
        fs::write(
            home.join("authority.toml"),
            format!(
                "name = \"Authority {authority}\"\ncode = \"E1{authority:07}\"\ntype = \"county\"\n"
            ),
        )?;
        let here = PER_AUTHORITY.min(documents - authority * PER_AUTHORITY);
        for number in 0..here {
            let page = home.join(format!("document-{number}"));
            fs::create_dir_all(&page)?;
            fs::write(page.join("index.md"), document(authority, number, here))?;
        }
    }
    Ok(())
}
