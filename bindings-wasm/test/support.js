// Shared by the tests: paths, the core's answers, a server and a browser.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";

export const here = resolve(import.meta.dirname, "..");
export const top = resolve(here, "..");
export const dist = join(here, "dist");

/** Creates a folder that is removed after the test. */
export function temporary(t) {
  const folder = mkdtempSync(join(tmpdir(), "chanjiao-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command and returns its output; if it fails, the output is in the error. */
export function run(command, args, options = {}) {
  return execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe", ...options });
}

/** Runs a command of an installed package. */
export function tool(path, args, options) {
  return run(process.execPath, [join(here, "node_modules", path), ...args], options);
}

let answers;

/** Returns every vector with the answers of the core, one JSON object per line. */
export function coreAnswers() {
  const cargo = ["run", "--quiet", "--locked", "-p", "chanjiao-tests", "--bin", "answers"];
  answers ??= run("cargo", cargo, { cwd: top });
  return answers;
}

/** Returns the record of the core's benchmark: an enterprise with all facts known. */
export function fullEnterprise() {
  const text = readFileSync(join(top, "core/benches/check.rs"), "utf8");
  return JSON.parse(/r#"(\{[^]*?\})"#/.exec(text)[1]);
}

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** The content security policy that the package documents. */
export const strict = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** Serves folders and texts: `{ "/dist/": folder, "/page.html": text }`. */
export async function serve(t, places, policy = strict) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const folder = Object.keys(places).find((place) => place.endsWith("/") && pathname.startsWith(place));
    const file = folder === undefined ? undefined : join(places[folder], pathname.slice(folder.length));
    const body = places[pathname] ?? (file !== undefined && existsSync(file) ? readFileSync(file) : undefined);
    const headers = { "content-type": types[extname(pathname)] ?? "text/plain" };
    if (policy !== undefined) headers["content-security-policy"] = policy;
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium, which is closed after the test. */
export async function browse(t) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) {
    throw new Error(`no Chromium at ${executablePath}: install the Debian package chromium, or set CHROMIUM`);
  }
  const browser = await chromium.launch({ executablePath, headless: true, args: flags });
  t.after(() => browser.close());
  return browser;
}

/** Opens a page and returns the value of the promise `globalThis.outcome` of its script. */
export async function outcome(browser, address) {
  const page = await browser.newPage();
  const messages = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(String(error)));
  page.on("requestfailed", (request) => messages.push(`failed: ${request.url()}`));
  try {
    await page.goto(address);
    const result = await page.evaluate(() => globalThis.outcome);
    if (result === undefined) throw new Error(`no outcome: ${messages.join("; ")}`);
    return result;
  } finally {
    await page.close();
  }
}
