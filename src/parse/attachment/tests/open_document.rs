//! OpenDocument files.

use super::*;
use Sort::*;

fn open_document(kind: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let mut all = vec![("mimetype", mimetype.as_str())];
    all.extend_from_slice(parts);
    package(&all)
}

#[test]
fn a_clean_text_gives_nothing_but_its_words() {
    let bytes = open_document(
        "text",
        &[
            (
                "meta.xml",
                "<office:meta><meta:generator>LibreOffice</meta:generator></office:meta>",
            ),
            (
                "content.xml",
                "<office:document-content><text:h>Kin<text:span>ship</text:span></text:h>\
                 <text:p>Two<text:s/>words</text:p></office:document-content>",
            ),
        ],
    );
    let contents = read("a.odt", &bytes).unwrap();
    assert_eq!(contents.found, []);
    assert_eq!(contents.text, "Kinship\nTwo words\n");
    assert!(contents.text_read);
}

#[test]
fn people_comments_and_changes_of_a_text() {
    let bytes = open_document(
        "text",
        &[
            (
                "meta.xml",
                "<office:meta><meta:initial-creator>One Author</meta:initial-creator>\
                 <dc:creator>Two Author</dc:creator><dc:title>Offer</dc:title>\
                 <meta:template xlink:href='file:///C:/Users/jb/offer.ott'/></office:meta>",
            ),
            (
                "content.xml",
                "<c><text:tracked-changes><text:changed-region><text:deletion><office:change-info>\
                 <dc:creator>Three Author</dc:creator><dc:date>2026</dc:date></office:change-info>\
                 <text:p>Maple</text:p></text:deletion></text:changed-region></text:tracked-changes>\
                 <text:p>Ask<office:annotation><dc:creator>One Author</dc:creator><text:p>Elm</text:p>\
                 </office:annotation> us</text:p><office:annotation><text:p>x</text:p></office:annotation></c>",
            ),
            ("Object 1/content.xml", "<c><text:p>chart</text:p></c>"),
        ],
    );
    assert_found(
        &bytes,
        &[
            (Author, "One Author"),
            (LastModifiedBy, "Two Author"),
            (Title, "Offer"),
            (FormerPath, "C:/Users/jb/offer.ott"),
            (Comment, "without a name, 1 comment"),
            (Comment, "One Author, 1 comment"),
            (TrackedChange, "Three Author, 1 change"),
            (EmbeddedFile, "object 1"),
        ],
    );
    let text = read("a", &bytes).unwrap().text;
    assert!(text.contains("Maple") && text.contains("Elm") && !text.contains("One Author"));
}

#[test]
fn hidden_parts_of_a_spreadsheet() {
    let bytes = open_document(
        "spreadsheet",
        &[(
            "content.xml",
            "<c><style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>\
             <table:table table:name='Offer' table:style-name='ta1'>\
             <table:table-column table:visibility='collapse'/>\
             <table:table-column table:visibility='collapse' table:number-columns-repeated='16000'/>\
             <table:table-row table:visibility='filter'><table:table-cell><text:p>a</text:p></table:table-cell>\
             <table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>\
             <table:table-row table:visibility='collapse' table:number-rows-repeated='9'><table:table-cell/></table:table-row>\
             </table:table><table:table table:name='Names' table:style-name='ta2'/></c>",
        )],
    );
    assert_found(
        &bytes,
        &[
            (HiddenRowsOrColumns, "sheet “Offer”, 1 row"),
            (HiddenRowsOrColumns, "sheet “Offer”, 1 column"),
            (HiddenSheet, "sheet “Names”"),
        ],
    );
}

#[test]
fn notes_and_hidden_slides() {
    let bytes = open_document(
        "presentation",
        &[(
            "content.xml",
            "<c><style:style style:name='dp2'><style:drawing-page-properties presentation:visibility='hidden'/></style:style>\
             <draw:page draw:style-name='dp1'><text:p>One</text:p><presentation:notes><text:p>Mention Ash</text:p></presentation:notes></draw:page>\
             <draw:page draw:style-name='dp2'><text:p>Two</text:p></draw:page></c>",
        )],
    );
    assert_found(
        &bytes,
        &[
            (HiddenSheet, "slide 2"),
            (SpeakerNotes, "on one slide or more"),
        ],
    );
}

#[test]
fn a_locked_text_is_said_to_be_locked() {
    let bytes = open_document(
        "text",
        &[(
            "META-INF/manifest.xml",
            "<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        )],
    );
    assert_eq!(read("a.odt", &bytes), Err(Unreadable::Encrypted));
}
