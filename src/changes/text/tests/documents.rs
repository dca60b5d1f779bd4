//! Made-up documents and edits for the properties.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A block of a made-up document.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Text(&'static str, Vec<Inline>),
    Pre(String),
    Rule,
    List(bool, u8, Vec<Vec<Node>>),
    Table(Vec<Vec<Vec<Inline>>>, bool),
    Holder(&'static str, Vec<Node>),
    Terms(Vec<(Vec<Inline>, Vec<Node>)>),
}

/// A stretch of made-up text.
#[derive(Debug, Clone)]
pub(super) struct Inline {
    text: String,
    element: &'static str,
    link: &'static str,
}

/// A change to a made-up document.
#[derive(Debug, Clone)]
pub(super) enum Edit {
    Insert(Index, Node),
    Delete(Index),
    Repeat(Index),
    Move(Index, Index),
    Word(Index, Index, String),
    Restyle(Index, Index, &'static str),
    Retarget(Index, Index, &'static str),
    InsertRow(Index, Index),
    DeleteRow(Index, Index),
    InsertColumn(Index, Index, String),
    DeleteColumn(Index, Index),
    Wrap(Index, bool),
    Unwrap(Index),
    Split(Index, Index),
}

const WORDS: [&str; 48] = [
    "the",
    "a",
    "of",
    "and",
    "to",
    "for",
    "we",
    "you",
    "council",
    "care",
    "leaver",
    "leavers",
    "support",
    "money",
    "£100",
    "£1,200",
    "15%",
    "week",
    "month",
    "adviser",
    "personal",
    "home",
    "housing",
    "offer",
    "apply",
    "form",
    "phone",
    "number",
    "01234 567890",
    "year",
    "2024",
    "2025",
    "1 April",
    "health",
    "college",
    "university",
    "travel",
    "pay",
    "until",
    "aged",
    "18",
    "25",
    "don’t",
    "can't",
    "self-employed",
    "e.g.",
    "(or)",
    "—",
];
const LINKS: [&str; 6] = ["", "", "", "/form", "https://example.org/?a=1&b=2", "#top"];
const ELEMENTS: [&str; 12] = [
    "", "", "", "", "strong", "em", "code", "sup", "del", "ins", "br", "img",
];
const HOLDERS: [&str; 6] = [
    "blockquote",
    "div",
    "div class=\"call out\"",
    "section class=box",
    "details",
    "blockquote class=note",
];

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        30 => select(&WORDS[..]).prop_map(str::to_owned),
        1 => "[ a-z<>&\"'{|\\\\é\u{a0}\u{200d}😀]{1,6}",
    ];
    (
        prop::collection::vec(word, 1..14),
        select(vec![" ", " ", ", ", ". ", ""]),
    )
        .prop_map(|(words, end)| words.join(" ") + end)
}

fn inline() -> impl Strategy<Value = Inline> {
    (text(), select(&ELEMENTS[..]), select(&LINKS[..])).prop_map(|(text, element, link)| Inline {
        text,
        element,
        link,
    })
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 1..4)
}

fn table() -> impl Strategy<Value = Node> {
    (1..5_usize, 1..6_usize, any::<bool>()).prop_flat_map(|(width, height, header)| {
        let row = prop::collection::vec(inlines(), width);
        prop::collection::vec(row, height).prop_map(move |rows| Node::Table(rows, header))
    })
}

pub(super) fn node() -> impl Strategy<Value = Node> {
    let text_node = (
        select(vec!["p", "p", "p", "p", "h2", "h3", "h4"]),
        inlines(),
    )
        .prop_map(|(element, inlines)| Node::Text(element, inlines));
    let leaf = prop_oneof![
        8 => text_node,
        1 => "[a-z <&\n\t]{1,40}".prop_map(Node::Pre),
        1 => Just(Node::Rule),
        2 => table(),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let nodes = prop::collection::vec(inner, 1..3);
        let items = prop::collection::vec(nodes.clone(), 1..5);
        let terms = prop::collection::vec((inlines(), nodes.clone()), 1..3);
        prop_oneof![
            3 => (any::<bool>(), 0..3_u8, items).prop_map(|(n, s, items)| Node::List(n, s, items)),
            1 => (select(&HOLDERS[..]), nodes).prop_map(|(holder, nodes)| Node::Holder(holder, nodes)),
            1 => terms.prop_map(Node::Terms),
        ]
    })
}

