/** Every link on every page leads somewhere, every page can be reached, wherever the site stands. */

import { test } from "node:test";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withPage } from "./lib/browser.js";
import { broughtHome, fileBehind, sampleSite, subSite } from "./lib/site.js";
import { SUB_PREFIX } from "./lib/places.js";
import { isEnded, isWithheld } from "./lib/types.js";
import { nastyDraftSite, nastySite } from "./lib/nasty.js";
import { noticesSite } from "./lib/notices.js";
import { partnersSite } from "./lib/partners.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { forEachOf, none } from "./lib/report.js";

const SITES = [
  ["the sample", sampleSite],
  [`the sample under ${SUB_PREFIX}`, subSite],
  ["the hard cases", workshopSite],
  ["drafts", draftSite],
  ["notices", noticesSite],
  ["partners", partnersSite],
  ["what is hard to lay out", nastySite],
  ["drafts of that", nastyDraftSite],
];

/** Pages to which nothing has to lead. */
const NOT_LINKED = new Set(["/404.html"]);

for (const [name, opening] of SITES) {
  test(`every link of ${name} leads to something that is there`, async () => {
    const site = await opening();
    none(site.pages.flatMap((page) => page.links.flatMap((link) => linkProblems(site, page, link))), "links that lead nowhere");
  });

  test(`every page and file of ${name} is served as it is`, async () => {
    const site = await opening();
    const problems = [];
    await forEachOf(site.files, 8, async (file) => {
      const response = await fetch(site.origin + site.prefix + encodeURI(file), { redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200) problems.push(`${file}: ${response.status}`);
    });
    none(problems, "files that are not served");
  });

  test(`every page of ${name} can be reached from its home`, async () => {
    const site = await opening();
    const reached = new Set(["index.html"]);
    const queue = ["index.html"];
    while (queue.length > 0) {
      const page = site.byFile.get(queue.shift());
      if (!page) continue;
      for (const link of page.links) {
        if (link.tag !== "a") continue;
        const file = fileBehind(site, broughtHome(site, new URL(link.href, site.url(page))));
        if (file && !reached.has(file)) {
          reached.add(file);
          queue.push(file);
        }
      }
    }
    // What has ended keeps all its addresses, for those who know them.
    const missed = site.pages.filter((page) => !reached.has(page.file) && !NOT_LINKED.has(page.address) && !isEnded(page));
    none(missed.map((page) => page.address), "pages that nothing leads to");
  });
}

test("links of the sample also work when its pages are opened from a folder", async () => {
  const site = await sampleSite();
  const problems = [];
  for (const page of site.pages) {
    if (NOT_LINKED.has(page.address)) continue;
    const here = pathToFileURL(path.join(site.folder, page.file));
    for (const { tag, href, rel } of page.links) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
      const there = new URL(href, here);
      there.hash = "";
      const file = fileURLToPath(there);
      if (!file.startsWith(site.folder) || !existsSync(file) || !statSync(file).isFile()) {
        problems.push(`${page.address}: ${tag} ${rel} ${href}`);
      }
    }
  }
  none(problems, "links that need a web server");
});

test("a reader who has only the folder can follow links from page to page, with style", async () => {
  const site = await sampleSite();
  await withPage("from a folder", { javaScriptEnabled: false }, async (page) => {
    await page.goto(pathToFileURL(path.join(site.folder, "index.html")).href);
    const problems = [];
    for (const name of [/^Exampleshire County Council/, /^Kinship local offer$/, /^Money$/]) {
      await page.getByRole("main").getByRole("link", { name }).first().click();
      if (!page.url().startsWith("file:")) problems.push(`${name} leads to ${page.url()}`);
    }
    const background = await page.evaluate(() => getComputedStyle(document.querySelector("header")).backgroundColor);
    if (background === "rgba(0, 0, 0, 0)") problems.push("the stylesheet is not used");
    none([...problems, ...page.trouble], "trouble in a folder");
  });
});

test("a page says where it stands for good, and that address is on this site", async () => {
  for (const [name, opening] of SITES) {
    const site = await opening();
    const problems = [];
    for (const page of site.pages) {
      const canonical = page.links.filter(({ tag, rel }) => tag === "link" && rel === "canonical");
      if (canonical.length !== 1) problems.push(`${page.address}: ${canonical.length} canonical addresses`);
      for (const { href } of canonical) {
        if (!href.startsWith(site.base)) problems.push(`${page.address}: ${href} is not under ${site.base}`);
        if (!page.isNoIndex && href !== site.base + page.address.slice(1)) problems.push(`${page.address}: says that it is ${href}`);
      }
    }
    none(problems, `wrong canonical addresses in ${name}`);
  }
});

test("every link has words that say where it goes", async () => {
  for (const [name, opening] of [["the sample", sampleSite], ["the hard cases", workshopSite], ["partners", partnersSite]]) {
    const site = await opening();
    const problems = [];
    for (const page of site.pages) {
      for (const link of page.links.filter(({ tag }) => tag === "a")) {
        if (!link.text) problems.push(`${page.address}: a link without words to ${link.href}`);
        if (/^(click )?(here|more|read more|link)$/i.test(link.text)) problems.push(`${page.address}: a link that says only “${link.text}”`);
      }
    }
    none(problems, `links in ${name} that do not say where they go`);
  }
});

function linkProblems(site, page, link) {
  const problem = (what) => [`${page.address}: ${link.tag} ${link.rel} “${link.href}” (${link.text.slice(0, 40)}) ${what}`];
  let url;
  try {
    url = new URL(link.href, site.url(page));
  } catch {
    return problem("is no address");
  }
  if (url.protocol === "mailto:" || url.protocol === "tel:") {
    return url.pathname.length > 3 ? [] : problem("has no one to go to");
  }
  if (!["http:", "https:"].includes(url.protocol)) return problem("is no address for a reader");
  url = broughtHome(site, url);
  if (url.origin !== site.origin) return [];
  const file = fileBehind(site, url);
  if (!file) return problem("leads nowhere");
  if (url.hash === "" || url.hash === "#") return link.href.endsWith("#") ? problem("has an empty fragment") : [];
  const target = site.byFile.get(file);
  if (!target) return problem("has a fragment in something that is no page");
  // Of these pages, only the address is left.
  if (isEnded(target) || isWithheld(target)) return [];
  return target.ids.includes(decodeURIComponent(url.hash.slice(1))) ? [] : problem("has a fragment that its page has not");
}
