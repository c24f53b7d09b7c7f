// A case from the first visit of its author to the pages of partners, as people do it: registered by
// the mail that was sent, written in Spanish with a picture, asked about, answered, published; told to
// who saved a search, and written about to its author.

import { readdirSync, readFileSync } from "node:fs";
import { deflateSync, crc32 } from "node:zlib";
import { join } from "node:path";
import { asked, browsing, fault, visitor } from "./chromium.mjs";

const { origin, mails, partners, journeys, shown } = asked();
/** The only cookie that pages may set, once somebody signs in. */
const SIGN_IN = /^(__Host-)?kontor/;
const PASSWORD = "una frase que nadie adivina 9";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Looks again and again until there is something, and says what was missed. */
async function until(what, look) {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look();
    if (found) return found;
    await pause(100);
  }
  throw new Error(`in half a minute there is no ${what}`);
}

/** The text of a letter as people read it, whatever way it is encoded on. */
function readable(letter) {
  const start = letter.indexOf("Content-Type: text/plain");
  const part = letter.slice(start, letter.indexOf("\r\n--", start));
  const cut = part.indexOf("\r\n\r\n");
  const [head, body] = [part.slice(0, cut), part.slice(cut + 4)];
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** The letters to an address, oldest first. */
function letters(to) {
  let names = [];
  try {
    names = readdirSync(mails).filter((name) => name.endsWith(".eml")).sort();
  } catch {
    // The folder is made with the first letter.
  }
  const texts = names.map((name) => readFileSync(join(mails, name), "latin1"));
  return texts.filter((text) => text.includes(`To: ${to}`)).map(readable);
}

/** The link to a path in the newest letter to an address. */
async function linkTo(to, path) {
  const pattern = new RegExp(`${origin}${path}\\S*`);
  return await until(`letter to ${to} with a link to ${path}`, () => {
    return letters(to).reverse().map((text) => text.match(pattern)?.[0]).find(Boolean);
  });
}

class Person {
  constructor(page, lang) {
    this.page = page;
    this.lang = lang;
  }

  async open(path) {
    const joint = path.includes("?") ? "&" : "?";
    const answer = await this.page.goto(`${path.startsWith("http") ? "" : origin}${path}${joint}lang=${this.lang}`);
    if (answer.status() >= 400) throw new Error(`${path} answers ${answer.status()}`);
  }

  /** Fills in fields by their names. */
  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.page.locator(`main [name="${name}"]:not([type=hidden])`).first();
      const kind = await field.evaluate((element) => element.type);
      if (kind === "select-one") await field.selectOption(value);
      else if (kind === "checkbox") await this.tick(name, value);
      else await field.fill(value);
    }
  }

  async tick(name, value) {
    const box = this.page.locator(`main [name="${name}"][value="${value}"]`).first();
    // Boxes of a group stand folded until somebody opens it, and so do groups where one can search.
    const folded = box.locator("xpath=ancestor::details[not(@open)]/summary").first();
    while (!(await box.isVisible())) await folded.click();
    await box.check();
  }

  /** Presses a button and waits for the page it leads to. */
  async press(selector) {
    const arrived = (answer) => answer.request().isNavigationRequest() && answer.status() !== 303;
    // Until the new page has loaded: the answer's head alone leaves the old one in its place, and who
    // goes elsewhere then goes nowhere.
    const [answer] = await Promise.all([this.page.waitForResponse(arrived), this.page.waitForEvent("load"), this.page.locator(selector).first().click()]);
    if (answer.status() >= 400) {
      const why = await this.page.locator("main").innerText();
      throw new Error(`${selector} leads to ${answer.status()}: ${why.slice(0, 400)}`);
    }
  }

  async reads(text) {
    const main = await this.page.locator("main").innerText();
    if (!main.includes(text)) throw new Error(`${this.page.url()} does not say ${text}: ${main.slice(0, 400)}`);
  }

  async signsIn(to) {
    await this.fill({ email: to, password: PASSWORD });
    await this.press("main form .button");
  }

  /** Somebody whose account was made for them. */
  async begins(to, link) {
    await this.page.goto(link);
    await this.fill({ password: PASSWORD });
    await this.press("main form .button");
    await this.signsIn(to);
  }
}

