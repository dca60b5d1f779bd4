//! Identifiers of people.

use super::{Confidence, Format, Sort, all_find, finds, found, silent};
use Confidence::{Certain, Likely};

#[test]
fn national_insurance_numbers() {
    all_find(
        Sort::NationalInsurance,
        Certain,
        &[
            "Your number is «AB 12 34 56 C».",
            "Number «AB123456C», please",
            "«AB-12-34-56-C»",
            "«AB 123456 D»",
            "«AB\u{a0}12\u{a0}34\u{a0}56\u{a0}C»",
            "her NI number: «ab 12 34 56 c»",
            "    «AB123456C» in an indented line",
        ],
    );
    finds(
        "token ab123456c",
        "ab123456c",
        Sort::NationalInsurance,
        Likely,
    );
    finds(
        "National Insurance: AB123456",
        "AB123456",
        Sort::NationalInsurance,
        Likely,
    );
    silent(&[
        "A sample looks like QQ 12 34 56 C.",
        "QQ123456A",
        "DA123456C and BG123456C and AO123456C",
        "AB123456E",
        "AB123456CD",
        "XAB123456C",
        "look at 12 34 56 a",
        "AB123456",
        "`AB123456C`",
        "https://www.example.org/AB123456C",
    ]);
}

#[test]
fn nhs_numbers() {
    all_find(
        Sort::NhsNumber,
        Certain,
        &[
            "NHS number «9434765919»",
            "She is «943 476 5919» there",
            "«943-476-5919»",
            "in 2012 «943\u{a0}476\u{a0}5919».",
            "NHS «943476 5919»",
            "«9434765919» is their NHS number",
        ],
    );
    finds("It is 9434765919.", "9434765919", Sort::NhsNumber, Likely);
    // The test range: 999 000 0018 has a right check digit.
    finds("NHS 999 000 0018", "999 000 0018", Sort::NhsNumber, Likely);
    silent(&[
        "NHS number 9434765917",
        "Call 0943 476 5919",
        "ISBN 0306406152 and ISBN 9434765919",
        "£9434765919",
        "NHS number 1111111111",
        "19434765919",
        "9434765919.50 and 1.9434765919",
        "see https://www.nhs.uk/9434765919 or `9434765919`",
        "files/9434765919.pdf",
        "UPRN 9434765919",
    ]);
}

#[test]
fn learner_and_pupil_numbers() {
    finds("ULN 9276308686", "9276308686", Sort::LearnerNumber, Certain);
    finds(
        "unique learner number: 9276308686",
        "9276308686",
        Sort::LearnerNumber,
        Certain,
    );
    finds(
        "It is 9276308686.",
        "9276308686",
        Sort::LearnerNumber,
        Likely,
    );
    silent(&[
        "ULN 9276308685",
        "Order number 9276308686",
        "ULN 0276308686",
    ]);
    finds(
        "Pupil B801200005001 moved",
        "B801200005001",
        Sort::PupilNumber,
        Certain,
    );
    finds(
        "Pupil M80120000500A moved",
        "M80120000500A",
        Sort::PupilNumber,
        Certain,
    );
    silent(&["UPN A801200005001", "UPN B8012000050011", "Q207000016049"]);
}

#[test]
fn dates_of_birth() {
    all_find(
        Sort::DateOfBirth,
        Certain,
        &[
            "She was born «3 May 2012».",
            "born on the «3rd of May 2012» in Testbury",
            "DOB: «03/05/2012»",
            "D.O.B. «3.5.12»",
            "(dob «2012-05-03»)",
            "**Date of birth:** «3 May 2012»",
            "date of birth is «May 3, 2012»",
            "Date of birth of Sam: «03-05-2012»",
            "his birthday is on «3 Sept 2012»",
        ],
    );
    finds(
        "The service was born on 3 May 2012.",
        "3 May 2012",
        Sort::DateOfBirth,
        Likely,
    );
    silent(&[
        "if you were born on or after 1 September 2008",
        "born before 1 April 2005",
        "born between 1 September 2008 and 31 August 2009",
        "born 1 September 2008 to 31 August 2009",
        "born 1 September 2008 or later",
        "We need your date of birth. From 3 May 2012 we ask for it.",
        "born in May 2012",
        "born in 2012",
        "Date of birth (for example, 27 3 2007)",
        "We met on 3 May 2012",
        "stillborn 3 May 2012",
        "born 33/45/2012",
        "+++\ndate_of_birth = 2012-05-03\n+++\n",
    ]);
    finds(
        "+++\nsummary = \"born 3 May 2012\"\n+++\n",
        "3 May 2012",
        Sort::DateOfBirth,
        Certain,
    );
}

