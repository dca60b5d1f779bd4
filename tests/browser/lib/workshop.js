/**
 * The hard cases: a small site that the program makes on the spot, in a folder of its own. It is
 * published twice on one day, and the second time without some of its pages; then it is drawn once as
 * published and once with drafts. What is in it stands in `workshop/`.
 */

import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { WORKSHOP } from "./places.js";
import { newFolder, programIn } from "./program.js";
import { once, openSite } from "./site.js";

/** What the second version no longer has. */
const TAKEN_AWAY = [
  "content/testshire/leaving-care-policy/third.md",
  "content/testshire/leaving-care-policy/index.easy-read.md",
  "content/testshire/supports/bus-pass.md",
];

/** The types of page that the sample has not, or not so hard. */
export const TYPES_OF_WORKSHOP = ["gone", "alternate: ar", "old version", "change", "print", "publication", "further page"];

/** The hard cases as published. */
export const workshopSite = () => once("workshop", () => openSite(path.join(made(), "site")));

/** The hard cases with what nobody has published yet. */
export const draftSite = () => once("drafts", () => openSite(path.join(made(), "drafts")));

let folder;

function made() {
  if (folder) return folder;
  folder = newFolder("workshop");
  const offerbook = programIn(folder);
  const take = (part) => cpSync(path.join(WORKSHOP, part), folder, { recursive: true });
  take("first");
  offerbook("publish", "--note", "The first wording.");
  take("second");
  for (const file of TAKEN_AWAY) rmSync(path.join(folder, file));
  offerbook("publish", "--note", "A second wording, with less in it.");
  offerbook("build", "--out", path.join(folder, "site"));
  take("draft");
  offerbook("build", "--drafts", "--out", path.join(folder, "drafts"));
  return folder;
}