pub(super) fn document() -> impl Strategy<Value = Vec<Node>> {
    prop::collection::vec(node(), 0..12)
}

pub(super) fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = any::<Index>;
    let edit = prop_oneof![
        (at(), node()).prop_map(|(i, node)| Edit::Insert(i, node)),
        at().prop_map(Edit::Delete),
        at().prop_map(Edit::Repeat),
        (at(), at()).prop_map(|(i, j)| Edit::Move(i, j)),
        (at(), at(), text()).prop_map(|(i, j, text)| Edit::Word(i, j, text)),
        (at(), at(), select(&ELEMENTS[..])).prop_map(|(i, j, name)| Edit::Restyle(i, j, name)),
        (at(), at(), select(&LINKS[..])).prop_map(|(i, j, link)| Edit::Retarget(i, j, link)),
        (at(), at()).prop_map(|(i, j)| Edit::InsertRow(i, j)),
        (at(), at()).prop_map(|(i, j)| Edit::DeleteRow(i, j)),
        (at(), at(), text()).prop_map(|(i, j, text)| Edit::InsertColumn(i, j, text)),
        (at(), at()).prop_map(|(i, j)| Edit::DeleteColumn(i, j)),
        (at(), any::<bool>()).prop_map(|(i, numbered)| Edit::Wrap(i, numbered)),
        at().prop_map(Edit::Unwrap),
        (at(), at()).prop_map(|(i, j)| Edit::Split(i, j)),
    ];
    prop::collection::vec(edit, 0..8)
}

/// Makes a change, at the top level of the document.
pub(super) fn apply(nodes: &mut Vec<Node>, edit: &Edit) {
    if nodes.is_empty() {
        if let Edit::Insert(_, node) = edit {
            nodes.push(node.clone());
        }
        return;
    }
    let length = nodes.len();
    match edit {
        Edit::Insert(i, node) => nodes.insert(i.index(length + 1), node.clone()),
        Edit::Delete(i) => {
            nodes.remove(i.index(length));
        }
        Edit::Repeat(i) => nodes.insert(i.index(length), nodes[i.index(length)].clone()),
        Edit::Move(i, j) => {
            let node = nodes.remove(i.index(length));
            nodes.insert(j.index(length), node);
        }
        Edit::Word(i, j, word) => with_inlines(&mut nodes[i.index(length)], *j, &mut |inline| {
            let words: Vec<&str> = inline.text.split(' ').collect();
            let place = j.index(words.len());
            let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
            words[place] = word.clone();
            inline.text = words.join(" ");
        }),
        Edit::Restyle(i, j, name) => with_inlines(&mut nodes[i.index(length)], *j, &mut |inline| {
            inline.element = name;
        }),
        Edit::Retarget(i, j, link) => {
            with_inlines(&mut nodes[i.index(length)], *j, &mut |inline| {
                inline.link = link;
            })
        }
        Edit::Wrap(i, numbered) => {
            let place = i.index(length);
            let node = nodes.remove(place);
            nodes.insert(place, Node::List(*numbered, 1, vec![vec![node]]));
        }
        Edit::Unwrap(i) => {
            let place = i.index(length);
            let inner = match nodes.remove(place) {
                Node::List(_, _, items) => items.into_iter().flatten().collect(),
                Node::Holder(_, inner) => inner,
                other => vec![other],
            };
            nodes.splice(place..place, inner);
        }
        Edit::Split(i, j) => {
            let place = i.index(length);
            if let Node::Text(name, inlines) = nodes[place].clone()
                && !inlines.is_empty()
            {
                let (a, b) = inlines.split_at(j.index(inlines.len()));
                let halves = [Node::Text(name, a.to_vec()), Node::Text(name, b.to_vec())];
                nodes.splice(place..=place, halves);
            }
        }
        _ => {
            if let Some(rows) = nth_table(nodes, edit) {
                change_table(rows, edit);
            }
        }
    }
}