/** From an address to an account with a profile. */
async function registers(ana, to, handle) {
  await ana.open("/");
  await ana.press("header a[href^='/login']");
  await ana.press("main a[href^='/register']");
  await ana.fill({ email: to });
  await ana.press("main form .button");
  await ana.page.goto(await linkTo(to, "/register/finish"));
  await ana.fill({ name: "Ana López", handle, password: PASSWORD });
  await ana.page.locator("main [name=terms]").check();
  await ana.press("main form .button");
  await ana.fill({ role: "practitioner", city: "Medellín", network: "Metropolis" });
  await ana.press("main form .button");
  await ana.tick("topic", "cycling");
  await ana.tick("language", "es");
  await ana.press("main form .button");
  await ana.page.locator("main [name=contactable]").check();
  await ana.page.locator("main [name=discoverable]").check();
  await ana.press("main form .button");
}

/** A PNG of one colour, large enough for a page. */
function picture(width, height) {
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 120)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const parts = [chunk("IHDR", head), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

/** What sets the cases of the journeys apart: found in one title, and at the start of no other word. */
const STREETS = ["Laureles", "Belén"];

const SUMMARY = "Calles que se cierran al tráfico los domingos y se abren a las personas, contado en palabras suficientes.";

/** Part by part, with a break in between, and handed in. */
async function writes(ana, to, title) {
  await ana.open("/write");
  await ana.press("main form .button");
  const path = new URL(ana.page.url()).pathname;
  await ana.press(`main a[href*="${path}/part/basics"]`);
  await ana.fill({ title, summary: SUMMARY, language: "es", "period.start": "2019", "period.end": "2021", status: "completed", scale: "neighbourhood" });
  await ana.press("main form.form .button");
  // Each part leads to the next.
  await ana.fill({ q: "Medell" });
  await ana.press("main form.find .button");
  await ana.press("main section[aria-labelledby=found] .button");
  await ana.press("main .actions > .button");
  await ana.fill({ "sections.solution": "Cerramos **siete** calles.", "sections.results": "El aire mejora." });
  await ana.press("main form.form .button");
  // She leaves, and comes back another day.
  await ana.press("header form[action^='/logout'] button");
  await ana.open("/login");
  await ana.signsIn(to);
  await ana.open("/write");
  await ana.press("main .papers a");
  await ana.press(`main a[href*="${path}/part/subjects"]`);
  await ana.tick("topics", "cycling");
  await ana.tick("sdgs", "11");
  await ana.press("main form.form .button");
  await ana.fill({ "actors.0.name": "Alcaldía de Medellín", "actors.0.role": "lead", "actors.0.kind": "local-government" });
  await ana.press("main form.form .button");
  await ana.press("main form.form .button");
  await ana.page.locator("#new-file").setInputFiles({ name: "calle.png", mimeType: "image/png", buffer: picture(1200, 800) });
  await ana.fill({ alt: "Una calle sin coches", credit: "Ana López", licence: "CC-BY-4.0" });
  await ana.press("main form[enctype] .button");
  await ana.press("main .actions > a.button");
  await ana.fill({ licence: "CC-BY-4.0" });
  await ana.press("main form.form .button");
  await ana.press("main button[name=to][value=submitted]");
  return path;
}

/** A reviewer asks about one field; the author answers there. */
async function reviews(rex, ana, path, title) {
  const desk = path.replace("/write/", "/desk/case/");
  await rex.open("/desk");
  await rex.press(`main a:has-text("${title}")`);
  await rex.press("main button[name=to][value=in-review]");
  const results = rex.page.locator("[id='f-sections.results'] details");
  await results.locator("summary").click();
  await results.locator("textarea").fill("¿Cuánto mejora?");
  await rex.press("[id='f-sections.results'] details .button");
  await rex.page.locator("#reason").fill("Una pregunta sobre los resultados.");
  await rex.press("main button[name=to][value=changes-requested]");
  await ana.open(path);
  await ana.reads("¿Cuánto mejora?");
  await ana.open(`${path}/part/story`);
  await ana.reads("¿Cuánto mejora?");
  await ana.fill({ "sections.results": "El aire mejora un 12 %." });
  await ana.press("main form.form .button");
  await ana.open(path);
  const note = ana.page.locator("main article.note details").first();
  await note.locator("summary").click();
  await note.locator("textarea").fill("Un 12 %, medido en 2021.");
  await ana.press("main article.note details .button");
  await ana.press("main button[name=to][value=submitted]");
  return desk;
}

async function publishes(eve, desk, title) {
  await eve.open(desk);
  await eve.reads("Un 12 %, medido en 2021.");
  await eve.press("main button[name=to][value=in-review]");
  await eve.press("main button[name=to][value=approved]");
  await eve.press("main button[name=to][value=published]");
  await eve.open("/cases?q=Medellín");
  await eve.press(`main .card a:has-text("${title}")`);
  await eve.reads("El aire mejora un 12 %.");
  const seen = await eve.page.locator("main img[alt='Una calle sin coches']").first().evaluate((image) => image.naturalWidth);
  if (seen === 0) throw new Error("the picture is not shown");
}

/** Saves a search for what is going to be published. */
async function saves(theo, number) {
  await theo.open(`/cases?q=${encodeURIComponent(`abiertas ${STREETS[number]}`)}`);
  await theo.press("main a[href*='/account/alerts/new']");
  await theo.fill({ name: "Calles", rhythm: "instant" });
  await theo.press("main form .button");
}

/** Exactly one mail tells of the case and of no other, also after the pause in which another could come. */
async function isTold(to, title) {
  const told = () => letters(to).filter((text) => text.includes("Calles abiertas"));
  await until(`alert to ${to}`, async () => told().length > 0);
  await pause(3_000);
  if (told().length !== 1) throw new Error(`${told().length} mails tell ${to} of cases`);
  if (!told()[0].includes(title)) throw new Error(`${to} is told of another case than ${title}`);
}

/** A reader without an account writes to the author, who answers on the site. */
async function writesTo(reader, ana, title, [from, to]) {
  await reader.open("/cases?q=Medellín");
  await reader.press(`main .card a:has-text("${title}")`);
  await reader.press("main a[href*='/contact?']");
  await reader.fill({ name: "Kim", email: from, subject: "Which streets?", text: "We would like to do the same." });
  await reader.press("main form .button");
  await reader.page.goto(await linkTo(from, "/contact/confirm"));
  await reader.press("main form .button");
  await linkTo(to, "/messages/");
  await ana.open("/messages");
  await ana.press("main a:has-text('Which streets?')");
  await ana.reads("We would like to do the same.");
  await ana.fill({ text: "Las siete del centro." });
  await ana.press("main form:has(#text) .button");
  await until(`answer to ${from}`, async () => letters(from).some((text) => text.includes("Las siete del centro.")));
  await reader.page.goto(await linkTo(from, "/contact/thread"));
  await reader.reads("Las siete del centro.");
  for (const text of letters(from)) if (text.includes(to)) throw new Error(`a letter shows ${to}`);
  for (const text of letters(to)) if (text.includes(from)) throw new Error(`a letter shows ${from}`);
}

/** The case is in the feed of every partner. */
async function arrives(stranger, title) {
  for (const partner of partners) {
    await until(`"${title}" at ${partner}`, async () => {
      await stranger.page.goto(`${partner}/cases`);
      return (await stranger.page.locator("main").innerText()).includes(title);
    });
  }
}

await browsing(async (browser) => {
  const go = async ({ scripts, width, lang, number, links }) => {
    const where = `scripts ${scripts ? "on" : "off"}, ${width} pixels:`;
    const title = `Calles abiertas ${STREETS[number]}`;
    const opened = [];
    const person = async (lang) => {
      const { context, stored } = await visitor(browser, {
        origin,
        abroad: partners,
        signsIn: SIGN_IN,
        viewport: { width, height: 900 },
        javaScriptEnabled: scripts,
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      opened.push({ context, stored, page });
      return new Person(page, lang);
    };
    try {
      const [ana, rex, eve, theo] = [await person("es"), await person(lang), await person(lang), await person(lang)];
      const stranger = await person("en");
      // Before anybody's case is published, that of the other journey too: it must not be told here.
      const third = `theo${number}@example.org`;
      await theo.begins(third, links.reader);
      await saves(theo, number);
      const to = `ana${number}@example.org`;
      await registers(ana, to, `ana${number}`);
      const path = await writes(ana, to, title);
      await rex.begins(`rex${number}@example.org`, links.reviewer);
      const desk = await reviews(rex, ana, path, title);
      await eve.begins(`eve${number}@example.org`, links.editor);
      await publishes(eve, desk, title);
      await isTold(third, title);
      await arrives(stranger, title);
      await writesTo(stranger, ana, title, [`kim${number}@example.org`, to]);
      for (const { stored } of opened) for (const what of await stored()) fault(where, what);
    } catch (error) {
      fault(where, String(error));
      if (shown) for (const [n, { page }] of opened.entries()) await page.screenshot({ path: join(shown, `${number}-${n}.png`), fullPage: true });
    }
    for (const { context } of opened) await context.close();
  };
  await Promise.all(journeys.map(go));
});
