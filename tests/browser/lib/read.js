/**
 * Reads many pages without drawing them: the browser's own parser says what is in each. Facts are
 * plain data, so that tests can look at a whole site at once.
 */

import { browser } from "./browser.js";

const AT_ONCE = 50;

/** The facts of each of these HTML texts, in order. */
export async function readAll(texts) {
  const context = await (await browser()).newContext();
  try {
    const page = await context.newPage();
    const facts = [];
    for (let at = 0; at < texts.length; at += AT_ONCE) {
      facts.push(...(await page.evaluate(readInBrowser, texts.slice(at, at + AT_ONCE))));
    }
    return facts;
  } finally {
    await context.close();
  }
}

/** Runs in the browser. */
function readInBrowser(texts) {
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const inOrder = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";

  return texts.map((text) => {
    const doc = new DOMParser().parseFromString(text, "text/html");
    const main = doc.querySelector("main");
    const h1 = doc.querySelector("h1");
    const all = [...doc.querySelectorAll("*")];
    const ids = all.filter((element) => element.id).map((element) => element.id);
    const first = doc.body.querySelector(focusable);

    const beforeH1 = [];
    if (main && h1) {
      const walker = doc.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (h1.contains(walker.currentNode) || !inOrder(walker.currentNode, h1)) break;
        beforeH1.push(walker.currentNode.data);
      }
    }

    const links = [...doc.querySelectorAll("[href], [src], [srcset], [action], [data], [poster]")].flatMap((element) =>
      ["href", "src", "srcset", "action", "data", "poster"]
        .filter((name) => element.hasAttribute(name))
        .map((name) => ({
          tag: element.localName,
          attribute: name,
          href: element.getAttribute(name),
          rel: element.getAttribute("rel") ?? "",
          hreflang: element.getAttribute("hreflang") ?? "",
          text: plain(element.textContent),
          isBeforeH1: Boolean(h1 && main?.contains(element) && inOrder(element, h1)),
          isInMain: Boolean(main?.contains(element)),
        })),
    );

    return {
      title: plain(doc.title),
      lang: doc.documentElement.lang,
      dir: doc.documentElement.dir,
      languages: all.filter((element) => element.hasAttribute("lang")).map((element) => element.getAttribute("lang")),
      isNoIndex: [...doc.querySelectorAll("meta[name=robots]")].some((meta) => /noindex/i.test(meta.content)),
      headings: [...doc.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => ({
        level: Number(heading.localName[1]),
        text: plain(heading.textContent),
      })),
      ids: [...new Set(ids)],
      doubleIds: ids.filter((id, at) => ids.indexOf(id) !== at),
      lostNames: all.flatMap((element) =>
        ["aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"]
          .flatMap((name) => (element.getAttribute(name) ?? "").split(/\s+/).filter(Boolean).map((id) => ({ name, id })))
          .filter(({ id }) => !ids.includes(id))
          .map(({ name, id }) => `${element.localName} ${name} ${id}`),
      ),
      links,
      // Facts for search engines: a block of data, which no browser runs.
      structured: [...doc.querySelectorAll('script[type="application/ld+json"]')].map((element) => element.textContent),
      scripts: [...doc.querySelectorAll('script:not([type="application/ld+json"]), noscript')].map((element) => ({
        tag: element.localName,
        type: element.getAttribute("type") ?? "",
        src: element.getAttribute("src") ?? "",
        text: element.textContent,
      })),
      hasCheck: doc.querySelector("[data-check-record]") !== null,
      hasDays: doc.querySelector("[data-go-to-day]") !== null,
      hasExit: doc.querySelector("[data-exit]") !== null,
      recorded: [...doc.querySelectorAll("[data-recorded]")].map((element) => element.dataset.recorded).filter(Boolean),
      inlineStyles: all
        .filter((element) => element.localName === "style" || element.hasAttribute("style"))
        .map((element) => element.outerHTML.slice(0, 120)),
      handlers: all.flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith("on")).map((name) => `${element.localName} ${name}`),
      ),
      embedded: [...doc.querySelectorAll("iframe, object, embed, base, meta[http-equiv]")].map((element) => element.localName),
      firstFocusable: first && { tag: first.localName, href: first.getAttribute("href"), text: plain(first.textContent) },
      mainId: main?.id ?? "",
      mains: doc.querySelectorAll("main").length,
      beforeH1: plain(beforeH1.join(" ")),
      mainText: main ? plain(main.textContent) : "",
      text: plain(doc.body.textContent),
    };
  });
}
