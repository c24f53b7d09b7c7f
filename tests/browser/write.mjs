// The form of a case in a real browser: choices by keyboard alone, texts that save themselves and
// survive a server that is away, two people at once; and the same form with scripts off.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { asked, browsing, fault, visitor } from "./chromium.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { origin: served, ways, text, looks, shown } = asked();

/** Stands before the server, so that it can be away and come back under the same address. */
const door = {
  open: true,
  sockets: new Set(),
  server: createServer((socket) => {
    if (!door.open) return socket.destroy();
    const inner = connect(Number(new URL(served).port), new URL(served).hostname);
    for (const end of [socket, inner]) {
      door.sockets.add(end);
      end.on("error", () => {});
      end.on("close", () => {
        door.sockets.delete(end);
        socket.destroy();
        inner.destroy();
      });
    }
    socket.pipe(inner).pipe(socket);
  }),
  shut() {
    door.open = false;
    for (const socket of door.sockets) socket.destroy();
  },
};
await new Promise((done) => door.server.listen(0, "localhost", done));
const origin = `http://localhost:${door.server.address().port}`;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, look) {
  for (let tries = 0; tries < 150; tries += 1) {
    const found = await look();
    if (found) return found;
    await pause(100);
  }
  throw new Error(`in a quarter of a minute there is no ${what}`);
}

