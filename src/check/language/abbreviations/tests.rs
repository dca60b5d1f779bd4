//! Abbreviations are reported once, at their first use, if nothing on the page explains them.

use super::*;
use crate::check::language::tokens::PageWords;
use crate::parse::passages::passages;

fn found(markdown: &str) -> Vec<String> {
    with(markdown, &WordList::built_in())
}

fn with(markdown: &str, list: &WordList) -> Vec<String> {
    let passages = passages(markdown);
    let mut findings = Vec::new();
    look(&passages, &PageWords::of(&passages), list, &mut findings);
    let text = |one: &Finding| passages[one.passage].text[one.range.clone()].to_owned();
    findings.iter().map(text).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn unexplained_ones_are_found_once() {
    assert_eq!(
        found("Your PEP is yours.\n\nAsk the IRO about the PEP."),
        ["IRO", "PEP"]
    );
    assert_eq!(
        found("The LAs’ and DfE’s plans; VSHs too."),
        ["DfE", "LA", "VSH"]
    );
    assert_eq!(found("Send it to XQB."), ["XQB"]);
    assert_eq!(found("MACPTS work together."), ["MACPT"]);
}

#[test]
fn a_list_of_them_is_not_shouted() {
    assert_eq!(
        found("NHS, GP, CAMHS, EHCP, PA, SEND, IRO."),
        ["CAMHS", "EHCP", "IRO", "PA", "SEND"]
    );
    assert_eq!(found("- PEP\n- PA and IRO\n"), ["IRO", "PA", "PEP"]);
    for shouted in [
        "## YOUR PEP AND PLAN",
        "SEND US YOUR VIEWS",
        "## NHS AND GP",
        "PLEASE CALL CAMHS",
        "## WHAT THE IRO DOES",
    ] {
        assert_eq!(found(shouted), NONE, "{shouted}");
    }
}

#[test]
fn an_explanation_anywhere_on_the_page_counts() {
    for text in [
        "Your personal education plan (PEP) is yours.",
        "Your PEP (personal education plan) is yours.",
        "Your PEP is yours. It is your personal education plan.",
        "A PEP.\n\nPersonal Education Plans (PEPs) are yours.",
        "## Personal education plan (PEP)\n\nThe PEP.",
        "SEND means help.",
        "Special educational needs and disabilities (SEND)",
        "family group decision-making (FGDM)",
        "the Department for Education (DfE)",
        "Child and adolescent mental health services (also called CAMHS)",
        "people not in work or school (NEET)",
        "A PA: your personal adviser.",
        "| Short | Long |\n| --- | --- |\n| PEP | Personal education plan |",
        "IRO\n: Somebody who looks at your plan.",
        "The CLICC group (Children Looked After in Care Council)",
        "- **LADO**: local authority designated officer",
    ] {
        assert_eq!(found(text), NONE, "{text}");
    }
}

#[test]
fn other_brackets_explain_nothing() {
    assert_eq!(found("Ask at once (IRO)."), ["IRO"]);
    assert_eq!(found("The PEP (twice a year) is yours."), ["PEP"]);
    assert_eq!(found("People at the door call the PA."), ["PA"]);
}

#[test]
fn known_ones_names_and_codes_are_fine() {
    for text in [
        "The NHS and your GP in the UK, a PDF, an ID, a SIM and 20GB of VAT.",
        "Chapter IV, part XII, and III.",
        "See section 22CZA and EX1 2AB, form P45, KS2.",
        "Go to A&E, or GOV.UK, or write to PEP@exampleshire.example.",
        "A CSCS card. Open MON to FRI.",
        "Mr MacAlister shows a PowerPoint on YouTube.",
        "A-levels, GCSEs, grades A to E, COVID-19.",
        "You must NOT wait. PLEASE READ ALL.",
        "We do WAYT for you: wayt.",
        "> The PEP is what they said.",
        "`PEP` and ![The PEP](a.png)",
    ] {
        assert_eq!(found(text), NONE, "{text}");
    }
    assert_eq!(found("## THE WHOLE PLAN IN PEPX CAPITALS"), NONE);
}

#[test]
fn a_word_of_the_field_is_not_taken_for_stress() {
    assert_eq!(found("We send help with SEND."), ["SEND"]);
}

#[test]
fn the_council_can_have_one_left_alone() {
    let list = WordList::built_in().with(&[], &["MASH".to_owned()]);
    assert_eq!(with("Phone the MASH or the IRO.", &list), ["IRO"]);
}

#[test]
fn what_the_list_has_is_not_said_twice() {
    assert_eq!(found("Every LAC review."), NONE);
}

#[test]
fn help_names_what_we_know() {
    let passages = passages("Your PA helps.");
    let mut findings = Vec::new();
    let words = PageWords::of(&passages);
    look(&passages, &words, &WordList::built_in(), &mut findings);
    assert!(findings[0].help.contains("“personal adviser (PA)”"));
    assert_eq!(findings[0].message, "the page does not explain “PA”");
}
