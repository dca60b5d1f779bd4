//! Marks where numbers and words mean nothing to the rules: addresses, code, keys of TOML and
//! attributes of headings.
//!
//! Only fenced code and code in backticks count as code, and the words of a chart do not. A block that is merely indented is read
//! as text: that happens by accident, and nothing may hide there.

use std::ops::Range;

use super::{Format, charts};

/// What may still be found in a quiet place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// Nothing: an address, a key.
    Nothing,
    /// E-mail addresses: code is published too.
    Emails,
}

/// A quiet place.
#[derive(Clone, Debug)]
pub(super) struct Quiet {
    pub span: Range<usize>,
    pub kept: Kept,
}

/// How far the end of a code span or a link is looked for, in bytes.
const REACH: usize = 2_000;

/// The quiet places of a text, in order and apart, and where its front matter ends.
pub(super) fn places(text: &str, format: Format) -> (Vec<Quiet>, usize) {
    let mut marks = Marks {
        text,
        quiet: Vec::new(),
    };
    let front_end = match format {
        Format::Markdown => front_matter_end(text),
        Format::Toml => text.len(),
        Format::Csv => 0,
    };
    let mut fence: Option<Fence> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = start..start + line.len();
        start = span.end;
        if span.start < front_end {
            marks.key(&span, line);
            marks.inside(&span, false);
        } else if format == Format::Csv {
            marks.inside(&span, false);
        } else {
            fence = marks.markdown_line(&span, line, fence);
        }
    }
    (marks.quiet, front_end)
}

/// Where front matter ends: after the line `+++` that closes it; 0 if there is none.
fn front_matter_end(text: &str) -> usize {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let is_mark = line.trim_start_matches('\u{feff}').trim_end() == "+++";
        match (number, is_mark) {
            (0, false) => return 0,
            (0, true) | (_, false) => {}
            (_, true) => return at,
        }
    }
    0
}

/// An open code fence: its character and how often it stands there.
#[derive(Clone, Copy)]
struct Fence {
    character: char,
    length: usize,
    /// What stands in it is shown to readers: the title of a chart and what it tells.
    is_shown: bool,
}

impl Fence {
    fn read(line: &str) -> Option<Self> {
        let line = line.trim_start_matches([' ', '>']);
        let character = line.chars().next().filter(|one| "`~".contains(*one))?;
        let length = line.chars().take_while(|one| *one == character).count();
        (length >= 3).then(|| Self {
            character,
            length,
            is_shown: charts::is_chart(line),
        })
    }
}

struct Marks<'t> {
    text: &'t str,
    quiet: Vec<Quiet>,
}

