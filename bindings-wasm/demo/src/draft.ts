/**
 * A draft is the input of the form as text; a record is derived from it.
 *
 * Numbers stay text until they are written into the record digit by digit, so nothing is rounded. A text that is not a
 * number is passed on as text, and the library reports the fault.
 */

export type Cell = string | boolean | null | Cell[] | { [key: string]: Cell };
export type Draft = { [fact: string]: Cell };

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const numeric = new Set(["count", "money", "year", "share"]);

/** Writes the record of a draft as JSON text. `typeOf` returns the type of the fact at a key. */
export function recordText(draft: Draft, typeOf: (key: string) => string | undefined): string {
  const members = Object.entries(draft)
    .map(([key, cell]) => [key, cellText(cell, typeOf(key))] as const)
    .filter(([, text]) => text !== null)
    .map(([key, text]) => `${JSON.stringify(key)}: ${text}`);
  return `{${members.join(", ")}}`;
}

/** Writes one cell as JSON text; null if it is empty. */
function cellText(cell: Cell, type: string | undefined): string | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") return stringText(cell, type);
  if (typeof cell === "boolean") return String(cell);
  if (Array.isArray(cell)) {
    const items = cell.map((item) => itemText(item, type));
    return `[${items.join(", ")}]`;
  }
  const members = Object.entries(cell)
    .map(([key, inner]) => [key, cellText(inner, type)] as const)
    .filter(([, text]) => text !== null)
    .map(([key, text]) => `${JSON.stringify(key)}: ${text}`);
  return `{${members.join(", ")}}`;
}

/** An empty item is written as an empty text, so that an added item is not dropped silently. */
function itemText(item: Cell, type: string | undefined): string {
  return cellText(item, type) ?? (item === null ? "null" : '""');
}

function stringText(typed: string, type: string | undefined): string {
  if (type !== undefined && numeric.has(type)) {
    const plain = plainNumber(typed, type);
    return number.test(plain) ? plain : JSON.stringify(typed);
  }
  if (type === "date" || type === "dates" || type === "periods") return JSON.stringify(plainDate(typed));
  return JSON.stringify(typed);
}

/** Normalizes full-width digits, thousands separators and, for money, the units 万 and 亿. */
export function plainNumber(typed: string, type: string): string {
  let text = typed.normalize("NFKC").replace(/\s+/gu, "");
  if (grouped.test(text)) text = text.replaceAll(",", "");
  if (type !== "money") return text;
  text = text.replace(/元$/u, "");
  const places = text.endsWith("万") ? 4 : text.endsWith("亿") ? 8 : 0;
  if (places === 0) return text;
  const amount = text.slice(0, -1).replaceAll(",", "");
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(amount) ? shiftPoint(amount, places) : text;
}

/** Moves the decimal point to the right (to the left if `places` is negative), exactly. */
export function shiftPoint(amount: string, places: number): string {
  const [whole = "0", part = ""] = amount.split(".");
  const digits = places < 0 ? whole.padStart(1 - places, "0") + part : whole + part.padEnd(places, "0");
  const point = places < 0 ? Math.max(whole.length, 1 - places) + places : whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

/** Normalizes 2024年6月3日, 2024/6/3, 2024.6.3 and 20240603 to 2024-06-03; any other text is unchanged. */
export function plainDate(typed: string): string {
  const text = typed.normalize("NFKC").trim();
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return typed;
  const [, year = "", month = "", day = ""] = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Returns the draft without some of its facts. */
export function without(draft: Draft, facts: Set<string>): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([fact]) => !facts.has(fact)));
}

/** Returns the cell at a JSON Pointer. */
export function cellAt(draft: Draft, pointer: string): Cell {
  let cell: Cell = draft;
  for (const key of keysOf(pointer)) {
    if (cell === null || typeof cell !== "object") return null;
    cell = (Array.isArray(cell) ? cell[Number(key)] : cell[key]) ?? null;
  }
  return cell;
}

export function keysOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
