//! Events of the Markdown parser to passages, one event at a time.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{OBJECT, Passage, Sort};

/// A passage that is being written.
struct Draft {
    sort: Sort,
    text: String,
    places: Vec<(usize, Range<usize>)>,
    titles: Vec<Range<usize>>,
}

impl Draft {
    fn new(sort: Sort) -> Self {
        Self {
            sort,
            text: String::new(),
            places: Vec::new(),
            titles: Vec::new(),
        }
    }

    fn add(&mut self, words: &str, source: &Range<usize>, markdown: &str) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        let same = markdown.get(source.clone()) == Some(words);
        if same && let Some((last_start, last)) = self.places.last_mut() {
            // One long piece instead of many keeps a page of entities and escapes small.
            let is_straight = start - *last_start == last.len();
            if is_straight && last.end == source.start {
                last.end = source.end;
                return;
            }
        }
        let source = if !same && words.len() == source.len() {
            // It would look like a piece that maps byte by byte, and is not one.
            source.start..source.start
        } else {
            source.clone()
        };
        self.places.push((start, source));
    }

    fn into_passage(self) -> Passage {
        Passage {
            sort: self.sort,
            text: self.text,
            places: self.places,
            titles: self.titles,
        }
    }
}

/// Gathers passages.
pub(super) struct Gather<'m> {
    markdown: &'m str,
    done: Vec<Passage>,
    /// What the blocks around the present place make of words in them.
    around: Vec<Sort>,
    quotes: usize,
    /// Inside a fenced block, raw HTML or other text that is no words.
    silent: usize,
    block: Option<Draft>,
    /// Passages of links and images in the present block.
    inner: Vec<Passage>,
    link: Option<Link>,
    image: Option<Draft>,
    images: usize,
    emphasis: Vec<usize>,
}

struct Link {
    draft: Draft,
    /// Where it starts in the text of its block.
    start: usize,
    is_title: bool,
    source: Range<usize>,
}

impl<'m> Gather<'m> {
    pub(super) fn new(markdown: &'m str) -> Self {
        Self {
            markdown,
            done: Vec::new(),
            around: Vec::new(),
            quotes: 0,
            silent: 0,
            block: None,
            inner: Vec::new(),
            link: None,
            image: None,
            images: 0,
            emphasis: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, event: Event<'_>, source: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, source),
            Event::End(tag) => self.end(tag),
            _ if self.silent > 0 => {}
            Event::Text(words) => self.add(&words, &source),
            Event::SoftBreak => self.add(" ", &source),
            Event::HardBreak => self.add("\n", &source),
            Event::Code(_) => self.add(OBJECT.encode_utf8(&mut [0; 4]), &source),
            Event::InlineHtml(html) if is_line_break(&html) => self.add("\n", &source),
            Event::Rule | Event::Html(_) => self.flush(),
            _ => {}
        }
    }

    pub(super) fn finish(mut self) -> Vec<Passage> {
        self.flush();
        self.done
    }

