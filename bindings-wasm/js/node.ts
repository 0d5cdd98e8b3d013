// For Node: the module is read from its file, ready when this is imported.
import { readFileSync } from "node:fs";
import { start } from "./engine.js";

start(new WebAssembly.Module(readFileSync(new URL("./chanjiao_bg.wasm", import.meta.url))));

export * from "./root.js";
