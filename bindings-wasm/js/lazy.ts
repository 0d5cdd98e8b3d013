// For pages that fetch the module on demand.
import { start, started } from "./engine.js";

/** The module, or where to fetch it: a URL, a request, or the response to one. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * 加载模块，默认取本文件旁的文件；首次调用其他函数之前须等待加载完成。
 *
 * Loads the module, by default the file next to this one. Await it before the first call. The file
 * is compressed, and compiled while it arrives; the headers of the server do not matter.
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

/** Decompresses the module, unless the browser has done so because of the server's headers. */
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