    fn start(&mut self, tag: Tag<'_>, source: Range<usize>) {
        match tag {
            Tag::Paragraph => self.flush(),
            Tag::Heading { level, .. } => self.enter(Sort::Heading(level as u8)),
            Tag::BlockQuote(None) => {
                self.quotes += 1;
                self.enter(Sort::Quote);
            }
            Tag::BlockQuote(Some(_)) | Tag::FootnoteDefinition(_) => self.enter(Sort::Paragraph),
            Tag::Item | Tag::DefinitionListDefinition => self.enter(Sort::ListItem),
            Tag::DefinitionListTitle => self.enter(Sort::Other),
            Tag::TableHead => self.enter(Sort::TableHead),
            Tag::Table(_) => self.enter(Sort::Cell),
            Tag::TableCell => self.cell(source),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.flush();
                self.silent += 1;
            }
            Tag::Emphasis => self.emphasis.push(self.length()),
            Tag::Link { dest_url, .. } if self.images == 0 => self.link(&dest_url, source),
            Tag::Image { .. } => self.image(&source),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::TableCell => self.flush(),
            TagEnd::Heading(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::Item
            | TagEnd::DefinitionListDefinition
            | TagEnd::DefinitionListTitle
            | TagEnd::TableHead
            | TagEnd::Table => self.leave(),
            TagEnd::BlockQuote(kind) => {
                if kind.is_none() {
                    self.quotes = self.quotes.saturating_sub(1);
                }
                self.leave();
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            TagEnd::Emphasis => self.end_of_emphasis(),
            TagEnd::Link if self.images == 0 => self.end_of_link(),
            TagEnd::Image => self.end_of_image(),
            _ => {}
        }
    }

    fn enter(&mut self, sort: Sort) {
        self.flush();
        self.around.push(sort);
    }

    fn leave(&mut self) {
        self.flush();
        self.around.pop();
    }

    /// What words are that stand here.
    fn sort(&self) -> Sort {
        if self.quotes > 0 {
            Sort::Quote
        } else {
            self.around.last().copied().unwrap_or(Sort::Paragraph)
        }
    }

    /// A cell of the header row is a passage even if it is empty: that is what is looked for.
    fn cell(&mut self, source: Range<usize>) {
        self.flush();
        if self.around.last() == Some(&Sort::TableHead) {
            let mut draft = Draft::new(Sort::TableHead);
            draft.places.push((0, self.with_spaces(source)));
            self.block = Some(draft);
        }
    }

    /// The parser puts an empty cell at its end. Its place is the space before.
    fn with_spaces(&self, source: Range<usize>) -> Range<usize> {
        let before = self.markdown.get(..source.start).unwrap_or_default();
        before.trim_end_matches([' ', '\t']).len()..source.end
    }

    fn length(&self) -> usize {
        self.block.as_ref().map_or(0, |block| block.text.len())
    }

    fn add(&mut self, words: &str, source: &Range<usize>) {
        if let Some(image) = &mut self.image {
            image.add(words, source, self.markdown);
        } else {
            self.add_to_block(words, source);
        }
        if let Some(link) = &mut self.link {
            link.draft.add(words, source, self.markdown);
        }
    }

    fn add_to_block(&mut self, words: &str, source: &Range<usize>) {
        let sort = self.sort();
        let block = self.block.get_or_insert_with(|| Draft::new(sort));
        if block.text.is_empty() {
            // An empty cell's place gives way to that of its words.
            block.places.clear();
        }
        block.add(words, source, self.markdown);
    }

    fn link(&mut self, address: &str, source: Range<usize>) {
        self.link = Some(Link {
            draft: Draft::new(Sort::Link),
            start: self.length(),
            is_title: leads_to_document(address),
            source,
        });
    }

    fn end_of_link(&mut self) {
        let Some(mut link) = self.link.take() else {
            return;
        };
        let end = self.length();
        if link.is_title
            && link.start < end
            && let Some(block) = &mut self.block
        {
            block.titles.push(link.start..end);
        }
        if link.draft.text.is_empty() {
            link.draft.places.push((0, link.source));
        }
        self.inner.push(link.draft.into_passage());
    }

    fn image(&mut self, source: &Range<usize>) {
        self.images += 1;
        if self.images == 1 {
            self.image = Some(Draft::new(Sort::Image));
        } else {
            return;
        }
        self.add_to_block(OBJECT.encode_utf8(&mut [0; 4]), source);
    }

    fn end_of_image(&mut self) {
        self.images = self.images.saturating_sub(1);
        if self.images == 0
            && let Some(image) = self.image.take()
            && has_words(&image.text)
        {
            self.inner.push(image.into_passage());
        }
    }

    fn end_of_emphasis(&mut self) {
        let end = self.length();
        if let Some(start) = self.emphasis.pop()
            && start < end
            && let Some(block) = &mut self.block
            && block.text.get(start..end).is_some_and(could_be_title)
        {
            block.titles.push(start..end);
        }
    }

    /// Closes the present block. What stands in it follows it.
    fn flush(&mut self) {
        self.link = None;
        self.emphasis.clear();
        if let Some(block) = self.block.take()
            && (block.sort == Sort::TableHead || has_words(&block.text))
        {
            self.done.push(block.into_passage());
        }
        self.done.append(&mut self.inner);
    }
}

fn is_line_break(html: &str) -> bool {
    let name = html
        .trim_start_matches('<')
        .trim_end_matches(['>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Titles are often set in italics. A single word is stress, not a title.
fn could_be_title(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.trim().contains(' ')
}

/// Where the words of a link are usually the title of a law or document.
fn leads_to_document(address: &str) -> bool {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    address.contains("legislation.gov.uk/")
        || address.contains("gov.uk/government/publications/")
        || ["pdf", "doc", "docx", "odt"]
            .iter()
            .any(|one| ending.eq_ignore_ascii_case(one))
}
