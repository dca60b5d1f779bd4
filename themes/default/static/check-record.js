/** Checks that a page says what was recorded. It is loaded when a reader asks for it, and sends nothing. */

/** What a step comes to. */
const [HOLDS, FAILS, UNKNOWN] = ["say:scripts-check-holds", "say:scripts-check-fails", "say:scripts-check-unknown"];

const STEPS = [
  [checkPage, "say:scripts-check-page", "body"],
  [checkBody, "say:scripts-check-body", "body", "record"],
  [checkRecord, "say:scripts-check-record", "record", "entry"],
  [checkProof, "say:scripts-check-proof", "entry", "proof"],
  [checkSignature, "say:scripts-check-signature", "proof", "key"],
];

const ENTRY = /^offerbook-entry\/v1\nkind: version\npublication: (.+)\nversion: (.+)\nrecorded: .+\nrecord: sha256:(.+)\n/;
/** Index, hashes, signed text (in it origin, size, root), signatures. */
const PROOF = /^c2sp\.org\/tlog-proof@v1\nindex (\d+)\n((?:.+\n)*)\n((.+)\n(\d+)\n(.+)\n)(\n[^]+)/;

const { subtle } = crypto;
const toHex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt());
const make = (name, properties) => Object.assign(document.createElement(name), properties);

async function sha256(...parts) {
  return new Uint8Array(await subtle.digest("SHA-256", await new Blob(parts).arrayBuffer()));
}

/** Ends a step that does not hold, or cannot be checked. */
function insist(isSo, detail = "", start = FAILS) {
  if (!isSo) throw { detail, start };
}

