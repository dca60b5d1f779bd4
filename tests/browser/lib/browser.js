/** One browser for all tests. A test that fails leaves a picture of its page. */

import { after } from "node:test";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { withColours } from "./in-page.js";
import { CHROMIUM, FAILURES } from "./places.js";

let launched;

/** Starts the browser when it is first asked for. */
export function browser() {
  launched ??= chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  return launched;
}

after(async () => {
  if (launched) await (await launched).close();
});

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 320, height: 640 };

/** Pages that have done their work, by how they were made. A new page takes long to start. */
const idle = new Map();

/**
 * Does the work with a page, which nobody else uses meanwhile. What is wrong with any document that is
 * loaded on the way (errors, blocked things, requests that leave the site) is collected in
 * `page.trouble`.
 */
export async function withPage(name, options, work) {
  const sort = JSON.stringify(options);
  const page = idle.get(sort)?.pop() ?? (await newPage(options));
  page.trouble = [];
  try {
    const result = await work(page);
    // Whoever has the page next shall not be told that something was still on its way.
    await page.goto("about:blank");
    await page.setViewportSize(options.viewport ?? WIDE);
    await page.emulateMedia({ media: null, colorScheme: options.colorScheme ?? null, forcedColors: null });
    idle.set(sort, [...(idle.get(sort) ?? []), page]);
    return result;
  } catch (error) {
    await picture(page, name);
    await page.context().close();
    throw error;
  }
}

async function newPage(options) {
  const context = await (await browser()).newContext({ viewport: WIDE, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.addInitScript(withColours);
  watch(page);
  return page;
}

async function picture(page, name) {
  mkdirSync(FAILURES, { recursive: true });
  const file = path.join(FAILURES, `${name.replace(/[^a-zA-Z0-9]+/g, "-").slice(0, 120)}.png`);
  // A picture is a help, not a test: a page that cannot be drawn has failed already.
  await page.screenshot({ path: file, fullPage: true }).catch(() => {});
}

function watch(page) {
  const say = (what) => page.trouble.push(`${page.url()}: ${what}`);
  page.on("console", (message) => {
    // That the page itself is an error page is for a test to judge.
    if (message.location().url === page.url() && /^Failed to load resource/.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning") say(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => say(`script error: ${error.message}`));
  page.on("request", (request) => {
    const wanted = new URL(request.url());
    const frame = new URL(request.isNavigationRequest() ? request.url() : page.url());
    if (wanted.origin !== frame.origin) say(`asks another origin for ${request.url()}`);
  });
  page.on("requestfailed", (request) => say(`could not load ${request.url()}: ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
      say(`${response.status()} for ${response.url()}`);
    }
  });
  page.on("dialog", (dialog) => {
    say(`opens a dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
}
