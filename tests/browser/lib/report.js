/** Saying what is wrong, all of it and not only the first. */

import assert from "node:assert/strict";

const MOST = 25;

/** Fails with a list of the problems, if there are any. */
export function none(problems, about) {
  if (problems.length === 0) return;
  const shown = problems.slice(0, MOST).map((problem) => `  - ${problem}`);
  const rest = problems.length - shown.length;
  if (rest > 0) shown.push(`  … and ${rest} more`);
  assert.fail(`${about}: ${problems.length}\n${shown.join("\n")}`);
}

/** Words without white space, to compare texts whatever stands between their blocks. */
export function squeeze(text) {
  return text.replace(/\s+/g, "");
}

/** Does the work for every item, so many at once. */
export async function forEachOf(items, atOnce, work) {
  const queue = [...items];
  const workers = Array.from({ length: atOnce }, async () => {
    while (queue.length > 0) await work(queue.shift());
  });
  await Promise.all(workers);
}
