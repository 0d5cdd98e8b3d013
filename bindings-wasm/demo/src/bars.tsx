/** Bars of the measured and the required figure, drawn to scale, with the exact figures. */
import type { JSX } from "preact";
import type { Bound, Finding } from "chanjiao";
import { grouped } from "./amounts.ts";
import { fieldAt } from "./catalogue.ts";
import { unitLabel } from "./labels.ts";
import { usePage } from "./page.ts";

export function Bars({ finding }: { finding: Finding }): JSX.Element | null {
  const drawn = finding.bounds.filter((bound) => bound.measured !== null || bound.required !== null);
  if (drawn.length === 0 || finding.verdict === "not_applicable") return null;
  return (
    <div class="bars">
      {drawn.map((bound, index) => (
        <Bar key={index} bound={bound} />
      ))}
    </div>
  );
}

function Bar({ bound }: { bound: Bound }): JSX.Element {
  const { t, say, subject, language } = usePage();
  const atMost = "excess" in bound;
  const label = fieldAt(subject, bound.fact)?.label;
  const figure = (amount: string) => (
    <b>
      {grouped(amount)} <small>{unitLabel(bound.unit, language, amount)}</small>
    </b>
  );
  const difference = (atMost ? bound.excess : bound.shortfall) ?? null;
  return (
    <figure class={`bar ${bound.verdict}`}>
      {bound.required !== null && <Scale measured={Number(bound.measured ?? 0)} required={Number(bound.required)} atMost={atMost} />}
      <figcaption>
        <span class="bar-name">{label && say(label)}</span>
        <span class="bar-figures">
          <span>
            {t.measured} {bound.measured === null ? <b>{t.unknown}</b> : figure(bound.measured)}
          </span>
          {bound.required !== null && (
            <span>
              {atMost ? t.atMost : t.wanted} {figure(bound.required)}
            </span>
          )}
          {bound.required === null && bound.verdict === "undetermined" && (
            <span>
              {atMost ? t.atMost : t.wanted} {t.noBound}
            </span>
          )}
          {difference !== null && (
            <span class="bar-difference">
              {atMost ? t.excess : t.shortfall} {figure(difference)}
            </span>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

/** Amounts become floats only here, for their position on the screen. */
function Scale({ measured, required, atMost }: { measured: number; required: number; atMost: boolean }): JSX.Element {
  const most = Math.max(measured, required) * 1.12 || 1;
  const at = (amount: number) => `${((amount / most) * 100).toFixed(2)}%`;
  const kept = atMost ? Math.min(measured, required) : measured;
  return (
    <svg class="scale" width="100%" height="18" aria-hidden="true">
      <rect class="scale-track" y="5" width="100%" height="8" rx="4" />
      {kept > 0 && <rect class="scale-measured" y="5" width={at(kept)} height="8" rx="4" />}
      {measured > kept && <rect class="scale-over" x={at(kept)} y="5" width={at(measured - kept)} height="8" />}
      <line class="scale-bound" x1={at(required)} x2={at(required)} y1="1" y2="17" />
    </svg>
  );
}
