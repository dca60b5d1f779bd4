/** Every page against the standard of HTML, by the checker that the W3C runs too. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nastyDraftSite, nastySite } from "./lib/nasty.js";
import { chosenNotices, noticesSite } from "./lib/notices.js";
import { checkHtml } from "./lib/nu-html.js";
import { partnersSite } from "./lib/partners.js";
import { newFolder } from "./lib/program.js";
import { none } from "./lib/report.js";
import { sampleSite } from "./lib/site.js";
import { draftSite, workshopSite } from "./lib/workshop.js";

/**
 * What the checker says and is wrong about here, to the letter. Safari does not tell of a list whose
 * marks are taken away, unless its role is written down; the checker knows the standard only.
 */
const FALSE_ALARMS = [
  /^The “list” role is unnecessary for element “[ou]l”\.$/,
];

test("the checker of HTML finds no error and has no warning on any page", async (t) => {
  const whole = await Promise.all([sampleSite, nastySite, nastyDraftSite, workshopSite, draftSite, partnersSite].map((opening) => opening()));
  const notices = await noticesSite();
  const differing = chosenNotices(notices).map(({ page }) => path.join(notices.folder, page.file));
  const found = await checkHtml([...whole.map(({ folder }) => folder), ...differing]);
  const isFalse = ({ sort, message }) => sort === "warning" && FALSE_ALARMS.some((alarm) => alarm.test(message));
  const unused = FALSE_ALARMS.filter((alarm) => !found.some(({ message }) => alarm.test(message)));
  t.diagnostic(`${whole.reduce((sum, { pages }) => sum + pages.length, differing.length)} pages; false alarms: ${found.filter(isFalse).length}`);
  none(unused.map(String), "false alarms that the checker does not give any more");
  none(
    found.filter((one) => !isFalse(one)).map(({ sort, message, file, at, extract }) => `${file}, ${at}: ${sort}: ${message} ${extract}`),
    "what the checker of HTML says",
  );
});

test("the checker of HTML notices what it is there to notice", async () => {
  const folder = path.join(newFolder("faulty"), "site");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "index.html"), '<!doctype html><html lang=en><title>Faulty</title><section><p id=a>A<p id=a>B</section><table><tr><td><font>C</font></table>');
  const found = await checkHtml([folder]);
  const said = found.map(({ message }) => message).join("\n");
  assert.match(said, /Duplicate ID/);
  assert.match(said, /Section lacks heading/);
  assert.match(said, /“font” element is obsolete/);
});
