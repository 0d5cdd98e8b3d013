// The one way into the module: it lends itself out, and replaces itself when something went wrong.
import { __wbg_reset_state as replace } from "./glue.js";

/** Texts beyond this are too large for the core: they are cut before they enter its memory. */
export const LIMIT = 16 * 1024 * 1024;

// Memory that has grown does not shrink; after a text like this a fresh instance is cheaper to keep.
const LARGE = 1024 * 1024;

type Call = (subject: string, record: string, parameters?: string) => string;

let ready = false;
let spent = false;

/** Says that the module stands. */
export function started(): void {
  ready = true;
}

/** Calls the module with texts. */
export function call(ask: Call, subject: string, record: string, parameters: string | undefined): string {
  if (!ready) throw new Error("chanjiao: not ready; await init() of chanjiao/lazy before the first call");
  text("subject", subject);
  text("record", record);
  if (parameters !== undefined) text("parameters", parameters);
  if (spent) {
    replace();
    spent = false;
  }
  if (record.length > LARGE || subject.length > LARGE || (parameters?.length ?? 0) > LARGE) spent = true;
  try {
    return ask(cut(subject), cut(record), parameters === undefined ? undefined : cut(parameters));
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
