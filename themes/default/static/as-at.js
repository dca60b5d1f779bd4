/**
 * Goes to any day: to the page of the last day on which something changed by then. The days are the
 * links of the list; a page of one day asks the list. No module, as those do not run in pages that are
 * opened from a folder.
 */
(() => {
  "use strict";

  const form = document.querySelector("[data-go-to-day]");
  const { day: field } = form.elements;
  const told = form.querySelector("[role=status]");
  const asked = new URLSearchParams(location.search).get("day");

  const dayIn = (address) => /(\d{4}-\d\d-\d\d)\/(?:index\.html)?(?:[?#]|$)/.exec(address)?.[1];
  const isDay = (text) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(text) : NaN;
    return !isNaN(day) && day.toISOString().startsWith(text);
  };
  // Not every browser knows the months in every language.
  const MONTHS = [
    ...["say:dates-month-01", "say:dates-month-02", "say:dates-month-03", "say:dates-month-04"],
    ...["say:dates-month-05", "say:dates-month-06", "say:dates-month-07", "say:dates-month-08"],
    ...["say:dates-month-09", "say:dates-month-10", "say:dates-month-11", "say:dates-month-12"],
  ];
  const fill = (text, given) => text.replace(/\{(\w+)\}/g, (_, name) => given[name]);
  const inWords = (text) => {
    const [year, month, day] = text.split("-").map(Number);
    return fill("say:dates-day", { day, month: MONTHS[month - 1], year });
  };

  /** Newest first. */
  const days = [...document.querySelectorAll("[data-days] > li > p > a")].map(({ href }) => ({ href, day: dayIn(href) }));
  const first = days.length ? days[days.length - 1].day : "";
  const own = dayIn(location.pathname);
  // Swedes write days as machines do.
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
  const newest = days.length ? days[0].day : own;
  const last = today > newest ? today : newest;

  /** Where a day is shown; where it is not, says why. */
  function find(day) {
    told.textContent = "";
    if (!isDay(day)) {
      told.textContent = "say:scripts-day-choose";
    } else if (day > last) {
      told.textContent = fill("say:scripts-day-to-come", { day: inWords(day) });
    } else {
      const stood = days.find((listed) => listed.day <= day);
      if (stood) return stood.day === day ? stood.href : `${stood.href}?day=${day}`;
      told.textContent = fill("say:scripts-day-before-first", { day: inWords(day), other: inWords(first) });
    }
  }

  function tellAsked() {
    const next = dayIn(document.querySelector("a[rel=next]")?.href);
    if (!isDay(asked) || asked <= own || asked >= next || asked > last) return;
    const words = fill("say:scripts-day-asked", { day: inWords(asked), other: inWords(own) });
    document.querySelector("[data-asked]").textContent = words;
  }

  form.addEventListener("submit", (event) => {
    if (!days.length && isDay(field.value)) return;
    event.preventDefault();
    const address = find(field.value);
    if (address) location.assign(address);
  });

  field.min = first;
  field.max = last;
  form.hidden = false;
  if (own) {
    field.value = asked ?? own;
    tellAsked();
  } else if (asked !== null) {
    field.value = asked;
    const address = find(asked);
    if (address) location.replace(address);
  }
})();
