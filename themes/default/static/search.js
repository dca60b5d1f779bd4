/** Finds pages in an index (see src/data/search/mod.rs), and loads only what it needs of it. */

/** What readers are told; `data-words-none` and the like on the form put it in other words. */
const WORDS = {
  none: "say:scripts-search-none",
  advice: "say:scripts-search-advice",
  partial: "say:scripts-search-partial",
  wait: "say:scripts-search-wait",
  more: "say:scripts-search-more",
  failed: "say:scripts-search-failed",
  why: "say:scripts-search-why",
};
/** How many results there are, by the plural of their number; `data-words-one` and `-many` on the form. */
const RESULTS = "say-count:scripts-search-results";

/** Results at a time. */
const STEP = 10;
/** Kilobytes of terms that may be loaded. A frequent word packs well, and counts no more than LARGE. */
const [MOST, LARGE] = [33, 11];
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Ends of words, and those that stand in the index instead. */
const ENDS = [
  [/ies$/, "y"],
  [/(s|x|z|ch|sh)es$/, "$1"],
  [/(.[^isu])s$/, "$1"],
  [/([^aeiou])y$/, "$1ies"],
];

/** The words of a text, cut as in the index. */
export function words(text, stop) {
  const plain = text.toLowerCase().normalize("NFD").replace(/[\p{M}'’]/gu, "");
  return plain.split(/[^\p{Alphabetic}\p{N}]+/u).filter((word) => /..|\p{N}/u.test(word) && !stop.includes(word));
}

/** A word, and what it may be the plural or singular of. */
export function forms(word) {
  return [word, ...ENDS.filter(([end]) => end.test(word)).map(([end, other]) => word.replace(end, other))];
}

/** Longer words that begin with a word count too, unless it is very short. */
const isLonger = (term, word) => term !== word && term.startsWith(word) && [...word].length > 2;

/** A list of results. */
export function decode(text) {
  const numbers = [];
  let [next, value, bits, isRun] = [0, 0, 0, false];
  for (const character of text) {
    if (character === ".") {
      isRun = true;
      continue;
    }
    const digit = DIGITS.indexOf(character);
    value += (digit & 31) << bits;
    bits += 5;
    if (digit & 32) continue;
    if (!isRun) next += value;
    for (let left = isRun ? value : 1; left > 0; left -= 1) numbers.push(next++);
    [value, bits, isRun] = [0, 0, false];
  }
  return numbers;
}

/** Which terms files to load for which words, and words of which not all longer ones are in them. */
export function choose(asked, terms) {
  const files = [];
  let left = MOST;
  const weigh = (numbers) => numbers.reduce((sum, number) => sum + Math.min(terms[number][1], LARGE), 0);
  const take = (numbers) => {
    const further = numbers.filter((number) => !files.includes(number));
    const isLittle = weigh(further) <= left;
    if (isLittle) {
      files.push(...further);
      left -= weigh(further);
    }
    return isLittle;
  };
  const fileOf = (word) => terms.filter(([first]) => first <= word).length - 1;
  const filesOf = (word) => [...new Set(forms(word).map(fileOf))].filter((number) => number >= 0);
  // Rare words tell more than frequent ones, and are in smaller files.
  const sorted = asked.map((word) => [word, filesOf(word)]).sort((a, b) => weigh(a[1]) - weigh(b[1]));
  const heeded = sorted.filter(([, numbers]) => take(numbers)).map(([word]) => word);
  const longer = heeded.map((word) => [...terms.keys()].filter((number) => isLonger(terms[number][0], word)));
  for (let turn = 0; longer.some((numbers) => turn < numbers.length); turn += 1) {
    for (const numbers of longer) take(numbers.slice(turn, turn + 1));
  }
  const cut = heeded.filter((_, at) => longer[at].some((number) => !files.includes(number)));
  return { files, heeded, cut };
}

/** Where a word is found, with how much it counts: in titles most, then as it is written. */
export function occurrences(word, rows) {
  const exact = forms(word);
  const lists = [];
  for (const [term, titles, texts] of rows) {
    const points = exact.includes(term) ? 2 : isLonger(term, word) ? 1 : 0;
    if (points) lists.push([points + 2, decode(titles)], [points, decode(texts)]);
  }
  return lists;
}

/** Results from one number to before another that have every word, best first. */
export function rank(found, from = 0, to = Infinity) {
  let sums;
  for (const lists of found) {
    const best = new Map();
    for (const [points, numbers] of lists) {
      for (const number of numbers) {
        if (number < from || number >= to || (sums && !sums.has(number))) continue;
        best.set(number, Math.max(points, best.get(number) || 0));
      }
    }
    if (sums) best.forEach((points, number) => best.set(number, points + sums.get(number)));
    sums = best;
  }
  return sums ? [...sums.keys()].sort((a, b) => sums.get(b) - sums.get(a) || a - b) : [];
}

/** The index in a folder. */
export function open(folder, fetch) {
  let kept = {};
  async function load(name, cache) {
    const response = await fetch(folder + name, { cache });
    const content = response.ok ? await response.json() : {};
    if (content.format !== "offerbook-search/v1") throw new Error(name);
    return content;
  }
  function file(name, cache = "default") {
    if (!kept[name]) {
      kept[name] = load(name, cache);
      // It may come the next time, or the site has changed, and all of it with it.
      kept[name].catch(() => (kept = {}));
    }
    return kept[name];
  }
  const directory = () => file("directory.json", "no-cache");

  return {
    async search(query, slug) {
      const { stamp, stop, terms, results, authorities } = await directory();
      const asked = words(query, stop);
      const { files, heeded, cut } = choose(asked, terms);
      const loaded = await Promise.all(files.map((number) => file(`terms/${number}.json?${stamp}`)));
      const rows = [].concat(...loaded.map((one) => one.terms));
      // Who wrote a whole word does not miss longer ones.
      const isUnknown = (word) => !rows.some(([term]) => forms(word).includes(term));
      const isPartial = heeded.length < asked.length || cut.some(isUnknown);
      // A council that is not here has nothing behind the last result.
      const starts = [...authorities.map(([, , first]) => first), results, results];
      const place = authorities.findIndex(([other]) => other === slug);
      const range = !slug ? [] : starts.slice(place).slice(0, 2);
      return { isPartial, found: rank(heeded.map((word) => occurrences(word, rows)), ...range) };
    },

    async show(numbers) {
      const { stamp, authorities, results_per_file: size } = await directory();
      return Promise.all(
        numbers.map(async (number) => {
          const { results } = await file(`results/${Math.floor(number / size)}.json?${stamp}`);
          const [title, path, summary, remark, authority] = results[number % size];
          return { title, path, summary, remark, authority: (authorities[authority] || [])[1] };
        }),
      );
    },
  };
}

/** Searches indexes; the results of later ones come last. */
export async function searchAll(indexes, query, slug) {
  const answers = await Promise.all(indexes.map((index) => index.search(query, slug)));
  const all = [].concat(...answers.map(({ found }, at) => found.map((number) => [at, number])));
  const show = async (from) => {
    const some = all.slice(from, from + STEP);
    const parts = indexes.map((index, at) => index.show(some.filter(([of]) => of === at).map(([, number]) => number)));
    return [].concat(...(await Promise.all(parts)));
  };
  return { count: all.length, isPartial: answers.some((one) => one.isPartial), show };
}

function start(form, place) {
  const { index, indexOld, root, indexName = "" } = form.dataset;
  const { q: field, in: council, old } = form.elements;
  const indexes = [index, indexOld].filter(Boolean).map((folder) => open(folder, fetch));
  const make = (name, textContent = "") => Object.assign(document.createElement(name), { textContent });
  const say = (name, given, words = WORDS[name]) => {
    const text = form.dataset[`words${name[0].toUpperCase()}${name.slice(1)}`] || words;
    return text.replace(/\{(\w+)\}/g, (_, key) => given[key]);
  };

  // Screen readers tell what comes into it when it is there already.
  const status = make("div");
  status.setAttribute("role", "status");
  const list = make("div");
  place.textContent = "";
  place.append(status, list);
  place.hidden = false;

  function tell(title, ...paragraphs) {
    list.textContent = status.textContent = "";
    status.append(make("h2", title), ...paragraphs.map((name) => make("p", say(name))));
  }

  function item({ title, path, summary, remark, authority }) {
    const link = make("a", remark ? `${title} (${remark})` : title);
    link.href = root + path + indexName;
    const [whole, heading] = [make("li"), make("h3")];
    heading.append(link);
    whole.append(heading, ...[authority, summary].filter(Boolean).map((text) => make("p", text)));
    return whole;
  }

  function showList(answer, first) {
    const [results, more] = [make("ol"), make("button", say("more"))];
    const add = (some) => {
      results.append(...some.map(item));
      if (results.children.length >= answer.count) more.remove();
    };
    more.type = "button";
    list.append(results, more);
    add(first);
    let isBusy = false;
    more.addEventListener("click", async () => {
      if (isBusy) return;
      isBusy = true;
      const { length } = results.children;
      try {
        add(await answer.show(length));
        // The button goes down, and in the end away.
        results.children[length].querySelector("a").focus();
      } catch {
        if (results.isConnected) tell(say("failed"), "why");
      }
      isBusy = false;
    });
  }

  let searches = 0;
  async function search() {
    const own = (searches += 1);
    const query = field.value.trim();
    list.textContent = status.textContent = "";
    if (!query) return;
    list.append(make("p", say("wait")));
    try {
      const answer = await searchAll(old && old.checked ? indexes : indexes.slice(0, 1), query, council && council.value);
      const first = await answer.show(0);
      if (own !== searches) return;
      const { count, isPartial } = answer;
      const language = document.documentElement.lang || "en";
      const number = count.toLocaleString(language);
      const results = RESULTS[new Intl.PluralRules(language).select(count)] || RESULTS.other;
      const advice = [count ? "" : "advice", isPartial ? "partial" : ""].filter(Boolean);
      const given = { query, number, count: number };
      tell(count ? say(count > 1 ? "many" : "one", given, results) : say("none", given), ...advice);
      if (count) showList(answer, first);
    } catch {
      if (own === searches) tell(say("failed"), "why");
    }
  }

  let address = "";
  function searchAddress() {
    address = location.search;
    const asked = new URLSearchParams(location.search);
    field.value = asked.get("q") || "";
    if (council) council.value = asked.get("in") || "";
    // There may be no such council.
    if (council && council.selectedIndex < 0) council.value = "";
    if (old) old.checked = asked.has("old");
    search();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    address = `?${new URLSearchParams(new FormData(form))}`;
    if (address !== location.search) history.pushState(null, "", address);
  });
  addEventListener("popstate", () => {
    // A link to a place on this page changes less.
    if (location.search !== address) searchAddress();
  });
  // Without a question in the address, what a reader has written meanwhile stays.
  if (location.search) searchAddress();
}

if (typeof document !== "undefined") start(document.querySelector("[data-search]"), document.querySelector("[data-search-results]"));
