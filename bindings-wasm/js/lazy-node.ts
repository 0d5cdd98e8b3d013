// `chanjiao/lazy` for Node, which cannot fetch files.
import { readFile } from "node:fs/promises";
import load from "./lazy.js";
import type { Source } from "./lazy.js";

export type { Source } from "./lazy.js";

/** Loads the module, by default the file next to this one. Await it before the first call. */
export default async function init(input?: Source | Promise<Source>): Promise<void> {
  await load((await input) ?? (await readFile(new URL("./chanjiao_bg.wasm", import.meta.url))));
}

export * from "./root.js";