fn nth_table<'a>(nodes: &'a mut [Node], edit: &Edit) -> Option<&'a mut Vec<Vec<Vec<Inline>>>> {
    let mut tables: Vec<_> = nodes
        .iter_mut()
        .filter_map(|node| match node {
            Node::Table(rows, _) => Some(rows),
            _ => None,
        })
        .collect();
    let (Edit::InsertRow(i, _)
    | Edit::DeleteRow(i, _)
    | Edit::InsertColumn(i, _, _)
    | Edit::DeleteColumn(i, _)) = edit
    else {
        return None;
    };
    (!tables.is_empty()).then(|| tables.remove(i.index(tables.len())))
}

fn change_table(rows: &mut Vec<Vec<Vec<Inline>>>, edit: &Edit) {
    let height = rows.len();
    match edit {
        Edit::InsertRow(_, j) => {
            if let Some(row) = rows.get(j.index(height.max(1))).cloned() {
                rows.insert(j.index(height), row);
            }
        }
        Edit::DeleteRow(_, j) if height > 0 => {
            rows.remove(j.index(height));
        }
        Edit::InsertColumn(_, j, text) => {
            for row in rows {
                let cell = Inline {
                    text: text.clone(),
                    element: "",
                    link: "",
                };
                let place = j.index(row.len() + 1);
                row.insert(place, vec![cell]);
            }
        }
        Edit::DeleteColumn(_, j) => {
            for row in rows.iter_mut().filter(|row| !row.is_empty()) {
                let place = j.index(row.len());
                row.remove(place);
            }
        }
        _ => {}
    }
}

fn with_inlines(node: &mut Node, at: Index, change: &mut dyn FnMut(&mut Inline)) {
    match node {
        Node::Text(_, inlines) if !inlines.is_empty() => {
            let place = at.index(inlines.len());
            change(&mut inlines[place]);
        }
        Node::List(_, _, items) if !items.is_empty() => {
            let place = at.index(items.len());
            if let Some(node) = items[place].first_mut() {
                with_inlines(node, at, change);
            }
        }
        Node::Table(rows, _) if !rows.is_empty() => {
            let place = at.index(rows.len());
            let row = &mut rows[place];
            if !row.is_empty() {
                let place = at.index(row.len());
                for inline in &mut row[place] {
                    change(inline);
                }
            }
        }
        Node::Holder(_, nodes) if !nodes.is_empty() => {
            let place = at.index(nodes.len());
            with_inlines(&mut nodes[place], at, change);
        }
        _ => {}
    }
}

/// The document as HTML.
pub(super) fn html(nodes: &[Node]) -> String {
    nodes.iter().map(node_html).collect()
}

fn node_html(node: &Node) -> String {
    match node {
        Node::Text(name, inlines) => format!("<{name}>{}</{name}>\n", inline_html(inlines)),
        Node::Pre(text) => format!(
            "<pre><code class=\"language-x\">{}</code></pre>",
            escape(text)
        ),
        Node::Rule => "<hr>".to_owned(),
        Node::List(numbered, start, items) => {
            let name = if *numbered { "ol" } else { "ul" };
            let start = if *numbered && *start != 1 {
                format!(" start={start}")
            } else {
                String::new()
            };
            let items: String = items.iter().map(|item| item_html(item)).collect();
            format!("<{name}{start}>\n{items}</{name}>\n")
        }
        Node::Table(rows, header) => table_html(rows, *header),
        Node::Holder("details", nodes) => {
            format!("<details><summary>More</summary>{}</details>", html(nodes))
        }
        Node::Holder(tag, nodes) => {
            let name = tag.split(' ').next().unwrap_or_default();
            format!("<{tag}>{}</{name}>", html(nodes))
        }
        Node::Terms(terms) => {
            let terms: String = terms
                .iter()
                .map(|(term, nodes)| {
                    format!("<dt>{}</dt><dd>{}</dd>", inline_html(term), html(nodes))
                })
                .collect();
            format!("<dl>{terms}</dl>")
        }
    }
}

