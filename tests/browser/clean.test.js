/** Every page is drawn once: nothing fails, nothing is blocked, nothing is asked of another site. */

import { test } from "node:test";
import { withPage, NARROW } from "./lib/browser.js";
import { overflow } from "./lib/in-page.js";
import { fileBehind, sampleSite, subSite } from "./lib/site.js";
import { nastySite } from "./lib/nasty.js";
import { chosenNotices, noticesSite } from "./lib/notices.js";
import { partnersSite } from "./lib/partners.js";
import { isVersionType, pagesByType } from "./lib/types.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

const SITES = [["the sample", sampleSite], ["the hard cases", workshopSite], ["drafts", draftSite], ["notices", noticesSite], ["partners", partnersSite], ["what is hard to lay out", nastySite]];

/**
 * The scripts that there are. That of days is no module: modules do not run in pages that are opened
 * from a folder, and an officer may open them so.
 */
const PAGE = { file: /^static\/page\.[0-9a-f]+\.js$/, isModule: true };
const SEARCH = { file: /^static\/search\.[0-9a-f]+\.js$/, isModule: true };
const AS_AT = { file: /^static\/as-at\.[0-9a-f]+\.js$/, isModule: false };

for (const [name, opening] of SITES) {
  // Of the sample with notices, only what differs from the sample.
  test(`every page of ${name} loads without trouble under default-src 'self', and fits a narrow window`, async () => {
    const site = await opening();
    const problems = [];
    const queue = opening === noticesSite ? chosenNotices(site).map(({ page }) => page) : [...site.pages];
    const visitor = () =>
      withPage(`visit ${name}`, { viewport: NARROW }, async (page) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const response = await page.goto(site.url(next));
          if (response.status() !== 200) problems.push(`${next.address}: status ${response.status()}`);
          if (!(await page.evaluate(isStyled))) problems.push(`${next.address}: its stylesheet is not used`);
          problems.push(...(await page.evaluate(overflow)).map((problem) => `${next.address}: ${problem}`));
        }
        problems.push(...page.trouble);
      });
    await Promise.all([visitor(), visitor()]);
    none(problems, "trouble");
  });

  test(`no page of ${name} holds a script but those for what it has: a check, a search, a way to leave, days to go to`, async () => {
    const site = await opening();
    const problems = [];
    for (const [type, pages] of pagesByType(site)) {
      for (const page of pages) problems.push(...scriptProblems(site, type, page).map((problem) => `${page.address}: ${problem}`));
    }
    none(problems, "scripts that do not belong there");
  });

  test(`no page of ${name} holds an inline style or anything else that a strict policy forbids`, async () => {
    const site = await opening();
    const problems = site.pages.flatMap((page) => [
      ...page.inlineStyles.map((what) => `${page.address}: inline style: ${what}`),
      ...page.handlers.map((what) => `${page.address}: event handler: ${what}`),
      ...page.embedded.map((what) => `${page.address}: has ${what}`),
      ...page.links
        .filter(({ href }) => /^\s*(javascript|data|vbscript):/i.test(href))
        .map(({ href }) => `${page.address}: a link that is no address: ${href}`),
    ]);
    none(problems, "what does not belong on a page");
  });
}

test("a page that is not there says so, with its style, however deep its address", async () => {
  for (const opening of [sampleSite, subSite]) {
    const site = await opening();
    await withPage("not found", {}, async (page) => {
      const problems = [];
      const response = await page.goto(`${site.origin}${site.prefix}no/such/page/`);
      if (response.status() !== 404) problems.push(`status ${response.status()}`);
      if (!(await page.evaluate(isStyled))) problems.push("its stylesheet is not used");
      if (!/not found/i.test(await page.title())) problems.push("its title does not say that nothing was found");
      await page.getByRole("main").getByRole("link").first().click();
      await page.waitForLoadState();
      if (page.url() !== `${site.origin}${site.prefix}`) problems.push(`its link goes to ${page.url()}`);
      none([...problems, ...page.trouble], `problems of 404.html under ${site.prefix}`);
    });
  }
});

function scriptProblems(site, type, page) {
  if (page.hasCheck && !isVersionType(type)) return ["can be checked, and is no page of a version"];
  if (page.hasDays && !/^as at/.test(type)) return ["has days to go to, and is no page of days"];
  const wanted = [...(page.hasCheck || page.hasExit ? [PAGE] : []), ...(page.hasDays ? [AS_AT] : []), ...(type === "search" ? [SEARCH] : [])];
  if (page.scripts.length !== wanted.length) return [`has ${page.scripts.length} scripts, not ${wanted.length}`];
  return page.scripts.flatMap(({ tag, type: sort, src, text }, at) => {
    const { file, isModule } = wanted[at];
    if (tag !== "script" || text !== "") return ["has a script that is not in a file of its own"];
    if ((sort === "module") !== isModule) return [`has a script of type “${sort}” from ${src}`];
    return file.test(fileBehind(site, new URL(src, site.url(page))) ?? "") ? [] : [`has a script from ${src}`];
  });
}

function isStyled() {
  return document.styleSheets.length > 0 && [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0);
}
