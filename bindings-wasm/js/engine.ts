// Access to the WebAssembly module: starts an instance, calls it, and replaces it after a failure.
import * as glue from "./glue.js";

/** The most characters of a text. The core refuses longer ones; they are cut before they enter its memory. */
export const LIMIT = 16 * 1024 * 1024;

// Memory that has grown does not shrink; after a text of this length a new instance takes less memory.
const LARGE = 1024 * 1024;

// What `call` asks for: the whole answer; questions; only what differs between the answers about a
// subject; only the messages.
export const WHOLE = 0;
export const QUESTIONS = 1;
export const BRIEF = 2;
export const MESSAGES = 3;

let module: WebAssembly.Module | undefined;
let memory: WebAssembly.Memory | undefined;
let spent = false;

/** Whether there is an instance. */
export function started(): boolean {
  return memory !== undefined;
}

/** Starts an instance of the module, replacing any earlier one. */
export function start(compiled: WebAssembly.Module): void {
  module = compiled;
  const { exports } = new WebAssembly.Instance(module, { "./chanjiao_bg.js": glue });
  // The glue caches a view of the memory until the memory grows, even by nothing.
  memory?.grow(0);
  memory = exports["memory"] as WebAssembly.Memory;
  glue.__wbg_set_wasm(exports);
  // Some compilers export a function that sets up a table of references, though only texts are passed.
  (exports["__wbindgen_start"] as (() => void) | undefined)?.();
  spent = false;
}

/** Calls the module with texts. */
export function call(form: number, subject: string, record: string, parameters = "{}"): string {
  if (module === undefined) throw new Error("chanjiao: not ready; await init() of chanjiao/lazy before the first call");
  assertText("subject", subject);
  assertText("record", record);
  assertText("parameters", parameters);
  if (spent) start(module);
  if (record.length > LARGE || subject.length > LARGE || parameters.length > LARGE) spent = true;
  try {
    return glue.answer(form, cut(subject), cut(record), cut(parameters));
  } catch (cause) {
    // After a trap the memory of the instance may be inconsistent.
    spent = true;
    throw new Error("chanjiao: the module failed; the next call uses a new instance", { cause });
  }
}

function assertText(name: string, value: unknown): void {
  if (typeof value !== "string") throw new TypeError(`chanjiao: ${name} must be a string`);
}

function cut(value: string): string {
  return value.length > LIMIT ? value.slice(0, LIMIT + 1) : value;
}
