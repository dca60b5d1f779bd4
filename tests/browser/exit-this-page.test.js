/**
 * “Exit this page”: a plain link that works without a script, and with one hides the page at once. No
 * test goes to the page that it leads to; a stand-in answers for it.
 */

import { test } from "node:test";
import assert from "node:assert/strict";
import { withPage, NARROW } from "./lib/browser.js";
import { paleWords, visibleText } from "./lib/in-page.js";
import { inside } from "./lib/inside.js";
import { fileBehind, pageAt, sampleSite, subSite } from "./lib/site.js";
import { draftSite, workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

const CARRIER = "/exampleshire/kinship-local-offer/family-time/";
const ABOVE = "/exampleshire/kinship-local-offer/";
/** Long, and with tables. */
const LONG = ["/exampleshire/missing-from-care/", "/exampleshire/safeguarding-arrangements/levels-of-need/"];

const SCRIPT = /^static\/page\.[0-9a-f]+\.js$/;
const EXIT = "https://www.bbc.co.uk/weather";
const TWO_MORE = "Shift, press two more times to exit.";
const ONE_MORE = "Shift, press one more time to exit.";

const link = (page) => page.getByRole("complementary").getByRole("link", { name: "Emergency: Exit this page" });
const hasLeft = (page) => page.waitForURL(EXIT);

/**
 * Opens a page that carries the link. `asked` holds what was asked of the page it leads to. Where that
 * one has no content, the browser stays, so that a test can look at what it left.
 */
async function onPage(name, work, { opening = sampleSite, address = CARRIER, stays = false, ...options } = {}) {
  const site = await opening();
  await withPage(name, options, async (page) => {
    const asked = [];
    const body = "<!doctype html><title>Weather</title><p>Fine</p>";
    await page.route(/^https:/, async (route) => {
      asked.push(route.request());
      await route.fulfill(stays ? { status: 204 } : { contentType: "text/html", body });
    });
    await page.goto(site.url(pageAt(site, ABOVE)));
    await page.goto(site.url(pageAt(site, address)));
    await work({ page, site, asked });
    assert.deepEqual(page.trouble.filter((what) => !stays || !what.includes(`could not load ${EXIT}`)), []);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
}

/** Keeps all that the status says, in order. */
async function listen(page) {
  await page.evaluate(() => {
    const status = document.querySelector("[role=status][data-exit-status]");
    globalThis.told = [];
    new MutationObserver(() => globalThis.told.push(status.textContent)).observe(status, { childList: true });
  });
  return () => page.evaluate(() => globalThis.told);
}

for (const [name, opening] of [["the sample", sampleSite], ["the sample in a folder", subSite], ["the hard cases", workshopSite], ["drafts", draftSite]]) {
  test(`pages of ${name} that carry it have all of it, and others have nothing of it`, async () => {
    const site = await opening();
    const found = await inside(site.pages, (doc) => ({
      links: [...doc.querySelectorAll("a[data-exit]")].map((one) => ({
        href: one.getAttribute("href"),
        rel: one.rel,
        words: one.textContent,
        role: one.closest("header, aside")?.localName,
      })),
      note: doc.querySelectorAll("header > details.exit-note:not([open])").length,
      status: doc.querySelectorAll("aside.exit > [role=status]:empty").length,
      keysAreHidden: doc.querySelector("[data-exit-keys]")?.hidden ?? false,
      scripts: [...doc.querySelectorAll("script")].map((one) => ({ type: one.type, src: one.getAttribute("src") })),
      referrer: doc.querySelector("meta[name=referrer]")?.content ?? "",
      second: doc.querySelectorAll("a[href], button, input, summary")[1]?.hasAttribute("data-exit") ?? false,
      other: [...doc.querySelectorAll("a")].filter((one) => /exit this page|gadael y dudalen/i.test(one.textContent)).length,
      // The script checks pages as well.
      checks: doc.querySelector("[data-check-record]") !== null,
      language: doc.documentElement.lang,
    }));
    const problems = [];
    let carriers = 0;
    found.forEach((page, at) => {
      const say = (what) => problems.push(`${site.pages[at].address}: ${what}`);
      const scripts = page.scripts.filter(({ src }) => SCRIPT.test(fileBehind(site, new URL(src, site.url(site.pages[at]))) ?? ""));
      if (page.links.length === 0) {
        if ((page.checks ? 0 : scripts.length) + page.note + page.status + page.other > 0 || page.referrer) say("has a part of it");
        return;
      }
      carriers += 1;
      const all = [EXIT, "nofollow noreferrer", page.language === "cy" ? "Argyfwng: Gadael y dudalen hon" : "Emergency: Exit this page"];
      const links = page.links.map(({ href, rel, words }) => [href, rel, words]);
      if (JSON.stringify(links) !== JSON.stringify([all, all])) say(`has the links ${JSON.stringify(links)}`);
      if (page.links.map(({ role }) => role).join() !== "header,aside") say("its links stand elsewhere");
      if (!page.second) say("no link to it follows the skip link");
      if (scripts.length !== 1 || scripts[0].type !== "module") say(`has ${scripts.length} scripts for it`);
      if (page.note !== 1 || page.status !== 1 || !page.keysAreHidden) say("has not all of it");
      if (page.referrer !== "no-referrer") say("says where a reader came from");
    });
    none(problems, "pages with something else");
    if (opening === sampleSite) assert.ok(carriers > 10, `only ${carriers} pages carry it`);
  });
}

test("pages of a kind that does not ask for it carry it only where they say so themselves", async () => {
  const site = await sampleSite();
  const [carries, not] = [CARRIER, ABOVE].map((address) => pageAt(site, address).links.some(({ href }) => href === EXIT));
  assert.deepEqual([carries, not], [true, false]);
});

test("without a script it is a plain link, nothing speaks of keys, and Back comes back", async () => {
  await onPage(
    "exit without script",
    async ({ page, asked }) => {
      const back = page.url();
      await page.getByText("Staying safe online").click();
      const note = await page.locator("details.exit-note").innerText();
      assert.match(note, /It cannot hide that you were here/);
      assert.match(note, /call 999/);
      assert.doesNotMatch(note, /Shift/);
      await link(page).click();
      await hasLeft(page);
      assert.equal(asked.length, 1);
      assert.equal((await asked[0].allHeaders()).referer, undefined);
      await page.goBack();
      assert.equal(page.url(), back);
    },
    { javaScriptEnabled: false },
  );
});

test("nothing is asked of another site before somebody leaves", async () => {
  await onPage("exit asks nothing", async ({ page, asked }) => {
    await page.waitForLoadState("networkidle");
    await link(page).hover();
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    assert.deepEqual(asked, []);
  });
});

test("a click hides the page at once, and nothing says where one was", async () => {
  await onPage(
    "exit by a click",
    async ({ page }) => {
      const before = await page.title();
      const atOnce = await page.evaluate(() => {
        document.querySelector(".leave").click();
        const shown = [...document.body.children].filter((one) => one.checkVisibility());
        return { title: document.title, shown: shown.map((one) => [one.getAttribute("role"), one.textContent]) };
      });
      assert.deepEqual(atOnce, { title: "Loading", shown: [["alert", "Loading"]] });
      assert.notEqual(before, "Loading");
      assert.equal(await page.evaluate(visibleText), "Loading");
      const isCovered = await page.evaluate(() => {
        const cover = document.querySelector(".exit-cover");
        const { width, height, top, left } = cover.getBoundingClientRect();
        return [width, height, top, left].join() === [innerWidth, innerHeight, 0, 0].join() && /^rgb\(/.test(getComputedStyle(cover).backgroundColor);
      });
      assert.ok(isCovered, "the page is not covered");
    },
    { stays: true },
  );
});

for (const [where, opening] of [["at the top of a server", sampleSite], ["in a folder of a server", subSite]]) {
  test(`with a script, Back does not come back, and the other page is not told where one was, ${where}`, async () => {
    await onPage(
      "exit and back",
      async ({ page, site, asked }) => {
        await link(page).click();
        await hasLeft(page);
        assert.equal(await page.title(), "Weather");
        assert.equal(asked.length, 1);
        assert.equal((await asked[0].allHeaders()).referer, undefined);
        await page.goBack();
        assert.equal(page.url(), site.url(pageAt(site, ABOVE)));
      },
      { opening },
    );
  });
}

test("the link after the skip link is seen when it has focus, and leaves as well", async () => {
  await onPage(
    "exit by the first link",
    async ({ page }) => {
      const first = page.getByRole("banner").getByRole("link", { name: "Emergency: Exit this page" });
      const isSeen = () => first.evaluate((one) => getComputedStyle(one).clipPath === "none" && one.getBoundingClientRect().width > 40);
      assert.equal(await isSeen(), false);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.ok(await first.evaluate((one) => one === document.activeElement), "it is not the second stop");
      assert.ok(await isSeen(), "it cannot be seen");
      await page.keyboard.press("Enter");
      await hasLeft(page);
    },
    { viewport: NARROW },
  );
});

test("from the start of the main part, it is one stop back", async () => {
  await onPage("exit from main", async ({ page }) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    assert.ok(await link(page).evaluate((one) => one === document.activeElement));
  });
});

test("Shift three times leaves, and a screen reader is told how many times are left", async () => {
  await onPage("exit by keys", async ({ page }) => {
    const told = await listen(page);
    await page.keyboard.press("Shift");
    assert.equal(await page.locator("[data-exit-status]").and(page.getByRole("status")).innerText(), TWO_MORE);
    await page.keyboard.press("Shift");
    assert.deepEqual(await told(), [TWO_MORE, ONE_MORE]);
    await page.keyboard.press("Shift");
    await hasLeft(page);
    assert.equal(await page.title(), "Weather");
  });
  const stays = async ({ page }) => {
    for (let time = 0; time < 3; time += 1) await page.keyboard.press("Shift");
    assert.equal(await page.evaluate(visibleText), "Loading");
    assert.deepEqual(await page.evaluate(alerts), ["Loading"]);
  };
  await onPage("exit by keys, hidden", stays, { stays: true });
});

test("the keys are told of where there is a script", async () => {
  await onPage("exit tells of keys", async ({ page }) => {
    await page.getByText("Staying safe online").click();
    assert.match(await page.locator("details.exit-note").innerText(), /Pressing the Shift key three times does the same/);
  });
});

test("Shift used with something else, held down, or pressed between other keys does not count", async () => {
  await onPage("exit other keys", async ({ page, asked }) => {
    const told = await listen(page);
    const thrice = async (keys) => {
      for (let time = 0; time < 4; time += 1) await page.keyboard.press(keys);
    };
    for (const keys of ["Shift+A", "Shift+Tab", "Control+Shift", "Alt+Shift", "Shift+ArrowDown", "Escape", "Control", "a"]) await thrice(keys);
    for (let time = 0; time < 4; time += 1) {
      await page.keyboard.down("Shift");
      await page.getByRole("heading", { level: 1 }).click();
      await page.keyboard.up("Shift");
    }
    assert.deepEqual(await told(), []);

    // Held down, the key repeats itself; let go, it was pressed once.
    for (let time = 0; time < 6; time += 1) await page.keyboard.down("Shift");
    assert.deepEqual(await told(), []);
    await page.keyboard.up("Shift");
    assert.deepEqual(await told(), [TWO_MORE]);

    await page.keyboard.press("Shift");
    await page.keyboard.press("a");
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await page.keyboard.press("Escape");
    assert.deepEqual(await told(), [TWO_MORE, ONE_MORE, "", TWO_MORE, ONE_MORE, ""]);
    assert.deepEqual(asked, []);
    assert.notEqual(await page.title(), "Loading");
  });
});

test("Shift counts for five seconds from its first press", async () => {
  const install = async (page) => {
    await page.clock.install({ time: "2026-12-01T10:00:00Z" });
    await page.reload();
    await page.clock.pauseAt("2026-12-01T11:00:00Z");
    return listen(page);
  };
  const work = async ({ page, asked }) => {
    const told = await install(page);
    await page.keyboard.press("Shift");
    await page.clock.runFor(3000);
    await page.keyboard.press("Shift");
    await page.clock.runFor(1999);
    assert.deepEqual(await told(), [TWO_MORE, ONE_MORE]);
    await page.clock.runFor(2);
    assert.deepEqual(await told(), [TWO_MORE, ONE_MORE, ""]);
    await page.keyboard.press("Shift");
    assert.deepEqual(await told(), [TWO_MORE, ONE_MORE, "", TWO_MORE]);
    await page.clock.runFor(4999);
    assert.deepEqual(asked, []);
    await page.keyboard.press("Shift");
    await page.keyboard.press("Shift");
    await hasLeft(page);
  };
  // Of a sort of its own: a page keeps its clock.
  await onPage("exit in time", work, { timezoneId: "Europe/London" });
});

test("a page that the browser brings back is as it was", async () => {
  await onPage(
    "exit undone",
    async ({ page, asked }) => {
      const [title, words] = [await page.title(), await page.evaluate(visibleText)];
      const show = (persisted) => page.evaluate((persisted) => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted })), persisted);
      await link(page).click();
      await show(false);
      assert.equal(await page.evaluate(visibleText), "Loading");
      await show(true);
      assert.equal(await page.title(), title);
      assert.equal(await page.evaluate(visibleText), words);
      assert.deepEqual(await page.evaluate(alerts), []);
      await link(page).click();
      assert.equal(await page.evaluate(visibleText), "Loading", "it does not work a second time");
      assert.equal(asked.length, 2);
    },
    { stays: true },
  );
});

