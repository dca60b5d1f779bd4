/** What every page has to have: one main heading, headings in order, a language, a title, a way past the top. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { pagesByType, TYPES_OF_SAMPLE } from "./lib/types.js";
import { sampleSite } from "./lib/site.js";
import { nastyDraftSite, nastySite, TYPES_OF_NASTY } from "./lib/nasty.js";
import { noticesSite, TYPES_OF_NOTICES } from "./lib/notices.js";
import { partnersSite } from "./lib/partners.js";
import { draftSite, TYPES_OF_WORKSHOP, workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

test("every page has a known type, and every type has a page", async () => {
  for (const [opening, wanted] of [[sampleSite, TYPES_OF_SAMPLE], [workshopSite, TYPES_OF_WORKSHOP], [noticesSite, TYPES_OF_NOTICES], [partnersSite, []], [nastySite, TYPES_OF_NASTY]]) {
    const byType = pagesByType(await opening());
    none((byType.get("unknown") ?? []).map((page) => page.address), "pages of no known type");
    none(wanted.filter((type) => !byType.has(type)), "types without a page");
  }
});

for (const [name, opening] of [["the sample", sampleSite], ["the hard cases", workshopSite], ["drafts", draftSite], ["notices", noticesSite], ["partners", partnersSite], ["what is hard to lay out", nastySite], ["drafts of that", nastyDraftSite]]) {
  test(`headings of ${name}: one h1, and no level is skipped`, async () => {
    const { pages } = await opening();
    none(pages.flatMap((page) => headingProblems(page).map((problem) => `${page.address}: ${problem}`)), "heading problems");
  });

  test(`ids of ${name} are unique on their page`, async () => {
    const { pages } = await opening();
    none(pages.flatMap((page) => page.doubleIds.map((id) => `${page.address}: ${id}`)), "ids that stand twice");
  });

  test(`what names a part of ${name} for screen readers is there`, async () => {
    const { pages } = await opening();
    none(pages.flatMap((page) => page.lostNames.map((name) => `${page.address}: ${name}`)), "names that are not there");
  });

  test(`languages of ${name} are named`, async () => {
    const { pages } = await opening();
    const problems = pages.flatMap((page) => [
      ...(page.lang ? [] : [`${page.address}: the page has no language`]),
      ...(["ltr", "rtl"].includes(page.dir) ? [] : [`${page.address}: the page has no direction`]),
      ...page.languages.filter((tag) => !isLanguage(tag)).map((tag) => `${page.address}: “${tag}” is no language`),
      ...page.links
        .filter(({ hreflang }) => hreflang && !isLanguage(hreflang))
        .map(({ hreflang }) => `${page.address}: “${hreflang}” is no language`),
    ]);
    none(problems, "language problems");
  });

  test(`titles of ${name} say what the page is and are unique among pages that are found`, async () => {
    const { pages } = await opening();
    const problems = pages.filter((page) => !page.title).map((page) => `${page.address}: no title`);
    const byTitle = groupBy(pages, (page) => page.title);
    for (const [title, same] of byTitle) {
      const found = same.filter((page) => !page.isNoIndex);
      if (found.length > 1) problems.push(`“${title}” is the title of ${found.map((page) => page.address).join(" and ")}`);
    }
    for (const page of pages) {
      const [h1] = page.headings.filter(({ level }) => level === 1);
      if (h1 && !page.title.includes(h1.text)) problems.push(`${page.address}: its title does not say “${h1.text}”`);
    }
    none(problems, "title problems");
  });

  test(`the first thing that a keyboard reaches on ${name} leads past the top`, async () => {
    const { pages } = await opening();
    const problems = pages
      .filter(({ firstFocusable, mainId, mains }) => mains !== 1 || !mainId || firstFocusable?.href !== `#${mainId}`)
      .map((page) => `${page.address}: ${JSON.stringify(page.firstFocusable)}`);
    none(problems, "pages without a skip link");
  });
}

test("an alternate in another language says so where its words are, and goes from right to left where it should", async () => {
  const languageOf = async (opening, address) => {
    const site = await opening();
    const page = site.byAddress.get(address);
    assert.ok(page, address);
    const html = page.html.toString("utf8");
    const own = html.match(/<h1[^>]*>/)[0];
    // What the heading does not say, the page does.
    return own.includes("lang=") ? own : html.match(/<html[^>]*>/)[0];
  };
  assert.match(await languageOf(sampleSite, "/exampleshire/kinship-local-offer/cy/"), /lang="?cy"?/);
  const arabic = await languageOf(workshopSite, "/testshire/leaving-care-policy/ar/");
  assert.match(arabic, /lang="?ar"?/);
  assert.match(arabic, /dir="?rtl"?/);
});

function headingProblems({ headings }) {
  const problems = [];
  const tops = headings.filter(({ level }) => level === 1).length;
  if (tops !== 1) problems.push(`${tops} elements h1`);
  let before = 0;
  for (const { level, text } of headings) {
    if (!text) problems.push(`an empty h${level}`);
    if (level > before + 1) problems.push(`h${level} “${text}” after ${before ? `h${before}` : "nothing"}`);
    before = level;
  }
  return problems;
}

function isLanguage(tag) {
  try {
    return new Intl.Locale(tag).toString() === tag;
  } catch {
    return false;
  }
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
