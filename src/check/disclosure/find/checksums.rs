//! The check digits and letters of identifiers, and the rules of their prefixes.

/// The letters that check a pupil number: 23, without I, O and S.
const PUPIL_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// The sum of ten digits, weighted 10 down to 1; none unless there are ten digits.
fn weighted_ten(digits: &[u8]) -> Option<u32> {
    if digits.len() != 10 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let weights = (1..=10).rev();
    Some(
        digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| u32::from(digit.saturating_sub(b'0')) * weight)
            .sum(),
    )
}

/// Whether ten digits are an NHS number.
///
/// The check digit is 11 less the remainder of the weighted sum of the first nine, so the sum of
/// all ten is a multiple of 11. Ten equal digits pass the sum and belong to nobody. Numbers that
/// begin with 0 are not issued in England; telephone numbers begin so.
pub(super) fn is_nhs_number(digits: &[u8]) -> bool {
    let first = digits.first().copied().unwrap_or(b'0');
    first != b'0'
        && digits.iter().any(|digit| *digit != first)
        && weighted_ten(digits).is_some_and(|sum| sum % 11 == 0)
}

/// Whether ten digits are a unique learner number: the weighted sum leaves 10 when divided by 11.
pub(super) fn is_learner_number(digits: &[u8]) -> bool {
    digits.first() != Some(&b'0') && weighted_ten(digits).is_some_and(|sum| sum % 11 == 10)
}

/// Whether thirteen characters are a unique pupil number.
///
/// Permanent: a letter and twelve digits. Temporary: a letter, eleven digits and a letter. The
/// first letter is the weighted sum (2 to 13) of the other twelve, modulo 23; a letter counts
/// with its place among the check letters.
pub(super) fn is_pupil_number(word: &[u8]) -> bool {
    let Some((first, rest)) = word.split_first() else {
        return false;
    };
    let Some((last, digits)) = rest.split_last() else {
        return false;
    };
    if rest.len() != 12 || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let place_of = |letter: u8| {
        PUPIL_LETTERS
            .iter()
            .position(|one| *one == letter.to_ascii_uppercase())
    };
    let last = if last.is_ascii_digit() {
        Some(usize::from(last.saturating_sub(b'0')))
    } else {
        place_of(*last)
    };
    let (Some(first), Some(last)) = (place_of(*first), last) else {
        return false;
    };
    let sum: usize = digits
        .iter()
        .map(|digit| usize::from(digit.saturating_sub(b'0')))
        .chain([last])
        .zip(2..)
        .map(|(digit, weight)| digit * weight)
        .sum();
    sum % 23 == first
}

/// Whether two letters can begin a National Insurance number (HMRC, NIM39110).
///
/// `QQ`, which stands in published samples, cannot, so samples are never taken for real numbers.
pub(super) fn is_insurance_prefix(first: u8, second: u8) -> bool {
    let (first, second) = (first.to_ascii_uppercase(), second.to_ascii_uppercase());
    let pair = [first, second];
    let taken = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];
    pair.iter().all(u8::is_ascii_uppercase)
        && !pair.iter().any(|letter| b"DFIQUV".contains(letter))
        && second != b'O'
        && !taken.contains(&&pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nhs_numbers_have_a_check_digit() {
        assert!(is_nhs_number(b"9434765919"));
        assert!(!is_nhs_number(b"9434765918"));
        assert!(!is_nhs_number(b"943476591"));
        assert!(!is_nhs_number(b"1111111111"));
        assert!(!is_nhs_number(b"0123456789"));
        assert!(!is_nhs_number(b""));
    }

    #[test]
    fn learner_numbers_leave_ten() {
        assert!(is_learner_number(b"9276308686"));
        assert!(!is_learner_number(b"9276308687"));
        assert!(!is_learner_number(b"9434765919"));
        assert!(!is_learner_number(b"0276308686"));
    }

    #[test]
    fn pupil_numbers_have_a_check_letter() {
        assert!(is_pupil_number(b"B801200005001"));
        assert!(is_pupil_number(b"b801200005001"));
        assert!(!is_pupil_number(b"A801200005001"));
        // Two vendors' help pages say that this number begins with Q; its sum is 266, so P.
        assert!(is_pupil_number(b"P207000016049"));
        assert!(!is_pupil_number(b"Q207000016049"));
        assert!(!is_pupil_number(b"B207000016049"));
        assert!(!is_pupil_number(b"B80120000500"));
    }

    #[test]
    fn temporary_pupil_numbers_end_in_a_letter() {
        // 2×8 + 4×1 + 5×2 + 10×5 + 12×0 = 80, and A counts 0: 80 modulo 23 is 11, which is M.
        assert!(is_pupil_number(b"M80120000500A"));
        assert!(!is_pupil_number(b"M80120000500B"));
        // I, O and S are not among the check letters.
        assert!(!is_pupil_number(b"M80120000500I"));
        assert!(!is_pupil_number(b"S80120000500A"));
    }

    #[test]
    fn some_prefixes_are_never_issued() {
        assert!(is_insurance_prefix(b'A', b'B'));
        assert!(is_insurance_prefix(b'j', b'g'));
        for pair in [
            b"QQ", b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ", b"DA", b"AO", b"AV",
        ] {
            assert!(!is_insurance_prefix(pair[0], pair[1]), "{pair:?}");
        }
        assert!(is_insurance_prefix(b'O', b'A'));
        assert!(!is_insurance_prefix(b'1', b'A'));
    }
}
