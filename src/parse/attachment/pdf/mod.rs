//! PDF files: who made them, comments, files inside, photographs (ISO 32000-1).
//!
//! The file is read from start to end, object by object, and not by its table of contents. That
//! also reads files whose table is broken, and earlier states of the file: Acrobat keeps them when
//! it saves, and anyone can find a name in them.
//!
//! Words on the pages are not read. Objects packed otherwise than by Flate are not read either.

mod dictionary;
mod info;
mod lexer;
mod stream;
mod text_string;

use super::gather::Gather;
use super::limits::{self, Allowance};
use super::{Unreadable, image, package, position, xmp};

use dictionary::{Dictionary, Value};
use info::Pieces;
use lexer::{Lexer, Token};

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8], gather: &mut Gather) -> Result<(), Unreadable> {
    let mut file = File {
        bytes,
        allowance: Allowance::new(),
        pieces: Pieces::default(),
        packed_objects_unread: false,
        no_more_ends: false,
    };
    let whole = file.objects(gather)?;
    let File {
        pieces,
        packed_objects_unread,
        ..
    } = file;
    let has_objects = pieces.has_objects();
    pieces.report(gather);
    if gather.is_empty() && !(has_objects && whole) {
        return Err(damaged("a part of it is missing"));
    }
    if gather.is_empty() && packed_objects_unread {
        return Err(damaged(
            "a part of it is packed in a way that cannot be read",
        ));
    }
    Ok(())
}

/// A file that is being read.
struct File<'a> {
    bytes: &'a [u8],
    allowance: Allowance,
    pieces: Pieces,
    packed_objects_unread: bool,
    /// Whether a search for the end of a stream came to the end of the file without one, so that
    /// it need not be made again.
    no_more_ends: bool,
}

impl<'a> File<'a> {
    /// Reads object after object. Gives whether the file has a trailer, which ends it.
    fn objects(&mut self, gather: &mut Gather) -> Result<bool, Unreadable> {
        let mut lexer = Lexer::new(self.bytes);
        let mut trailer = false;
        // The two numbers before `obj`: the object's own, and its generation.
        let mut numbers = [0_i64; 2];
        while let Some(token) = lexer.next() {
            match token {
                Token::Number(number) => numbers = [numbers[1], number],
                Token::Word(b"obj") => {
                    let number = u32::try_from(numbers[0]).unwrap_or(0);
                    trailer |= self.object(number, &mut lexer, gather)?;
                }
                Token::Word(b"trailer") => {
                    let value = dictionary::value(&mut lexer, &mut |_, _| ());
                    if let Some(Value::Dictionary(dictionary)) = value {
                        self.trailer(&dictionary)?;
                        trailer = true;
                    }
                }
                _ => {}
            }
        }
        if lexer.is_exhausted() {
            return Err(damaged(
                "it is put together so that reading it does not end",
            ));
        }
        Ok(trailer)
    }

    /// Reads one object, and the stream that may follow it. Gives whether it serves as a trailer.
    fn object(
        &mut self,
        number: u32,
        lexer: &mut Lexer<'a>,
        gather: &mut Gather,
    ) -> Result<bool, Unreadable> {
        let value = dictionary::value(lexer, &mut |dictionary, depth| {
            self.pieces
                .dictionary(dictionary, (depth == 0).then_some(number), gather);
        });
        match value {
            Some(Value::Text(text)) => self.pieces.text(number, text),
            Some(Value::Dictionary(dictionary)) => {
                let is_trailer = dictionary.is_type(b"XRef");
                if is_trailer {
                    self.trailer(&dictionary)?;
                }
                if lexer.skip_word(b"stream") {
                    let body = self.stream_body(&dictionary, lexer);
                    self.stream(&dictionary, body, gather)?;
                }
                return Ok(is_trailer);
            }
            _ => {}
        }
        Ok(false)
    }

    /// What a trailer says: where the properties are, and whether the file is locked.
    fn trailer(&mut self, dictionary: &Dictionary) -> Result<(), Unreadable> {
        if dictionary.get(b"Encrypt").is_some() {
            return Err(Unreadable::Encrypted);
        }
        if let Some(Value::Reference(number)) = dictionary.get(b"Info") {
            self.pieces.is_info(*number);
        }
        Ok(())
    }

