/** Who takes part: by where they stand and by sector, as it was then, across councils, and no home by its name. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { inside, pageBehind } from "./lib/inside.js";
import { partnersSite } from "./lib/partners.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { isOldType, isVersionType, pagesByType } from "./lib/types.js";
import { none } from "./lib/report.js";

const SITES = [["the sample", sampleSite], ["partners", partnersSite]];

/** Who has most to do with it stands first. */
const STANDINGS = ["signed", "signed-before-correction", "signed-earlier", "signed-and-ceased", "agreed", "invited", "withdrawn"];
const SECTORS = ["Council services", "Police", "Health", "Justice", "Education", "Care providers", "Voluntary organisations", "Central government", "Others"];

const A_HOME = "(one of its children’s homes)";

/** The registers on each page that shows one, with the page. */
async function registersOf(site, wanted) {
  const pages = [...pagesByType(site)].flatMap(([type, pages]) => (wanted(type) ? pages.map((page) => ({ type, page })) : []));
  const found = await inside(pages.map(({ page }) => page), readRegisters);
  return pages.flatMap((one, at) => found[at].map((register) => ({ ...one, ...register })));
}

function readRegisters(doc) {
  const plain = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const groups = [...doc.querySelectorAll("main h3[id]")].filter((heading) => heading.parentElement.querySelector("h4 + ul.cards"));
  const byRegister = new Map();
  for (const heading of groups) {
    const [, register, standing] = heading.id.match(/^(.*)_([a-z-]+)$/);
    const sectors = [...heading.parentElement.querySelectorAll("h4")].map((title) => ({
      title: plain(title),
      rows: [...title.nextElementSibling.children].map((row) => ({
        href: row.querySelector("a").getAttribute("href"),
        name: plain(row.querySelector(".card-title")),
        stands: plain(row.querySelector("dd")),
      })),
    }));
    if (!byRegister.has(register)) byRegister.set(register, { words: plain(heading.parentElement.parentElement), id: register, groups: [] });
    byRegister.get(register).groups.push({ standing, title: plain(heading), sectors });
  }
  return [...byRegister.values()].map((one) => ({ ...one, words: one.words.match(/\d+ organisations?: [^.]*?(?=Signed|Agreed|Invited|Withdrawn)/)?.[0] ?? "" }));
}

const isRegister = (type) => ["sign-ups", "publication", "latest version", "old version"].includes(type);

for (const [name, opening] of SITES) {
  test(`sign-ups of ${name} are grouped by standing and then by sector, in order, and their numbers add up`, async () => {
    const registers = await registersOf(await opening(), isRegister);
    assert.ok(registers.length >= 4, `only ${registers.length} registers`);
    const problems = [];
    for (const { page, groups, words } of registers) {
      const say = (what) => problems.push(`${page.address}: ${what}`);
      if (!isSorted(groups.map(({ standing }) => STANDINGS.indexOf(standing)))) say(`groups in the order ${groups.map(({ title }) => title).join(", ")}`);
      for (const { title, sectors } of groups) {
        const titles = sectors.map((sector) => sector.title.replace(/ \(\d+\)$/, ""));
        if (!isSorted(titles.map((sector) => SECTORS.indexOf(sector)))) say(`${title}: sectors in the order ${titles.join(", ")}`);
        for (const sector of sectors) {
          if (!sector.title.endsWith(`(${sector.rows.length})`)) say(`${title}: ${sector.title} has ${sector.rows.length}`);
        }
      }
      const counts = groups.map(({ sectors }) => sectors.reduce((sum, { rows }) => sum + rows.length, 0));
      const [all, ...told] = words.match(/\d+/g)?.map(Number) ?? [];
      if (all !== counts.reduce((sum, one) => sum + one, 0) || told.join() !== counts.join()) say(`“${words}”, and there are ${counts.join(", ")}`);
    }
    none(problems, "sign-ups out of order");
  });

  test(`no sign-up of ${name} passes for one of another version, and an old version shows what stood then`, async () => {
    const registers = await registersOf(await opening(), (type) => isVersionType(type) && isRegister(type));
    const problems = [];
    for (const { page, groups } of registers) {
      const version = page.parts.at(-1).slice(0, 10);
      for (const { standing, sectors } of groups) {
        for (const { name: who, stands } of sectors.flatMap(({ rows }) => rows)) {
          const signed = stands.match(/version of (\d+ \w+ \d{4})/)?.[1];
          const say = (what) => problems.push(`${page.address}: ${who} ${what}: ${stands}`);
          if (standing.startsWith("signed") !== Boolean(signed)) say(`is among “${standing}”`);
          if (!signed) continue;
          const day = new Date(`${signed} 00:00 UTC`).toISOString().slice(0, 10);
          if (day > version) say("has signed what did not exist yet");
          if (standing === "signed" && day !== version) say("passes for a signature on this version");
          if (standing === "signed-earlier" && day >= version) say("passes for one on an earlier version");
        }
      }
    }
    none(problems, "sign-ups of another version");
    // In the sample, each protocol has its register as a table in its own text.
    if (opening === partnersSite) assert.ok(registers.some(({ type }) => isOldType(type)), "no old version has sign-ups");
  });

  test(`an organisation's page of ${name} lists all that it has to do with, in every council`, async () => {
    const site = await opening();
    const registers = await registersOf(site, (type) => type === "sign-ups");
    const wanted = new Map();
    for (const { page, id, groups } of registers) {
      for (const { href } of groups.flatMap(({ sectors }) => sectors).flatMap(({ rows }) => rows)) {
        const organisation = pageBehind(site, page, href).address;
        wanted.set(organisation, [...(wanted.get(organisation) ?? []), `/${page.parts[0]}/${id}/`]);
      }
    }
    const pages = pagesByType(site).get("organisation");
    const told = await inside(pages, (doc) => [...doc.querySelectorAll("main ul.cards > li > h3 a")].map((link) => link.getAttribute("href")));
    const problems = pages.flatMap((page, at) => {
      const lists = told[at].map((href) => pageBehind(site, page, href)?.address).sort();
      const should = (wanted.get(page.address) ?? []).sort();
      return lists.join() === should.join() ? [] : [`${page.address} lists ${lists.join(", ")}, and should ${should.join(", ")}`];
    });
    for (const address of wanted.keys()) if (!pages.some((page) => page.address === address)) problems.push(`${address} is missing`);
    none(problems, "organisations that are not told in full");
    const [all] = await inside([pageAt(site, "/organisations/")], (doc) => doc.querySelectorAll("main ul.close > li").length);
    assert.equal(all, pages.length, "the list of all organisations is not complete");
  });

  test(`councils against sectors of ${name}: a table with headings both ways, and the numbers of the registers`, async () => {
    const site = await opening();
    const [table] = await inside([pageAt(site, "/sign-ups/")], (doc) => ({
      caption: doc.querySelector("main table caption")?.textContent.trim(),
      columns: [...doc.querySelectorAll("main thead th[scope=col]")].map((cell) => cell.textContent.trim()),
      rows: [...doc.querySelectorAll("main tbody tr")].map((row) => ({
        heading: row.querySelector("th[scope=row] a")?.getAttribute("href"),
        cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()),
      })),
    }));
    assert.ok(table.caption, "the table has no caption");
    assert.ok(isSorted(table.columns.slice(1).map((sector) => SECTORS.indexOf(sector))), table.columns.join());
    const registers = await registersOf(site, (type) => type === "sign-ups");
    const problems = [];
    // Those that are no more have partners no more.
    const ended = ["old-exampleshire", "oldshire"];
    const councils = new Set(registers.map(({ page }) => page.parts[0]).filter((council) => !ended.includes(council)));
    assert.equal(table.rows.length, councils.size);
    for (const { heading, cells } of table.rows) {
      const [council] = pageBehind(site, pageAt(site, "/sign-ups/"), heading).parts;
      for (const [at, sector] of table.columns.slice(1).entries()) {
        const groups = registers.filter(({ page }) => page.parts[0] === council).flatMap((one) => one.groups);
        const number = (test) =>
          groups.filter(test).flatMap(({ sectors }) => sectors).filter(({ title }) => title.startsWith(`${sector} (`)).reduce((sum, { rows }) => sum + rows.length, 0);
        const all = number(() => true);
        const words = all === 0 ? "None named" : `${number(({ standing }) => /^signed($|-before)/.test(standing))} of ${all} signed`;
        if (!cells[at].startsWith(words)) problems.push(`${council}, ${sector}: ${cells[at]}, not ${words}`);
      }
    }
    none(problems, "cells that are wrong");
  });
}

