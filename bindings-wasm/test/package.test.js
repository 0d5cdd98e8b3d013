// The packed package: its files and types, in Node and in bundlers.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { build as esbuild } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { build as vite } from "vite";
import webpack from "webpack";
import { browse, dist, here, outcome, run, serve, temporary, tool, top } from "./support.js";

let folder;
let tarball;

before((t) => {
  folder = temporary(t);
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: here }));
  tarball = join(folder, filename);
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app/package.json"), '{"private":true,"type":"module"}');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: join(folder, "app") });
});

test("the package has the expected files and no others", () => {
  const root = join(folder, "app/node_modules/chanjiao");
  const names = readdirSync(root, { recursive: true }).filter((name) => statSync(join(root, name)).isFile());
  for (const name of ["LICENSE", "README.md", "package.json", "dist/chanjiao_bg.wasm", "schemas/2020-12/visit.json"]) {
    assert.ok(names.includes(name), name);
  }
  const known = /^(LICENSE|README\.md|package\.json|dist\/.*(\.js|\.d\.ts|_bg\.wasm(\.gz)?)|schemas\/.*\.json)$/;
  assert.deepEqual(names.filter((name) => !known.test(name)), []);
  assert.ok(statSync(tarball).size < 457 * 1024, `${statSync(tarball).size} bytes packed`);
});

