// For browsers and bundlers: the module stands inside, ready when this is imported.
import { initSync } from "./glue.js";
import { bytes } from "./bytes.js";
import { started } from "./engine.js";

initSync({ module: bytes() });
started();

export * from "./root.js";
