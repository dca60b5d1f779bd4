//! The files of a publication to a [`Publication`], whether they come from `content/` or from
//! the record. There is one path for both: only where the bodies come from differs.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::allowed::allowed;
use super::body::{BodyContext, body, recorded_body};
use super::decision::particulars;
use super::fills::Fills;
use super::front_matter::{Parts, split};
use super::{registers, support};
use crate::config::{Document, Table};
use crate::diagnostics::{Code, Diagnostic, Located, Place, Problems};
use crate::model::{
    Alternate, AlternateForm, ApprovedBy, Attachment, Body, Consultation, ControlBlock,
    NotApplicable, Organisation, Page, Publication, Review, Slug,
};

/// A text of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// Its path as shown to people.
    pub file: Arc<str>,
    /// Its name in the publication: `index.md`, `supports/allowance.md`.
    pub name: String,
    /// Its path from `content/`, from which its links are followed.
    pub path: String,
    /// The canonical text.
    pub text: Arc<str>,
}

/// Everything a publication is made of.
#[derive(Clone, Debug)]
pub struct PublicationFiles {
    /// The authority.
    pub authority: Slug,
    /// The publication.
    pub slug: Slug,
    /// Its pages, alternates and supports.
    pub sources: Vec<SourceText>,
    /// `sign-ups.csv`.
    pub sign_ups: Option<SourceText>,
    /// `actions.csv`.
    pub actions: Option<SourceText>,
    /// Tables for charts.
    pub tables: Vec<SourceText>,
    /// The organisations that the sign-ups may name.
    pub organisations: Vec<Organisation>,
    /// Files to download.
    pub attachments: Vec<Attachment>,
    /// Its first file or its folder.
    pub place: Place,
}

/// Where the bodies of pages come from.
#[derive(Clone, Copy)]
pub enum Bodies<'b> {
    /// From Markdown, now.
    Rendered {
        /// Elements of raw HTML allowed beside the usual ones.
        allowed_elements: &'b [String],
    },
    /// From the record, as they were then: HTML by the source's name without `.md`.
    Recorded(&'b BTreeMap<String, String>),
}

impl Bodies<'_> {
    /// The body of the source of that name.
    pub(super) fn body(
        &self,
        name: &str,
        markdown: &str,
        context: &BodyContext<'_>,
    ) -> (Body, Problems) {
        match self {
            Self::Rendered { .. } => body(markdown, context),
            Self::Recorded(bodies) => {
                let html = bodies.get(name).map_or("", String::as_str);
                (recorded_body(html), Problems::new())
            }
        }
    }

    pub(super) fn allowed_elements(&self) -> &[String] {
        match self {
            Self::Rendered { allowed_elements } => allowed_elements,
            Self::Recorded(_) => &[],
        }
    }
}

/// Reads a publication.
pub fn publication(files: &PublicationFiles, bodies: &Bodies<'_>) -> (Publication, Problems) {
    let mut reader = Reader {
        files,
        bodies,
        language: language_of(files),
        problems: Problems::new(),
        publication: empty(files),
    };
    reader.read_registers();
    reader.read_supports();
    for source in &files.sources {
        reader.read_source(source);
    }
    reader.finish()
}

fn empty(files: &PublicationFiles) -> Publication {
    Publication {
        authority: files.authority.clone(),
        slug: files.slug.clone(),
        kind: Located::new(String::new(), files.place.clone()),
        control: ControlBlock::default(),
        pages: Vec::new(),
        alternates: Vec::new(),
        supports: Vec::new(),
        sign_ups: None,
        organisations: files.organisations.clone(),
        actions: Vec::new(),
        attachments: files.attachments.clone(),
        decision: None,
        allowed: Vec::new(),
        draft: false,
        place: files.place.clone(),
    }
}

/// The language that the first page says, which is the publication's. It may come after others
/// that need to know.
fn language_of(files: &PublicationFiles) -> String {
    let first = files.sources.iter().find(|one| one.name == "index.md");
    let language = first.and_then(|source| {
        let (parts, _) = split(&source.file, &source.text);
        let document = Document::parse(&source.file, parts.toml, parts.toml_start);
        // What is wrong in it is told when the page itself is read.
        document.table("a publication").text("lang")
    });
    language.unwrap_or_default()
}

