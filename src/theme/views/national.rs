//! The whole site: first page, kinds, plain pages, and files for programs.

use serde::Serialize;

use super::{CountedLinkView, FactView, LinkView, UpdateView};

/// `site.html`: the first page.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The feed of all councils.
    pub feed_href: String,
    /// The files for programs.
    pub data_href: String,
    /// The authorities, A to Z.
    pub authorities: Vec<AuthorityCardView>,
    /// The kinds that anybody has published.
    pub kinds: Vec<CountedLinkView>,
    /// Who has signed what, everywhere; `None` where there is no register.
    pub organisations: Option<LinkView>,
    /// The newest updates of all.
    pub updates: Vec<UpdateView>,
}

/// An authority in a list.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorityCardView {
    /// Its name.
    pub name: String,
    /// Its home.
    pub href: String,
    /// "4 publications, last updated 1 July 2026".
    pub words: String,
}

/// `kind.html`: one kind, side by side across authorities.
#[derive(Clone, Debug, Serialize)]
pub struct KindView {
    /// One sentence.
    pub summary: String,
    /// The law and guidance behind it.
    pub laws: Vec<LawView>,
    /// The publications, by authority.
    pub publications: Vec<KindRowView>,
    /// What such a publication has to cover.
    pub topics: Vec<KindTopicView>,
    /// The authorities that have none.
    pub without: Vec<LinkView>,
}

/// A law behind a kind.
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// "Children Act 1989, sections 22H and 22I".
    pub title: String,
    /// Its address.
    pub href: Option<String>,
    /// "In force from 29 June 2026. …".
    pub words: String,
}

/// A publication of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct KindRowView {
    /// The authority.
    pub authority: LinkView,
    /// The publication.
    pub publication: LinkView,
    /// "1 July 2026".
    pub version: String,
    /// "Next review by …".
    pub review: String,
    /// Whether the review is overdue.
    pub is_overdue: bool,
    /// "14 of 18 covered, 2 missing".
    pub coverage: LinkView,
}

/// A topic of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct KindTopicView {
    /// In words.
    pub label: String,
    /// The law, guidance or practice.
    pub reference: String,
    /// Its address.
    pub link: Option<String>,
    /// "The law asks it", "Guidance asks it", "Good practice".
    pub level: String,
    /// "Coming: enacted, no date is set"; `None` where it is asked now.
    pub coming: Option<String>,
    /// Whether somebody has confirmed the reference.
    pub is_confirmed: bool,
    /// "Covered by 2 of 3"; empty where nobody has published one.
    pub covered: String,
    /// Councils where it is asked and missing.
    pub missing: Vec<LinkView>,
}

/// `kinds.html`: all kinds.
#[derive(Clone, Debug, Serialize)]
pub struct KindsView {
    /// The kinds, by label, with how many publications there are.
    pub kinds: Vec<CountedLinkView>,
}

/// `plain.html`: a page of the site, and `404.html`.
#[derive(Clone, Debug, Serialize)]
pub struct PlainView {
    /// Its text: complete HTML.
    pub html: String,
}

/// `sitemap.xml` (sitemaps.org protocol 0.9).
#[derive(Clone, Debug, Serialize)]
pub struct SitemapView {
    /// Full addresses.
    pub addresses: Vec<String>,
}

/// `organisations.html`: all organisations, by sector.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationsView {
    /// The sectors.
    pub sectors: Vec<OrganisationSectorView>,
    /// Councils against sectors.
    pub matrix: LinkView,
}

/// The organisations of a sector.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationSectorView {
    /// For ids: "police".
    pub id: &'static str,
    /// "Police".
    pub title: String,
    /// The organisations, A to Z.
    pub organisations: Vec<OrganisationLinkView>,
}

/// An organisation in a list.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationLinkView {
    /// Its name.
    pub text: String,
    /// Its page.
    pub href: String,
    /// "2 documents: 1 signed as it is now and 1 invited".
    pub words: String,
}

/// `organisation.html`: everything that an organisation has signed, everywhere.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationView {
    /// "2 documents: 1 signed as it is now and 1 invited".
    pub words: String,
    /// "Police".
    pub sector: String,
    /// What councils call it; more than one where they do not agree.
    pub names: Vec<OrganisationNameView>,
    /// Bodies it took over from.
    pub before: Vec<LinkView>,
    /// What it has signed or been asked to sign.
    pub sign_ups: Vec<OrganisationSignUpView>,
}

/// What a council says of an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationNameView {
    /// Its name.
    pub name: String,
    /// "police force".
    pub organisation_type: String,
    /// Its website.
    pub website: Option<String>,
    /// "This body ceased on 1 July 2022. …".
    pub succession: Option<String>,
    /// The body that took over from it.
    pub next: Vec<LinkView>,
}

/// Where an organisation stands towards a publication.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationSignUpView {
    /// The authority.
    pub authority: LinkView,
    /// The publication.
    pub publication: LinkView,
    /// The name that the authority uses.
    pub name: String,
    /// "one of its children’s homes".
    pub remark: Option<String>,
    /// "Signed this version: Signed the version of 1 July 2026 on 3 July 2026".
    pub now: String,
    /// The role of who signed.
    pub role: String,
    /// "What it has undertaken"; a remark where it has not, or has left.
    pub commitment_label: String,
    /// What it has undertaken.
    pub commitment: String,
    /// What it signed before.
    pub before: Vec<SignatureView>,
}

/// A signature on an earlier version.
#[derive(Clone, Debug, Serialize)]
pub struct SignatureView {
    /// "Signed the version of 1 March 2026 on 3 March 2026".
    pub text: String,
    /// That version.
    pub href: String,
}

/// `sign-up-matrix.html`: councils against sectors.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixView {
    /// The sectors: the columns.
    pub sectors: Vec<String>,
    /// The councils: the rows.
    pub rows: Vec<MatrixRowView>,
    /// Councils without any register.
    pub without: Vec<String>,
    /// All organisations.
    pub organisations: LinkView,
}

/// A council.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRowView {
    /// It, and its sign-ups.
    pub authority: LinkView,
    /// A cell a sector.
    pub cells: Vec<MatrixCellView>,
}

/// The organisations of a sector that a council names.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCellView {
    /// "2 of 3 signed".
    pub words: String,
    /// "1 an earlier version and 1 withdrawn"; empty where there is nothing more.
    pub more: String,
}

/// `data.html`: what the files for programs say.
#[derive(Clone, Debug, Serialize)]
pub struct DataView {
    /// The name of the tables' format.
    pub format: &'static str,
    /// The files of each council.
    pub councils: Vec<LinkView>,
    /// The tables.
    pub tables: Vec<TableFieldsView>,
}

/// A table for programs.
#[derive(Clone, Debug, Serialize)]
pub struct TableFieldsView {
    /// Its name.
    pub name: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// Each column and what it means.
    pub fields: Vec<FactView>,
}

/// `search.html`: the search, and the lists that stand without script.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// The councils, A to Z.
    pub councils: Vec<SearchCouncilView>,
    /// Kinds of which something is published.
    pub kinds: Vec<CountedLinkView>,
    /// What stands at the end of a page's address where links are written to files.
    pub index_name: &'static str,
}

/// A council to search in.
#[derive(Clone, Debug, Serialize)]
pub struct SearchCouncilView {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its list of supports.
    pub supports: Option<String>,
}
