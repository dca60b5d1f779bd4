/**
 * What type each page of a site is. Found from its address, as the design of addresses has them, and
 * from what links to it; so a page that fits no type is noticed, and so is a type that has no page.
 */

const OWN_LISTS = new Set(["as-at", "updates", "supports", "sign-ups", "decisions", "coverage", "record", "reviews", "actions", "accessibility"]);

/** In which ways readers look for supports. No support can have that name. */
export const WAYS = new Set(["age", "leaving-care", "kinship", "topic", "situation", "right"]);

/** Every type that a reader of the sample can meet. */
export const TYPES_OF_SAMPLE = [
  "site home",
  "kinds",
  "kind",
  "about",
  "data",
  "data of an authority",
  "search",
  "not found",
  "authority home",
  "as at",
  "as at day",
  "updates",
  "supports",
  "supports of one sort",
  "supports of two sorts",
  "support",
  "sign-ups",
  "sign-ups everywhere",
  "organisations",
  "organisation",
  "decisions",
  "coverage",
  "coverage of a version",
  "reviews",
  "actions",
  "accessibility",
  "record",
  "evidence",
  "publication",
  "further page",
  "alternate: easy-read",
  "alternate: cy",
  "alternate: child-friendly",
  "print",
  "versions",
  "change",
  "latest version",
  "latest version, further page",
  "latest version, alternate",
  "latest version, support",
  "old version",
  "old version, further page",
  "old version, alternate",
  "old version, support",
  "decision",
  "decision, print",
  "decision, versions",
  "decision, latest version",
];

/** Types whose weight grows with a table or a whole document; it is reported, not judged. */
export const HEAVY_TYPES = new Set(["print", "decision, print", "change", "decision, change", "coverage", "coverage of a version", "kind", "kinds"]);

/** Types that show a text as it was recorded in a version. */
export const isVersionType = (type) => /(^|, )(old|latest) version/.test(type);

/** Types that show an old version. */
export const isOldType = (type) => /(^|, )old version/.test(type);

/** The pages of a site by type. */
export function pagesByType(site) {
  const context = surroundings(site);
  const byType = new Map();
  for (const page of site.pages) {
    const type = typeOf(page, context);
    if (!byType.has(type)) byType.set(type, []);
    byType.get(type).push(page);
  }
  return byType;
}

/**
 * One or two pages of each type: the largest and the smallest, and beyond that the largest page that
 * has something which most have not.
 */
export function chosenPages(site) {
  const chosen = new Map();
  const choose = (type, page) => page && !chosen.has(page.address) && chosen.set(page.address, { type, page });
  for (const [type, pages] of pagesByType(site)) {
    const bySize = [...pages].sort((one, other) => other.html.length - one.html.length);
    choose(type, bySize[0]);
    choose(type, bySize.at(-1));
  }
  const bySize = [...site.pages].sort((one, other) => other.html.length - one.html.length);
  const having = (what, test) => choose(what, bySize.find(test));
  const isNow = (page) => !page.isNoIndex;
  having("with Exit this page", (page) => isNow(page) && page.links.some((link) => /exit this page/i.test(link.text)));
  having("with an out-of-date notice", (page) => isNow(page) && /out of date/i.test(page.beforeH1));
  having("with a table", (page) => isNow(page) && /<table/.test(page.html) && !/actions/.test(page.html));
  having("with an action plan", (page) => isNow(page) && page.headings.some(({ text }) => text === "Action plan"));
  having("with files", (page) => isNow(page) && page.headings.some(({ text }) => /^files/i.test(text)));
  return [...chosen.values()];
}

/** What stands around a page: authorities, publications, their versions and alternates. */
function surroundings(site) {
  const has = (address) => site.byAddress.has(address);
  const publications = new Map();
  for (const page of site.pages) {
    if (page.parts.at(-1) !== "versions") continue;
    const home = page.address.slice(0, -"versions/".length);
    const ids = site.pages
      .filter((other) => other.address.startsWith(page.address) && other.parts.length === page.parts.length + 1)
      .map((other) => other.parts.at(-1))
      .sort();
    publications.set(home, { latest: ids.at(-1), ids });
  }
  const alternates = new Set();
  for (const page of site.pages) {
    for (const link of page.links) {
      if (link.tag === "a" && link.hreflang) alternates.add(addressFrom(page, link.href));
    }
  }
  const isAuthority = (name) => site.files.has(`${name}/feed.xml`);
  return { has, publications, alternates, isAuthority };
}