struct Reader<'r> {
    files: &'r PublicationFiles,
    bodies: &'r Bodies<'r>,
    /// The language of pages that say none.
    language: String,
    problems: Problems,
    publication: Publication,
}

impl Reader<'_> {
    fn read_registers(&mut self) {
        if let Some(source) = &self.files.sign_ups {
            let (sign_ups, problems) = registers::sign_ups(&source.file, &source.text);
            self.publication.sign_ups = Some(sign_ups);
            self.problems.extend(problems);
        }
        if let Some(source) = &self.files.actions {
            let (actions, problems) = registers::actions(&source.file, &source.text);
            self.publication.actions = actions;
            self.problems.extend(problems);
        }
    }

    fn read_supports(&mut self) {
        for source in &self.files.sources {
            let Some(slug) = support_slug(&source.name) else {
                continue;
            };
            let (support, allowed, problems) =
                support::support(&source.file, slug, &source.path, &source.text, self.bodies);
            self.publication.supports.push(support);
            self.publication.allowed.extend(allowed);
            self.problems.extend(problems);
        }
    }

    fn read_source(&mut self, source: &SourceText) {
        let Some(stem) = source.name.strip_suffix(".md") else {
            return;
        };
        if support_slug(&source.name).is_some() {
            return;
        }
        let (name, suffix) = match stem.split_once('.') {
            Some((name, suffix)) => (name, Some(suffix)),
            None => (stem, None),
        };
        if Slug::new(name).is_none() {
            self.problems.push(
                Diagnostic::error(
                    Code::OddName,
                    format!("the file name “{name}” cannot be part of an address"),
                )
                .at(&Place::file(&source.file))
                .help("use the letters a to z, digits and hyphens"),
            );
            return;
        }
        match suffix {
            None => self.read_page(source, name),
            Some(suffix) => match AlternateForm::from_suffix(suffix) {
                Some(form) => self.read_alternate(source, name, form),
                None => self.problems.push(
                    Diagnostic::error(
                        Code::OddName,
                        format!("“.{suffix}” does not say for whom this alternate is"),
                    )
                    .at(&Place::file(&source.file))
                    .help(
                        "name it like index.easy-read.md, index.child-friendly.md, \
                         index.large-print.md, or with a language: index.cy.md",
                    ),
                ),
            },
        }
    }

    fn read_page(&mut self, source: &SourceText, name: &str) {
        let (parts, open) = split(&source.file, &source.text);
        self.problems
            .extend(open.clone().map(Problems::from).unwrap_or_default());
        let document = Document::parse(&source.file, parts.toml, parts.toml_start);
        let is_first = name == "index";
        let mut table = document.table(if is_first { "a publication" } else { "a page" });
        let mut page = Page {
            name: name.to_owned(),
            title: if open.is_some() {
                table.text("title").unwrap_or_default()
            } else {
                table.required_text("title", "write the page’s title: title = \"…\"")
            },
            summary: table.text("summary"),
            order: None,
            covers: table.texts("covers"),
            language: table.text("lang"),
            role: None,
            exit_this_page: table.flag("exit_this_page"),
            body: Body::default(),
            place: Place::file(&source.file),
        };
        let allowed = allowed(&mut table, is_first);
        self.publication.allowed.extend(allowed);
        if is_first {
            if page.summary.is_none() && open.is_none() {
                table.missing(
                    "summary",
                    "write one sentence on what it is: summary = \"…\"",
                );
            }
            self.read_control_block(&mut table, &page, open.is_none());
        } else {
            page.order = table.integer("order");
            page.role = table
                .choice("role", &[("consultation-report", ())])
                .map(|_| "consultation-report".to_owned());
        }
        table.finish();
        self.problems.extend(document.into_problems());
        let language = page.language.as_deref();
        page.body = self.read_body(source, name, language, &parts);
        self.publication.pages.push(page);
    }

    fn read_control_block(&mut self, table: &mut Table<'_, '_>, page: &Page, is_whole: bool) {
        let is_decision = self.files.slug.as_str().starts_with("decisions/");
        let kind = table.located_text("kind");
        self.publication.kind = match kind {
            Some(kind) => kind,
            None if is_decision => Located::new("decision".to_owned(), table.place()),
            None => {
                if is_whole {
                    table.missing(
                        "kind",
                        "write what sort of publication it is: kind = \"policy\"; \
                         `offerbook new --help` lists the kinds",
                    );
                }
                Located::new(String::new(), table.place())
            }
        };
        self.publication.draft = table.flag("draft").unwrap_or(false);
        self.publication.control = control_block(table, page);
        if self.publication.kind.value == "decision" {
            self.publication.decision = particulars(table);
        }
    }

    fn read_alternate(&mut self, source: &SourceText, name: &str, form: AlternateForm) {
        let (parts, open) = split(&source.file, &source.text);
        self.problems
            .extend(open.map(Problems::from).unwrap_or_default());
        let document = Document::parse(&source.file, parts.toml, parts.toml_start);
        let mut table = document.table("an alternate");
        let title = table.required_text("title", "write its title: title = \"…\"");
        let based_on = table.located_text("based_on");
        let language = table.text("lang");
        table.text("summary");
        let allowed = allowed(&mut table, false);
        self.publication.allowed.extend(allowed);
        let based_on = based_on.and_then(|text| match text.value.parse() {
            Ok(version) => Some(Located::new(version, text.place)),
            Err(()) => {
                table.report(
                    Diagnostic::error(
                        Code::WrongValue,
                        format!("“{}” is not the name of a version", text.value),
                    )
                    .at(&text.place)
                    .help("write the version it was made from, such as \"2026-07-01\""),
                );
                None
            }
        });
        table.finish();
        self.problems.extend(document.into_problems());
        let body_name = format!("{name}.{}", form.suffix());
        let language = match &form {
            AlternateForm::Translation(tag) => Some(tag.clone()),
            _ => language,
        };
        let body = self.read_body(source, &body_name, language.as_deref(), &parts);
        self.publication.alternates.push(Alternate {
            of: name.to_owned(),
            form,
            title,
            based_on,
            language,
            body,
            place: Place::file(&source.file),
        });
    }

    fn read_body(
        &mut self,
        source: &SourceText,
        name: &str,
        language: Option<&str>,
        parts: &Parts<'_>,
    ) -> Body {
        let fills = Fills {
            authority: self.files.authority.as_str(),
            supports: &self.publication.supports,
            sign_ups: self.publication.sign_ups.as_deref().unwrap_or_default(),
            organisations: &self.publication.organisations,
            actions: &self.publication.actions,
            tables: &self.files.tables,
            active: true,
        };
        let (body, problems) = self.bodies.body(
            name,
            parts.markdown,
            &BodyContext {
                file: &source.file,
                offset: parts.markdown_start,
                path: &source.path,
                fills: &fills,
                allowed_elements: self.bodies.allowed_elements(),
                language: language.unwrap_or(&self.language),
            },
        );
        self.problems.extend(problems);
        body
    }

    fn finish(mut self) -> (Publication, Problems) {
        self.publication.pages.sort_by(|a, b| {
            let key = |page: &Page| (page.name != "index", page.order.unwrap_or(i64::MAX));
            key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
        });
        let has_first = self
            .publication
            .pages
            .first()
            .is_some_and(|page| page.name == "index");
        if !has_first {
            self.problems.push(
                Diagnostic::error(Code::MissingKey, "the publication has no index.md")
                    .at(&self.files.place)
                    .help("its first page is index.md; it holds the title and the kind"),
            );
        }
        for alternate in &self.publication.alternates {
            if !self
                .publication
                .pages
                .iter()
                .any(|page| page.name == alternate.of)
            {
                self.problems.push(
                    Diagnostic::error(
                        Code::OddName,
                        format!(
                            "there is no page “{}.md” of which this is an alternate",
                            alternate.of
                        ),
                    )
                    .at(&alternate.place),
                );
            }
        }
        (self.publication, self.problems)
    }
}

