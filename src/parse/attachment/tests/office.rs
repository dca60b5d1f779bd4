//! Word, Excel and PowerPoint files.

use super::*;
use Sort::*;

#[test]
fn a_clean_document_gives_nothing_but_its_words() {
    let bytes = office(&[
        (
            "docProps/core.xml",
            "<cp:coreProperties><dc:creator></dc:creator><cp:lastModifiedBy/></cp:coreProperties>",
        ),
        (
            "docProps/app.xml",
            "<Properties><Company></Company><Template>Normal.dotm</Template></Properties>",
        ),
        (
            "word/settings.xml",
            "<w:settings><w:rsids><w:rsid w:val='00A1'/></w:rsids></w:settings>",
        ),
        (
            "word/document.xml",
            "<w:document><w:body><w:p w:rsidR='00A1'><w:r><w:t>Kin</w:t></w:r><w:r><w:t>ship \
             &amp; care</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr>\
             <w:vanish w:val='0'/></w:rPr><w:t>Two</w:t></w:r></w:p></w:body></w:document>",
        ),
        (
            "word/_rels/document.xml.rels",
            "<Relationships><Relationship Id='r1' Target='https://www.exampleshire.gov.uk/Users/a' \
             TargetMode='External'/></Relationships>",
        ),
    ]);
    let contents = read("a.docx", &bytes).unwrap();
    assert_eq!(contents.found, []);
    assert_eq!(contents.text, "Kinship & care\nTwo\n");
    assert!(contents.text_read);
}

#[test]
fn properties_name_people_and_organisations() {
    let bytes = office(&[
        (
            "docProps/core.xml",
            "<c><dc:creator>One Author</dc:creator><cp:lastModifiedBy>Two Author</cp:lastModifiedBy>\
             <dc:title>Offer</dc:title><cp:keywords>kin</cp:keywords></c>",
        ),
        (
            "docProps/app.xml",
            "<Properties><Manager>Three Author</Manager><Company>Exampleshire</Company>\
             <HyperlinkBase>\\\\srv01\\team</HyperlinkBase></Properties>",
        ),
        (
            "customXml/item1.xml",
            "<p:properties><SharedWithUsers><UserInfo><DisplayName>Four Author</DisplayName><AccountId>7\
             </AccountId></UserInfo></SharedWithUsers></p:properties>",
        ),
        ("customXml/item2.xml", "not markup <"),
        (
            "docProps/custom.xml",
            "<Properties><property name='_AuthorEmail'><vt:lpwstr>one@exampleshire.gov.uk</vt:lpwstr>\
             </property><property name='Reference'><vt:lpwstr>Maple</vt:lpwstr></property></Properties>",
        ),
    ]);
    assert_found(
        &bytes,
        &[
            (Author, "One Author"),
            (LastModifiedBy, "Two Author"),
            (Title, "Offer"),
            (Keywords, "kin"),
            (Manager, "Three Author"),
            (Company, "Exampleshire"),
            (FormerPath, r"\\srv01\team"),
            (Author, "one@exampleshire.gov.uk"),
            (Author, "Four Author"),
        ],
    );
    assert!(read("a", &bytes).unwrap().text.contains("Maple"));
}

#[test]
fn comments_changes_and_hidden_words_of_a_document() {
    let bytes = office(&[
        (
            "word/document.xml",
            "<w:document><w:p><w:ins w:author='One Author'><w:r><w:t>new</w:t></w:r></w:ins>\
             <w:del w:author='One Author'><w:r><w:delText> Maple House</w:delText></w:r></w:del>\
             <w:moveFrom w:author='Two Author'><w:r><w:t>m</w:t></w:r></w:moveFrom></w:p>\
             <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not for print</w:t></w:r></w:p>\
             <w:p><w:r><w:instrText> INCLUDEPICTURE \"C:\\\\Users\\\\j</w:instrText></w:r>\
             <w:r><w:instrText>b\\\\a.png\" </w:instrText></w:r></w:p></w:document>",
        ),
        (
            "word/comments.xml",
            "<w:comments><w:comment w:author='One Author'><w:p><w:r><w:t>Ask Ash</w:t></w:r></w:p>\
             </w:comment></w:comments>",
        ),
        (
            "word/_rels/settings.xml.rels",
            "<R><Relationship Id='r1' Target='file:///C:\\Users\\someone\\Offer.dotx' TargetMode='External'/></R>",
        ),
        (
            "word/people.xml",
            "<w15:people><w15:person w15:author='Four Author'/></w15:people>",
        ),
        ("word/embeddings/oleObject1.bin", ""),
    ]);
    assert_found(
        &bytes,
        &[
            (FormerPath, r"C:\Users\someone\Offer.dotx"),
            (FormerPath, r"C:\Users\jb\a.png"),
            (Author, "Four Author"),
            (Comment, "One Author, 1 comment"),
            (TrackedChange, "One Author, 2 changes"),
            (TrackedChange, "Two Author, 1 change"),
            (HiddenText, "3 words, beginning “not for print”"),
            (EmbeddedFile, "oleobject1.bin"),
        ],
    );
    let text = read("a", &bytes).unwrap().text;
    assert!(text.contains("Maple House") && text.contains("Ask Ash"));
}

