/** The record on the built site: what stands beside versions, and the check of their pages. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { checked, SAYS, SAYS_IN_WELSH, SAYS_NOT, served } from "./lib/check.js";
import { overflow, spaceText, visibleText } from "./lib/in-page.js";
import { noticesSite } from "./lib/notices.js";
import { ROOT } from "./lib/places.js";
import { broughtHome, fileBehind, pageAt, sampleSite, subSite } from "./lib/site.js";
import { isVersionType, pagesByType, publicationsOf } from "./lib/types.js";
import { none } from "./lib/report.js";

const OLD = "/exampleshire/missing-from-care/versions/2026-06-22/";

/** Pages that a reader may want to check, and what each of them is. */
const PAGES = [
  ["an old version", OLD],
  ["a further page of an old version", "/exampleshire/kinship-local-offer/versions/2026-02-02/money/"],
  ["a latest version", "/exampleshire/safeguarding-arrangements/versions/2026-10-19/"],
  ["an alternate in another language", "/exampleshire/kinship-local-offer/versions/2026-09-14/cy/"],
  ["an alternate of an old version", "/exampleshire/care-leaver-local-offer/versions/2026-05-18/child-friendly/"],
  ["a decision", "/exampleshire/decisions/2026-06-10-kinship-local-offer/versions/2026-06-15/"],
];

