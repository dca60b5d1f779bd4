//! Round steps for an axis.

use super::figure::{Sort, dress};

/// An axis: whole steps of 1, 2 or 5 times a power of ten.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// 1, 2 or 5.
    mantissa: i64,
    /// The power of ten.
    exponent: i32,
    /// The first step's number; the axis starts there.
    first: i64,
    /// The last step's number; the axis ends there.
    last: i64,
}

impl Scale {
    /// The finest round scale from at or below `low` to at or above `high` with no more than
    /// so many steps. Where all figures are whole, so are its steps.
    pub(super) fn new(low: f64, high: f64, most_steps: usize, whole: bool) -> Self {
        let most = i64::try_from(most_steps.max(2)).unwrap_or(2);
        let span = if high > low { high - low } else { 1.0 };
        let least = if whole { 0 } else { -9 };
        // Nine digits before the point end the search well before 10¹².
        for exponent in least..=12 {
            for mantissa in [1, 2, 5] {
                let step = size(mantissa, exponent);
                if step * (most as f64) < span {
                    continue;
                }
                let first = steps((low / step).floor());
                let last = steps((high / step).ceil()).max(first + 1);
                if last - first <= most {
                    return Self {
                        mantissa,
                        exponent,
                        first,
                        last,
                    };
                }
            }
        }
        Self {
            mantissa: 1,
            exponent: 12,
            first: -1,
            last: 1,
        }
    }

    /// Where a value lies on the axis: 0 at its start, 1 at its end.
    pub(super) fn share(&self, value: f64) -> f64 {
        let step = size(self.mantissa, self.exponent);
        let length = (self.last - self.first) as f64;
        ((value / step - self.first as f64) / length).clamp(0.0, 1.0)
    }

    /// Each step: its value and its words.
    pub(super) fn marks(&self, sort: Sort) -> Vec<(f64, String)> {
        (self.first..=self.last)
            .map(|number| {
                let value = number as f64 * size(self.mantissa, self.exponent);
                (value, self.words(number, sort))
            })
            .collect()
    }

    fn words(&self, number: i64, sort: Sort) -> String {
        let mut digits = (number * self.mantissa).unsigned_abs().to_string();
        let mut decimals = String::new();
        if self.exponent >= 0 {
            if number != 0 {
                digits.extend(std::iter::repeat_n(
                    '0',
                    self.exponent.unsigned_abs() as usize,
                ));
            }
        } else {
            let places = self.exponent.unsigned_abs() as usize;
            let width = places + 1;
            digits = format!("{digits:0>width$}");
            decimals = digits.split_off(digits.len() - places);
        }
        dress(number < 0, &digits, &decimals, sort)
    }
}

fn size(mantissa: i64, exponent: i32) -> f64 {
    // A division by a whole power of ten is exact where a product with its inverse is not.
    // Repeated multiplication is exact this far, on every machine.
    let power = (0..exponent.unsigned_abs()).fold(1.0, |power, _| power * 10.0);
    if exponent < 0 {
        mantissa as f64 / power
    } else {
        mantissa as f64 * power
    }
}

fn steps(count: f64) -> i64 {
    count as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(low: f64, high: f64, most: usize, whole: bool) -> Vec<String> {
        Scale::new(low, high, most, whole)
            .marks(Sort::Plain)
            .into_iter()
            .map(|(_, words)| words)
            .collect()
    }

    #[test]
    fn steps_are_round() {
        assert_eq!(words(0.0, 37.0, 4, true), ["0", "10", "20", "30", "40"]);
        assert_eq!(
            words(0.0, 4_321.0, 4, true),
            ["0", "2,000", "4,000", "6,000"]
        );
        assert_eq!(
            words(-12.0, 30.0, 5, true),
            ["−20", "−10", "0", "10", "20", "30"]
        );
        assert_eq!(
            words(0.0, 0.25, 5, false),
            ["0.00", "0.05", "0.10", "0.15", "0.20", "0.25"]
        );
        assert_eq!(words(0.0, 2.0, 8, true), ["0", "1", "2"]);
        assert_eq!(words(0.0, 0.0, 4, true), ["0", "1"]);
        assert_eq!(words(-8.0, 0.0, 4, true), ["−8", "−6", "−4", "−2", "0"]);
    }

    proptest! {
        #[test]
        fn every_value_lies_on_the_axis(a in -1e9..1e9_f64, b in -1e9..1e9_f64, most in 1..8_usize) {
            let (low, high) = (a.min(b), a.max(b));
            let scale = Scale::new(low, high, most, false);
            let marks = scale.marks(Sort::Plain);
            prop_assert!(marks.first().unwrap().0 <= low);
            prop_assert!(marks.last().unwrap().0 >= high);
            prop_assert!(marks.len() <= most.max(2) + 1);
            prop_assert!(scale.share(low) <= scale.share(high));
        }
    }
}
