// Answers as objects. What is the same in every answer about a subject is kept from its first one;
// what differs comes in brief, and becomes findings when they are first read. Their messages are
// made when one of them is first read. To whoever reads, all of it is plain data: getters of the
// object itself, enumerable, which closures serve because proxies would stand in for `this`.
import { BRIEF, call, MESSAGES, WHOLE } from "./engine.js";
import type { Answer, Bound, Finding, Report, Text } from "./generated/answers.js";

type Silent = Omit<Finding, "message">;
type Kept = Omit<Report, "findings"> & { readonly findings: readonly Silent[] };

/** A report on each subject that was checked before; it never leaves this file. */
const reports = new Map<string, Kept>();

/** In the order of their places in a brief answer. */
const verdicts = ["unmet", "undetermined", "pending", "met", "not_applicable"] as const;

/** The answer to a check of a record, both as JSON text. */
export function answer(subject: string, record: string, parameters?: string): Answer {
  const ask = (form: number): string => call(form, subject, record, parameters);
  const kept = reports.get(subject);
  if (kept === undefined) {
    const text = ask(WHOLE);
    const { report } = JSON.parse(text) as Answer;
    if (report !== null) reports.set(subject, { ...report, findings: report.findings.map(({ message, ...rest }) => rest) });
    return JSON.parse(text) as Answer;
  }
  const brief = ask(BRIEF);
  if (brief[0] === "{") return JSON.parse(brief) as Answer;

  const head = brief.split(",", 1)[0]!;
  const { version, digest } = kept.ruleset;
  let findings: Finding[] | undefined;
  let said: Text[] | undefined;
  const message = (place: number): Text => (said ??= JSON.parse(ask(MESSAGES)) as Text[])[place]!;
  return {
    faults: [],
    report: {
      subject: kept.subject,
      conclusion: head.split(" ")[0] as Report["conclusion"],
      ruleset: { version, digest, overridden: words(head) as Report["ruleset"]["overridden"] },
      get findings() {
        return (findings ??= findingsOf(kept, brief, message));
      },
      set findings(value) {
        replace(this, "findings", value);
      },
    },
  };
}

/** What follows the first word. */
function words(text: string): string[] {
  return text.includes(" ") ? text.split(" ").slice(1) : [];
}

function replace(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function findingsOf(kept: Kept, brief: string, message: (place: number) => Text): Finding[] {
  const pieces = brief.split(",");
  let at = 1;
  return kept.findings.map((kept, place) => {
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
    return findingOf(kept, +code[0]!, words(code), bounds, () => message(place));
  });
}

function findingOf(
  { rule, kind, force, statement, citation, facts }: Silent,
  code: number,
  missing: string[],
  bounds: Bound[],
  message: () => Text,
): Finding {
  const { document, article, sentence, phrase, units } = citation;
  return {
    rule,
    verdict: verdicts[code % 5]!,
    kind,
    force,
    statement,
    citation: { document, article, sentence, phrase, units: units.slice() },
    facts: facts.slice(),
    missing,
    bounds,
    explained: code > 4,
    get message() {
      return message();
    },
    set message(value) {
      replace(this, "message", value);
    },
  };
}