test("publint reports nothing", async () => {
  const bytes = readFileSync(tarball);
  const pack = { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
  const { messages, pkg } = await publint({ pack, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("types resolve like code", () => {
  const args = [tarball, "--profile", "esm-only", "--no-color", "--format", "ascii"];
  args.push("--exclude-entrypoints", "./chanjiao_bg.wasm", "./chanjiao_bg.wasm.gz");
  try {
    tool("@arethetypeswrong/cli/dist/index.js", args);
  } catch (error) {
    throw new Error(error.stdout);
  }
});

test("Node imports every entry", () => {
  const { exports } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const entries = Object.keys(exports).filter((path) => /^\.(\/\w+)?$/.test(path)).map((path) => `chanjiao${path.slice(1)}`);
  assert.ok(entries.includes("chanjiao/labels"), entries.join());
  const script = `for (const entry of ${JSON.stringify(entries)}) await import(entry);
    const { default: visit } = await import("chanjiao/schemas/2020-12/visit.json", { with: { type: "json" } });
    console.log(visit.title, require("chanjiao").check("visit", {}).report.conclusion);`;
  const cwd = join(folder, "app");
  writeFileSync(join(cwd, "entries.js"), `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);${script}`);
  assert.equal(run(process.execPath, ["--no-warnings", "entries.js"], { cwd }), "Visit not_assessed\n");
});

test("the examples in the READMEs run and have the results in their comments", () => {
  const texts = [join(here, "README.md"), join(top, "README.md"), join(top, "README.zh-CN.md")];
  const blocks = texts.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code));
  assert.ok(blocks.length > 6);
  const cwd = join(folder, "app");
  blocks.forEach((code, i) => {
    // A comment after an expression is its value.
    const checked = code.replaceAll(/^(\S.*);\s+\/\/ (".*")(?:; .*)?$/gm, "equal($1, $2);");
    const given = code.includes("import ") ? "" : 'import { check } from "chanjiao";';
    const prelude = 'import { equal } from "node:assert/strict"; const record = {};';
    writeFileSync(join(cwd, `example-${i}.js`), given + prelude + checked);
    run(process.execPath, [`example-${i}.js`], { cwd });
  });
});

const use = `
const year = { start: "2023-01-01", end: "2023-12-31" };
const used = () => [check("visit", year).report.findings[0].verdict, questions("visit", {}).questions[0].fact];`;
const apps = {
  inline: `import { check, questions } from "chanjiao";${use} globalThis.outcome = used();`,
  lazy: `import init, { check, questions } from "chanjiao/lazy";${use} globalThis.outcome = init().then(used);`,
};
const page = '<!doctype html><meta charset="utf-8"><title>app</title><script type="module" src="./app.js"></script>';

const bundlers = {
  vite: (root, out) => vite({ root, configFile: false, logLevel: "error", build: { outDir: out, modulePreload: false } }),
  webpack: (root, out) => new Promise((done, fail) => {
    const options = { mode: "production", context: root, entry: "./app.js", output: { path: out, filename: "app.js" } };
    webpack(options, (error, stats) => {
      if (error !== null || stats.hasErrors() || stats.hasWarnings()) fail(error ?? new Error(stats.toString()));
      else done();
    });
    writeFileSync(join(out, "index.html"), page);
  }),
  esbuild: async (root, out) => {
    await esbuild({ absWorkingDir: root, entryPoints: ["app.js"], bundle: true, minify: true, format: "esm", outdir: out });
    writeFileSync(join(out, "index.html"), page);
  },
};

// Texts of the catalogues and schemas, which an app that only checks does not contain.
const catalogues = /x-statements|text_sha256|not_encoded|第十一条|"also"|不符合文件要求/;

for (const [name, bundle] of Object.entries(bundlers)) {
  for (const entry of name === "esbuild" ? ["inline"] : ["inline", "lazy"]) {
    test(`${name} builds an app that runs: ${entry}`, async (t) => {
      const root = join(folder, "app", `${name}-${entry}`);
      const out = join(root, "out");
      mkdirSync(out, { recursive: true });
      writeFileSync(join(root, "app.js"), apps[entry]);
      writeFileSync(join(root, "index.html"), page);
      await bundle(root, out);
      const scripts = readdirSync(out, { recursive: true }).filter((file) => file.endsWith(".js"));
      const text = scripts.map((file) => readFileSync(join(out, file), "utf8")).join("");
      assert.doesNotMatch(text, catalogues);
      const inlined = entry === "lazy" ? 0 : statSync(join(dist, "generated/module.js")).size;
      assert.ok(text.length - inlined < 10_000, `${text.length - inlined} characters of script`);
      const address = await serve(t, { "/": out });
      assert.deepEqual(await outcome(await browse(t), `${address}/index.html`), ["met", "/start"]);
    });
  }
}

test("esbuild includes a catalogue only where it is used", async () => {
  const resolveDir = join(folder, "app");
  const bundled = async (contents) => {
    const built = await esbuild({ stdin: { contents, resolveDir }, bundle: true, minify: true, format: "esm", write: false });
    return built.outputFiles[0].text;
  };
  assert.match(await bundled('import { subjects } from "chanjiao"; console.log(subjects());'), /"also"/);
  assert.doesNotMatch(await bundled('import { subjects } from "chanjiao"; console.log(subjects());'), /x-statements|text_sha256|not_encoded/);
  assert.doesNotMatch(await bundled('import { rules } from "chanjiao/rules"; console.log(rules());'), /x-statements|text_sha256|WebAssembly/);
  assert.doesNotMatch(await bundled('import { labels } from "chanjiao/labels"; console.log(labels());'), /"also"|not_encoded|WebAssembly/);
});

test("the module contains no catalogue", () => {
  const module = readFileSync(join(dist, "chanjiao_bg.wasm"), "latin1");
  assert.match(module, /as determined by the competent authority/);
  assert.doesNotMatch(module, /Vocational Education Law|check separately whether/);
});

test("names are those of the guide", async () => {
  const rows = readFileSync(join(top, "core/guides/names.md"), "utf8").split("\n").filter((row) => row.startsWith("| "));
  const cells = rows.slice(1).map((row) => row.split("|")[3].trim()).filter((cell) => cell !== "");
  const named = cells.map((cell) => cell.match(/^`(\w+)`(?: of `chanjiao\/(\w+)`)?$/).slice(1));
  assert.equal(named.length, 14);
  for (const [name, entry = "index"] of named) {
    assert.ok(name in (await import(`../dist/${entry}.js`)), name);
  }
  // The root exports no others.
  const root = Object.keys(await import("../dist/index.js"));
  assert.deepEqual(root.sort(), named.filter(([, entry]) => entry === undefined).map(([name]) => name).sort());
});