const oneWordElse = (html) => html.replace(/(data-recorded="?body[^]*?<p>)\w+/, "$1Otherwise");

/** What a check says, in the language of its page. */
const ENGLISH = {
  says: SAYS,
  saysNot: SAYS_NOT,
  holds: "Holds: ",
  differs: /^Does not hold: this page says what the recorded text says\. The page: “[^]*Otherwise[^]*”\. The recorded text: “[^]+”\.$/,
};
const WELSH = {
  says: SAYS_IN_WELSH,
  saysNot: "Nid yw’r dudalen hon yn dweud yr hyn a gofnodwyd.",
  holds: "Cywir: ",
  differs: /^Ddim yn gywir: [^]*“[^]*Otherwise[^]*”[^]*“[^]+”/,
};

// Supports have no button: what matters on their pages stands in facts beside the recorded text.
for (const [what, address] of PAGES) {
  test(`${what} passes its check, and fails it after one word was changed`, async () => {
    for (const opening of [sampleSite, subSite]) {
      const site = await opening();
      const chosen = pageAt(site, address);
      assert.ok(chosen.hasCheck, `${address} has no button to check it`);
      await withPage(`checked ${address}`, {}, async (page) => {
        await page.goto(site.url(chosen));
        const { status, steps } = await checked(page);
        const said = address.includes("/cy/") ? WELSH : ENGLISH;
        assert.equal(status, said.says, steps.join("\n"));
        none(steps.filter((step) => !step.startsWith(said.holds)), "steps that do not hold");
        assert.equal(steps.length, 5);
        assert.deepEqual(page.trouble, []);

        await served(page, site.url(chosen), oneWordElse);
        await page.goto(site.url(chosen));
        const altered = await checked(page);
        assert.equal(altered.status, said.saysNot);
        const [first, ...others] = altered.steps;
        assert.match(first, said.differs);
        none(others.filter((step) => !step.startsWith(said.holds)), "further steps that do not hold");
        assert.deepEqual(page.trouble, []);
      });
    }
  });
}

test("every page of the sample that can be checked says what was recorded", async () => {
  const site = await sampleSite();
  const pages = site.pages.filter(({ hasCheck }) => hasCheck);
  assert.ok(pages.length > 100, `only ${pages.length} pages can be checked`);
  const problems = [];
  const checker = () =>
    withPage("every check", {}, async (page) => {
      for (let next = pages.shift(); next; next = pages.shift()) {
        await page.goto(site.url(next));
        const { status, steps } = await checked(page);
        if (status !== SAYS && status !== SAYS_IN_WELSH) problems.push(`${next.address}: ${status} ${steps.join(" ")}`);
      }
      problems.push(...page.trouble);
    });
  await Promise.all([checker(), checker()]);
  none(problems, "pages that do not pass");
});

test("every page that shows a recorded text of a version can be checked", async () => {
  const problems = [];
  for (const opening of [sampleSite, noticesSite]) {
    for (const [type, pages] of pagesByType(await opening())) {
      if (!isVersionType(type) || type.endsWith("support")) continue;
      for (const { address, recorded, hasCheck } of pages) {
        if (hasCheck !== recorded.length > 0) problems.push(`${address}: ${hasCheck ? "has a button and no text" : "has no button"}`);
      }
    }
  }
  none(problems, "pages that cannot be checked");
});

test("of a version with a part withheld, the check says why its record differs, and what is withheld has no check", async () => {
  const site = await noticesSite();
  const version = "/exampleshire/kinship-local-offer/versions/2026-02-02/";
  assert.equal(pageAt(site, `${version}money/`).hasCheck, false);
  await withPage("check of a withheld version", {}, async (page) => {
    await page.goto(site.url(pageAt(site, `${version}types/`)));
    const { status, steps } = await checked(page);
    assert.notEqual(status, SAYS);
    assert.match(steps[0], /^Holds: /);
    assert.ok(steps.some((step) => /withheld by a notice: see the record page/.test(step)), steps.join("\n"));
    assert.deepEqual(page.trouble, []);
  });
});

test("what the check says fits a narrow window, with spaced text too", async () => {
  const site = await sampleSite();
  await withPage("check fits", {}, async (page) => {
    const problems = [];
    const look = async (way) => problems.push(...(await page.evaluate(overflow)).map((problem) => `${way}: ${problem}`));
    for (const change of [null, oneWordElse]) {
      const address = site.url(pageAt(site, OLD));
      if (change) await served(page, address, change);
      await page.goto(address);
      await checked(page);
      await page.setViewportSize(NARROW);
      await look("narrow");
      await page.evaluate(spaceText);
      await look("narrow, with spaced text");
      await page.setViewportSize(WIDE);
      await look("wide, with spaced text");
    }
    none(problems, "what does not fit");
  });
});

test("the button looks like one, is large enough, and looks otherwise while it works", async () => {
  const site = await sampleSite();
  await withPage("button", {}, async (page) => {
    await page.goto(site.url(pageAt(site, OLD)));
    const button = page.getByRole("button", { name: "Check this page now" });
    for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }]) {
      await page.emulateMedia({ forcedColors: "none", ...media });
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        const { width, height } = await button.boundingBox();
        assert.ok(width >= 24 && height >= 24, `${width} by ${height} px`);
      }
      const ready = await button.evaluate(looks);
      await button.evaluate((element) => (element.ariaDisabled = "true"));
      const working = await button.evaluate(looks);
      await button.evaluate((element) => (element.ariaDisabled = null));
      const way = JSON.stringify(media);
      assert.ok(ready.border >= 1 && ready.pointer === "pointer", way);
      if (!media.forcedColors) assert.ok(ready.againstPage >= 3, `${way}: a contrast of ${ready.againstPage} against the page`);
      assert.notDeepEqual([working.style, working.ground], [ready.style, ready.ground], `${way}: looks the same while it works`);
      assert.ok(working.words >= 4.5, `${way}: a contrast of ${working.words} in its words`);
    }
  });
});

/** Runs in the browser. */
function looks(button) {
  const { contrast, ground } = globalThis.colours;
  const style = getComputedStyle(button);
  return {
    border: Number.parseFloat(style.borderTopWidth),
    style: style.borderTopStyle,
    ground: style.backgroundColor,
    pointer: style.cursor,
    againstPage: contrast(style.backgroundColor, ground(button.parentElement)),
    words: contrast(style.color, ground(button)),
  };
}

