/** Tables stay tables for screen readers, however they are drawn. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { withPage, NARROW, WIDE } from "./lib/browser.js";
import { nastySite } from "./lib/nasty.js";
import { none } from "./lib/report.js";
import { pageAt, sampleSite } from "./lib/site.js";

/** Pages with tables whose rows become blocks in a narrow window. */
const PAGES = [
  [sampleSite, "/exampleshire/coverage/"],
  [sampleSite, "/kinds/kinship-local-offer/"],
  [nastySite, "/everythingshire/protocol/"],
  [nastySite, "/everythingshire/coverage/"],
];

const ROLES = ["table", "caption", "row", "columnheader", "rowheader", "cell"];

for (const [opening, address] of PAGES) {
  test(`tables on ${address} are the same to a screen reader in a narrow window, where nothing scrolls`, async () => {
    const site = await opening();
    await withPage(`tables ${address}`, {}, async (page) => {
      await page.goto(site.url(pageAt(site, address)));
      const wide = await parts(page);
      assert.ok(wide.table > 0 && wide.rowheader > 0);
      assert.equal(wide.columnheader + wide.rowheader + wide.cell, await page.locator("th, td").count());
      await page.setViewportSize(NARROW);
      const { names, ...counts } = await parts(page);
      assert.deepEqual({ names, ...counts }, wide);
      none(await page.evaluate(unlike), "cells that are not drawn as they have to be");
      await page.setViewportSize(WIDE);
    });
  });
}

/** How many of each part of a table the browser tells to screen readers, and how tables are called. */
async function parts(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const told = nodes.filter(({ ignored }) => !ignored);
  const having = (role) => told.filter((node) => node.role?.value === role);
  return { ...Object.fromEntries(ROLES.map((role) => [role, having(role).length])), names: having("table").map((node) => node.name?.value) };
}

/** Runs in the browser: of tables whose rows are blocks, cells without the name of their column, and those beside another. */
function unlike() {
  const problems = [];
  for (const table of document.querySelectorAll("table.stack")) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    for (const cell of table.querySelectorAll("tbody td")) {
      const name = `${heads[cell.cellIndex]} of “${cell.parentElement.cells[0].textContent.trim().slice(0, 40)}”`;
      if (cell.dataset.label !== heads[cell.cellIndex]) problems.push(`${name}: is called ${cell.dataset.label}`);
      const before = cell.previousElementSibling.getBoundingClientRect();
      const box = cell.getBoundingClientRect();
      if (box.height > 0 && before.height > 0 && box.top < before.bottom - 1) problems.push(`${name}: stands beside the cell before it`);
      if (!getComputedStyle(cell, "::before").content.includes(cell.dataset.label) && cell.childNodes.length > 0) problems.push(`${name}: does not say so`);
    }
  }
  return problems;
}
