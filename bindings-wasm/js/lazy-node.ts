// `chanjiao/lazy` for Node, which fetches no files.
import { readFile } from "node:fs/promises";
import load from "./lazy.js";
import type { Source } from "./lazy.js";

export type { Source } from "./lazy.js";

/** Reads the module, by default from beside this file; to be awaited before the first call. */
export default async function init(input?: Source | Promise<Source>): Promise<void> {
  await load((await input) ?? (await readFile(new URL("./chanjiao_bg.wasm", import.meta.url))));
}

export * from "./root.js";
