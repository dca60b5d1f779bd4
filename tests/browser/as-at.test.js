/** What was published on a given day: one step with a script, a list of links without. */

import { test } from "node:test";
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { withPage, NARROW } from "./lib/browser.js";
import { visibleText } from "./lib/in-page.js";
import { dayOf, inside } from "./lib/inside.js";
import { pageAt, sampleSite, subSite } from "./lib/site.js";
import { pagesByType } from "./lib/types.js";
import { none } from "./lib/report.js";

const DAYS = "/exampleshire/as-at/";
const FIRST = "6 October 2025";
/** A day on which something changed, one after it on which nothing did, and what is said of that. */
const LISTED = "2026-07-06";
const BETWEEN = "2026-07-15";
const ASKED = "You asked for 15 July 2026. Nothing changed between 6 July 2026 and then: this is what stood.";
const TODAY = "2026-12-24T12:00:00Z";

const form = (page) => page.getByLabel("Go to a day");
const said = (page) => page.locator("form").getByRole("status");
const arrival = (page) => page.locator("[data-asked]").and(page.getByRole("status"));

async function onPage(name, work, { opening = sampleSite, address = DAYS, today = TODAY, query = "", ...options } = {}) {
  const site = await opening();
  // Of a sort of its own: a page keeps its clock.
  await withPage(name, { timezoneId: "Europe/London", ...options }, async (page) => {
    await page.clock.setFixedTime(today);
    await page.goto(site.url(pageAt(site, address)) + query);
    const at = () => page.url().slice(site.origin.length + site.prefix.length - 1).replace("index.html", "");
    await work({ page, site, at });
    assert.deepEqual(page.trouble, []);
  });
}

async function ask(page, day) {
  await form(page).fill(day);
  await page.getByRole("button", { name: "Show this day" }).click();
}

for (const [where, opening] of [["at the top of a server", sampleSite], ["in a folder of a server", subSite]]) {
  test(`any day leads to the page of the last day on which something changed by then, ${where}`, async () => {
    await onPage(
      "as at, from the list",
      async ({ page, at }) => {
        const cases = [
          [LISTED, `${DAYS}${LISTED}/`, ""],
          [BETWEEN, `${DAYS}${LISTED}/?day=${BETWEEN}`, ASKED],
          ["2026-07-19", `${DAYS}${LISTED}/?day=2026-07-19`, ASKED.replace("15 July", "19 July")],
          ["2025-12-31", `${DAYS}2025-10-06/?day=2025-12-31`, "You asked for 31 December 2025. Nothing changed between 6 October 2025 and then: this is what stood."],
          ["2026-12-24", `${DAYS}2026-11-25/?day=2026-12-24`, "You asked for 24 December 2026. Nothing changed between 25 November 2026 and then: this is what stood."],
        ];
        for (const [day, address, words] of cases) {
          await ask(page, day);
          await page.waitForURL((url) => url.pathname.endsWith("/") ? url.pathname !== DAYS : !url.pathname.endsWith(`${DAYS}index.html`));
          assert.equal(at(), address);
          assert.equal(await arrival(page).innerText(), words);
          assert.equal(await form(page).inputValue(), day);
          await page.goBack();
        }
      },
      { opening },
    );
  });

  test(`a page of a day asks the list for another day, and Back comes back to it in one step, ${where}`, async () => {
    await onPage(
      "as at, from a day",
      async ({ page, at }) => {
        assert.equal(await form(page).inputValue(), "2026-09-18");
        await ask(page, BETWEEN);
        await page.waitForURL(`**/${LISTED}/**`);
        assert.equal(at(), `${DAYS}${LISTED}/?day=${BETWEEN}`);
        assert.equal(await arrival(page).innerText(), ASKED);
        await page.goBack();
        assert.equal(at(), `${DAYS}2026-09-18/`);

        await ask(page, "2025-01-01");
        await page.waitForURL(`**${DAYS}index.html?day=2025-01-01`);
        assert.equal(await said(page).innerText(), `Nothing was published here by 1 January 2025. The first day was ${FIRST}.`);
      },
      { opening, address: `${DAYS}2026-09-18/` },
    );
  });
}

test("a day before the first, one to come, and none at all are told of in the page, which stays", async () => {
  await onPage("as at, nothing then", async ({ page, at }) => {
    for (const [day, words] of [
      ["2025-10-05", `Nothing was published here by 5 October 2025. The first day was ${FIRST}.`],
      ["2026-12-25", "By the clock of this device, 25 December 2026 has not come yet."],
      ["", "Choose a day. If you write it, write it like this: 2026-07-01."],
    ]) {
      await ask(page, day);
      assert.equal(await said(page).innerText(), words);
      assert.equal(at(), DAYS);
    }
    assert.deepEqual(await form(page).evaluate((field) => [field.min, field.max]), ["2025-10-06", "2026-12-24"]);
    assert.equal(await form(page).getAttribute("aria-describedby"), await said(page).getAttribute("id"));
  });
});

test("today is London’s, and what is listed counts as come even where a device’s clock is wrong", async () => {
  await onPage("as at, summer midnight", async ({ page }) => assert.equal(await form(page).getAttribute("max"), "2027-07-02"), {
    today: "2027-07-01T23:30:00Z",
    timezoneId: "America/New_York",
  });
  await onPage("as at, clock of 1970", async ({ page }) => assert.equal(await form(page).getAttribute("max"), "2026-11-25"), { today: 0 });
});

