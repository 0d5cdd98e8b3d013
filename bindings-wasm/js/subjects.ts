// Whom the policy speaks to, and what can be said of them.
import { once } from "./once.js";
import { text } from "./generated/data/subjects.js";
import type { Choice, Text } from "./generated/answers.js";
import type { RuleId, SubjectName } from "./generated/records.js";

/** What a fact is. */
export type FactType =
  | "text" | "flag" | "choice" | "count" | "money" | "year" | "date" | "dates" | "periods";

/** A word to choose, and what else it is called in tables. */
export interface SubjectChoice extends Choice {
  readonly also: readonly string[];
}

/** One fact of a subject. */
export interface Fact {
  /** Its JSON Pointer; `-` stands for any item of a list. */
  readonly fact: string;
  readonly label: Text;
  /** What else it is called in tables. */
  readonly also: readonly string[];
  readonly type: FactType;
  readonly unit: string | null;
  readonly required: boolean;
  readonly choices?: readonly SubjectChoice[];
}

/** One subject. */
export interface Subject {
  readonly subject: SubjectName;
  readonly label: Text;
  readonly note: Text;
  readonly facts: readonly Fact[];
  readonly rules: readonly RuleId[];
}

/** 全部评价对象及其事实和规则。Every subject, with its facts and rules. */
export const subjects: () => readonly Subject[] = /* @__PURE__ */ once(text);
