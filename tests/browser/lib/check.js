/** The button with which a reader checks a page, and pages that do not say what was recorded. */

export const SAYS = "This page says what was recorded.";
export const SAYS_IN_WELSH = "Mae’r dudalen hon yn dweud yr hyn a gofnodwyd.";
export const SAYS_NOT = "This page does not say what was recorded.";

/** Checks the page that is open, and gives what it says. */
export async function checked(page) {
  await page.locator("[data-check-record]").getByRole("button").click();
  await page.locator("[data-check-record] button[aria-disabled=false]").waitFor();
  return { status: await page.locator("[data-check-record]").getByRole("status").innerText(), steps: await page.locator("[data-steps] li").allInnerTexts() };
}

/** Has the page at an address served otherwise than it is, the next time that it is asked for. */
export async function served(page, address, change) {
  await page.route(
    address,
    async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const body = change(text);
      if (body === text) throw new Error(`${address} would be served as it is`);
      await route.fulfill({ response, body });
    },
    { times: 1 },
  );
}
