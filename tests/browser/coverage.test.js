/** What the law and guidance ask, judged by the day of each version, with links to the law as it stood. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { inside, dayOf, pageBehind } from "./lib/inside.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { pagesByType, publicationsOf } from "./lib/types.js";
import { none } from "./lib/report.js";

const LAW = /^https:\/\/www\.legislation\.gov\.uk\//;

function readCoverage(doc) {
  const plain = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return [...doc.querySelectorAll("table.coverage")].map((table) => ({
    caption: plain(table.querySelector("caption")),
    words: plain(table.closest("section")),
    rows: [...table.querySelectorAll("tbody tr")].map((row) => ({
      topic: plain(row.querySelector("th[scope=row]")),
      state: row.className.replace("topic-", ""),
      told: plain(row.cells[1]),
      where: [...row.cells[2].querySelectorAll("a")].map((link) => link.getAttribute("href")),
      law: [...row.cells[3].querySelectorAll("a")].map((link) => link.getAttribute("href")),
      source: plain(row.cells[3]),
    })),
  }));
}

async function tablesOf(site) {
  const byType = pagesByType(site);
  const pages = [...byType.get("coverage"), ...byType.get("coverage of a version")];
  const found = await inside(pages, readCoverage);
  return pages.flatMap((page, at) => found[at].map((table) => ({ page, ...table })));
}

test("each version is judged by its own day, and its law is linked as it stood on that day", async () => {
  const tables = await tablesOf(await sampleSite());
  assert.ok(tables.length > 20, `only ${tables.length} tables`);
  const problems = [];
  for (const { page, words, rows } of tables) {
    const say = (what) => problems.push(`${page.address}: ${what}`);
    const day = dayOf(words.match(/Judged by what applied on (\d+ \w+ \d{4})/)?.[1] ?? "");
    if (page.parts[1] === "coverage" && page.parts[3] && !page.parts[3].startsWith(day)) say(`is judged by ${day}`);
    for (const { topic, state, told, law } of rows) {
      // What had not begun could not be read as it stood.
      const began = told.match(/Asked from (\d+ \w+ \d{4})/)?.[1];
      if (state === "coming" || (began && dayOf(began) > day)) continue;
      for (const href of law.filter((href) => LAW.test(href))) {
        if (![day, "enacted", "made"].includes(href.split("/").at(-1))) say(`${topic}: ${href}, not as it stood on ${day}`);
      }
    }
  }
  none(problems, "law of another day");
});

test("numbers of topics add up, and each row says in words how it stands, where it is covered and who asks it", async () => {
  const site = await sampleSite();
  const problems = [];
  for (const { page, words, rows } of await tablesOf(site)) {
    const say = (what) => problems.push(`${page.address}: ${what}`);
    const told = words.match(/(\d+) of (\d+) topics covered(?:, (\d+) missing)?(?:(?:,| and) (\d+) coming)?/)?.slice(1).map((one) => Number(one ?? 0));
    const missing = rows.filter(({ state }) => state === "missing").length;
    const notApplicable = rows.filter(({ state }) => state === "not-applicable").length;
    if (!told) say(`says no numbers: ${words.slice(0, 120)}`);
    else {
      if (told[1] + told[3] + notApplicable !== rows.length) say(`${told.join(", ")}, and there are ${rows.length} rows`);
      if (told[1] - told[0] !== missing && told[2] !== missing) say(`${told[2]} missing, and ${missing} rows say so`);
    }
    for (const { topic, state, told, where, source } of rows) {
      if (!/Covered|Missing|Coming|Does not apply|Not (applicable|needed|asked of this version)/i.test(told)) say(`${topic}: does not say how it stands: ${told}`);
      if (state === "met" && where.length === 0 && !/Asked from|record|facts/i.test(told)) say(`${topic}: covered nowhere`);
      for (const href of where) if (!pageBehind(site, page, href)) say(`${topic}: ${href} is not there`);
      if (!/(asks? it|practice).*:/i.test(source)) say(`${topic}: does not say who asks it: ${source}`);
    }
  }
  none(problems, "tables that are not whole");
});

test("what began on 29 June 2026 is coming before, and asked from that day on", async () => {
  const site = await sampleSite();
  const stateOf = async (version) => {
    const [[{ rows }]] = await inside([pageAt(site, `/exampleshire/coverage/kinship-local-offer/${version}/`)], readCoverage);
    return rows.find(({ topic }) => /published report on that consultation/.test(topic));
  };
  assert.equal((await stateOf("2026-02-02")).state, "coming");
  assert.equal((await stateOf("2026-07-01")).state, "met");
});

test("the versions of a publication each lead to what they covered, and from there back", async () => {
  const site = await sampleSite();
  const problems = [];
  for (const [home, { ids }] of publicationsOf(site)) {
    const parts = home.split("/").filter(Boolean);
    if (parts[1] === "decisions") continue;
    const versions = pageAt(site, `${home}versions/`);
    const reached = versions.links.filter(({ tag }) => tag === "a").map(({ href }) => pageBehind(site, versions, href)?.address);
    for (const id of ids) {
      const address = `/${parts[0]}/coverage/${parts[1]}/${id}/`;
      if (!reached.includes(address)) problems.push(`${versions.address} does not lead to ${address}`);
      const page = pageAt(site, address);
      const back = page.links.filter(({ tag }) => tag === "a").map(({ href }) => pageBehind(site, page, href)?.address);
      if (!back.some((one) => one?.startsWith(home))) problems.push(`${address} does not lead back`);
    }
  }
  none(problems, "versions and what they covered");
});

test("a reference that nobody has checked says so", async () => {
  const tables = await tablesOf(await sampleSite());
  assert.ok(tables.some(({ rows }) => rows.some(({ source }) => /not been checked/.test(source))));
});
