/** Scripts of the theme as a built site has them: with their words in them. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SAMPLE_SITE } from "./places.js";

/** A script of the sample site, in the language in which it says this: there is one for each. */
export function scriptSaying(name, words) {
  const folder = path.join(SAMPLE_SITE, "static");
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`));
  const text = files.map((file) => readFileSync(path.join(folder, file), "utf8")).find((one) => one.includes(words));
  if (!text) throw new Error(`No ${name}.js in ${folder} says “${words}”`);
  return text;
}
