/**
 * A copy of the sample in which something has happened to publications: one is withdrawn, one has moved
 * to another website and one within this one, and a page of an old version is withheld. The program
 * does all of it on the spot, in a folder of its own, and seals it with the demonstration keys.
 */

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./places.js";
import { newFolder, programIn } from "./program.js";
import { once, openSite, pageAt } from "./site.js";

const BY = ["--by", "Director of Children’s Services"];

/** The types of page that the sample has not. */
export const TYPES_OF_NOTICES = ["ended", "record", "evidence", "old version, further page"];

/** The sample with notices. */
export const noticesSite = () => once("notices", () => openSite(made()));

/** The pages that differ from those of the sample. */
export function chosenNotices(site) {
  return [
    ["withdrawn", "/exampleshire/missing-from-care/"],
    ["withdrawn, print", "/exampleshire/missing-from-care/print/"],
    ["withdrawn, versions", "/exampleshire/missing-from-care/versions/"],
    ["withdrawn, latest version", "/exampleshire/missing-from-care/versions/2026-11-02/"],
    ["moved to another website", "/exampleshire/reducing-criminalisation-protocol/"],
    ["moved to another website, alternate", "/exampleshire/reducing-criminalisation-protocol/child-friendly/"],
    ["moved within the site", "/lancashire/reducing-offending-strategy/"],
    ["withheld", "/exampleshire/kinship-local-offer/versions/2026-02-02/money/"],
    ["record", "/exampleshire/record/"],
    ["evidence of what is withheld in part", "/exampleshire/record/evidence/kinship-local-offer/2026-02-02/"],
  ].map(([type, address]) => ({ type, page: pageAt(site, address) }));
}

function made() {
  const folder = newFolder("notices");
  const offerbook = programIn(folder);
  for (const part of ["content", "published", "themes", "site-config.toml"]) {
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  offerbook("withdraw", "exampleshire/missing-from-care", "--reason", "Its rules are part of the safeguarding arrangements now.", ...BY);
  offerbook("move", "exampleshire/reducing-criminalisation-protocol", "https://partnership.example/out-of-court/", "--reason", "The partnership publishes it now.", ...BY);
  offerbook("move", "lancashire/reducing-offending-strategy", "lancashire/reducing-offending", "--reason", "It has a shorter name now.", ...BY);
  offerbook("redact", "exampleshire/kinship-local-offer", "2026-02-02", "--page", "money", "--here-only", "--reason", "It named a carer.", "--by", "Data Protection Officer");
  // Lists of versions bear the title of what they list, and search engines list both.
  const moved = path.join(folder, "content/lancashire/reducing-offending/index.md");
  writeFileSync(moved, readFileSync(moved, "utf8").replace(/^title = "/m, '$&Strategy: '));
  offerbook("publish", "lancashire/reducing-offending", "--note", "It has a shorter address now.");
  offerbook("seal", "--key", path.join(ROOT, "tests/keys/demonstration.key"));
  const site = path.join(folder, "site");
  offerbook("build", "--out", site);
  return site;
}
