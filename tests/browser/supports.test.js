/** What one can get, found by age, arrangement, topic, situation and right, in two steps and without a script. */

import { test } from "node:test";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inside, pageBehind } from "./lib/inside.js";
import { partnersSite } from "./lib/partners.js";
import { ROOT } from "./lib/places.js";
import { pageAt, sampleSite } from "./lib/site.js";
import { pagesByType, WAYS } from "./lib/types.js";
import { workshopSite } from "./lib/workshop.js";
import { none } from "./lib/report.js";

const SITES = [["the sample", sampleSite], ["the hard cases", workshopSite], ["partners", partnersSite]];

/** What stands in a support's file, and how readers are told. */
const ANSWERS = {
  who: "Who can get it",
  how_to_claim: "How to ask",
  who_decides: "Who decides",
  how_long: "How long it takes",
  if_refused: "If you are refused",
  amount: "How much",
  contact: "Contact",
};

/** The lists of a site, with what is offered under each now and how to narrow it down. */
async function listsOf(site) {
  const byType = pagesByType(site);
  const pages = ["supports", "supports of one sort", "supports of two sorts"].flatMap((type) => byType.get(type) ?? []);
  const homes = byType.get("authority home");
  const found = await inside([...homes, ...pages], readList);
  const told = [...homes, ...pages].map((page, at) => ({ page, ...found[at] }));
  return new Map(told.map((list) => [list.page.address, list]));
}

function readList(doc) {
  const links = [...doc.querySelectorAll("dl.ways dd")].map((line) => ({
    href: line.querySelector("a").getAttribute("href"),
    text: line.querySelector("a").textContent.trim(),
    count: Number(line.textContent.match(/\((\d+)\)/)?.[1]),
  }));
  return { ways: links, offered: [...doc.querySelectorAll(".supports > li a")].map((link) => link.textContent.trim()) };
}

for (const [name, opening] of SITES) {
  test(`from an authority's home of ${name}, every list is one step away, and every narrower one two`, async () => {
    const site = await opening();
    const lists = await listsOf(site);
    const steps = new Map();
    const goes = (list, step) => {
      for (const { href } of list.ways) {
        const to = pageBehind(site, list.page, href)?.address;
        if (!steps.has(to)) steps.set(to, step);
      }
    };
    const all = [...lists.values()];
    const homes = all.filter(({ page }) => page.parts.length === 1);
    for (const home of homes) goes(home, 1);
    for (const list of all.filter(({ page }) => steps.get(page.address) === 1)) goes(list, 2);
    const problems = all
      .filter(({ page, offered }) => page.parts.length > 2 && offered.length > 0)
      .map(({ page }) => ({ address: page.address, wanted: (page.parts.length - 2) / 2, is: steps.get(page.address) }))
      .filter(({ wanted, is }) => wanted !== is)
      .map(({ address, is }) => `${address} is ${is ?? "never"} steps away`);
    none(problems, "lists that are too far away");
  });

  test(`numbers in links of ${name} are the numbers of what is listed there`, async () => {
    const site = await opening();
    const lists = await listsOf(site);
    const problems = [];
    for (const { page, ways, offered } of lists.values()) {
      for (const { href, text, count } of ways) {
        const there = lists.get(pageBehind(site, page, href)?.address);
        if (there?.offered.length !== count) problems.push(`${page.address}: ${text} (${count}), and ${there?.offered.length} are there`);
        const isNarrower = page.parts.length > 2;
        const outside = there?.offered.filter((title) => isNarrower && !offered.includes(title)) ?? [];
        if (outside.length > 0) problems.push(`${page.address}: ${text} is not narrower: ${outside.join(", ")}`);
      }
    }
    none(problems, "numbers that are wrong");
  });

  test(`every narrower list of ${name} that leaves something out is offered, from both sides`, async () => {
    const site = await opening();
    const lists = await listsOf(site);
    const sorts = [...lists.values()].filter(({ page }) => page.parts.length === 4);
    const problems = [];
    for (const one of sorts) {
      const reached = one.ways.map(({ href }) => pageBehind(site, one.page, href)?.address);
      for (const other of sorts) {
        if (other.page.parts[0] !== one.page.parts[0] || other.page.parts[2] === one.page.parts[2]) continue;
        const both = one.offered.filter((title) => other.offered.includes(title));
        const tells = both.length > 0 && both.length < one.offered.length && both.length < other.offered.length;
        const [first, second] = [one, other].map(({ page }) => page.parts.slice(2)).sort(inOrder);
        const address = `/${[one.page.parts[0], "supports", ...first, ...second].join("/")}/`;
        if (tells && !reached.includes(address)) problems.push(`${one.page.address} does not lead to ${address}`);
      }
    }
    none(problems, "narrower lists that are missing");
  });
}

const inOrder = ([one], [other]) => [...WAYS].indexOf(one) - [...WAYS].indexOf(other);

test("numbers beside other links of an authority's home are those of what is there", async () => {
  for (const opening of [sampleSite, partnersSite]) {
    const site = await opening();
    const homes = pagesByType(site).get("authority home");
    const counted = await inside(homes, (doc) =>
      [...doc.querySelectorAll("main ul.plain li, main h2 + p")].flatMap((line) => {
        const count = line.textContent.match(/\((\d+)\)\s*$/)?.[1];
        return count ? [{ href: line.querySelector("a").getAttribute("href"), count: Number(count) }] : [];
      }),
    );
    const problems = [];
    for (const [at, home] of homes.entries()) {
      for (const { href, count } of counted[at]) {
        const there = pageBehind(site, home, href);
        const [number] = await inside([there], (doc) => doc.querySelectorAll("main > ul.cards > li, main > ul.supports > li, main > section:not(.banner), main > ul.updates > li").length);
        if (number !== count) problems.push(`${home.address}: ${there.address} has ${number}, not ${count}`);
      }
    }
    none(problems, "numbers that are wrong");
  }
});

test("a support's page answers every question that its file answers, and all that readers ask", async () => {
  const site = await sampleSite();
  const folder = path.join(ROOT, "content/exampleshire/supports");
  const files = readdirSync(folder);
  assert.ok(files.length > 20);
  const pages = files.map((file) => pageAt(site, `/exampleshire/supports/${file.replace(/\.md$/, "")}/`));
  const facts = await inside(pages, (doc) =>
    Object.fromEntries([...doc.querySelectorAll("main dl.facts > div")].map((row) => [row.querySelector("dt").textContent.trim(), row.querySelector("dd").textContent.trim()])),
  );
  const problems = [];
  for (const [at, file] of files.entries()) {
    const text = readFileSync(path.join(folder, file), "utf8");
    for (const [key, label] of Object.entries(ANSWERS)) {
      const written = text.match(new RegExp(`^${key} = "(.*)"$`, "m"))?.[1];
      if (written && facts[at][label] !== written) problems.push(`${file}: ${label}: ${facts[at][label]}`);
    }
    for (const label of ["Who can get it", "How to ask", "Who decides", "How long it takes", "We last made sure of this on"]) {
      if (!facts[at][label]) problems.push(`${file}: does not say: ${label}`);
    }
    const basis = /^basis = "law"$/m.test(text) ? "A legal right" : "The council’s choice, not a legal right";
    if (!pages[at].mainText.includes(basis)) problems.push(`${file}: does not say: ${basis}`);
  }
  none(problems, "questions that are left open");
});
