/**
 * The search, without a browser: what search.js finds in an index of made-up pages, and what it loads
 * for that. `cargo run --release --example search` makes them.
 */

import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { choose, decode, forms, open, rank, searchAll, words } from "../../themes/default/static/search.js";
import { measure } from "./measure-search.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SHARED = JSON.parse(readFileSync(path.join(ROOT, "tests/search-words.json"), "utf8"));
const SCRIPT = readFileSync(path.join(ROOT, "themes/default/static/search.js"), "utf8");

/** Indexes of made-up pages, by their number. */
const made = new Map();

function madeUp(pages) {
  if (!made.has(pages)) {
    const folder = mkdtempSync(path.join(tmpdir(), "search-"));
    execFileSync("cargo", ["run", "--quiet", "--release", "-j1", "--example", "search", "--", folder, String(pages)], { cwd: ROOT });
    process.on("exit", () => rmSync(folder, { recursive: true }));
    made.set(pages, folder);
  }
  return made.get(pages);
}

const readJson = (folder, name) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));

/** Loads from a folder, and remembers what. */
function from(folder) {
  const asked = [];
  const fetch = async (address, options) => {
    asked.push([address, options]);
    return { ok: true, json: async () => readJson(folder, address.split("?")[0]) };
  };
  return { asked, index: open("", fetch) };
}

/** All results of an index, with the words of their titles. Headings are not in it. */
function all(folder) {
  const { length } = readdirSync(path.join(folder, "results"));
  return [].concat(...Array.from({ length }, (_, number) => readJson(folder, `results/${number}.json`).results));
}

/** An index of terms, written by hand as [first, kilobytes, rows]. */
function handmade(files, { results = 100, authorities = [["derby", "Derby", 0], ["leeds", "Leeds", 40]], broken = [] } = {}) {
  const format = "offerbook-search/v1";
  const directory = { format, stamp: "s", results, results_per_file: 10, stop: ["the"], authorities, terms: files.map(([first, size]) => [first, size]) };
  const asked = [];
  const fetch = async (address) => {
    asked.push(address);
    const [name] = address.split("?");
    const [sort, number] = name.replace(".json", "").split("/");
    if (broken.includes(name)) return { ok: false };
    if (sort === "directory") return { ok: true, json: async () => directory };
    const rows = Array.from({ length: 10 }, (_, at) => [`Title ${number * 10 + at}`, `path/${number * 10 + at}/`, "", "", number < 4 ? 0 : 1]);
    return { ok: true, json: async () => (sort === "terms" ? { format, terms: files[number][2] } : { format, results: rows }) };
  };
  return { asked, broken, index: open("", fetch) };
}

const found = async (index, query, slug) => (await index.search(query, slug)).found;

test("words are cut as in the shared examples", () => {
  for (const { text, words: expected } of SHARED.examples) {
    assert.deepEqual(words(text, SHARED.stop), expected, text);
  }
});

test("a word is looked for in its other number too", () => {
  for (const [asked, wanted] of [
    ["homes", "home"],
    ["families", "family"],
    ["family", "families"],
    ["allowances", "allowance"],
    ["bursaries", "bursary"],
    ["bursary", "bursaries"],
    ["boxes", "box"],
    ["addresses", "address"],
    ["houses", "house"],
    ["days", "day"],
    ["gps", "gp"],
    ["bus", "bus"],
    ["buses", "bus"],
    ["status", "status"],
  ]) {
    assert.ok(forms(asked).includes(wanted), `${asked}: ${forms(asked)}`);
  }
  for (const whole of ["bus", "status", "basis", "business", "process", "day", "home", "2", "as"]) {
    assert.deepEqual(forms(whole), [whole]);
  }
});

test("lists are read as the format says", () => {
  assert.deepEqual(decode(""), []);
  assert.deepEqual(decode("A"), [0]);
  assert.deepEqual(decode("C.FB"), [2, 3, 4, 5, 6, 7, 9]);
  assert.deepEqual(decode("AAA"), [0, 1, 2]);
  assert.deepEqual(decode("ffgB"), [31, 63, 96]);
  assert.deepEqual(decode("n8d"), [30599]);
});

