/** Files for programs, facts for search engines, and settings for web servers. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { withPage } from "./lib/browser.js";
import { sampleSite, subSite } from "./lib/site.js";
import { pagesByType } from "./lib/types.js";
import { none } from "./lib/report.js";

const TABLES = ["publications", "versions", "sign-ups", "coverage"];
const text = (site, file) => readFileSync(path.join(site.folder, file), "utf8");
const councils = (site) => [...site.files].filter((file) => /^[^/]+\/feed\.xml$/.test(file)).map((file) => file.split("/")[0]);

test("each table says the same as JSON and as CSV, in the columns that are explained", async () => {
  const site = await sampleSite();
  const explained = site.pages.find((page) => page.address === "/data/");
  const problems = [];
  for (const council of councils(site)) {
    for (const table of TABLES) {
      const json = JSON.parse(text(site, `data/${council}/${table}.json`));
      const [head, ...lines] = text(site, `data/${council}/${table}.csv`).trimEnd().split("\r\n");
      const columns = head.split(",");
      assert.equal(json.format, "offerbook-data/v1");
      assert.equal(json.table, table);
      assert.equal(json.authority.slug, council);
      for (const row of json.rows) assert.deepEqual(Object.keys(row), columns, `${council}/${table}`);
      // A cell may hold a line end, and then lies between quotation marks.
      if (!lines.some((line) => (line.match(/"/g) ?? []).length % 2)) assert.equal(lines.length, json.rows.length, `${council}/${table}`);
      problems.push(...columns.filter((column) => !explained.text.includes(column)).map((column) => `${table}: ${column} is not explained`));
    }
  }
  none(problems, "columns nobody explains");
});

test("addresses in the tables lead to pages, and no single home is named", async () => {
  for (const opening of [sampleSite, subSite]) {
    const site = await opening();
    const problems = [];
    for (const council of councils(site)) {
      for (const table of ["publications", "versions"]) {
        for (const row of JSON.parse(text(site, `data/${council}/${table}.json`)).rows) {
          for (const address of [row.address, row.change_address].filter(Boolean)) {
            const file = `${new URL(address).pathname.replace(/^\/(sub\/)?/, "")}index.html`;
            if (!site.files.has(file)) problems.push(`${table} of ${council}: ${address}`);
          }
        }
      }
    }
    none(problems, "addresses that lead nowhere");
  }
});

test("feeds of JSON say what those of Atom say", async () => {
  const site = await sampleSite();
  const atom = [...site.files].filter((file) => file.endsWith("feed.xml"));
  assert.ok(atom.includes("feed.xml") && atom.includes("kinds/kinship-local-offer/feed.xml"));
  for (const file of atom) {
    const feed = JSON.parse(text(site, file.replace(/xml$/, "json")));
    assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
    const ids = [...text(site, file).matchAll(/<entry>\s*<id>([^<]*)<\/id>/g)].map(([, id]) => id);
    assert.deepEqual(feed.items.map(({ id }) => id), ids, file);
    assert.ok(feed.items.every(({ title, content_text, date_published }) => title && content_text && date_published), file);
  }
});

test("facts for search engines can be read, and belong to their page", async () => {
  const site = await sampleSite();
  const wanted = { "authority home": "GovernmentOrganization", publication: "DigitalDocument", support: "GovernmentService" };
  const problems = [];
  for (const [type, pages] of pagesByType(site)) {
    for (const page of pages) {
      const facts = page.structured.map((one) => JSON.parse(one));
      const sorts = facts.map((one) => one["@type"]).join();
      if (sorts !== (wanted[type] ?? "") && !(type === "decision" && sorts === "DigitalDocument")) problems.push(`${page.address}: says it is “${sorts}”`);
      for (const one of facts) {
        if (!page.text.includes(one.name)) problems.push(`${page.address}: does not say “${one.name}”`);
        if (!one.url.endsWith(page.address)) problems.push(`${page.address}: says it stands at ${one.url}`);
      }
    }
  }
  none(problems, "facts that do not fit");
});

test("settings for web servers forbid what the pages do without, and lead to what has moved", async () => {
  const [root, sub] = [await sampleSite(), await subSite()];
  for (const file of ["_headers", "hosting/nginx.conf", "hosting/apache.conf"]) {
    for (const name of ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cache-Control"]) {
      assert.ok(text(root, file).includes(name), `${file} has no ${name}`);
    }
    assert.ok(text(root, file).includes("default-src 'self'"), file);
  }
  assert.match(text(root, "_headers"), /^\/\*\n/);
  assert.match(text(sub, "_headers"), /^\/sub\/\*\n/);
  assert.match(text(sub, "hosting/nginx.conf"), /location \/sub\/static\/ \{/);
});

test("a search finds a page of the sample, in one council and in old versions", async () => {
  const site = await sampleSite();
  await withPage("search", {}, async (page) => {
    await page.goto(`${site.origin}${site.prefix}exampleshire/`);
    await page.getByLabel(/^Search/).fill("money");
    await page.getByRole("button", { name: "Search" }).click();
    const status = page.getByRole("status");
    await status.getByRole("heading", { name: /results? for/ }).waitFor();
    const first = page.locator("[data-search-results] ol > li").first();
    assert.match(await first.innerText(), /money/i);
    assert.match(await first.innerText(), /Exampleshire/);
    await page.getByLabel("Also search old versions").check();
    await page.getByRole("button", { name: "Search" }).click();
    await status.getByRole("heading", { name: /results? for/ }).waitFor();
    const old = page.locator("[data-search-results] li").getByRole("link", { name: /\(Version of/ });
    // What is in force comes first.
    for (let more = 0; more < 9 && (await old.count()) === 0; more += 1) {
      const shown = await page.locator("[data-search-results] li").count();
      await page.getByRole("button", { name: "Show more results" }).click();
      await page.locator("[data-search-results] li").nth(shown).waitFor();
    }
    assert.ok((await old.count()) > 0, "old versions are found");
    await first.getByRole("link").click();
    await page.waitForLoadState();
    assert.ok(page.url().endsWith("index.html") || page.url().endsWith("/"), page.url());
    none(page.trouble, "trouble");
  });
});
