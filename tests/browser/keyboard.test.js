/** What a keyboard reaches, in which order, and that one always sees where one is. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { focusables, focused } from "./lib/in-page.js";
import { nastySite } from "./lib/nasty.js";
import { chosenPages } from "./lib/types.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

/** Outlines need this contrast against what is around them (WCAG 1.4.11). */
const CONTRAST = 3;

const PAGES = [
  [sampleSite, "/"],
  [sampleSite, "/exampleshire/"],
  [sampleSite, "/exampleshire/kinship-local-offer/family-time/"],
  [sampleSite, "/exampleshire/care-leaver-local-offer/versions/2026-05-18/money/"],
  [sampleSite, "/exampleshire/coverage/"],
  [workshopSite, "/testshire/leaving-care-policy/"],
  [nastySite, "/everythingshire/offer/"],
  [nastySite, "/everythingshire/offer/ar/"],
  [nastySite, "/everythingshire/protocol/incidents/"],
  [nastySite, "/everythingshire/sixty-headings/"],
  [nastySite, "/everythingshire/coverage/"],
  [nastySite, "/sign-ups/"],
];

const WAYS = [
  ["wide, light", WIDE, { colorScheme: "light", forcedColors: "none" }],
  ["narrow, dark", NARROW, { colorScheme: "dark", forcedColors: "none" }],
  ["wide, forced colours", WIDE, { colorScheme: "dark", forcedColors: "active" }],
];

for (const [opening, address] of PAGES) {
  test(`everything on ${address} is reached with the Tab key, in order, and seen`, async () => {
    const site = await opening();
    const problems = [];
    await withPage(`keyboard ${address}`, {}, async (page) => {
      for (const [way, size, media] of WAYS) {
        await page.setViewportSize(size);
        await page.emulateMedia(media);
        await page.goto(site.url(pageAt(site, address)));
        const wanted = await page.evaluate(focusables);
        const reached = [];
        for (let step = 0; step <= wanted.length; step += 1) {
          await page.keyboard.press("Tab");
          const at = await page.evaluate(focused);
          // After the last stop, focus leaves the page or starts again.
          if (!at || (reached.length >= wanted.length && at.at === reached[0])) break;
          // A box that scrolls is a stop of the browser's own making, even where the page makes it none.
          if (at.at >= 0) reached.push(at.at);
          if (!at.isVisible) problems.push(`${way}: has focus but is covered or out of sight: ${at.name}`);
          if (!at.hasOutline) problems.push(`${way}: nothing shows that it has focus: ${at.name}`);
          if (at.hasOutline && media.forcedColors === "none" && at.outlineContrast < CONTRAST) {
            problems.push(`${way}: the outline has a contrast of ${at.outlineContrast.toFixed(2)}: ${at.name}`);
          }
        }
        problems.push(...(await backwards(page)).map((problem) => `${way}, backwards: ${problem}`));
        const missed = wanted.filter(({ at }) => !reached.includes(at));
        problems.push(...missed.map(({ name }) => `${way}: the Tab key does not reach ${name}`));
        if (reached.some((at, place) => place > 0 && at < reached[place - 1])) problems.push(`${way}: focus goes back and forth`);
      }
      none(problems, "keyboard problems");
    });
  });
}

/** Goes back from the last stop to the first: what stays at the top must not cover what comes down to it. */
async function backwards(page) {
  const problems = [];
  const stops = (await page.evaluate(focusables)).map(({ at }) => at);
  await page.evaluate((last) => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
    all[last].focus();
  }, stops.at(-1));
  let at = await page.evaluate(focused);
  for (let step = 0; step < 2 * stops.length && at && at.at !== stops[0]; step += 1) {
    await page.keyboard.press("Shift+Tab");
    at = await page.evaluate(focused);
    if (at && !at.isVisible) problems.push(`has focus but is covered or out of sight: ${at.name}`);
  }
  if (at?.at !== stops[0]) problems.push(`does not come to the first stop, but to ${at?.name ?? "nowhere"}`);
  return problems;
}

test("the skip link is the first stop, can be seen there, and leads into the page", { concurrency: 2 }, async (t) => {
  const site = await sampleSite();
  const tests = chosenPages(site).map(({ type, page: chosen }) =>
    t.test(`${type}: ${chosen.address}`, () =>
      withPage(`skip link ${chosen.address}`, { viewport: NARROW }, async (page) => {
        await page.goto(site.url(chosen));
        await page.keyboard.press("Tab");
        const first = await page.evaluate(focused);
        assert.match(first.href, /^#/, "the first stop is no link within the page");
        assert.ok(first.isVisible, "the skip link cannot be seen when it has focus");
        assert.ok(first.hasOutline, "nothing shows that the skip link has focus");
        await page.keyboard.press("Enter");
        const main = await page.evaluate(focused);
        assert.ok(main?.isMain, "the skip link does not lead to the main part");
        await page.keyboard.press("Tab");
        const next = await page.evaluate(focused);
        assert.ok(next === null || next.isInMain || (await page.evaluate(hasNoStopInMain)), "the next stop is not in the main part");
      }),
    ),
  );
  await Promise.all(tests);
});

function hasNoStopInMain() {
  return document.querySelector("main :is(a[href], button, input, select, textarea, summary, [tabindex='0'])") === null;
}