test("who has signed stays with its version: what was signed in July is an earlier version in November", async () => {
  const then = pageAt(await sampleSite(), "/exampleshire/reducing-criminalisation-protocol/versions/2026-07-06/").mainText;
  assert.match(then, /Signed version 2026-07-06 on 6 July 2026/);
  assert.doesNotMatch(then, /Signed version 2026-11-16/);
  const now = pageAt(await sampleSite(), "/exampleshire/sign-ups/").mainText;
  assert.match(now, /2 signed this version, 4 signed it before it was corrected, 1 signed an earlier version, 1 signed by a body that is no more/);
});

test("a home is never named: readers see its provider, and that it is one of several", async () => {
  const site = await partnersSite();
  const problems = [];
  for (const page of site.pages) {
    if (/home-\d/.test(page.address) || /home-\d/.test(page.html)) problems.push(`${page.address} names a home`);
  }
  for (const file of site.files) if (/home-\d/.test(file)) problems.push(`${file} names a home`);
  none(problems, "homes that are named");
  const registers = await registersOf(site, isRegister);
  const homes = registers.flatMap(({ groups }) => groups.flatMap(({ sectors }) => sectors.flatMap(({ rows }) => rows))).filter(({ name }) => name.endsWith(A_HOME));
  assert.ok(homes.length > 0, "no home has a sign-up");
  for (const { name, href } of homes) {
    assert.equal(name, `Good Homes Limited ${A_HOME}`);
    assert.match(href, /organisations\/good-homes\//, "it does not lead to its provider");
  }
});

test("a body that was merged says what became of it, and the one that took over says of whom", async () => {
  const site = await partnersSite();
  const [before, after] = ["eastern-police", "joint-police"].map((slug) => pageAt(site, `/organisations/${slug}/`));
  assert.match(before.mainText, /ceased on 1 October 2025.*Joint Police took over/);
  assert.ok(before.links.some(({ href }) => pageBehind(site, before, href) === after), "no link to what took over");
  assert.match(after.mainText, /took over from.*Eastern Police/);
  assert.ok(after.links.some(({ href }) => pageBehind(site, after, href) === before), "no link to what was before");
  assert.match(pageAt(site, "/oldshire/out-of-court/").mainText, /Eastern Police.*ceased on 1 October 2025/);
});

test("an organisation that signed in one document is told of one document, however many of its homes sign", async () => {
  const { mainText } = pageAt(await partnersSite(), "/organisations/good-homes/");
  assert.match(mainText, /\b1 document\b/);
});

function isSorted(numbers) {
  return numbers.every((number, at) => number >= 0 && (at === 0 || number > numbers[at - 1]));
}