test("results have every word; titles and whole words come first, then lower numbers", () => {
  const one = [[4, [5]], [3, [6]], [2, [1, 7]], [1, [2, 5]]];
  assert.deepEqual(rank([one]), [5, 6, 1, 7, 2]);
  assert.deepEqual(rank([one, [[2, [2, 6, 7, 9]]]]), [6, 7, 2]);
  assert.deepEqual(rank([one], 2, 6), [5, 2]);
  assert.deepEqual(rank([one, []]), []);
  assert.deepEqual(rank([]), []);
});

test("what may be loaded is limited, and what is left out is told", () => {
  const terms = [["a", 5], ["con", 5], ["cona", 20], ["conb", 5], ["conc", 5], ["cond", 5], ["cone", 5], ["conf", 5], ["d", 5]];
  // con itself, then the nearest that there is room for: 5 + 11 + 5 + 5 + 5.
  assert.deepEqual(choose(["con"], terms), { files: [1, 2, 3, 4, 5], heeded: ["con"], cut: ["con"] });
  assert.deepEqual(choose(["co"], terms), { files: [0], heeded: ["co"], cut: [] });
  assert.deepEqual(choose(["cone"], terms), { files: [6], heeded: ["cone"], cut: [] });
  assert.deepEqual(choose(["Z"], terms), { files: [], heeded: ["Z"], cut: [] });
  const large = ["k", "l", "m", "n", "o"].map((word) => [word, word === "o" ? 2 : 30]);
  // The rarest first; of the others those that were written first.
  assert.deepEqual(choose(["k", "l", "m", "n", "o"], large), { files: [4, 0, 1], heeded: ["o", "k", "l"], cut: [] });
  assert.deepEqual(choose([], terms), { files: [], heeded: [], cut: [] });
});

test("longer words count, but not for words of two letters", async () => {
  const { index } = handmade([["gp", 1, [["gp", "B", ""], ["gpx", "C", ""], ["home", "D", "B"], ["homeless", "F", "F"], ["homes", "H", ""]]]]);
  assert.deepEqual(await found(index, "gp"), [1]);
  assert.deepEqual(await found(index, "GPs"), [1]);
  assert.deepEqual(await found(index, "home"), [3, 5, 7, 1]);
  assert.deepEqual(await found(index, "homes"), [3, 7, 1]);
  assert.deepEqual(await found(index, "the"), []);
  assert.deepEqual(await found(index, ""), []);
});

test("a reader is told when not everything was looked through, if that matters", async () => {
  const files = ["con", "cona", "conb", "conc", "cond", "cone", "conf", "cong"].map((word) => [word, 8, [[`${word}x`, "A", ""]]]);
  assert.equal((await handmade(files).index.search("con")).isPartial, true);
  files[0][2].unshift(["con", "B", ""]);
  assert.equal((await handmade(files).index.search("con")).isPartial, false);
  const many = await handmade(files).index.search("conax conbx concx condx conex");
  assert.deepEqual(many, { isPartial: true, found: [0] });
});

test("a council's results are those of its numbers", async () => {
  const row = ["home", "B", "nB.D"];
  assert.deepEqual(decode(row[2]), [39, 40, 41, 42]);
  const { index } = handmade([["home", 1, [row]]]);
  assert.deepEqual(await found(index, "home"), [1, 39, 40, 41, 42]);
  assert.deepEqual(await found(index, "home", "derby"), [1, 39]);
  assert.deepEqual(await found(index, "home", "leeds"), [40, 41, 42]);
  assert.deepEqual(await found(index, "home", "nowhere"), []);
});

test("a file is loaded once, and again if it did not come", async () => {
  const { asked, broken, index } = handmade([["home", 1, [["home", "B", ""]]]], { broken: ["terms/0.json"] });
  await assert.rejects(index.search("home"));
  broken.pop();
  assert.deepEqual(await found(index, "home"), [1]);
  assert.deepEqual(await found(index, "homes"), [1]);
  assert.deepEqual(asked, ["directory.json", "terms/0.json?s", "directory.json", "terms/0.json?s"]);
  await assert.rejects(open("", async () => { throw new TypeError("Failed to fetch"); }).search("home"));
  await assert.rejects(open("", async () => ({ ok: true, json: async () => ({ format: "offerbook-search/v2" }) })).search("home"));
});