fn support_slug(name: &str) -> Option<&str> {
    name.strip_prefix("supports/")?.strip_suffix(".md")
}

fn control_block(table: &mut Table<'_, '_>, page: &Page) -> ControlBlock {
    ControlBlock {
        summary: page.summary.clone().unwrap_or_default(),
        owner: table.text("owner"),
        sponsor: table.text("sponsor"),
        contact: table.text("contact"),
        review: review(table),
        in_force_from: table.day("in_force_from"),
        approved_by: approved_by(table),
        consultation: consultation(table),
        supersedes: table.text("supersedes"),
        reach: table.text("reach"),
        not_applicable: table
            .tables("not_applicable", "a topic that does not apply")
            .into_iter()
            .filter_map(not_applicable)
            .collect(),
        language: page.language.clone(),
    }
}

fn review(table: &mut Table<'_, '_>) -> Option<Located<Review>> {
    let by = table.day("review_by");
    let every = table.months("review_every");
    if let (Some(_), Some(every)) = (&by, &every) {
        table.report(
            Diagnostic::error(
                Code::WrongValue,
                "both review_by and review_every are written",
            )
            .at(&every.place)
            .help("keep one: a day, or a span such as \"12 months\""),
        );
    }
    by.map(|day| Located::new(Review::By(day.value), day.place))
        .or_else(|| every.map(|every| Located::new(Review::Every(every.value), every.place)))
}

