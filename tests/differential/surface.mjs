// Answers lines from standard input in Node or in Chromium: `surface.mjs node|chromium [--whole]`.
// After each empty line it prints the two hashes of the answers since the last one, or the answers.
import { createInterface } from "node:readline";
import { answers } from "./answers.js";
import { browse, dist, serve } from "../../bindings-wasm/test/support.js";

const whole = process.argv.includes("--whole");
const cleanups = [];

async function inNode() {
  const chanjiao = await import("../../bindings-wasm/dist/node.js");
  return (lines) => answers(lines, chanjiao, whole);
}

const page = `
import * as chanjiao from "/dist/index.js";
import { answers } from "/answers/answers.js";
globalThis.ready = true;
globalThis.answered = (lines, whole) => answers(lines, chanjiao, whole);
`;

async function inChromium() {
  const test = { after: (end) => cleanups.unshift(end) };
  const address = await serve(test, {
    "/dist/": dist,
    "/answers/": import.meta.dirname,
    "/page.html": '<!doctype html><title>answers</title><script type="module" src="/page.js"></script>',
    "/page.js": page,
  });
  const browser = await browse(test);
  const tab = await browser.newPage();
  tab.setDefaultTimeout(0); // a busy machine is not a failure
  const failed = new Promise((_, fail) => tab.on("pageerror", fail));
  await tab.goto(`${address}/page.html`);
  await Promise.race([failed, tab.waitForFunction(() => globalThis.ready)]);
  return (lines) => tab.evaluate(([lines, whole]) => globalThis.answered(lines, whole), [lines, whole]);
}

const answered = await (process.argv[2] === "chromium" ? inChromium() : inNode());
let lines = [];
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line !== "") {
    lines.push(line);
    continue;
  }
  process.stdout.write(await answered(lines));
  lines = [];
}
for (const end of cleanups) await end();
