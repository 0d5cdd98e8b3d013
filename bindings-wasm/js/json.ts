// Writes a value as JSON text without loss; a value that is not plain is an error.
import { LIMIT } from "./engine.js";

// The core accepts 32 levels and 100 000 values. One more of each is written, so that the core
// reports the fault.
const DEPTH = 33;
const VALUES = 100_001;

/** 不是普通数据的值及其位置。A value that is not plain, with its position. */
export class NotPlainError extends TypeError {
  /** The position, as a JSON Pointer. */
  readonly pointer: string;
  /** What the value is, such as `an instance of Date`. */
  readonly given: string;

  constructor(pointer: string, given: string) {
    super(`chanjiao: ${given} at ${JSON.stringify(pointer)} is not a plain value`);
    this.name = "NotPlainError";
    this.pointer = pointer;
    this.given = given;
  }
}

/**
 * Writes a value as JSON text. NaN and the infinities are written by name, for which the core
 * reports a fault; a bigint is written as its digits.
 */
export function write(value: unknown): string {
  const ancestors: object[] = [];
  const keys: (string | number)[] = [];
  let left = VALUES;
  let out = "";

  const fail = (given: string): never => {
    const escaped = keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`);
    throw new NotPlainError(escaped.join(""), given);
  };

  const full = (): boolean => left <= 0 || out.length > LIMIT;

  const list = (value: readonly unknown[]): void => {
    out += "[";
    for (let i = 0; i < value.length && !full(); i += 1) {
      if (i > 0) out += ",";
      keys.push(i);
      put(value[i] ?? null);
      keys.pop();
    }
    out += "]";
  };

  const map = (value: Record<string, unknown>): void => {
    let separator = "{";
    for (const key of Object.keys(value)) {
      if (full()) break;
      keys.push(key);
      const member = value[key];
      if (member !== undefined) {
        out += separator + quotedKey(key);
        put(member);
        separator = ",";
      }
      keys.pop();
    }
    out += separator === "{" ? "{}" : "}";
  };

  const nested = (value: object): void => {
    if (ancestors.includes(value)) fail("a cycle");
    const isList = Array.isArray(value);
    if (!isList && !plain(value)) fail(nameOf(value));
    if (ancestors.length === DEPTH) {
      out += "null";
      return;
    }
    ancestors.push(value);
    if (isList) list(value);
    else map(value as Record<string, unknown>);
    ancestors.pop();
  };

  const put = (value: unknown): void => {
    left -= 1;
    switch (typeof value) {
      case "string":
        out += quoted(value);
        return;
      case "number":
      case "boolean":
      case "bigint":
        out += String(value);
        return;
      case "object":
        if (value === null) out += "null";
        else nested(value);
        return;
      default:
        fail(value === undefined ? "undefined" : `a ${typeof value}`);
    }
  };

  put(value);
  return out;
}

const quotedKeys = new Map<string, string>();

/** A key and its colon. Most keys are facts of a few subjects, so they are cached. */
function quotedKey(key: string): string {
  let text = quotedKeys.get(key);
  if (text === undefined) {
    text = `${quoted(key)}:`;
    if (key.length < 64 && quotedKeys.size < 2000) quotedKeys.set(key, text);
  }
  return text;
}

const simple = /^[\w. -]*$/;

function quoted(text: string): string {
  if (text.length < 64 && simple.test(text)) return `"${text}"`;
  return JSON.stringify(text.length > LIMIT ? text.slice(0, LIMIT + 1) : text);
}

/** Whether an object is like one written as `{…}`, in this realm or another. */
function plain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? `an instance of ${name}` : "an instance of a class";
}
