//! A site of two councils that holds a bit of everything, and edits to it.

use super::Site;
use super::rng::Rng;

/// A page of a publication.
fn page(title: &str, text: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n+++\n{text}\n")
}

/// The first page of a publication of a kind without topics.
pub fn first_page(title: &str, text: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nkind = \"rule\"\nsummary = \"What {title} is.\"\n\
         review_every = \"12 months\"\nowner = \"Head of Pages\"\n+++\n{text}\n"
    )
}

fn support(title: &str, amount: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"What {title} is.\"\npublications = [\"offer\"]\n\
         topics = [\"r-money\"]\nbasis = \"discretionary\"\nwho = \"Carers\"\namount = \"{amount}\"\n\
         how_to_claim = \"Ask.\"\n+++\nMore about it.\n"
    )
}

/// The site, before anything is published.
pub fn site() -> Site {
    let site = Site::new();
    site.write(
        "kinds/rule.toml",
        "label = \"Rule\"\nsummary = \"A rule.\"\n\n[[topic]]\nid = \"r-money\"\nlabel = \"Money\"\n\
         reference = \"Good practice\"\nlevel = \"good\"\nstatus = \"good_practice\"\nmet_by = \"page\"\n",
    );
    site.write(
        "content/about.md",
        page("About", "See [the offer](northshire/offer/index.md)."),
    );
    for (authority, code) in [("northshire", "E10999906"), ("southshire", "E10999907")] {
        let at = format!("content/{authority}");
        site.write(
            &format!("{at}/authority.toml"),
            format!("name = \"{authority} County Council\"\nshort_name = \"{authority}\"\ncode = \"{code}\"\ntype = \"county\"\n"),
        );
        site.write(
            &format!("{at}/organisations.toml"),
            "[police]\nname = \"The Police\"\nsector = \"police\"\n\n[nhs]\nname = \"The NHS\"\nsector = \"health\"\n",
        );
        site.write(
            &format!("{at}/offer/index.md"),
            first_page(
                "Offer",
                "What we offer.\n\n## Money {#money covers=r-money}\n\n```supports\n```\n\nSee \
                 [housing](housing.md#rent) and [a summary](files/summary.txt).\n",
            ),
        );
        site.write(
            &format!("{at}/offer/housing.md"),
            page("Housing", "## Rent {#rent}\n\nWe help with rent."),
        );
        site.write(
            &format!("{at}/offer/health.md"),
            page("Health", "We help with health."),
        );
        site.write(
            &format!("{at}/offer/index.easy-read.md"),
            page("Offer, easy read", "We help you."),
        );
        site.write(&format!("{at}/offer/files/summary.txt"), "A summary.\n");
        site.write(
            &format!("{at}/supports/allowance.md"),
            support("Allowance", "£100"),
        );
        site.write(
            &format!("{at}/supports/bus-pass.md"),
            support("Bus pass", "£5"),
        );
        site.write(
            &format!("{at}/protocol.md"),
            first_page("Protocol", "We work together."),
        );
        site.write(
            &format!("{at}/concordat/index.md"),
            first_page(
                "Concordat",
                "Who takes part:\n\n```sign-ups\n```\n\n```actions\n```\n",
            ),
        );
        site.write(
            &format!("{at}/concordat/sign-ups.csv"),
            "organisation,status,role,date,version,commitment\npolice,agreed,Chief Constable,2026-01-05,,To help\nnhs,invited,,,,\n",
        );
        site.write(
            &format!("{at}/concordat/actions.csv"),
            "number,action,owner,due,measure,status,updated\n1,Train staff,Head of Training,,,in progress,\n",
        );
        site.write(
            &format!("{at}/decisions/2026-01-13-offer.md"),
            "+++\ntitle = \"Offer approved\"\nsummary = \"The board approved the offer.\"\n\
             taken_by = \"advisory_board\"\nbody = \"Board\"\ndate = 2026-01-13\n\
             papers = [{ title = \"Report\" }]\n+++\nIt approved [the offer](../offer/index.md).\n",
        );
    }
    site
}

