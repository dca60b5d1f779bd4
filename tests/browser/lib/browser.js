/** One browser for all tests. Every test gets pages of its own, and a picture of them if it fails. */

import { after } from "node:test";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
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

/**
 * Opens a page of its own, does the work and closes it. What is wrong with any page that is loaded
 * on the way (errors, blocked things, requests that leave the site) is collected in `page.trouble`.
 */
export async function withPage(name, options, work) {
  const context = await (await browser()).newContext({ viewport: WIDE, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  watch(page);
  try {
    return await work(page);
  } catch (error) {
    await picture(page, name);
    throw error;
  } finally {
    await context.close();
  }
}

async function picture(page, name) {
  mkdirSync(FAILURES, { recursive: true });
  const file = path.join(FAILURES, `${name.replace(/[^a-zA-Z0-9]+/g, "-").slice(0, 120)}.png`);
  // A picture is a help, not a test: a page that cannot be drawn has failed already.
  await page.screenshot({ path: file, fullPage: true }).catch(() => {});
}

function watch(page) {
  page.trouble = [];
  const say = (what) => page.trouble.push(`${page.url()}: ${what}`);
  page.on("console", (message) => {
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
