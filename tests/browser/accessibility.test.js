/** Every type of page against the rules of axe-core, in every way that a reader may see it. */

import { test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { paleWords } from "./lib/in-page.js";
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

const SCHEMES = [
  { scheme: "light", media: { colorScheme: "light", forcedColors: "none" }, rules: EVERYTHING },
  { scheme: "dark", media: { colorScheme: "dark", forcedColors: "none" }, rules: COLOURS },
  { scheme: "forced colours", media: { colorScheme: "dark", forcedColors: "active" }, rules: FORCED },
];

const WIDTHS = [
  { width: "wide", size: WIDE },
  { width: "narrow", size: NARROW },
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

async function all(t, site, pages) {
  const tests = pages.map(({ type, page }) => t.test(`${type}: ${page.address}`, () => isAccessible(site, page)));
  await Promise.all(tests);
}

async function isAccessible(site, chosen) {
  await withPage(`accessibility ${chosen.address}`, {}, async (page) => {
    const found = new Map();
    for (const { scheme, media, rules } of SCHEMES) {
      await page.emulateMedia(media);
      await page.goto(site.url(chosen));
      await page.evaluate(AXE);
      for (const { width, size } of WIDTHS) {
        await page.setViewportSize(size);
        const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, rules), rules);
        const pale = scheme === "forced colours" ? await page.evaluate(paleWords) : [];
        for (const problem of [...violations.flatMap(described), ...pale]) {
          found.set(problem, [...(found.get(problem) ?? []), `${width} ${scheme}`]);
        }
      }
    }
    none([...found].map(([problem, ways]) => `${problem} (${ways.join(", ")})`), "accessibility problems");
  });
}

function described({ id, help, nodes }) {
  return nodes.map((node) => `${id}, “${help}”: ${node.target.join(" ")}: ${node.html.slice(0, 160)}`);
}
