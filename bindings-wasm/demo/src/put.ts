import type { Cell, Draft } from "./draft.ts";
import { keysOf } from "./draft.ts";

/** Returns the draft with a cell set at a JSON Pointer. Null removes a member, or an item of a list. */
export function put(draft: Draft, pointer: string, cell: Cell): Draft {
  return putAt(draft, keysOf(pointer), cell) as Draft;
}

function putAt(into: Cell, keys: string[], cell: Cell): Cell {
  const [key, ...rest] = keys;
  if (key === undefined) return cell;
  if (Array.isArray(into)) {
    const at = Number(key);
    const inner = putAt(into[at] ?? null, rest, cell);
    return inner === null ? into.filter((_, index) => index !== at) : into.with(at, inner);
  }
  const members = into !== null && typeof into === "object" ? into : {};
  const inner = putAt(members[key] ?? null, rest, cell);
  if (inner !== null) return { ...members, [key]: inner };
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key));
}