test("what has focus never lies under it in a narrow window, forwards and backwards", async () => {
  const site = await sampleSite();
  const problems = [];
  for (const address of [CARRIER, ...LONG]) {
    await onPage(
      `exit covers nothing ${address}`,
      async ({ page, asked }) => {
        const stops = await page.evaluate(() => document.querySelectorAll("a[href], button, input, summary, [tabindex='0']").length);
        assert.ok(stops > 20, `${site.url(pageAt(site, address))} is not long`);
        for (const key of ["Tab", "Shift+Tab"]) {
          if (key === "Shift+Tab") await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          for (let step = 0; step < stops; step += 1) {
            await page.keyboard.press(key);
            const hidden = await page.evaluate(hiddenByLink);
            if (hidden) problems.push(`${address}, ${key}: ${hidden}`);
          }
        }
        assert.deepEqual(asked, [], "going backwards leaves the page");
      },
      { address, viewport: NARROW },
    );
  }
  none(problems, "covered while it has focus");
});

test("what a link within the page leads to does not lie under it", async () => {
  await onPage(
    "exit covers no target",
    async ({ page }) => {
      await page.getByRole("link", { name: "If you do not feel safe" }).click();
      const [target, bar] = await page.evaluate(() => [document.querySelector(":target"), document.querySelector(".leave")].map((one) => one.getBoundingClientRect().toJSON()));
      assert.equal(bar.top, 0, "it does not stay in sight");
      assert.ok(target.top >= bar.bottom, "it covers the heading");
    },
    { viewport: NARROW },
  );
});

