/** What readers come for, found from the home page by following links, without any script. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { withPage, NARROW } from "./lib/browser.js";
import { sampleSite, subSite } from "./lib/site.js";

/** Follows links by their words, and counts the clicks. */
async function journey(name, opening, options, work) {
  const site = await opening();
  await withPage(name, { javaScriptEnabled: false, ...options }, async (page) => {
    let clicks = 0;
    const main = page.getByRole("main");
    const follow = async (words, within = main) => {
      await within.getByRole("link", { name: words }).first().click();
      clicks += 1;
    };
    await page.goto(`${site.origin}${site.prefix}`);
    await work({ page, main, follow, clicks: () => clicks });
    assert.deepEqual(page.trouble, []);
  });
}

test("a care leaver finds an amount within four clicks, on a telephone", async () => {
  await journey("care leaver", sampleSite, { viewport: NARROW }, async ({ main, follow, clicks }) => {
    await follow(/^Exampleshire County Council/);
    await follow(/^Local offer for care leavers$/);
    await follow(/^Money$/);
    const row = main.getByRole("row").filter({ hasText: "Setting up home allowance" });
    assert.match(await row.innerText(), /£\d/);
    const amount = (await row.innerText()).match(/£[\d,]+/)[0];
    assert.ok(await row.isVisible());

    await follow(/^Setting up home allowance$/);
    const text = await main.innerText();
    assert.ok(text.includes(amount), `the page of the allowance does not say ${amount}`);
    assert.match(text, /legal right/i, "it does not say whether the allowance is a right");
    assert.match(text, /how to (ask|claim|get)/i, "it does not say how to ask for it");
    assert.ok(clicks() <= 4, `${clicks()} clicks`);
  });
});

test("a care leaver finds the same by what they need, not by what it is called", async () => {
  await journey("care leaver by need", sampleSite, { viewport: NARROW }, async ({ page, main, follow, clicks }) => {
    await follow(/^Exampleshire County Council/);
    await follow(/^First home$/);
    assert.match(await page.title(), /first home.*what you can get/i);
    await follow(/^Setting up home allowance$/);
    assert.match(await main.innerText(), /£\d/);
    assert.ok(clicks() <= 3, `${clicks()} clicks`);
  });
});

test("an inspector finds who had signed the protocol in July 2026, and what it said", async () => {
  await journey("inspector", sampleSite, {}, async ({ page, main, follow }) => {
    await follow(/^Exampleshire County Council/);
    await follow(/^What was published on a given day$/);
    await follow(/^6 July 2026$/);
    const listed = main.getByRole("listitem").filter({ hasText: "out of the justice system" }).filter({ hasText: "Who had signed" });
    assert.match(await listed.first().innerText(), /signed this version/i);
    await follow(/^Keeping children in care/);

    const before = main.getByRole("region", { name: /old version/i });
    assert.match(await before.innerText(), /replaced on 16 November 2026/);
    const row = (name) => main.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
    assert.match(await row(/^Exampleshire Youth Justice Service$/).innerText(), /Signed version 2026-07-06 on 6 July 2026/);
    assert.match(await row(/^Mockley Care/).innerText(), /Signed version 2026-03-16/);
    assert.match(await row(/^Crown prosecutors/).innerText(), /Invited/);
    assert.match(await main.innerText(), /The youth justice board agreed this version on 30 June 2026/);

    await follow(/^When something happens$/);
    const text = await main.innerText();
    assert.match(text, /Repair it together; no call to the police/);
    assert.doesNotMatch(text, /within a week/, "it shows what was only agreed later");
    assert.match(text, /old version/i, "a further page of the old version does not say that it is old");

    // And from there to what applies now.
    await follow(/what applies now/i, main.getByRole("region", { name: /old version/i }));
    assert.match(await main.innerText(), /Repair it together within a week/);
  });
});

test("an inspector finds the decision behind a version, and the version behind a decision", async () => {
  await journey("inspector of decisions", sampleSite, {}, async ({ page, main, follow }) => {
    await follow(/^Exampleshire County Council/);
    await follow(/^Decisions/);
    await follow(/first review$/);
    assert.match(await main.innerText(), /10 November 2026/);
    await follow(/Keeping children in care.*16 November 2026/);
    assert.match(page.url(), /reducing-criminalisation-protocol\/versions\/2026-11-16\//);
    await follow(/first review$/);
    assert.match(page.url(), /decisions\/2026-11-10/);
  });
});

test("an officer finds what changed in the November version, word by word", async () => {
  await journey("officer", sampleSite, {}, async ({ page, main, follow, clicks }) => {
    await follow(/^Exampleshire County Council/);
    await follow(/^Keeping children in care and care leavers out of the justice system$/);
    await follow(/^See all updates$/);
    await follow(/^What changed in the version of 16 November 2026$/);
    assert.equal(clicks(), 4);
    assert.match(await main.getByRole("heading", { level: 1 }).innerText(), /what changed on 16 November 2026/i);
    const added = await main.locator("ins").allInnerTexts();
    const removed = await main.locator("del").allInnerTexts();
    assert.ok(added.some((words) => words.includes("within a week")), `new words: ${added.join(" | ")}`);
    assert.ok(removed.some((words) => /five/.test(words)) && added.some((words) => /three/.test(words)), "five working days became three");
    assert.match(await main.innerText(), /Mockley Care/, "it does not say which partner has left");
    await follow(/^Version of 16 November 2026$/);
    assert.match(page.url(), /versions\/2026-11-16\//);
  });
});

test("a family finds the easy read and the Welsh page of the kinship offer, also where the site stands in a folder", async () => {
  await journey("family", subSite, {}, async ({ page, main, follow }) => {
    await follow(/^Kinship local offers/);
    await follow(/^Exampleshire/);
    await follow(/^Kinship local offer$/);
    await follow(/easy read/i);
    assert.match(await main.getByRole("heading", { level: 1 }).innerText(), /easy read/i);
    await page.goBack();
    await follow(/Cymraeg/);
    assert.equal(await page.locator("html").getAttribute("lang"), "cy");
    assert.match(await main.innerText(), /wedi dyddio/i, "it does not say that the Welsh page lags behind");
  });
});

test("somebody who has to leave a page at once can do it", async () => {
  await journey("exit", sampleSite, { viewport: NARROW }, async ({ page, follow }) => {
    await follow(/^Exampleshire County Council/);
    await follow(/^When a child goes missing/);
    const exit = page.getByRole("complementary").getByRole("link", { name: /exit this page/i });
    assert.match(await exit.getAttribute("href"), /^https:\/\//);
    assert.match(await exit.getAttribute("rel"), /noreferrer/);
    await page.getByRole("heading", { name: /get help/i }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 4000);
    const box = await exit.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= NARROW.height, "it does not stay in sight");
  });
});
