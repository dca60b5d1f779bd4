//! Cuts a PDF into its smallest pieces (ISO 32000-1, 7.2 and 7.3).

/// The longest text or hexadecimal text, in bytes of the file.
const LONGEST: usize = 1024 * 1024;

/// How much of a text is kept, in bytes.
const KEPT: usize = 64 * 1024;

/// A smallest piece.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// A number; a fraction is cut off, since only whole ones matter here.
    Number(i64),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// A text, as bytes in one of several encodings.
    Text(Vec<u8>),
    ListStart,
    ListEnd,
    DictionaryStart,
    DictionaryEnd,
    /// Any other word: `obj`, `stream`, `R`, `true`…
    Word(&'a [u8]),
}

/// Walks over bytes. Reads each of them a bounded number of times however it is sent back and
/// forth, and stops when that is used up.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    work_left: usize,
}

impl<'a> Lexer<'a> {
    /// Begins at the start.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            work_left: bytes.len().saturating_mul(8).saturating_add(LONGEST),
        }
    }

    /// Whether it stopped because it was sent back too often.
    pub(super) fn is_exhausted(&self) -> bool {
        self.work_left == 0
    }

    /// Where it stands.
    pub(super) fn place(&self) -> usize {
        self.at
    }

    /// Goes on from another place.
    pub(super) fn go_to(&mut self, place: usize) {
        self.at = place.min(self.bytes.len());
    }

    /// Skips the end of the line behind `stream`; gives the place behind it.
    pub(super) fn skip_end_of_line(&mut self) -> usize {
        let rest = self.rest();
        if rest.starts_with(b"\r\n") {
            self.at += 2;
        } else if rest.starts_with(b"\n") || rest.starts_with(b"\r") {
            self.at += 1;
        }
        self.at
    }

    /// Skips this word if it comes next.
    pub(super) fn skip_word(&mut self, word: &[u8]) -> bool {
        let place = self.at;
        if self.next() == Some(Token::Word(word)) {
            return true;
        }
        self.at = place;
        false
    }

    /// The next piece, or nothing at the end.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let before = self.at;
        let token = self.token();
        self.work_left = self
            .work_left
            .saturating_sub(self.at.saturating_sub(before).max(1));
        token.filter(|_| self.work_left > 0)
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or(&[])
    }

    fn token(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let rest = self.rest();
        let (token, length) = match rest {
            [] => return None,
            [b'<', b'<', ..] => (Token::DictionaryStart, 2),
            [b'>', b'>', ..] => (Token::DictionaryEnd, 2),
            [b'[', ..] => (Token::ListStart, 1),
            [b']', ..] => (Token::ListEnd, 1),
            [b'(', ..] => text(rest).unwrap_or_else(|| self.stands_alone(rest)),
            [b'<', ..] => hexadecimal(rest).unwrap_or_else(|| self.stands_alone(rest)),
            [b'/', ..] => name(rest),
            [b')' | b'>' | b'{' | b'}', ..] => (Token::Word(rest.get(..1).unwrap_or(rest)), 1),
            _ => word(rest),
        };
        self.at += length;
        Some(token)
    }

    /// A bracket whose text has no end. The search for the end is paid for, so that a file of
    /// nothing but brackets does not cost the square of its length.
    fn stands_alone(&mut self, rest: &'a [u8]) -> (Token<'a>, usize) {
        self.work_left = self.work_left.saturating_sub(rest.len().min(LONGEST));
        (Token::Word(rest.get(..1).unwrap_or(rest)), 1)
    }

    /// White space and remarks.
    fn skip_space(&mut self) {
        while let Some(byte) = self.bytes.get(self.at) {
            if *byte == b'%' {
                let line = self.rest();
                self.at += line
                    .iter()
                    .position(|byte| matches!(byte, b'\r' | b'\n'))
                    .unwrap_or(line.len());
            } else if is_space(*byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }
}

/// White space (ISO 32000-1, table 1).
fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// Where a word or a name ends.
fn is_end(byte: u8) -> bool {
    is_space(byte) || b"()<>[]{}/%".contains(&byte)
}

/// A number or a word.
fn word(rest: &[u8]) -> (Token<'_>, usize) {
    let end = rest
        .iter()
        .position(|byte| is_end(*byte))
        .unwrap_or(rest.len());
    let word = rest.get(..end).unwrap_or(rest);
    let whole = word.split(|byte| *byte == b'.').next().unwrap_or(word);
    let number = std::str::from_utf8(whole)
        .ok()
        .filter(|_| word.iter().all(|byte| b"+-.0123456789".contains(byte)))
        .map(|whole| whole.parse::<i64>().unwrap_or(0));
    // Some producers leave no space between `0 obj` and what follows, or before `endobj`.
    (number.map_or(Token::Word(word), Token::Number), end.max(1))
}

/// A name; `#` and two digits stand for a byte.
fn name(rest: &[u8]) -> (Token<'_>, usize) {
    let body = rest.get(1..).unwrap_or(&[]);
    let end = body
        .iter()
        .position(|byte| is_end(*byte))
        .unwrap_or(body.len());
    let mut name = Vec::new();
    let mut left = body.get(..end.min(KEPT)).unwrap_or(&[]);
    while let Some((byte, after)) = left.split_first() {
        left = after;
        if *byte == b'#'
            && let [high, low, after @ ..] = left
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            name.push(high * 16 + low);
            left = after;
        } else {
            name.push(*byte);
        }
    }
    (Token::Name(name), end + 1)
}

