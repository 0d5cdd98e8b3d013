// Before and after `npm pack`: what the package takes from the top of the repository.
import { cpSync, existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const here = resolve(import.meta.dirname, "..");
const top = resolve(here, "..");
const taken = ["LICENSE", "schemas"];

for (const name of taken) rmSync(join(here, name), { recursive: true, force: true });
if (process.argv[2] === "take") {
  if (!existsSync(join(here, "dist/index.js"))) throw new Error("nothing to pack: npm run build");
  for (const name of taken) cpSync(join(top, name), join(here, name), { recursive: true });
}
