// Before `npm pack`: copies files from the top of the repository into the package. After: removes them.
import { cpSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const here = resolve(import.meta.dirname, "..");
const top = resolve(here, "..");
const copied = ["LICENSE", "schemas"];

for (const name of copied) rmSync(join(here, name), { recursive: true, force: true });
if (process.argv[2] === "take") {
  if (!existsSync(join(here, "dist/index.js"))) throw new Error("nothing to pack: run `npm run build` first");
  for (const name of copied) cpSync(join(top, name), join(here, name), { recursive: true });
}
