use super::*;
use crate::diagnostics::{Located, Place};
use crate::model::{Attachment, ControlBlock, Slug};

fn publication() -> Publication {
    let file = |path: &str, picture| Attachment {
        path: path.to_owned(),
        size: 1,
        digest: "ab".repeat(32),
        picture,
    };
    let size = PictureSize {
        width: 300,
        height: 200,
    };
    let place = Place::path("published/derby/publications/offer/2026-07-01");
    Publication {
        authority: Slug::new("derby").unwrap(),
        slug: Slug::new("offer").unwrap(),
        kind: Located::new("policy".to_owned(), place.clone()),
        control: ControlBlock::default(),
        pages: Vec::new(),
        alternates: Vec::new(),
        supports: Vec::new(),
        sign_ups: None,
        organisations: Vec::new(),
        actions: Vec::new(),
        attachments: vec![file("files/a.png", Some(size)), file("files/b.svg", None)],
        decision: None,
        allowed: Vec::new(),
        draft: false,
        place,
    }
}

fn own(html: &str) -> String {
    let publication = publication();
    let place = BodyPlace::Own {
        publication: Some(&publication),
    };
    relink(
        html,
        &own_address(&publication),
        place,
        LinkStyle::Folders,
        "Table",
    )
}

const PICTURE: &str = "<img alt=A src=/derby/offer/files/a.png>";

#[test]
fn pictures_get_the_size_of_their_file() {
    let of = |html: &str| own(html).replace(" loading=\"lazy\" decoding=\"async\"", "");
    assert_eq!(
        of(PICTURE),
        "<img alt=\"A\" src=\"files/a.png\" width=\"300\" height=\"200\">"
    );
    // A drawing that fills its room, a picture of another publication, and one whose author says
    // how large it is.
    for (html, shown) in [
        (
            "<img alt=B src=/derby/offer/files/b.svg>",
            "<img alt=\"B\" src=\"files/b.svg\">",
        ),
        (
            "<img alt=C src=/derby/other/files/a.png>",
            "<img alt=\"C\" src=\"../other/files/a.png\">",
        ),
        (
            "<img alt=A src=/derby/offer/files/a.png width=30>",
            "<img alt=\"A\" src=\"files/a.png\" width=\"30\">",
        ),
    ] {
        assert_eq!(of(html), shown);
    }
    let publication = publication();
    let base = own_address(&publication)
        .page("versions")
        .page("2026-07-01");
    let place = BodyPlace::Version {
        base: &base,
        publication: &publication,
    };
    assert_eq!(
        relink(PICTURE, &base, place, LinkStyle::Folders, "Table"),
        "<img alt=\"A\" src=\"../../../files/abababababababab/a.png\" width=\"300\" height=\"200\">"
    );
}

#[test]
fn pictures_further_down_are_fetched_when_a_reader_comes_near() {
    let lazy = |html: &str| -> Vec<bool> {
        let shown = own(html);
        let tags = shown.split("<img").skip(1);
        tags.map(|tag| tag.contains(" loading=\"lazy\" decoding=\"async\">"))
            .collect()
    };
    assert_eq!(
        lazy(&format!("<p>{PICTURE}{PICTURE}</p>{PICTURE}")),
        [false, true, true]
    );
    assert_eq!(lazy(&format!("<h2>One</h2>{PICTURE}")), [true]);
    assert_eq!(lazy(&format!("<h3>One</h3>{PICTURE}")), [false]);
    let publication = publication();
    let place = BodyPlace::Print {
        publication: &publication,
        page: "index",
    };
    let whole = format!("<h2>One</h2>{PICTURE}{PICTURE}");
    let printed = relink(
        &whole,
        &own_address(&publication),
        place,
        LinkStyle::Folders,
        "Table",
    );
    assert!(
        !printed.contains("lazy") && printed.contains("width"),
        "{printed}"
    );
}

#[test]
fn a_table_is_called_after_its_heading_or_else_what_it_is() {
    let table = "<table><tr><td>1</td></tr></table>";
    let html = format!("{table}<h2 id=money>Money</h2>{table}<h3>Rates</h3>{table}");
    let written = own(&html);
    let names: Vec<&str> = written
        .split("role=\"group\" ")
        .skip(1)
        .filter_map(|rest| rest.split(" tabindex").next())
        .collect();
    assert_eq!(
        names,
        [
            "aria-label=\"Table\"",
            "aria-labelledby=\"money\"",
            "aria-label=\"Table\""
        ]
    );
    // On the printed whole, ids say which page they are of.
    let publication = publication();
    let place = BodyPlace::Print {
        publication: &publication,
        page: "rates",
    };
    let at = own_address(&publication);
    let printed = relink(&html, &at, place, LinkStyle::Folders, "Table");
    assert!(printed.contains("id=\"rates--money\""), "{printed}");
    assert!(
        printed.contains("aria-labelledby=\"rates--money\""),
        "{printed}"
    );
}
