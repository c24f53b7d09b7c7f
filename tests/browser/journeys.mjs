// Goes through the site as people do who have no mouse: by Tab, Space and Enter, and what is
// typed. At each stop the focus must be seen.

import { readFileSync } from "node:fs";
import { asked, browsing, fault, visitor } from "./chromium.mjs";

/** More stops than any page needs before the thing that is looked for. */
const MOST_STOPS = 260;

const { origin, home, journeys } = asked();

/** What the focus is on, and whether it can be seen there. */
function focused(wanted) {
  const on = document.activeElement;
  if (on == null || on === document.body) return { what: "nothing", arrived: false, seen: true };
  const outlined = (style) => style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  // A card is marked as a whole, a pin of the map by its edge.
  const pin = on.querySelector("circle");
  const edged = pin != null && Number.parseFloat(getComputedStyle(pin).strokeWidth) >= 6;
  const lined = edged || [null, "::after"].some((part) => outlined(getComputedStyle(on, part)));
  // Of a link that goes over two lines, the first.
  const box = on.getClientRects()[0] ?? on.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(x, y);
  const bare = top != null && (on.contains(top) || top.contains(on));
  const name = on.getAttribute("aria-label") ?? on.textContent.trim().slice(0, 40);
  const what = `<${on.localName}> ${on.value ?? name}`;
  return { what, arrived: on.matches(wanted), seen: lined && bare, lined, bare };
}

class Traveller {
  constructor(page, where) {
    this.page = page;
    this.where = where;
  }

  /** Tab after Tab until the focus is on what is wanted. */
  async reach(wanted) {
    const passed = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await this.page.keyboard.press("Tab");
      const now = await this.page.evaluate(focused, wanted);
      passed.push(now.what);
      if (!now.seen) {
        const why = now.lined ? "is covered or out of sight" : "is not marked";
        fault(`${this.where} ${this.page.url()}`, `the focus on ${now.what} ${why}`);
      }
      if (now.arrived) return;
    }
    throw new Error(`${wanted} is not reached on ${this.page.url()}: ${passed.slice(-5).join(", ")}`);
  }

  /** Presses a key that leads to another page. */
  async leave(key) {
    const before = this.page.url();
    await Promise.all([this.page.waitForURL((url) => url.href !== before), this.page.keyboard.press(key)]);
    await this.page.waitForLoadState();
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  async reads(selector) {
    return await this.page.evaluate((selector) => document.querySelector(selector)?.textContent ?? "", selector);
  }

  must(holds, what) {
    if (!holds) fault(`${this.where} ${this.page.url()}`, what);
  }
}

/** Search, facet, case, cite. */
async function cite(traveller, { lang }) {
  const { page } = traveller;
  await page.goto(`${origin}/?lang=${lang}`);
  await traveller.reach(".skip");
  await traveller.leave("Enter");
  await traveller.reach("main input[type=search]");
  await traveller.type("water");
  await traveller.leave("Enter");
  const all = await traveller.reads(".total");
  if (page.viewportSize().width < 900) {
    await traveller.reach(".facets > summary");
    await page.keyboard.press("Enter");
  }
  await traveller.reach(".facets input[name=topic]");
  await page.keyboard.press("Space");
  await traveller.reach(".facets > .button");
  await traveller.leave("Enter");
  traveller.must(/topic=/.test(page.url()) && /q=water/.test(page.url()), "the facet is not in the address");
  traveller.must((await traveller.reads(".total")) !== all, "the facet narrows nothing");
  await traveller.reach("form .skip");
  await traveller.leave("Enter");
  await traveller.reach(".card h3 a");
  await traveller.leave("Enter");
  await traveller.reach("#cite ~ * a[download]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const text = readFileSync(await download.path(), "utf8");
  traveller.must(text.startsWith("@"), `BibTeX is ${text.slice(0, 40)}`);
}

/** Home, city, follow from one's own server. */
async function follow(traveller, { lang }) {
  const { page } = traveller;
  await page.goto(`${origin}/?lang=${lang}`);
  await traveller.reach("nav a[href^='/cities']");
  await traveller.leave("Enter");
  await traveller.reach("main a[href^='/cities/']");
  await traveller.leave("Enter");
  await traveller.reach(".follow a[href^='/follow']");
  await traveller.leave("Enter");
  const handle = await traveller.reads("h1");
  await traveller.reach("#server");
  await traveller.type("no server at all");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#away-fault");
  await traveller.reach("#server");
  await page.keyboard.press("Control+A");
  await traveller.type(`me@${new URL(home).host}`);
  await traveller.leave("Enter");
  const arrived = new URL(page.url());
  traveller.must(arrived.origin === home && arrived.pathname === "/authorize_interaction", "is not at home");
  const uri = arrived.searchParams.get("uri") ?? "nobody";
  traveller.must(handle.includes(uri), `follows ${uri}, not ${handle}`);
}

const ways = { cite, follow };

await browsing(async (browser) => {
  const go = async ({ way, lang, width, scripts }) => {
    const where = `${way} in ${lang}, ${width} pixels, scripts ${scripts ? "on" : "off"}:`;
    const { context, stored } = await visitor(browser, {
      origin,
      abroad: way === "follow" ? [home] : [],
      viewport: { width, height: 780 },
      javaScriptEnabled: scripts,
    });
    context.setDefaultTimeout(20_000);
    try {
      await ways[way](new Traveller(await context.newPage(), where), { lang });
      for (const what of await stored()) fault(where, what);
    } catch (error) {
      fault(where, String(error));
    }
    await context.close();
  };
  await Promise.all(journeys.map(go));
});
