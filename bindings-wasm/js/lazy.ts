// For pages that fetch the module when they need it.
import load from "./glue.js";
import { started } from "./engine.js";

/** Where the module comes from: a place, an answer to a request, or the module. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * 取得模块，默认取自本文件旁；首次调用其他函数之前须等待完成。
 *
 * Fetches the module, by default from beside this file; to be awaited before the first call.
 */
export default async function init(input?: Source | Promise<Source>): Promise<void> {
  await load({ module_or_path: (await input) ?? new URL("./chanjiao_bg.wasm", import.meta.url) });
  started();
}

export * from "./root.js";
