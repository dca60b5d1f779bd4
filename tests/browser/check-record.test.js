/**
 * The button with which a reader checks that a page says what was recorded. The site it is tried on is
 * made here, with a log and a key of its own, so that every part of it can be wrong in turn.
 */

import { test, before, beforeEach, after } from "node:test";
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withPage } from "./lib/browser.js";
import { ROOT } from "./lib/places.js";
import { serve } from "./lib/server.js";

const SCRIPT = path.join(ROOT, "themes/default/static/check-record.js");
const PREFIX = "/sub/folder/";
const ORIGIN = "council.example/derby";
const CURRENT = "derby/offer/";
const VERSION = "derby/offer/versions/2026-07-01/";

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
<script type="module" src="${up}static/check-record.js"></script></head><body><main><h1>Offer</h1>
<div class="text" data-recorded="body/index.html" lang="en">${shown}</div>
<section class="check-record" data-check-record hidden data-version="${version}" data-record="${up}derby/record/" data-page="index" data-origin="${ORIGIN}">
<h2>Check this page</h2>
<p><button type="button">Check this page now</button></p>
<div role="status" aria-live="polite" data-result></div>
<ul data-steps></ul>
</section></main></body></html>`;
}

let folder;
let server;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "offerbook-check-record-"));
  server = await serve(folder, PREFIX);
});

after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  rmSync(path.join(folder, "derby"), { recursive: true, force: true });
  const record = recordOf(BODY);
  const entry = entryOf(record);
  put("static/check-record.js", null);
  copyFileSync(SCRIPT, path.join(folder, "static/check-record.js"));
  for (const address of [CURRENT, VERSION]) put(`${address}index.html`, pageAt(address, shownAt(address)));
  put(`${VERSION}recorded/body/index.html.txt`, BODY);
  put(`${VERSION}record.txt`, record);
  put(`${VERSION}entry.txt`, entry);
  put(`${VERSION}record.tlog-proof`, proofOf(entry));
  put("derby/record/vkey", KEY.line);
  const picture = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64");
  put(`${CURRENT}map.gif`, picture);
  put("derby/files/0123/map.gif", picture);
});

function put(file, content) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  if (content !== null) writeFileSync(path.join(folder, file), content);
}

const remove = (file) => rmSync(path.join(folder, file));
const address = (below) => server.origin + PREFIX + below;

/** Checks the page that is open, and gives what it says. */
async function checked(page) {
  const button = page.getByRole("button", { name: "Check this page now" });
  await button.click();
  await page.locator("[data-check-record] button:not([aria-disabled=true])").waitFor();
  const status = await page.getByRole("status").innerText();
  const steps = await page.locator("[data-steps] li").allInnerTexts();
  return { status, steps };
}

/** Opens a page and checks it. Nothing may go wrong on the way but what is expected. */
function checkOf(name, below = CURRENT, { expected = /^$/, prepare = async () => {} } = {}) {
  return withPage(`check record ${name}`, {}, async (page) => {
    await page.goto(address(below));
    await prepare(page);
    const result = await checked(page);
    assert.deepEqual(page.trouble.filter((trouble) => !expected.test(trouble)), []);
    return result;
  });
}

/** Which steps hold, do not, or cannot be checked: `+`, `-`, `?`. */
const signs = ({ steps }) =>
  steps.map((step) => (/^Holds: /.test(step) ? "+" : /^Does not hold: /.test(step) ? "-" : /^Cannot be checked here: /.test(step) ? "?" : step)).join("");

test("a page that says what was recorded passes, and so does its old version with links of its own", async () => {
  for (const below of [CURRENT, `${CURRENT}index.html`, `${CURRENT}?from=letter#money`, VERSION]) {
    const result = await checkOf("all holds", below);
    assert.equal(result.status, SAYS, `${below}\n${result.steps.join("\n")}`);
    assert.equal(signs(result), "+++++");
  }
});

