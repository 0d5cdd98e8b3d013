// The built package answers every vector with the same bytes as the core.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as chanjiao from "chanjiao";
import { differences } from "./compare.js";
import { browse, coreAnswers, dist, here, outcome, serve } from "./support.js";

const least = 1890;

test("in Node", () => {
  const { cases, found } = differences(coreAnswers(), chanjiao);
  assert.deepEqual(found, []);
  assert.ok(cases >= least, `${cases} vectors`);
});

const script = (load) => `
import { differences } from "/test/compare.js";
globalThis.outcome = (async () => {
  ${load}
  const lines = await (await fetch("/answers.json")).text();
  return differences(lines, chanjiao);
})().catch((error) => ({ found: [String(error)] }));
`;
const page = (name) => `<!doctype html><title>vectors</title><script type="module" src="/${name}.js"></script>`;

test("in Chromium, under a strict content security policy", async (t) => {
  const address = await serve(t, {
    "/dist/": dist,
    "/test/": `${here}/test`,
    "/answers.json": coreAnswers(),
    "/inline.html": page("inline"),
    "/inline.js": script('const chanjiao = await import("/dist/index.js");'),
    "/lazy.html": page("lazy"),
    "/lazy.js": script('const chanjiao = await import("/dist/lazy.js"); await chanjiao.default();'),
  });
  const browser = await browse(t);
  for (const entry of ["inline", "lazy"]) {
    const { cases, found } = await outcome(browser, `${address}/${entry}.html`);
    assert.deepEqual(found, [], entry);
    assert.ok(cases >= least, `${entry}: ${cases} vectors`);
  }
});

test("in Chromium, without 'wasm-unsafe-eval' the error names it", async (t) => {
  const address = await serve(t, {
    "/dist/": dist,
    "/page.html": page("page"),
    "/page.js": 'globalThis.outcome = import("/dist/index.js").then(() => "loaded", String);',
  }, "default-src 'self'; script-src 'self'");
  assert.match(await outcome(await browse(t), `${address}/page.html`), /CompileError.*unsafe-eval/);
});
