// Generated from ../../../schemas by `npm run build`; do not edit.

import type { Citation, Conclusion, FactType, Force, Kind, Reason, Text, Unit, Verdict } from "./answers.js";
import type { ParameterName, RuleId, SubjectName } from "./records.js";

/** The rules, and the checkable statements without a rule. */
export interface Rules {
  /** The version of the rules. */
  readonly ruleset: RulesetVersion;
  /** Other law that concerns the whole policy. */
  readonly law: readonly LawNote[];
  /** Every rule, by subject. */
  readonly rules: readonly Rule[];
  /** The checkable statements that no rule executes. */
  readonly not_encoded: readonly NotEncoded[];
}

/** The version of the rules. */
export interface RulesetVersion {
  /** The version of the library. */
  readonly version: string;
  /** SHA-256 over the catalogues, in hexadecimal. */
  readonly digest: string;
}

/** What another law or set of rules says on the matter of a clause. It never changes a verdict. */
export interface LawNote {
  /** The name of the instrument. */
  readonly instrument: Text;
  /** The article or row; null for the whole instrument, or if its number was not read. */
  readonly provision: Text | null;
  /** What the instrument does to the clause. */
  readonly relation: Relation;
  /** The day from which it applies, or its date; null if neither was read. */
  readonly since: string | null;
  /** How far the note was verified. */
  readonly status: Status;
  /** What it says, in short. */
  readonly words: Text;
}

/** What another law or set of rules does to a clause. */
export type Relation = "repeats" | "parallels" | "widens" | "narrows" | "softens" | "tightens" | "supersedes" | "sanctions" | "implements";

/** How far a source was verified. */
export type Status = "policy" | "verified" | "secondary" | "library";

/** One rule. */
export interface Rule {
  /** Its id. */
  readonly rule: RuleId;
  /** The subject whose records it is applied to. */
  readonly subject: SubjectName;
  /** The statement's id. */
  readonly statement: string;
  /** The clause that it executes. */
  readonly citation: Citation;
  /** What meeting it means. */
  readonly kind: Kind;
  /** How strongly the policy binds. */
  readonly force: Force;
  /** A short name. */
  readonly title: Text;
  /**
   * Which records it applies to; null where it applies to all. A name in braces is the day of this
   * parameter or, if it is not set, of `policy_applies_from`.
   */
  readonly scope: Text | null;
  /**
   * What it requires, one text for each bound; `{}`, `{years}` and `{months}` are its figures. Like
   * the day of the scope, they depend on parameters.
   */
  readonly demands: readonly Text[];
  /** The meaning taken where the text allows two, and why. */
  readonly reading: Text | null;
  /** The facts that it reads, as JSON Pointers. */
  readonly facts: readonly string[];
  /** Its bounds; none for a rule that is answered by yes or no. */
  readonly bounds: readonly RuleBound[];
  /** Other law on the same matter. */
  readonly law: readonly LawNote[];
}

/** A bound of a rule. */
export interface RuleBound {
  /** The measured fact, as a JSON Pointer. */
  readonly fact: string;
  /** The whole of which the measured fact is a share, as a JSON Pointer. */
  readonly of: string | null;
  /** Whether the bound is a lower or an upper one. Bounds are inclusive. */
  readonly sense: Sense;
  /** The bound, where it is not a parameter. */
  readonly number: number | null;
  /** The parameters that set the bound. */
  readonly parameters: readonly RuleParameter[];
}

/** Whether a bound is a lower or an upper one. */
export type Sense = "at_least" | "at_most";

/** A parameter that sets a bound. */
export interface RuleParameter {
  /** Its name. */
  readonly parameter: ParameterName;
  /** Its default; null where the policy leaves the number open. */
  readonly default: string | null;
  /** Its unit; null for a date. */
  readonly unit: Unit | null;
  /** Where the default comes from. */
  readonly source: Text;
  /** How far the default was verified. */
  readonly status: Status;
}

/** A checkable statement that no rule executes. */
export interface NotEncoded {
  /** The statement's id. */
  readonly statement: string;
  /** Why no rule executes it. */
  readonly reason: Text;
}

/** The policy document. */
export interface Policy {
  /** The document number. */
  readonly document: string;
  /** SHA-256 of the text that phrases are quoted from, in hexadecimal. */
  readonly text_sha256: string;
  /** What a report on a record cannot say. */
  readonly validity: Text;
  /** Other law that concerns the whole policy. */
  readonly law: readonly LawNote[];
  /** The statements, in the order of the text. */
  readonly statements: readonly Statement[];
  /** The rows of the table of tasks. */
  readonly tasks: readonly Task[];
}

/** One statement (clause) of the policy. */
export interface Statement {
  /** Its id: article, sentence and clause, such as `9.1b`. */
  readonly id: string;
  /** The article (条). */
  readonly article: number;
  /** The sentence; 0 is the caption. */
  readonly sentence: number;
  /** The operative phrase. */
  readonly phrase: string;
  /** What it says, in English. */
  readonly gloss: string;
  /** Whom it addresses. */
  readonly subject: Text;
  /** How strongly it binds; null for a definition. */
  readonly force: Force | null;
  /** What can be checked about it. */
  readonly nature: Nature;
  /** The responsible units. */
  readonly units: readonly string[];
  /** The rules that execute it. */
  readonly rules: readonly RuleId[];
  /** Why no rule executes it, where it is checkable. */
  readonly not_encoded: Text | null;
}

