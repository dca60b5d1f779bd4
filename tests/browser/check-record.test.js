/**
 * The button with which a reader checks that a page says what was recorded. The site it is tried on is
 * made here, with a log and a key of its own, so that every part of it can be wrong in turn.
 */

import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { tmpdir } from "node:os";
import path from "node:path";
import { withPage } from "./lib/browser.js";
import { checked } from "./lib/check.js";
import { ROOT } from "./lib/places.js";
import { scriptSaying } from "./lib/script.js";
import { serve } from "./lib/server.js";

const PREFIX = "/sub/folder/";
const ORIGIN = "council.example/derby";
const CURRENT = "derby/offer/";
const VERSION = "derby/offer/versions/2026-07-01/";
const TEXT = `${VERSION}recorded/body/index.html.txt`;
const RECORD = `${VERSION}record.txt`;
const PROOF = `${VERSION}record.tlog-proof`;

const SAYS = "This page says what was recorded.";
const SAYS_NOT = "This page does not say what was recorded.";
const HOLDS_NOT = "The record of this page does not hold.";
const PARTLY = "Part of this could not be checked.";
const UNSEALED = "Published, not yet sealed.";

const BODY = `<h2 id="money">Money</h2>
<p>The council pays <strong>£120</strong> a week &amp; no less. See <a href="/derby/offer/housing/">housing</a>,
<a href="#money">above</a>, <a href="/derby/offer/#money">here</a> or <a href="https://law.example/act">the law</a>.</p>
<table><thead><tr><th scope="col">What</th></tr></thead><tbody><tr><td>Rent</td></tr></tbody></table>
<p><img src="/derby/offer/map.gif" alt="A map"></p>
<details><summary>More</summary><p>More words.</p></details>
`;

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** Where a tree of several leaves parts: at the largest power of two below their number. */
const parting = (count) => 2 ** Math.floor(Math.log2(count - 1));

function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  const at = parting(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)));
}

/** By the definition of RFC 6962, from above, while the script works from below. */
function pathTo(index, leaves) {
  if (leaves.length === 1) return [];
  const at = parting(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return index < at ? [...pathTo(index, left), rootOf(right)] : [...pathTo(index - at, right), rootOf(left)];
}

/** A key with its name, its id and its line in `vkey`. */
function newKey(name = ORIGIN) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bytes = Buffer.concat([Buffer.of(1), publicKey.export({ format: "der", type: "spki" }).subarray(-32)]);
  const id = sha256(name, "\n", bytes).subarray(0, 4);
  return { name, privateKey, id, line: `${name}+${id.toString("hex")}+${bytes.toString("base64")}\n` };
}

const signature = (text, key, id = key.id) =>
  `— ${key.name} ${Buffer.concat([id, sign(null, Buffer.from(text), key.privateKey)]).toString("base64")}\n`;

const KEY = newKey();
const WITNESS = newKey("witness.example");

function recordOf(body) {
  const listed = `sha256:${sha256(body).toString("hex")} ${Buffer.byteLength(body)}`;
  return `offerbook-record/v1\nauthority: derby\npublication: offer\nversion: 2026-07-01\nbody: ${listed} body/index.html\nbody: ${listed} body/further.html\nattachment: ${listed} map.gif\n`;
}

function entryOf(record, version = "2026-07-01") {
  const digest = sha256(record).toString("hex");
  return `offerbook-entry/v1\nkind: version\npublication: offer\nversion: ${version}\nrecorded: 2026-07-01T09:14:07Z\nrecord: sha256:${digest}\nprevious: none\n`;
}

/** The right entry. */
const ENTRY = entryOf(recordOf(BODY));

/** The proof of an entry in a log, with changes to the hashes and to the signatures where asked for. */
function proofOf(entry, { index = 1, size = 3, hashes = (all) => all, signatures = (text) => signature(text, WITNESS) + signature(text, KEY) } = {}) {
  const leaves = Array.from({ length: size }, (_, at) => leafHash(at === index ? entry : `another entry, at ${at}`));
  const text = `${ORIGIN}\n${size}\n${rootOf(leaves).toString("base64")}\n`;
  const lines = hashes(pathTo(index, leaves)).map((hash) => `${hash.toString("base64")}\n`);
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${lines.join("")}\n${text}\n${signatures(text)}`;
}

/** The body as the page at this address shows it. */
function shownAt(address) {
  const isOld = address === VERSION;
  return BODY.replace("<table>", '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>')
    .replace("</table>", "</table></div>")
    .replace('"/derby/offer/housing/"', isOld ? '"housing/"' : '"housing/index.html"')
    .replace('"/derby/offer/#money"', '"#money"')
    .replace('"/derby/offer/map.gif"', isOld ? '"../../../files/0123/map.gif"' : '"map.gif"');
}

function pageAt(address, shown) {
  const up = "../".repeat(address.split("/").length - 1);
  const version = address === VERSION ? "./" : "versions/2026-07-01/";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Offer</title>
<script type="module" src="${up}static/page.js"></script></head><body><main><h1>Offer</h1>
<div class="text" data-recorded="body/index.html" lang="en">${shown}</div>
<section class="check-record" data-check-record hidden data-script="${up}static/check-record.js" data-version="${version}" data-record="${up}derby/record/" data-page="index" data-origin="${ORIGIN}">
<h2>Check this page</h2><p><button type="button">Check this page now</button></p>
<div role="status" aria-live="polite" data-result></div><ul data-steps></ul>
</section></main></body></html>`;
}

