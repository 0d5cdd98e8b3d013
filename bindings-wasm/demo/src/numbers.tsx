/** What if: other numbers and readings than the policy's, and the findings that change. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Fault } from "chanjiao";
import type { Parameter, ReadingChoice } from "chanjiao/parameters";
import { grouped } from "./amounts.ts";
import { allRules, parametersOf } from "./catalogue.ts";
import { FaultMessage } from "./faults.tsx";
import type { Judgement } from "./judge.ts";
import { conclusionLabel, holderLabel, statusLabel, unitLabel, verdictLabel } from "./labels.ts";
import { usePage } from "./page.ts";

export function Numbers(): JSX.Element {
  const { t, subject, draft, overrides, replace } = usePage();
  const listed = parametersOf(subject.name);
  const readings = listed.filter(({ choices }) => choices !== null);
  const numbers = listed.filter(({ choices }) => choices === null);
  const changed = Object.values(overrides).some((value) => value !== "");
  const [open, setOpen] = useState(changed);
  return (
    <details class="numbers panel" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t.whatIf}</h2>
      </summary>
      {listed.length === 0 ? (
        <p class="quiet-words">{t.noParameters}</p>
      ) : (
        <>
          <p class="hint">{t.whatIfHint}</p>
          {numbers.length > 0 && (
            <>
              <h3>{t.standards}</h3>
              <div class="fields">
                {numbers.map((parameter) => (
                  <NumberField key={parameter.parameter} parameter={parameter} />
                ))}
              </div>
            </>
          )}
          {readings.length > 0 && (
            <>
              <h3>{t.readings}</h3>
              <div class="fields readings">
                {readings.map((parameter) => (
                  <ReadingField key={parameter.parameter} parameter={parameter} />
                ))}
              </div>
            </>
          )}
          <Changes />
          {changed && (
            <button type="button" class="button" onClick={() => replace(draft, {})}>
              {t.reset}
            </button>
          )}
        </>
      )}
    </details>
  );
}

function NumberField({ parameter }: { parameter: Parameter }): JSX.Element {
  const { t, say, language, overrides, setOverride, judgement } = usePage();
  const name = parameter.parameter;
  const id = `number-${name}`;
  const value = overrides[name] ?? "";
  const faults = faultsOf(name, judgement);
  const unit = parameter.unit === null ? "" : unitLabel(parameter.unit, language);
  const facts = [t.labelled(t.byDefault, grouped(parameter.default ?? t.unset)), ...parameter.statements, say(parameter.source)];
  if (parameter.status !== "policy") facts.push(statusLabel(parameter.status, language));
  return (
    <div class={faults.length > 0 ? "field faulty" : value === "" ? "field" : "field changed"}>
      <label class="label" for={id}>
        <span class="label-name">{say(parameter.label)}</span>
        {unit && <span class="label-unit">{t.parenthesized(unit)}</span>}
      </label>
      <input
        id={id}
        class="input number"
        type="text"
        inputMode={parameter.type === "date" ? "text" : "decimal"}
        autocomplete="off"
        placeholder={parameter.default ?? t.unset}
        value={value}
        onInput={(event) => setOverride(name, event.currentTarget.value)}
        aria-invalid={faults.length > 0}
        aria-describedby={faults.length > 0 ? `${id}-hint ${id}-faults` : `${id}-hint`}
      />
      <p class="hint" id={`${id}-hint`}>
        {facts.join(" · ")}
      </p>
      <ParameterFaults id={id} faults={faults} />
    </div>
  );
}

/** The choices of a reading, each a sentence with the one who holds it. The sentence chosen is repeated, because a list cuts it off. */
function ReadingField({ parameter }: { parameter: Parameter }): JSX.Element {
  const { t, say, language, overrides, setOverride, judgement } = usePage();
  const name = parameter.parameter;
  const id = `number-${name}`;
  const byDefault = parameter.default ?? "";
  const value = overrides[name] || byDefault;
  const faults = faultsOf(name, judgement);
  const choices = parameter.choices ?? [];
  const chosen = choices.find((choice) => choice.value === value);
  const sentence = ({ words, holder }: ReadingChoice) => say(words) + t.parenthesized(holderLabel(holder, language));
  const facts = [...(chosen ? [sentence(chosen)] : []), ...parameter.statements];
  return (
    <div class={faults.length > 0 ? "field faulty" : value === byDefault ? "field" : "field changed"}>
      <label class="label" for={id}>
        <span class="label-name">{say(parameter.label)}</span>
      </label>
      <select
        id={id}
        class="input"
        value={value}
        onChange={(event) => setOverride(name, event.currentTarget.value === byDefault ? "" : event.currentTarget.value)}
        aria-invalid={faults.length > 0}
        aria-describedby={faults.length > 0 ? `${id}-hint ${id}-faults` : `${id}-hint`}
      >
        {!chosen && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.value === byDefault ? t.labelled(t.byDefault, sentence(choice)) : sentence(choice)}
          </option>
        ))}
      </select>
      <p class="hint" id={`${id}-hint`}>
        {facts.join(" · ")}
      </p>
      <ParameterFaults id={id} faults={faults} />
    </div>
  );
}

function faultsOf(name: string, { faults }: Judgement): Fault[] {
  return faults.filter((fault) => fault.in === "parameters" && fault.pointer === `/${name}`);
}

function ParameterFaults({ id, faults }: { id: string; faults: readonly Fault[] }): JSX.Element | null {
  if (faults.length === 0) return null;
  return (
    <ul class="faults" id={`${id}-faults`}>
      {faults.map((fault) => (
        <li key={fault.code}>
          <FaultMessage fault={fault} />
        </li>
      ))}
    </ul>
  );
}

/** The findings that change, before and after. */
function Changes(): JSX.Element | null {
  const { t, say, language, judgement } = usePage();
  const { before, report } = judgement;
  if (!before || !report) return null;
  const rows = report.findings.flatMap((after) => {
    const was = before.findings.find((finding) => finding.rule === after.rule);
    return was && was.verdict !== after.verdict ? [{ was, after }] : [];
  });
  return (
    <div class="changes" role="status">
      <h3>{t.changed}</h3>
      {rows.length === 0 && <p class="quiet-words">{t.nothingChanged}</p>}
      <ul>
        {before.conclusion !== report.conclusion && (
          <li class="change-conclusion">
            <span>{t.conclusion}</span>
            <Change from={conclusionLabel(before.conclusion, language)} to={conclusionLabel(report.conclusion, language)} />
          </li>
        )}
        {rows.map(({ was, after }) => (
          <li key={after.rule}>
            <span>
              <span class="statement">{after.statement}</span> <span class="change-title">{say(allRules.get(after.rule)?.title ?? after.message)}</span>
            </span>
            <Change from={verdictLabel(was, language)} to={verdictLabel(after, language)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Change({ from, to }: { from: string; to: string }): JSX.Element {
  const { t } = usePage();
  return (
    <span class="change">
      <span class="hidden">{t.before} </span>
      <s>{from}</s> → <span class="hidden">{t.after} </span>
      <b>{to}</b>
    </span>
  );
}
