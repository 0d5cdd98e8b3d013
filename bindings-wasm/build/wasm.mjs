// Builds dist/chanjiao_bg.wasm, a compressed copy of it and dist/glue.js from the crate.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import zopfli from "@gfx/zopfli";
import { transformSync } from "esbuild";

const here = resolve(import.meta.dirname, "..");
const top = resolve(here, "..");
const target = resolve(top, process.env.CARGO_TARGET_DIR ?? "target");
const triple = "wasm32-unknown-unknown";
// A separate folder, because the flags below would rebuild everything else.
const wasmTarget = join(target, "wasm");
const built = join(wasmTarget, triple, "wasm/chanjiao_wasm.wasm");

// Listed one by one: with all features, Node 20 does not load the module.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];

// The stack is located below the data: with a small stack, addresses of data are a byte shorter. Each
// of the other flags makes the module a little smaller.
const flags = [
  "-Clink-arg=-zstack-size=262144",
  "-Cllvm-args=-enable-gvn-sink",
  "-Cllvm-args=-inline-threshold=0",
  "-Cllvm-args=-enable-load-pre=false",
  "-Cllvm-args=-two-entry-phi-node-folding-threshold=2",
];

function run(command, args, env = {}) {
  execFileSync(command, args, { cwd: top, env: { ...process.env, ...env }, stdio: ["ignore", 2, "inherit"] });
}

function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

function compile() {
  const cargo = ["build", "--quiet", "--locked", "-p", "chanjiao-wasm", "--profile", "wasm", "--target", triple];
  if (output("rustup", ["target", "list", "--installed"]).split("\n").includes(triple)) {
    return run("cargo", cargo, { CARGO_TARGET_DIR: wasmTarget, RUSTFLAGS: flags.join(" ") });
  }
  // Debian packages the source of the standard library instead of a compiled one. It is built with
  // the crate, optimized for size; a panic is a trap without a message.
  const source = join(output("/usr/bin/rustc", ["--print", "sysroot"]) || "/usr", "lib/rustlib/src/rust/library");
  const linker = "/usr/bin/wasm-ld-19";
  if (!["/usr/bin/cargo", "/usr/bin/rustc", source, linker].every((path) => existsSync(path))) {
    throw new Error(
      "missing: the Rust target wasm32-unknown-unknown (`rustup target add wasm32-unknown-unknown`, "
        + "or the Debian packages rustc-web cargo-web rust-web-src lld-19)",
    );
  }
  run("/usr/bin/cargo", [...cargo, "-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"], {
    CARGO_TARGET_DIR: wasmTarget,
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: linker,
    RUSTC: "/usr/bin/rustc",
    RUSTC_BOOTSTRAP: "1",
    RUSTFLAGS: [
      ...flags,
      // Only texts are passed: neither references to objects nor the code that counts them is needed.
      "-Ctarget-cpu=mvp",
      "-Ctarget-feature=+bulk-memory,+sign-ext,+mutable-globals,+nontrapping-fptoint",
      "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ].join(" "),
  });
}

/** Builds the module and its glue into `dist`. */
export async function buildWasm(dist) {
  compile();
  run("cargo", ["build", "--quiet", "--locked", "-p", "chanjiao-bindgen"]);
  const folder = mkdtempSync(join(tmpdir(), "chanjiao-"));
  try {
    run(join(target, "debug/chanjiao-bindgen"), [built, folder]);
    mkdirSync(dist, { recursive: true });
    run(process.execPath, [
      join(here, "node_modules/binaryen/bin/wasm-opt"),
      // Flattened and rebuilt, the code is smaller than as the compiler wrote it.
      "-O3",
      "--flatten",
      "--rereloop",
      "-Oz",
      "-Oz",
      "--skip-pass=memory-packing",
      "--skip-pass=local-cse",
      "--low-memory-unused",
      ...features.map((name) => `--enable-${name}`),
      "--strip-debug",
      "--strip-producers",
      "--strip-target-features",
      join(folder, "chanjiao_bg.wasm"),
      "-o",
      join(dist, "chanjiao_bg.wasm"),
    ]);
    const module = readFileSync(join(dist, "chanjiao_bg.wasm"));
    writeFileSync(join(dist, "chanjiao_bg.wasm.gz"), await zopfli.gzipAsync(module, { numiterations: 60 }));
    const glue = readFileSync(join(folder, "chanjiao_bg.js"), "utf8");
    writeFileSync(join(dist, "glue.js"), transformSync(glue, { minify: true, format: "esm", target: "es2022" }).code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
