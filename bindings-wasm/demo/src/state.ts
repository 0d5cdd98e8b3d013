/** The state of the page: the input for each subject, stored in this browser only. */
import { allSubjects, isSubject } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./parse.ts";
import type { Overrides } from "./judge.ts";
import type { SubjectName } from "chanjiao";

export type Language = "zh" | "en";

export interface State {
  language: Language;
  subject: SubjectName;
  drafts: { [name: string]: Draft };
  overrides: { [name: string]: Overrides };
}

const storageKey = "chanjiao-demo";
const first = (): SubjectName => allSubjects[0]!.subject as SubjectName;

/** The stored state, then the record in the address. */
export function initialState(): State {
  const state: State = { language: "zh", subject: first(), drafts: {}, overrides: {} };
  return withAddress({ ...state, ...stored() }, location.hash);
}

function stored(): Partial<State> {
  try {
    const value = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<State>;
    return {
      ...(value.language === "en" || value.language === "zh" ? { language: value.language } : {}),
      ...(value.subject && isSubject(value.subject) ? { subject: value.subject } : {}),
      drafts: { ...value.drafts },
      overrides: { ...value.overrides },
    };
  } catch {
    return {};
  }
}

/** Stores the state. Private windows may refuse; the page works without storage. */
export function save(state: State): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // The next visit starts empty.
  }
}

/** `#/teacher` opens a subject; `#/teacher?record=…&parameters=…` also loads a record. */
export function withAddress(state: State, hash: string): State {
  const [name = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  if (!isSubject(name)) return state;
  const given = new URLSearchParams(query);
  const record = draftOf(given.get("record") ?? "");
  const overrides = draftOf(given.get("parameters") ?? "");
  return {
    ...state,
    subject: name,
    drafts: record ? { ...state.drafts, [name]: record } : state.drafts,
    overrides: record ? { ...state.overrides, [name]: texts(overrides ?? {}) } : state.overrides,
  };
}

/** The address of a record. It is all after the `#`, which browsers do not send. */
export function addressOf(name: SubjectName, record: string, overrides: Overrides): string {
  const given = new URLSearchParams({ record });
  const set = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== ""));
  if (Object.keys(set).length > 0) given.set("parameters", JSON.stringify(set));
  return `${location.href.split("#")[0]}#/${name}?${given}`;
}

function texts(overrides: Draft): Overrides {
  return Object.fromEntries(Object.entries(overrides).map(([name, value]) => [name, String(value)]));
}
