//! What a cell of figures says: a number, or why there is none.

/// What is counted, as the sign beside a number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A bare number.
    Plain,
    /// `£5`
    Pounds,
    /// `5%`
    PerCent,
}

impl Sort {
    /// In the plural, for messages.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Plain => "plain numbers",
            Self::Pounds => "pounds",
            Self::PerCent => "percentages",
        }
    }
}

/// A number, exactly as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// Digits before the point, without leading noughts; at least one.
    whole: String,
    /// Digits after the point.
    decimals: String,
    pub(super) sort: Sort,
    /// Its size, for drawing only.
    pub(super) value: f64,
}

/// Why there is no number.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Missing {
    /// An empty cell, or a dash.
    Empty,
    /// A sign with a meaning, as it was written.
    Sign(&'static str, String),
    /// `<5`: fewer than so many.
    Under(Number),
    /// `>95%`: more than so many.
    Over(Number),
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Figure {
    Number(Number),
    Missing(Missing),
}

/// Why a cell cannot be read: what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Signs in place of numbers. The letters are those of the Government Statistical Service and
/// the Department for Education; `:`, `*`, `.` and `..` stand in their older tables.
const SIGNS: [(&str, &str); 14] = [
    ("c", CONFIDENTIAL),
    ("s", CONFIDENTIAL),
    ("*", CONFIDENTIAL),
    ("x", "not available"),
    ("..", "not available"),
    ("n/a", "not available or does not apply"),
    ("na", "not available or does not apply"),
    (":", "not available or does not apply"),
    ("z", "does not apply"),
    (".", "does not apply"),
    ("k", "more than 0, but rounds to 0"),
    ("low", "more than 0, but rounds to 0"),
    ("~", "more than 0, but rounds to 0"),
    ("u", "too uncertain to show"),
];
const CONFIDENTIAL: &str = "kept back so that nobody can be recognised";

/// More than this would leave no room to draw.
const MOST_DIGITS: usize = 9;

/// Reads a cell.
pub(super) fn read(cell: &str, delimiter: char) -> Result<Figure, Unread> {
    let cell = cell.trim();
    if matches!(cell, "" | "-" | "–" | "—") {
        return Ok(Figure::Missing(Missing::Empty));
    }
    if let Some(missing) = sign(cell, delimiter) {
        return Ok(Figure::Missing(missing));
    }
    number(cell, delimiter).map(Figure::Number)
}

fn sign(cell: &str, delimiter: char) -> Option<Missing> {
    let bare = cell
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(cell)
        .to_lowercase();
    let known = SIGNS.iter().find(|(sign, _)| *sign == bare);
    if let Some((_, meaning)) = known {
        return Some(Missing::Sign(meaning, cell.to_owned()));
    }
    let bound = |rest: &str| number(rest.trim(), delimiter).ok();
    match (cell.strip_prefix('<'), cell.strip_prefix('>')) {
        (Some(rest), _) => bound(rest).map(Missing::Under),
        (_, Some(rest)) => bound(rest).map(Missing::Over),
        _ => None,
    }
}

fn number(cell: &str, delimiter: char) -> Result<Number, Unread> {
    let generic = || Unread {
        message: format!("“{}” is not a number", short(cell)),
        help: "write a number alone, such as 1,234, £1,234.50 or 12.5%; a letter that tells why \
               there is none (c, x or z); or leave the cell empty",
    };
    if cell.starts_with('#') {
        return Err(Unread {
            message: format!(
                "the spreadsheet could not work this cell out: “{}”",
                short(cell)
            ),
            help: "mend the formula in the spreadsheet, then save the file as CSV again",
        });
    }
    let signs = Signs::take_off(cell).ok_or_else(generic)?;
    if is_scientific(signs.digits) {
        return Err(Unread {
            message: format!(
                "“{}” is a long number cut short by the spreadsheet",
                short(cell)
            ),
            help: "format the column as Number in the spreadsheet, then save the file as CSV again",
        });
    }
    if is_ambiguous(signs.digits, delimiter) {
        return Err(Unread {
            message: format!(
                "“{}” can be read in two ways, in thousands or as a fraction",
                short(cell)
            ),
            help: "save the file as “CSV UTF-8 (comma delimited)”, or take out what parts the \
                   thousands",
        });
    }
    let (whole, decimals) = split(signs.digits, delimiter).ok_or_else(generic)?;
    if whole.len() > MOST_DIGITS {
        return Err(Unread {
            message: format!("“{}” is too large to draw", short(cell)),
            help: "write the figures in thousands or in millions, and say so in unit",
        });
    }
    // Digits and one point always make a number.
    let size: f64 = format!("{whole}.{decimals}0")
        .parse()
        .map_err(|_| generic())?;
    Ok(Number {
        whole,
        decimals,
        sort: signs.sort,
        value: if signs.negative && size > 0.0 {
            -size
        } else {
            size
        },
    })
}

/// A number apart from the signs around its digits.
struct Signs<'c> {
    digits: &'c str,
    negative: bool,
    sort: Sort,
}