    /// The bytes of the stream that begins here; the reading goes on behind them. A length that
    /// is wrong or stands elsewhere is made good by searching for the end.
    fn stream_body(&mut self, dictionary: &Dictionary, lexer: &mut Lexer<'a>) -> &'a [u8] {
        let start = lexer.skip_end_of_line();
        let rest = self.bytes.get(start..).unwrap_or(&[]);
        let told = match dictionary.get(b"Length") {
            Some(Value::Number(length)) => usize::try_from(*length).ok(),
            _ => None,
        };
        let length = told
            .filter(|length| ends_at(rest, *length))
            .or_else(|| self.search_end(rest))
            .unwrap_or(rest.len());
        lexer.go_to(start.saturating_add(length));
        rest.get(..length).unwrap_or(rest)
    }

    /// Where `endstream` stands.
    fn search_end(&mut self, rest: &[u8]) -> Option<usize> {
        if self.no_more_ends {
            return None;
        }
        let end = position(rest, b"endstream");
        self.no_more_ends = end.is_none();
        end
    }

    /// Reads the streams that matter: packed objects, XMP, photographs.
    fn stream(
        &mut self,
        dictionary: &Dictionary,
        body: &[u8],
        gather: &mut Gather,
    ) -> Result<(), Unreadable> {
        if dictionary.is_type(b"ObjStm") {
            match stream::unpacked(dictionary, body, &mut self.allowance)? {
                Some(objects) => self.packed_objects(dictionary, &objects, gather)?,
                None => self.packed_objects_unread = true,
            }
        } else if dictionary.is_type(b"Metadata") {
            if let Some(packet) = stream::unpacked(dictionary, body, &mut self.allowance)? {
                // A packet that breaks off has told what it has.
                let _ = xmp::read(&packet, gather);
            }
        } else if stream::is_jpeg(dictionary) {
            let start = body.get(..package::START_OF_PICTURE).unwrap_or(body);
            for found in image::start_of_picture(start, &mut self.allowance) {
                gather.found(found.sort, &format!("{} (picture in the PDF)", found.value));
            }
        }
        Ok(())
    }

    /// Reads the objects of an object stream (ISO 32000-1, 7.5.7): pairs of number and place, then
    /// the objects.
    fn packed_objects(
        &mut self,
        dictionary: &Dictionary,
        objects: &[u8],
        gather: &mut Gather,
    ) -> Result<(), Unreadable> {
        let (Some(first), Some(count)) = (dictionary.size(b"First"), dictionary.size(b"N")) else {
            self.packed_objects_unread = true;
            return Ok(());
        };
        let mut head = Lexer::new(objects.get(..first).unwrap_or(objects));
        let mut lexer = Lexer::new(objects);
        for _ in 0..count {
            let (Some(Token::Number(number)), Some(Token::Number(place))) =
                (head.next(), head.next())
            else {
                break;
            };
            let number = u32::try_from(number).unwrap_or(0);
            lexer.go_to(first.saturating_add(usize::try_from(place).unwrap_or(usize::MAX)));
            let value = dictionary::value(&mut lexer, &mut |dictionary, depth| {
                self.pieces
                    .dictionary(dictionary, (depth == 0).then_some(number), gather);
            });
            if let Some(Value::Text(text)) = value {
                self.pieces.text(number, text);
            }
        }
        if lexer.is_exhausted() {
            return Err(damaged(
                "it is put together so that reading it does not end",
            ));
        }
        Ok(())
    }
}

/// Whether a stream of this length is followed by the word for its end.
fn ends_at(rest: &[u8], length: usize) -> bool {
    let after = rest.get(length..).unwrap_or(&[]);
    let after = after.get(..after.len().min(16)).unwrap_or(&[]);
    after.trim_ascii_start().starts_with(b"endstream")
}

/// The message for a file that cannot be followed.
fn damaged(how: &str) -> Unreadable {
    Unreadable::Damaged(how.to_owned())
}

/// Cuts bytes to the length that a reported value can need.
fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    // Four bytes a character at most.
    bytes.truncate(limits::VALUE * 4);
    bytes
}
