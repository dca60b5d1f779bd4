//! The one form of a text that is hashed and stored.

use std::borrow::Cow;

/// Why bytes are not a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText {
    /// How many bytes are good before the first that is not.
    pub good: usize,
}

/// Bytes as a canonical text: UTF-8, no byte order mark, `\n` line ends, exactly one at the end
/// (none for an empty text). Characters are not normalised: real legal texts hold sequences
/// that normalising would change.
///
/// # Errors
/// [`NotText`] where the bytes are not UTF-8.
pub fn canonical(bytes: &[u8]) -> Result<String, NotText> {
    let text = std::str::from_utf8(bytes).map_err(|error| NotText {
        good: error.valid_up_to(),
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    let body = text.trim_end_matches('\n');
    if body.is_empty() {
        return Ok(String::new());
    }
    let mut canonical = String::with_capacity(body.len() + 1);
    canonical.push_str(body);
    canonical.push('\n');
    Ok(canonical)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn windows_and_unix_give_the_same_bytes() {
        let unix = canonical(b"a\nb\n").unwrap();
        assert_eq!(canonical(b"\xef\xbb\xbfa\r\nb").unwrap(), unix);
        assert_eq!(canonical(b"a\rb\r\n\r\n").unwrap(), unix);
        assert_eq!(canonical(b"").unwrap(), "");
        assert_eq!(canonical(b"\n\n").unwrap(), "");
    }

    #[test]
    fn what_is_not_utf8_is_refused_with_its_place() {
        assert_eq!(canonical(b"ok \xe9t\xe9"), Err(NotText { good: 3 }));
    }

    proptest! {
        #[test]
        fn canonical_is_stable(text in any::<String>()) {
            let once = canonical(text.as_bytes()).unwrap();
            prop_assert_eq!(&canonical(once.as_bytes()).unwrap(), &once);
            prop_assert!(!once.contains('\r'));
            prop_assert!(once.is_empty() || (once.ends_with('\n') && !once.ends_with("\n\n")));
        }
    }
}