let folder, server;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "offerbook-check-record-"));
  server = await serve(folder, PREFIX);
});

after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The site with nothing wrong in it. */
function restore() {
  rmSync(path.join(folder, "derby"), { recursive: true, force: true });
  put("static/check-record.js", scriptSaying("check-record", SAYS));
  put("static/page.js", scriptSaying("page", "The check could not be loaded"));
  for (const address of [CURRENT, VERSION]) put(`${address}index.html`, pageAt(address, shownAt(address)));
  put(TEXT, BODY);
  put(RECORD, recordOf(BODY));
  put(`${VERSION}entry.txt`, ENTRY);
  put(PROOF, proofOf(ENTRY));
  put("derby/record/vkey", KEY.line);
  const picture = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
  put(`${CURRENT}map.gif`, picture);
  put("derby/files/0123/map.gif", picture);
}

/** Changes what the page shows. */
const change = (from, to) => put(`${CURRENT}index.html`, pageAt(CURRENT, shownAt(CURRENT).replace(from, to)));

/** A test that starts from there. */
const testOnSite = (name, work) => test(name, () => work(restore()));

function put(file, content) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}

const remove = (file) => rmSync(path.join(folder, file));
const address = (below) => server.origin + PREFIX + below;

/** Which steps hold, do not, or cannot be checked: `+`, `-`, `?`. */
function signs(steps) {
  const starts = { "Holds: ": "+", "Does not hold: ": "-", "Cannot be checked here: ": "?" };
  return steps.map((step) => Object.entries(starts).find(([start]) => step.startsWith(start))?.[1] ?? step).join("");
}

/**
 * Opens a page and checks it, and expects this status and these steps. Nothing may go wrong on the way
 * but what is expected. Gives the words of the steps.
 */
function finds(what, status, wanted, { below = CURRENT, expected = /^$/, prepare = async () => {} } = {}) {
  return withPage(`check record ${what}`, {}, async (page) => {
    await page.goto(address(below));
    await prepare(page);
    const result = await checked(page);
    assert.deepEqual([result.status, signs(result.steps)], [status, wanted], `${what}\n${result.steps.join("\n")}`);
    assert.deepEqual(page.trouble.filter((trouble) => !expected.test(trouble)), []);
    return result.steps;
  });
}

testOnSite("a page that says what was recorded passes, and so does its old version with links of its own", async () => {
  for (const below of [CURRENT, `${CURRENT}index.html`, `${CURRENT}?from=letter#money`, VERSION]) {
    await finds(below, SAYS, "+++++", { below });
  }
  // Neither what a reader unfolds nor space around the whole is a difference.
  put(`${CURRENT}index.html`, pageAt(CURRENT, `\n  ${shownAt(CURRENT)}\n`));
  const prepare = (page) => page.getByText("More", { exact: true }).click();
  await finds("unfolded", SAYS, "+++++", { prepare });
});

const CHANGES = [
  ["a link to another site", "https://law.example/act", "https://law.example/other"],
  ["a link within the site", "housing/index.html", "money/"],
  ["a link that leaves the site’s folder", "housing/index.html", "/derby/offer/housing/"],
  ["a link that runs code", "housing/index.html", "javascript:alert(1)"],
  ["a link to another place on a page", '"#money"', '"#rent"'],
  ["a link that is gone", '<a href="https://law.example/act">the law</a>', "the law"],
  ["another picture", "map.gif", "../../derby/files/0123/map.gif"],
  ["another description of a picture", "A map", "No map"],
  ["a part that is hidden", "<p>The", "<p hidden>The"],
  ["a heading of another rank", '<h2 id="money">Money</h2>', '<h3 id="money">Money</h3>'],
  ["one more paragraph", "<details>", "<p>New.</p>\n<details>"],
  ["one paragraph less", '<p><img src="map.gif" alt="A map"></p>\n', ""],
  ["words in the box of a table", "</table></div>", "</table>New</div>"],
  ["a box around something else", "<p>More words.</p>", '<div role="group"><p>More words.</p></div>'],
  ["text that looks like a tag", "<p>More words.</p>", "&lt;p>More words.&lt;/p>"],
];

