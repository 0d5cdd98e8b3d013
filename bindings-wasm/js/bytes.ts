// Decodes the module from text; build/text.mjs describes the encoding.
import { size, singles, text } from "./generated/module.js";

const FIRST = 32;
const ROW = 93;

// The alphabet: the printable characters from the space on, without the quotation mark and the backslash.
const digit = (code: number): number => code - FIRST - (code > 92 ? 2 : code > 34 ? 1 : 0);

/** Returns the bytes of the module. */
export function bytes(): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(size);
  const single = new Uint8Array(256);
  const one: number[] = singles.match(/../g)!.map((pair) => parseInt(pair, 16));
  for (const byte of one) single[byte] = 1;
  const two: number[] = [];
  for (let byte = 0; byte < 256; byte += 1) if (single[byte] === 0) two.push(byte);
  for (let at = 0, i = 0; at < size; at += 1) {
    const first = digit(text.charCodeAt(i++));
    out[at] = first < 2 ? two[first * ROW + digit(text.charCodeAt(i++))]! : one[first - 2]!;
  }
  return out;
}
