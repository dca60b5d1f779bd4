/**
 * Two councils, of which one took over from the other: with homes that sign by themselves, bodies that
 * were merged, reviews of every standing, an accessibility statement, actions that a decision asked
 * for, and charts. The program makes the site on the spot, as it is on a day to come. What is in it
 * stands in `partners/`.
 */

import { cpSync } from "node:fs";
import path from "node:path";
import { PARTNERS } from "./places.js";
import { newFolder, programIn } from "./program.js";
import { once, openSite } from "./site.js";

/** The day on which reviews and actions are judged. */
const DAY = "2030-01-02";

/** The two councils. */
export const partnersSite = () => once("partners", () => openSite(made()));

function made() {
  const folder = newFolder("partners");
  const offerbook = programIn(folder);
  const take = (part) => cpSync(path.join(PARTNERS, part), folder, { recursive: true });
  const publish = (what, day) => offerbook("publish", what, "--note", "What partners have agreed.", "--at", `${day}T09:00:00Z`);
  take("first");
  publish("oldshire", "2025-01-06");
  publish("newshire/decisions/2026-04-02-out-of-court", "2026-04-02");
  publish("newshire", "2026-04-06");
  take("second");
  publish("newshire", "2026-10-05");
  const site = path.join(folder, "site");
  offerbook("build", "--as-at", DAY, "--out", site);
  return site;
}
