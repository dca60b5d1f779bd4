/**
 * Everything that is hard to lay out, on a site of three made-up councils: one has all that there can
 * be, one nothing that need not be, and one nothing at all. The program makes it on the spot, in a
 * folder of its own: three times published, with one publication withdrawn and two moved; then it is
 * drawn once as published and once with drafts. What is in it stands in `nasty/`.
 */

import { cpSync } from "node:fs";
import path from "node:path";
import { NASTY } from "./places.js";
import { newFolder, programIn } from "./program.js";
import { once, openSite } from "./site.js";

const BY = ["--by", "Director of Everything"];

/** The day on which reviews and actions are judged. */
const DAY = "2030-01-02";

/** The types of page that it has to have. */
export const TYPES_OF_NASTY = [
  "alternate: ar",
  "alternate: cy",
  "alternate: easy-read",
  "change",
  "coverage",
  "decision",
  "ended",
  "evidence",
  "old version",
  "organisation",
  "print",
  "publication",
  "record",
  "sign-ups",
  "support",
];

/** What is hard to lay out, as published. */
export const nastySite = () => once("nasty", () => openSite(path.join(made(), "site")));

/** The same with what nobody has published yet. */
export const nastyDraftSite = () => once("nasty drafts", () => openSite(path.join(made(), "drafts")));

let folder;

function made() {
  if (folder) return folder;
  folder = newFolder("nasty");
  const offerbook = programIn(folder);
  const take = (part) => cpSync(path.join(NASTY, part), folder, { recursive: true });
  const publish = (day, note) => offerbook("publish", "--note", note, "--at", `${day}T09:00:00Z`);
  const key = path.join(newFolder("nasty-key"), "key");
  take("first");
  publish("2026-02-02", "The first wording of everything.");
  take("second");
  publish("2026-06-01", "A second wording, and an address that does not break: https://www.everythingshire.example/a/very/long/address/that/nobody/would/want/to/read/aloud/on/the/telephone/to/anyone.");
  take("third");
  publish("2026-06-02", "More partners have signed.");
  offerbook("withdraw", "everythingshire/withdrawn-policy", "--reason", "Its words were too long: see https://www.everythingshire.example/a/very/long/address/that/nobody/would/want/to/read/aloud/on/the/telephone/to/anyone.", ...BY);
  offerbook("move", "everythingshire/moved-policy", "https://www.everythingshire.example/a/very/long/address/that/nobody/would/want/to/read/aloud/on/the/telephone/to/anyone", "--reason", "Somebody else publishes it now.", ...BY);
  offerbook("move", "everythingshire/old-name", "everythingshire/new-name", "--reason", "It has another name now.", ...BY);
  take("fourth");
  publish("2026-06-03", "It has another address now.");
  offerbook("key", "generate", "everythingshire", "--out", key);
  offerbook("seal", "everythingshire", "--key", key);
  offerbook("build", "--as-at", DAY, "--out", path.join(folder, "site"));
  take("draft");
  offerbook("build", "--as-at", DAY, "--drafts", "--out", path.join(folder, "drafts"));
  return folder;
}