#[test]
fn personal_email() {
    all_find(
        Sort::PersonalEmail,
        Certain,
        &[
            "Write to «sam.b2012@gmail.com».",
            "[write](mailto:«sam@hotmail.co.uk»)",
            "[write](mailto:«ella.example%40gmail.com»)",
            "[write](mailto:«sam%40hotmail.co.uk»?subject=Hello)",
            "<«sam@icloud.com»>",
            "`«sam@outlook.com»`",
            "SAM «SAM@YAHOO.CO.UK»",
        ],
    );
    all_find(
        Sort::PersonalEmail,
        Likely,
        &[
            "«jane.smith@exampleshire.gov.uk»",
            "«j.smith@exampleshire.nhs.uk».",
            "«jane.smith@nhs.net»",
            "«jane.smith123@exampleshire.police.uk»",
            "«mockley.kinshipgroup@gmail.com»",
            "[write](mailto:«jane.smith%40exampleshire.gov.uk»)",
        ],
    );
    silent(&[
        "[write](mailto:families%40exampleshire.gov.uk)",
        "[write](mailto:leavingcare%40exampleshire.example?subject=40%25)",
        "[see](https://www.example.org/?from=sam%40gmail.com)",
        "About 40% of care leavers; 5%40 and 100%40gmail and %40gmail.com",
        "families@exampleshire.gov.uk",
        "leavingcare.team@exampleshire.gov.uk",
        "virtual.school@exampleshire.gov.uk",
        "leavingcare@exampleshire.example",
        "name@example.com",
        "@gmail.com",
        "sam@",
        "https://user.name@exampleshire.gov.uk/x",
        "@@@@",
        "jsmith@exampleshire.gov.uk",
    ]);
}

#[test]
fn mobile_numbers() {
    all_find(
        Sort::MobileNumber,
        Likely,
        &[
            "Text «07911 123456».",
            "«07911123456»",
            "«07911 123 456»",
            "«+44 7911 123456»",
            "«+447911123456»",
            "«+44 (0)7911 123456»",
            "«0044 7911 123456»",
            "[text us](tel:«07911123456»)",
            "«07624 123456»",
            "Ring «(07400) 123456».",
            "«(07400)123456» or ask",
            "(mobile: «(07400) 123 456»)",
        ],
    );
    silent(&[
        "07700 900123",
        "(07700) 900123 and (01632) 960100 and (020) 7946 0123",
        "(07400) 12345 and (07400) 1234567",
        "Ring us (07700 900123) or text us.",
        "In 2024 (07) 123456 was room 7.",
        "+44 7700 900999",
        "01632 960100 and 0808 157 0200 and 020 7946 0123",
        "07011 123456",
        "07611 123456",
        "07911 12345",
        "079111234567",
        "2012/07911123456",
        "£07911123456",
        "https://www.example.org/07911123456",
    ]);
    finds("07700 901000", "07700 901000", Sort::MobileNumber, Likely);
}

#[test]
fn postcodes_of_homes() {
    all_find(
        Sort::HomePostcode,
        Likely,
        &[
            "12 Acacia Avenue, Testbury «TE1 1AA»"
                .replace("TE1", "TF1")
                .as_str(),
            "He lives at 3 Council Road, «SW1A 1AA»",
            "The children’s home is at 4 Mill House, «E10 7AB»",
            "Flat 3, Mill Court, «M1 1AE»",
            "«M11AE»",
        ],
    );
    silent(&[
        "Exampleshire County Council\nCounty Hall\nHigh Street\nTestbury\nTF1 1AA",
        "Write to Freepost KINSHIP, TF1 1AA",
        "PO Box 12, TF1 1AA",
        "Testbury Family Hub, 1 High Street, TF1 1AA",
        "1 High Street, TF1 1AA\nTestbury Library",
        "Civic Centre, TF1 1AA",
        "XX1 1AA is no postcode",
        "TF1 1AC, TF1 1A, TF1 1AAA",
        "KS4 5 and E06000001 and B1 1st floor",
        "https://maps.example/TF1 and [a](x/TF11AA)",
    ]);
}

