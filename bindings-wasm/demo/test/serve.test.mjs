// `npm start` of the README builds the page, serves it and prints its address.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const demo = fileURLToPath(new URL("..", import.meta.url));
const run = (path, options) => spawn(process.execPath, [`${demo}serve.mjs`], { ...options, env: { ...process.env, PORT: "0", PATH: path } });
const running = [];
after(() => running.forEach((child) => child.kill()));

/** Returns the output of a run, as soon as it matches or when the run has ended. */
function output(child, wanted) {
  running.push(child);
  let text = "";
  return new Promise((done) => {
    const hear = (chunk) => {
      text += chunk;
      if (wanted.test(text)) done({ text });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => done({ text, code }));
  });
}

test("it builds the page, prints the address, and serves the page with its content security policy", async () => {
  rmSync(`${demo}dist`, { recursive: true, force: true });
  const { text } = await output(run(process.env.PATH), /http:\S+/);
  const [address] = /http:\S+/.exec(text) ?? assert.fail(text);
  const response = await fetch(address);
  const policy = response.headers.get("content-security-policy");
  assert.match(policy, /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval'(;|$)/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  assert.ok((await response.text()).includes(policy.replaceAll("'", "&#39;")), "the page contains it too");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--headless", "--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator(".banner-words").waitFor();
  } finally {
    await browser.close();
  }
});

test("without Rust it names what to install", async () => {
  const { text, code } = await output(run("/nowhere"), /$^/);
  assert.equal(code, 1);
  assert.match(text, /rustup/);
  assert.match(text, /rust-web-src/);
});