testOnSite("a changed word is found, whatever else differs is too, and both texts are told", async () => {
  change("£120", "£100");
  const [words] = await finds("changed word", SAYS_NOT, "-++++");
  assert.match(words, /The page: “[^”]*The council pays £100 a week & no less[^”]*”\. The recorded text: “[^”]*The council pays £120 a week/);
  for (const [what, from, to] of CHANGES) {
    assert.ok(shownAt(CURRENT).includes(from), what);
    change(from, to);
    const [first] = await finds(what, SAYS_NOT, "-++++");
    assert.match(first, /The page: “.*”\. The recorded text: “.*”\.$/s, what);
  }
  for (const [from, to] of [["housing/", "https://elsewhere.example/"], ["housing/", "/derby/"], ["no less", "no more"]]) {
    put(`${VERSION}index.html`, pageAt(VERSION, shownAt(VERSION).replace(from, to)));
    await finds(`in an old version, ${to}`, SAYS_NOT, "-++++", { below: VERSION });
  }
});

testOnSite("a changed recorded text is found, also where the page was changed with it", async () => {
  put(TEXT, BODY.replace("£120", "£100"));
  await finds("changed text", SAYS_NOT, "--+++");
  change("£120", "£100");
  await finds("changed text and page", SAYS_NOT, "+-+++");
});

testOnSite("a changed record is found, and so is the seal of another version", async () => {
  const changed = BODY.replace("£120", "£100");
  change("£120", "£100");
  put(TEXT, changed);
  put(RECORD, recordOf(changed));
  const steps = await finds("changed record", HOLDS_NOT, "++-++");
  assert.match(steps[2], /It was changed since/);

  restore();
  const entry = entryOf(recordOf(BODY), "2025-01-01");
  put(`${VERSION}entry.txt`, entry);
  put(PROOF, proofOf(entry));
  await finds("another version", HOLDS_NOT, "++-++");
});

testOnSite("a proof has to lead to the log, with neither too few hashes nor too many", async () => {
  const wrongs = [
    ["another hash", ([first, ...rest]) => [sha256(first), ...rest]],
    ["hashes in another order", (all) => all.toReversed()],
    ["one hash less", (all) => all.slice(0, -1)],
    ["one hash more", (all) => [...all, sha256("more")]],
    ["no hash", () => []],
    ["a short hash", ([first, ...rest]) => [first.subarray(1), ...rest]],
  ];
  for (const [what, hashes] of wrongs) {
    put(PROOF, proofOf(ENTRY, { hashes }));
    await finds(what, HOLDS_NOT, "+++-+");
  }
  for (const place of ["index 0", "index 9"]) {
    put(PROOF, proofOf(ENTRY).replace("index 1", place));
    await finds(place, HOLDS_NOT, "+++-+");
  }
  put(PROOF, "nothing of the kind\n");
  await finds("no proof", HOLDS_NOT, "+++--");
});

testOnSite("proofs from logs of every shape are followed", async () => {
  await withPage("check record shapes", {}, async (page) => {
    await page.goto(address(CURRENT));
    for (let size = 1; size <= 8; size += 1) {
      for (let index = 0; index < size; index += 1) {
        put(PROOF, proofOf(ENTRY, { index, size }));
        assert.equal((await checked(page)).status, SAYS, `entry ${index} of ${size}`);
      }
      put(PROOF, proofOf(ENTRY, { index: size - 1, size, hashes: (all) => [...all, sha256("more")] }));
      assert.equal((await checked(page)).status, HOLDS_NOT, `one hash too many, last entry of ${size}`);
    }
  });
});

testOnSite("a signature that the council’s key did not make does not pass", async () => {
  const other = newKey();
  const wrongs = [
    ["by another key in its name", (text) => signature(text, other, KEY.id)],
    ["of another text", (text) => signature(`${text}more\n`, KEY)],
    ["of a witness alone", (text) => signature(text, WITNESS)],
  ];
  for (const [what, signatures] of wrongs) {
    put(PROOF, proofOf(ENTRY, { signatures }));
    await finds(`signature ${what}`, HOLDS_NOT, "++++-");
  }
  put(PROOF, proofOf(ENTRY, { signatures: () => "" }));
  await finds("no signature", HOLDS_NOT, "+++--");
  put(PROOF, proofOf(ENTRY));
  put("derby/record/vkey", WITNESS.line);
  await finds("key of another name", HOLDS_NOT, "++++-");
});

testOnSite("a signature by an older key, or in a browser without such signatures, is left to the commands", async () => {
  put("derby/record/vkey", newKey().line);
  assert.match((await finds("older key", PARTLY, "++++?"))[4], /has changed its key since\. Use the commands on the record page/);

  restore();
  const prepare = (page) => page.evaluate(() => void (crypto.subtle.importKey = () => Promise.reject(new Error("Unknown"))));
  const without = await finds("no such signatures", PARTLY, "++++?", { prepare });
  assert.match(without[4], /This browser cannot check signatures\. Use the commands on the record page/);
});

