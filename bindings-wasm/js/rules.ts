// The catalogue of rules.
import { once } from "./once.js";
import { text } from "./generated/data/rules.js";
import type { Citation, Force, Kind, Ruleset, Text } from "./generated/answers.js";
import type { ParameterName, RuleId, SubjectName } from "./generated/records.js";
import type { Status } from "./parameters.js";

/** A number that a rule compares with. */
export interface RuleParameter {
  readonly parameter: ParameterName;
  readonly default: string | null;
  readonly unit: string;
  readonly source: Text;
  readonly status: Status;
}

/** A limb of a rule. */
export interface RuleBound {
  /** The measured fact. */
  readonly fact: string;
  /** The whole that it is a share of. */
  readonly of: string | null;
  readonly sense: "at_least" | "at_most";
  /** The bound, where it is no parameter. */
  readonly number: number | null;
  readonly parameters: readonly RuleParameter[];
}

/** One rule. */
export interface Rule {
  readonly rule: RuleId;
  readonly subject: SubjectName;
  readonly statement: string;
  readonly citation: Citation;
  readonly kind: Kind;
  readonly force: Force;
  readonly title: Text;
  readonly scope: Text | null;
  readonly demands: readonly Text[];
  readonly reading: Text | null;
  readonly facts: readonly string[];
  readonly bounds: readonly RuleBound[];
}

/** The rules, and the checkable statements that none of them holds. */
export interface Rules {
  readonly ruleset: Pick<Ruleset, "version" | "digest">;
  readonly rules: readonly Rule[];
  readonly not_encoded: readonly { readonly statement: string; readonly reason: Text }[];
}

/** 规则目录。Every rule: what it tests, what it demands and where it stands. */
export const rules: () => Rules = /* @__PURE__ */ once(text);
