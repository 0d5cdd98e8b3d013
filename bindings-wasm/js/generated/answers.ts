// Generated from ../../../schemas by `npm run build`; do not edit.

import type { ParameterName, Parameters, RuleId, SubjectName } from "./records.js";

/** An answer to inputs without faults. */
export interface Reported {
  /** None. */
  faults: Fault[];
  /** The report. */
  report: Report;
}

/** A fault of an input. */
export interface Fault {
  /** The input. */
  in: Inputs;
  /** The position, as a JSON Pointer. */
  pointer: string;
  /** What is wrong. */
  code: Code;
  /** The value given, as JSON text of at most 80 characters. */
  given: string;
  /** One sentence. */
  message: Text;
  /** The name that was probably meant; null where none is similar. */
  help: Text | null;
}

/** The two inputs. */
export type Inputs = "record" | "parameters";

/** What is wrong with an input. */
export type Code = "unknown_subject" | "not_json" | "lone_surrogate" | "too_deep" | "too_large" | "too_many_faults" | "not_an_object" | "not_a_list" | "null_item" | "required" | "unknown_key" | "duplicate_key" | "not_text" | "text_too_long" | "blank_text" | "not_a_flag" | "not_a_choice" | "not_a_count" | "not_money" | "not_a_share" | "not_a_year" | "not_a_date" | "out_of_range" | "part_exceeds_whole" | "date_order" | "not_explainable" | "unreadable_cell" | "child_row";

/** A text in two languages. */
export interface Text {
  /** 中文. */
  zh: string;
  /** English. */
  en: string;
}

/** The report on a record. */
export interface Report {
  /** The subject. */
  subject: SubjectName;
  /** The overall result. */
  conclusion: Conclusion;
  /**
   * The choices of readings under which the overall result would be another one, each with the
   * other readings as they are, in the order of the parameters.
   */
  contested: ContestedConclusion[];
  /** The version of the rules, and the parameters that differ from their defaults. */
  ruleset: Ruleset;
  /** One finding for each rule, in the order of the policy. */
  findings: Finding[];
}

/** The overall result for a record. */
export type Conclusion = "non_compliant" | "incomplete" | "not_implemented" | "explanation_due" | "explained" | "not_assessed" | "not_yet_due" | "compliant";

/** A choice of a reading that leads to another overall result. */
export interface ContestedConclusion {
  /** The name of the parameter. */
  parameter: ParameterName;
  /** The other choice. */
  choice: string;
  /** The overall result under this choice. */
  conclusion: Conclusion;
}

/** The version of the rules, and the parameters that differ from their defaults. */
export interface Ruleset {
  /** The version of the library. */
  version: string;
  /** SHA-256 over the catalogues, in hexadecimal. */
  digest: string;
  /**
   * The parameters whose value differs from the default, by name, in the order of the catalogue:
   * counts and lengths of time as numbers; money with two decimals, percentages without trailing
   * zeros, days and readings as strings. It is a valid object of parameters.
   */
  overridden: Parameters;
}

/** The result of one rule. */
export interface Finding {
  /** The rule's id. */
  rule: RuleId;
  /** Its verdict. */
  verdict: Verdict;
  /** Why the verdict is what it is. */
  reason: Reason;
  /** The last day of the running period of a pending verdict; otherwise null. */
  until: string | null;
  /** What meeting it means. */
  kind: Kind;
  /** How strongly the policy binds. */
  force: Force;
  /** The statement's id. */
  statement: string;
  /** The clause that the rule executes. */
  citation: Citation;
  /** The facts that the rule reads, as JSON Pointers. */
  facts: string[];
  /** The missing facts that it needs, as JSON Pointers. */
  missing: string[];
  /** Its bounds with their figures. */
  bounds: Bound[];
  /** Whether it is unmet and an explanation was given. */
  explained: boolean;
  /**
   * The choices of readings under which the verdict would be another one, each with the other
   * readings as they are, in the order of the parameters.
   */
  contested: ContestedVerdict[];
  /** One sentence with its figures. */
  message: Text;
}

/** The result of applying a rule to a record. */
export type Verdict = "met" | "unmet" | "not_applicable" | "pending" | "undetermined";

/** Why a verdict is what it is. */
export type Reason = "before_policy" | "after_policy" | "out_of_scope" | "share_of_nothing" | "period_runs" | "text_silent" | "parameter_open" | "missing" | "figures" | "fact";

/** What meeting a rule means. */
export type Kind = "obligation" | "eligibility" | "target";

/** How strongly the policy binds. */
export type Force = "mandatory" | "in_principle" | "directive" | "encouraged" | "permitted";

/** The clause of the policy that a rule rests on. */
export interface Citation {
  /** The document number. */
  document: string;
  /** The article (条). */
  article: number;
  /** The sentence; 0 is the caption. */
  sentence: number;
  /** The operative phrase. */
  phrase: string;
  /** The responsible units. */
  units: string[];
  /** The clause of the annex that the rule rests on, too; null where there is none. */
  annex: Annex | null;
}

/** A clause of the annex. */
export interface Annex {
  /** The number of the row. */
  row: number;
  /** The operative phrase. */
  phrase: string;
}

/** A bound of a rule with its figures: a shortfall of a lower bound, or an excess over an upper one. */
export interface Bound {
  fact: string;
  measured: string | null;
  required: string | null;
  shortfall?: string | null;
  excess?: string | null;
  unit: Unit;
  verdict: Verdict;
}

/** The unit of a number. */
export type Unit = "person" | "post" | "yuan" | "class_hour" | "day" | "month" | "year" | "enterprise" | "participant" | "percent";

/** A choice of a reading that leads to another verdict. */
export interface ContestedVerdict {
  /** The name of the parameter. */
  parameter: ParameterName;
  /** The other choice. */
  choice: string;
  /** The verdict under this choice. */
  verdict: Verdict;
}

/** An answer to inputs with faults. */
export interface Unreported {
  /** Every fault of the inputs. */
  faults: Fault[];
  /** None. */
  report: null;
}

/** The answer to a check: faults, or a report. */
export type Answer = Reported | Unreported;

/** The answer to a question about inputs without faults. */
export interface Asked {
  /** None. */
  faults: Fault[];
  /** The missing facts, the most decisive first. */
  questions: Question[];
}

/** A fact to ask for. */
export interface Question {
  /** Its JSON Pointer. */
  fact: string;
  /** Its name for people. */
  label: Text;
  /** Its type. */
  type: FactType;
  /** Its unit. */
  unit: Unit | null;
  /** The values to choose from; null unless the type is `choice`. */
  choices: Choice[] | null;
  /** The authority that decides it; null if none does. */
  determined_by: Text | null;
  /** The rules that need it. */
  rules: RuleId[];
  /** Their statements. */
  statements: string[];
}

/** The type of a fact or a parameter. */
export type FactType = "text" | "year" | "count" | "money" | "share" | "flag" | "choice" | "date" | "dates" | "periods";

/** A value to choose. */
export interface Choice {
  /** The value in data. */
  value: string;
  /** Its name for people. */
  label: Text;
}

/** The answer to a question about inputs with faults. */
export interface Unasked {
  /** Every fault of the inputs. */
  faults: Fault[];
  /** None. */
  questions: null;
}

/** The missing facts, or faults. */
export type Questions = Asked | Unasked;
