// Generated from ../../../schemas by `npm run build`; do not edit.

import type { ParameterName, RuleId, SubjectName } from "./records.js";

/** An answer to inputs without faults. */
export interface Reported {
  /** None. */
  faults: Fault[];
  /** What was found. */
  report: Report;
}

/** Something wrong with an input. */
export interface Fault {
  /** Which input. */
  in: Inputs;
  /** Where, as a JSON Pointer. */
  pointer: string;
  /** What is wrong. */
  code: Code;
  /** What was given, as JSON text cut at 80 characters. */
  given: string;
  /** One sentence. */
  message: Text;
  /** The name that was probably meant. */
  help: Text | null;
}

/** The two inputs. */
export type Inputs = "record" | "parameters";

export type Code = "unknown_subject" | "not_json" | "lone_surrogate" | "too_deep" | "too_large" | "too_many_faults" | "not_an_object" | "not_a_list" | "null_item" | "required" | "unknown_key" | "duplicate_key" | "not_text" | "text_too_long" | "blank_text" | "not_a_flag" | "not_a_choice" | "not_a_count" | "not_money" | "not_a_share" | "not_a_year" | "not_a_date" | "out_of_range" | "part_exceeds_whole" | "date_order" | "not_explainable";

/** A text in two languages. */
export interface Text {
  /** 中文. */
  zh: string;
  /** English. */
  en: string;
}

/** What was found on a record. */
export interface Report {
  /** The subject. */
  subject: SubjectName;
  /** What the findings come to. */
  conclusion: Conclusion;
  /** By which rules. */
  ruleset: Ruleset;
  /** One finding a rule, in the order of the policy. */
  findings: Finding[];
}

export type Conclusion = "non_compliant" | "incomplete" | "explanation_due" | "not_assessed" | "compliant";

/** The rules that judged. */
export interface Ruleset {
  /** The version of the library. */
  version: string;
  /** SHA-256 over the catalogue. */
  digest: string;
  /** The parameters that were given. */
  overridden: ParameterName[];
}

/** What one rule found. */
export interface Finding {
  /** The rule's id. */
  rule: RuleId;
  /** Its verdict. */
  verdict: Verdict;
  /** What meeting it means. */
  kind: Kind;
  /** How strongly the policy speaks. */
  force: Force;
  /** The statement's id. */
  statement: string;
  /** Where it stands. */
  citation: Citation;
  /** The facts that the rule reads, as JSON Pointers. */
  facts: string[];
  /** The facts that it still needs, as JSON Pointers. */
  missing: string[];
  /** One entry a limb. */
  bounds: Bound[];
  /** Whether it is unmet and reasons were given. */
  explained: boolean;
  /** One sentence with its figures. */
  message: Text;
}

export type Verdict = "met" | "unmet" | "not_applicable" | "pending" | "undetermined";

export type Kind = "obligation" | "eligibility" | "target";

export type Force = "mandatory" | "in_principle" | "directive" | "encouraged" | "permitted";

/** A place in the policy. */
export interface Citation {
  /** The document number. */
  document: string;
  /** 条. */
  article: number;
  /** The sentence; 0 is the caption. */
  sentence: number;
  /** The operative phrase. */
  phrase: string;
  /** The responsible units. */
  units: string[];
}

/** one limb of a rule: what was measured, what is required, what lies between */
export interface Bound {
  fact: string;
  measured: string | null;
  required: string | null;
  shortfall?: string | null;
  excess?: string | null;
  unit: string;
  verdict: Verdict;
}

/** An answer to inputs with faults. */
export interface Unreported {
  /** Everything wrong with the inputs. */
  faults: Fault[];
  /** None. */
  report: null;
}

/** The answer to a check: faults, or a report. */
export type Answer = Reported | Unreported;

/** The questions on inputs without faults. */
export interface Asked {
  /** None. */
  faults: Fault[];
  /** The facts still needed, the most decisive first. */
  questions: Question[];
}

/** A fact to ask for. */
export interface Question {
  /** Its JSON Pointer. */
  fact: string;
  /** What it is called. */
  label: Text;
  /** The kind of value. */
  type: string;
  /** What a number counts. */
  unit: string | null;
  /** The words to choose from. */
  choices: Choice[] | null;
  /** The rules that wait for it. */
  rules: RuleId[];
  /** Their statements. */
  statements: string[];
}

/** A word to choose. */
export interface Choice {
  /** The word in data. */
  value: string;
  /** What it is called. */
  label: Text;
}

/** What comes instead of questions on inputs with faults. */
export interface Unasked {
  /** Everything wrong with the inputs. */
  faults: Fault[];
  /** None. */
  questions: null;
}

/** The facts still needed, or faults. */
export type Questions = Asked | Unasked;
