//! The fixed list of things that can be wrong. A code never changes its meaning.

macro_rules! codes {
    ($($variant:ident = $text:literal: $meaning:literal;)*) => {
        /// What kind of problem it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code, in alphabetical order of meaning groups.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code as people see it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }

            /// One sentence on what it is about.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }
        }
    };
}

codes! {
    // Files
    FileUnreadable = "file-unreadable": "A file or folder cannot be read.";
    NotUtf8 = "not-utf8": "A text is not valid UTF-8.";
    NotNormal = "not-normal": "A text holds characters in a decomposed form, which some programs compare as different.";
    OddName = "odd-name": "A file or folder has a name that cannot become an address.";
    LinkOut = "link-out": "A symbolic link in the sources is refused.";
    UnexpectedFile = "unexpected-file": "A file is in a place where offerbook does not use it.";
    // Front matter and settings
    FrontMatter = "front-matter": "The front matter is missing, or not closed.";
    Toml = "toml": "A TOML text is not well formed.";
    UnknownKey = "unknown-key": "A key that offerbook does not know.";
    MissingKey = "missing-key": "A key that has to be there is not.";
    WrongType = "wrong-type": "A value is of the wrong type.";
    WrongValue = "wrong-value": "A value is not one of those allowed.";
    UnknownKind = "unknown-kind": "A kind of publication that does not exist.";
    UnknownTopic = "unknown-topic": "A topic that the kind does not have.";
    // Text
    BrokenLink = "broken-link": "A link leads to a page or file that does not exist.";
    MissingHeading = "missing-heading": "A link leads to a heading that does not exist.";
    UnsafeLink = "unsafe-link": "A link uses an address scheme that is not allowed.";
    HeadingLevel = "heading-level": "A heading is of the wrong level.";
    DuplicateId = "duplicate-id": "Two headings of a page have the same id.";
    EmptyPage = "empty-page": "A page has no text.";
    EmptySection = "empty-section": "A heading claims a topic and nothing stands under it.";
    CleanedHtml = "cleaned-html": "Raw HTML was cleaned or removed.";
    ImageText = "image-text": "An image has no text alternative, or one that says nothing.";
    UnknownBlock = "unknown-block": "A block that offerbook fills in asks for something that does not exist.";
    Chart = "chart": "A chart lacks something, or its figures cannot be read.";
    // Registers
    RegisterShape = "register-shape": "A register's columns or rows are not as they must be.";
    RegisterValue = "register-value": "A cell of a register holds a value that is not allowed.";
    UnknownOrganisation = "unknown-organisation": "An organisation that organisations.toml does not hold.";
    HomeNamed = "home-named": "A single children’s home is named, which can show where children live.";
    OrganisationCeased = "organisation-ceased": "A body that is no more is asked to sign, or signed after it ceased.";
    AuthorityEnded = "authority-ended": "Something new is to be published for a council that is no more.";
    OrganisationShared = "organisation-shared": "Two councils use one key for organisations of different names.";
    UnknownVersion = "unknown-version": "A version that does not exist.";
    // Rules
    TopicMissing = "topic-missing": "A topic that the publication has to cover is missing.";
    TopicComing = "topic-coming": "A topic of a duty that is enacted but not yet in force.";
    Consultation = "consultation": "The consultation that the law asks for is missing or incomplete.";
    CorrectionFigures = "correction-figures": "A correction changes amounts, percentages, ages or dates.";
    Decision = "decision": "A decision record lacks a particular that its kind of decision must have.";
    UnknownDecision = "unknown-decision": "A decision that does not exist.";
    Dates = "dates": "Two dates contradict each other.";
    ReviewOverdue = "review-overdue": "A review date has passed.";
    ReviewMissing = "review-missing": "No review date is set.";
    ActionOverdue = "action-overdue": "The day of an action has passed and it is not done.";
    ReviewSoon = "review-soon": "A review is due within 60 days.";
    Accessibility = "accessibility": "The accessibility statement that the law asks for is missing, unfinished, old or claims more than was tested.";
    AlternateBehind = "alternate-behind": "An alternate was made from an older version.";
    SupportIncomplete = "support-incomplete": "A support does not tell something that readers need, or was not looked at for a year.";
    SupportUnused = "support-unused": "A support that no publication shows.";
    AddressTaken = "address-taken": "Two things would stand at the same address.";
    // What must not be published
    PersonalData = "personal-data": "A text holds what may point to one person, such as a National Insurance number.";
    SmallNumber = "small-number": "A figure about children is so small that it may point to one of them.";
    FileGivesAway = "file-gives-away": "A file to download holds what readers were not meant to find, such as its author or tracked changes.";
    FileNotRead = "file-not-read": "A file to download could not be looked into.";
    DenyList = "deny-list": "A text holds what the deny list names.";
    AllowUnused = "allow-unused": "Something is allowed that is not there.";
    // Plain language
    LongSentence = "long-sentence": "A sentence is long.";
    Abbreviation = "abbreviation": "An abbreviation is not explained.";
    WordChoice = "word-choice": "A word that young people dislike, or a plainer one would serve.";
    LinkText = "link-text": "The words of a link do not say where it leads.";
    TableHeader = "table-header": "A table has a column without a heading.";
    // The record
    RecordDamaged = "record-damaged": "A recorded file is not what the record says it is.";
    RecordUnfinished = "record-unfinished": "A publish was interrupted.";
    // The theme
    Template = "template": "A template cannot be read or drawn.";
    OverBudget = "over-budget": "A page is heavier than theme.toml allows.";
    ThemeFile = "theme-file": "A file of the theme is missing or cannot be used.";
    Contrast = "contrast": "Two colours of the theme cannot be told apart.";
    ThemeWords = "theme-words": "A message in the theme’s tables of words cannot be read.";
    // The output
    OutputFolder = "output-folder": "The output folder is not one that offerbook made.";
    OutputFile = "output-file": "A file of the site cannot be written.";
}