function same(what, found, expected) {
  if (found !== expected) throw new Error(`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

/** What axe-core finds on the page as it stands. */
async function free(page, where) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], preload: false });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
  });
  for (const what of found) fault(where, what);
  const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (out > 0) fault(where, `the page is ${out} pixels too wide`);
}

const options = (page) => page.locator("[role=option]");
const line = (page) => page.locator(".saving").first();
const saved = (page) => until("save", async () => (await line(page).getAttribute("class")).includes("good"));
const failed = (page) => until("word that it failed", async () => (await line(page).getAttribute("class")).includes("bad"));

/** A city, found and chosen without a pointer. */
async function choosesCity(page, open, where) {
  await open("/places");
  await page.locator("#q").focus();
  await page.keyboard.type("medell", { delay: 20 });
  await until("city", async () => (await options(page).count()) === 2);
  await page.keyboard.press("End");
  same("the choice before an arrow", await page.locator("#q").getAttribute("aria-activedescendant"), null);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  const last = await page.locator("#q").getAttribute("aria-activedescendant");
  same("the last choice", await page.locator(`#${last}`).getAttribute("aria-selected"), "true");
  await free(page, `${where} cities open`);
  if (shown) await page.screenshot({ path: join(shown, `${where.replace(/\W+/g, "-")}-cities.png`) });
  await page.keyboard.press("Escape");
  same("the list after Escape", await page.locator("[role=listbox]").first().isVisible(), false);
  await page.keyboard.press("ArrowDown");
  await until("city again", async () => (await options(page).count()) === 2);
  await page.keyboard.press("Home");
  await Promise.all([page.waitForURL(/added=1/), page.keyboard.press("Enter")]);
  same("cities", await page.locator("main ol.rows > li").count(), 1);
  same("the city", await page.locator("main ol.rows strong").innerText(), "Medellín");
  same("where the next begins", await page.evaluate(() => document.activeElement?.id), "q");
}

/** Topics and a target, by keyboard; they are saved by themselves and there after a reload. */
async function choosesSubjects(page, open, where) {
  await open("/part/subjects");
  await page.locator("#topics-search").focus();
  await page.keyboard.press("ArrowDown");
  await until("topic", async () => (await options(page).count()) > 10);
  await free(page, `${where} topics open`);
  await page.keyboard.press("Enter");
  same("chips", await page.locator("#topics .picked button").count(), 1);
  const targets = page.locator("#sdg_targets-search");
  await targets.fill("11.2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  same("the goal of a target", await page.locator("#sdgs input[value='11']").isChecked(), true);
  await saved(page);
  await page.reload();
  same("chips after a reload", await page.locator("#topics .picked button").count(), 1);
  same("the target after a reload", await page.locator("#sdg_targets input[value='11.2']").isChecked(), true);
  await page.locator("#topics .picked button").focus();
  await page.keyboard.press("Enter");
  same("chips after one was removed", await page.locator("#topics .picked button").count(), 0);
  same("where the keyboard is then", await page.evaluate(() => document.activeElement?.id), "topics-search");
  await saved(page);
}

/** What is typed is saved by itself, also over a server that is away, a reload and a sign-in that ended. */
async function writes(page, context, open, where) {
  const solution = page.locator("textarea[name='sections.solution']");
  await open("/part/story");
  await solution.fill(text);
  await saved(page);
  await page.reload();
  same("what was saved by itself", await solution.inputValue(), text);
  const look = page.locator(".look").filter({ visible: true });
  await page.locator("[aria-controls='sections.solution-look']").click();
  const looked = page.locator("[id='sections.solution-look']");
  await until("look", async () => (await looked.innerHTML()).includes("<"));
  same("how it looks", (await looked.innerHTML()).trim(), looks.trim());
  if ((await look.count()) === 0) throw new Error("no text can be looked at");
  await free(page, `${where} story`);
  if (shown) await page.screenshot({ path: join(shown, `${where.replace(/\W+/g, "-")}-story.png`), fullPage: true });

  door.shut();
  await solution.fill(`${text} And more.`);
  await failed(page);
  await page.goto("about:blank");
  door.open = true;
  await open("/part/story");
  same("the text of the server", await solution.inputValue(), text);
  await free(page, `${where} offered`);
  if (shown) await page.screenshot({ path: join(shown, `${where.replace(/\W+/g, "-")}-offered.png`) });
  await page.locator(".unsaved button").first().click();
  same("the text that was put back", await solution.inputValue(), `${text} And more.`);
  await saved(page);
  await page.reload();
  same("the text that was away", await solution.inputValue(), `${text} And more.`);
  same("offers of what is saved", await page.locator(".unsaved").count(), 0);

  // A button that is pressed at once saves what was typed a moment before.
  await solution.fill(`${text} Enough.`);
  await Promise.all([page.waitForURL(/part\/subjects/), page.locator("button[name=then][value=next]").click()]);
  await open("/part/story");
  same("what was saved by a button", await solution.inputValue(), `${text} Enough.`);

  const cookies = await context.cookies();
  await context.clearCookies();
  await solution.fill(`${text} Signed out.`);
  await failed(page);
  if ((await line(page).locator("a[href^='/login?next=']").count()) === 0) throw new Error("nobody is led to sign in");
  await context.addCookies(cookies);
  await open("/part/story");
  await page.locator(".unsaved button").first().click();
  await saved(page);
}

/** Two windows of the same part, typed into in turn: both texts are there. */
async function together(page, other, open, openOther) {
  await open("/part/story");
  await openOther("/part/story");
  const field = (window, name) => window.locator(`textarea[name='sections.${name}']`);
  for (let n = 0; n < 2; n += 1) {
    await Promise.all([
      field(page, "results").pressSequentially(` here ${n}`, { delay: 15 }),
      field(other, "lessons").pressSequentially(` there ${n}`, { delay: 15 }),
    ]);
    await pause(2_600);
  }
  await Promise.all([saved(page), saved(other)]);
  await open("/part/story");
  same("what one typed", (await field(page, "results").inputValue()).trim(), "here 0 here 1");
  same("what the other typed", (await field(page, "lessons").inputValue()).trim(), "there 0 there 1");
}

/** The same without scripts. */
async function withoutScripts(page, open, where) {
  const press = (selector) => Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  await open("/places");
  await page.locator("#q").fill("Medell");
  await press("form.find .button");
  await press("section[aria-labelledby=found] .button");
  same("the city", await page.locator("main ol.rows strong").innerText(), "Medellín");
  await open("/part/story");
  await page.locator("textarea[name='sections.solution']").fill(text);
  await press("button[name=then][value=look]");
  same("how it looks", (await page.locator(".looked .prose").first().innerHTML()).trim(), looks.trim());
  same("the text", await page.locator("textarea[name='sections.solution']").inputValue(), text);
  await open("/part/subjects");
  await page.locator("details:has(input[name=topics][type=checkbox]) > summary").first().click();
  await page.locator("input[name=topics][type=checkbox]").first().check();
  await press("form.form .button");
  await open("/part/subjects");
  same("the topic", await page.locator("input[name=topics][type=checkbox]").first().isChecked(), true);
  if (shown) await page.screenshot({ path: join(shown, `${where.replace(/\W+/g, "-")}-plain.png`), fullPage: true });
}

await browsing(async (browser) => {
  const go = async ({ scripts, width, lang, dark, cookie, path }) => {
    const where = `scripts ${scripts ? "on" : "off"}, ${width} pixels, ${lang}:`;
    const { context } = await visitor(browser, {
      origin,
      signsIn: new RegExp(`^${cookie.name}$`),
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      javaScriptEnabled: scripts,
    });
    context.setDefaultTimeout(15_000);
    await context.addCookies([{ ...cookie, url: origin }]);
    const [page, other] = [await context.newPage(), await context.newPage()];
    const opens = (page) => async (end) => {
      const answer = await page.goto(`${origin}${path}${end}?lang=${lang}`);
      if (answer.status() >= 400) throw new Error(`${end} answers ${answer.status()}`);
    };
    const open = opens(page);
    try {
      if (scripts) {
        await choosesCity(page, open, where);
        await choosesSubjects(page, open, where);
        await writes(page, context, open, where);
        await together(page, other, open, opens(other));
      } else await withoutScripts(page, open, where);
    } catch (error) {
      fault(where, String(error.stack ?? error).slice(0, 900));
      if (shown) await page.screenshot({ path: join(shown, "fault.png"), fullPage: true });
    }
    await context.close();
  };
  for (const way of ways) await go(way);
});
door.shut();
door.server.close();
