/** The search page with search.js in a browser, on a site that is made here of nothing but that page. */

import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withPage } from "./lib/browser.js";
import { ROOT } from "./lib/places.js";
import { scriptSaying } from "./lib/script.js";
import { serve } from "./lib/server.js";

const PREFIX = "/sub/folder/";
let [site, server] = [];

const pageWith = (attributes = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title></head><body><main><h1>Search</h1>
<form data-search action="./" method="get" role="search" data-index="index/" data-index-old="old/" data-root="../" ${attributes}>
<label for="search_words">Words</label><input id="search_words" name="q" type="search">
<label for="in">Council</label><select id="in" name="in"><option value="">All councils</option><option value="contashire">Contashire</option></select>
<label><input type="checkbox" name="old" value="yes"> Also search old versions</label>
<button>Search</button></form>
<div data-search-results hidden></div><div data-search-lists><h2>All pages</h2></div></main>
<script type="module" src="../search.js"></script></body></html>`;

function makeIndex(name, pages) {
  execFileSync("cargo", ["run", "--quiet", "--release", "-j1", "--example", "search", "--", path.join(site, name), String(pages)], { cwd: ROOT });
}

/** Twelve old versions of one page. */
function makeOldIndex() {
  const put = (name, content) => {
    const file = path.join(site, "search/old", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ format: "offerbook-search/v1", ...content }));
  };
  const authorities = [["contashire", "Conta Metropolitan Borough Council", 0]];
  put("directory.json", { stamp: "1", results: 12, results_per_file: 12, stop: [], terms: [["zebras", 1]], authorities });
  put("terms/0.json", { terms: [["zebras", "A.L", ""]] });
  const results = Array.from({ length: 12 }, (_, at) => ["Zebras", `contashire/offer/versions/${at}/zebras/`, "How to keep them.", `Version of ${at + 1} July 2026`, 0]);
  put("results/0.json", { results });
}

before(async () => {
  site = mkdtempSync(path.join(tmpdir(), "search-page-"));
  mkdirSync(path.join(site, "search"));
  writeFileSync(path.join(site, "search.js"), scriptSaying("search", "No results for"));
  writeFileSync(path.join(site, "search/index.html"), pageWith());
  mkdirSync(path.join(site, "other"));
  writeFileSync(path.join(site, "other/index.html"), pageWith('data-index-name="index.html" data-words-many="{number} Treffer für „{query}“" data-words-more="Mehr"').replace('"index/"', '"../search/index/"'));
  makeIndex("search/index", 3060);
  makeOldIndex();
  server = await serve(site, PREFIX);
});

after(async () => {
  await server.close();
  rmSync(site, { recursive: true });
});

const told = (page) => page.getByRole("status").innerText();
const heading = (page) => page.getByRole("status").getByRole("heading", { level: 2 });
const items = (page) => page.locator("[data-search-results] ol > li");

/** Does the work on a page that asks for something, and wants no trouble. */
const on = (name, address, work) => () =>
  withPage(name, {}, async (page) => {
    page.requests = [];
    const note = (request) => page.requests.push(request.url().replace(`${server.origin}${PREFIX}`, ""));
    page.on("request", note);
    await page.goto(`${server.origin}${PREFIX}${address}`);
    await work(page);
    page.off("request", note);
    assert.deepEqual(page.trouble, []);
  });

async function look(page, text) {
  await page.getByRole("searchbox").fill(text);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await heading(page).waitFor();
}

test("nothing is loaded before a reader searches", on("idle", "search/", async (page) => {
  await page.waitForLoadState("networkidle");
  assert.deepEqual(page.requests, ["search/", "search.js"]);
  assert.equal(await page.locator("[data-search-results] [role=status]").count(), 1);
  assert.equal(await told(page), "");
}));

test("a search is told, listed and put into the address", on("search", "search/", async (page) => {
  await look(page, "Kinship carers’ allowances");
  assert.match(await told(page), /^\d+ results for “Kinship carers’ allowances”$/);
  assert.equal(await items(page).count(), 10);
  const link = items(page).first().getByRole("heading", { level: 3 }).getByRole("link");
  const title = await link.innerText();
  assert.match(title, /[Aa]llowance for kinship carers$/);
  const folder = title.toLowerCase().replace(/ /g, "-");
  assert.match(await link.evaluate((one) => one.pathname), new RegExp(`^${PREFIX}\\w+shire/kinship-local-offer/${folder}/$`));
  assert.match(await items(page).first().innerText(), /Metropolitan Borough Council/);
  assert.equal(new URL(page.url()).search, "?q=Kinship+carers%E2%80%99+allowances&in=");
  assert.ok(page.requests.every((one) => !one.startsWith("search/old/")));
}));

test("an address searches at once, and going back searches again", on("address", "search/?q=housing&in=contashire", async (page) => {
  await heading(page).waitFor();
  const first = await told(page);
  assert.equal(await page.locator("select").inputValue(), "contashire");
  const links = await items(page).getByRole("link").evaluateAll((all) => all.map((one) => one.pathname));
  assert.ok(links.length > 0 && links.every((one) => one.startsWith(`${PREFIX}contashire/`)));
  await page.locator("select").selectOption("");
  await look(page, "dentists");
  assert.match(await told(page), /dentists/);
  await page.goBack();
  await page.getByText(first).waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "housing");
  assert.equal(await page.locator("select").inputValue(), "contashire");
}));

test("a link to a place on the page leaves what is written alone", on("place", "search/", async (page) => {
  await look(page, "dentists");
  await page.getByRole("searchbox").fill("pass");
  await page.evaluate(() => {
    location.hash = "in";
  });
  await page.waitForTimeout(100);
  assert.equal(await page.getByRole("searchbox").inputValue(), "pass");
  assert.match(await told(page), /dentists/);
}));

test("more are shown on demand, and the first of them has focus", on("more", "search/?q=dentist&in=nowhere", async (page) => {
  await heading(page).waitFor();
  assert.equal(await page.locator("select").inputValue(), "");
  const count = Number.parseInt(await told(page), 10);
  const more = page.getByRole("button", { name: "Show more results" });
  for (let shown = 10; shown < Math.min(count, 50); shown += 10) {
    await more.focus();
    await page.keyboard.press("Enter");
    await items(page).nth(shown).waitFor();
    await page.waitForFunction((at) => document.activeElement === document.querySelectorAll("[data-search-results] ol > li")[at].querySelector("a"), shown);
  }
  await look(page, "dentist prescriptions");
  assert.equal(await more.count(), Number.parseInt(await told(page), 10) > 10 ? 1 : 0);
}));

test("old versions come when they are asked for, and the last button goes away", on("old", "search/?q=zebra", async (page) => {
  await heading(page).waitFor();
  assert.match(await told(page), /^No results for “zebra”/);
  assert.ok(page.requests.every((one) => !one.startsWith("search/old/")));
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByText("12 results for “zebra”").waitFor();
  assert.equal(new URL(page.url()).search, "?q=zebra&in=&old=yes");
  assert.equal(await items(page).first().innerText(), "Zebras (Version of 1 July 2026)\n\nConta Metropolitan Borough Council\n\nHow to keep them.");
  await page.getByRole("button", { name: "Show more results" }).click();
  await items(page).nth(11).waitFor();
  assert.equal(await page.getByRole("button", { name: "Show more results" }).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Zebras (Version of 11 July 2026)");
  await page.goBack();
  await page.getByText("No results for “zebra”").waitFor();
  assert.equal(await page.getByRole("checkbox").isChecked(), false);
}));

test("no results come with advice, and no words with nothing", on("none", "search/", async (page) => {
  await look(page, "zzzz <b>bold</b> $& {number}");
  assert.match(await told(page), /^No results for “zzzz <b>bold<\/b> \$& \{number\}”\s+Try fewer/);
  await page.getByRole("searchbox").fill("  ");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  assert.equal(await told(page), "");
}));

test("words and links can be other ones", on("other words", "other/?q=housing", async (page) => {
  await heading(page).waitFor();
  assert.match(await told(page), /^\d+ Treffer für „housing“$/);
  await page.getByRole("button", { name: "Mehr" }).waitFor();
  assert.match(await items(page).first().getByRole("link").getAttribute("href"), /\/index\.html$/);
}));

test("without its files it says what is needed, and works when they are there again", () =>
  withPage("no index", {}, async (page) => {
    renameSync(path.join(site, "search/index"), path.join(site, "search/away"));
    await page.goto(`${server.origin}${PREFIX}search/?q=housing`);
    await heading(page).waitFor();
    renameSync(path.join(site, "search/away"), path.join(site, "search/index"));
    assert.match(await told(page), /^The search did not work\s+It needs this site to be on a web server/);
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await items(page).first().waitFor();
    assert.match(await told(page), /results for “housing”/);
  }));

test("only the last of two searches is shown", on("two searches", "search/", async (page) => {
  await page.route("**/terms/**", async (route) => {
    if (page.slow !== false) await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.getByRole("searchbox").fill("housing");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(100);
  page.slow = false;
  await page.getByRole("searchbox").fill("dentists");
  await page.keyboard.press("Enter");
  await page.getByText(/results for “dentists”/).waitFor();
  await page.waitForTimeout(700);
  assert.match(await told(page), /dentists/);
  assert.equal(await heading(page).count(), 1);
  assert.equal(await page.locator("[data-search-results] ol").count(), 1);
  await page.unroute("**/terms/**");
}));
