//! The encoding under everything here (DER): fields, each with a tag, a length and a content.
//!
//! `der` reads the tags and lengths and is strict about them. What a field means is read where it
//! is used, since signatures and digests are over the bytes exactly as they came.

use der::asn1::AnyRef;
use der::{Decode, Reader, SliceReader, TagNumber, Tagged};
pub(super) use der::{Result, Tag};

/// One field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field<'a> {
    /// What kind it is.
    pub tag: Tag,
    /// Tag, length and content, as they came.
    pub whole: &'a [u8],
    /// The content alone.
    pub content: &'a [u8],
}

impl<'a> Field<'a> {
    /// The one field that these bytes are.
    pub fn only(bytes: &'a [u8]) -> Result<Self> {
        let mut fields = Fields::of(bytes)?;
        let field = fields.next()?;
        fields.finish()?;
        Ok(field)
    }

    /// The fields inside it.
    pub fn fields(self) -> Result<Fields<'a>> {
        Fields::of(self.content)
    }

    /// The fields inside it, in their order.
    pub fn all_fields(self) -> Result<Vec<Field<'a>>> {
        let mut fields = self.fields()?;
        let mut all = Vec::new();
        while !fields.is_finished() {
            all.push(fields.next()?);
        }
        Ok(all)
    }

    /// This field, if it is of that kind.
    pub fn of_kind(self, tag: Tag) -> Result<Self> {
        self.tag.assert_eq(tag)?;
        Ok(self)
    }
}

/// Fields that follow each other.
#[derive(Clone, Debug)]
pub(super) struct Fields<'a>(SliceReader<'a>);

impl<'a> Fields<'a> {
    /// The fields in these bytes.
    pub fn of(bytes: &'a [u8]) -> Result<Self> {
        SliceReader::new(bytes).map(Self)
    }

    /// The next one.
    pub fn next(&mut self) -> Result<Field<'a>> {
        let whole = self.0.tlv_bytes()?;
        let value = AnyRef::from_der(whole)?;
        Ok(Field {
            tag: value.tag(),
            whole,
            content: value.value(),
        })
    }

    /// The next one, which must be of that kind.
    pub fn require(&mut self, tag: Tag) -> Result<Field<'a>> {
        self.next()?.of_kind(tag)
    }

    /// The next one, if it is of that kind.
    pub fn take(&mut self, tag: Tag) -> Result<Option<Field<'a>>> {
        if self.is_finished() || Tag::peek(&self.0)? != tag {
            return Ok(None);
        }
        self.next().map(Some)
    }

    /// Whether there is none left.
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }

    /// Makes sure that there is none left.
    pub fn finish(self) -> Result<()> {
        self.0.finish()
    }
}

/// The tag of a numbered field that holds others.
pub(super) const fn numbered(number: u32) -> Tag {
    Tag::ContextSpecific {
        constructed: true,
        number: TagNumber(number),
    }
}

/// The tag of a numbered field that holds plain bytes.
pub(super) const fn numbered_bytes(number: u32) -> Tag {
    Tag::ContextSpecific {
        constructed: false,
        number: TagNumber(number),
    }
}

/// A field made from its content. Only for kinds whose tag is one byte.
pub(super) fn wrap(tag: Tag, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length = without_zeros_in_front(&length);
    let mut field = vec![tag.number().value() as u8 | if tag.is_constructed() { 0x20 } else { 0 }];
    match length {
        [] => field.push(0),
        [short] if *short < 0x80 => field.push(*short),
        long => {
            field.push(0x80 | long.len() as u8);
            field.extend_from_slice(long);
        }
    }
    field.extend_from_slice(content);
    field
}

/// Fields one after the other.
pub(super) fn join(parts: &[Vec<u8>]) -> Vec<u8> {
    parts.concat()
}

/// The content of an integer field for a number that is never negative.
pub(super) fn unsigned(number: &[u8]) -> Vec<u8> {
    let digits = without_zeros_in_front(number);
    // A first bit that is set would make it negative; no bytes at all would make it no number.
    match digits.first() {
        Some(first) if *first < 0x80 => digits.to_vec(),
        _ => [&[0], digits].concat(),
    }
}

/// The bytes of a number without zeros in front.
pub(super) fn without_zeros_in_front(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

/// Bytes as hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
