/** The program itself, at work in a folder that a test has made for it. */

import { after } from "node:test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { OFFERBOOK } from "./places.js";

const folders = [];

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, which is gone after the tests. */
export function newFolder(name) {
  const folder = mkdtempSync(path.join(tmpdir(), `offerbook-${name}-`));
  folders.push(folder);
  return folder;
}

/** Runs commands of the program on the site in a folder. */
export function programIn(folder) {
  return (command, ...rest) => {
    try {
      execFileSync(OFFERBOOK, [command, "--quiet", "--root", folder, ...rest], { stdio: "pipe", encoding: "utf8" });
    } catch (error) {
      throw new Error(`offerbook ${command} failed:\n${error.stderr ?? error.message}`);
    }
  };
}
