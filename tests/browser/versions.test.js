/** What was published stays readable, as it was, and says that it is old. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isOldType, pagesByType, publicationsOf } from "./lib/types.js";
import { readAll } from "./lib/read.js";
import { fileBehind, pageAt, sampleSite } from "./lib/site.js";
import { ROOT } from "./lib/places.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { none, squeeze } from "./lib/report.js";

const SITES = [["the sample", sampleSite], ["the hard cases", workshopSite]];

const ofTypes = (site, wanted) => [...pagesByType(site)].flatMap(([type, pages]) => (wanted(type) ? pages : []));
const linkTo = (site, page, test) =>
  page.links.find((link) => test(link) && fileBehind(site, new URL(link.href, site.url(page))) !== null);
const leadsTo = (site, page, link) => site.byFile.get(fileBehind(site, new URL(link.href, site.url(page))))?.address;

for (const [name, opening] of SITES) {
  test(`old versions of ${name} say that they are old, in the title and before anything else`, async () => {
    const site = await opening();
    const old = ofTypes(site, isOldType);
    assert.ok(old.length > 0, "there are no old versions");
    const problems = [];
    for (const page of old) {
      const say = (what) => problems.push(`${page.address}: ${what}`);
      if (!/\bold\b|\bhen fersiwn\b/i.test(page.title)) say(`its title does not say that it is old: ${page.title}`);
      if (!/\bold\b|\bhen fersiwn\b/i.test(page.beforeH1)) say("nothing before the main heading says that it is old");
      if (!/replaced|yn ei le/i.test(page.beforeH1)) say("nothing before the main heading says that it was replaced");
      if (!page.isNoIndex) say("search engines may list it");
      const now = linkTo(site, page, (link) => link.tag === "a" && link.isBeforeH1);
      if (!now) {
        say("nothing before the main heading links to what applies now");
        continue;
      }
      const target = leadsTo(site, page, now);
      if (target?.includes("/versions/")) say(`what applies now is said to be ${target}`);
      if (site.byAddress.get(target)?.isNoIndex && !isGone(site, target)) say(`what applies now is said to be ${target}`);
    }
    none(problems, "old versions that could be taken for what applies now");
  });

  test(`every version of ${name} is tied to the latest, the one before and the one after`, async () => {
    const site = await opening();
    const problems = [];
    for (const [home, { ids }] of publicationsOf(site)) {
      ids.forEach((id, at) => {
        const page = pageAt(site, `${home}versions/${id}/`);
        const expected = {
          "latest-version": home,
          "predecessor-version": at > 0 ? `${home}versions/${ids[at - 1]}/` : undefined,
          "successor-version": at + 1 < ids.length ? `${home}versions/${ids[at + 1]}/` : undefined,
        };
        for (const [rel, address] of Object.entries(expected)) {
          const link = page.links.find((link) => link.tag === "link" && link.rel === rel);
          const found = link && leadsTo(site, page, link);
          if (found !== address) problems.push(`${page.address}: ${rel} is ${found}, not ${address}`);
        }
      });
      const list = pageAt(site, `${home}versions/`);
      const listed = list.links.filter(({ tag }) => tag === "a").map((link) => leadsTo(site, list, link));
      for (const id of ids) {
        if (!listed.includes(`${home}versions/${id}/`)) problems.push(`${list.address}: does not list ${id}`);
      }
    }
    none(problems, "versions that are not tied together");
  });
}

test("pages that apply now never say that they are old", async () => {
  const site = await sampleSite();
  const now = site.pages.filter((page) => !page.isNoIndex);
  none(
    now.filter((page) => /^old version|^version of/i.test(page.title) || /old version/i.test(page.beforeH1)).map((page) => page.address),
    "pages that say that they are old",
  );
});

test("what changed between versions can be read in each of them as it was then", async () => {
  const site = await sampleSite();
  const groups = (version) => pageAt(site, `/exampleshire/kinship-local-offer/${version}groups/`).mainText;
  assert.match(groups("versions/2026-02-02/"), /Third Saturday, 10am to noon/);
  assert.doesNotMatch(groups("versions/2026-02-02/"), /Third Sunday/);
  assert.match(groups("versions/2026-07-01/"), /Third Sunday, 2pm to 4pm/);
  assert.doesNotMatch(groups("versions/2026-07-01/"), /Third Saturday/);
  assert.match(groups(""), /Third Sunday, 2pm to 4pm/);
});

test("two versions of one day are kept apart", async () => {
  const site = await workshopSite();
  const [[home, { ids }]] = [...publicationsOf(site)];
  assert.equal(ids.length, 2);
  assert.match(ids[1], new RegExp(`^${ids[0]}\\.2$`));
  assert.match(pageAt(site, `${home}versions/${ids[0]}/`).mainText, /This is the first wording/);
  assert.match(pageAt(site, `${home}versions/${ids[1]}/`).mainText, /This is the second wording/);
  assert.match(pageAt(site, home).mainText, /This is the second wording/);
});

test("every version shows the words that were recorded, no more and no less", async () => {
  const site = await sampleSite();
  const recorded = [];
  for (const [home, { ids }] of publicationsOf(site)) {
    const [authority, ...rest] = home.split("/").filter(Boolean);
    for (const id of ids) {
      const body = path.join(ROOT, "published", authority, "publications", ...rest, id, "body");
      if (!existsSync(body)) throw new Error(`Nothing is recorded in ${body}`);
      for (const file of readdirSync(body, { recursive: true })) {
        if (!file.endsWith(".html")) continue;
        // index.html is the first page, index.cy.html its alternate cy, money.html a further page.
        const below = file.replace(/\.html$/, "").replace(/(^|\/)index$/, "$1").replace(/(^|\/)index\./, "$1");
        const address = `${home}versions/${id}/${below}${below ? "/" : ""}`;
        recorded.push({ address, html: readFileSync(path.join(body, file), "utf8") });
      }
    }
  }
  assert.ok(recorded.length > 100, `only ${recorded.length} texts are recorded`);
  const facts = await readAll(recorded.map(({ html }) => `<main>${html}</main>`));
  const problems = recorded.flatMap(({ address }, at) => {
    const page = site.byAddress.get(address);
    if (!page) return [`${address} is recorded and not on the site`];
    return squeeze(page.mainText).includes(squeeze(facts[at].mainText)) ? [] : [`${address} does not say what was recorded`];
  });
  none(problems, "differences between the record and the site");
});

test("a day shows, of every publication, the version that stood then", async () => {
  const site = await sampleSite();
  const day = pageAt(site, "/exampleshire/as-at/2026-07-01/");
  const kinship = day.links.find((link) => leadsTo(site, day, link) === "/exampleshire/kinship-local-offer/versions/2026-07-01/");
  assert.ok(kinship, "1 July 2026 does not list the kinship offer of that day");

  const problems = [];
  for (const page of ofTypes(site, (type) => type === "as at day")) {
    const [authority, , date] = page.parts;
    const listed = new Set(page.links.filter(({ tag, isInMain }) => tag === "a" && isInMain).map((link) => leadsTo(site, page, link)));
    for (const [home, { ids }] of publicationsOf(site)) {
      if (!home.startsWith(`/${authority}/`)) continue;
      const stood = ids.filter((id) => id.slice(0, 10) <= date).at(-1);
      for (const id of ids) {
        const isListed = listed.has(`${home}versions/${id}/`);
        // What was published and replaced on the day itself is among its changes.
        if (isListed && id !== stood && id.slice(0, 10) === date) continue;
        if (isListed !== (id === stood)) problems.push(`${page.address}: ${isListed ? "lists" : "does not list"} ${home} ${id}`);
      }
    }
  }
  none(problems, "days that show something else than what stood");
});

test("what is no longer part of anything keeps its address, and leads to what it was and to what there is now", async () => {
  const site = await workshopSite();
  const gone = pagesByType(site).get("gone") ?? [];
  assert.deepEqual(
    gone.map((page) => page.address).sort(),
    ["/testshire/leaving-care-policy/easy-read/", "/testshire/leaving-care-policy/third/", "/testshire/supports/bus-pass/"],
  );
  const problems = [];
  for (const page of gone) {
    const targets = page.links.filter(({ tag, isInMain }) => tag === "a" && isInMain).map((link) => leadsTo(site, page, link));
    if (!/no longer/i.test(page.title)) problems.push(`${page.address}: its title does not say so: ${page.title}`);
    if (!/no longer/i.test(page.beforeH1)) problems.push(`${page.address}: nothing before the main heading says so`);
    if (!targets.some((address) => address?.includes("/versions/"))) problems.push(`${page.address}: no link to what it was`);
    if (!targets.includes("/testshire/leaving-care-policy/")) problems.push(`${page.address}: no link to what there is now`);
  }
  none(problems, "pages that are gone without a word");
});

test("a draft says on every page that it is one, and is not for search engines", async () => {
  const site = await draftSite();
  const drafts = ["", "second/", "print/"].map((page) => pageAt(site, `/testshire/leaving-care-policy/${page}`));
  const problems = [];
  for (const page of drafts) {
    if (!/draft/i.test(page.title)) problems.push(`${page.address}: its title does not say so: ${page.title}`);
    if (!/draft/i.test(page.beforeH1)) problems.push(`${page.address}: nothing before the main heading says so`);
    if (!page.isNoIndex) problems.push(`${page.address}: search engines may list it`);
  }
  assert.match(drafts[0].mainText, /a wording that nobody has published/);
  none(problems, "drafts that could be taken for what applies");
});

test("no words of a draft are on a site that is built without drafts", async () => {
  const site = await workshopSite();
  none(site.pages.filter((page) => /nobody has published/.test(page.text)).map((page) => page.address), "pages with words of a draft");
});

function isGone(site, address) {
  return (pagesByType(site).get("gone") ?? []).some((page) => page.address === address);
}
