//! Syllables of English words, estimated from their spelling.

/// Letters of a word that are looked at. No word of running text has more.
const MOST_LETTERS: usize = 40;

/// How many syllables a word has; at least one. Digits and unknown letters count as none.
pub(super) fn syllables(word: &str) -> usize {
    let mut letters = [' '; MOST_LETTERS];
    let mut length = 0;
    for letter in word.chars().map(small_without_mark) {
        let is_letter = letter.is_ascii_lowercase() || letter == '\'';
        if let (true, Some(place)) = (is_letter, letters.get_mut(length)) {
            *place = letter;
            length += 1;
        }
    }
    let small = letters.get(..length).unwrap_or_default();
    if is_read_by_letters(word) {
        return by_letters(small);
    }
    let small = without_possessive(small);
    match ODD.binary_search_by(|(odd, _)| odd.chars().cmp(small.iter().copied())) {
        Ok(found) => ODD.get(found).map_or(1, |(_, count)| *count),
        Err(_) => count(small).max(1),
    }
}

/// W has three syllables, every other letter one.
fn by_letters(small: &[char]) -> usize {
    let count: usize = small.iter().map(|c| if *c == 'w' { 3 } else { 1 }).sum();
    count.max(1)
}

/// IRO is read letter by letter, NEET might not be: without vowels, or at most three letters.
fn is_read_by_letters(word: &str) -> bool {
    let mut length = 0;
    let mut has_vowel = false;
    for character in word.chars() {
        if !character.is_uppercase() {
            return false;
        }
        length += 1;
        has_vowel |= matches!(character, 'A' | 'E' | 'I' | 'O' | 'U');
    }
    length > 1 && (length <= 3 || !has_vowel)
}

fn small_without_mark(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_lowercase();
    }
    match character.to_lowercase().next().unwrap_or(character) {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        '’' => '\'',
        other => other,
    }
}

fn without_possessive(small: &[char]) -> &[char] {
    match small {
        [stem @ .., '\'', 's'] | [stem @ .., '\''] => stem,
        _ => small,
    }
}

