/** The tools of these tests notice what they are there to notice: they are tried on a page full of faults. */

import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withPage, NARROW } from "./lib/browser.js";
import { enlargeText, focusables, focused, overflow, overlaps, paleWords, spaceText, visibleText } from "./lib/in-page.js";
import { fileBehind, openSite } from "./lib/site.js";

const FAULTY = `<!doctype html><html><head><title> </title>
<link rel="stylesheet" href="style.css"><link rel="canonical" href="https://faulty.example/">
<style>p { color: red }</style></head><body>
<a href="/else">Elsewhere</a>
<main id="top"><p>Before</p><h1>One</h1><h3 id="double">Three</h3><h1>Two</h1><p id="double" style="color: red" onclick="x()">Text</p>
<script>document.title = "changed"</script>
<img src="http://127.0.0.1:9/pixel.gif" alt="">
<div class="wide">Wide</div><div class="cut">Words that are cut off because there is no place for them in here at all</div>
<a class="bare" href="#nowhere">No outline</a> <a class="under" href="there/">Covered</a><div class="over">Over</div>
<span class="hidden">Hidden</span><div class="box"><div class="wide">Wide in a box</div></div><p>Below</p><p class="on">Above</p></main></body></html>`;

const STYLE = `.wide { width: 500px } .cut { height: 10px; overflow: hidden; width: 50px }
.bare:focus { outline: none } .over { position: fixed; inset: 0; background: white } .hidden { display: none } main > .wide { color: #aaa; background: #fff }
.box { overflow-x: auto } .on { margin-top: -2rem; line-height: 1 }`;

let folder;
let site;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "faulty-site-"));
  writeFileSync(path.join(folder, "index.html"), FAULTY);
  writeFileSync(path.join(folder, "style.css"), STYLE);
  mkdirSync(path.join(folder, "there"));
  writeFileSync(path.join(folder, "there/index.html"), "<title>There</title><h1>There</h1>");
  site = await openSite(folder);
});

after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("reading a page finds its faults", () => {
  const page = site.byAddress.get("/");
  assert.equal(page.title, "");
  assert.equal(page.lang, "");
  assert.deepEqual(page.headings.map(({ level }) => level), [1, 3, 1]);
  assert.deepEqual(page.doubleIds, ["double"]);
  assert.deepEqual(page.scripts.map(({ tag, src, text }) => [tag, src, text]), [["script", "", 'document.title = "changed"']]);
  assert.equal(page.inlineStyles.length, 2);
  assert.deepEqual(page.handlers, ["p onclick"]);
  assert.equal(page.beforeH1, "Before");
  assert.equal(page.firstFocusable.href, "/else");
  assert.ok(!page.ids.includes("nowhere"));
});

test("following links tells what is there from what is not", () => {
  const from = site.url(site.byAddress.get("/"));
  assert.equal(fileBehind(site, new URL("there/", from)), "there/index.html");
  assert.equal(fileBehind(site, new URL("there", from)), null);
  assert.equal(fileBehind(site, new URL("/else", from)), null);
  assert.equal(fileBehind(site, new URL("https://faulty.example/there/")), null);
});

test("drawing a page finds its faults", async () => {
  await withPage("faulty page", { viewport: NARROW }, async (page) => {
    await page.goto(site.url(site.byAddress.get("/")));
    const trouble = page.trouble.join("\n");
    assert.match(trouble, /Content Security Policy/, "blocked inline code");
    assert.match(trouble, /asks another origin/);
    assert.notEqual(await page.title(), "changed");

    const problems = (await page.evaluate(overflow)).join("\n");
    assert.match(problems, /scrolls sideways/);
    assert.match(problems, /sticks out of the window: div\.wide/);
    assert.match(problems, /cut off: div\.cut/);
    assert.match(problems, /has no name or is not reached with a keyboard: div\.box/);
    const stacked = await page.evaluate(overlaps);
    assert.ok(stacked.includes("words on words: “Below” and “Above”"));
    assert.ok(!stacked.some((problem) => problem.includes("“Before”")));

    assert.deepEqual(await page.evaluate(paleWords), ["a contrast of 2.32: div “Wide”"]);

    const words = await page.evaluate(visibleText);
    assert.match(words, /Covered/);
    assert.doesNotMatch(words, /Hidden/);

    assert.equal((await page.evaluate(focusables)).length, 3);
    await page.locator(".bare").focus();
    assert.equal((await page.evaluate(focused)).hasOutline, false);
    await page.locator(".under").focus();
    assert.equal((await page.evaluate(focused)).isVisible, false);

    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await page.evaluate(enlargeText);
    assert.equal(await size(), 2 * before);

    await page.evaluate(spaceText);
    assert.equal(await page.locator(".bare").evaluate((link) => getComputedStyle(link).letterSpacing), "1.92px");
  });
});

test("the server sends its policy, and no file of the tool's own", async () => {
  mkdirSync(path.join(folder, ".offerbook"));
  writeFileSync(path.join(folder, ".offerbook/manifest"), "secret");
  const home = await fetch(`${site.origin}/`);
  assert.equal(home.headers.get("content-security-policy"), "default-src 'self'");
  assert.equal(home.headers.get("x-content-type-options"), "nosniff");
  assert.equal((await fetch(`${site.origin}/.offerbook/manifest`)).status, 404);
  assert.equal((await fetch(`${site.origin}/%2e%2e/%2e%2e/etc/passwd`)).status, 404);
  assert.equal((await fetch(`${site.origin}/there`)).url, `${site.origin}/there/`);
});
