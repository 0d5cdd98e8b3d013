/** What would meet a rule that is not met: the figure to reach, or the answer to change. */
import type { JSX } from "preact";
import type { Bound, Finding } from "chanjiao";
import { grouped, withUnit } from "./amounts.ts";
import { allRules, fieldAt } from "./catalogue.ts";
import { flagsToTurn } from "./judge.ts";
import { usePage } from "./page.ts";

export function Cure({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, say, subject, judgement } = usePage();
  if (finding.verdict !== "unmet") return null;
  if (finding.bounds.length > 0) return <Figures finding={finding} />;
  const flags = flagsToTurn(subject.name, judgement, finding);
  return (
    <div class="cure">
      <span class="lead">{t.cure}</span>
      <ul>
        {flags.map((key) => (
          <Turn key={key} fact={key} />
        ))}
        {flags.length === 0 && allRules.get(finding.rule)?.demands.map((demand) => <li key={demand.en}>{say(demand)}</li>)}
      </ul>
    </div>
  );
}

function Figures({ finding }: { finding: Finding }): JSX.Element {
  const { t } = usePage();
  const reachable = finding.bounds.filter((bound) => bound.required !== null && bound.verdict === "unmet");
  return (
    <div class="cure">
      <span class="lead">{t.cure}</span>
      {reachable.length === 0 ? (
        <span>{t.incurable}</span>
      ) : (
        <ul>
          {reachable.map((bound, limb) => (
            <Reach key={limb} bound={bound} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Reach({ bound }: { bound: Bound }): JSX.Element {
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

function Turn({ fact }: { fact: string }): JSX.Element {
  const { t, say, subject, draft, put } = usePage();
  const field = fieldAt(subject, `/${fact}`);
  const answer = !draft[fact];
  return (
    <li>
      {t.turn(field ? say(field.label) : fact, answer ? t.yes : t.no)}
      <button type="button" class="link" onClick={() => put(`/${fact}`, answer)}>
        {t.tryIt}
      </button>
    </li>
  );
}
