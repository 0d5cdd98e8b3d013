/** What the conclusion leaves open: other readings, a year that is not given, and the validity of the policy. */
import type { JSX } from "preact";
import { cellAt } from "./draft.ts";
import { ContestedConclusion } from "./contested.tsx";
import { validity } from "./catalogue.ts";
import { noticeOf } from "./labels.ts";
import { usePage } from "./page.ts";
import type { Page } from "./page.ts";

export function Notes(): JSX.Element | null {
  const page = usePage();
  const { faults, report } = page.judgement;
  if (faults.length > 0 || !report) return null;
  const undated = undatedNotice(page);
  return (
    <>
      <ContestedConclusion report={report} />
      {undated !== null && <p class="hint">{undated}</p>}
    </>
  );
}

/** The notice on a record without the year or day by which the policy is applied. */
export function undatedNotice({ subject: { datedBy }, draft, language }: Page): string | null {
  if (datedBy === null || cellAt(draft, `/${datedBy.key}`) !== null) return null;
  return noticeOf("undated", language, { fact: datedBy.label });
}

export function Validity(): JSX.Element {
  const { say } = usePage();
  return <p class="hint validity">{say(validity)}</p>;
}
