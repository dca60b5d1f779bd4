/** Reviews that are due: on the page, in a calendar and in a table, which agree; and actions, with how far they have come. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { inside, dayOf, pageBehind } from "./lib/inside.js";
import { partnersSite } from "./lib/partners.js";
import { broughtHome, fileBehind, pageAt, sampleSite } from "./lib/site.js";
import { pagesByType } from "./lib/types.js";
import { none } from "./lib/report.js";

const SITES = [["the sample", sampleSite], ["partners", partnersSite]];

/** RFC 5545, section 3.1: no line is longer, not counting its end. */
const LONGEST = 75;

const text = (site, file) => readFileSync(path.join(site.folder, file), "utf8");
const councils = (site) => pagesByType(site).get("reviews");

/** The groups on a page of reviews, and how a table calls them. */
const STANDINGS = { Overdue: "overdue", "Due within 60 days": "due within 60 days", "Due later": "due later", "No review date is set": "no date set" };

for (const [name, opening] of SITES) {
  test(`calendars of ${name} are as RFC 5545 has them`, async () => {
    const site = await opening();
    const problems = [];
    for (const { parts } of councils(site)) {
      const file = `${parts[0]}/reviews.ics`;
      const say = (what) => problems.push(`${file}: ${what}`);
      const raw = text(site, file);
      if (/[^\r]\n|\r[^\n]/.test(raw)) say("a line does not end with CR and LF");
      if (!raw.endsWith("END:VCALENDAR\r\n")) say("its last line has no end");
      for (const line of raw.split("\r\n")) {
        if (Buffer.byteLength(line) > LONGEST) say(`a line of ${Buffer.byteLength(line)} bytes: ${line}`);
      }
      const { calendar, events } = parsed(raw);
      if (calendar.VERSION !== "2.0" || !calendar.PRODID) say("does not say what it is");
      const uids = events.map(({ UID }) => UID);
      if (new Set(uids).size !== uids.length) say("a UID stands twice");
      for (const event of events) {
        for (const wanted of ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"]) if (!event[wanted]) say(`${event.UID} has no ${wanted}`);
        if (!/^\d{8}T\d{6}Z$/.test(event.DTSTAMP)) say(`${event.UID} was made at ${event.DTSTAMP}`);
        if (!/^\d{8}$/.test(event.DTSTART) || event.DTEND <= event.DTSTART) say(`${event.UID} is from ${event.DTSTART} to ${event.DTEND}`);
        if (!fileBehind(site, broughtHome(site, new URL(event.URL)))) say(`${event.UID} leads to ${event.URL}, which is not there`);
      }
    }
    none(problems, "calendars that programs may not read");
  });

  test(`page, calendar and table of ${name} tell of the same reviews`, async () => {
    const site = await opening();
    const pages = councils(site);
    const found = await inside(pages, (doc) =>
      [...doc.querySelectorAll("main h2 + ul.cards")].flatMap((list) =>
        [...list.children].map((card) => ({
          group: list.previousElementSibling.textContent.trim(),
          title: card.querySelector("h3").textContent.trim(),
          href: card.querySelector("h3 a").getAttribute("href"),
          due: card.textContent.match(/(?:due on|review by) (\d+ \w+ \d{4})/)?.[1] ?? "",
        })),
      ),
    );
    const problems = [];
    for (const [at, page] of pages.entries()) {
      const [council] = page.parts;
      const onPage = found[at].map(({ group, title, href, due }) => [title, due && dayOf(due), STANDINGS[group], pageBehind(site, page, href)?.address]);
      const [heads, ...rows] = cells(text(site, `${council}/reviews.csv`));
      const column = (row, head) => row[heads.indexOf(head)];
      const addressOf = (url) => site.byFile.get(fileBehind(site, broughtHome(site, new URL(url))))?.address;
      const inTable = rows.map((row) => [column(row, "title"), column(row, "review_due"), column(row, "standing"), addressOf(column(row, "address"))]);
      const { events } = parsed(text(site, `${council}/reviews.ics`));
      const inCalendar = events.map((event) => [dashed(event.DTSTART), addressOf(event.URL)]);
      const dated = onPage.filter(([, due]) => due).map(([, due, , address]) => [due, address]);
      differ(problems, `${council}: page and table`, onPage, inTable);
      differ(problems, `${council}: page and calendar`, dated, inCalendar);
      for (const [title] of onPage) {
        if (!events.some(({ SUMMARY }) => SUMMARY.includes(title)) && dated.some(([, , , one]) => one === title)) problems.push(`${council}: ${title} is not in the calendar`);
      }
    }
    none(problems, "reviews that differ");
  });
}

test("reviews of every standing stand in their group, and the authority's home tells of those that are due", async () => {
  const site = await partnersSite();
  const page = pageAt(site, "/newshire/reviews/");
  assert.match(page.mainText, /1 overdue, 1 due within 60 days and 1 without a review date/);
  const headings = page.headings.map(({ text: words }) => words);
  const groups = Object.keys(STANDINGS).filter((group) => headings.includes(group));
  assert.deepEqual(groups, ["Overdue", "Due within 60 days", "No review date is set"]);
  const home = pageAt(site, "/newshire/").mainText;
  assert.match(home.slice(home.indexOf("Reviews that are due")), /30 June 2029.*20 January 2030/);
});

test("actions tell who, by when and how far, late ones first, with what asked for them", async () => {
  const site = await partnersSite();
  const page = pageAt(site, "/newshire/actions/");
  assert.deepEqual(
    page.headings.filter(({ level }) => level === 2).map(({ text: words }) => words),
    ["Overdue", "Done or stopped"],
  );
  const [cards] = await inside([page], readCards);
  assert.equal(cards.length, 3);
  for (const { facts } of cards) for (const label of ["Status", "By when", "Who", "Part of"]) assert.ok(facts[label], `no ${label}`);
  const train = cards.find(({ title }) => title === "Train every home");
  assert.match(train.facts["By when"], /30 June 2026, overdue/);
  const decision = "/newshire/decisions/2026-04-02-out-of-court/";
  assert.ok(page.links.some(({ href }) => pageBehind(site, page, href)?.address === decision), "no link to the decision");
  const follow = pageAt(site, decision);
  assert.match(follow.mainText, /Train every home.*Count the calls/);
  assert.ok(follow.links.some(({ href }) => pageBehind(site, follow, href)?.address === "/newshire/out-of-court/"));
});

test("every action of the sample tells how it went, and the numbers above are those of the list", async () => {
  const site = await sampleSite();
  const pages = pagesByType(site).get("actions");
  const found = await inside(pages, readCards);
  const problems = [];
  for (const [at, page] of pages.entries()) {
    const done = found[at].filter(({ facts }) => /^Done\b/.test(facts.Status)).length;
    const words = page.mainText.match(/(\d+) of (\d+) actions? (?:is|are) done/);
    if (Number(words?.[1]) !== done || Number(words?.[2]) !== found[at].length) problems.push(`${page.address}: ${words?.[0]}, and ${done} of ${found[at].length} are`);
    for (const { title, facts } of found[at]) if (!facts.Status || !facts["By when"]) problems.push(`${page.address}: ${title} has no status or day`);
  }
  none(problems, "actions");
});

function readCards(doc) {
  return [...doc.querySelectorAll("main ul.cards > li")].map((card) => ({
    title: card.querySelector(".card-title").textContent.trim(),
    facts: Object.fromEntries([...card.querySelectorAll("dl > div")].map((row) => [row.querySelector("dt").textContent.trim(), row.querySelector("dd").textContent.trim()])),
  }));
}

/** Properties of a calendar and of its events; those of an alarm are left out. */
function parsed(raw) {
  const calendar = {};
  const events = [];
  const within = [];
  for (const line of raw.replace(/\r\n[ \t]/g, "").split("\r\n").filter(Boolean)) {
    const [, name, value] = line.match(/^([A-Z-]+)(?:;[^:]*)?:(.*)$/);
    if (name === "BEGIN") {
      within.push(value);
      if (value === "VEVENT") events.push({});
    } else if (name === "END") assert.equal(within.pop(), value);
    else if (within.at(-1) === "VEVENT") events.at(-1)[name] = value.replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
    else if (within.at(-1) === "VCALENDAR") calendar[name] = value;
  }
  assert.deepEqual(within, []);
  return { calendar, events };
}

/** The cells of a table, RFC 4180. */
function cells(raw) {
  const rows = [];
  for (const line of raw.split(/\r?\n/).filter(Boolean)) {
    rows.push([...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare));
  }
  return rows;
}

const dashed = (day) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

function differ(problems, about, one, other) {
  const [left, right] = [one, other].map((rows) => new Set(rows.map((row) => row.join(" | "))));
  for (const row of left) if (!right.has(row)) problems.push(`${about}: only the first has ${row}`);
  for (const row of right) if (!left.has(row)) problems.push(`${about}: only the second has ${row}`);
}
