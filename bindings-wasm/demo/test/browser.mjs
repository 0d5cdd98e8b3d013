// The built page, served under its Content-Security-Policy, in a headless browser.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export async function start() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(`no Chromium at ${executablePath}: install the Debian package chromium, or set CHROMIUM`);
  }
  const server = await preview({
    root: fileURLToPath(new URL("..", import.meta.url)),
    logLevel: "warn",
    preview: { host: "127.0.0.1", port: 0 },
  });
  const url = `http://127.0.0.1:${server.httpServer.address().port}/`;
  const browser = await chromium.launch({ executablePath, args: flags });
  return {
    browser,
    url,
    /** Opens the page in a new profile; after the test, asserts that the page has reported no problem. */
    open: (t, options) => open(t, browser, url, options),
    async stop() {
      await browser.close();
      await new Promise((done) => server.httpServer.close(done));
    },
  };
}

async function open(t, browser, url, { subject = "enterprise", record, language = "zh", size = "desktop" } = {}) {
  const context = await browser.newContext({ viewport: sizes[size], reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  const problems = problemsOf(page, url);
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, [], "the page reports no problem");
  });
  await page.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => (globalThis.printed += 1);
  });
  await page.goto(url + addressOf(subject, record));
  if (language === "en") await page.getByRole("button", { name: "English" }).click();
  return page;
}

/** The part of an address that opens a subject, optionally with a record. */
export function addressOf(subject, record) {
  return `#/${subject}${record === undefined ? "" : `?${new URLSearchParams({ record: JSON.stringify(record) })}`}`;
}

/** Collects errors, warnings, dialogs, and requests to other servers. */
function problemsOf(page, url) {
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("dialog", (dialog) => {
    problems.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(blob|data):/.test(request.url())) problems.push(`a request to ${request.url()}`);
  });
  return problems;
}

/** The control of a fact. */
export const fact = (page, key) => page.locator(`#fact-${key}`);

/** Answers a yes/no question. */
export const answer = (page, key, label) => fact(page, key).getByRole("radio", { name: label, exact: true }).check();

/** The card of a rule. */
export const finding = (page, rule) => page.locator(`[id="finding-${rule}"]`);

/** The label of the verdict of a rule. */
export const verdict = (page, rule) => finding(page, rule).locator(".tag").first().innerText();

export const conclusion = (page) => page.locator(".banner-words").innerText();

/** The record as the page exports it. */
export async function exported(page, button = "导出") {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}
