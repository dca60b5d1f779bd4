/**
 * How much has to be fetched before a page can be read: its HTML and its stylesheet, compressed. Scripts
 * are not needed to read it, and have a limit of their own.
 */

import { test } from "node:test";
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { HEAVY_TYPES, pagesByType } from "./lib/types.js";
import { fileBehind, sampleSite } from "./lib/site.js";
import { none } from "./lib/report.js";

/** About what a server may send before it hears back for the first time. */
const MOST = 14 * 1024;

/** The most for a script. The search is a page of its own, and its script a part of what it may load. */
const mostFor = (file) => (/^static\/search\./.test(file) ? 5 : 4) * 1024;

/** What most servers use. */
const packed = (bytes) => gzipSync(bytes, { level: 6 }).length;

test("every page with its stylesheet is under 14 KB", async (t) => {
  const site = await sampleSite();
  const problems = [];
  const rows = [];
  for (const [type, pages] of pagesByType(site)) {
    const weights = pages
      .map((page) => {
        const loaded = loadedWith(site, page);
        if (loaded.length !== 1) problems.push(`${page.address}: loads ${loaded.length} files`);
        const style = loaded.reduce((sum, file) => sum + packed(readFileSync(path.join(site.folder, file))), 0);
        return { page, weight: packed(page.html) + style };
      })
      .sort((one, other) => one.weight - other.weight);
    const median = weights[Math.floor(weights.length / 2)];
    const largest = weights.at(-1);
    rows.push({ type, count: pages.length, median: median.weight, largest: largest.weight, address: largest.page.address });
    if (!HEAVY_TYPES.has(type)) {
      problems.push(...weights.filter(({ weight }) => weight > MOST).map(({ page, weight }) => `${page.address}: ${weight} bytes`));
    }
  }
  rows.sort((one, other) => other.largest - one.largest);
  t.diagnostic(`${"type".padEnd(32)} pages  median  largest`);
  for (const { type, count, median, largest, address } of rows) {
    const mark = largest > MOST ? " (over 14 KB)" : "";
    t.diagnostic(`${type.padEnd(32)} ${String(count).padStart(5)} ${kilobytes(median)} ${kilobytes(largest)}  ${address}${mark}`);
  }
  none(problems, "pages that are too heavy");
});

test("a page loads one script at most, and each is less than 4 KB, the search less than 5", async (t) => {
  const site = await sampleSite();
  const problems = site.pages.filter((page) => page.scripts.length > 1).map(({ address }) => `${address}: loads several scripts`);
  const files = new Set(
    site.pages.flatMap((page) => page.scripts.map(({ src }) => fileBehind(site, new URL(src, site.url(page))))),
  );
  for (const file of files) {
    const weight = packed(readFileSync(path.join(site.folder, file)));
    t.diagnostic(`${file}: ${kilobytes(weight).trim()}`);
    if (weight > mostFor(file)) problems.push(`${file}: ${weight} bytes`);
  }
  none(problems, "scripts that are too heavy");
});

/** What the browser needs to draw a page, beside the page itself. */
function loadedWith(site, page) {
  return page.links
    .filter(({ tag, rel, attribute }) => (tag === "link" && /stylesheet|icon|preload/.test(rel)) || (attribute === "src" && tag !== "script"))
    .map(({ href }) => fileBehind(site, new URL(href, site.url(page))));
}

function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`.padStart(8);
}
