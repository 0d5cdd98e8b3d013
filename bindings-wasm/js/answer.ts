// Answers as objects. The first answer about a subject is kept as a template; later checks transfer
// only what differs, which becomes findings when they are first read. Messages are fetched when one
// of them is first read. Callers see plain objects: enumerable getters of the object itself, because
// with proxies `this` would be wrong.
import { BRIEF, call, MESSAGES, WHOLE } from "./engine.js";
import { verdicts } from "./generated/verdicts.js";
import type { Answer, Bound, Finding, Report, Text } from "./generated/answers.js";

type FindingTemplate = Omit<Finding, "message">;
type Template = Omit<Report, "findings"> & { readonly findings: readonly FindingTemplate[] };

/** A report on each subject that was checked before. It never leaves this file. */
const templates = new Map<string, Template>();

/** Answers a check of a record, both as JSON text. */
export function answer(subject: string, record: string, parameters?: string): Answer {
  const ask = (form: number): string => call(form, subject, record, parameters);
  const template = templates.get(subject);
  if (template === undefined) {
    const text = ask(WHOLE);
    const { report } = JSON.parse(text) as Answer;
    if (report !== null) templates.set(subject, { ...report, findings: report.findings.map(({ message, ...rest }) => rest) });
    return JSON.parse(text) as Answer;
  }
  // A brief answer is JSON only where there are faults. Its grammar, in EBNF:
  //   brief   = conclusion, { " ", parameter }, { ",", finding };
  //   finding = code, { " ", pointer }, { ",", bound };
  //   bound   = [ measured ], ",", [ required ], ",", [ gap ], ",", code;
  // A code is the index of a verdict in `verdicts`, plus their number if the finding is explained.
  const brief = ask(BRIEF);
  if (brief[0] === "{") return JSON.parse(brief) as Answer;

  const head = brief.split(",", 1)[0]!;
  const { version, digest } = template.ruleset;
  let findings: Finding[] | undefined;
  let messages: Text[] | undefined;
  const message = (index: number): Text => (messages ??= JSON.parse(ask(MESSAGES)) as Text[])[index]!;
  return {
    faults: [],
    report: {
      subject: template.subject,
      conclusion: head.split(" ")[0] as Report["conclusion"],
      ruleset: { version, digest, overridden: rest(head) as Report["ruleset"]["overridden"] },
      get findings() {
        return (findings ??= findingsOf(template, brief, message));
      },
      set findings(value) {
        replace(this, "findings", value);
      },
    },
  };
}

/** The words after the first. Most texts have one word only. */
function rest(text: string): string[] {
  return text.includes(" ") ? text.split(" ").slice(1) : [];
}

function replace(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function findingsOf(template: Template, brief: string, message: (index: number) => Text): Finding[] {
  const pieces = brief.split(",");
  let at = 1;
  return template.findings.map((template, index) => {
    const head = pieces[at++]!;
    const bounds = template.bounds.map(({ fact, unit, excess }): Bound => {
      const measured = pieces[at++] || null;
      const required = pieces[at++] || null;
      const gap = pieces[at++] || null;
      const verdict = verdicts[+pieces[at++]!]!;
      return excess === undefined
        ? { fact, measured, required, shortfall: gap, unit, verdict }
        : { fact, measured, required, excess: gap, unit, verdict };
    });
    return findingOf(template, +head[0]!, rest(head), bounds, () => message(index));
  });
}

function findingOf(
  { rule, kind, force, statement, citation, facts }: FindingTemplate,
  code: number,
  missing: string[],
  bounds: Bound[],
  message: () => Text,
): Finding {
  const { document, article, sentence, phrase, units } = citation;
  return {
    rule,
    verdict: verdicts[code % verdicts.length]!,
    kind,
    force,
    statement,
    citation: { document, article, sentence, phrase, units: units.slice() },
    facts: facts.slice(),
    missing,
    bounds,
    explained: code >= verdicts.length,
    get message() {
      return message();
    },
    set message(value) {
      replace(this, "message", value);
    },
  };
}