fn approved_by(table: &mut Table<'_, '_>) -> Option<Located<ApprovedBy>> {
    if table.holds_table("approved_by") {
        let mut inner = table.table("approved_by", "an approval")?;
        let body = inner.required_text("body", "write the body’s name: body = \"Cabinet\"");
        let date = inner.day("date");
        if date.is_none() {
            inner.missing("date", "write the day it approved this: date = 2026-07-01");
        }
        let place = inner.place();
        inner.finish();
        return Some(Located::new(
            ApprovedBy::Body {
                body,
                date: date?.value,
            },
            place,
        ));
    }
    let slug = table.located_text("approved_by")?;
    let plain = slug.value.trim_start_matches("decisions/").to_owned();
    Some(Located::new(ApprovedBy::Decision(plain), slug.place))
}

fn consultation(table: &mut Table<'_, '_>) -> Option<Located<Consultation>> {
    let mut inner = table.table("consultation", "a consultation")?;
    let place = inner.place();
    let consultation = Consultation {
        from: inner.day("from").map(|day| day.value),
        to: inner.day("to").map(|day| day.value),
        who: inner
            .texts("who")
            .into_iter()
            .map(|who| who.value)
            .filter(|who| !who.is_empty())
            .collect(),
        report: inner.located_text("report"),
        report_published: inner.day("report_published").map(|day| day.value),
    };
    if let (Some(from), Some(to)) = (consultation.from, consultation.to)
        && from > to
    {
        inner.report(
            Diagnostic::error(Code::Dates, "the consultation ends before it starts").at(&place),
        );
    }
    inner.finish();
    Some(Located::new(consultation, place))
}

fn not_applicable(mut table: Table<'_, '_>) -> Option<NotApplicable> {
    let topic = table.located_text("topic");
    if topic.is_none() {
        table.missing("topic", "write which topic does not apply");
    }
    let because = table.required_text("because", "say why it does not apply: because = \"…\"");
    let is_reason = because.split_whitespace().count() > 1 && !because.contains('[');
    if !because.is_empty() && !is_reason {
        let place = table
            .place_of_value("because")
            .unwrap_or_else(|| table.place());
        table.report(
            Diagnostic::error(Code::WrongValue, "this is not a reason")
                .at(&place)
                .help("say in a sentence why it does not apply: readers see it"),
        );
    }
    table.finish();
    Some(NotApplicable {
        topic: topic?,
        because,
    })
}
