//! The sorts of things that a file gives away, what each is, and how to take it away.

/// One sort of thing that a reader could find in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Who made the file or had a part in it, or an organisation named in that place.
    Author,
    /// Who saved it last.
    LastModifiedBy,
    /// The manager in the properties.
    Manager,
    /// The organisation in the properties.
    Company,
    /// Comments: who wrote how many.
    Comment,
    /// Words put in, taken out or moved under "track changes": who and how many.
    TrackedChange,
    /// A sheet of a workbook, or a slide, that is not shown.
    HiddenSheet,
    /// Rows or columns that hold something and are not shown.
    HiddenRowsOrColumns,
    /// Words that are in the document and not shown.
    HiddenText,
    /// The figures behind a pivot table, which travel with it.
    PivotData,
    /// Notes that belong to a slide.
    SpeakerNotes,
    /// The place where a photograph was taken.
    Gps,
    /// The serial number of a camera or lens.
    CameraSerial,
    /// The name of a person shown in a photograph, from face tagging.
    PersonShown,
    /// The title in the properties. Every file should have one: it matters only where it holds a
    /// word from a list of names.
    Title,
    /// Keywords, subject or description in the properties. Likewise for lists of names.
    Keywords,
    /// A path on a computer or a shared drive, often with a user's name.
    FormerPath,
    /// Another file, or a spreadsheet, inside this one.
    EmbeddedFile,
    /// Words of the document itself. [`super::read`] puts them in [`super::Contents::text`] and
    /// never reports this sort: it is for whoever finds a listed name in that text.
    Text,
}

impl Sort {
    /// What the thing is, to begin a message with: "its author", "comments".
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Author => "the name of an author",
            Self::LastModifiedBy => "who saved it last",
            Self::Manager => "a manager",
            Self::Company => "an organisation",
            Self::Comment => "comments",
            Self::TrackedChange => "tracked changes",
            Self::HiddenSheet => "a hidden sheet or slide",
            Self::HiddenRowsOrColumns => "hidden rows or columns",
            Self::HiddenText => "hidden words",
            Self::PivotData => "the figures behind a pivot table",
            Self::SpeakerNotes => "speaker notes",
            Self::Gps => "where a photograph was taken",
            Self::CameraSerial => "the serial number of a camera",
            Self::PersonShown => "the name of a person in a photograph",
            Self::Title => "the title",
            Self::Keywords => "keywords or a description",
            Self::FormerPath => "a folder on somebody's computer",
            Self::EmbeddedFile => "another file inside it",
            Self::Text => "words of the document",
        }
    }

    /// How to take it away, for somebody with Word, Excel, PowerPoint, Acrobat or a phone.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::Author
            | Self::LastModifiedBy
            | Self::Manager
            | Self::Company
            | Self::Title
            | Self::Keywords => PROPERTIES,
            Self::Comment => {
                "In Word, Excel or PowerPoint: Review, Delete, Delete All Comments. In Acrobat: \
                 Sanitise Document, or delete each comment and save under a new name."
            }
            Self::TrackedChange => {
                "In Word: Review, Accept, Accept All Changes and Stop Tracking; then save. Turning \
                 the marks off only hides them."
            }
            Self::HiddenSheet => {
                "In Excel: right-click a sheet's tab, Unhide, then delete what is not for \
                 publication. If Unhide shows nothing, copy the sheets you want into a new \
                 workbook. In PowerPoint: delete hidden slides from the list on the left."
            }
            Self::HiddenRowsOrColumns => {
                "In Excel: clear every filter, select the whole sheet, right-click a row or column \
                 heading, Unhide, then delete what is not for publication. Copying only the cells \
                 you want into a new workbook as values is safer."
            }
            Self::HiddenText => {
                "In Word: File, Info, Check for Issues, Inspect Document, tick Hidden Text, then \
                 Remove All. In Acrobat: Redact, Apply; then Sanitise Document."
            }
            Self::PivotData => {
                "In Excel: copy the pivot table, paste it into a new workbook as values, and \
                 publish that one. A pivot table carries all of its figures with it."
            }
            Self::SpeakerNotes => {
                "In PowerPoint: File, Info, Check for Issues, Inspect Document, tick Presentation \
                 Notes, then Remove All."
            }
            Self::Gps | Self::CameraSerial => PHOTOGRAPH,
            Self::PersonShown => {
                "In the program where the faces were named (Photos, Lightroom, Picasa), export \
                 the photograph again without people's names. On Windows: right-click the file, \
                 Properties, Details, Remove Properties and Personal Information."
            }
            Self::FormerPath => {
                "In Word or Excel: File, Info, Check for Issues, Inspect Document, Remove All; \
                 for a link to a file, Edit Links to Files, Break Link. In a PDF: File, \
                 Properties, and mend the title; or make the PDF again from the document."
            }
            Self::EmbeddedFile => {
                "In Word or PowerPoint: paste charts and tables as pictures, or as plain tables, \
                 and delete the object. In Excel, for values of another workbook: Data, Edit \
                 Links (or Workbook Links), Break Link. In Acrobat: open Attachments and delete \
                 each one."
            }
            Self::Text => "Take the words out of the document, and save it again.",
        }
    }

    /// Whether the value usually names a person. Paths can hold a user's name as well, but are
    /// not names.
    #[must_use]
    pub fn is_person(self) -> bool {
        matches!(
            self,
            Self::Author
                | Self::LastModifiedBy
                | Self::Manager
                | Self::Comment
                | Self::TrackedChange
                | Self::PersonShown
        )
    }
}

/// How properties are taken out of a file.
const PROPERTIES: &str = "In Word, Excel or PowerPoint: File, Info, Check for Issues, Inspect \
    Document, tick Document Properties and Personal Information, Remove All; then put the title \
    back. In Acrobat: Sanitise Document, or File, Properties, empty the box and save under a new \
    name. For a photograph on Windows: right-click, Properties, Details, Remove Properties and \
    Personal Information.";

/// How the particulars of a photograph are taken out of it.
const PHOTOGRAPH: &str = "On Windows: right-click the file, Properties, Details, Remove \
    Properties and Personal Information. On an iPhone: share the photograph with Options, \
    Location off. On an Android phone: share it with the location left out, or remove the \
    location in the details of the photograph.";
