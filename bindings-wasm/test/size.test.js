// The size of an app, compressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sizes } from "../build/sizes.mjs";
import { dist } from "./support.js";

const KB = 1024;

// The aim is 52 KB. Readings, reasons and the longer sentences take the rest.
test("fetched: at most 59 KB", () => {
  const { lazyGz } = sizes(dist);
  assert.ok(lazyGz <= 59 * KB, `${lazyGz} bytes`);
});

test("inline: at most 64 KB", () => {
  const { inlineGz } = sizes(dist);
  assert.ok(inlineGz <= 64 * KB, `${inlineGz} bytes`);
});