test("it says what it cannot know, and leads to the record page", async () => {
  await withPage("check record caution", {}, async (page) => {
    await page.goto(address(CURRENT));
    await checked(page);
    await checked(page);
    const caution = page.locator("[data-check-record] > p", { hasText: "controls this whole website" });
    assert.equal(await caution.count(), 1);
    assert.match(await caution.innerText(), /compare the checkpoint with one you kept/);
    assert.equal(await caution.getByRole("link").evaluate((link) => link.href), address("derby/record/"));
    assert.equal(await page.locator("[data-steps] li").count(), 5);
  });
});

test("a changed word is found, and both texts are told", async () => {
  put(`${CURRENT}index.html`, pageAt(CURRENT, shownAt(CURRENT).replace("£120", "£100")));
  const result = await checkOf("changed word");
  assert.equal(result.status, SAYS_NOT);
  assert.equal(signs(result), "-++++");
  assert.match(result.steps[0], /The page: “[^”]*The council pays £100 a week & no less[^”]*”\. The recorded text: “[^”]*The council pays £120 a week/);
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
  ["another kind of element", "<strong>£120</strong>", "<s>£120</s>"],
  ["a part that is hidden", "<p>The", "<p hidden>The"],
  ["a heading of another rank", '<h2 id="money">Money</h2>', '<h3 id="money">Money</h3>'],
  ["one more paragraph", "<details>", "<p>New.</p>\n<details>"],
  ["one paragraph less", '<p><img src="map.gif" alt="A map"></p>\n', ""],
  ["words in the box of a table", "</table></div>", "</table>New</div>"],
  ["a box around something else", "<p>More words.</p>", '<div role="group"><p>More words.</p></div>'],
  ["text that looks like a tag", "<p>More words.</p>", "&lt;p>More words.&lt;/p>"],
];

for (const [what, from, to] of CHANGES) {
  test(`the page is compared with what was recorded: ${what}`, async () => {
    const shown = shownAt(CURRENT);
    assert.ok(shown.includes(from));
    put(`${CURRENT}index.html`, pageAt(CURRENT, shown.replace(from, to)));
    const result = await checkOf(what);
    assert.equal(result.status, SAYS_NOT);
    assert.equal(signs(result), "-++++");
    assert.match(result.steps[0], /The page: “.*”\. The recorded text: “.*”\.$/s);
  });
}

test("an old version’s links stay within the site, and its other words are compared too", async () => {
  for (const [from, to] of [["housing/", "https://elsewhere.example/"], ["housing/", "/derby/"], ["no less", "no more"]]) {
    put(`${VERSION}index.html`, pageAt(VERSION, shownAt(VERSION).replace(from, to)));
    assert.equal((await checkOf("old version", VERSION)).status, SAYS_NOT, to);
  }
});

test("what a reader unfolds, and space around the whole, are no difference", async () => {
  put(`${CURRENT}index.html`, pageAt(CURRENT, `\n  ${shownAt(CURRENT)}\n`));
  const prepare = (page) => page.getByText("More", { exact: true }).click();
  assert.equal((await checkOf("unfolded", CURRENT, { prepare })).status, SAYS);
});

test("a changed recorded text is found, also where the page was changed with it", async () => {
  put(`${VERSION}recorded/body/index.html.txt`, BODY.replace("£120", "£100"));
  assert.equal(signs(await checkOf("changed body")), "--+++");
  put(`${CURRENT}index.html`, pageAt(CURRENT, shownAt(CURRENT).replace("£120", "£100")));
  const result = await checkOf("changed body and page");
  assert.equal(signs(result), "+-+++");
  assert.equal(result.status, SAYS_NOT);
});

test("a changed record is found, and that a notice may be the reason", async () => {
  const changed = BODY.replace("£120", "£100");
  put(`${CURRENT}index.html`, pageAt(CURRENT, shownAt(CURRENT).replace("£120", "£100")));
  put(`${VERSION}recorded/body/index.html.txt`, changed);
  put(`${VERSION}record.txt`, recordOf(changed));
  const result = await checkOf("changed record");
  assert.equal(result.status, HOLDS_NOT);
  assert.equal(signs(result), "++-++");
  assert.match(result.steps[2], /changed after it was sealed, or a part of it was withheld by a notice: see the record page/);
});

test("the seal of another version does not pass", async () => {
  const entry = entryOf(recordOf(BODY), "2025-01-01");
  put(`${VERSION}entry.txt`, entry);
  put(`${VERSION}record.tlog-proof`, proofOf(entry));
  const result = await checkOf("another version");
  assert.equal(result.status, HOLDS_NOT);
  assert.equal(signs(result), "++-++");
});

test("a proof has to lead to the log, with neither too few hashes nor too many", async () => {
  const entry = entryOf(recordOf(BODY));
  const wrongs = [
    ["another hash", ([first, ...rest]) => [sha256(first), ...rest]],
    ["hashes in another order", (all) => all.toReversed()],
    ["one hash less", (all) => all.slice(0, -1)],
    ["one hash more", (all) => [...all, sha256("more")]],
    ["no hash", () => []],
    ["a short hash", ([first, ...rest]) => [first.subarray(1), ...rest]],
  ];
  for (const [what, hashes] of wrongs) {
    put(`${VERSION}record.tlog-proof`, proofOf(entry, { hashes }));
    const result = await checkOf(what);
    assert.equal(result.status, HOLDS_NOT, what);
    assert.equal(signs(result), "+++-+", what);
  }
  for (const [what, from, to] of [["another place", "index 1", "index 0"], ["a place that the log has not", "index 1", "index 9"]]) {
    put(`${VERSION}record.tlog-proof`, proofOf(entry).replace(from, to));
    assert.equal(signs(await checkOf(what)), "+++-+", what);
  }
  put(`${VERSION}record.tlog-proof`, "nothing of the kind\n");
  assert.equal(signs(await checkOf("no proof")), "+++--");
});

test("proofs from logs of every shape are followed", async () => {
  const entry = entryOf(recordOf(BODY));
  await withPage("check record shapes", {}, async (page) => {
    await page.goto(address(CURRENT));
    for (let size = 1; size <= 9; size += 1) {
      for (let index = 0; index < size; index += 1) {
        put(`${VERSION}record.tlog-proof`, proofOf(entry, { index, size }));
        assert.equal((await checked(page)).status, SAYS, `entry ${index} of ${size}`);
        put(`${VERSION}record.tlog-proof`, proofOf(entry, { index, size, hashes: (all) => [...all, sha256("more")] }));
        assert.equal((await checked(page)).status, HOLDS_NOT, `one hash too many, entry ${index} of ${size}`);
      }
    }
  });
});

test("a signature that the council’s key did not make does not pass", async () => {
  const entry = entryOf(recordOf(BODY));
  const other = newKey();
  const wrongs = [
    ["by another key in its name", (text) => signature(text, other, KEY.id)],
    ["of another text", (text) => signature(`${text}more\n`, KEY)],
    ["of a witness alone", (text) => signature(text, WITNESS)],
    ["missing", () => ""],
  ];
  for (const [what, signatures] of wrongs) {
    put(`${VERSION}record.tlog-proof`, proofOf(entry, { signatures }));
    const result = await checkOf(`signature ${what}`);
    assert.equal(result.status, HOLDS_NOT, what);
    assert.equal(result.steps[4].startsWith("Does not hold: "), true, what);
  }
  put(`${VERSION}record.tlog-proof`, proofOf(entry));
  put("derby/record/vkey", WITNESS.line);
  assert.equal(signs(await checkOf("key of another name")), "++++-");
});

test("a signature by an older key, or in a browser without such signatures, is left to the commands", async () => {
  put("derby/record/vkey", newKey().line);
  const older = await checkOf("older key");
  assert.equal(older.status, PARTLY);
  assert.equal(signs(older), "++++?");
  assert.match(older.steps[4], /has changed its key since\. Use the commands on the record page/);

  put("derby/record/vkey", KEY.line);
  const prepare = (page) =>
    page.evaluate(() => {
      crypto.subtle.importKey = () => Promise.reject(new DOMException("Unknown", "NotSupportedError"));
    });
  const without = await checkOf("no such signatures", CURRENT, { prepare });
  assert.equal(without.status, PARTLY);
  assert.equal(signs(without), "++++?");
  assert.match(without.steps[4], /This browser cannot check signatures\. Use the commands on the record page/);
});

test("what is published but not yet sealed is told as such, and the rest is checked", async () => {
  const expected = /Failed to load resource|^\S+ 404 for \S+\/(entry\.txt|record\.tlog-proof)$/;
  remove(`${VERSION}record.tlog-proof`);
  assert.equal((await checkOf("no proof yet", CURRENT, { expected })).status, UNSEALED);
  remove(`${VERSION}entry.txt`);
  const result = await checkOf("not sealed", CURRENT, { expected });
  assert.equal(result.status, UNSEALED);
  assert.equal(signs(result), "++?");

  put(`${CURRENT}index.html`, pageAt(CURRENT, shownAt(CURRENT).replace("£120", "£100")));
  assert.equal((await checkOf("not sealed, changed", CURRENT, { expected })).status, SAYS_NOT);
  put(`${VERSION}recorded/body/index.html.txt`, BODY.replace("£120", "£100"));
  assert.equal((await checkOf("not sealed, body changed", CURRENT, { expected })).status, SAYS_NOT);
});

test("a file that does not come is no proof of anything", async () => {
  const expected = /Failed to load resource|404 for|could not load/;
  for (const [file, wanted] of [
    [`${VERSION}recorded/body/index.html.txt`, "??+++"],
    [`${VERSION}record.txt`, "+??++"],
    ["derby/record/vkey", "++++?"],
  ]) {
    const content = { body: BODY, record: recordOf(BODY), vkey: KEY.line }[file.match(/vkey|body|record(?=\.txt)/)[0]];
    remove(file);
    const result = await checkOf(`without ${file}`, CURRENT, { expected });
    put(file, content);
    assert.equal(result.status, PARTLY, file);
    assert.equal(signs(result), wanted, file);
  }
  const prepare = (page) => page.route("**/entry.txt", (route) => route.abort());
  const broken = await withPage("check record broken line", { locale: "en-GB" }, async (page) => {
    await page.goto(address(CURRENT));
    await prepare(page);
    const result = await checked(page);
    await page.unroute("**/entry.txt");
    return result;
  });
  assert.equal(broken.status, PARTLY);
  assert.equal(signs(broken), "++??+");
});

test("it works with the keyboard, keeps the focus, and tells its result once", async () => {
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

    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    let asked = 0;
    await page.route("**/record.txt", async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    await page.keyboard.press("Enter");
    await page.locator("button[aria-disabled=true]").waitFor();
    await page.keyboard.press("Enter");
    assert.ok(await isFocused(), "the button loses the focus while it works");
    assert.deepEqual(await page.evaluate(() => globalThis.told.filter(Boolean)), [], "it tells something before it knows");
    letGo();
    await page.locator("button[aria-disabled=false]").waitFor();
    await page.unroute("**/record.txt");

    assert.equal(asked, 1, "a second press while it works starts it again");
    assert.ok(await isFocused(), "the button loses the focus afterwards");
    assert.deepEqual(await page.evaluate(() => globalThis.told.filter(Boolean)), [SAYS]);
    assert.equal(await page.getByRole("status").innerText(), SAYS);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => globalThis.told.filter(Boolean).length === 2);
    assert.deepEqual(page.trouble, []);
  });
});

test("it fetches what it needs from the site and sends nothing", async () => {
  await withPage("check record requests", {}, async (page) => {
    await page.goto(address(CURRENT));
    const asked = [];
    const note = (request) => asked.push([request.method(), request.url(), request.postData()]);
    page.on("request", note);
    await checked(page);
    page.off("request", note);
    const files = ["derby/record/vkey", ...["recorded/body/index.html.txt", "record.txt", "entry.txt", "record.tlog-proof"].map((file) => VERSION + file)];
    assert.deepEqual(asked.sort(), files.map((file) => ["GET", address(file), null]).sort());
    assert.deepEqual(page.trouble, []);
  });
});

test("without scripts there is nothing to press, and the script is small", async () => {
  await withPage("check record without script", { javaScriptEnabled: false }, async (page) => {
    await page.goto(address(CURRENT));
    assert.equal(await page.getByRole("button").count(), 0);
    assert.equal(await page.getByText("Check this page").first().isVisible(), false);
  });
  assert.ok(statSync(SCRIPT).size < 8 * 1024, `${statSync(SCRIPT).size} bytes`);
});