/** An element’s words, and all of it, without what a page adds. */
function contents(element, top, { root, version }) {
  // This copy loads no pictures.
  const copy = document.implementation.createHTMLDocument().importNode(element, true);
  for (const box of copy.querySelectorAll("div.scroll[role=group]")) box.replaceWith(...box.childNodes);
  // Pages say when to fetch a picture, and how large it is.
  for (const picture of copy.querySelectorAll("img")) for (const name of ["decoding", "height", "loading", "width"]) picture.removeAttribute(name);
  // Readers open what is folded.
  for (const folded of copy.querySelectorAll("details")) folded.open = false;
  for (const holder of copy.querySelectorAll("[href], [src]")) {
    const name = holder.hasAttribute("href") ? "href" : "src";
    const { href, hash } = make("a", { href: holder.getAttribute(name).replace(/^\//, top) });
    // An old version has pages of its own.
    const isMoved = location.href.startsWith(version) && href.startsWith(root);
    const plain = href.replace(location.search, "").replace(/\/index\.html(?=#|$)/, "/");
    holder.setAttribute(name, isMoved ? root + hash : plain);
  }
  return [copy.textContent.trim(), copy.outerHTML.replace(/^<[^>]*>\s*|\s*<\/\w+>$/g, "")];
}

async function checkPage({ body, name, ...site }) {
  const parsed = new DOMParser().parseFromString(`<!doctype html><body>${await body.text()}`, "text/html");
  const recorded = contents(parsed.body, site.root, site);
  for (const now of contents(document.querySelector(`[data-recorded="${name}"]`), "/", site)) {
    const then = recorded.shift();
    let same = 0;
    while (same < now.length && now[same] === then[same]) same += 1;
    const part = (name) => (name === "{what}" ? now : then).slice(Math.max(0, same - 30), same + 50);
    insist(now === then, "say:scripts-check-differs".replace(/\{\w+\}/g, part));
  }
}

async function checkBody({ body, record, name }) {
  const digest = toHex(await sha256(body));
  insist((await record.text()).includes(`\nbody: sha256:${digest} ${body.size} ${name}\n`));
}

async function checkRecord({ record, entry, version }) {
  const [, publication, id, digest] = ENTRY.exec(await entry.text());
  insist(version.endsWith(`/${publication}/versions/${id}/`));
  const isPart = /^withheld: /m.test(await record.text());
  const why = isPart ? ["say:scripts-check-withheld", UNKNOWN] : ["say:scripts-check-changed"];
  insist(digest === toHex(await sha256(record)), ...why);
}

/** Follows the hashes up to the root (RFC 9162, 2.1.3.2). */
async function checkProof({ entry, proof }) {
  const [, index, hashes, , , size, root] = PROOF.exec(await proof.text());
  let [place, last, hash] = [+index, size - 1, await sha256("\0", entry)];
  for (const other of hashes.split("\n").slice(0, -1).map(fromBase64)) {
    insist(last > 0 && place <= last && other.length === 32);
    // The last of a row may have no neighbour, and rises until it has.
    while (place === last && place % 2 === 0) place = last /= 2;
    hash = await sha256("\x01", ...(place % 2 ? [other, hash] : [hash, other]));
    [place, last] = [place >> 1, last >> 1];
  }
  insist(!place && !last && toHex(hash) === toHex(fromBase64(root)));
}

async function checkSignature({ proof, key, origin }) {
  const [, , , text, log, , , signatures] = PROOF.exec(await proof.text());
  const [, name, code] = /^(.+?)\+\w+\+(.+)/.exec(await key.text());
  const bytes = fromBase64(code);
  const all = signatures.split(`\n— ${name} `).slice(1).map((line) => fromBase64(line.split("\n")[0]));
  insist(name === log && name === origin && bytes[0] === 1 && all.length > 0);
  const id = toHex(await sha256(name, "\n", bytes)).slice(0, 8);
  const own = all.find((one) => toHex(one).startsWith(id));
  insist(own, "say:scripts-check-new-key", UNKNOWN);
  const signer = await subtle.importKey("raw", bytes.slice(1), "Ed25519", false, ["verify"]).catch(() => null);
  insist(signer, "say:scripts-check-no-signatures", UNKNOWN);
  insist(await subtle.verify("Ed25519", signer, own.slice(4), new TextEncoder().encode(text)));
}

/** A file, or null if there is none. */
async function load(address) {
  try {
    const response = await fetch(address, { cache: "no-store", mode: "same-origin" });
    const file = await response.blob();
    return response.ok ? file : response.status === 404 ? null : undefined;
  } catch {}
}

async function check({ version, record, page, origin }) {
  if (!subtle || location.protocol === "file:") return ["say:scripts-check-server"];
  const at = (href) => make("a", { href }).href;
  const name = `body/${page}.html`;
  const given = { name, origin, version: at(version), root: at(`${record}../../`), key: await load(`${record}vkey`) };
  const files = { body: `recorded/${name}.txt`, record: "record.txt", entry: "entry.txt", proof: "record.tlog-proof" };
  for (const file in files) given[file] = await load(version + files[file]);
  const isSealed = given.entry !== null && given.proof !== null;
  const found = [];
  for (const [work, what, ...needed] of STEPS.slice(0, isSealed ? 5 : 2)) {
    try {
      insist(needed.every((file) => given[file]), "say:scripts-check-did-not-come", UNKNOWN);
      await work(given);
      found.push([HOLDS, what]);
    } catch ({ start = FAILS, detail = "say:scripts-check-faulty" }) {
      found.push([start, what, ` ${detail}`]);
    }
  }
  const has = (start, some = found) => some.some(([one]) => one === start);
  let status = isSealed ? "say:scripts-check-says" : "say:scripts-check-not-sealed";
  if (has(UNKNOWN)) status = "say:scripts-check-part-unknown";
  if (has(FAILS)) status = "say:scripts-check-record-fails";
  if (has(FAILS, found.slice(0, 2))) status = "say:scripts-check-says-not";
  if (!isSealed) found.push([UNKNOWN, "say:scripts-check-seal"]);
  return [status, ...found.map(([start, what, detail = ""]) => start.replace("{what}", what) + detail)];
}

/** Checks, and shows what came of it in the section of the page that asks for it. */
export async function show(section) {
  const [result, steps] = ["[data-result]", "[data-steps]"].map((part) => section.querySelector(part));
  const [before, after = ""] = "say:scripts-check-caution".split("{where}");
  const [status, ...found] = await check(section.dataset);
  steps.replaceChildren(...found.map((words) => make("li", { textContent: words })));
  if (steps.nextElementSibling?.tagName !== "P") {
    const caution = make("p", { textContent: before });
    caution.append(make("a", { href: section.dataset.record, textContent: "say:scripts-check-see-record" }), after);
    steps.after(caution);
  }
  result.textContent = status;
}
