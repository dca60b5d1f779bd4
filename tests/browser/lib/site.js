/** A built site: its files on disk, what is on each page, and a server that serves it. */

import { after } from "node:test";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { readAll } from "./read.js";
import { serve } from "./server.js";
import { SAMPLE_SITE, SUB_PREFIX, SUB_SITE } from "./places.js";

/**
 * A page of a site.
 * `address` is its address below the site's home, such as `/derby/concordat/`; `parts` are its pieces.
 * The rest is what `read.js` finds on it.
 *
 * @typedef {{ file: string, address: string, parts: string[], html: Buffer } & Record<string, any>} Page
 */

const open = new Map();

/** The sample site at the top of a web server. */
export const sampleSite = () => once("sample", () => openSite(SAMPLE_SITE));

/** The sample site in a folder of a web server. */
export const subSite = () => once("sub", () => openSite(SUB_SITE, SUB_PREFIX));

/** Opens a site once, whoever asks for it. */
export function once(name, opener) {
  if (!open.has(name)) open.set(name, opener());
  return open.get(name);
}

after(async () => {
  for (const opening of open.values()) {
    const site = await opening.catch(() => null);
    await site?.close();
  }
});

/** Reads a site from disk and serves it. */
export async function openSite(folder, prefix = "/") {
  if (!existsSync(path.join(folder, "index.html"))) {
    throw new Error(`There is no site in ${folder}. Build one first; tests/run does.`);
  }
  const files = (await walk(folder)).filter((file) => !file.split("/").some((part) => part.startsWith(".")));
  const htmlFiles = files.filter((file) => file.endsWith(".html"));
  const texts = await Promise.all(htmlFiles.map((file) => readFile(path.join(folder, file))));
  const facts = await readAll(texts.map((text) => text.toString("utf8")));
  const pages = htmlFiles.map((file, at) => ({ file, ...placed(file), html: texts[at], ...facts[at] }));
  const { origin, close } = await serve(folder, prefix);
  const site = {
    folder,
    prefix,
    origin,
    close,
    files: new Set(files),
    pages,
    byAddress: new Map(pages.map((page) => [page.address, page])),
    byFile: new Map(pages.map((page) => [page.file, page])),
    /** Where a page is served. */
    url: (page) => origin + prefix + page.address.slice(1),
    /** Where the site says that it stands on the web. */
    base: "",
  };
  const canonical = site.byAddress.get("/").links.find((link) => link.rel === "canonical");
  site.base = canonical?.href ?? "";
  return site;
}

/** The page at an address; a test that names one is wrong if it is not there. */
export function pageAt(site, address) {
  const page = site.byAddress.get(address);
  if (!page) throw new Error(`The site has no page at ${address}`);
  return page;
}

/**
 * The file of the site to which an address on its server leads, or null where there is none.
 * An address that needs a redirect leads nowhere: links must say where they go.
 */
export function fileBehind(site, url) {
  if (url.origin !== site.origin || !url.pathname.startsWith(site.prefix)) return null;
  const wanted = decodeURIComponent(url.pathname.slice(site.prefix.length));
  const file = wanted === "" || wanted.endsWith("/") ? `${wanted}index.html` : wanted;
  return site.files.has(file) ? file : null;
}

/** An absolute address under the site's own base, on our server; anything else as it is. */
export function broughtHome(site, url) {
  if (!site.base || !url.href.startsWith(site.base)) return url;
  return new URL(site.origin + site.prefix + url.href.slice(site.base.length));
}

function placed(file) {
  const address = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
  return { address, parts: address.split("/").filter(Boolean) };
}

async function walk(folder, below = "") {
  const found = [];
  for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
    const name = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...(await walk(folder, name)));
    else found.push(name);
  }
  return found.sort();
}
