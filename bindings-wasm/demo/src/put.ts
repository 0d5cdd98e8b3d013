import type { Cell, Draft } from "./draft.ts";
import { keysOf } from "./draft.ts";

/** The draft with a cell put at a JSON Pointer. Null takes a member out, and an item out of its list. */
export function put(draft: Draft, pointer: string, cell: Cell): Draft {
  return place(draft, keysOf(pointer), cell) as Draft;
}

function place(into: Cell, keys: string[], cell: Cell): Cell {
  const [key, ...rest] = keys;
  if (key === undefined) return cell;
  if (Array.isArray(into)) {
    const at = Number(key);
    const inner = place(into[at] ?? null, rest, cell);
    return inner === null ? into.filter((_, index) => index !== at) : into.with(at, inner);
  }
  const members = into !== null && typeof into === "object" ? into : {};
  const inner = place(members[key] ?? null, rest, cell);
  if (inner !== null) return { ...members, [key]: inner };
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key));
}
