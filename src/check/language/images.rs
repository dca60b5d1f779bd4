//! Pictures whose words do not say what they show: "image", "IMG_1234.jpg".
//!
//! Who cannot see a picture gets these words in its place. A name of a file or a word for any
//! picture is none (WCAG 2.2, success criterion 1.1.1, failure F30).

use super::{Finding, LanguageSort};
use crate::parse::passages::{Passage, Sort};

/// Reports pictures whose words say nothing. That they have words at all is looked at elsewhere.
pub(super) fn look(passages: &[Passage], findings: &mut Vec<Finding>) {
    for (index, passage) in passages.iter().enumerate() {
        let text = passage.text.trim();
        if passage.sort != Sort::Image || !(is_file_name(text) || is_any_picture(text)) {
            continue;
        }
        findings.push(Finding {
            passage: index,
            range: 0..passage.text.len(),
            sort: LanguageSort::ImageText,
            message: format!("the words for this picture say only “{text}”"),
            help: "say what somebody who cannot see it would miss, such as “two carers and a \
                   child at a kitchen table”"
                .to_owned(),
        });
    }
}

fn is_file_name(text: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "avif", "bmp", "gif", "heic", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp",
    ];
    text.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
    })
}

/// Whether all words could stand for any picture: "Image 1", "Photo of", "DSC01234".
fn is_any_picture(text: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split(|one: char| !one.is_alphanumeric())
        .map(|word| word.trim_end_matches(|one: char| one.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().any(|word| PICTURES.contains(word))
        && words
            .iter()
            .all(|word| PICTURES.contains(word) || SMALL.contains(word))
}

/// Words for any picture, and how cameras and telephones call theirs.
const PICTURES: &[&str] = &[
    "alt",
    "banner",
    "diagram",
    "dsc",
    "dscf",
    "dscn",
    "figure",
    "graphic",
    "header",
    "icon",
    "image",
    "images",
    "img",
    "logo",
    "photo",
    "photograph",
    "photos",
    "pic",
    "picture",
    "pictures",
    "placeholder",
    "pxl",
    "screenshot",
    "spacer",
    "thumbnail",
    "untitled",
];

const SMALL: &[&str] = &[
    "a",
    "an",
    "at",
    "description",
    "file",
    "here",
    "in",
    "of",
    "our",
    "text",
    "the",
    "this",
    "whatsapp",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::passages::passages;

    fn messages(alternative: &str) -> Vec<String> {
        let mut findings = Vec::new();
        let markdown = format!("Text ![{alternative}](files/a.png) text.");
        look(&passages(&markdown), &mut findings);
        findings.into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn words_that_say_nothing() {
        for text in [
            "image",
            "Image 1",
            "IMG_1234.jpg",
            "IMG_1234",
            "DSC01234",
            "picture of",
            "photo.PNG",
            "Logo",
            "Screenshot 2024-03-01 at 10.15.00",
            "WhatsApp Image 2024-03-01",
            "alt text",
            "family-hub-map.svg",
        ] {
            let text = text.replace('_', "\\_");
            assert_eq!(messages(&text).len(), 1, "{text}");
        }
        assert_eq!(
            messages("image"),
            ["the words for this picture say only “image”"]
        );
    }

    #[test]
    fn words_that_say_what_it_shows() {
        for text in [
            "A map of the family hubs",
            "Logo of Exampleshire Council",
            "Exampleshire Council",
            "Photo of two carers at a table",
            "a kitchen",
            "The form, page 1",
            "Screenshot of the claim form",
            "A diagram: referral, visit, plan, review",
            "Map",
            "Children in care by year, 2020 to 2025",
            "Picture cards of feelings",
            "How to use files.example",
            "Image of a bus pass",
            "Go to GOV.UK",
            "Home",
            "a",
            "Our pledge in a picture book",
            "The front door of County Hall",
            "Two hands",
            "Icon for money: a coin",
        ] {
            assert_eq!(messages(text), Vec::<String>::new(), "{text}");
        }
    }
}
