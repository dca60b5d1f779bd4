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
  const overflowOf = (element) => getComputedStyle(element).overflowX;
  const scrolls = (element) => ["auto", "scroll"].includes(overflowOf(element));
  const insideScroller = (element) => {
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
      if (scrolls(above)) return true;
    }
    return false;
  };
  const forEars = (element) => element.closest(".visually-hidden, .skip, .stack thead") !== null;
  const sticksOut = (box) => box.width > 0 && box.height > 0 && (box.right > width + 1 || box.left < -1);

  if (document.documentElement.scrollWidth > width || document.body.scrollWidth > document.body.clientWidth) {
    const beyond = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
    // What is placed on its own leaves a box that scrolls, unless that box is placed too.
    const culprit = beyond.find((element) => getComputedStyle(element).position === "absolute") ?? beyond[0];
    problems.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} px in ${width}${culprit ? `, perhaps because of ${name(culprit)}` : ""}`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    // Of boxes in boxes, the outermost is enough to find it.
    if (
      sticksOut(element.getBoundingClientRect()) &&
      !sticksOut(element.parentElement.getBoundingClientRect()) &&
      !insideScroller(element) &&
      !forEars(element)
    ) {
      problems.push(`sticks out of the window: ${name(element)}`);
    }
    const holdsTooMuch = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (!holdsTooMuch || element.clientWidth === 0 || forEars(element)) continue;
    if (["hidden", "clip"].includes(overflowOf(element))) problems.push(`a part of it is cut off: ${name(element)}`);
    if (scrolls(element) && (element.tabIndex < 0 || !/^(region|group)$/.test(element.role) || !(element.ariaLabel ?? element.getAttribute("aria-labelledby")))) {
      problems.push(`scrolls, and has no name or is not reached with a keyboard: ${name(element)}`);
    }
    // Only what has two dimensions may scroll in both.
    if (scrolls(element) && element.scrollWidth > element.clientWidth + 1 && !element.querySelector("table")) {
      problems.push(`scrolls without need: ${name(element)}`);
    }
  }
  return problems;
}

/** Words that stand on other words. */
export function overlaps() {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const above = node.parentElement;
    if (!node.data.trim() || !above.checkVisibility() || above.closest(".visually-hidden, .skip, .stack thead")) continue;
    // What stays in its place while the rest scrolls is meant to cover it.
    if (above.closest(".exit, .matrix tbody th")) continue;
    const frame = above.closest(".scroll")?.getBoundingClientRect() ?? { left: 0, right: Infinity };
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { top, bottom, ...sides } of [...range.getClientRects()].map((box) => box.toJSON())) {
      const [left, right] = [Math.max(sides.left, frame.left), Math.min(sides.right, frame.right)];
      // Letters do not fill their line.
      const quarter = (bottom - top) / 4;
      if (right - left > 1) lines.push({ left: left + 1, right: right - 1, top: top + quarter, bottom: bottom - quarter, node });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const problems = [];
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      if (other.node !== one.node && other.left < one.right && other.right > one.left) {
        problems.push(`words on words: “${one.node.data.trim().slice(0, 40)}” and “${other.node.data.trim().slice(0, 40)}”`);
      }
    }
  });
  return problems;
}

/** Makes text twice as large, and nothing else (WCAG 1.4.4). */
export function enlargeText() {
  const sheet = new CSSStyleSheet();
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  sheet.replaceSync(`html { font-size: ${2 * size}px !important }`);
  document.adoptedStyleSheets = [sheet];
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

/**
 * What the functions below need to compare colours. A function that runs in the browser brings nothing
 * along, so `browser.js` puts this into every document first.
 */
export function withColours() {
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
  globalThis.colours = {
    contrast(one, other) {
      const [high, low] = [light(colour(one)), light(colour(other))].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    },
    /** The colour behind an element. */
    ground(from) {
      for (let above = from; above; above = above.parentElement) {
        const { backgroundColor } = getComputedStyle(above);
        if (colour(backgroundColor).alpha > 0) return backgroundColor;
      }
      return "rgb(255, 255, 255)";
    },
  };
}

/** Words that stand out too little from what is behind them. */
export function paleWords() {
  const { contrast, ground } = globalThis.colours;
  const problems = [];
  for (const element of document.body.querySelectorAll("*")) {
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join(" ");
    if (!words.trim() || !element.checkVisibility() || element.closest(".visually-hidden")) continue;
    const found = contrast(getComputedStyle(element).color, ground(element));
    if (found < 4.5) problems.push(`a contrast of ${found.toFixed(2)}: ${element.localName} “${words.slice(0, 50)}”`);
  }
  return problems;
}

/** How what has focus looks: where it is, what shows that it has focus, and whether it can be seen. */
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const number = (text) => Number.parseFloat(text) || 0;
  const { contrast, ground } = globalThis.colours;
  const style = getComputedStyle(element);
  const boxes = [...element.getClientRects()]
    .map((box) => {
      const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
      return { left, top, width: Math.min(box.right, innerWidth) - left, height: Math.min(box.bottom, innerHeight) - top };
    })
    .filter((box) => box.width > 0 && box.height > 0);
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
      contrast(style.outlineColor, ground(element.parentElement)),
      contrast(style.outlineColor, ground(element)),
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
