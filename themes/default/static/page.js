/** What a page about a publication does where scripts run: it is left fast, and checked when asked. */

const PRESSES = 3;
const WITHIN = 5000;

/**
 * “Exit this page”: hides the page at once, then opens another in its place. Pressing Shift three times
 * does the same. Without this file it is a plain link. It does not clear any history.
 */
function leaveFast(links) {
  const { documentElement: root, title } = document;
  const status = document.querySelector("[data-exit-status]");
  const cover = Object.assign(document.createElement("div"), { className: "exit-cover" });
  cover.setAttribute("role", "alert");

  let presses = 0;
  /** Shift is down, and nothing else was pressed with it. */
  let isAlone = false;
  let forgetting;

  function forget() {
    clearTimeout(forgetting);
    presses = 0;
    status.textContent = "";
  }

  function exit(event) {
    event?.preventDefault();
    forget();
    root.classList.add("is-leaving");
    document.body.append(cover);
    cover.textContent = document.title = "say:scripts-exit-loading";
    location.replace(links[0].href);
  }

  for (const link of links) link.addEventListener("click", exit);

  addEventListener("keydown", ({ key, repeat, ctrlKey, altKey, metaKey }) => {
    if (key !== "Shift") {
      isAlone = false;
      if (presses) forget();
    } else if (!repeat) {
      isAlone = !(ctrlKey || altKey || metaKey);
    }
  });

  addEventListener("pointerdown", () => {
    isAlone = false;
  });

  addEventListener("keyup", ({ key }) => {
    if (key !== "Shift" || !isAlone) return;
    isAlone = false;
    presses += 1;
    if (presses === PRESSES) return exit();
    if (presses === 1) forgetting = setTimeout(forget, WITHIN);
    status.textContent = presses === 1 ? "say:scripts-exit-two-more" : "say:scripts-exit-one-more";
  });

  /** A browser may bring the page back as it was left. */
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    forget();
    root.classList.remove("is-leaving");
    cover.remove();
    document.title = title;
  });

  document.querySelector("[data-exit-keys]").hidden = false;
}

/** The check is loaded when somebody wants it. */
function checkWhenAsked(section) {
  const button = section.querySelector("button");
  const result = section.querySelector("[data-result]");
  button.addEventListener("click", async () => {
    // “disabled” would take the focus away.
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    result.textContent = "";
    try {
      const { show } = await import(new URL(section.dataset.script, document.baseURI));
      await show(section);
    } catch {
      result.textContent = "say:scripts-check-cannot";
    }
    button.ariaDisabled = "false";
  });
  section.hidden = false;
}

const links = document.querySelectorAll("[data-exit]");
if (links.length) leaveFast(links);
const section = document.querySelector("[data-check-record]");
if (section) checkWhenAsked(section);
