//! Small numbers in sentences that do not stand right before a word for children.

use super::{Confidence, Format, Sort, all_find, found, silent};
use Confidence::Likely;

#[test]
fn couples_ranges_ages_and_what_happened() {
    all_find(
        Sort::SmallNumber,
        Likely,
        &[
            "«A couple of young people» went missing.",
            "Last year «a couple of our care leavers» were in prison.",
            "We placed «two or three children» far away.",
            "«Two to three children» were arrested last year.",
            "«3–4 young people» were charged.",
            "«One 15-year-old boy» was remanded.",
            "«Three four-year-olds» were taken into care.",
            "«Two 17 year old girls» were exploited.",
            "«Three minors» were trafficked.",
            "«One minor» was arrested.",
            "«Two youths» were charged.",
            "«One student» was excluded.",
            "«Two sudden deaths of children» were reviewed.",
            "There were «2 child deaths» last year.",
            "«Three suicides among young people» were reviewed.",
            "There were «two permanent exclusions of children» in care.",
            "«Three young people’s cases» went to court.",
            "We had «2 injuries to children».",
            "We closed «one child's case».",
            "Young people on remand: «two».",
            "Total number of children missing: «3»; the year before: 9.",
            "Of the 40 children, «2» were arrested.",
            "Forty children were reviewed. «Two» of them were remanded.",
            "12 children were moved and «3» were placed far away.",
            "«A couple of children» were moved.",
            "We moved «2-3 children».",
            "Either «2 or 3 children» moved.",
            "«One 15-year-old» was remanded.",
            "«Two 16 year olds» were exploited.",
            "«Two unaccompanied minors» arrived.",
            "There was «one death of a child».",
            "«2 children’s cases» were reviewed.",
            "«4 students» were excluded.",
            "Number of children in custody: «three».",
        ],
    );
}

#[test]
fn two_numbers_of_one_sentence() {
    let all = |text| {
        let found = found(text, Format::Markdown).into_iter();
        found.map(|(part, _, _)| part).collect::<Vec<_>>()
    };
    assert_eq!(
        all("Four children from our area were arrested in 2025, and 3 of them were charged."),
        ["Four children", "3"]
    );
    assert_eq!(
        all("Number of care leavers in prison: 4, up from 2 last year."),
        ["4", "2"]
    );
}

#[test]
fn shares_of_those_named_before() {
    all_find(
        Sort::SmallShare,
        Likely,
        &[
            "Of 20 young people surveyed, «15 per cent» were in custody.",
            "Among the 30 care leavers, «10%» were homeless.",
            "Of 40 children, «5%» were arrested.",
        ],
    );
}

#[test]
fn ages_ranges_and_helpers_that_count_nobody() {
    silent(&[
        "You can get help from 2 years old.",
        "Two-year-olds get 15 hours of childcare a week.",
        "2 year olds can get 15 hours a week.",
        "All 3 and 4 year olds get 15 hours.",
        "Some two-year-olds are entitled to a free place.",
        "Families with 2 children were given vouchers.",
        "A couple of weeks later the children were asked again.",
        "A couple with two children were approved as foster carers.",
        "A couple of times a year, young people met the mayor.",
        "Each child has one plan.",
        "Our carers look after one child at a time.",
        "Rooms for two or three children were painted.",
        "Small homes for 2-3 children opened in March.",
        "Each adviser worked with 2 or 3 young people.",
        "Groups of 2 to 3 children were taken to the park.",
        "1-5 children were moved: we do not give smaller numbers.",
        "Between 3 and 5 children were in each group.",
        "Two student social workers joined the team.",
        "Two students on placement joined the team.",
        "One youth worker was appointed.",
        "Two minor changes were made to the plan.",
        "One minor change was made after young people asked.",
        "One youth club was opened.",
        "One 2-year-old place was funded.",
        "Two 2-year-old places were added.",
        "Two case studies were written.",
        "Two children’s plans were published: the strategy and the sufficiency plan.",
        "Three children’s services teams were inspected.",
        "One child’s case study was told in the film.",
        "Two young people’s panels were set up.",
        "Death of a child: what we do.",
        "When there is one death of a child, we meet.",
        "Every review of a child has two parts.",
        "We opened 4 homes for children and 3 of them were full.",
        "We ran four workshops with young people. Two of them were online.",
        "There are 5 promises to children. Three of them were kept.",
        "We asked 40 children. 3 of the questions were hard.",
        "In 2024 we wrote to 300 carers, and 3 of them replied.",
        "Of 40 children, 95% said they were happy.",
        "Of the 2,000 children, 5% were in homes.",
        "Of 40 schools, 5% were inspected.",
        "Children in care get 5% more.",
        "Number of meetings with young people: three.",
        "Steps for children: three.",
        "Help for children: one visit.",
        "Phone number for young people: 4.",
        "Children can have up to three visits. Two of those were by phone.",
        "12 children met the mayor and one was late.",
        "We visited 12 homes, and 3 were for children.",
        "See steps 2 to 3 children follow.",
        "Ages 2 to 3 children.",
        "Two children’s centres were refurbished and 3 were closed.",
        "Young people chose 2 or 3 topics that were talked about.",
        "You may look after two or three children.",
        "Two of these were about children.",
        "Two pupils designed the logo.",
        "In Year 5 students were given bursaries.",
        "Part 4 students were told.",
    ]);
}

