// For Node: reads the module from its file; it is ready when this file is imported.
import { readFileSync } from "node:fs";
import { start } from "./engine.js";

start(new WebAssembly.Module(readFileSync(new URL("./chanjiao_bg.wasm", import.meta.url))));

export * from "./root.js";