test("nothing of it is printed", async () => {
  for (const address of [CARRIER, "/exampleshire/missing-from-care/print/"]) {
    await onPage(
      "exit in print",
      async ({ page }) => {
        await page.getByText("Staying safe online").click();
        await page.keyboard.press("Shift");
        await page.emulateMedia({ media: "print" });
        assert.doesNotMatch(await page.evaluate(visibleText), /exit this page|staying safe|shift|childline, free/i);
      },
      { address },
    );
  }
});

test("it is seen where a reader’s own colours are forced on it", async () => {
  await onPage(
    "exit in forced colours",
    async ({ page }) => {
      await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
      await page.keyboard.press("Shift");
      assert.deepEqual(await page.evaluate(paleWords), []);
      const border = await link(page).evaluate((one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopStyle]);
      assert.deepEqual(border, ["2px", "solid"]);
      await link(page).click();
      assert.match(await page.evaluate(() => getComputedStyle(document.querySelector(".exit-cover")).backgroundColor), /^rgb\(/);
      assert.equal(await page.evaluate(visibleText), "Loading");
      assert.deepEqual(await page.evaluate(paleWords), []);
    },
    { stays: true },
  );
});

function alerts() {
  return [...document.querySelectorAll("[role=alert]")].map(({ textContent }) => textContent);
}

/**
 * What has focus and lies under the link, even in part; nothing, if it is all in sight. What is as high
 * as the window is hidden in part wherever it stands.
 */
function hiddenByLink() {
  const element = document.activeElement;
  const link = document.querySelector(".leave");
  if (element === document.body || element === link) return null;
  const bar = link.getBoundingClientRect();
  for (const box of element.getClientRects()) {
    const [left, right] = [Math.max(box.left, bar.left), Math.min(box.right, bar.right)];
    const [top, bottom] = [Math.max(box.top, bar.top), Math.min(box.bottom, bar.bottom)];
    if (right - left < 1 || bottom - top < 1 || box.height > innerHeight - 2 * bar.height) continue;
    if (link.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))) {
      return `${element.localName} “${element.textContent.trim().slice(0, 50)}”`;
    }
  }
  return null;
}
