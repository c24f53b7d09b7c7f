// Looks for a title where it should stand: letter by letter, as text, in the tab too.

import { asked, browsing, fault, visitor } from "./chromium.mjs";

const { origin, shown } = asked();

/** As a browser shows it: blanks in a row are one. */
const plain = (text) => text.replace(/\s+/g, " ").trim();

await browsing(async (browser) => {
  const { context, stored } = await visitor(browser, { origin, viewport: { width: 320, height: 780 } });
  const page = await context.newPage();
  for (const { path, selector, title } of shown) {
    await page.goto(origin + path);
    const found = await page.evaluate((selector) => {
      const root = document.documentElement;
      return {
        texts: [...document.querySelectorAll(selector)].map((one) => one.textContent),
        broad: root.scrollWidth > root.clientWidth,
        tab: document.title,
      };
    }, selector);
    if (!found.texts.some((text) => plain(text).includes(plain(title)))) {
      fault(path, `${title} does not stand in ${selector}: ${JSON.stringify(found.texts)}`);
    }
    if (selector === "h1" && !plain(found.tab).startsWith(plain(title).slice(0, 40))) {
      fault(path, `the tab says ${found.tab}`);
    }
    if (found.broad) fault(path, "is broader than 320 pixels");
    for (const what of await stored()) fault(path, what);
  }
});