#[test]
fn sentences_of_councils_that_count_no_children() {
    silent(&[
        "Young people had 2 or 3 advisers who left.",
        "Three 16 to 18 year olds groups run each week.",
        "The first of the two deaths was reviewed.",
        "Two exclusions panels were trained.",
        "Two 16-year-olds can share a flat.",
        "A small cohort of 159 young people went missing for over 24 hours, 63% of which were LAC.",
        "In terms of foster care placements, the majority of missing episodes related to seven young people who have over 10 episodes each.",
        "For example, if a child has been missing for 31 days, they should only be counted once in category C.",
        "Since 2015, please state in days the three longest periods for which a looked after child has gone missing.",
        "Total Missing Episodes No. of children",
        "Once you have been confirmed eligible for a free 2 year old place, the funding will remain with your child until they take up their free 3 year old place.",
        "Eligibility starts at the term after the child's second birthday. Free childcare for 2 year olds is changing.",
        "A two year old is eligible if they are looked after. Some disadvantaged two-year-olds are entitled to 570 hours.",
        "£30,600 for families outside London with two more children",
        "If you are a two parent family, both of you must be employed.",
        "Some foster carers take on more than one young person at a time, and some even have groups of children who are close in age (for example, three or four siblings).",
        "There are three or four siblings in many groups.",
        "We need homes where two or three brothers and sisters can stay together.",
        "A personal adviser visits you at least once every two months, and sees 2 or 3 young people a day.",
        "Care leavers up to age 25 who returned to education, and 3 were given bursaries of £2,000.",
        "Two cases of non-accidental head injuries were found.",
        "Your Personal Adviser will try to see you at least every 8 weeks. Two of those were missed.",
        "Reviews are held within 20 days, then 3 months, then every 6 months. Children in care had 3.",
        "The Panel met four times. Three of them were held with children.",
        "Our pledge to children has five parts. Two of these were written with young people.",
        "The 16 to 19 Bursary: students were given 2 payments.",
        "A couple of children’s books were given to each carer.",
        "A couple of the children’s homes were inspected.",
        "Two year 11 students were given a prize by the Virtual School.",
        "Of the children in care, 5% were placed out of county.",
        "Of our 12 homes for children, 2 were rated outstanding.",
        "Among the 30 social workers, 10% were agency staff.",
        "Of 60 actions for children and young people, 5% were late.",
        "Five of the 40 actions were for children.",
        "In 2023 there were 12 children’s homes, and 3 were closed.",
        "12 young people took part. Three of them told us what they liked.",
        "20 young people came to the event, and 3 workshops were held.",
        "20 care leavers were invited and 5 places were kept free.",
        "Children aged 2 to 4 were invited to the hub.",
        "Nurseries offer 2 to 3 children-only mornings that were liked.",
        "One youth justice worker was there for each child.",
        "Two student nurses were trained. Four student places were funded.",
        "Number of children you care for: one.",
        "How many children can I foster? Up to three: two of them were siblings in one family we know.",
        "All children's files: 3 years after closing.",
        "Children looked after on 31 March: see table 2.",
        "Number of bedrooms for children: 4.",
        "The rules for children in care have three steps: one.",
        "Arrests of children fell. Two arrests panels were merged.",
        "You can ask for your file: one child's file was lost in the post in a story by Jacqueline Wilson.",
        "We looked at the death of one child in another county.",
        "Two records of children’s views were kept in each file.",
        "Carers keep 2 records of children.",
        "The court made two orders for one child's placement.",
        "A minor was with them. Two minors may enter with one adult.",
        "Under-18s: two minors per adult.",
        "Three of us were in care. Two of us were fostered.",
        "We offer 3-4 youths a place each year.",
        "Ofsted visited 2 or 3 times and children were asked.",
    ]);
}
