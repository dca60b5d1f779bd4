//! Tokens and runs as HTML.

use super::notes::link_changes;
use super::saying::TextWords;
use super::tokens::{Style, Token, TokenKind};
use super::words::Run;

/// With more changes than this in one text, those without words are marked for the
/// eye only: a listener would hear "removed, added" more often than the text.
const MOST_ANNOUNCED: usize = 3;

/// Appends text with the characters that mean something in HTML escaped.
pub(super) fn write_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}

/// What happened to a stretch of text as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

impl Mark {
    fn element(self) -> &'static str {
        match self {
            Self::Added => "ins",
            Self::Removed => "del",
        }
    }

    /// The word for the ear of a listener.
    fn said(self, words: &dyn TextWords) -> String {
        match self {
            Self::Added => words.added(),
            Self::Removed => words.removed(),
        }
    }
}

/// Appends what `content` writes, marked as added or removed; with words that announce it, says
/// so for those who do not see the mark.
pub(super) fn write_marked(
    out: &mut String,
    mark: Mark,
    announced: Option<&dyn TextWords>,
    content: impl FnOnce(&mut String),
) {
    out.push('<');
    out.push_str(mark.element());
    out.push('>');
    if let Some(words) = announced {
        out.push_str("<span class=\"visually-hidden\">");
        write_escaped(out, &mark.said(words));
        out.push_str(" </span>");
    }
    content(out);
    out.push_str("</");
    out.push_str(mark.element());
    out.push('>');
}

/// Appends a remark that is not part of the text.
pub(super) fn write_note(out: &mut String, words: &str) {
    out.push_str(" <span class=\"note\">(");
    write_escaped(out, words);
    out.push_str(")</span>");
}

/// Appends the runs of a changed text.
pub(super) fn write_runs(out: &mut String, runs: &[Run], words: &dyn TextWords) {
    let changes = runs.iter().filter(|run| run.is_change_of_words()).count();
    let announced = |tokens: &[Token]| {
        let is_announced = changes <= MOST_ANNOUNCED || tokens.iter().any(Token::is_word);
        is_announced.then_some(words)
    };
    let mut links = link_changes(runs).into_iter().peekable();
    let mut before: Option<&Run> = None;
    for (place, run) in runs.iter().enumerate() {
        if needs_space_between(before, run) {
            out.push(' ');
        }
        match run {
            Run::Same(tokens) | Run::Restyled { new: tokens, .. } => {
                write_tokens(out, tokens, words);
            }
            Run::Removed(tokens) => {
                write_marked(out, Mark::Removed, announced(tokens), |out| {
                    write_tokens(out, tokens, words);
                });
            }
            Run::Added(tokens) => {
                write_marked(out, Mark::Added, announced(tokens), |out| {
                    write_tokens(out, tokens, words);
                });
            }
        }
        while let Some((_, change)) = links.next_if(|(at, _)| *at == place) {
            write_note(out, &words.link(&change));
        }
        before = Some(run);
    }
}

/// A space keeps the old words from running into the new ones. Not where spaces
/// are at the edge already: those may count.
fn needs_space_between(before: Option<&Run>, run: &Run) -> bool {
    match (before, run) {
        (Some(Run::Removed(old)), Run::Added(new)) => {
            !old.last().is_some_and(Token::is_space) && !new.first().is_some_and(Token::is_space)
        }
        _ => false,
    }
}

/// Appends tokens with their styles. A link is shown as one, but leads nowhere: a
/// comparison is no place to follow links that may be gone.
pub(super) fn write_tokens(out: &mut String, tokens: &[Token], words: &dyn TextWords) {
    for linked in tokens.chunk_by(|a, b| a.link == b.link) {
        let is_link = linked.first().is_some_and(|token| token.link.is_some());
        if is_link {
            out.push_str("<span class=\"link\">");
        }
        for styled in linked.chunk_by(|a, b| a.style == b.style) {
            let style = styled.first().map_or(Style::PLAIN, |token| token.style);
            open_styles(out, style);
            for token in styled {
                write_token(out, token, words);
            }
            close_styles(out, style);
        }
        if is_link {
            out.push_str("</span>");
        }
    }
}

fn open_styles(out: &mut String, style: Style) {
    for name in style.names() {
        out.push('<');
        out.push_str(name);
        out.push('>');
    }
}

fn close_styles(out: &mut String, style: Style) {
    for name in style.names().rev() {
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

fn write_token(out: &mut String, token: &Token, words: &dyn TextWords) {
    match token.kind {
        TokenKind::Break => out.push_str("<br>"),
        TokenKind::Picture(_) => {
            out.push_str("<span class=\"picture\">[");
            write_escaped(out, &words.picture(&token.text));
            out.push_str("]</span>");
        }
        TokenKind::Checkbox => {
            out.push_str(&token.text);
            out.push_str("<span class=\"visually-hidden\"> ");
            write_escaped(out, &words.tick(token.text == "☑"));
            out.push_str("</span>");
        }
        TokenKind::Word | TokenKind::Space | TokenKind::Mark => write_escaped(out, &token.text),
    }
}
