// The one way into the module: it starts an instance, lends it out, and replaces it when something
// went wrong.
import * as glue from "./glue.js";

/** Texts beyond this are too large for the core: they are cut before they enter its memory. */
export const LIMIT = 16 * 1024 * 1024;

// Memory that has grown does not shrink; after a text like this a fresh instance is cheaper to keep.
const LARGE = 1024 * 1024;

// What the module is asked for: the answer, questions, or of the answer no more than differs from
// record to record, or its messages alone.
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

/** Starts an instance of the module, in place of one before it. */
export function start(compiled: WebAssembly.Module): void {
  module = compiled;
  const { exports } = new WebAssembly.Instance(module, { "./chanjiao_bg.js": glue });
  // The glue keeps a view of the memory until that grows, if only by nothing.
  memory?.grow(0);
  memory = exports["memory"] as WebAssembly.Memory;
  glue.__wbg_set_wasm(exports);
  // Some compilers have references to objects set up, though no object ever crosses.
  (exports["__wbindgen_start"] as (() => void) | undefined)?.();
  spent = false;
}

/** Calls the module with texts. */
export function call(form: number, subject: string, record: string, parameters = "{}"): string {
  if (module === undefined) throw new Error("chanjiao: not ready; await init() of chanjiao/lazy before the first call");
  text("subject", subject);
  text("record", record);
  text("parameters", parameters);
  if (spent) start(module);
  if (record.length > LARGE || subject.length > LARGE || parameters.length > LARGE) spent = true;
  try {
    return glue.answer(form, cut(subject), cut(record), cut(parameters));
  } catch (cause) {
    // Whatever escapes has left the instance in the middle of something.
    spent = true;
    throw new Error("chanjiao: the module failed; the next call has a fresh one", { cause });
  }
}

function text(name: string, value: unknown): void {
  if (typeof value !== "string") throw new TypeError(`chanjiao: ${name} is to be a string`);
}

function cut(value: string): string {
  return value.length > LIMIT ? value.slice(0, LIMIT + 1) : value;
}
