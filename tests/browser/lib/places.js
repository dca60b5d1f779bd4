/**
 * Where things are. Each place can be changed by an environment variable, so that a single test can
 * be run against a site that was built somewhere else.
 */

import { fileURLToPath } from "node:url";
import path from "node:path";

/** The top of the repository. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const place = (name, otherwise) => path.resolve(process.env[name] ?? path.join(ROOT, otherwise));

/** The sample site, as `offerbook build` makes it. */
export const SAMPLE_SITE = place("SAMPLE_SITE", "target/sample-site");

/** The sample site built with `--base-url` for a folder below the top of a web server. */
export const SUB_SITE = place("SUB_SITE", "target/sample-site-sub");

/** The path in that `--base-url`. */
export const SUB_PREFIX = "/sub/";

/** The program itself: some pages cannot be had from the sample, and are made by it on the spot. */
export const OFFERBOOK = place("OFFERBOOK", "target/release/offerbook");

/** What the hard cases are made from. */
export const WORKSHOP = path.join(ROOT, "tests/browser/workshop");

/** What the two councils are made from, of which one took over from the other. */
export const PARTNERS = path.join(ROOT, "tests/browser/partners");

/** What is hard to lay out. */
export const NASTY = path.join(ROOT, "tests/browser/nasty");

/** Pictures of pages that failed. */
export const FAILURES = path.join(ROOT, "target/browser-failures");

/** The browser. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
