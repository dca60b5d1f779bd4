/** Accessibility statements that say what is known and no more, and councils that took over from others. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { pageBehind } from "./lib/inside.js";
import { partnersSite } from "./lib/partners.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { isVersionType, pagesByType } from "./lib/types.js";
import { none } from "./lib/report.js";

/** What the 2018 regulations ask of a statement, in the order of the government's model. */
const SECTIONS = [
  "Accessibility statement",
  "Compliance status",
  "Non-accessible content",
  "Non-compliance with the accessibility regulations",
  "Content that is not within the scope of the accessibility regulations",
  "What we’re doing to improve accessibility",
  "Preparation of this accessibility statement",
  "Feedback and contact information",
  "Enforcement procedure",
];

const EASS = "https://www.equalityadvisoryservice.com/";

test("an accessibility statement has the sections that the regulations ask for, made from facts", async () => {
  const page = pageAt(await partnersSite(), "/newshire/accessibility/");
  assert.deepEqual(page.headings.map(({ text }) => text), SECTIONS);
  for (const words of [
    /partially compliant with the Web Content Accessibility Guidelines version 2\.2 AA/,
    /https:\/\/partners\.example\.org\/newshire\//,
    /map of family hubs.*1\.1\.1 Non-text content.*Phone us for the addresses.*31 March 2027/,
    /prepared on\s*1 April 2026/i,
    /reviewed on\s*5 October 2026/i,
    /tested on\s*28 September 2026/i,
    /the council's digital team/,
    /two screen readers/,
    /5 working days/,
    /families@newshire\.example/,
    /Equality and Human Rights Commission/,
  ]) {
    assert.match(page.mainText, words);
  }
  assert.ok(page.links.some(({ href }) => href === EASS), "no link to the Equality Advisory and Support Service");
  assert.doesNotMatch(page.mainText, /disproportionate burden|\[/, "a section without facts, or a note left over");
});

test("a statement without facts claims nothing, and still says whom to ask and who enforces the law", async () => {
  for (const [opening, address] of [[sampleSite, "/derby/accessibility/"], [partnersSite, "/oldshire/accessibility/"]]) {
    const page = pageAt(await opening(), address);
    assert.match(page.mainText, /has not written its accessibility statement/);
    assert.match(page.mainText, /claims nothing/);
    assert.doesNotMatch(page.mainText, /compliant|committed to|tested|\[/i);
    // A council that is no more cannot be asked.
    const says = page.headings.some(({ text }) => text === "Feedback and contact information");
    assert.equal(says, address !== "/oldshire/accessibility/");
    assert.ok(page.links.some(({ href }) => href === EASS));
  }
});

test("every page of a council leads to its accessibility statement", async () => {
  for (const opening of [sampleSite, partnersSite]) {
    const site = await opening();
    const councils = new Set(pagesByType(site).get("authority home").map(({ parts }) => parts[0]));
    const problems = site.pages
      .filter(({ parts }) => councils.has(parts[0]))
      .filter((page) => !page.links.some(({ tag, href }) => tag === "a" && pageBehind(site, page, href)?.address === `/${page.parts[0]}/accessibility/`));
    none(problems.map(({ address }) => address), "pages that do not lead to the statement");
  }
});

test("the pages of a council that is no more say so before anything else, and lead to the one that took over", async () => {
  const site = await partnersSite();
  const pages = [...pagesByType(site)].flatMap(([type, pages]) => pages.map((page) => ({ type, page }))).filter(({ page }) => page.parts[0] === "oldshire");
  assert.ok(pages.length > 10);
  const problems = [];
  for (const { type, page } of pages) {
    const say = (what) => problems.push(`${page.address} (${type}): ${what}`);
    if (!/ended on 31 March 2026/.test(page.beforeH1)) say(`begins with “${page.beforeH1.slice(0, 60)}”`);
    const to = page.links.find(({ tag, href, isBeforeH1 }) => tag === "a" && isBeforeH1 && pageBehind(site, page, href)?.address === "/newshire/");
    if (!to && !isVersionType(type)) say("does not lead to the council that took over");
  }
  none(problems, "pages of a council that is no more");
});

test("a council that took over names the one before it, whose pages stay", async () => {
  const site = await partnersSite();
  const home = pageAt(site, "/newshire/");
  assert.match(home.mainText, /took over from.*Oldshire/);
  assert.ok(home.links.some(({ href }) => pageBehind(site, home, href)?.address === "/oldshire/"));
  pageAt(site, "/oldshire/out-of-court/versions/2025-01-06/");
});

test("nobody is told to ask a council that is no more", async () => {
  const site = await partnersSite();
  const problems = site.pages.filter(({ parts, mainText }) => parts[0] === "oldshire" && /ask the council|ask us/i.test(mainText));
  none(problems.map(({ address }) => address), "pages that send readers to nobody");
});

test("the list of councils says which is no more", async () => {
  const { mainText } = pageAt(await partnersSite(), "/");
  assert.match(mainText.match(/Oldshire County Council[\s\S]*?(?=By kind)/)[0], /no more|ended|took over/);
});
