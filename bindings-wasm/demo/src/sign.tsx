import type { JSX } from "preact";
import type { Finding, Verdict } from "chanjiao";
import { verdictLabel } from "./labels.ts";
import { usePage } from "./page.ts";

const strokes: Record<Verdict, string> = {
  met: "M3.5 8.5l3 3 6-7",
  unmet: "M4 4l8 8M12 4l-8 8",
  pending: "M8 2.2a5.8 5.8 0 1 0 .01 0M8 5v3.3l2.2 1.2",
  undetermined: "M5.8 6a2.2 2.2 0 1 1 3.4 1.9c-.8.5-1.2.9-1.2 1.8M8 12v.1",
  not_applicable: "M4 8h8",
};

/** An icon next to the label, so that colour is not the only difference. */
export function Sign({ verdict, mild = false }: { verdict: Verdict; mild?: boolean }): JSX.Element {
  return (
    <svg class={mild && verdict === "unmet" ? "sign" : `sign ${verdict}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={strokes[verdict]} />
    </svg>
  );
}

export function VerdictTag({ finding }: { finding: Finding }): JSX.Element {
  const { t, language } = usePage();
  return (
    <span class={`tag ${tone(finding)}`}>
      <Sign verdict={finding.verdict} />
      {verdictLabel(finding, language)}
      {finding.explained && <span class="tag-more">{t.explained}</span>}
    </span>
  );
}

/** The colour of a finding: unmet is red only if it is binding and not explained. */
export function tone(finding: Finding): string {
  if (finding.verdict !== "unmet") return finding.verdict;
  const binding = finding.kind === "obligation" && ["mandatory", "in_principle", "directive"].includes(finding.force);
  if (!binding || finding.explained) return "lapse";
  return finding.force === "mandatory" ? "unmet" : "due";
}