#[test]
fn case_references() {
    all_find(
        Sort::CaseReference,
        Certain,
        &[
            "case ref «123456»",
            "Case reference: «AB/12345»",
            "case no. «2021-4567»",
            "LCS ID «12345»",
            "LCS «12345»",
            "Mosaic number is «123456»",
            "Mosaic «1234567»",
            "in court case «ZC21C00123»",
            "client ID: «98765»",
            "the child's file number is «44556»",
            "Case number: «CP-2024-0012»",
            "case reference «EX-CIC-2024-12»",
            "Liquid Logic ID «554433»",
            "LiquidLogic ID «554433»",
            "LCS ID: «554433»",
            "Mosaic ID «554433»",
            "Liquid Logic «554433»",
        ],
    );
    all_find(
        Sort::CaseReference,
        Likely,
        &["see «CH/12345»", "«ZC21C00123»"],
    );
    silent(&[
        "in case 3 people come",
        "Your case number - see the letter of 2024.",
        "Give the case number-plate.",
        "Sort the files by case number. Pre-2010 files are in the cellar.",
        "Quote your case reference. Mid-2025 we move to a new system.",
        "Ask for your case file: follow-up is in 12 weeks.",
        "Our case-work system is Liquid Logic. It came in 2019.",
        "We use Liquid Logic and Mosaic in 4 teams.",
        "The case number begins with two-letter codes.",
        "Case number: see page 2024-25",
        "case study 2012",
        "Mosaic 2019",
        "Ombudsman case reference 21012345",
        "the child is 12",
        "child id",
        "case number 12",
        "CH/123",
        "AB/12345",
        "case date: 03/05/2012",
        "Person 12345",
        "[2013] UKSC 33",
        "S.I. 2018/952 and SI 2013/706",
        "E10000012",
    ]);
}

#[test]
fn registers_are_read_by_their_columns() {
    let text = "name,NHS number,DOB,case_id\nSam,9434765919,03/05/2012,98765\n";
    assert_eq!(
        found(text, Format::Csv),
        [
            ("9434765919", Sort::NhsNumber, Certain),
            ("03/05/2012", Sort::DateOfBirth, Certain),
            ("98765", Sort::CaseReference, Certain),
        ]
    );
    let text = "| Learner | ULN |\n|---|---|\n| Sam | 9276308686 |\n";
    assert_eq!(
        found(text, Format::Markdown),
        [("9276308686", Sort::LearnerNumber, Certain)]
    );
    assert_eq!(found("born,updated\n,2012-05-03\n", Format::Csv), []);
}

#[test]
fn toml_values_are_read_and_keys_are_not() {
    let text = "[nhs-9434765919]\nphone = \"07911 123456\" # AB123456C\nuln_9276308686 = 3\n";
    assert_eq!(
        found(text, Format::Toml),
        [
            ("07911 123456", Sort::MobileNumber, Likely),
            ("AB123456C", Sort::NationalInsurance, Certain),
        ]
    );
}

#[test]
fn addresses_that_are_written_out() {
    all_find(
        Sort::PersonalEmail,
        Likely,
        &[
            "Write to «sarah.jones1984 [at] hotmail.co.uk».",
            "Write to «sarah dot jones at gmail dot com».",
            "Write to «sarah(at)yahoo.com»",
            "Write to «sarah [at] gmail [dot] com», or ring.",
            "«s_jones at outlook.com» is where she is.",
            "Sarah: «sarah at hotmail dot co dot uk»",
        ],
    );
    silent(&[
        "Look at outlook.com for more.",
        "Sign in at gmail.com or at live.co.uk.",
        "Write to families [at] exampleshire.gov.uk.",
        "We met at ten. Meet us (at) the hub.",
        "Look at the dot com years.",
        "at gmail dot com",
        "[at] gmail.com",
    ]);
}

#[test]
fn numbers_with_other_bodies() {
    all_find(
        Sort::CaseReference,
        Certain,
        &[
            "Home Office ref. «A1234567»",
            "Home Office reference number: «A1234567»",
            "PNC «12/345678X»",
            "PNC ID «12/345678X»",
            "Passport «512345678»",
            "passport number «512345678»",
        ],
    );
    silent(&[
        "Ring the Home Office: 0300 123 4567.",
        "Home Office circular number 012/2018",
        "Home Office number 0300 123 4567",
        "Ask the Passport Office on 0300 222 0000. A passport costs 82 pounds.",
        "The PNC was checked 1200 times.",
        "Home Office 123456",
    ]);
}
