//! The properties of Word, Excel and PowerPoint files (ECMA-376-1, 15.2.12; ECMA-376-2, 8), and
//! where their links lead.

use super::gather::Gather;
use super::markup::Step;
use super::package::Package;
use super::{Sort, Unreadable};

/// Reads every properties part and every relationships part.
pub(super) fn read(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let names = package.names(|name| {
        name.starts_with("docprops/") && name.ends_with(".xml") || name.ends_with(".psmdcp")
    });
    for name in names {
        if name.starts_with("docprops/custom") {
            custom(&name, package, gather)?;
        } else {
            plain(&name, package, gather)?;
        }
    }
    shared_with(package, gather);
    links(package, gather)
}

/// The properties that every file has: one element each.
fn plain(name: &str, package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut value = String::new();
    package.walk(name, |step| match step {
        Step::Start(_) => value.clear(),
        Step::Words(words) => value.push_str(&words),
        Step::End(end) => {
            match end {
                "creator" => gather.name(Sort::Author, &value),
                "lastModifiedBy" => gather.name(Sort::LastModifiedBy, &value),
                "Manager" => gather.name(Sort::Manager, &value),
                "Company" => gather.name(Sort::Company, &value),
                "title" => gather.found(Sort::Title, &value),
                "keywords" | "subject" | "description" | "category" | "contentStatus" => {
                    gather.found(Sort::Keywords, &value);
                }
                _ => {}
            }
            if end != "title" || value.contains('\\') {
                gather.paths(&value);
            }
            value.clear();
        }
    })
}

/// Properties that programs and organisations add. Those for an author or an owner (sensitivity
/// labels keep the address of whoever set them) are reported; the rest are words for lists.
fn custom(name: &str, package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    let mut property = String::new();
    let mut value = String::new();
    package.walk(name, |step| match step {
        Step::Start(element) => {
            if element.name() == "property" {
                property = element.attribute("name").unwrap_or_default().to_lowercase();
                value.clear();
            }
        }
        Step::Words(words) => value.push_str(&words),
        Step::End("property") => {
            if ["author", "owner", "checkedby", "checked by"]
                .iter()
                .any(|part| property.contains(part))
            {
                gather.name(Sort::Author, &value);
            }
            gather.paths(&value);
            gather.line();
            gather.text(&value);
            gather.line();
        }
        Step::End(_) => {}
    })
}

/// Whom SharePoint shared the file with: it writes their names into a part of its own.
fn shared_with(package: &mut Package<'_>, gather: &mut Gather) {
    for name in package.names(|name| name.starts_with("customxml/item") && name.ends_with(".xml")) {
        let mut who: Option<String> = None;
        // Anything may stand in these parts, so what is not as expected is no fault.
        let _ = package.walk(&name, |step| match step {
            Step::Start(element) if element.name() == "DisplayName" => who = Some(String::new()),
            Step::Words(words) => {
                if let Some(who) = &mut who {
                    who.push_str(&words);
                }
            }
            Step::End("DisplayName") => {
                gather.name(Sort::Author, &who.take().unwrap_or_default());
            }
            _ => {}
        });
    }
}

/// Links that lead out of the file to somebody's computer or to a shared drive: the template it
/// was made from, pictures, other workbooks.
fn links(package: &mut Package<'_>, gather: &mut Gather) -> Result<(), Unreadable> {
    for name in package.names(|name| name.ends_with(".rels")) {
        package.walk(&name, |step| {
            if let Step::Start(element) = step
                && element.attribute("TargetMode").as_deref() == Some("External")
                && let Some(target) = element.attribute("Target")
            {
                gather.paths(&target);
            }
        })?;
    }
    Ok(())
}
