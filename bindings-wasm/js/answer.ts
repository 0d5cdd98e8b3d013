// Answers as objects. What is the same in every answer about a subject is kept from the first one;
// what differs comes in brief; messages are made when one of them is first read.
import { BRIEF, call, WHOLE } from "./engine.js";
import type { Answer, Finding, Report, Text } from "./generated/answers.js";

type Silent = Omit<Finding, "message">;
type Kept = Omit<Report, "findings"> & { findings: Silent[] };

/** A report on each subject that was checked before. */
const reports = new Map<string, Kept>();

/** As the module counts them. */
const verdicts = ["unmet", "undetermined", "pending", "met", "not_applicable"] as const;

/** The answer to a check of a record, both as JSON text. */
export function answer(subject: string, record: string, parameters?: string): Answer {
  const whole = (): string => call(WHOLE, subject, record, parameters);
  const kept = reports.get(subject);
  if (kept === undefined) {
    const text = whole();
    const { report } = JSON.parse(text) as Answer;
    if (report !== null) reports.set(subject, { ...report, findings: report.findings.map(({ message, ...rest }) => rest) });
    return JSON.parse(text) as Answer;
  }
  const brief = call(BRIEF, subject, record, parameters);
  if (brief[0] === "{") return JSON.parse(brief) as Answer;

  let said: Finding[] | undefined;
  const message = (place: number): Text => {
    said ??= (JSON.parse(whole()) as Answer).report!.findings;
    return said[place]!.message;
  };
  const pieces = brief.split(",");
  let at = 0;
  const next = (): string => pieces[at++]!;
  const head = next();
  const findings = kept.findings.map((kept, place) => {
    const code = next();
    const { citation } = kept;
    const finding: Silent = {
      ...kept,
      verdict: verdicts[+code[0]! % 5]!,
      citation: { ...citation, units: citation.units.slice() },
      facts: kept.facts.slice(),
      missing: words(code),
      bounds: kept.bounds.map((bound) => ({
        ...bound,
        measured: next() || null,
        required: next() || null,
        ["excess" in bound ? "excess" : "shortfall"]: next() || null,
        verdict: verdicts[+next()]!,
      })),
      explained: +code[0]! > 4,
    };
    return speaking(finding, place, message);
  });
  const conclusion = head.split(" ")[0] as Report["conclusion"];
  const overridden = words(head) as Report["ruleset"]["overridden"];
  return { faults: [], report: { ...kept, conclusion, ruleset: { ...kept.ruleset, overridden }, findings } };
}

/** What follows the first word. */
function words(text: string): string[] {
  return text.includes(" ") ? text.split(" ").slice(1) : [];
}

/** Gives a finding its message, to be made when it is read, and to be replaced like any other. */
function speaking(finding: Silent, place: number, message: (place: number) => Text): Finding {
  const shown = { enumerable: true, configurable: true };
  return Object.defineProperty(finding as Finding, "message", {
    ...shown,
    get: () => message(place),
    set(value) {
      Object.defineProperty(this, "message", { ...shown, value, writable: true });
    },
  });
}
