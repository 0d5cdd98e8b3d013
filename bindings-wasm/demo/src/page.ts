/** The context of every component of the page. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Fault, Text } from "chanjiao";
import type { Subject } from "./catalogue.ts";
import { controlId, fieldAt } from "./catalogue.ts";
import type { Cell, Draft } from "./draft.ts";
import type { Judgement, Overrides } from "./judge.ts";
import type { Language } from "./state.ts";
import type { Strings } from "./strings.ts";

export interface Page {
  language: Language;
  t: Strings;
  /** A text of the package in the language of the page. */
  say(text: Text): string;
  subject: Subject;
  draft: Draft;
  overrides: Overrides;
  judgement: Judgement;
  /** The faults at a fact; a missing required fact is not shown as an error. */
  faultsAt(pointer: string): Fault[];
  /** Sets the cell at a JSON Pointer; null removes it. */
  put(pointer: string, cell: Cell): void;
  setOverride(name: string, value: string): void;
  replace(draft: Draft, overrides: Overrides): void;
  announce(text: string): void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("usePage outside of PageContext");
  return page;
}

/** The name of a fact; inside a list, with the list and the index: 实践经历 第 1 项 · 是否在企业. */
export function factLabel({ subject, say, t }: Page, pointer: string): string {
  const [key = "", index, inner] = pointer.split("/").slice(1);
  const own = fieldAt(subject, pointer);
  const list = fieldAt(subject, `/${key}`);
  if (!own || !list) return pointer;
  if (index === undefined) return say(own.label);
  const item = `${say(list.label)} ${t.item(Number(index) + 1)}`;
  return inner === undefined ? item : `${item} · ${say(own.label)}`;
}

/** Moves the focus to the control of a fact; in a group, to the selected control, else to the first. */
export function goTo(pointer: string): void {
  const keys = pointer.split("/").slice(1);
  for (let length = keys.length; length > 0; length -= 1) {
    const element = document.getElementById(controlId(`/${keys.slice(0, length).join("/")}`));
    const control = element?.matches("input, select, textarea, button")
      ? element
      : (element?.querySelector<HTMLElement>("input:checked") ?? element?.querySelector<HTMLElement>("input, button"));
    if (!control) continue;
    control.focus({ preventScroll: true });
    (control.closest(".field") ?? control).scrollIntoView({ block: "center" });
    return;
  }
}