testOnSite("what is published but not yet sealed is told as such, and the rest is checked", async () => {
  const expected = /Failed to load resource|^\S+ 404 for \S+\/(entry\.txt|record\.tlog-proof)$/;
  remove(PROOF);
  await finds("no proof yet", UNSEALED, "++?", { expected });
  remove(`${VERSION}entry.txt`);
  await finds("not sealed", UNSEALED, "++?", { expected });
  change("£120", "£100");
  await finds("not sealed, page changed", SAYS_NOT, "-+?", { expected });
  put(TEXT, BODY.replace("£120", "£100"));
  await finds("not sealed, text changed", SAYS_NOT, "+-?", { expected });
});

testOnSite("a file that does not come is no proof of anything", async () => {
  const expected = /Failed to load resource|404 for|could not load/;
  for (const [file, wanted] of [[TEXT, "??+++"], [RECORD, "+??++"], ["derby/record/vkey", "++++?"]]) {
    restore();
    remove(file);
    await finds(`without ${file}`, PARTLY, wanted, { expected });
  }
  restore();
  const prepare = (page) => page.route("**/entry.txt", (route) => route.abort(), { times: 1 });
  await finds("a broken line", PARTLY, "++??+", { expected, prepare });
});

testOnSite("it works with the keyboard, keeps the focus, and tells its result once", async () => {
  await withPage("check record keyboard", {}, async (page) => {
    await page.goto(address(CURRENT));
    await page.evaluate(() => {
      const status = document.querySelector("[role=status]");
      globalThis.told = [];
      new MutationObserver(() => globalThis.told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    const button = page.getByRole("button", { name: "Check this page now" });
    const isFocused = () => button.evaluate((element) => element === document.activeElement);
    for (let step = 0; step < 12 && !(await isFocused()); step += 1) await page.keyboard.press("Tab");
    assert.ok(await isFocused(), "the Tab key does not reach the button");

    const asked = [];
    await page.route("**/record.txt", (route) => void asked.push(route));
    await Promise.all([page.waitForRequest("**/record.txt"), page.keyboard.press("Enter")]);
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    await page.keyboard.press("Enter");
    assert.ok(await isFocused(), "the button loses the focus while it works");
    assert.deepEqual(await page.evaluate(() => globalThis.told.filter(Boolean)), [], "it tells something before it knows");
    await asked[0].continue();
    await page.locator("button[aria-disabled=false]").waitFor();
    await page.unroute("**/record.txt");
    assert.equal(asked.length, 1, "a second press while it works starts it again");
    assert.ok(await isFocused(), "the button loses the focus afterwards");
    assert.deepEqual(await page.evaluate(() => globalThis.told.filter(Boolean)), [SAYS]);
    assert.equal(await page.getByRole("status").innerText(), SAYS);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => globalThis.told.filter(Boolean).length === 2);
    assert.deepEqual(page.trouble, []);
  });
});

testOnSite("it fetches what it needs from the site, sends nothing, and says what it cannot know", async () => {
  await withPage("check record requests", {}, async (page) => {
    await page.goto(address(CURRENT));
    const asked = [];
    const note = (request) => asked.push([request.method(), request.url(), request.postData()]);
    page.on("request", note);
    await checked(page);
    page.off("request", note);
    const files = ["static/check-record.js", "derby/record/vkey", TEXT, RECORD, `${VERSION}entry.txt`, PROOF];
    assert.deepEqual(asked.sort(), files.map((file) => ["GET", address(file), null]).sort());

    await checked(page);
    assert.equal(await page.locator("[data-steps] li").count(), 5, "a second check adds to the first");
    const caution = page.locator("[data-check-record] > p", { hasText: "controls this website" });
    assert.match(await caution.innerText(), /compare the checkpoint with one you kept/);
    assert.equal(await caution.getByRole("link").evaluate((link) => link.href), address("derby/record/"));
    assert.deepEqual(page.trouble, []);
  });
});

testOnSite("without scripts there is nothing to press, and the script is small", async () => {
  await withPage("check record without script", { javaScriptEnabled: false }, async (page) => {
    await page.goto(address(CURRENT));
    assert.equal(await page.getByRole("button").count(), 0);
    assert.equal(await page.getByText("Check this page").first().isVisible(), false);
  });
  for (const [name, says, limit] of [["page", "The check could not be loaded", 1.5], ["check-record", SAYS, 4]]) {
    const { length } = gzipSync(scriptSaying(name, says));
    assert.ok(length < limit * 1000, `${name}.js: ${length} bytes, packed`);
  }
});
