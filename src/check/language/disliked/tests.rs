//! Each word is found where it means what the list is about, and nowhere else.

use super::*;
use crate::check::language::tokens::PageWords;
use crate::parse::passages::passages;

fn found(markdown: &str) -> Vec<String> {
    let passages = passages(markdown);
    let mut findings = Vec::new();
    let words = PageWords::of(&passages);
    look(&passages, &words, &WordList::built_in(), &mut findings);
    findings.sort_by_key(|one| (one.passage, one.range.start));
    let text = |one: &Finding| passages[one.passage].text[one.range.clone()].to_owned();
    findings.iter().map(text).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn words_about_people() {
    for (text, word) in [
        ("Every LAC has a plan.", "LAC"),
        ("We help looked-after children.", "looked-after children"),
        (
            "Looked After Children should be heard.",
            "Looked After Children",
        ),
        (
            "We hear all Looked After Children here.",
            "Looked After Children",
        ),
        (
            "The previously looked after child",
            "previously looked after child",
        ),
        ("When your placement ends", "placement"),
        (
            "You can have contact with your birth mother.",
            "contact with your birth mother",
        ),
        ("Supervised contact is every week.", "Supervised contact"),
        (
            "There is contact between the child and you.",
            "contact between the child",
        ),
        ("Your siblings can come.", "siblings"),
        ("You can have respite care.", "respite care"),
        ("He absconded twice.", "absconded"),
        (
            "We train them in challenging behaviour.",
            "challenging behaviour",
        ),
        ("Our service users like it.", "service users"),
        ("She is putting herself at risk.", "putting herself at risk"),
        ("They refuse to engage.", "refuse to engage"),
        ("for young offenders", "young offenders"),
    ] {
        assert_eq!(found(text), [word], "{text}");
    }
}

#[test]
fn official_words() {
    for (text, word) in [
        ("We utilise it.", "utilise"),
        ("It will commence soon.", "commence"),
        ("In order to help", "In order to"),
        ("prior to that", "prior to"),
        ("Help, e.g. money", "e.g."),
        ("Help (eg money)", "eg"),
        ("We will endeavour to help.", "endeavour to"),
        ("to purchase a cooker", "purchase"),
        ("financial assistance", "assistance"),
        ("In the event\nthat you move", "In the event that"),
    ] {
        assert_eq!(found(text), [word], "{text}");
    }
}

#[test]
fn other_meanings_are_fine() {
    for text in [
        "Contact us. Contact details. Contact the team.",
        "Children in care who came into contact with the police.",
        "Stay in contact with your family.",
        "Contact with youth justice services.",
        "Grandparents who looked after children.",
        "children looked after by their grandparents",
        "The council looked after you.",
        "A work placement with an employer.",
        "If a course has a placement, we pay for travel.",
        "The court made a placement order.",
        "He was sent to a young offender institution.",
        "the missing persons team",
        "a lac of milk",
        "Endeavour House is in Endeavour Road.",
        "You want to live on your own.",
        "In order, to the left.",
        "placement@exampleshire.example",
    ] {
        assert_eq!(found(text), NONE, "{text}");
    }
}

#[test]
fn citations_and_titles_are_never_touched() {
    for text in [
        "Under section 22 we look after looked after children.",
        "The Care Planning, Placement and Case Review (England) Regulations 2010 say so.",
        "The law calls you a looked after child: see the Children Act 1989.",
        "Read *Guide for looked after children* first.",
        "See [help for looked after children](https://www.legislation.gov.uk/ukpga/1989/41).",
        "They call it “placement” and 'contact'.",
        "The National Protocol for Reducing the Unnecessary Criminalisation of Looked-after children.",
        "Phone the Placement Team or the Head of Looked After Children Services.",
        "> We like our siblings.",
    ] {
        assert_eq!(found(text), NONE, "{text}");
    }
}

#[test]
fn law_excuses_only_its_sentence_and_only_words_of_law() {
    assert_eq!(
        found("See section 22. Looked after children get help."),
        ["Looked after children"]
    );
    assert_eq!(found("Under section 22 we utilise it."), ["utilise"]);
}

#[test]
fn a_word_is_reported_once_with_how_often() {
    let passages = passages("One placement.\n\n- two placements\n\n## Placement");
    let words = PageWords::of(&passages);
    let mut findings = Vec::new();
    look(&passages, &words, &WordList::built_in(), &mut findings);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].passage, 0);
    assert!(findings[0].message.ends_with("(3 times on this page)"));
}