test("old versions come last, ten at a time", async () => {
  const current = handmade([["home", 1, [["home", "", ".M"]]]]).index;
  const old = handmade([["home", 1, [["home", ".D", ""]]]]).index;
  const answer = await searchAll([current, old], "home", "");
  assert.equal(answer.count, 15);
  const titles = async (first) => (await answer.show(first)).map((one) => one.title);
  assert.deepEqual(await titles(0), Array.from({ length: 10 }, (_, at) => `Title ${at}`));
  assert.deepEqual(await titles(10), ["Title 10", "Title 11", "Title 0", "Title 1", "Title 2"]);
});

test("every word of a title finds its page", async () => {
  const folder = madeUp(3060);
  const { stop, authorities } = readJson(folder, "directory.json");
  const results = all(folder);
  assert.equal(results.length, 3060);
  const { index } = from(folder);
  const sought = new Set(results.map(([title]) => title));
  for (const title of sought) {
    const numbers = new Set(await found(index, title));
    results.forEach(([other], number) => {
      if (other === title) assert.ok(numbers.has(number), `${title}: ${number}`);
    });
  }
  for (const number of [0, 1, 777, 3059]) {
    const [title, address, summary, remark, authority] = results[number];
    const [slug, name, first] = authorities[authority];
    const some = await found(index, title, slug);
    assert.ok(some.includes(number) && some.every((one) => one >= first && one < first + 20));
    assert.deepEqual(await index.show([number]), [{ title, path: address, summary, remark, authority: name }]);
  }
  for (const word of words(results[5][2].replace("…", " "), stop).slice(0, -1)) assert.ok((await found(index, word)).includes(5), word);
});

test("a search asks for what is new first, and for the rest as it was then", async () => {
  const folder = madeUp(3060);
  const { asked, index } = from(folder);
  await (await searchAll([index], "housing", "")).show(0);
  const { stamp } = readJson(folder, "directory.json");
  assert.deepEqual(asked[0], ["directory.json", { cache: "no-cache" }]);
  for (const [address, options] of asked.slice(1)) {
    assert.match(address, new RegExp(`^(terms|results)/\\d+\\.json\\?${stamp}$`));
    assert.equal(options.cache, "default");
  }
});

test("a first search loads at most 40 KB, whatever is asked", async (context) => {
  for (const pages of [100, 5000, 30600]) {
    const folder = madeUp(pages);
    const files = readJson(folder, "directory.json").terms.map(([first, size]) => ({ first, size }));
    const largest = [...files].sort((a, b) => b.size - a.size).map((one) => one.first);
    const starts = [...new Set(files.map((one) => one.first.slice(0, 3)))];
    const random = (some, at, count) => Array.from({ length: count }, (_, turn) => some[(at * 31 + turn * 7) % some.length]).join(" ");
    const queries = ["support", "famdots", largest.slice(0, 2).join(" "), largest.slice(0, 3).join(" "), largest.slice(0, 4).join(" "), largest.slice(0, 12).join(" ")];
    queries.push(...starts, ...starts.map((_, at) => random(starts, at, 3)), ...starts.map((_, at) => random(largest.slice(0, 20), at, 3)));
    queries.push(...starts.map((_, at) => random(files.map((one) => one.first), at, 6)));
    let most = 0;
    for (const query of queries) {
      const { sum } = await measure(folder, query);
      most = Math.max(most, sum);
      assert.ok(sum <= 40_000, `${pages} pages, “${query}”: ${sum} bytes`);
    }
    context.diagnostic(`${pages} pages: at most ${most} bytes in ${queries.length} searches`);
  }
});

test("the script is plain: no newer syntax, no HTML from texts, nothing from elsewhere", () => {
  // Each of these is younger than 2020, or lets a text become more than a text.
  assert.doesNotMatch(SCRIPT, /\|\|=|&&=|\?\?=|\.at\(|replaceAll|replaceChildren|hasOwn|structuredClone|\(\?<[=!]|static \{|#\w+ =/);
  assert.doesNotMatch(SCRIPT, /innerHTML|outerHTML|insertAdjacent|document\.write|eval|new Function|\bimport\b|https?:|\.style\b/);
});