const WORKBOOK: &str = "<workbook><x15ac:absPath url='C:\\Users\\someone\\Desktop\\'/><sheets>\
    <sheet name='Offer' sheetId='1' r:id='rId1'/>\
    <sheet name='Names' sheetId='2' state='hidden' r:id='rId2'/>\
    <sheet name='More' sheetId='3' state='veryHidden' r:id='rId3'/></sheets></workbook>";
const RELATIONSHIPS: &str = "<Relationships><Relationship Id='rId1' Target='worksheets/sheet7.xml'/>\
    <Relationship Id='rId2' Target='/xl/worksheets/sheet2.xml'/></Relationships>";

#[test]
fn hidden_parts_of_a_workbook() {
    let sheet = "<worksheet><cols><col min='2' max='3' hidden='1'/><col min='5' max='16384' hidden='1'/>\
        <col min='4' max='4' width='0'/></cols><sheetData>\
        <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>42</v></c><c t='inlineStr'><is><t>Elm</t></is></c></row>\
        <row r='2' hidden='1'><c r='A2'><v>7</v></c></row>\
        <row r='3' hidden='1'><c r='A3' s='1'/></row></sheetData></worksheet>";
    let bytes = office(&[
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONSHIPS),
        ("xl/worksheets/sheet7.xml", sheet),
        (
            "xl/sharedStrings.xml",
            "<sst><si><r><t>Ju</t></r><r><t>ly</t></r><rPh><t>x</t></rPh></si><si><t>Ash</t></si></sst>",
        ),
    ]);
    assert_found(
        &bytes,
        &[
            (FormerPath, r"C:\Users\someone\Desktop\"),
            (HiddenSheet, "sheet “Names”"),
            (HiddenSheet, "sheet “More”"),
            (HiddenRowsOrColumns, "sheet “Offer”, 1 row"),
            (HiddenRowsOrColumns, "sheet “Offer”, 2 columns"),
        ],
    );
    let text = read("a", &bytes).unwrap().text;
    assert_eq!(text, "Offer\nNames\nMore\n42\nElm\n7\nJuly\nAsh\n");
}

#[test]
fn a_clean_workbook_gives_nothing() {
    let bytes = office(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='Offer' r:id='rId1'/></sheets></workbook>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><cols><col min='1' max='1' width='9.1'/><col min='2' max='16384' hidden='1'/></cols>\
             <sheetData><row r='1' ht='15'><c r='A1'><v>1</v></c></row></sheetData></worksheet>",
        ),
    ]);
    assert_found(&bytes, &[]);
}

