// The size of an app, compressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes } from "../build/sizes.mjs";
import { dist } from "./support.js";

const KB = 1024;

test("fetched: at most 52 KB", () => {
  const { lazyGz } = sizes(dist);
  assert.ok(lazyGz <= 52 * KB, `${lazyGz} bytes`);
});

test("inline: at most 55 KB", () => {
  const { inlineGz } = sizes(dist);
  assert.ok(inlineGz <= 55 * KB, `${inlineGz} bytes`);
});
