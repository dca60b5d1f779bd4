//! What a whole chart holds, and what it says of what is wrong.

use html5gum::{Token, Tokenizer};
use minify_html::Cfg;

use super::*;
use crate::model::ActionStatus;

mod properties;
mod told;

/// Charts of actions in English.
pub(super) struct English;

impl ProgressWords for English {
    fn state(&self, state: ActionStatus) -> String {
        state.word().to_owned()
    }

    fn counted(&self, state: ActionStatus, number: usize) -> String {
        format!("{number} {}", state.word())
    }

    fn done(&self, done: usize, all: usize) -> String {
        format!("{done} of {all} are done.")
    }

    fn bar(&self, all: usize, counts: &str) -> String {
        format!("A bar of {all} actions: {counts}")
    }

    fn all(&self, all: usize, counts: &str) -> String {
        format!("{all} actions: {counts}")
    }

    fn none_yet(&self) -> String {
        "There are no actions yet.".to_owned()
    }

    fn none_in_any_version(&self) -> String {
        "No version has actions yet.".to_owned()
    }

    fn none_in_version(&self) -> String {
        "no actions".to_owned()
    }

    fn table(&self) -> [String; 3] {
        ["How far they had come", "Version", "Actions"].map(str::to_owned)
    }
}

fn asked(form: &str) -> Asked {
    Asked {
        file: "missing-episodes.csv".into(),
        title: "Children who went missing from care".into(),
        takeaway: "Fewer children went missing each quarter of 2025.".into(),
        form: form.into(),
        ..Asked::default()
    }
}

const QUARTERS: &str = "Quarter,Children,Episodes\nQ1 2025,24,61\nQ2 2025,19,1048\nQ3 2025,15,c\n";

/// Twelve bars, as a council would have them in a year.
fn twelve() -> String {
    let rows = (1..=12).map(|month| format!("{month:02}/2025,\"{},234\"\n", 13 - month));
    format!("Month,Episodes\n{}", rows.collect::<String>())
}

fn drawn(asked: &Asked, csv: &str) -> String {
    chart(asked, csv).unwrap()
}

/// What is wrong, as it is about, marked in the file, and said.
fn wrong(asked: &Asked, csv: &str) -> Vec<(About, String, String)> {
    let problems = chart(asked, csv).unwrap_err();
    let texts = |one: ChartProblem| {
        assert!(!one.message.is_empty() && !one.help.is_empty());
        let marked = one
            .span
            .map_or_else(String::new, |span| csv[span].to_owned());
        (one.about, marked, one.message)
    };
    problems.into_iter().map(texts).collect()
}

fn only(asked: &Asked, csv: &str) -> (About, String, String) {
    let mut all = wrong(asked, csv);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Tags, attributes and words, without what a minifier may change.
fn tokens(html: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let mut attributes: Vec<String> = tag
                    .attributes
                    .iter()
                    .map(|(key, value)| {
                        let value = String::from_utf8_lossy(value).into_owned();
                        format!("{}={value}", String::from_utf8_lossy(key).to_lowercase())
                    })
                    .collect();
                attributes.sort();
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                tokens.push(format!("<{name} {}", attributes.join(" ")));
            }
            Token::EndTag(tag) => tokens.push(format!("/{}", String::from_utf8_lossy(&tag.name))),
            Token::String(words) => {
                let words = String::from_utf8_lossy(&words).trim().to_owned();
                if !words.is_empty() {
                    tokens.push(words);
                }
            }
            _ => {}
        }
    }
    tokens
}

