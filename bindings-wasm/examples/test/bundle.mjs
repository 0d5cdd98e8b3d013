// Bundles an example with its imports into one module for Node.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";

const root = join(import.meta.dirname, "..");

/** Bundles an example for a browser and returns the function that mounts it. */
export async function bundle(file) {
  const folder = await mkdtemp(join(root, "node_modules/.example-"));
  const outfile = join(folder, "example.mjs");
  try {
    await build({
      stdin: { contents: mountOf(file), resolveDir: root, loader: "js" },
      outfile,
      bundle: true,
      format: "esm",
      platform: "browser",
      jsx: "automatic",
      logLevel: "error",
      loader: { ".css": "empty" },
      define: { "process.env.NODE_ENV": '"production"' },
      plugins: [vue],
    });
    return await import(pathToFileURL(outfile));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function mountOf(file) {
  const show = file.endsWith(".vue")
    ? 'import { createApp } from "vue"; export const mount = (at) => createApp(Example).mount(at);'
    : 'import { createElement } from "react"; import { createRoot } from "react-dom/client";' +
      "export const mount = (at) => createRoot(at).render(createElement(Example));";
  return `import Example from ${JSON.stringify(`./${file}`)}; ${show}`;
}

const vue = {
  name: "vue",
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
      const { content } = compileScript(descriptor, { id: path, inlineTemplate: true });
      return { contents: content, loader: "ts" };
    });
  },
};
