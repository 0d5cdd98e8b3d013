// For browsers and bundlers: the module stands inside, ready when this is imported.
import { bytes } from "./bytes.js";
import { start } from "./engine.js";

start(new WebAssembly.Module(bytes()));

export * from "./root.js";
