/**
 * Pages fit and can be read: in a narrow window, enlarged to 400 %, with text of 200 %, and with the
 * spacing of text that a reader chooses.
 */

import { test } from "node:test";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { chosenPages } from "./lib/types.js";
import { enlargeText, overflow, overlaps, spaceText } from "./lib/in-page.js";
import { sampleSite } from "./lib/site.js";
import { nastySite } from "./lib/nasty.js";
import { chosenNotices, noticesSite } from "./lib/notices.js";
import { partnersSite } from "./lib/partners.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

/** What is left of a window of 1280 by 1024 when everything in it is four times as large. */
const ENLARGED = { width: 320, height: 256 };

const SITES = [
  ["the sample", sampleSite, chosenPages],
  ["the hard cases", workshopSite, chosenPages],
  ["drafts", draftSite, chosenPages],
  ["notices", noticesSite, chosenNotices],
  ["partners", partnersSite, chosenPages],
  ["what is hard to lay out", nastySite, chosenPages],
];

for (const [name, opening, choose] of SITES) {
  test(`reflow of ${name}`, { concurrency: 2 }, async (t) => {
    const site = await opening();
    const tests = choose(site).map(({ type, page }) => t.test(`${type}: ${page.address}`, () => fits(site, page)));
    await Promise.all(tests);
  });
}

async function fits(site, chosen) {
  await withPage(`reflow ${chosen.address}`, {}, async (page) => {
    const problems = [];
    const look = async (way, size) => {
      await page.setViewportSize(size);
      for (const look of [overflow, overlaps]) problems.push(...(await page.evaluate(look)).map((problem) => `${way}: ${problem}`));
    };
    await page.goto(site.url(chosen));
    await look("wide", WIDE);
    await look("narrow", NARROW);
    await look("enlarged to 400 %", ENLARGED);
    await page.evaluate(enlargeText);
    await look("text of 200 %", WIDE);
    await page.evaluate(spaceText);
    await look("narrow, with spaced text", NARROW);
    await look("wide, with spaced text", WIDE);
    none(problems, "what does not fit");
  });
}
