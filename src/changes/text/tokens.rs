//! Text as tokens: words, spaces and marks, each with its style and link.
//!
//! A token is the smallest thing that can be called changed. Amounts, dates,
//! addresses and hyphenated words are one token each, so that a reader sees
//! "£1,200 became £1,450" and not five changed digits.

use std::sync::Arc;

/// The inline elements that count as style, by the name they are written with.
pub(super) const STYLES: [&str; 10] = [
    "strong", "em", "code", "sup", "sub", "s", "u", "mark", "small", "q",
];

/// Longest address that is kept whole; what is longer is cut and gets a digest,
/// so that one giant address cannot be copied into a hundred thousand blocks.
const LONGEST_ADDRESS: usize = 1_000;

/// Longest class or similar label that is kept whole.
const LONGEST_LABEL: usize = 100;

/// The set of inline styles that a token stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style(u16);

impl Style {
    /// No style at all.
    pub const PLAIN: Style = Style(0);

    /// This set with one more style, by its place in the list of styles.
    pub(super) fn with(self, place: usize) -> Style {
        Style(self.0 | (1 << place))
    }

    /// The styles in both sets.
    fn shared(self, other: Style) -> Style {
        Style(self.0 & other.0)
    }

    /// The names of the HTML elements for the styles in this set, outermost first.
    pub fn names(self) -> impl DoubleEndedIterator<Item = &'static str> {
        STYLES
            .iter()
            .enumerate()
            .filter(move |(place, _)| self.0 & (1 << place) != 0)
            .map(|(_, name)| *name)
    }
}

/// The style that an element gives, as its place in the list of styles.
pub(super) fn style_of(element: &[u8]) -> Option<usize> {
    let name = match element {
        b"strong" | b"b" => "strong",
        b"em" | b"i" | b"cite" | b"dfn" | b"var" => "em",
        b"code" | b"kbd" | b"samp" | b"tt" => "code",
        b"sup" => "sup",
        b"sub" => "sub",
        b"del" | b"s" | b"strike" => "s",
        b"ins" | b"u" => "u",
        b"mark" => "mark",
        b"small" => "small",
        b"q" => "q",
        _ => return None,
    };
    STYLES.iter().position(|style| *style == name)
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits, with what belongs to them.
    Word,
    /// White space: one space, or what stands there in preformatted text.
    Space,
    /// One punctuation mark or symbol.
    Mark,
    /// A line break, or a block inside a table cell; the text names it.
    Break,
    /// A picture by its address; the text is its alternative text.
    Picture(Arc<str>),
    /// A checkbox of a task list; the text is `☐` or `☑`.
    Checkbox,
}

/// A word, a space or a mark with its style and link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its characters; never control characters other than tab and newline.
    pub text: String,
    /// The styles it stands in.
    pub style: Style,
    /// Where it links to.
    pub link: Option<Arc<str>>,
}

impl Token {
    /// Is this white space?
    pub fn is_space(&self) -> bool {
        self.kind == TokenKind::Space
    }

    /// Is this a word?
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Does this token say something, or does it only part others?
    pub(super) fn has_content(&self) -> bool {
        !matches!(self.kind, TokenKind::Space | TokenKind::Break)
    }

    /// Appends what a reader reads. A picture gets a mark of its own, so that
    /// it never equals words or nothing.
    pub(super) fn write_plain(&self, out: &mut String) {
        match self.kind {
            TokenKind::Break => out.push('\n'),
            TokenKind::Picture(_) => {
                out.push('\u{fffc}');
                out.push_str(&self.text);
            }
            _ => out.push_str(&self.text),
        }
    }

    /// How many bytes [`Token::write_plain`] appends.
    pub(super) fn plain_length(&self) -> usize {
        match self.kind {
            TokenKind::Break => 1,
            TokenKind::Picture(_) => '\u{fffc}'.len_utf8() + self.text.len(),
            _ => self.text.len(),
        }
    }

    /// Do both stand in the same styles and link to the same place?
    fn dressed_alike(&self, style: Style, link: Option<&Arc<str>>) -> bool {
        self.style == style && self.link.as_ref() == link
    }
}

