/**
 * Measures what pages weigh, type by type: `node measure-weight.js`. Of each type the median page and the
 * largest: as it stands, packed (gzip -6, Brotli 11), with its stylesheet and scripts (gzip), how many
 * files that is, and how many elements the page has.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fileBehind, sampleSite } from "./lib/site.js";
import { pagesByType } from "./lib/types.js";

const gzip = (bytes) => gzipSync(bytes, { level: 6 }).length;
const elements = (html) => (html.toString("utf8").match(/<[a-z][^>]*>/g) ?? []).length;

function filesOf(site, page) {
  const html = page.html.toString("utf8");
  const tags = html.match(/<link\b[^>]*rel="?stylesheet[^>]*>|<script\b[^>]*\bsrc=[^>]*>|<img\b[^>]*>/g) ?? [];
  const addresses = tags.map((tag) => tag.match(/(?:href|src)="?([^"\s>]+)/)?.[1]).filter(Boolean);
  return [...new Set(addresses.map((address) => fileBehind(site, new URL(address, site.url(page)))))].filter(Boolean);
}

const site = await sampleSite();
const rows = {};
for (const [type, pages] of pagesByType(site)) {
  const sorted = [...pages].sort((one, other) => one.html.length - other.html.length);
  for (const [which, page] of [["median", sorted[Math.floor(sorted.length / 2)]], ["largest", sorted.at(-1)]]) {
    const files = filesOf(site, page);
    const loaded = files.reduce((sum, file) => sum + gzip(readFileSync(path.join(site.folder, file))), 0);
    const own = gzip(page.html);
    rows[`${type} (${which} of ${pages.length})`] = {
      raw: page.html.length,
      gzip: own,
      brotli: brotliCompressSync(page.html).length,
      "all gzip": own + loaded,
      files: files.length + 1,
      elements: elements(page.html),
    };
  }
}
console.table(rows);
process.exit();
