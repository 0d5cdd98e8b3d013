// For browsers and bundlers: contains the module, which is ready when this file is imported.
import { bytes } from "./bytes.js";
import { start } from "./engine.js";

start(new WebAssembly.Module(bytes()));

export * from "./root.js";