/// Items are tight (bare text) when they hold one paragraph.
fn item_html(nodes: &[Node]) -> String {
    match nodes {
        [Node::Text("p", inlines)] => format!("<li>{}</li>\n", inline_html(inlines)),
        nodes => format!("<li>{}</li>", html(nodes)),
    }
}

fn table_html(rows: &[Vec<Vec<Inline>>], header: bool) -> String {
    let mut out = String::from("<table>");
    for (place, row) in rows.iter().enumerate() {
        let is_head = header && place == 0;
        let name = if is_head { "th" } else { "td" };
        out.push_str(if is_head { "<thead>" } else { "" });
        out.push_str("<tr>");
        for cell in row {
            out.push_str(&format!("<{name}>{}</{name}>", inline_html(cell)));
        }
        out.push_str("</tr>");
        out.push_str(if is_head { "</thead><tbody>" } else { "" });
    }
    out.push_str("</table>");
    out
}

fn inline_html(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| {
            let text = escape(&inline.text);
            let text = match inline.element {
                "" => text,
                "br" => format!("{text}<br>"),
                "img" => format!("<img src=\"/{}.png\" alt=\"{text}\">", text.len()),
                name => format!("<{name}>{text}</{name}>"),
            };
            match inline.link {
                "" => text,
                link => format!("<a href=\"{}\">{text}</a>", escape(link)),
            }
        })
        .collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// Strings that look like HTML but were never meant to be.
pub(super) fn soup() -> impl Strategy<Value = String> {
    let scraps = vec![
        "<p>",
        "</p>",
        "<ul>",
        "</ul>",
        "<ol start=9999999999999999999>",
        "<ol start=-3>",
        "</ol>",
        "<li>",
        "</li>",
        "<li value=7>",
        "<table>",
        "</table>",
        "<thead>",
        "</thead>",
        "<tbody>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th>",
        "</th>",
        "<dl>",
        "<dt>",
        "<dd>",
        "</dd>",
        "</dl>",
        "<div class=a>",
        "<div>",
        "</div>",
        "<section class='b c'>",
        "</section>",
        "<blockquote>",
        "</blockquote>",
        "<details>",
        "<summary>",
        "</summary>",
        "</details>",
        "<caption>",
        "</caption>",
        "<h1>",
        "</h1>",
        "<h6>",
        "<pre>",
        "</pre>",
        "<code>",
        "</code>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href=x>",
        "<a href='#y'>",
        "<a>",
        "</a>",
        "<sup>",
        "</sup>",
        "<br>",
        "<hr>",
        "<img src=a alt=b>",
        "<img>",
        "<input type=checkbox checked>",
        "<input>",
        "<script>",
        "</script>",
        "<!-- c -->",
        "<!doctype html>",
        "&amp;",
        "&#0;",
        "&#x1b;[31m",
        "&nbsp;",
        "<",
        ">",
        "\0",
        "\u{1b}",
        "\r\n",
        "\t",
        " ",
        " ",
        "one ",
        "two ",
        "three four five six ",
        "£1,200 ",
        "seven eight nine ten eleven twelve thirteen ",
        "’",
        "<textarea>",
        "<title>",
        "<svg>",
        "<plaintext",
        "<p a=1 a=2 class=\"x",
        "\u{202e}",
    ];
    prop_oneof![
        4 => prop::collection::vec(select(scraps), 0..60).prop_map(|scraps| scraps.concat()),
        1 => any::<String>(),
        1 => "[<>/a-z\"'= &;]{0,120}",
    ]
}
