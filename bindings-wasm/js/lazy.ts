// For pages that fetch the module when they need it.
import { start, started } from "./engine.js";

/** Where the module comes from: a place, an answer to a request, or the module. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * 取得模块，默认取自本文件旁；首次调用其他函数之前须等待完成。
 *
 * Fetches the module, by default from beside this file; to be awaited before the first call. It
 * travels compressed and is compiled as it arrives, whatever the server says of compression and
 * types.
 */
export default async function init(input?: Source | Promise<Source>): Promise<void> {
  const source = (await input) ?? new URL("./chanjiao_bg.wasm.gz", import.meta.url);
  if (!started()) start(await compiled(source));
}

async function compiled(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok || response.body === null) throw new Error(`chanjiao: ${response.status} for ${response.url}`);
  return WebAssembly.compileStreaming(new Response(await plain(response.body), { headers: { "content-type": "application/wasm" } }));
}

const GZIP = 0x1f;

/** The bytes of the module, whether they come compressed or a server has undone that already. */
async function plain(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = body.getReader();
  let next = await reader.read();
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(next.value);
      next = await reader.read();
    },
  });
  return next.value?.[0] === GZIP ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
}

export * from "./root.js";
