/** Charts: told in words and in a table, drawn so that shapes differ without colours. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { inside } from "./lib/inside.js";
import { partnersSite } from "./lib/partners.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { none } from "./lib/report.js";

for (const [name, opening] of [["the sample", sampleSite], ["partners", partnersSite]]) {
  test(`each chart of ${name} has words of its own, is followed by its table, and brings no style along`, async () => {
    const site = await opening();
    const pages = site.pages.filter(({ html }) => /<figure[^>]*class="?chart/.test(html));
    assert.ok(pages.length > 0, "there are no charts");
    const found = await inside(pages, readCharts);
    none(pages.flatMap(({ address }, at) => found[at].map((problem) => `${address}: ${problem}`)), "charts that not everybody can read");
  });
}

function readCharts(doc) {
  const problems = [];
  for (const figure of doc.querySelectorAll("figure.chart")) {
    const about = figure.querySelector("figcaption, caption")?.textContent.trim() ?? "";
    const say = (what) => problems.push(`“${about.slice(0, 40)}” ${what}`);
    if (!about) say("has no words");
    if (figure.querySelector("[style], style, script, image, foreignObject")) say("brings a style along");
    const drawn = [...figure.querySelectorAll("svg")].filter((svg) => svg.getAttribute("aria-hidden") !== "true");
    // Where each row of a table has its bar, the table tells it all.
    if (drawn.length === 0 && !figure.querySelector("td svg")) say("shows nothing");
    for (const svg of drawn) {
      if (svg.getAttribute("role") !== "img") say("is no picture for screen readers");
      const named = (svg.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => doc.getElementById(id)?.textContent.trim());
      const label = svg.getAttribute("aria-label");
      if (!label && (named.length < 2 || named.some((words) => !words))) say("has no title or no description");
      if (svg.querySelectorAll("[fill]:not([fill=none]):not([fill=currentColor]), [stroke]:not([stroke=none]):not([stroke=currentColor])").length > 0) say("has a colour of its own");
    }
    // A bar of progress stands above the very list that it counts.
    if (figure.classList.contains("progress")) continue;
    const table = figure.querySelector("table");
    if (!table || !(drawn[0].compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING)) say("is not followed by a table");
    else {
      if (!table.querySelector("caption") || !table.querySelector("thead th[scope=col]") || !table.querySelector("tbody th[scope=row]")) say("has a table without a caption or headings");
      const values = [...table.querySelectorAll("td")].map((cell) => cell.textContent.trim());
      if (values.length === 0 || values.some((value) => value === "")) say("has a table with gaps");
    }
    if (!/Source: \S/.test(figure.textContent)) say("does not say where its figures are from");
  }
  return problems;
}

test("a chart keeps its lines and words in forced colours, in the dark and in a narrow window", async () => {
  const site = await partnersSite();
  const problems = [];
  for (const address of ["/newshire/out-of-court/", "/newshire/actions/"]) {
    await withPage(`chart ${address}`, {}, async (page) => {
      for (const [way, size, media] of [
        ["light", WIDE, { colorScheme: "light", forcedColors: "none" }],
        ["dark", WIDE, { colorScheme: "dark", forcedColors: "none" }],
        ["forced colours, dark", WIDE, { colorScheme: "dark", forcedColors: "active" }],
        ["narrow", NARROW, { colorScheme: "light", forcedColors: "active" }],
      ]) {
        await page.setViewportSize(size);
        await page.emulateMedia(media);
        await page.goto(site.url(pageAt(site, address)));
        problems.push(...(await page.evaluate(paleOrSmall)).map((problem) => `${address}, ${way}: ${problem}`));
      }
    });
  }
  none(problems, "charts that cannot be seen");
});

function paleOrSmall() {
  const { contrast, ground } = globalThis.colours;
  const problems = [];
  for (const svg of document.querySelectorAll("figure.chart svg")) {
    const behind = ground(svg.parentElement);
    for (const shape of svg.querySelectorAll("path:not(.grid), text")) {
      const style = getComputedStyle(shape);
      const shown = [style.fill, style.stroke].filter((colour) => colour.startsWith("rgb"));
      const best = Math.max(...shown.map((colour) => contrast(colour, behind)));
      if (!(best >= (shape.localName === "text" ? 4.5 : 3))) problems.push(`a contrast of ${best.toFixed(2)}: ${shape.outerHTML.slice(0, 60)}`);
    }
    const words = svg.querySelector("text")?.getBoundingClientRect();
    if (words && words.height < 11) problems.push(`words of ${words.height.toFixed(1)} px`);
  }
  return problems;
}

test("what changed tells of a chart in words, not of its labels run together", async () => {
  const { mainText } = pageAt(await partnersSite(), "/newshire/out-of-court/changes/2026-10-05/");
  assert.doesNotMatch(mainText, /310 Calls/);
});
