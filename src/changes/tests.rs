use super::*;
use crate::diagnostics::{Located, Place};
use crate::model::{
    Action, ActionStatus, Attachment, ControlBlock, Page, SignUp, SignUpStatus, Slug,
};

fn place() -> Place {
    Place::path("x")
}

fn page(name: &str, title: &str, html: &str) -> Page {
    Page {
        name: name.to_owned(),
        title: title.to_owned(),
        summary: None,
        order: None,
        covers: Vec::new(),
        language: None,
        role: None,
        exit_this_page: None,
        body: Body {
            html: html.to_owned(),
            ..Body::default()
        },
        place: place(),
    }
}

fn publication(pages: Vec<Page>) -> Publication {
    Publication {
        authority: Slug::new("derby").unwrap(),
        slug: Slug::new("offer").unwrap(),
        kind: Located::new("policy".to_owned(), place()),
        control: ControlBlock::default(),
        pages,
        alternates: Vec::new(),
        supports: Vec::new(),
        sign_ups: None,
        organisations: Vec::new(),
        actions: Vec::new(),
        attachments: Vec::new(),
        decision: None,
        allowed: Vec::new(),
        draft: false,
        place: place(),
    }
}

fn sign_up(organisation: &str, status: SignUpStatus, version: Option<&str>) -> SignUp {
    SignUp {
        organisation: Located::new(organisation.to_owned(), place()),
        status,
        role: String::new(),
        date: None,
        version: version.map(|id| Located::new(id.parse().unwrap(), place())),
        commitment: String::new(),
        place: place(),
    }
}

fn action(number: &str, status: ActionStatus) -> Action {
    Action {
        number: Located::new(number.to_owned(), place()),
        action: format!("Do {number}"),
        owner: "Head".to_owned(),
        due: None,
        measure: String::new(),
        status,
        updated: None,
        decision: None,
        place: place(),
    }
}

#[test]
fn the_same_twice_is_no_change() {
    let one = publication(vec![page("index", "Offer", "<p>Text</p>")]);
    let change = compare(&one, &one, &English);
    assert!(change.is_empty());
    assert_eq!(change.summary(), "Nothing changed that a reader can see.");
}

#[test]
fn everything_that_changed_is_told() {
    let mut old = publication(vec![
        page("index", "Offer", "<p>You get £10.</p>"),
        page("old", "Old page", "<p>Gone soon.</p>"),
    ]);
    let mut new = publication(vec![
        page("index", "Offer", "<p>You get £20.</p>"),
        page("new", "New page", "<p>Here now.</p>"),
    ]);
    old.control.owner = Some("Head of A".to_owned());
    new.control.owner = Some("Head of B".to_owned());
    old.sign_ups = Some(vec![
        sign_up("police", SignUpStatus::Invited, None),
        sign_up("school", SignUpStatus::Agreed, None),
    ]);
    new.sign_ups = Some(vec![
        sign_up("police", SignUpStatus::Signed, Some("2026-07-01")),
        sign_up("health", SignUpStatus::Invited, None),
    ]);
    old.actions = vec![
        action("1", ActionStatus::NotStarted),
        action("2", ActionStatus::Done),
    ];
    new.actions = vec![action("1", ActionStatus::InProgress)];
    let file = |path: &str, digest: &str| Attachment {
        path: path.to_owned(),
        size: 1,
        digest: digest.to_owned(),
        picture: None,
    };
    old.attachments = vec![file("files/a.pdf", "1"), file("files/b.pdf", "1")];
    new.attachments = vec![file("files/a.pdf", "2"), file("files/c.pdf", "1")];

    let change = compare(&old, &new, &English);
    assert_eq!(
        change.summary(),
        "1 text changed, 1 added, 1 removed. 2 facts changed. 1 sign-up changed, 1 added, 1 \
         removed. 1 action changed, 1 removed. 1 file changed, 1 added, 1 removed."
    );
    let owner = &change.facts[0];
    assert_eq!(
        (owner.label.as_str(), owner.old.as_deref()),
        ("Owner", Some("Head of A"))
    );
    let words: Vec<(&str, &str)> = change
        .sign_ups
        .iter()
        .map(|row| (row.about.as_str(), row.words.as_str()))
        .collect();
    assert_eq!(
        words,
        [
            ("police", "Was: invited. Now: signed version 2026-07-01"),
            ("health", "Added: invited"),
            ("school", "No longer listed. Was: agreed"),
        ]
    );
    assert_eq!(
        change.actions[0].words,
        "Status was: not started. Now: in progress"
    );
    let parts: Vec<&str> = change.texts.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(parts, ["Offer", "New page", "Old page"]);
}