fn is_vowel(character: char) -> bool {
    matches!(character, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Groups of vowels, without those that are silent, with those that are two.
fn count(small: &[char]) -> usize {
    let mut groups = 0;
    let mut before = ' ';
    for (index, character) in small.iter().copied().enumerate() {
        let next = small.get(index + 1).copied().unwrap_or(' ');
        // A y before a vowel is a consonant: beyond, lawyer.
        let counts = is_vowel(character) && !(character == 'y' && is_vowel(next) && index == 0);
        if counts && (!is_vowel(before) || parts(small, index, before, character, next)) {
            groups += 1;
        }
        before = if counts { character } else { ' ' };
    }
    groups -= usize::from(groups > 1 && has_silent_end(small));
    groups -= usize::from(groups > 1 && has_silent_inner_e(small));
    groups
}

/// Whether two vowels beside each other are two syllables: radio, create, science, situation.
fn parts(small: &[char], index: usize, before: char, here: char, next: char) -> bool {
    let first = index
        .checked_sub(2)
        .and_then(|at| small.get(at))
        .copied()
        .unwrap_or(' ');
    match (before, here) {
        // -tion, -cial, -sian are one; -tio-, -cia- otherwise two.
        ('i', 'a') => !matches!(first, 'c' | 't' | 'g') || matches!(next, 't' | ' '),
        ('i', 'o') => !matches!(first, 't' | 's' | 'c' | 'g' | 'x'),
        ('i', 'u') => true,
        ('i', 'e') => {
            next == 't' || next == 'n' && !matches!(first, 'r' | 't' | 'c') || first == ' '
        }
        ('e', 'o') | ('u', 'a') | ('u', 'o') | ('y', 'i') | ('y', 'a') | ('y', 'o') => {
            !(matches!(first, 'q' | 'g') || here == 'o' && next == 'p')
        }
        ('e', 'a') => {
            let is_create =
                first == 'r' && next == 't' && small.get(index.wrapping_sub(3)) == Some(&'c');
            is_create || first == 'd' && next == ' '
        }
        ('e', 'i') => first == 'b' || next == 'n' && matches!(first, 's' | 'e'),
        ('u', 'i') => next == 't' && !matches!(first, 'r' | 's' | 'q') || first == 'n',
        ('o', 'e') => next == 'r' || next == 't',
        ('o', 'i') => next == 'n' && matches!(first, 'g' | 'd'),
        ('u', 'e') => matches!(next, 'n' | 'l') && !matches!(first, 'q' | 'g'),
        ('a', 'o') | ('u', 'u') | ('i', 'i') => true,
        _ => false,
    }
}

/// -e after a consonant, -es and -ed where they are not spoken.
fn has_silent_end(small: &[char]) -> bool {
    match small {
        // called and skilled have none, table and little one.
        [.., 'l', 'l', 'e', 'd'] => true,
        [.., before, 'l', 'e'] | [.., before, 'l', 'e', 's' | 'd'] => is_vowel(*before),
        [.., before, 'e'] => !is_vowel(*before),
        [.., 'e', 'd'] => !matches!(
            small,
            [.., 't' | 'd' | 'i', 'e', 'd'] | [.., 'r', 'e', 'e', 'd'] | [.., 'e', 'e', 'd']
        ),
        [.., before, 'e', 's'] => {
            !matches!(before, 's' | 'c' | 'g' | 'z' | 'x')
                && !is_vowel(*before)
                && !matches!(small, [.., 's' | 'c', 'h', 'e', 's'])
        }
        _ => false,
    }
}

/// An e that is silent before a ending: careful, placement, safely, something.
fn has_silent_inner_e(small: &[char]) -> bool {
    const ENDINGS: &[&str] = &[
        "ful", "fully", "less", "ly", "ment", "ments", "ness", "thing",
    ];
    ENDINGS.iter().any(|ending| {
        let length = ending.len();
        let Some(split) = small.len().checked_sub(length) else {
            return false;
        };
        let (stem, end) = small.split_at(split);
        end.iter().copied().eq(ending.chars())
            && matches!(stem, [.., one, two, 'e'] if !is_vowel(*two) && (is_vowel(*one) || *two != 'l'))
            && stem.iter().filter(|c| is_vowel(**c)).count() > 1
    })
}

/// Words whose spelling misleads, most of them frequent in the field.
/// In alphabetical order.
const ODD: &[(&str, usize)] = &[
    ("apprenticeship", 4),
    ("apprenticeships", 4),
    ("area", 3),
    ("areas", 3),
    ("behaviour", 3),
    ("behaviours", 3),
    ("being", 2),
    ("business", 2),
    ("businesses", 3),
    ("cafe", 2),
    ("cafes", 2),
    ("caseload", 2),
    ("colleague", 2),
    ("colleagues", 2),
    ("elsewhere", 2),
    ("employer", 3),
    ("employers", 3),
    ("evening", 2),
    ("evenings", 2),
    ("every", 2),
    ("everybody", 4),
    ("everyday", 3),
    ("everyone", 3),
    ("everything", 3),
    ("everywhere", 3),
    ("experience", 4),
    ("experienced", 4),
    ("experiences", 4),
    ("familiar", 3),
    ("framework", 2),
    ("frameworks", 2),
    ("great", 1),
    ("homelessness", 3),
    ("idea", 3),
    ("ideas", 3),
    ("lifelong", 2),
    ("likelihood", 3),
    ("million", 2),
    ("parliament", 3),
    ("people", 2),
    ("peoples", 2),
    ("queue", 1),
    ("safeguard", 2),
    ("safeguarded", 3),
    ("safeguarding", 3),
    ("safeguards", 2),
    ("safety", 2),
    ("science", 2),
    ("sciences", 3),
    ("seeing", 2),
    ("senior", 2),
    ("somebody", 3),
    ("someone", 2),
    ("something", 2),
    ("sometimes", 2),
    ("somewhere", 2),
    ("stakeholder", 3),
    ("stakeholders", 3),
    ("suicide", 3),
    ("therefore", 2),
    ("unique", 2),
    ("wednesday", 2),
    ("whole", 1),
    ("whose", 1),
];