/// What a terminal shows for these tokens.
pub(super) fn shown(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        match token.kind {
            TokenKind::Picture(_) => {
                out.push_str("[picture: ");
                out.push_str(&token.text);
                out.push(']');
            }
            _ => token.write_plain(&mut out),
        }
    }
    out
}

/// What a reader reads in these tokens.
pub(super) fn plain(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        token.write_plain(&mut out);
    }
    out
}

/// How many of these tokens are words.
pub(super) fn count_words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.is_word()).count()
}

/// An address without white space at its ends and control characters, cut when giant.
pub(super) fn clean_address(raw: &str) -> Arc<str> {
    shorten(&clean_label_text(raw), LONGEST_ADDRESS).into()
}

/// A class or other label with single spaces and no control characters, cut when giant.
pub(super) fn clean_label(raw: &str) -> String {
    shorten(&clean_label_text(raw), LONGEST_LABEL)
}

/// Single spaces, no control characters, nothing at the ends.
fn clean_label_text(raw: &str) -> String {
    let words: Vec<String> = raw
        .split_whitespace()
        .map(|word| word.chars().filter(|c| !c.is_control()).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The text itself, or its beginning and a digest of the whole.
fn shorten(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some((end, _)) => {
            let start = text.get(..end).unwrap_or_default();
            format!("{start}…{:016x}", digest(text.as_bytes()))
        }
    }
}

/// The FNV-1a digest: the same on every machine and in every version.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Turns pieces of text into tokens, one block at a time.
///
/// It looks only at the tokens it already has, so it does not matter into how
/// many pieces the text was cut on its way here.
#[derive(Debug, Default)]
pub(super) struct TokenWriter {
    tokens: Vec<Token>,
    preformatted: bool,
}

impl TokenWriter {
    /// Keeps white space as it is from here to the end of the block.
    pub(super) fn keep_spaces(&mut self) {
        self.preformatted = true;
    }

    /// Appends text that stands in a style and a link.
    pub(super) fn text(&mut self, text: &str, style: Style, link: Option<&Arc<str>>) {
        for character in text.chars() {
            if character.is_whitespace() {
                self.space(character);
            } else if !character.is_control() {
                self.visible(character, style, link);
            }
        }
    }

    /// Appends a line break or the edge of a block in a cell. Where several meet,
    /// one is kept: the last that has a name.
    pub(super) fn line_break(&mut self, name: &str) {
        if self.preformatted {
            self.space('\n');
            return;
        }
        if self.tokens.last().is_some_and(Token::is_space) {
            self.tokens.pop();
        }
        match self.tokens.last_mut() {
            Some(last) if last.kind == TokenKind::Break => {
                if !name.is_empty() {
                    name.clone_into(&mut last.text);
                }
            }
            _ => self.push(TokenKind::Break, name.to_owned(), Style::PLAIN, None),
        }
    }

    /// Appends a picture or a checkbox.
    pub(super) fn object(
        &mut self,
        kind: TokenKind,
        text: &str,
        style: Style,
        link: Option<&Arc<str>>,
    ) {
        self.push(kind, clean_label_text(text), style, link);
    }

    /// Is there nothing here but superscript, as before the text of a footnote?
    pub(super) fn holds_only_superscript(&self) -> bool {
        let superscript = STYLES.iter().position(|name| *name == "sup");
        let mut content = self.tokens.iter().filter(|t| t.has_content()).peekable();
        content.peek().is_some()
            && content.all(|token| {
                superscript.is_some_and(|place| token.style == token.style.with(place))
            })
    }

    /// The tokens of the block, without white space and breaks at its ends; ready
    /// for the next block.
    pub(super) fn finish(&mut self) -> Vec<Token> {
        let mut tokens = std::mem::take(&mut self.tokens);
        let preformatted = std::mem::take(&mut self.preformatted);
        let outside = |token: &Token| {
            if preformatted {
                token.is_space() && token.text == "\n"
            } else {
                !token.has_content()
            }
        };
        while tokens.last().is_some_and(outside) {
            tokens.pop();
        }
        let first = tokens.iter().position(|token| !outside(token));
        tokens.drain(..first.unwrap_or(0));
        dress_spaces(&mut tokens);
        tokens
    }

    fn space(&mut self, character: char) {
        if !self.preformatted {
            if self.tokens.last().is_some_and(Token::has_content) {
                self.push(TokenKind::Space, " ".to_owned(), Style::PLAIN, None);
            }
            return;
        }
        match character {
            '\n' => self.push(TokenKind::Space, "\n".to_owned(), Style::PLAIN, None),
            '\r' => {}
            _ => {
                let character = if character == '\t' { '\t' } else { ' ' };
                match self.tokens.last_mut() {
                    Some(last) if last.is_space() && last.text != "\n" => last.text.push(character),
                    _ => self.push(TokenKind::Space, character.to_string(), Style::PLAIN, None),
                }
            }
        }
    }

    fn visible(&mut self, character: char, style: Style, link: Option<&Arc<str>>) {
        self.join_around_mark(character, style, link);
        match self.tokens.last_mut() {
            Some(last) if last.dressed_alike(style, link) && belongs(last, character) => {
                last.text.push(character);
                if character.is_alphanumeric() {
                    last.kind = TokenKind::Word;
                }
            }
            _ => {
                let kind = if character.is_alphanumeric() {
                    TokenKind::Word
                } else {
                    TokenKind::Mark
                };
                self.push(kind, character.to_string(), style, link);
            }
        }
    }

    /// Joins a word and the mark after it when this character makes them one word,
    /// as in `don't`, `1,200`, `01/04/2026` and `self-employed`.
    fn join_around_mark(&mut self, character: char, style: Style, link: Option<&Arc<str>>) {
        let [.., word, mark] = self.tokens.as_mut_slice() else {
            return;
        };
        let joins = word.is_word()
            && mark.kind == TokenKind::Mark
            && word.dressed_alike(style, link)
            && mark.dressed_alike(style, link)
            && joins_words(word.text.chars().next_back(), &mark.text, character);
        if joins {
            word.text.push_str(&mark.text);
            self.tokens.pop();
        }
    }

    fn push(&mut self, kind: TokenKind, text: String, style: Style, link: Option<&Arc<str>>) {
        self.tokens.push(Token {
            kind,
            text,
            style,
            link: link.cloned(),
        });
    }
}

/// Does a character continue the token before it?
fn belongs(token: &Token, character: char) -> bool {
    let last = token.text.chars().next_back();
    match token.kind {
        TokenKind::Word => {
            character.is_alphanumeric()
                || is_extender(character)
                || (character == '%' && last.is_some_and(char::is_numeric))
        }
        TokenKind::Mark => {
            is_extender(character)
                || last == Some('\u{200d}')
                || (character.is_numeric() && matches!(last, Some('£' | '€' | '$')))
        }
        _ => false,
    }
}

/// Accents, joiners and variants that stand on the character before them.
fn is_extender(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Is a mark between two characters part of one word?
fn joins_words(before: Option<char>, mark: &str, after: char) -> bool {
    let Some(before) = before else { return false };
    match mark {
        "'" | "’" | "." | "-" | "_" | "@" | "\u{2011}" => {
            before.is_alphanumeric() && after.is_alphanumeric()
        }
        "," | "/" | ":" => before.is_numeric() && after.is_numeric(),
        _ => false,
    }
}

/// Gives each space what its neighbours share: where exactly a bold run ends
/// around a space is nothing that a reader sees.
fn dress_spaces(tokens: &mut [Token]) {
    let mut after = (Style::PLAIN, None);
    for token in tokens.iter_mut().rev() {
        if token.is_space() {
            token.style = after.0;
            token.link.clone_from(&after.1);
        } else {
            after = (token.style, token.link.clone());
        }
    }
    let mut before = (Style::PLAIN, None);
    for token in tokens {
        if token.is_space() {
            token.style = token.style.shared(before.0);
            if token.link != before.1 {
                token.link = None;
            }
        } else {
            before = (token.style, token.link.clone());
        }
    }
}
