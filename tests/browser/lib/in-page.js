/**
 * Looking at a page that is drawn. Every function here runs in the browser and gives back plain data.
 */

/** What makes the page wider than the window, or hides a part of a text; nothing, if all fits. */
export function overflow() {
  const problems = [];
  const width = document.documentElement.clientWidth;
  const name = (element) => {
    const label = element.id ? `#${element.id}` : element.className ? `.${String(element.className).trim().split(/\s+/).join(".")}` : "";
    return `${element.localName}${label} “${element.textContent.replace(/\s+/g, " ").trim().slice(0, 50)}”`;
  };
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const insideScroller = (element) => {
    for (let above = element.parentElement; above; above = above.parentElement) {
      if (above !== document.documentElement && above !== document.body && scrolls(above)) return true;
    }
    return false;
  };
  const forEars = (element) => element.closest(".visually-hidden, .skip");

  if (document.documentElement.scrollWidth > width || document.body.scrollWidth > document.body.clientWidth) {
    problems.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} px in ${width}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    if (forEars(element) || insideScroller(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (box.right > width + 1 || box.left < -1) problems.push(`sticks out of the window: ${name(element)}`);
    const style = getComputedStyle(element);
    const cuts = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
    if (cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      problems.push(`a part of it is cut off: ${name(element)}`);
    }
    if (scrolls(element) && element.scrollWidth > element.clientWidth + 1) {
      // Only what has two dimensions may scroll in both.
      if (!element.querySelector("table") && element.localName !== "pre") problems.push(`scrolls without need: ${name(element)}`);
    }
  }
  return problems;
}

/** Sets the spacing of text to what a reader may choose (WCAG 1.4.12). */
export function spaceText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}

/** How what has focus looks: where it is, what shows that it has focus, and whether it can be seen. */
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const number = (text) => Number.parseFloat(text) || 0;
  const colour = (text) => {
    const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return { red, green, blue, alpha };
  };
  const light = ({ red, green, blue }) => {
    const [r, g, b] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (from) => {
    for (let above = from; above; above = above.parentElement) {
      const found = colour(getComputedStyle(above).backgroundColor);
      if (found.alpha > 0) return found;
    }
    return { red: 255, green: 255, blue: 255, alpha: 1 };
  };
  const style = getComputedStyle(element);
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  const shows = boxes.some((box) =>
    [
      [0.5, 0.5],
      [0.05, 0.5],
      [0.95, 0.5],
      [0.5, 0.2],
      [0.5, 0.8],
    ].some(([across, down]) => {
      const x = box.left + box.width * across;
      const y = box.top + box.height * down;
      const top = document.elementFromPoint(x, y);
      return top !== null && (top === element || element.contains(top));
    }),
  );
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  return {
    at: all.indexOf(element),
    name: `${element.localName} “${(element.getAttribute("aria-label") ?? element.textContent).replace(/\s+/g, " ").trim().slice(0, 60)}”`,
    href: element.getAttribute("href"),
    isInMain: Boolean(element.closest("main")),
    isMain: element.localName === "main",
    isVisible: shows && style.visibility === "visible",
    hasOutline: style.outlineStyle !== "none" && style.outlineStyle !== "hidden" && number(style.outlineWidth) >= 2,
    outlineContrast: Math.min(
      contrast(colour(style.outlineColor), ground(element.parentElement)),
      contrast(colour(style.outlineColor), ground(element)),
    ),
  };
}

/** Everything that the keyboard has to reach, in the order of the page. */
export function focusables() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  return all
    .map((element, at) => ({ element, at }))
    .filter(({ element }) => element.tabIndex >= 0 && element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible")
    .filter(({ element }) => element.localName === "summary" || !element.closest("details:not([open])"))
    .map(({ element, at }) => ({ at, name: `${element.localName} “${element.textContent.replace(/\s+/g, " ").trim().slice(0, 60)}”` }));
}

/** The words that can be seen, in the medium that the page is drawn for. */
export function visibleText() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const above = walker.currentNode.parentElement;
    if (above.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !above.closest(".visually-hidden")) {
      words.push(walker.currentNode.data);
    }
  }
  return words.join(" ").replace(/\s+/g, " ").trim();
}
