// A value becomes JSON text: what is no plain data is refused, and nothing is lost on the way.
import { LIMIT } from "./engine.js";

// The core takes 32 levels and 100 000 values. One more of each is written, and it is the core that
// says so, in the words of a fault.
const DEPTH = 33;
const VALUES = 100_001;

/** 不是普通数据的值及其位置。A value that is no plain data, and where it stands. */
export class NotPlainError extends TypeError {
  /** Where, as a JSON Pointer. */
  readonly pointer: string;
  /** What stands there. */
  readonly given: string;

  constructor(pointer: string, given: string) {
    super(`chanjiao: ${given} at ${JSON.stringify(pointer)} is no plain data`);
    this.name = "NotPlainError";
    this.pointer = pointer;
    this.given = given;
  }
}

/**
 * Writes a value as JSON text. NaN and the infinities keep their names, which the core refuses
 * with a fault; a bigint is written as its digits.
 */
export function write(value: unknown): string {
  const above: object[] = [];
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
    let mark = "{";
    for (const key of Object.keys(value)) {
      if (full()) break;
      keys.push(key);
      const member = value[key];
      if (member !== undefined) {
        out += mark + named(key);
        put(member);
        mark = ",";
      }
      keys.pop();
    }
    out += mark === "{" ? "{}" : "}";
  };

  const nested = (value: object): void => {
    if (above.includes(value)) fail("a cycle");
    const isList = Array.isArray(value);
    if (!isList && !plain(value)) fail(nameOf(value));
    if (above.length === DEPTH) {
      out += "null";
      return;
    }
    above.push(value);
    if (isList) list(value);
    else map(value as Record<string, unknown>);
    above.pop();
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

const names = new Map<string, string>();

/** A key and its colon. Most keys are those of a few subjects, so they are kept. */
function named(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    name = `${quoted(key)}:`;
    if (key.length < 64 && names.size < 2000) names.set(key, name);
  }
  return name;
}

const simple = /^[\w. -]*$/;

function quoted(text: string): string {
  if (text.length < 64 && simple.test(text)) return `"${text}"`;
  return JSON.stringify(text.length > LIMIT ? text.slice(0, LIMIT + 1) : text);
}

/** Whether an object is written as `{…}` makes one, in this realm or another. */
function plain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function nameOf(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? `an instance of ${name}` : "an object of a class";
}
