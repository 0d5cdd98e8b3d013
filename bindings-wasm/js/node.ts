// For Node: the module is read from its file, ready when this is imported.
import { readFileSync } from "node:fs";
import { initSync } from "./glue.js";
import { started } from "./engine.js";

initSync({ module: readFileSync(new URL("./chanjiao_bg.wasm", import.meta.url)) });
started();

export * from "./root.js";
