/** What comes out of a printer, and what a reader saves as a file. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { withPage } from "./lib/browser.js";
import { focusables, visibleText } from "./lib/in-page.js";
import { chosenPages, pagesByType } from "./lib/types.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { nastySite } from "./lib/nasty.js";
import { chosenNotices, noticesSite } from "./lib/notices.js";
import { partnersSite } from "./lib/partners.js";
import { workshopSite } from "./lib/workshop.js";
import { none, squeeze } from "./lib/report.js";

const OFFER = "/exampleshire/kinship-local-offer/";

/** Headings of the separate pages that need not be on paper. */
const CONTROLS = /^(pages|on this page|the same for other readers|get help)$/i;

test("the whole kinship offer is printed with its address, version and date", async () => {
  const site = await sampleSite();
  await withPage("print words", {}, async (page) => {
    await page.goto(site.url(pageAt(site, `${OFFER}print/`)));
    const onScreen = await page.evaluate(visibleText);
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate(visibleText);
    assert.ok(printed.includes(`${site.base}${OFFER.slice(1)}print/`), "the address is not printed");
    assert.match(printed, /version of 25 November 2026/i);
    assert.doesNotMatch(onScreen, /printed from/i);
    assert.doesNotMatch(printed, /skip to main content|see all updates/i, "controls of the screen are printed");

    const pages = pagesByType(site).get("further page").filter(({ address }) => address.startsWith(OFFER));
    assert.ok(pages.length > 5);
    for (const { headings } of pages) {
      for (const { text } of headings.filter(({ text }) => !CONTROLS.test(text))) {
        assert.ok(printed.includes(text), `“${text}” is not printed`);
      }
    }
  });
});

/** What is saved as a file, and what has to stand in it beside its address. */
const SAVED = [
  [sampleSite, `${OFFER}print/`, "version of 25 November 2026"],
  [sampleSite, "/exampleshire/care-leaver-local-offer/versions/2026-05-18/money/", "version of 18 May 2026"],
  [sampleSite, "/exampleshire/coverage/"],
  [nastySite, "/everythingshire/offer/print/", "version of 1 June 2026"],
  [nastySite, "/everythingshire/offer/ar/", "version of 1 June 2026"],
  [nastySite, "/everythingshire/protocol/", "version of 2 June 2026"],
];

for (const [opening, address, version] of SAVED) {
  test(`${address} saved as a PDF has tags, a language, an outline and its words`, async (t) => {
    const site = await opening();
    await withPage(`print file ${address}`, {}, async (page) => {
      await page.goto(site.url(pageAt(site, address)));
      const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
      const inside = pdf.toString("latin1");
      assert.ok(inside.startsWith("%PDF-"));
      assert.match(inside, /\/StructTreeRoot/, "it has no tags");
      assert.match(inside, /\/MarkInfo\s*<<[^>]*\/Marked\s+true/, "it is not marked as tagged");
      assert.match(inside, /\/Lang\s*\(en/, "it has no language");
      assert.match(inside, /\/Outlines/, "it has no outline");
      const words = spawnSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
      if (words.error) {
        t.diagnostic("pdftotext is not installed: the words of the PDF were not read");
        return;
      }
      // Where a line ends with a hyphen, pdftotext takes it for one that the line has put there.
      const plain = (text) => squeeze(text).replaceAll("-", "").toLowerCase();
      const foot = `Printed from ${site.base}${address.slice(1)}${version ? ` (${version})` : ""}`;
      assert.ok(plain(words.stdout).includes(plain(foot)), `“${foot}” is not in the PDF`);
    });
  });
}

for (const [name, opening, choose] of [["the sample", sampleSite, chosenPages], ["the hard cases", workshopSite, chosenPages], ["notices", noticesSite, chosenNotices], ["partners", partnersSite, chosenPages], ["what is hard to lay out", nastySite, chosenPages]]) {
  test(`every type of page of ${name} can be printed: with its address, nothing cut off, dark on white`, () => onPaper(opening, choose));
}

async function onPaper(opening, choose) {
  const site = await opening();
  const problems = [];
  // A sheet of A4 without its margins.
  await withPage("print all", { viewport: { width: 665, height: 980 }, colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const { page: chosen } of choose(site)) {
      await page.goto(site.url(chosen));
      const printed = await page.evaluate(visibleText);
      if (!printed.includes(site.base + chosen.address.slice(1))) problems.push(`${chosen.address}: its address is not printed`);
      if (/exit this page|skip to main content|check this page/i.test(printed)) problems.push(`${chosen.address}: controls of the screen are printed`);
      problems.push(...(await page.evaluate(wrongOnPaper)).map((problem) => `${chosen.address}: ${problem}`));
      if ((await page.evaluate(focusables)).length === 0 && chosen.address !== "/404.html") problems.push(`${chosen.address}: all links are gone`);
    }
    none(problems, "what goes wrong on paper");
  });
}

function wrongOnPaper() {
  const problems = [];
  const width = document.documentElement.clientWidth;
  const name = (element) => `${element.localName} “${element.textContent.replace(/\s+/g, " ").trim().slice(0, 50)}”`;
  const light = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return alpha === 0 ? null : (red * 0.2126 + green * 0.7152 + blue * 0.0722) / 255;
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || element.closest(".visually-hidden")) continue;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const sticksOut = ({ left, right }) => right > width + 1 || left < -1;
    if (box.width > 0 && sticksOut(box) && !sticksOut(element.parentElement.getBoundingClientRect())) problems.push(`cut off: ${name(element)}`);
    const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (hasWords && light(style.color) > 0.35) problems.push(`too light on paper: ${name(element)}`);
    const ground = light(style.backgroundColor);
    if (ground !== null && ground < 0.8) problems.push(`dark ground on paper: ${name(element)}`);
    if (["auto", "scroll", "hidden"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1) problems.push(`hidden on paper: ${name(element)}`);
  }
  for (const details of document.querySelectorAll("details")) {
    if (!details.checkVisibility()) continue;
    const last = details.lastElementChild;
    if (last && last.localName !== "summary" && last.getBoundingClientRect().height === 0) problems.push(`stays closed on paper: ${name(details)}`);
  }
  return problems;
}