test("nothing of the check is printed, not even what it found", async () => {
  const site = await sampleSite();
  await withPage("check on paper", {}, async (page) => {
    await page.goto(site.url(pageAt(site, OLD)));
    await checked(page);
    assert.match(await page.evaluate(visibleText), /Check this page now.*This page says what was recorded/);
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate(visibleText);
    assert.doesNotMatch(printed, /check this page|this page says what was recorded|Holds:|controls this website/i);
    assert.match(printed, /What proves this version/);
  });
});

test("beside each version stand its record, its entry, its proof and its texts, byte for byte", async () => {
  const site = await sampleSite();
  const problems = [];
  for (const [home, { ids }] of publicationsOf(site)) {
    const [authority, ...slug] = home.split("/").filter(Boolean);
    for (const id of ids) {
      const at = `${home.slice(1)}versions/${id}/`;
      for (const file of ["record.txt", "entry.txt", "record.tlog-proof"]) {
        if (!site.files.has(at + file)) problems.push(`${at} has no ${file}`);
      }
      const published = path.join(ROOT, "published", authority, "publications", ...slug, id);
      const record = readFileSync(path.join(site.folder, at, "record.txt"), "utf8");
      const bodies = [...record.matchAll(/^body: sha256:\S+ \d+ (body\/.+)$/gm)].map(([, name]) => name);
      if (bodies.length === 0) problems.push(`${at} names no texts`);
      for (const body of bodies) {
        const shown = path.join(site.folder, at, "recorded", `${body}.txt`);
        if (!existsSync(shown)) problems.push(`${at} has no ${body}`);
        else if (!readFileSync(shown).equals(readFileSync(path.join(published, body)))) problems.push(`${at}: ${body} is not what is recorded`);
      }
    }
  }
  none(problems, "what is missing beside versions");
});

test("time maps list every version, and lead to what is there", async () => {
  for (const opening of [sampleSite, subSite, noticesSite]) {
    const site = await opening();
    const problems = [];
    for (const [home, { ids }] of publicationsOf(site)) {
      const file = `${home.slice(1)}timemap.link`;
      const links = [...readFileSync(path.join(site.folder, file), "utf8").matchAll(/<([^>]+)>; rel="([^"]+)"/g)];
      for (const [, address] of links) {
        if (!fileBehind(site, broughtHome(site, new URL(address)))) problems.push(`${file}: ${address} leads nowhere`);
      }
      const mementos = links.filter(([, , rel]) => /\bmemento\b/.test(rel)).map(([, address]) => address);
      assert.deepEqual(mementos, ids.map((id) => `${site.base}${home.slice(1)}versions/${id}/`), file);
    }
    none(problems, "time maps that lead astray");
  }
});

test("the record leads to the evidence of each version, and that to the version and to its files", async () => {
  const site = await sampleSite();
  const problems = [];
  const targets = (page) =>
    page.links.filter(({ tag, isInMain }) => tag === "a" && isInMain).map(({ href }) => fileBehind(site, new URL(href, site.url(page))));
  for (const [home, { ids }] of publicationsOf(site)) {
    const [authority, ...slug] = home.split("/").filter(Boolean);
    const record = targets(pageAt(site, `/${authority}/record/`));
    for (const id of ids) {
      const evidence = pageAt(site, `/${authority}/record/evidence/${slug.join("/")}/${id}/`);
      const version = `${home.slice(1)}versions/${id}/`;
      if (!record.includes(evidence.file)) problems.push(`the record does not lead to ${evidence.address}`);
      if (!evidence.isNoIndex) problems.push(`${evidence.address}: search engines may list it`);
      const found = targets(evidence);
      for (const file of ["index.html", "record.txt", "entry.txt", "record.tlog-proof"]) {
        if (!found.includes(version + file)) problems.push(`${evidence.address} does not lead to ${version}${file}`);
      }
    }
  }
  none(problems, "evidence that is not tied together");
});