/// Whether every element that is opened is closed, in order.
pub(super) fn is_balanced(html: &str) -> bool {
    let mut open = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => open.push(tag.name.0.clone()),
            Token::EndTag(tag) if open.pop().as_ref() != Some(&tag.name.0) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

fn minified(html: &str) -> String {
    let mut settings = Cfg::new();
    settings.keep_closing_tags = true;
    String::from_utf8(minify_html::minify(html.as_bytes(), &settings)).unwrap()
}

#[test]
fn a_chart_says_everything_in_words_too() {
    let html = drawn(
        &Asked {
            unit: Some("children".into()),
            source: Some("DfE, children looked after, 2025".into()),
            values: Some(vec!["children".into()]),
            ..asked("bars")
        },
        QUARTERS,
    );
    for part in [
        "<strong>Children who went missing from care</strong>",
        "<p>Fewer children went missing each quarter of 2025.</p>",
        "<title id=\"chart-children-who-went-missing-from-care-title\">",
        "Children: highest 24 (Q1 2025), lowest 15 (Q3 2025).",
        "<caption>Children who went missing from care: the figures (children)</caption>",
        "<th scope=\"col\">Quarter</th><th scope=\"col\">Children</th></tr>",
        "<tr><th scope=\"row\">Q2 2025</th><td>19</td></tr>",
        "<p class=\"source\">Source: DfE, children looked after, 2025</p>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!html.contains("1,048"), "a column that was not asked for");
}

#[test]
fn a_figure_that_is_not_shown_is_a_gap_that_is_explained() {
    for form in ["bars", "lines"] {
        let html = drawn(&asked(form), QUARTERS);
        assert!(
            html.contains("<td>not shown: kept back so that nobody can be recognised (c)</td>")
        );
        assert!(html.contains("One figure is not shown."));
        assert_eq!(html.contains(">not shown Episodes</text>"), form == "bars");
        assert!(html.contains("<td>1,048</td>"));
    }
    // The line is drawn as two.
    let html = drawn(&asked("lines"), "Y,A\n1,1\n2,2\n3,x\n4,4\n5,5\n");
    let line = html.split("stroke-width=\"2\"").nth(1).unwrap();
    let path = line.split('"').find(|part| part.starts_with('M')).unwrap();
    assert_eq!(path.matches('M').count(), 2, "{path}");
}

#[test]
fn bars_start_at_nought_and_lines_say_if_they_do_not() {
    let high = "Year,Share\n2023,91%\n2024,92.5%\n2025,94%\n";
    let bars = drawn(&asked("bars"), high);
    assert!(bars.contains(">0%</text>") && !bars.contains("not at 0"));
    let lines = drawn(&asked("lines"), high);
    assert!(!lines.contains(">0%</text>"));
    assert_eq!(
        lines.matches("The scale starts at 91%, not").count(),
        2,
        "{lines}"
    );
    assert!(!drawn(&asked("lines"), QUARTERS).contains("not at 0"));
}

#[test]
fn series_differ_without_colour() {
    let csv = "Y,A,B,C,D\n1,1,2,3,4\n2,4,3,2,1\n";
    for form in ["bars", "lines"] {
        let html = drawn(&asked(form), csv);
        let mut looks: Vec<String> = Vec::new();
        for number in 1..=4 {
            let class = format!("class=\"series-{number}\"");
            let paths = html.split("<path ").filter(|path| path.starts_with(&class));
            let look: String = paths
                .map(|path| path.split(" d=").next().unwrap().replace(&class, ""))
                .collect();
            looks.push(look);
        }
        looks.sort();
        looks.dedup();
        assert_eq!(looks.len(), 4, "{looks:?}");
    }
}

#[test]
fn it_needs_no_stylesheet_and_refers_to_nothing_else() {
    for form in ["bars", "lines"] {
        let html = drawn(&asked(form), QUARTERS) + &progress([1, 2, 3, 4], &English);
        for banned in ["style", "url(", "href", "<script", "px"] {
            assert!(!html.contains(banned), "{banned}");
        }
    }
}

#[test]
fn long_labels_are_whole_in_the_table_only() {
    let label = "Foster carers who look after brothers and sisters together in one home";
    let html = drawn(&asked("bars"), &format!("Who,Number\n{label},7\n"));
    assert!(html.contains(&format!("<th scope=\"row\">{label}</th>")));
    assert!(html.contains("…</text>") && !html.contains(&format!(">{label}</text>")));
}

#[test]
fn long_tables_are_folded() {
    assert!(!drawn(&asked("bars"), &twelve()).contains("<details>"));
    let html = drawn(&asked("bars"), &(twelve() + "01/2026,1\n"));
    assert!(html.contains("<details>\n<summary>The figures as a table</summary>\n<table>"));
}

#[test]
fn twelve_bars_are_small() {
    let html = drawn(&asked("bars"), &twelve());
    assert!(html.len() < 6 * 1024, "{}", html.len());
    assert_eq!(html, drawn(&asked("bars"), &twelve()));
}

#[test]
fn signs_of_html_are_words() {
    let csv = "<b>,\"A&\"\"B\"\n</text><script>,3\n";
    let html = drawn(
        &Asked {
            title: "<i>&amp;".into(),
            takeaway: "</figcaption>".into(),
            unit: Some("<u>".into()),
            source: Some("\"><s>".into()),
            ..asked("bars")
        },
        csv,
    );
    for banned in ["<b>", "<script", "<i>", "<u>", "<s>", "</figcaption></p>"] {
        assert!(!html.contains(banned), "{banned}");
    }
    assert!(html.contains("&lt;i&gt;&amp;amp;") && html.contains("A&amp;&quot;B"));
    assert!(is_balanced(&html));
}

#[test]
fn ids_come_from_the_title() {
    assert_eq!(identifier("Money, 2024/25 (£)"), "chart-money-2024-25");
    assert_ne!(identifier("Missing in 2024"), identifier("Missing in 2025"));
    assert_eq!(identifier("Plant â leave"), "chart-plant-â-leave");
    assert_eq!(identifier("…"), "chart-untitled");
}

#[test]
fn the_minifier_changes_nothing_that_is_seen() {
    let csv = "Y,A,B,C,D\nOne,1,2,3,4\nTwo & three,-4,3,x,1\n";
    for html in [
        drawn(&asked("bars"), csv),
        drawn(&asked("lines"), csv),
        drawn(&asked("bars"), &(twelve() + "01/2026,1\n")),
        progress([5, 3, 3, 1], &English),
        progress_over_time(&[("1 July 2025".into(), [1, 2, 3, 4])], &English),
    ] {
        let small = minified(&html);
        assert_eq!(tokens(&html), tokens(&small));
        assert_eq!(small, minified(&small), "a second time nothing changes");
    }
}