test("a link that names a day which the page does not show, or no day, puts no words on it", async () => {
  for (const day of ["2026-07-05", LISTED, "2026-07-20", "2030-01-01", "2026-13-45", "2026-02-31", "<b>x</b>", ""]) {
    await onPage("as at, made up", async ({ page }) => assert.equal(await page.locator("[data-asked]").textContent(), ""), {
      address: `${DAYS}${LISTED}/`,
      query: `?day=${encodeURIComponent(day)}`,
    });
  }
  for (const day of ["2026-02-31", "<b>x</b>", ""]) {
    await onPage(
      "as at, no day",
      async ({ page }) => assert.equal(await said(page).innerText(), "Choose a day. If you write it, write it like this: 2026-07-01."),
      { query: `?day=${encodeURIComponent(day)}` },
    );
  }
});

test("it works with the keyboard alone", async () => {
  await onPage("as at, keyboard", async ({ page, at }) => {
    const isThere = () => form(page).evaluate((field) => field === document.activeElement);
    for (let step = 0; step < 12 && !(await isThere()); step += 1) await page.keyboard.press("Tab");
    // The same, whether the browser asks for the day or for the month first.
    await page.keyboard.type("08082026");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/2026-07-20/**");
    assert.equal(at(), `${DAYS}2026-07-20/?day=2026-08-08`);
  });
});

test("where a browser has no field for days, a day can be written", async () => {
  await onPage("as at, old browser", async ({ page, at }) => {
    await form(page).evaluate((field) => (field.type = "text"));
    await ask(page, "15/07/2026");
    assert.match(await said(page).innerText(), /^Choose a day/);
    await ask(page, BETWEEN);
    await page.waitForURL(`**/${LISTED}/**`);
    assert.equal(at(), `${DAYS}${LISTED}/?day=${BETWEEN}`);
  });
});

test("it works in pages that are opened from a folder", async () => {
  const site = await sampleSite();
  const top = pathToFileURL(path.join(site.folder, "exampleshire/as-at/")).href;
  await withPage("as at, folder", { timezoneId: "Europe/London" }, async (page) => {
    await page.clock.setFixedTime(TODAY);
    await page.goto(`${top}index.html`);
    await ask(page, BETWEEN);
    await page.waitForURL(`**/${LISTED}/**`);
    assert.equal(await arrival(page).innerText(), ASKED);
    await ask(page, "2026-11-30");
    await page.waitForURL("**/2026-11-25/**");
    assert.equal(page.url(), `${top}2026-11-25/index.html?day=2026-11-30`);
  });
});

test("without a script there is no form, and every day is reached by links", async () => {
  await onPage(
    "as at, no script",
    async ({ page, at }) => {
      assert.equal(await page.locator("form").isVisible(), false);
      assert.doesNotMatch(await page.evaluate(visibleText), /go to a day|show this day/i);
      await page.getByRole("navigation", { name: "Years" }).getByRole("link", { name: "2025" }).click();
      await page.getByRole("link", { name: FIRST }).click();
      assert.equal(at(), `${DAYS}2025-10-06/`);
      assert.equal(await page.locator("form").isVisible(), false);
    },
    { javaScriptEnabled: false, viewport: NARROW },
  );
});

test("the days of every council stand under their year, in long years under their month, newest first", async () => {
  const site = await sampleSite();
  const lists = pagesByType(site).get("as at");
  const found = await inside(lists, (doc) =>
    [...doc.querySelectorAll("main section:has([data-days])")].map((section) => ({
      year: section.querySelector("h2").textContent,
      lists: [...section.querySelectorAll("[data-days]")].map((list) => ({
        month: list.previousElementSibling.localName === "h3" ? list.previousElementSibling.textContent : "",
        days: [...list.querySelectorAll(":scope > li > p > a")].map((link) => [link.textContent, link.getAttribute("href")]),
      })),
    })),
  );
  const problems = [];
  let months = 0;
  found.forEach((years, at) => {
    const say = (what) => problems.push(`${lists[at].address}: ${what}`);
    const all = [];
    for (const { year, lists } of years) {
      const count = lists.reduce((sum, { days }) => sum + days.length, 0);
      if (count > 12 !== lists.every(({ month }) => month !== "")) say(`${year} has ${count} days and the months ${lists.map(({ month }) => month)}`);
      for (const { month, days } of lists) {
        months += month ? 1 : 0;
        for (const [words, href] of days) {
          if (!words.endsWith(month || year)) say(`${words} stands under ${month || year}`);
          if (href !== `${dayOf(words)}/index.html`) say(`${words} leads to ${href}`);
          all.push(dayOf(words));
        }
      }
    }
    if (all.join() !== [...new Set(all)].sort().reverse().join()) say("the days are not in order");
    const pages = site.pages.filter(({ address }) => address.startsWith(lists[at].address) && address !== lists[at].address);
    if (pages.length !== all.length) say(`lists ${all.length} of ${pages.length} days`);
  });
  none(problems, "days out of place");
  assert.ok(months > 3, "no year is long");
});

test("the form is not printed, and what was asked for is", async () => {
  await onPage(
    "as at, print",
    async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      const words = await page.evaluate(visibleText);
      assert.doesNotMatch(words, /go to a day|show this day/i);
      assert.ok(words.includes(ASKED));
    },
    { address: `${DAYS}${LISTED}/`, query: `?day=${BETWEEN}` },
  );
});
