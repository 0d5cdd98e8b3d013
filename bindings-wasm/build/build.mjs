// `npm run build`: builds js/generated and dist from ../schemas and the crate.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generate } from "./generate.mjs";
import { printSizes } from "./sizes.mjs";
import { asText } from "./text.mjs";
import { buildWasm } from "./wasm.mjs";

const here = resolve(import.meta.dirname, "..");
const dist = join(here, "dist");
const generated = join(here, "js/generated");

rmSync(dist, { recursive: true, force: true });
generate(generated);
try {
  await buildWasm(dist);
} catch ({ message }) {
  // Without a stack trace: the message says which tool to install.
  console.error(message);
  process.exit(1);
}

const module = readFileSync(join(dist, "chanjiao_bg.wasm"));
const [singles, text] = asText(module);
const line = (name, type, value) => `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
writeFileSync(
  join(generated, "module.ts"),
  line("size", "number", module.length) + line("singles", "string", singles) + line("text", "string", text),
);

execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", here], { stdio: "inherit" });
printSizes(dist);