impl Marks<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn mark(&mut self, span: Range<usize>, kept: Kept) {
        let apart = self
            .quiet
            .last()
            .is_none_or(|last| last.span.end <= span.start);
        if apart && span.start < span.end {
            self.quiet.push(Quiet { span, kept });
        }
    }

    /// A line of Markdown; answers whether a fence is open after it.
    fn markdown_line(
        &mut self,
        span: &Range<usize>,
        line: &str,
        open: Option<Fence>,
    ) -> Option<Fence> {
        let may_be_fence = matches!(self.byte(span.start), b'`' | b'~' | b' ' | b'>');
        let read = may_be_fence.then(|| Fence::read(line)).flatten();
        match (open, read) {
            (Some(open), Some(read))
                if read.character == open.character && read.length >= open.length =>
            {
                self.mark(span.clone(), Kept::Emails);
                None
            }
            (Some(open), _) if open.is_shown => {
                self.key(span, line);
                self.inside(span, false);
                Some(open)
            }
            (Some(open), _) => {
                self.mark(span.clone(), Kept::Emails);
                Some(open)
            }
            (None, Some(read)) => {
                self.mark(span.clone(), Kept::Emails);
                Some(read)
            }
            (None, None) => {
                self.inside(span, true);
                None
            }
        }
    }

    /// A key of TOML (`age_from = 4`) or the name of a table (`[police-2]`).
    fn key(&mut self, span: &Range<usize>, line: &str) {
        let body = line.trim_start();
        let start = span.start + (line.len() - body.len());
        if body.starts_with('[') && body.trim_end().ends_with(']') && !body.contains([',', '"']) {
            self.mark(start..span.end, Kept::Nothing);
            return;
        }
        let Some((key, _)) = body.split_once('=') else {
            return;
        };
        let is_key = !key.trim().is_empty()
            && key.bytes().all(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'"' | b' ')
            })
            && !key.trim().contains(' ');
        if is_key {
            self.mark(start..start + key.len(), Kept::Nothing);
        }
    }

    /// The quiet parts within a line; code, links and attributes only in Markdown.
    fn inside(&mut self, span: &Range<usize>, markdown: bool) {
        let mut at = span.start;
        let is_heading = markdown && self.byte(at) == b'#';
        while at < span.end {
            let end = match self.byte(at) {
                b'`' if markdown => self.code_end(at, span.end).map(|end| (end, Kept::Emails)),
                b']' if markdown => self
                    .link_target_end(at, span.end)
                    .map(|end| (end, Kept::Nothing)),
                b'{' if is_heading => self
                    .end_of(at, span.end, b'}')
                    .map(|end| (end, Kept::Nothing)),
                b':' if self.byte(at + 1) == b'/' && self.byte(at + 2) == b'/' => {
                    Some((self.address_end(at, span.end), Kept::Nothing))
                }
                b'w' if self.is_at(at, "www.") => {
                    Some((self.address_end(at, span.end), Kept::Nothing))
                }
                _ => None,
            };
            match end {
                Some((end, kept)) => {
                    self.mark(at..end, kept);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }

    fn is_at(&self, at: usize, word: &str) -> bool {
        self.text
            .as_bytes()
            .get(at..)
            .is_some_and(|rest| rest.starts_with(word.as_bytes()))
    }

    /// The end of a code span that opens here.
    fn code_end(&self, at: usize, line_end: usize) -> Option<usize> {
        let run = |from: usize| {
            (from..line_end)
                .take_while(|one| self.byte(*one) == b'`')
                .count()
        };
        let length = run(at);
        let limit = line_end.min(at + REACH);
        let mut next = at + length;
        while next < limit {
            if self.byte(next) == b'`' {
                let closing = run(next);
                if closing == length {
                    return Some(next + closing);
                }
                next += closing;
            } else {
                next += 1;
            }
        }
        None
    }

    /// The end of a link's target, `](…)` or `]: …`, unless it is an e-mail address or a
    /// telephone number: those are read.
    fn link_target_end(&self, at: usize, line_end: usize) -> Option<usize> {
        let target = at + 2;
        let is_read = ["mailto:", "tel:", "sms:"]
            .iter()
            .any(|scheme| self.is_at(target, scheme) || self.is_at(target + 1, scheme));
        match self.byte(at + 1) {
            _ if is_read => None,
            b'(' => self.end_of(at, line_end, b')'),
            b':' if self.is_definition(at) => Some(self.address_end(target + 1, line_end)),
            _ => None,
        }
    }

    /// Whether the bracket that ends at a place is the name of a link at the start of its line. What
    /// follows the name of a footnote is read like everything else.
    fn is_definition(&self, at: usize) -> bool {
        let head = self.text.get(..at).unwrap_or("");
        let line = head.rsplit('\n').next().unwrap_or("").trim_start();
        line.starts_with('[') && !line.starts_with("[^")
    }

    fn end_of(&self, at: usize, line_end: usize, closing: u8) -> Option<usize> {
        let limit = line_end.min(at + REACH);
        (at..limit)
            .find(|one| self.byte(*one) == closing)
            .map(|found| found + 1)
    }

    /// The end of an address: the next white space, quote, bracket or cell border.
    fn address_end(&self, at: usize, line_end: usize) -> usize {
        let is_end = |byte: u8| {
            byte.is_ascii_whitespace() || matches!(byte, b'"' | b'<' | b'>' | b')' | b'|' | b']')
        };
        let mut end = at;
        while end < line_end && !is_end(self.byte(end)) {
            end += 1;
        }
        // A comma ends a field of a register.
        while end > at && matches!(self.byte(end - 1), b'.' | b',' | b';') {
            end -= 1;
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet(text: &str, format: Format) -> Vec<&str> {
        let (places, _) = places(text, format);
        let parts = places.into_iter().map(|one| text.get(one.span).unwrap());
        parts.collect()
    }

    #[test]
    fn addresses_code_and_attributes_are_quiet() {
        let text = "# Two {#two covers=x-2}\n[a](b/3.md) `four` and https://x.example/5, ok";
        assert_eq!(
            quiet(text, Format::Markdown),
            ["{#two covers=x-2}", "](b/3.md)", "`four`", "://x.example/5"]
        );
    }

    #[test]
    fn fences_are_quiet_until_they_close() {
        let text = "a\n```\nb\n~~~\n```\nc\n~~~~\nd\n";
        assert_eq!(
            quiet(text, Format::Markdown),
            ["```\n", "b\n", "~~~\n", "```\n", "~~~~\n", "d\n"]
        );
    }

    #[test]
    fn the_words_of_charts_are_read() {
        let text = "```chart\ntitle = \"a\"\n```\nb\n";
        assert_eq!(
            quiet(text, Format::Markdown),
            ["```chart\n", "title ", "```\n"]
        );
    }

    #[test]
    fn indented_blocks_are_read() {
        assert!(quiet("    AB123456C\n", Format::Markdown).is_empty());
    }

    #[test]
    fn keys_are_quiet_and_values_are_not() {
        assert_eq!(
            quiet("[police-2]\nage_from = 4\nname = \"x = 3\"\n", Format::Toml),
            ["[police-2]\n", "age_from ", "name "]
        );
        let text = "+++\ntitle = \"a\"\n+++\nb = 3\n";
        assert_eq!(quiet(text, Format::Markdown), ["title "]);
    }

    #[test]
    fn footnotes_are_read_and_definitions_of_links_are_not() {
        assert!(quiet("[^1]: Two children\n", Format::Markdown).is_empty());
        assert!(quiet("In custody [a]: 3\n", Format::Markdown).is_empty());
        assert_eq!(quiet("[a]: b/3.md x\n", Format::Markdown), ["]: b/3.md"]);
    }

    #[test]
    fn addresses_for_mail_are_read() {
        assert!(quiet("[a](mailto:a@b.example)", Format::Markdown).is_empty());
        assert!(quiet("[a](tel:07911123456)", Format::Markdown).is_empty());
    }

    #[test]
    fn front_matter_needs_both_marks() {
        assert_eq!(front_matter_end("+++\na = 1\n+++\nb"), 14);
        assert_eq!(front_matter_end("+++\na = 1\n"), 0);
        assert_eq!(front_matter_end("a\n+++\n"), 0);
        assert_eq!(front_matter_end(""), 0);
    }
}
