/** Everything the page shows of a draft: the library is asked anew at each keystroke. */
import { checkJson, questionsJson } from "chanjiao";
import type { Answer, Fault, Finding, Question, Questions, Report, SubjectName } from "chanjiao";
import { allParameters, fieldAt, subjectOf } from "./catalogue.ts";
import { keysOf, recordText, without } from "./draft.ts";
import type { Draft } from "./draft.ts";

export type Overrides = Record<string, string>;

export interface Judgement {
  /** The record as it would be exported. */
  record: string;
  faults: readonly Fault[];
  /** Those of the faults that say no more than that a required fact is still missing. */
  awaited: readonly Fault[];
  /** What is left of the draft and of the overrides without what is faulty in them. */
  sound: Draft;
  numbers: Overrides;
  /** Of what is left. Null if that is not enough. */
  report: Report | null;
  questions: readonly Question[];
  /** The same by the policy's own numbers, where some were overridden. */
  before: Report | null;
}

export function judge(name: SubjectName, draft: Draft, overrides: Overrides): Judgement {
  const record = textOf(name, draft);
  const whole = ask(name, record, overrides);
  const faults = whole.faults;
  const sound = without(draft, faulty(faults, "record"));
  const numbers = without(overrides, faulty(faults, "parameters")) as Overrides;
  const judged = textOf(name, sound);
  const overridden = Object.values(numbers).some((value) => value !== "");
  return {
    record,
    faults,
    awaited: faults.filter((fault) => fault.in === "record" && fault.code === "required"),
    sound,
    numbers,
    report: faults.length === 0 ? whole.report : ask(name, judged, numbers).report,
    questions: (JSON.parse(questionsJson(name, judged, numbersText(numbers))) as Questions).questions ?? [],
    before: overridden ? ask(name, judged, {}).report : null,
  };
}

function textOf(name: SubjectName, draft: Draft): string {
  const subject = subjectOf(name);
  return recordText(draft, (key) => fieldAt(subject, `/${key}`)?.type);
}

function numbersText(overrides: Overrides): string {
  return recordText(overrides, (key) => allParameters.find((one) => one.parameter === key)?.type);
}

function ask(name: SubjectName, record: string, overrides: Overrides): Answer {
  return JSON.parse(checkJson(name, record, numbersText(overrides))) as Answer;
}

/** The names of the facts, or parameters, that have a fault. */
function faulty(faults: readonly Fault[], input: Fault["in"]): Set<string> {
  return new Set(faults.filter((fault) => fault.in === input).map((fault) => keysOf(fault.pointer)[0] ?? ""));
}

/**
 * The yes/no facts whose other answer would meet the rule, found by asking the library; none where it takes more.
 * First each alone, then all that now say no.
 */
export function flagsToTurn(name: SubjectName, { sound, numbers }: Judgement, finding: Finding): string[] {
  const flags = finding.facts
    .map((pointer) => pointer.slice(1))
    .filter((key) => typeof sound[key] === "boolean");
  const meets = (turned: string[]): boolean => {
    const other = { ...sound, ...Object.fromEntries(turned.map((key) => [key, !sound[key]])) };
    const report = ask(name, textOf(name, other), numbers).report;
    return report?.findings.find((one) => one.rule === finding.rule)?.verdict === "met";
  };
  const alone = flags.filter((key) => meets([key]));
  if (alone.length > 0) return alone.slice(0, 1);
  const denied = flags.filter((key) => sound[key] === false);
  return denied.length > 1 && meets(denied) ? denied : [];
}
