//! Small numbers in sentences.

use super::{Confidence, Format, Sort, all_find, finds, found, silent};
use Confidence::Likely;

#[test]
fn facts_about_few_children() {
    all_find(
        Sort::SmallNumber,
        Likely,
        &[
            "Last year «two children» were placed outside the county.",
            "«3 young people» went missing in March.",
            "«One care leaver» was in custody.",
            "We placed «four looked-after girls» in secure homes.",
            "There were «2 children» on remand.",
            "«Four care leavers» in custody were visited.",
            "Of the 12 children, «three» of whom were girls, most came back.",
            "There were 12 children, of whom «3» were girls.",
            "«Three of our care leavers» are in prison.",
            "We worked with «two unaccompanied children».",
            "Only «2 children» came back.",
            "**«Two» children** had no school."
                .replace("«Two» children", "«Two** children»")
                .replace("»**", "»")
                .as_str(),
            "Children missing in the year: «3»",
            "- **Care leavers in custody:** «4»",
            "«Two siblings» were moved.",
            "«Two Exampleshire children» died.",
            "«two boys», both aged 14, were moved",
            "we had «three missing episodes» in May",
            "«4 young\npeople» left care.",
            "«5 UASC» arrived in May",
            "One home. «Two children» have left it.",
            "«one of our young people» was excluded",
            "The number of children in custody fell from «5» to 16.",
            "The number of care leavers in prison was «4».",
            "We support around «3 unaccompanied asylum-seeking children» at any time.",
            "We have «2 care leavers» at university.",
            "«2 x care leavers» have started apprenticeships.",
        ],
    );
}

#[test]
fn numbers_that_count_nobody() {
    silent(&[
        "one child or young person",
        "A family with two children can get £40.",
        "£20 per child, and for each child",
        "aged 3 children and 5-year-old children were",
        "It costs £5. Children were happy.",
        "At least one child was asked.",
        "Two or more children were asked.",
        "One of our children's homes was closed.",
        "Two children’s homes were closed.",
        "If you care for one child, you get £40. If two children were placed with you, you get more.",
        "the first two children",
        "the first two children had",
        "up to three children were allowed",
        "3 to 5 children were",
        "3-5 children were and 3–5 children were",
        "more than two children were",
        "fewer than 5 children were",
        "between 3 and 5 children were",
        "level 3 children were",
        "Year 5 children were",
        "1. Children were asked",
        "## 3 Young people were heard",
        "### 2 Children in care",
        "1.4 Young people were",
        "One child said that it was good.",
        "Two young people told us what they had missed.",
        "numbers so small that they could point to one child",
        "Each district names one person for care leavers",
        "a child out of the justice system",
        "one child at a time",
        "No child was hurt. None of the homes was closed.",
        "Section 22C children were",
        "You can bring two children. Two children can share a room.",
        "two child protection plans were made",
        "One child protection plan was made",
        "four meetings were held with children",
        "12 children were moved; 16 young people went",
        "Two evenings were for children",
        "five children in every hundred and two children in ten",
        "Two children in a family were to share.",
        "carers of two children were asked",
        "a mother of three children was asked",
        "Imagine that two children were lost.",
        "Two children are entitled to more.",
        "One child is too many.",
        "One child needed, two children needed",
        "in depriving one child of liberty, they do not deprive others accommodated in the home",
        "See [two children were](x.md) `two children were`"
            .replace("[two children were](x.md) ", "")
            .as_str(),
        "2,5 children were and 0.4 children were",
        "their three children were",
        "step 2: children were asked",
        "Age of children: 5",
        "Children: see page 3",
        "paragraph 4.2 children's social care",
        "three groups: children in kinship care, their carers and those who speak for them",
        "1/2 children were",
        "one in four children were",
        "Two of our children helped to write this. Three care leavers designed this page.",
        "The number of homes for children was 4. The number of children is up to you, from 1 to 5.",
        "After three missing episodes we hold a meeting.",
        "Call 116 123 or 0300 123 4567.",
        "There are five children's centres. There are two ways a child can come into care.",
        "On 4 May 2018 children were asked. By 3 May children were asked.",
    ]);
}

#[test]
fn shares_of_few() {
    all_find(
        Sort::SmallShare,
        Likely,
        &[
            "In the year 12% («2 of 17») of young people were charged.",
            "Of the children, 12% («2/17») were charged.",
            "«2 out of the 17 children» were charged.",
            "«two of our 17 care leavers» were charged.",
            "«12% of the 17 children» were charged.",
            "«11.8 per cent of 17 children» were charged.",
            "Children who came back («3/20») were asked",
        ],
    );
    silent(&[
        "13% (16/126) of the young people known to the service were children in care",
        "5 of 10 actions (50%) are done",
        "Open 24/7 for children, on 3/4/2018 and 1/2 term",
        "one in five children (20%)",
        "12% of children were charged",
        "2% of 4,000 children were charged",
        "94% of 126 children were fine",
        "if 2 of 17 children (12%) were asked",
        "(3/20) of actions",
        "Children's plan (SI 2018/952)",
        "50% of 20 homes for children",
        "Two of the 17 homes for children",
    ]);
}

#[test]
fn none_of_few() {
    all_find(
        Sort::NoneOfFew,
        Likely,
        &[
            "«None of the eight children» were charged.",
            "Of the eight children that came back, «none» were in care.",
            "«0 of 8 care leavers» were charged.",
            "«none of our 6 young people» were",
            "«0% of the 8 children» were",
        ],
    );
    silent(&[
        "None of the 83 children were charged.",
        "None of the four districts did. None of us did.",
        "Of the eight homes for children, none were closed.",
        "None of the children were charged.",
        "0 of 12 children were charged",
    ]);
}

#[test]
fn one_place_gives_one_finding() {
    finds(
        "None of the three children were hurt.",
        "None of the three children",
        Sort::NoneOfFew,
        Likely,
    );
    finds(
        "Two of the four children were hurt.",
        "Two of the four children",
        Sort::SmallShare,
        Likely,
    );
}

#[test]
fn front_matter_and_registers_are_sentences_too() {
    let text = "+++\nsummary = \"Two children were moved.\"\nif = 3\n+++\nif\n";
    assert_eq!(
        found(text, Format::Markdown),
        [("Two children", Sort::SmallNumber, Likely)]
    );
    let text = "action,measure\n\"if, you\",\"Two children were moved\"\n";
    assert_eq!(
        found(text, Format::Csv),
        [("Two children", Sort::SmallNumber, Likely)]
    );
}
