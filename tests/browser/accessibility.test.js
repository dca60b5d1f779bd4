/** Every type of page against the rules of axe-core, in every way that a reader may see it. */

import { test } from "node:test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { chosenPages } from "./lib/types.js";
import { sampleSite } from "./lib/site.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const RULES = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  },
  // In WCAG 2.2 AA, and not on unless asked for.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const WAYS = [
  { way: "wide, light", size: WIDE, media: { colorScheme: "light", forcedColors: "none" } },
  { way: "wide, dark", size: WIDE, media: { colorScheme: "dark", forcedColors: "none" } },
  { way: "wide, forced colours", size: WIDE, media: { colorScheme: "dark", forcedColors: "active" } },
  { way: "narrow, forced colours", size: NARROW, media: { colorScheme: "light", forcedColors: "active" } },
  { way: "narrow, dark", size: NARROW, media: { colorScheme: "dark", forcedColors: "none" } },
  { way: "narrow, light", size: NARROW, media: { colorScheme: "light", forcedColors: "none" } },
];

for (const [name, opening] of [["the sample", sampleSite], ["the hard cases", workshopSite], ["drafts", draftSite]]) {
  test(`accessibility of ${name}`, { concurrency: 2 }, async (t) => {
    const site = await opening();
    const pages = chosenPages(site).filter(({ page }) => opening === sampleSite || page.parts[0] === "testshire");
    await Promise.all(
      pages.map(({ type, page }) =>
        t.test(`${type}: ${page.address}`, async () => none(await violations(site, page), "accessibility problems")),
      ),
    );
  });
}

async function violations(site, chosen) {
  return withPage(`accessibility ${chosen.address}`, {}, async (page) => {
    await page.goto(site.url(chosen));
    await page.evaluate(AXE);
    const found = [];
    for (const { way, size, media } of WAYS) {
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      const results = await page.evaluate((rules) => globalThis.axe.run(document, rules), RULES);
      for (const { id, help, nodes } of results.violations) {
        for (const node of nodes) found.push(`${way}: ${id} (${help}) at ${node.target.join(" ")}: ${node.html.slice(0, 160)}`);
      }
    }
    if (found.length > 0) none(found, "accessibility problems");
    return found;
  });
}
