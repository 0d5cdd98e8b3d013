// `npm start`: installs missing dependencies, builds the package and the page, and serves the page.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";

const demo = import.meta.dirname;
const bindings = resolve(demo, "..");
const windows = process.platform === "win32";

function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

function step(title, folder, args) {
  console.log(`\n${title}`);
  const { status } = spawnSync("npm", args, { cwd: folder, stdio: "inherit", shell: windows });
  if (status !== 0) stop(`失败 Failed: npm ${args.join(" ")} (${folder})。原因见上 See the output above.`);
}

/** Whether the installed packages are older than the lock file. npm writes this file when it installs. */
function isOutdated(folder) {
  const installed = join(folder, "node_modules/.package-lock.json");
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(folder, "package-lock.json")).mtimeMs;
}

function assertInstalled(command, hint) {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore", shell: windows });
  } catch {
    stop(`缺少 Missing: ${hint}`);
  }
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`需要 Node.js 20.19 或更高版本 Requires Node.js 20.19 or later: ${process.version}`);
}
assertInstalled("cargo", "Rust 1.89+ (rustup, then `rustup target add wasm32-unknown-unknown`; or Debian: rustc-web cargo-web rust-web-src lld-19)");

const install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
for (const folder of [bindings, demo]) {
  if (isOutdated(folder)) step(`安装依赖 Installing: ${folder}`, folder, install);
}
step("构建软件包，首次约需两分钟 Building the package; the first time takes about two minutes", bindings, ["run", "build", "--silent"]);
step("构建页面 Building the page", demo, ["run", "build", "--silent", "--", "--logLevel", "warn"]);

const { preview } = await import("vite");
const server = await preview({ root: demo, logLevel: "error", preview: { host: "localhost", port: Number(process.env.PORT ?? 4173) } });
console.log(`\n表单页面 The form page: ${stripVTControlCharacters(server.resolvedUrls.local[0])}`);
console.log("按 Ctrl+C 结束 Press Ctrl+C to stop");