/** What can be checked about a statement. */
export type Nature = "quantitative" | "target" | "checkable" | "eligibility" | "narrative";

/** One row of the table of tasks. */
export interface Task {
  /** The number of the row. */
  readonly row: number;
  /** The part of the policy that it belongs to. */
  readonly category: string;
  /** The articles that it covers. */
  readonly articles: readonly number[];
  /** The responsible units; the last item is 会同有关部门 if the row has it. */
  readonly units: readonly string[];
  /** Whether the row has 会同有关部门 (together with the departments concerned). */
  readonly joint: boolean;
}

/** One subject. */
export interface Subject {
  /** Its name in data. */
  readonly subject: SubjectName;
  /** Its name for people. */
  readonly label: Text;
  /** What one record describes. */
  readonly note: Text;
  /** Its facts, in the order of the policy. */
  readonly facts: readonly Fact[];
  /** Its rules. */
  readonly rules: readonly RuleId[];
}

/** One fact of a subject. */
export interface Fact {
  /** Its JSON Pointer. */
  readonly fact: string;
  /** Its name for people. */
  readonly label: Text;
  /** Other Chinese names for it that are read in tables. */
  readonly also: readonly string[];
  /** Its type. */
  readonly type: FactType;
  /** Its unit. */
  readonly unit: Unit | null;
  /** Whether a record without it is a fault. */
  readonly required: boolean;
  /** The authority that decides it; null if none does. */
  readonly determined_by: Text | null;
  /** The values to choose from; only where the type is `choice`. */
  readonly choices?: readonly SubjectChoice[];
}

/** A value to choose. */
export interface SubjectChoice {
  /** The value in data. */
  readonly value: string;
  /** Its name for people. */
  readonly label: Text;
  /** Other Chinese names for it that are read in tables. */
  readonly also: readonly string[];
}

/** A number of the policy, or a reading of its text, which a check can override. */
export interface Parameter {
  /** Its name. */
  readonly parameter: ParameterName;
  /** Its name for people. */
  readonly label: Text;
  /** Its type. */
  readonly type: FactType;
  /** Its unit; null for a date and a reading. */
  readonly unit: Unit | null;
  /** The values that it can be given; null for a reading. */
  readonly range: ParameterRange | null;
  /** The choices of a reading, the default first; null for a number and a date. */
  readonly choices: readonly ReadingChoice[] | null;
  /** Its default; null where the policy leaves the number open. */
  readonly default: string | null;
  /** The statements that it belongs to. */
  readonly statements: readonly string[];
  /** Where the default comes from. */
  readonly source: Text;
  /** How far the default was verified. */
  readonly status: Status;
}

/** An inclusive range, as text in the unit of the parameter. */
export interface ParameterRange {
  /** The least value. */
  readonly least: string;
  /** The greatest value. */
  readonly most: string;
}

/** A choice of a reading. */
export interface ReadingChoice {
  /** The value. */
  readonly value: string;
  /** What the choice means, as a sentence. */
  readonly words: Text;
  /** Who holds it. */
  readonly holder: Holder;
}

/** Who holds a reading. */
export type Holder = "policy" | "national" | "comparator" | "words";

/** The labels of enums, by the key and the value in answers and catalogues. */
export interface Labels {
  /** Of verdicts, in the order of their codes in brief answers. */
  readonly verdict: Readonly<Record<Verdict, Text>>;
  /** Of conclusions, in order of precedence. */
  readonly conclusion: Readonly<Record<Conclusion, Text>>;
  /** Of reasons, in the order of their codes in brief answers. */
  readonly reason: Readonly<Record<Reason, Text>>;
  /** Of the kinds of rules. */
  readonly kind: Readonly<Record<Kind, Text>>;
  /** Of the forces of statements. */
  readonly force: Readonly<Record<Force, Text>>;
  /** Of the natures of statements. */
  readonly nature: Readonly<Record<Nature, Text>>;
  /** Of units, as they follow a number. In English the plural, which loses its `s` after 1. */
  readonly unit: Readonly<Record<Unit, Text>>;
  /** Of the statuses of sources. */
  readonly status: Readonly<Record<Status, Text>>;
  /** Of notices about a report. `{}` is replaced by a number, `{fact}` by the label of a fact. */
  readonly notice: Readonly<Record<Notice, Text>>;
  /** Of those who hold a reading. */
  readonly holder: Readonly<Record<Holder, Text>>;
  /** Of the relations of other law to a clause. */
  readonly relation: Readonly<Record<Relation, Text>>;
}

/** A notice about a report. */
export type Notice = "contested" | "known_so_far" | "not_implemented" | "in_principle" | "undated";
