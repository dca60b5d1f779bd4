/** Every type of page against the rules of axe-core, in every way that a reader may see it. */

import { test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { paleWords } from "./lib/in-page.js";
import { checked, served } from "./lib/check.js";
import { nastySite } from "./lib/nasty.js";
import { chosenNotices, noticesSite } from "./lib/notices.js";
import { partnersSite } from "./lib/partners.js";
import { chosenPages } from "./lib/types.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0, 2.1 and 2.2, A and AA, and what axe calls best practice. */
const EVERYTHING = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  },
  // In WCAG 2.2 AA, but off unless asked for.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** What depends on colours; all else is the same in light and in dark. */
const COLOURS = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

/**
 * Where the reader's own colours are forced on the page, axe still sees those of the page (it reads
 * -webkit-text-fill-color). So contrast is measured without it there.
 */
const FORCED = { ...EVERYTHING, rules: { ...EVERYTHING.rules, "color-contrast": { enabled: false } } };

const ON_A_TELEPHONE = { way: "narrow, light", size: NARROW, media: { colorScheme: "light", forcedColors: "none" }, rules: EVERYTHING };

/** In an order that changes little from one to the next. */
const WAYS = [
  { way: "wide, light", size: WIDE, media: { colorScheme: "light", forcedColors: "none" }, rules: EVERYTHING },
  { way: "wide, dark", size: WIDE, media: { colorScheme: "dark", forcedColors: "none" }, rules: COLOURS },
  { way: "wide, forced colours", size: WIDE, media: { colorScheme: "dark", forcedColors: "active" }, rules: FORCED },
  { way: "narrow, forced colours", size: NARROW, media: { colorScheme: "light", forcedColors: "active" } },
  { way: "narrow, dark", size: NARROW, media: { colorScheme: "dark", forcedColors: "none" }, rules: COLOURS },
  ON_A_TELEPHONE,
];

test("accessibility of the sample", { concurrency: 2 }, async (t) => {
  const site = await sampleSite();
  await all(t, site, chosenPages(site));
});

test("accessibility of the hard cases", { concurrency: 2 }, async (t) => {
  const site = await workshopSite();
  await all(t, site, chosenPages(site).filter(({ page }) => page.parts[0] === "testshire"));
});

test("accessibility of drafts", { concurrency: 2 }, async (t) => {
  const site = await draftSite();
  const drafts = ["/testshire/", "/testshire/leaving-care-policy/", "/testshire/leaving-care-policy/second/"];
  await all(t, site, drafts.map((address) => ({ type: "draft", page: pageAt(site, address) })));
});

test("accessibility of notices", { concurrency: 2 }, async (t) => {
  const site = await noticesSite();
  await all(t, site, chosenNotices(site));
});

test("accessibility of partners", { concurrency: 2 }, async (t) => {
  const site = await partnersSite();
  await all(t, site, chosenPages(site));
});

test("accessibility of what is hard to lay out", { concurrency: 2 }, async (t) => {
  const site = await nastySite();
  const chosen = chosenPages(site);
  await all(t, site, chosen);
  // All the others once, as they are on a telephone.
  const others = site.pages.filter((page) => !chosen.some((one) => one.page === page));
  await all(t, site, others.map((page) => ({ type: "further", page })), [ON_A_TELEPHONE]);
});

test("accessibility of pages that were checked", { concurrency: 2 }, async (t) => {
  const [sample, notices] = [await sampleSite(), await noticesSite()];
  const check = (site, address, change) => {
    const chosen = pageAt(site, address);
    const prepare = async (page) => {
      if (change) await served(page, site.url(chosen), change);
      await page.goto(site.url(chosen));
      const { steps } = await checked(page);
      if (steps.length < 3) throw new Error(`only ${steps.length} steps`);
    };
    return t.test(`${change ? "altered: " : ""}${address}`, () => isAccessible(site, chosen, { prepare }));
  };
  await Promise.all([
    check(sample, "/exampleshire/missing-from-care/versions/2026-06-22/"),
    check(sample, "/exampleshire/missing-from-care/versions/2026-06-22/", (html) => html.replace("within three working days", "within ten working days")),
    check(sample, "/exampleshire/kinship-local-offer/versions/2026-09-14/cy/"),
    check(sample, "/exampleshire/decisions/2026-06-10-kinship-local-offer/versions/2026-06-15/"),
    check(notices, "/exampleshire/kinship-local-offer/versions/2026-02-02/types/"),
  ]);
});

test("accessibility of what scripts add", { concurrency: 2 }, async (t) => {
  const site = await sampleSite();
  const open = (address, work, query = "") =>
    t.test(`${address}${query}`, () => {
      const chosen = pageAt(site, address);
      const prepare = async (page) => {
        await page.goto(site.url(chosen) + query);
        await work(page);
      };
      return isAccessible(site, chosen, { prepare });
    });
  await Promise.all([
    open("/exampleshire/kinship-local-offer/family-time/", async (page) => {
      await page.getByText("Staying safe online").click();
      await page.keyboard.press("Shift");
    }),
    open("/search/", (page) => page.getByRole("heading", { name: /results for/ }).waitFor(), "?q=housing"),
    open("/exampleshire/as-at/", (page) => page.getByText("Nothing was published here by").waitFor(), "?day=2001-01-01"),
    open("/exampleshire/as-at/2026-07-06/", (page) => page.getByText("You asked for").waitFor(), "?day=2026-07-15"),
  ]);
});

async function all(t, site, pages, ways = WAYS) {
  const tests = pages.map(({ type, page }) => t.test(`${type}: ${page.address}`, () => isAccessible(site, page, { ways })));
  await Promise.all(tests);
}

async function isAccessible(site, chosen, { prepare = (page) => page.goto(site.url(chosen)), ways = WAYS }) {
  await withPage(`accessibility ${chosen.address}`, {}, async (page) => {
    await prepare(page);
    await page.evaluate(AXE);
    const found = new Map();
    for (const { way, size, media, rules } of ways) {
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      const problems = media.forcedColors === "active" ? await page.evaluate(paleWords) : [];
      if (rules) problems.push(...(await page.evaluate(runAxe, rules)).flatMap(described));
      for (const problem of problems) found.set(problem, [...(found.get(problem) ?? []), way]);
    }
    none([...found].map(([problem, ways]) => `${problem} (${ways.join("; ")})`), "accessibility problems");
  });
}

async function runAxe(rules) {
  const { violations } = await globalThis.axe.run(document, rules);
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, html }) => ({ target, html })) }));
}

function described({ id, help, nodes }) {
  return nodes.map((node) => `${id}, “${help}”: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`);
}
