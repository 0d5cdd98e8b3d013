// Answers as objects. An answer about a subject is kept as a template; later checks with the same
// parameters transfer only what differs, which becomes findings when they are first read. Messages
// are fetched when one of them is first read. Callers see plain objects: enumerable getters of the
// object itself, because with proxies `this` would be wrong.
import { BRIEF, call, MESSAGES, WHOLE } from "./engine.js";
import { reasons, verdicts } from "./generated/codes.js";
import type { Answer, Bound, Citation, ContestedConclusion, ContestedVerdict, Finding, Report, Text } from "./generated/answers.js";

/** What the answers about a subject have in common. It is the same only under the same parameters. */
interface Template {
  readonly parameters: string;
  readonly report: Report;
}

/** At most one for each subject. Templates never leave this file. */
const templates = new Map<string, Template>();

/** Answers a check of a record, both as JSON text. */
export function answer(subject: string, record: string, parameters = "{}"): Answer {
  const ask = (form: number): string => call(form, subject, record, parameters);
  const template = templates.get(subject);
  if (template?.parameters !== parameters) {
    const text = ask(WHOLE);
    const { report } = JSON.parse(text) as Answer;
    if (report !== null) templates.set(subject, { parameters, report });
    return JSON.parse(text) as Answer;
  }
  // A brief answer is JSON only where there are faults. Its grammar, in EBNF:
  //   brief     = conclusion, { " ", contested }, { ",", finding };
  //   finding   = code, reason, [ " ", day ], { " ", pointer }, { " ", contested }, { ",", bound };
  //   bound     = [ measured ], ",", [ required ], ",", [ gap ], ",", code;
  //   contested = parameter, ":", choice, ":", result;
  // A code is the index of a verdict in `verdicts`, plus their number if the finding is explained. A
  // reason is a letter: `a` for the first of `reasons`, and so on.
  const brief = ask(BRIEF);
  if (brief[0] === "{") return JSON.parse(brief) as Answer;

  const { report } = template;
  const [conclusion, ...others] = brief.split(",", 1)[0]!.split(" ");
  const { version, digest, overridden } = report.ruleset;
  let findings: Finding[] | undefined;
  let messages: Text[] | undefined;
  const message = (index: number): Text => (messages ??= JSON.parse(ask(MESSAGES)) as Text[])[index]!;
  return {
    faults: [],
    report: {
      subject: report.subject,
      conclusion: conclusion as Report["conclusion"],
      contested: others.map((word) => {
        const [parameter, choice, conclusion] = word.split(":");
        return { parameter, choice, conclusion } as ContestedConclusion;
      }),
      ruleset: { version, digest, overridden: { ...overridden } },
      get findings() {
        return (findings ??= findingsOf(report.findings, brief, message));
      },
      set findings(value) {
        replace(this, "findings", value);
      },
    },
  };
}

function replace(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function findingsOf(templates: readonly Finding[], brief: string, message: (index: number) => Text): Finding[] {
  const pieces = brief.split(",");
  let at = 1;
  return templates.map((template, index) => {
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
    return findingOf(template, head, bounds, () => message(index));
  });
}

const FIRST_REASON = "a".charCodeAt(0);

function findingOf(
  { rule, kind, force, statement, citation, facts }: Finding,
  head: string,
  bounds: Bound[],
  message: () => Text,
): Finding {
  const code = +head[0]!;
  let until: string | null = null;
  const missing: string[] = [];
  const contested: ContestedVerdict[] = [];
  // Most findings have no words after the code and the reason.
  for (const word of head.length > 2 ? head.slice(3).split(" ") : []) {
    if (word[0] === "/") missing.push(word);
    else if (word.includes(":")) {
      const [parameter, choice, verdict] = word.split(":");
      contested.push({ parameter, choice, verdict } as ContestedVerdict);
    } else until = word;
  }
  return {
    rule,
    verdict: verdicts[code % verdicts.length]!,
    reason: reasons[head.charCodeAt(1) - FIRST_REASON]!,
    until,
    kind,
    force,
    statement,
    citation: copied(citation),
    facts: facts.slice(),
    missing,
    bounds,
    explained: code >= verdicts.length,
    contested,
    get message() {
      return message();
    },
    set message(value) {
      replace(this, "message", value);
    },
  };
}

function copied({ document, article, sentence, phrase, units, annex }: Citation): Citation {
  return { document, article, sentence, phrase, units: units.slice(), annex: annex && { ...annex } };
}
