//! Text in a PDF as characters (ISO 32000-1, 7.9.2.2, and annex D.2).

/// The characters of PDFDocEncoding from 0x80 to 0x9F, where it departs from Latin-1.
const ABOVE: [char; 32] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}',
];

/// The text: UTF-16 or UTF-8 where it begins with their mark, otherwise PDFDocEncoding.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = rest.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| character(*byte)).collect(),
    }
}

fn character(byte: u8) -> char {
    match byte {
        0x80..=0x9F => ABOVE
            .get(usize::from(byte - 0x80))
            .copied()
            .unwrap_or('\u{FFFD}'),
        0xA0 => '€',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_read() {
        assert_eq!(decoded(b"\xFE\xFF\0J\0\xF3"), "Jó");
        assert_eq!(decoded(b"\xFF\xFEJ\0\xF3\0"), "Jó");
        assert_eq!(decoded(b"\xEF\xBB\xBFJ\xC3\xB3"), "Jó");
        assert_eq!(decoded(b"J\xF3\x90s"), "Jó’s");
        assert_eq!(decoded(b""), "");
    }
}
