/** The state of the page: what was typed for each subject, kept in this browser only. */
import { allSubjects, isSubject } from "./catalogue.ts";
import type { Draft } from "./draft.ts";
import { draftOf } from "./reading.ts";
import type { Overrides } from "./judge.ts";
import type { SubjectName } from "chanjiao";

export type Language = "zh" | "en";

export interface State {
  language: Language;
  subject: SubjectName;
  drafts: { [name: string]: Draft };
  overrides: { [name: string]: Overrides };
}

const shelf = "chanjiao-demo";
const first = (): SubjectName => allSubjects[0]!.subject as SubjectName;

/** What was kept, then what the address asks for. */
export function initialState(): State {
  const state: State = { language: "zh", subject: first(), drafts: {}, overrides: {} };
  return atAddress({ ...state, ...kept() }, location.hash);
}

function kept(): Partial<State> {
  try {
    const value = JSON.parse(localStorage.getItem(shelf) ?? "{}") as Partial<State>;
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

/** Private windows may refuse to keep anything: the page works without. */
export function keep(state: State): void {
  try {
    localStorage.setItem(shelf, JSON.stringify(state));
  } catch {
    // Nothing is lost but the next visit's convenience.
  }
}

/** `#/teacher` opens a subject; `#/teacher?record=…&parameters=…` brings a record along. */
export function atAddress(state: State, hash: string): State {
  const [name = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  if (!isSubject(name)) return state;
  const given = new URLSearchParams(query);
  const record = draftOf(given.get("record") ?? "");
  const numbers = draftOf(given.get("parameters") ?? "");
  return {
    ...state,
    subject: name,
    drafts: record ? { ...state.drafts, [name]: record } : state.drafts,
    overrides: record ? { ...state.overrides, [name]: texts(numbers ?? {}) } : state.overrides,
  };
}

/** The address of a record: all of it stands after the `#`, which browsers never send. */
export function addressOf(name: SubjectName, record: string, overrides: Overrides): string {
  const given = new URLSearchParams({ record });
  const set = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== ""));
  if (Object.keys(set).length > 0) given.set("parameters", JSON.stringify(set));
  return `${location.href.split("#")[0]}#/${name}?${given}`;
}

function texts(numbers: Draft): Overrides {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]));
}
