/**
 * Parses a record, given as JSON text, into a draft.
 * Where the browser supports source text access, numbers keep their notation: 1.10 stays 1.10.
 */
import type { Draft, Cell } from "./draft.ts";

type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;

/** Returns the draft, or null if the text is not a JSON object. */
export function draftOf(text: string): Draft | null {
  const literal: Reviver = (_key, value, context) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  try {
    const value: unknown = JSON.parse(text, literal);
    return isObject(value) ? (value as { [key: string]: Cell }) : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
