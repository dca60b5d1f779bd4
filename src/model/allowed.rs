//! What a check would report, and the council allows.

use crate::diagnostics::Located;

/// A text that a check would report, allowed where it stands. The reason is kept in the record
/// with the source that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The words as they stand in the text.
    pub text: Located<String>,
    /// Why they may stay.
    pub because: String,
    /// Whether they are allowed in the whole publication, not only in the file that says so.
    pub everywhere: bool,
}
