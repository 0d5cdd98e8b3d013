/** How to meet an unmet rule: the figure to reach, or the answer to change. */
import type { JSX } from "preact";
import type { Bound, Finding } from "chanjiao";
import { grouped, withUnit } from "./amounts.ts";
import { allRules, fieldAt } from "./catalogue.ts";
import { flagsToChange } from "./judge.ts";
import { usePage } from "./page.ts";

export function Remedy({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, say, subject, judgement } = usePage();
  if (finding.verdict !== "unmet") return null;
  const figures = finding.bounds.filter((bound) => bound.required !== null && bound.verdict === "unmet");
  const flags = finding.bounds.length > 0 ? [] : flagsToChange(subject.name, judgement, finding);
  // Where no answer would do, the requirement in words. One with a figure has none to show.
  const demands = finding.bounds.length + flags.length > 0 ? [] : (allRules.get(finding.rule)?.demands ?? []);
  if (figures.length + flags.length + demands.length === 0) return null;
  return (
    <div class="remedy">
      <span class="lead">{t.remedy}</span>
      <ul>
        {figures.map((bound, index) => (
          <FigureChange key={index} bound={bound} />
        ))}
        {flags.map((key) => (
          <FlagChange key={key} fact={key} />
        ))}
        {demands.map((demand) => (
          <li key={demand.en}>{say(demand)}</li>
        ))}
      </ul>
    </div>
  );
}

function FigureChange({ bound }: { bound: Bound }): JSX.Element {
  const { t, say, subject, language, put } = usePage();
  const field = fieldAt(subject, bound.fact);
  const required = bound.required ?? "";
  const label = field ? say(field.label) : bound.fact;
  const value = withUnit(required, bound.unit, language);
  const single = field?.type === "count" || field?.type === "money";
  return (
    <li>
      {"excess" in bound ? t.lower(label, value) : t.raise(label, value)}
      {single && (
        <button type="button" class="link" onClick={() => put(bound.fact, required)}>
          {t.tryIt} {grouped(required)}
        </button>
      )}
    </li>
  );
}

function FlagChange({ fact }: { fact: string }): JSX.Element {
  const { t, say, subject, draft, put } = usePage();
  const field = fieldAt(subject, `/${fact}`);
  const answer = !draft[fact];
  return (
    <li>
      {t.changeTo(field ? say(field.label) : fact, answer ? t.yes : t.no)}
      <button type="button" class="link" onClick={() => put(`/${fact}`, answer)}>
        {t.tryIt}
      </button>
    </li>
  );
}