#[test]
fn comments_pivots_and_copies_in_a_workbook() {
    let bytes = office(&[
        ("xl/workbook.xml", "<workbook/>"),
        (
            "xl/comments1.xml",
            "<comments><authors><author>One Author</author><author>tc={1}</author></authors><commentList>\
             <comment ref='A1' authorId='0'><text><r><t>Ask Ash</t></r></text></comment>\
             <comment ref='A2' authorId='1'><text><t>[Threaded comment]</t></text></comment></commentList></comments>",
        ),
        (
            "xl/persons/person.xml",
            "<personList><person displayName='Two Author' id='{2}'/></personList>",
        ),
        (
            "xl/threadedComments/threadedComment1.xml",
            "<ThreadedComments><threadedComment personId='{2}'><text>Elm</text></threadedComment></ThreadedComments>",
        ),
        (
            "xl/revisions/revisionHeaders.xml",
            "<headers><header userName='Three Author'/></headers>",
        ),
        (
            "xl/pivotCache/pivotCacheDefinition1.xml",
            "<pivotCacheDefinition refreshedBy='Four Author'><sharedItems><s v='Maple'/></sharedItems></pivotCacheDefinition>",
        ),
        (
            "xl/pivotCache/pivotCacheRecords1.xml",
            "<rs><r><x v='0'/></r><r><s v='Oak'/></r></rs>",
        ),
        (
            "xl/externalLinks/externalLink1.xml",
            "<externalLink><sheetDataSet><cell><v>Beech</v></cell></sheetDataSet></externalLink>",
        ),
    ]);
    assert_found(
        &bytes,
        &[
            (Author, "Two Author"),
            (Comment, "One Author, 1 comment"),
            (Comment, "Two Author, 1 comment"),
            (TrackedChange, "Three Author, 1 saved change"),
            (LastModifiedBy, "Four Author"),
            (PivotData, "2 rows"),
            (EmbeddedFile, "values copied from another workbook"),
        ],
    );
    let text = read("a", &bytes).unwrap().text;
    for word in ["Ask Ash", "Elm", "Maple", "Oak", "Beech"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn a_workbook_saved_as_binary_is_not_read() {
    let bytes = office(&[("xl/workbook.bin", "x")]);
    assert!(!read("a.xlsb", &bytes).unwrap().text_read);
}

#[test]
fn notes_comments_and_hidden_slides() {
    let notes = |text: &str| {
        format!(
            "<p:notes><p:sp><p:ph type='sldNum'/><a:p><a:fld><a:t>1</a:t></a:fld></a:p></p:sp>\
             <p:sp><p:ph type='body' idx='1'/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp></p:notes>"
        )
    };
    let bytes = office(&[
        (
            "ppt/presentation.xml",
            "<p:presentation><p:sldIdLst><p:sldId id='256' r:id='rId2'/><p:sldId id='257' r:id='rId1'/></p:sldIdLst></p:presentation>",
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            "<R><Relationship Id='rId1' Target='slides/slide1.xml'/><Relationship Id='rId2' Target='slides/slide2.xml'/></R>",
        ),
        (
            "ppt/slides/slide1.xml",
            "<p:sld show='0'><a:p><a:r><a:t>Draft</a:t></a:r></a:p></p:sld>",
        ),
        (
            "ppt/slides/slide2.xml",
            "<p:sld><a:p><a:r><a:t>Of</a:t></a:r><a:r><a:t>fer</a:t></a:r></a:p></p:sld>",
        ),
        ("ppt/notesSlides/notesSlide1.xml", &notes("Mention Ash")),
        ("ppt/notesSlides/notesSlide2.xml", &notes("")),
        (
            "ppt/commentAuthors.xml",
            "<l><p:cmAuthor id='0' name='One Author'/></l>",
        ),
        (
            "ppt/comments/comment1.xml",
            "<l><p:cm authorId='0'><p:text>Elm</p:text></p:cm></l>",
        ),
        (
            "ppt/authors.xml",
            "<l><p188:author id='{9}' name='Two Author'/></l>",
        ),
        (
            "ppt/comments/modernComment_1.xml",
            "<l><p188:cm authorId='{9}'><a:t>Oak</a:t><p188:reply authorId='{9}'/></p188:cm></l>",
        ),
        ("ppt/embeddings/Microsoft_Excel_Sheet.xlsx", ""),
    ]);
    assert_found(
        &bytes,
        &[
            (HiddenSheet, "slide 2"),
            (SpeakerNotes, "on 1 slide"),
            (Author, "One Author"),
            (Author, "Two Author"),
            (Comment, "One Author, 1 comment"),
            (Comment, "Two Author, 2 comments"),
            (EmbeddedFile, "microsoft_excel_sheet.xlsx"),
        ],
    );
    let text = read("a", &bytes).unwrap().text;
    for word in ["Draft\n", "Offer\n", "Mention Ash", "Elm", "Oak"] {
        assert!(text.contains(word), "{word}");
    }
}

#[test]
fn a_clean_presentation_gives_nothing() {
    let bytes = office(&[("ppt/slides/slide1.xml", "<p:sld><a:t>Offer</a:t></p:sld>")]);
    assert_found(&bytes, &[]);
}

#[test]
fn photographs_in_a_document_keep_their_place() {
    let photograph = super::pictures::jpeg_with_place();
    let bytes = package_of_bytes(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:document/>"),
        ("word/media/image1.jpeg", &photograph),
    ]);
    assert_found(&bytes, &[(Gps, "a place is stored (picture image1.jpeg)")]);
}

#[test]
fn another_zip_file_gives_nothing() {
    let bytes = package(&[("docProps/core.xml", "<c><dc:creator>Jo</dc:creator></c>")]);
    assert_eq!(read("a.zip", &bytes), Ok(Contents::default()));
}

#[test]
fn tables_are_kept_with_the_names_of_their_columns() {
    let bytes = office(&[(
        "word/document.xml",
        "<w:document><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r>\
         <w:t>Date of </w:t></w:r><w:r><w:t>birth</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr>\
         <w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>3, May</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><w:r><w:t>After</w:t></w:r></w:p></w:document>",
    )]);
    assert_eq!(
        read("a.docx", &bytes).unwrap().tables,
        ["\"Name \",\"Date of birth \"\n,\"3, May \""]
    );
}

#[test]
fn cells_of_a_workbook_stand_in_their_columns_and_days_are_days() {
    let bytes = office(&[
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='One' r:id='rId1'/></sheets></workbook>",
        ),
        (
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d mmm yyyy'/></numFmts><cellStyleXfs>\
             <xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>\
             <xf numFmtId='164'/></cellXfs></styleSheet>",
        ),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Name</t></si><si><r><t>Date of </t></r><r><t>birth</t></r></si></sst>",
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c>\
             </row><row r='2'><c r='A2' t='inlineStr'><is><t>Sam</t></is></c><c r='B2'><v>40666</v></c>\
             <c r='C2' s='1'><v>40666</v></c></row><row r='3'><c r='C3' s='2'><v>40667</v></c></row>\
             </sheetData></worksheet>",
        ),
    ]);
    let contents = read("a.xlsx", &bytes).unwrap();
    assert_eq!(
        contents.tables,
        ["\"Name\",,\"Date of birth\"\n\"Sam\",\"40666\",\"2011-05-03\"\n,,\"2011-05-04\""]
    );
    assert_eq!(
        contents.text,
        "One\nSam\n40666\n2011-05-03\n2011-05-04\nName\nDate of birth\n"
    );
}
