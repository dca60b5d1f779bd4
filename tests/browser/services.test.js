/**
 * What programs read of what one can get: shaped like Open Referral UK 3.0, with the fields that it
 * requires. A static site answers no queries, so it does not claim to conform.
 */

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { partnersSite } from "./lib/partners.js";
import { broughtHome, fileBehind, sampleSite, subSite } from "./lib/site.js";
import { pagesByType } from "./lib/types.js";
import { workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What each sort of thing has to have, by the key that it stands under. */
const REQUIRED = {
  contents: ["id", "name", "status", "url"],
  organization: ["id", "name", "description"],
  locations: ["id", "location_type"],
  phones: ["id", "number"],
  contacts: ["id"],
  attributes: ["id"],
  service_areas: ["id"],
  cost_options: ["id"],
  taxonomy_term: ["id", "name", "description"],
};

const STATUSES = ["active", "inactive", "defunct", "temporarily closed"];

for (const [name, opening] of [["the sample", sampleSite], ["the sample in a folder", subSite], ["the hard cases", workshopSite], ["partners", partnersSite]]) {
  test(`services of ${name} have the fields that Open Referral UK requires, and lead to pages that are there`, async () => {
    const site = await opening();
    const files = [...site.files].filter((file) => /^data\/[^/]+\/services\.json$/.test(file));
    assert.ok(files.length > 0, "no services");
    const problems = [];
    for (const file of files) {
      const say = (what) => problems.push(`${file}: ${what}`);
      const page = JSON.parse(readFileSync(path.join(site.folder, file), "utf8"));
      const number = page.contents.length;
      const expected = { total_items: number, total_pages: 1, page_number: 1, size: number, first_page: true, last_page: true, empty: number === 0 };
      for (const [key, value] of Object.entries(expected)) if (page[key] !== value) say(`${key} is ${page[key]}, not ${value}`);
      const seen = new Map();
      walk("contents", page.contents, (sort, one) => {
        for (const key of REQUIRED[sort] ?? []) if (one[key] === undefined || one[key] === "") say(`${sort} ${one.name ?? one.id} has no ${key}`);
        if (one.id !== undefined && !UUID.test(one.id)) say(`${sort} has the id ${one.id}`);
        // The same thing may be told twice, but no two things have one id.
        const same = seen.get(one.id);
        if (same && (JSON.stringify(same) !== JSON.stringify(one) || sort === "contents" || sort === "attributes")) say(`${sort} has the id of another: ${one.id}`);
        seen.set(one.id, one);
      });
      const [, council] = file.split("/");
      const supports = (pagesByType(site).get("support") ?? []).filter(({ parts }) => parts[0] === council);
      const told = page.contents.map(({ url }) => site.byFile.get(fileBehind(site, broughtHome(site, new URL(url)))));
      for (const [at, there] of told.entries()) if (!supports.includes(there)) say(`${page.contents[at].url} is no page of a support`);
      for (const one of supports) if (!told.includes(one)) say(`${one.address} is not told`);
      for (const one of page.contents) {
        if (!STATUSES.includes(one.status)) say(`${one.name} is ${one.status}`);
        for (const key of ["minimum_age", "maximum_age"]) if (one[key] !== undefined && !Number.isInteger(one[key])) say(`${one.name}: ${key} ${one[key]}`);
        if (one.minimum_age > one.maximum_age) say(`${one.name}: from ${one.minimum_age} to ${one.maximum_age}`);
        for (const key of ["assured_date", "last_modified"]) if (one[key] !== undefined && !/^\d{4}-\d{2}-\d{2}/.test(one[key])) say(`${one.name}: ${key} ${one[key]}`);
        for (const { link_id: id } of one.attributes ?? []) if (id !== one.id) say(`${one.name}: an attribute of another service`);
      }
    }
    none(problems, "services that programs may not read");
  });
}

test("ids of services are the same wherever the site stands", async () => {
  const ids = async (opening) => {
    const site = await opening();
    return JSON.parse(readFileSync(path.join(site.folder, "data/exampleshire/services.json"), "utf8")).contents.map(({ id }) => id);
  };
  assert.deepEqual(await ids(sampleSite), await ids(subSite));
});

test("terms of services have names that people know, not ids", async () => {
  const site = await sampleSite();
  const problems = new Set();
  const { contents } = JSON.parse(readFileSync(path.join(site.folder, "data/exampleshire/services.json"), "utf8"));
  walk("contents", contents, (sort, { name }) => sort === "taxonomy_term" && /^[a-z]+-[a-z0-9-]+$/.test(name) && problems.add(name));
  none([...problems], "terms that only have an id");
});

/** Everything that has an id, and the key that it stands under. */
function walk(sort, thing, visit) {
  if (Array.isArray(thing)) for (const one of thing) walk(sort, one, visit);
  else if (thing && typeof thing === "object") {
    visit(sort, thing);
    for (const [key, value] of Object.entries(thing)) walk(key, value, visit);
  }
}
