// `chanjiao/lazy` on a server: the same face, the module read from its file.
import { readFile } from "node:fs/promises";
import load from "./glue.js";
import { started } from "./engine.js";
import type { Source } from "./lazy.js";

export type { Source } from "./lazy.js";

/** Reads the module, by default from beside this file; to be awaited before the first call. */
export default async function init(input?: Source | Promise<Source>): Promise<void> {
  await load({ module_or_path: (await input) ?? (await readFile(new URL("./chanjiao_bg.wasm", import.meta.url))) });
  started();
}

export * from "./root.js";
