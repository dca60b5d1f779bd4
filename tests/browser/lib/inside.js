/** Reading what stands in pages without drawing them, page by page with a reader of the test's own. */

import { browser } from "./browser.js";
import { fileBehind } from "./site.js";

/**
 * What a reader finds in each of these pages. It runs in the browser with the page's document, so it
 * brings nothing along and gives back plain data.
 */
export async function inside(pages, reader) {
  const context = await (await browser()).newContext();
  try {
    const page = await context.newPage();
    const found = [];
    for (const { html } of pages) {
      found.push(await page.evaluate(readOne, { text: html.toString("utf8"), source: reader.toString() }));
    }
    return found;
  } finally {
    await context.close();
  }
}

function readOne({ text, source }) {
  return (0, eval)(`(${source})`)(new DOMParser().parseFromString(text, "text/html"));
}

/** The page of the site to which a link on a page leads. */
export function pageBehind(site, page, href) {
  return site.byFile.get(fileBehind(site, new URL(href, site.url(page))));
}

/** “6 April 2026” as 2026-04-06. */
export function dayOf(words) {
  const [day, month, year] = words.split(" ");
  const at = MONTHS.indexOf(month) + 1;
  if (at === 0) throw new Error(`“${words}” is no day`);
  return `${year}-${String(at).padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
