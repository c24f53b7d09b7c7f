// Opens pages and tells what keeps people from using them: by axe-core, in the colours asked for,
// and by whether anything stands out of a narrow window.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { asked, browsing, fault, visitor } from "./chromium.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Pages that are open at once. */
const TABS = 2;
const WIDE = { width: 1280, height: 900 };
/** The narrowest window of WCAG 1.4.10, and a tablet; what fits the first fits any telephone. */
const NARROW = [320, 768];

/** What axe-core finds, in few words each. */
async function barriers(page, only, colours) {
  await page.evaluate(axe);
  return await page.evaluate(async ({ only, colours }) => {
    const options = { resultTypes: ["violations"], preload: false };
    if (only) options.runOnly = only;
    else options.rules = { "color-contrast": { enabled: colours } };
    const { violations } = await window.axe.run(document, options);
    return violations.map(({ id, help, nodes }) => {
      const first = nodes[0];
      const why = first.failureSummary.split("\n").slice(1).join(" ").trim();
      return `${id}: ${help}, ${nodes.length} times, first ${first.target.join(" ")}: ${why}`;
    });
  }, { only, colours });
}

/** What is broader than the window, the innermost things first. */
async function overflowing(page) {
  return await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
    });
    const inner = out.filter((element) => !out.some((other) => element !== other && element.contains(other)));
    const names = inner.slice(0, 3).map((one) => `<${one.localName} class="${one.getAttribute("class") ?? ""}">`);
    return [`${root.scrollWidth} of ${root.clientWidth} pixels: ${names.join(" ")}`];
  });
}

const { origin, dark, rules, addresses, pictures, cookie } = asked();
/** Who is signed in has one cookie, and no page gives another. */
const signsIn = cookie && new RegExp(`^${cookie.name}$`);

await browsing(async (browser) => {
  const waiting = [...addresses];
  const tab = async () => {
    const colorScheme = dark ? "dark" : "light";
    const { context, stored } = await visitor(browser, { origin, signsIn, viewport: WIDE, colorScheme });
    if (cookie) await context.addCookies([{ ...cookie, url: origin }]);
    const page = await context.newPage();
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { path, colours } = next;
      const where = `${path}${dark ? " (dark)" : ""}`;
      try {
        await page.goto(origin + path);
        for (const barrier of await barriers(page, rules, colours)) fault(where, barrier);
        for (const width of dark ? [] : NARROW) {
          await page.setViewportSize({ width, height: 780 });
          for (const over of await overflowing(page)) fault(where, `at ${width} pixels it is ${over}`);
        }
        await taken(page, path, pictures);
        await page.setViewportSize(WIDE);
        for (const what of await stored()) fault(where, what);
      } catch (error) {
        fault(where, `cannot be tried: ${error}`);
      }
    }
  };
  await Promise.all(Array.from({ length: TABS }, tab));
});

/** Keeps how the page looks, where somebody wants to see it. */
async function taken(page, path, pictures) {
  if (pictures == null) return;
  mkdirSync(pictures, { recursive: true });
  const name = path.replace(/[^a-zA-Z0-9]+/g, "_");
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const file = join(pictures, `${name}-${width}${dark ? "-dark" : ""}.png`);
    await page.screenshot({ path: file, fullPage: true });
  }
}
