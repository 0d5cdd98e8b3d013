/** Faults, shown at their fields and in a summary. */
import type { JSX } from "preact";
import type { Fault } from "chanjiao";
import { controlId, fieldAt } from "./catalogue.ts";
import { factLabel, goTo, usePage } from "./page.ts";

export function Faults({ pointer }: { pointer: string }): JSX.Element | null {
  const { faultsAt } = usePage();
  const faults = faultsAt(pointer);
  if (faults.length === 0) return null;
  return (
    <ul class="faults" id={`${controlId(pointer)}-faults`}>
      {faults.map((fault) => (
        <li key={fault.code}>
          <FaultMessage fault={fault} />
        </li>
      ))}
    </ul>
  );
}

export function FaultMessage({ fault }: { fault: Fault }): JSX.Element {
  const { say } = usePage();
  return (
    <>
      {say(fault.message)}
      {fault.help && <span class="help">{say(fault.help)}</span>}
    </>
  );
}

/** All faults, each with a link to its field; a fact without a field can be removed. */
export function FaultSummary(): JSX.Element | null {
  const page = usePage();
  const { t, subject, judgement, put } = page;
  const faults = judgement.faults.filter((fault) => fault.in === "record" && !judgement.missingRequired.includes(fault));
  if (faults.length === 0) return null;
  return (
    <section class="fault-summary" aria-labelledby="fault-summary">
      <h3 id="fault-summary">{t.faultsAtFacts(faults.length)}</h3>
      <ul>
        {faults.map((fault) => {
          const field = fieldAt(subject, fault.pointer);
          return (
            <li key={fault.pointer + fault.code}>
              {field ? (
                <button type="button" class="link" onClick={() => goTo(fault.pointer)}>
                  {factLabel(page, fault.pointer)}
                </button>
              ) : (
                <code>{fault.pointer}</code>
              )}
              <span class="fault-words">
                <FaultMessage fault={fault} />
              </span>
              {!field && (fault.code === "unknown_key" || fault.code === "not_explainable") && (
                <button type="button" class="link" onClick={() => put(fault.pointer, null)}>
                  {t.removeFact}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