/// Does something to the site that a person may do. Returns what, for the message.
pub fn edit(site: &Site, rng: &mut Rng) -> String {
    let authority = *rng.pick(&["northshire", "southshire"]);
    let number = rng.below(1000);
    let markdown: Vec<String> = site
        .files("content")
        .into_keys()
        .filter(|path| path.ends_with(".md"))
        .map(|path| format!("content/{path}"))
        .collect();
    match rng.below(16) {
        0..=2 if !markdown.is_empty() => {
            let path = rng.pick(&markdown);
            site.write(
                path,
                format!("{}\nAnother sentence, {number}.\n", site.read(path)),
            );
            format!("change {path}")
        }
        3 if !markdown.is_empty() => {
            let path = rng.pick(&markdown);
            site.remove(path);
            format!("delete {path}")
        }
        4 if !markdown.is_empty() => {
            let path = rng.pick(&markdown);
            let folder = path.rsplit_once('/').unwrap().0;
            let to = format!("{folder}/renamed-{number}.md");
            site.write(&to, site.read(path));
            site.remove(path);
            format!("rename {path} to {to}")
        }
        5 => {
            let path = format!("content/{authority}/added-{number}/index.md");
            site.write(&path, first_page("Added", "A new publication."));
            format!("add {path}")
        }
        6 => {
            let path = format!("content/{authority}/supports/allowance.md");
            site.write(&path, support("Allowance", &format!("£{number}")));
            format!("change {path}")
        }
        7 => {
            let path = format!("content/{authority}/offer/files/summary.txt");
            site.write(&path, format!("A summary, {number}.\n"));
            format!("change {path}")
        }
        8 => {
            let path = format!("content/{authority}/concordat/sign-ups.csv");
            let row = *rng.pick(&[
                "police,agreed,,,,",
                "nhs,withdrawn,,2026-02-03,,",
                "police,invited,,,,Later",
            ]);
            site.write(
                &path,
                format!("organisation,status,role,date,version,commitment\n{row}\n"),
            );
            format!("change {path}")
        }
        9 => {
            let text = site.read("site-config.toml");
            let line = *rng.pick(&[
                "links = \"files\"\n",
                "links = \"folders\"\n",
                "notice = \"A notice.\"\n",
                "",
            ]);
            let kept: String = text
                .lines()
                .filter(|have| !have.starts_with("links") && !have.starts_with("notice"))
                .map(|have| format!("{have}\n"))
                .collect();
            site.write("site-config.toml", format!("{kept}{line}"));
            format!("settings: {line:?}")
        }
        10 => {
            let text = site
                .read("site-config.toml")
                .replace("theme = \"own\"\n", "");
            site.write("site-config.toml", format!("{text}theme = \"own\"\n"));
            site.write(
                "themes/own/templates/gone.html",
                format!("{{% extends \"base.html\" %}}\n{{% block content %}}\n<p>Gone, {number}.</p>\n{{% endblock content %}}\n"),
            );
            "override a template".to_owned()
        }
        11 => {
            let path = format!("content/{authority}/organisations.toml");
            site.write(&path, format!("[police]\nname = \"Police {number}\"\nsector = \"police\"\n\n[nhs]\nname = \"The NHS\"\nsector = \"health\"\n"));
            format!("change {path}")
        }
        12 => {
            let path = format!("content/plain-{}.md", rng.below(3));
            site.write(&path, page("Plain", &format!("Plain text, {number}.")));
            format!("write {path}")
        }
        13 => {
            let path = format!("content/{authority}/offer/index.cy.md");
            site.write(&path, page("Cynnig", &format!("Cymorth, {number}.")));
            format!("write {path}")
        }
        _ => {
            // Whatever has no errors is published; what has some stays back, and that is said.
            let ran = site.run(&["publish", "--note", &format!("Change {number}.")]);
            let ran = match ran.code {
                Some(0) => ran,
                _ => site.run(&["publish", authority, "--note", &format!("Change {number}.")]),
            };
            assert!(ran.code.is_some_and(|code| code < 2), "{}", ran.all());
            format!("publish ({:?})", ran.code)
        }
    }
}
