// Chromium, remote-controlled: one browser, and pages that write down what they must not do.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** What the test tells: one JSON document on standard input. */
export function asked() {
  return JSON.parse(readFileSync(0, "utf8"));
}

/** Tells the test one fault. */
export function fault(where, what) {
  process.stdout.write(`${JSON.stringify({ where, what })}\n`);
}

/**
 * Does the work with a browser, and closes it whatever happens. As root, which CI may be, Chromium
 * has no sandbox; it sees nothing here but our own pages.
 */
export async function browsing(work) {
  const flags = ["--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"];
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  const executablePath = process.env.KONTOR_CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * A visitor who was never here: requests that leave `origin`, cookies, and what the browser
 * complains of (such as a policy that is broken) become faults. `abroad` are origins where they may
 * go all the same; `signsIn` is the name of the one cookie of those who sign in.
 */
export async function visitor(browser, { origin, abroad = [], signsIn = null, ...options }) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const faults = [];
  const home = [origin, ...abroad];
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (!home.includes(url.origin)) faults.push(`asks for ${url}`);
  });
  context.on("response", (response) => {
    const given = response.headers()["set-cookie"];
    if (given && !signsIn?.test(given)) faults.push(`${response.url()} sets a cookie`);
    // A browser looks for this by itself where a page names no icon.
    const failed = response.status() >= 400 && response.request().resourceType() !== "document";
    if (failed) faults.push(`${response.url()} answers ${response.status()}`);
  });
  context.on("console", (message) => {
    const expected = /the server responded with a status of 4/;
    if (message.type() === "error" && !expected.test(message.text())) {
      faults.push(`the browser says: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => faults.push(`a script fails: ${error.error()}`));
  const stored = async () => {
    const kept = (await context.cookies()).filter(({ name }) => !signsIn?.test(name));
    for (const { name } of kept) faults.push(`keeps the cookie ${name}`);
    return faults.splice(0);
  };
  return { context, stored };
}