impl<'c> Signs<'c> {
    /// Minus or brackets, a pound sign, a per cent sign, in any sensible order.
    fn take_off(cell: &'c str) -> Option<Self> {
        let bracketed = cell
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        let mut digits = bracketed.unwrap_or(cell).trim();
        let mut negative = bracketed.is_some();
        let mut sort = Sort::Plain;
        let mut signed = negative;
        loop {
            if let Some(rest) = digits.strip_prefix(['-', '\u{2212}', '+']) {
                if signed {
                    return None;
                }
                signed = true;
                negative = !digits.starts_with('+');
                digits = rest.trim_start();
            } else if let Some(rest) = digits.strip_prefix('£') {
                if sort != Sort::Plain {
                    return None;
                }
                sort = Sort::Pounds;
                digits = rest.trim_start();
            } else {
                break;
            }
        }
        if let Some(rest) = digits.strip_suffix('%') {
            if sort != Sort::Plain {
                return None;
            }
            sort = Sort::PerCent;
            digits = rest.trim_end();
        }
        Some(Self {
            digits,
            negative,
            sort,
        })
    }
}

/// `1.2E+09`
fn is_scientific(digits: &str) -> bool {
    digits.split_once(['e', 'E']).is_some_and(|(front, back)| {
        let exponent = back.trim_start_matches(['+', '-']);
        front.parse::<f64>().is_ok()
            && !exponent.is_empty()
            && exponent.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// A spreadsheet that writes semicolons writes decimals with a comma and thousands with a point,
/// or it was told otherwise: three digits after a single mark may then be either.
fn is_ambiguous(digits: &str, delimiter: char) -> bool {
    let mut marks = digits
        .char_indices()
        .filter(|(_, one)| matches!(one, ',' | '.'));
    match (marks.next(), marks.next()) {
        (Some((at, _)), None) => {
            delimiter == ';'
                && digits.len() - at == 4
                && (1..=3).contains(&at)
                && !digits.starts_with('0')
        }
        _ => false,
    }
}

/// The digits before and after the point.
fn split(digits: &str, delimiter: char) -> Option<(String, String)> {
    // Beside semicolons a single comma before other than three digits is a decimal comma.
    let commas = digits.matches(',').count();
    let (front, decimals) = match digits.rsplit_once('.') {
        Some((front, decimals)) => (front, decimals),
        None if delimiter == ';' && commas == 1 => digits.split_once(',')?,
        None => (digits, ""),
    };
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if front.is_empty() {
        return (!decimals.is_empty()).then(|| ("0".to_owned(), decimals.to_owned()));
    }
    let groups: Vec<&str> = front
        .split([',', ' ', '\u{a0}', '\u{2009}', '\u{202f}'])
        .collect();
    let grouped = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3)
            && groups
                .first()
                .is_some_and(|group| (1..=3).contains(&group.len())));
    let whole: String = groups.concat();
    if !grouped || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let shorter = whole.trim_start_matches('0');
    let whole = if shorter.is_empty() { "0" } else { shorter };
    Some((whole.to_owned(), decimals.to_owned()))
}

impl Number {
    /// As it was written, with thousands parted: `−£1,234.50`.
    pub(super) fn in_full(&self) -> String {
        self.dressed(&self.whole, &self.decimals)
    }

    /// With no more digits after the point than a picture has room for.
    pub(super) fn in_brief(&self) -> String {
        let places = match self.whole.as_str() {
            "0" => 4,
            long if long.len() > 5 => 0,
            _ => 2,
        };
        match rounded(&self.whole, &self.decimals, places) {
            Some((whole, decimals)) => self.dressed(&whole, &decimals),
            None => self.in_full(),
        }
    }

    /// Whether there is nothing but noughts after the point.
    pub(super) fn is_whole(&self) -> bool {
        self.decimals.bytes().all(|byte| byte == b'0')
    }

    fn dressed(&self, whole: &str, decimals: &str) -> String {
        dress(self.value < 0.0, whole, decimals, self.sort)
    }
}

/// Rounds half away from nought; `None` where there is nothing to round.
fn rounded(whole: &str, decimals: &str, places: usize) -> Option<(String, String)> {
    let (kept, rest) = decimals.split_at_checked(places)?;
    let first = rest.bytes().next()?;
    let mut digits: u64 = format!("{whole}{kept}").parse().ok()?;
    if first >= b'5' {
        digits += 1;
    }
    let width = places + 1;
    let all = format!("{digits:0>width$}");
    let (front, back) = all.split_at_checked(all.len() - places)?;
    Some((front.to_owned(), back.trim_end_matches('0').to_owned()))
}

/// A number with its signs, thousands parted by commas.
pub(super) fn dress(negative: bool, whole: &str, decimals: &str, sort: Sort) -> String {
    let mut text = String::new();
    if negative {
        text.push('\u{2212}');
    }
    if sort == Sort::Pounds {
        text.push('£');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    if sort == Sort::PerCent {
        text.push('%');
    }
    text
}

impl Missing {
    /// For the table: that there is no figure, and why.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Empty => "not shown: no figure given".to_owned(),
            Self::Sign(meaning, sign) => format!("not shown: {meaning} ({sign})"),
            Self::Under(bound) if bound.sort == Sort::Plain && bound.is_whole() => {
                format!("not shown: fewer than {}", bound.in_full())
            }
            Self::Under(bound) => format!("not shown: less than {}", bound.in_full()),
            Self::Over(bound) => format!("not shown: more than {}", bound.in_full()),
        }
    }
}

/// No more of a cell than a message needs.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 30;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(MOST - 1).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests;
