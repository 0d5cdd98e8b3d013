// Answers as objects. What is the same in every answer about a subject is kept from the first one
// and shared; what differs comes in brief; and messages are made when one of them is first read.
import { call, Form } from "./engine.js";
import type { Answer, Bound, Finding, Report, Text } from "./generated/answers.js";

/** What the answers about each subject share. */
const shared = new Map<string, Report>();

const verdicts = ["unmet", "undetermined", "pending", "met", "not_applicable"] as const;

/** The answer to a check of a record, both as JSON text. */
export function answer(subject: string, record: string, parameters?: string): Answer {
  const kept = shared.get(subject);
  if (kept === undefined) {
    const first = whole(subject, record, parameters);
    if (first.report !== null) shared.set(subject, keep(first.report));
    return first;
  }
  const brief = call(Form.brief, subject, record, parameters);
  if (brief[0] === "{") return JSON.parse(brief) as Answer;
  let made: Finding[] | undefined;
  const message = (place: number): Text => {
    made ??= whole(subject, record, parameters).report!.findings;
    return made[place]!.message;
  };
  const pieces = brief.split(",");
  let at = 1;
  const findings = kept.findings.map((kept, place): Finding => {
    const code = pieces[at++]!;
    const bounds = kept.bounds.map(({ fact, unit, excess }): Bound => {
      const measured = pieces[at++] || null;
      const required = pieces[at++] || null;
      const gap = pieces[at++] || null;
      const verdict = verdicts[+pieces[at++]!]!;
      return excess === undefined
        ? { fact, measured, required, shortfall: gap, unit, verdict }
        : { fact, measured, required, excess: gap, unit, verdict };
    });
    return finding(kept, code.charCodeAt(0) - 48, words(code), bounds, place, message);
  });
  const [conclusion] = pieces[0]!.split(" ", 1);
  const { version, digest } = kept.ruleset;
  const report = { subject: kept.subject, conclusion, ruleset: { version, digest, overridden: words(pieces[0]!) }, findings };
  return { faults: [], report: report as Report };
}

/** What follows the first word. */
function words(text: string): string[] {
  return text.includes(" ") ? text.split(" ").slice(1) : [];
}

function whole(subject: string, record: string, parameters?: string): Answer {
  return JSON.parse(call(Form.whole, subject, record, parameters)) as Answer;
}

/** A copy of what is shared; the parts that are objects cannot be changed any more. */
function keep({ subject, conclusion, ruleset, findings }: Report): Report {
  for (const { citation, facts } of findings) [citation.units, citation, facts].forEach(Object.freeze);
  const copies = findings.map((finding) => ({ ...finding, bounds: finding.bounds.map((bound) => ({ ...bound })) }));
  return { subject, conclusion, ruleset: { ...ruleset }, findings: copies };
}

function finding(
  { rule, kind, force, statement, citation, facts }: Finding,
  code: number,
  missing: string[],
  bounds: Bound[],
  place: number,
  made: (place: number) => Text,
): Finding {
  return {
    rule,
    verdict: verdicts[code % 5]!,
    kind,
    force,
    statement,
    citation,
    facts,
    missing,
    bounds,
    explained: code > 4,
    get message() {
      return made(place);
    },
    set message(value) {
      Object.defineProperty(this, "message", { value, writable: true, enumerable: true, configurable: true });
    },
  };
}