function addressFrom(page, href) {
  return new URL(href, `http://site${page.address}`).pathname.replace(/index\.html$/, "");
}

/** Publications and decisions, each with its versions; keys are their addresses. */
export function publicationsOf(site) {
  return surroundings(site).publications;
}

function typeOf(page, context) {
  const [first, second, ...rest] = page.parts;
  if (first === undefined) return "site home";
  if (page.address === "/404.html") return "not found";
  if (first === "kinds") return second === undefined ? "kinds" : "kind";
  if (first === "search" && second === undefined) return "search";
  if (first === "data" && rest.length === 0) return second === undefined ? "data" : "data of an authority";
  if (first === "sign-ups" && second === undefined) return "sign-ups everywhere";
  if (first === "organisations" && rest.length === 0) return second === undefined ? "organisations" : "organisation";
  if (!context.isAuthority(first)) return page.parts.length === 1 ? "about" : "unknown";
  if (second === undefined) return "authority home";
  if (second === "decisions" && rest.length > 0) {
    return document(page, `/${first}/decisions/${rest[0]}/`, rest.slice(1), context, "decision");
  }
  if (OWN_LISTS.has(second)) return listed(page, second, rest);
  return document(page, `/${first}/${second}/`, rest, context, "publication");
}

function listed(page, list, rest) {
  const name = list === "as-at" ? "as at" : list;
  if (rest.length === 0) return name;
  if (list === "record") return rest[0] === "evidence" && rest.length > 2 ? "evidence" : "unknown";
  if (list === "coverage") return rest.length === 2 ? "coverage of a version" : "unknown";
  if (list === "supports" && WAYS.has(rest[0])) return sorted(rest);
  if (rest.length > 1) return "unknown";
  if (list === "as-at") return "as at day";
  if (list === "supports") return page.isNoIndex ? "gone" : "support";
  return "unknown";
}

/** A list of supports: `age/16-and-17`, or with a second way that narrows it down. */
function sorted(rest) {
  const ways = rest.filter((_, at) => at % 2 === 0);
  if (rest.length % 2 !== 0 || ways.some((way) => !WAYS.has(way)) || new Set(ways).size < ways.length) return "unknown";
  return ["supports of one sort", "supports of two sorts"][ways.length - 1] ?? "unknown";
}

/** Whether a page says that its publication was withdrawn, or has moved. */
export function isEnded(page) {
  return page.isNoIndex && /^(Withdrawn|Moved): /.test(page.title);
}

/** Whether a page stands where a text was that is withheld. */
export function isWithheld(page) {
  return page.isNoIndex && page.headings.some(({ level, text }) => level === 1 && text === "Withheld");
}

/** A page of a publication or of a decision. */
function document(page, home, rest, context, sort) {
  const named = (type) => (sort === "decision" ? `decision, ${type}` : type);
  const publication = context.publications.get(home);
  if (!publication) return "unknown";
  const [first, second, ...further] = rest;
  if (isEnded(page) && first !== "versions") return named("ended");
  if (first === undefined) return sort;
  if (first === "print" && !second) return named("print");
  if (first === "changes" && second && further.length === 0) return named("change");
  if (first === "versions") {
    if (!second) return named("versions");
    const age = second === publication.latest ? "latest version" : "old version";
    if (further.length === 0) return named(age);
    if (further[0] === "supports") return named(`${age}, support`);
    return named(`${age}, ${context.alternates.has(page.address) ? "alternate" : "further page"}`);
  }
  if (rest.length > 1) return "unknown";
  if (context.alternates.has(page.address)) return named(`alternate: ${first}`);
  return page.isNoIndex ? "gone" : named("further page");
}
