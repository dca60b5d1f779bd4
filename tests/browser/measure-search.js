/**
 * Measures what a first search loads: `node measure-search.js FOLDER…`, each an index that
 * `cargo run --release --example search -- FOLDER PAGES` made. Bytes are those of gzip -6.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { open, searchAll } from "../../themes/default/static/search.js";

const SCRIPT = new URL("../../themes/default/static/search.js", import.meta.url);
const SEARCHES = [
  "famdots",
  "dentists",
  "support",
  "housing kinship allowance",
  "support care help",
  "care home young",
  "con",
  "sup",
  "sup con hou",
  "housing for care leavers in the council",
];

const sizes = new Map();

function compressed(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(file), { level: 6 }).length);
  return sizes.get(file);
}

/** What is loaded for a search and its first ten results, by parts. */
export async function measure(folder, query, slug = "") {
  const loaded = { script: compressed(SCRIPT), directory: 0, terms: 0, results: 0, files: 1 };
  const fetch = async (address) => {
    const name = address.split("?")[0];
    const part = path.basename(path.dirname(name));
    loaded[part in loaded ? part : "directory"] += compressed(path.join(folder, name));
    loaded.files += 1;
    return { ok: true, json: async () => JSON.parse(readFileSync(path.join(folder, name), "utf8")) };
  };
  const answer = await searchAll([open("", fetch)], query, slug);
  await answer.show(0);
  const { script, directory, terms, results } = loaded;
  return { ...loaded, sum: script + directory + terms + results, found: answer.count, isPartial: answer.isPartial };
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const folder of process.argv.slice(2)) {
    const rows = {};
    for (const query of SEARCHES) rows[query] = await measure(folder, query);
    console.log(folder);
    console.table(rows);
  }
}
