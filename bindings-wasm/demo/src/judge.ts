/** Judges a draft with the library, at each keystroke. */
import { checkJson, questionsJson } from "chanjiao";
import type { Answer, Fault, Finding, Question, Questions, Report, SubjectName } from "chanjiao";
import { allParameters, fieldAt, subjectOf } from "./catalogue.ts";
import { keysOf, recordText, without } from "./draft.ts";
import type { Draft } from "./draft.ts";

export type Overrides = Record<string, string>;

export interface Judgement {
  /** The record, as it is exported. */
  record: string;
  faults: readonly Fault[];
  /** The faults that only report a missing required fact. */
  missingRequired: readonly Fault[];
  /** The draft and the overrides without the facts and parameters that have faults. */
  validDraft: Draft;
  validOverrides: Overrides;
  /** The report on the valid part; null if a required fact is missing. */
  report: Report | null;
  questions: readonly Question[];
  /** The report by the policy's own numbers, if some are overridden. */
  before: Report | null;
}

export function judge(name: SubjectName, draft: Draft, overrides: Overrides): Judgement {
  const record = textOf(name, draft);
  const whole = ask(name, record, overrides);
  const faults = whole.faults;
  const validDraft = without(draft, faulty(faults, "record"));
  const validOverrides = without(overrides, faulty(faults, "parameters")) as Overrides;
  const validRecord = textOf(name, validDraft);
  const overridden = Object.values(validOverrides).some((value) => value !== "");
  return {
    record,
    faults,
    missingRequired: faults.filter((fault) => fault.in === "record" && fault.code === "required"),
    validDraft,
    validOverrides,
    report: faults.length === 0 ? whole.report : ask(name, validRecord, validOverrides).report,
    questions: (JSON.parse(questionsJson(name, validRecord, overridesText(validOverrides))) as Questions).questions ?? [],
    before: overridden ? ask(name, validRecord, {}).report : null,
  };
}

function textOf(name: SubjectName, draft: Draft): string {
  const subject = subjectOf(name);
  return recordText(draft, (key) => fieldAt(subject, `/${key}`)?.type);
}

function overridesText(overrides: Overrides): string {
  return recordText(overrides, (key) => allParameters.find((one) => one.parameter === key)?.type);
}

function ask(name: SubjectName, record: string, overrides: Overrides): Answer {
  return JSON.parse(checkJson(name, record, overridesText(overrides))) as Answer;
}

/** The names of the facts or parameters that have faults. */
function faulty(faults: readonly Fault[], input: Fault["in"]): Set<string> {
  return new Set(faults.filter((fault) => fault.in === input).map((fault) => keysOf(fault.pointer)[0] ?? ""));
}

/**
 * The yes/no facts whose other answer would meet the rule, found by checking; none if that is not enough.
 * Each fact is tried alone, then all that are answered with no.
 */
export function flagsToChange(name: SubjectName, { validDraft, validOverrides }: Judgement, finding: Finding): string[] {
  const flags = finding.facts
    .map((pointer) => pointer.slice(1))
    .filter((key) => typeof validDraft[key] === "boolean");
  const meets = (changed: string[]): boolean => {
    const other = { ...validDraft, ...Object.fromEntries(changed.map((key) => [key, !validDraft[key]])) };
    const report = ask(name, textOf(name, other), validOverrides).report;
    return report?.findings.find((one) => one.rule === finding.rule)?.verdict === "met";
  };
  const alone = flags.filter((key) => meets([key]));
  if (alone.length > 0) return alone.slice(0, 1);
  const denied = flags.filter((key) => validDraft[key] === false);
  return denied.length > 1 && meets(denied) ? denied : [];
}
