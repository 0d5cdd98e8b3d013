// `chanjiao/lazy` works after `init`, and says so before it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import init, * as lazy from "chanjiao/lazy";
import { differences } from "./compare.js";
import { coreAnswers, dist } from "./support.js";

test("a call before init names init", () => {
  assert.throws(() => lazy.check("visit", {}), /await init\(\) of chanjiao\/lazy/);
  assert.throws(() => lazy.questionsJson("visit", "{}"), /await init\(\)/);
  assert.throws(() => lazy.standardSchema("visit")["~standard"].validate({}), /await init\(\)/);
});

test("init fails for an invalid module and can be repeated", async () => {
  await assert.rejects(init(new Uint8Array([0, 1, 2])), WebAssembly.CompileError);
  assert.throws(() => lazy.check("visit", {}), /await init\(\)/);
});

test("after init, also concurrent and repeated, every vector is answered as in the core", async () => {
  const bytes = readFileSync(`${dist}/chanjiao_bg.wasm`);
  await Promise.all([init(Promise.resolve(bytes)), init()]);
  await init();
  assert.deepEqual(differences(coreAnswers(), lazy).found, []);
});

test("the inline entry contains the module", async () => {
  const { bytes } = await import("../dist/bytes.js");
  assert.ok(readFileSync(`${dist}/chanjiao_bg.wasm`).equals(bytes()));
});