/// A text in brackets, which may hold pairs of brackets; nothing where it has no end.
fn text(rest: &[u8]) -> Option<(Token<'_>, usize)> {
    let mut text = Vec::new();
    let mut depth = 1_usize;
    let mut at = 1;
    while let Some(byte) = rest.get(at) {
        if at > LONGEST {
            break;
        }
        at += 1;
        match byte {
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return Some((Token::Text(text), at));
                }
            }
            b'\\' => {
                let (escaped, length) = escape(rest.get(at..).unwrap_or(&[]));
                at += length;
                if let Some(byte) = escaped
                    && text.len() < KEPT
                {
                    text.push(byte);
                }
                continue;
            }
            _ => {}
        }
        if text.len() < KEPT {
            text.push(*byte);
        }
    }
    None
}

/// What stands behind a backslash: a byte, or nothing for a broken line; and its length.
fn escape(rest: &[u8]) -> (Option<u8>, usize) {
    match rest {
        [] => (None, 0),
        [b'n', ..] => (Some(b'\n'), 1),
        [b'r', ..] => (Some(b'\r'), 1),
        [b't', ..] => (Some(b'\t'), 1),
        [b'b', ..] => (Some(8), 1),
        [b'f', ..] => (Some(12), 1),
        [b'\r', b'\n', ..] => (None, 2),
        [b'\r' | b'\n', ..] => (None, 1),
        [b'0'..=b'7', ..] => {
            let digits = rest
                .iter()
                .take(3)
                .take_while(|byte| matches!(byte, b'0'..=b'7'));
            let length = digits.clone().count();
            let byte = digits.fold(0_u8, |byte, digit| {
                byte.wrapping_mul(8).wrapping_add(digit - b'0')
            });
            (Some(byte), length)
        }
        [byte, ..] => (Some(*byte), 1),
    }
}

/// A text in hexadecimal digits; nothing where it has no end.
fn hexadecimal(rest: &[u8]) -> Option<(Token<'_>, usize)> {
    let body = rest.get(1..rest.len().min(LONGEST)).unwrap_or(&[]);
    let end = body.iter().position(|byte| *byte == b'>')?;
    let digits: Vec<u8> = body
        .iter()
        .take(end)
        .filter_map(|byte| digit(*byte))
        .take(KEPT * 2)
        .collect();
    let text = digits
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => high * 16 + low,
            [high] => high * 16,
            _ => 0,
        })
        .collect();
    Some((Token::Text(text), end + 2))
}

/// The value of a hexadecimal digit.
fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(bytes: &[u8]) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(bytes);
        std::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn pieces_are_told_apart() {
        assert_eq!(
            all(b"1 0 obj<</A#42(J\\157 \\(x\\) (y)\\\r\n.)/C[<4A 6>-1.5]>>% remark\nendobj"),
            [
                Token::Number(1),
                Token::Number(0),
                Token::Word(b"obj"),
                Token::DictionaryStart,
                Token::Name(b"AB".to_vec()),
                Token::Text(b"Jo (x) (y).".to_vec()),
                Token::Name(b"C".to_vec()),
                Token::ListStart,
                Token::Text(b"J`".to_vec()),
                Token::Number(-1),
                Token::ListEnd,
                Token::DictionaryEnd,
                Token::Word(b"endobj"),
            ]
        );
    }

    #[test]
    fn a_text_without_an_end_is_one_bracket() {
        assert_eq!(all(b"(ab"), [Token::Word(b"("), Token::Word(b"ab")]);
        assert_eq!(all(b"<ab"), [Token::Word(b"<"), Token::Word(b"ab")]);
    }

    proptest! {
        #[test]
        fn any_bytes_come_to_an_end(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = all(&bytes);
        }
    }
}
