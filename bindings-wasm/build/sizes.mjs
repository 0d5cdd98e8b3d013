// The size of an application that imports only `check` and `questions`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";

const gz = (bytes) => gzipSync(bytes, { level: 9 }).length;

function bundle(dist, entry, use) {
  const contents = `${use} from "./${entry}"; globalThis.app = { check, questions };`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: dist },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0].contents;
}

/** Returns the sizes in bytes, uncompressed and compressed by `gzip -9`. */
export function sizes(dist) {
  const module = readFileSync(join(dist, "chanjiao_bg.wasm"));
  const fetched = readFileSync(join(dist, "chanjiao_bg.wasm.gz")).length;
  const lazy = bundle(dist, "lazy.js", 'import init, { check, questions }');
  const inline = bundle(dist, "index.js", "import { check, questions }");
  return {
    module: module.length,
    moduleGz: gz(module),
    fetched,
    lazyScriptGz: gz(lazy),
    lazyGz: fetched + gz(lazy),
    inline: inline.length,
    inlineGz: gz(inline),
  };
}

/** Prints the sizes. */
export function printSizes(dist) {
  const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const { module, moduleGz, fetched, lazyScriptGz, lazyGz, inline, inlineGz } = sizes(dist);
  console.log(`module   ${kb(module)}, ${kb(fetched)} compressed by zopfli, ${kb(moduleGz)} by gzip -9`);
  console.log(`lazy     ${kb(lazyGz)} compressed: the module and ${kb(lazyScriptGz)} of script`);
  console.log(`inline   ${kb(inline)}, ${kb(inlineGz)} compressed`);
}
