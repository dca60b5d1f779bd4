//! Which tables the charts of a page show, and under what titles: a title says what is counted
//! where the cells of the table do not.

use super::labels::Label;

/// A table that a chart shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charted {
    /// The name of its file, beside the page.
    pub file: String,
    /// The title under which it is shown.
    pub title: String,
}

/// The tables that the charts of a Markdown text show. A chart in hours, pounds or per cent counts
/// nobody, and is left out.
pub fn charted(markdown: &str) -> Vec<Charted> {
    let mut found = Vec::new();
    let mut block: Option<String> = None;
    for line in markdown.lines() {
        let line = line.trim_start_matches([' ', '>', '\t']);
        let is_fence = line.starts_with("```") || line.starts_with("~~~");
        match block.as_mut() {
            Some(asked) if is_fence => {
                found.extend(read(asked));
                block = None;
            }
            Some(asked) => {
                asked.push_str(line);
                asked.push('\n');
            }
            None if is_fence && is_chart(line) => block = Some(String::new()),
            None => {}
        }
    }
    found
}

/// Whether a line that begins a block of code begins a chart.
pub(super) fn is_chart(line: &str) -> bool {
    line.trim_start_matches(['`', '~']).trim() == "chart"
}

/// What a block asks for; nothing if it cannot be read, which another check says.
fn read(asked: &str) -> Option<Charted> {
    let table: toml::Table = asked.parse().ok()?;
    let text = |key: &str| table.get(key).and_then(toml::Value::as_str);
    let counts_others = text("unit").is_some_and(|unit| Label::read(unit).other);
    (!counts_others).then_some(Charted {
        file: text("file")?.to_owned(),
        title: text("title")?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(block: &str) -> Vec<(String, String)> {
        let all = charted(block).into_iter();
        all.map(|one| (one.file, one.title)).collect()
    }

    #[test]
    fn charts_name_their_tables() {
        let text = "a\n\n```chart\nfile = \"a.csv\"\ntitle = \"Children by area\"\n```\n\
                    > ~~~ chart\n> title = \"B\"\n> file = \"b.csv\"\n> ~~~\n";
        let pair = |file: &str, title: &str| (file.to_owned(), title.to_owned());
        assert_eq!(
            one(text),
            [pair("a.csv", "Children by area"), pair("b.csv", "B")]
        );
    }

    #[test]
    fn other_blocks_and_other_numbers_are_left_out() {
        for text in [
            "```\nfile = \"a.csv\"\ntitle = \"A\"\n```\n",
            "```chart\nfile = \"a.csv\"\n```\n",
            "```chart\nfile = \"a.csv\ntitle = \"A\"\n```\n",
            "```chart\nfile = \"a.csv\"\ntitle = \"A\"\nunit = \"%\"\n```\n",
            "```chart\nfile = \"a.csv\"\ntitle = \"A\"\nunit = \"hours\"\n```\n",
            "```chart\nfile = \"a.csv\"\ntitle = \"A\"\n",
        ] {
            assert_eq!(one(text), [], "{text}");
        }
    }
}
