/** What machines read: the Atom feed of each authority, the sitemap, and robots.txt. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { browser } from "./lib/browser.js";
import { broughtHome, fileBehind, sampleSite, subSite } from "./lib/site.js";
import { workshopSite } from "./lib/workshop.js";
import { pagesByType, publicationsOf } from "./lib/types.js";
import { none } from "./lib/report.js";

const SITES = [["the sample", sampleSite], ["the sample in a folder", subSite], ["the hard cases", workshopSite]];

/** RFC 3339, which RFC 4287 asks for. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

for (const [name, opening] of SITES) {
  test(`the sitemap of ${name} lists every page that is to be found, and no other`, async () => {
    const site = await opening();
    const { error, root, locations } = await inBrowser(readSitemap, text(site, "sitemap.xml"));
    assert.equal(error, null);
    assert.equal(root, "http://www.sitemaps.org/schemas/sitemap/0.9 urlset");
    const problems = [];
    const listed = new Set();
    for (const location of locations) {
      if (listed.has(location)) problems.push(`${location} stands twice`);
      listed.add(location);
      const page = location.startsWith(site.base) ? pageOf(site, location) : undefined;
      if (!page) problems.push(`${location} is no page of the site`);
      else if (page.isNoIndex) problems.push(`${location} asks not to be listed`);
    }
    // Lists that only narrow down another list, and how a version was judged, are found from there.
    const byType = pagesByType(site);
    const narrower = new Set([...(byType.get("supports of two sorts") ?? []), ...(byType.get("coverage of a version") ?? [])]);
    for (const page of site.pages) {
      if (!page.isNoIndex && !narrower.has(page) && !listed.has(site.base + page.address.slice(1))) problems.push(`${page.address} is not in the sitemap`);
    }
    none(problems, "sitemap problems");
    assert.ok(text(site, "robots.txt").split("\n").includes(`Sitemap: ${site.base}sitemap.xml`), "robots.txt does not name the sitemap");
  });

  test(`the feeds of ${name} are Atom, complete, and lead to what they tell of`, async () => {
    const site = await opening();
    const files = [...site.files].filter((file) => file.endsWith("feed.xml"));
    assert.ok(files.length > 0, "there are no feeds");
    const problems = [];
    for (const file of files) {
      const say = (what) => problems.push(`${file}: ${what}`);
      const feed = await inBrowser(readFeed, text(site, file));
      if (feed.error) say(`is no XML: ${feed.error}`);
      if (feed.root !== "http://www.w3.org/2005/Atom feed") say(`begins with ${feed.root}`);
      for (const [part, what] of [["id", feed.id], ["title", feed.title], ["updated", feed.updated]]) {
        if (!what) say(`has no ${part}`);
      }
      if (!MOMENT.test(feed.updated)) say(`was updated at ${feed.updated}`);
      const self = feed.links.find(({ rel }) => rel === "self");
      if (self?.href !== site.base + file) say(`says that it is ${self?.href}`);
      if (feed.entries.length === 0 && publicationsIn(site, file) > 0) say("has no entries");
      const ids = [feed.id, ...feed.entries.map(({ id }) => id)];
      for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say(`uses the id ${id} twice`);
      for (const entry of feed.entries) {
        for (const part of ["id", "title", "updated", "published"]) if (!entry[part]) say(`${entry.id}: has no ${part}`);
        for (const part of ["updated", "published"]) if (!MOMENT.test(entry[part])) say(`${entry.id}: ${part} ${entry[part]}`);
        if (entry.updated > feed.updated) say(`${entry.id}: is newer than the feed`);
        if (!feed.hasAuthor && !entry.hasAuthor) say(`${entry.id}: has no author`);
        if (!entry.links.some(({ rel }) => rel === "alternate")) say(`${entry.id}: has no link to a page`);
        for (const { href } of entry.links) if (!pageOf(site, href)) say(`${entry.id}: links to ${href}, which is not there`);
      }
      const days = feed.entries.map(({ published }) => Date.parse(published));
      if (days.some((day, at) => at > 0 && day > days[at - 1])) say("is not newest first");
    }
    none(problems, "feed problems");
  });
}

test("a feed tells of every version", async () => {
  const site = await sampleSite();
  const { entries } = await inBrowser(readFeed, text(site, "exampleshire/feed.xml"));
  const told = entries.flatMap(({ links }) => links.map(({ href }) => pageOf(site, href)?.address));
  const problems = [];
  for (const [home, { ids }] of publicationsOf(site)) {
    if (!home.startsWith("/exampleshire/")) continue;
    for (const id of ids) if (!told.includes(`${home}versions/${id}/`)) problems.push(`${home} ${id}`);
  }
  none(problems, "versions that the feed does not tell of");
});

test("pages of an authority name its feed", async () => {
  const site = await sampleSite();
  const problems = site.pages
    .filter((page) => site.files.has(`${page.parts[0]}/feed.xml`))
    .filter((page) => {
      const feed = page.links.find((link) => link.rel === "alternate" && /feed\.xml$/.test(link.href));
      return !feed || fileBehind(site, new URL(feed.href, site.url(page))) !== `${page.parts[0]}/feed.xml`;
    });
  none(problems.map((page) => page.address), "pages that do not name their feed");
});

function text(site, file) {
  return readFileSync(path.join(site.folder, file), "utf8");
}

function pageOf(site, href) {
  const file = fileBehind(site, broughtHome(site, new URL(href)));
  return file ? site.byFile.get(file) : undefined;
}

function publicationsIn(site, feed) {
  const authority = `/${feed.split("/")[0]}/`;
  return [...publicationsOf(site).keys()].filter((home) => home.startsWith(authority)).length;
}

async function inBrowser(read, xml) {
  const context = await (await browser()).newContext();
  try {
    const page = await context.newPage();
    return await page.evaluate(read, xml);
  } finally {
    await context.close();
  }
}

function readSitemap(xml) {
  const doc = new DOMParser().parseFromString(xml, "application/xml");
  return {
    error: doc.querySelector("parsererror")?.textContent ?? null,
    root: `${doc.documentElement.namespaceURI} ${doc.documentElement.localName}`,
    locations: [...doc.querySelectorAll("url > loc")].map((location) => location.textContent.trim()),
  };
}

function readFeed(xml) {
  const doc = new DOMParser().parseFromString(xml, "application/xml");
  const child = (element, name) => [...element.children].find((one) => one.localName === name)?.textContent.trim() ?? "";
  const links = (element) =>
    [...element.children]
      .filter((one) => one.localName === "link")
      .map((link) => ({ rel: link.getAttribute("rel") ?? "alternate", href: link.getAttribute("href") }));
  const feed = doc.documentElement;
  const about = (element) => ({
    id: child(element, "id"),
    title: child(element, "title"),
    updated: child(element, "updated"),
    published: child(element, "published"),
    hasAuthor: [...element.children].some((one) => one.localName === "author" && child(one, "name")),
    links: links(element),
  });
  return {
    error: doc.querySelector("parsererror")?.textContent ?? null,
    root: `${feed.namespaceURI} ${feed.localName}`,
    ...about(feed),
    entries: [...feed.children].filter((one) => one.localName === "entry").map(about),
  };
}
