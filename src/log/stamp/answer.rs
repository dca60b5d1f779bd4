//! The authority's answer: yes with a stamp, or no with reasons.

use super::fields::{Field, Result, Tag, without_zeros_in_front};
use super::names;

/// The reasons that RFC 3161 has a number for.
const REASONS: [(usize, &str); 8] = [
    (0, "it does not know or support the kind of digest"),
    (2, "it does not allow or support this request"),
    (5, "it could not read the request"),
    (14, "its clock is not available"),
    (15, "it does not support the policy that was asked for"),
    (16, "it does not support an extension that was asked for"),
    (
        17,
        "it could not give additional information that was asked for",
    ),
    (25, "it had a fault of its own"),
];

/// The bytes of the stamp in an answer, or of a stamp that comes by itself.
pub(super) fn stamp_in(bytes: &[u8]) -> std::result::Result<&[u8], String> {
    let answer = Answer::read(bytes).map_err(|_| {
        "this is not a time stamp, or it is damaged or incomplete. Fetch the authority's answer \
         again and save it as it comes, in binary form."
            .to_owned()
    })?;
    match answer {
        Answer::Stamp(stamp) => Ok(stamp),
        Answer::Refused(status) => Err(status.in_words()),
        Answer::Empty => Err(
            "the authority says that it grants the stamp, but its answer holds \
                              none. Ask the authority again."
                .to_owned(),
        ),
    }
}

/// What the bytes are.
enum Answer<'a> {
    Stamp(&'a [u8]),
    Refused(Status<'a>),
    Empty,
}

impl<'a> Answer<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let whole = Field::only(bytes)?.of_kind(Tag::Sequence)?;
        let mut fields = whole.fields()?;
        let Some(status) = fields.take(Tag::Sequence)? else {
            return Ok(Self::Stamp(bytes));
        };
        let status = Status::read(status)?;
        if !status.is_granted() {
            return Ok(Self::Refused(status));
        }
        let Some(stamp) = fields.take(Tag::Sequence)? else {
            fields.finish()?;
            return Ok(Self::Empty);
        };
        fields.finish()?;
        Ok(Self::Stamp(stamp.whole))
    }
}

/// Granted or not, and why.
struct Status<'a> {
    number: &'a [u8],
    words: Vec<String>,
    reasons: &'a [u8],
}

impl<'a> Status<'a> {
    fn read(field: Field<'a>) -> Result<Self> {
        let mut fields = field.fields()?;
        let number = fields.require(Tag::Integer)?.content;
        let words = match fields.take(Tag::Sequence)? {
            Some(texts) => texts.all_fields()?.into_iter().map(names::text).collect(),
            None => Vec::new(),
        };
        let reasons = fields.take(Tag::BitString)?.map(|bits| bits.content);
        fields.finish()?;
        Ok(Self {
            number,
            words,
            reasons: reasons.unwrap_or_default(),
        })
    }

    /// 0 is granted, 1 is granted with changes.
    fn is_granted(&self) -> bool {
        matches!(self.number, [0] | [1])
    }

    fn in_words(&self) -> String {
        let kind = match without_zeros_in_front(self.number) {
            [2] => "the authority refused to give a stamp",
            [3] => "the authority has not decided yet, and gave no stamp",
            [4] => {
                "the authority warns that a certificate is about to be withdrawn, and gave no stamp"
            }
            [5] => "the authority says that a certificate has been withdrawn, and gave no stamp",
            _ => "the authority gave no stamp",
        };
        let reasons: Vec<&str> = REASONS
            .iter()
            .filter(|(bit, _)| self.has_reason(*bit))
            .map(|(_, reason)| *reason)
            .collect();
        let because = match reasons.as_slice() {
            [] => String::new(),
            reasons => format!(", because {}", reasons.join(" and ")),
        };
        let own = match self.words.join(" ") {
            words if words.trim().is_empty() => String::new(),
            words => format!(". In its own words: “{words}”"),
        };
        let end = if own.is_empty() { "." } else { "" };
        format!(
            "{kind}{because}{own}{end} Make a new request and ask it, or another authority, again."
        )
    }

    /// Bits are counted from the left; the first byte says how many of the last are unused.
    fn has_reason(&self, bit: usize) -> bool {
        self.reasons
            .get(1 + bit / 8)
            .is_some_and(|byte| byte & (0x80 >> (bit % 8)) != 0)
    }
}
