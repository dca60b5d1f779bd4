/**
 * Nobody needs a script: a page that has one says all without it that it says with it. Other tests see
 * to it that only pages of versions have one.
 */

import { test } from "node:test";
import { withPage } from "./lib/browser.js";
import { visibleText } from "./lib/in-page.js";
import { nastySite } from "./lib/nasty.js";
import { none } from "./lib/report.js";
import { sampleSite } from "./lib/site.js";
import { chosenPages } from "./lib/types.js";

for (const [name, opening] of [["the sample", sampleSite], ["what is hard to lay out", nastySite]]) {
  test(`every type of page of ${name} that has a script says the same without it, and nothing goes wrong with it`, async () => {
    const site = await opening();
    const problems = [];
    await withPage(`with scripts ${name}`, {}, (able) =>
      withPage(`without scripts ${name}`, { javaScriptEnabled: false }, async (unable) => {
        const scripted = chosenPages(site).filter(({ page }) => page.scripts.length > 0);
        if (scripted.length === 0) problems.push("no page has a script");
        for (const { page } of scripted) {
          await Promise.all([able.goto(site.url(page)), unable.goto(site.url(page))]);
          // What scripts add is a way to check the page, a day to go to, keys to leave with, and results.
          const added = "[data-check-record], .go-to-day, [data-exit-keys], [data-search-results]";
          for (const page of [able, unable]) await page.evaluate((added) => document.querySelectorAll(added).forEach((one) => one.remove()), added).catch(() => {});
          const [one, other] = await Promise.all([able.evaluate(visibleText), unable.evaluate(visibleText)]);
          if (one !== other) problems.push(`${page.address}: ${firstDifference(one, other)}`);
        }
        problems.push(...able.trouble, ...unable.trouble);
      }),
    );
    none(problems, "what depends on scripts");
  });
}

function firstDifference(one, other) {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  const from = Math.max(0, at - 30);
  return `with scripts “${one.slice(from, from + 80)}”, without “${other.slice(from, from + 80)}”`;
}
