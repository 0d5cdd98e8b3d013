/**
 * Reads a record given as JSON text into a draft.
 * Numbers are taken as they are written where the browser tells it (source text access), so 1.10 stays 1.10.
 */
import type { Draft, Cell } from "./draft.ts";

type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;

/** The draft; null where the text is no JSON object. */
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
