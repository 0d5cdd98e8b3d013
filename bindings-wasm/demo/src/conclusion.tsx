/** The conclusion in a banner, which is also announced to screen readers. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Report, Verdict } from "chanjiao";
import { conclusionLabel, kinds, noticeOf, verdictLabel, verdicts } from "./labels.ts";
import { factLabel, goTo, usePage } from "./page.ts";
import type { Page } from "./page.ts";
import { Sign } from "./sign.tsx";
import { conclusionNotes } from "./strings.ts";

export function ConclusionBanner(): JSX.Element {
  const page = usePage();
  const { t, language, judgement } = page;
  const { faults, report } = judgement;
  if (faults.length > 0 || !report) return <Waiting />;
  const known = knownSoFar(page, report);
  return (
    <div class={`banner ${report.conclusion}`}>
      <p class="banner-words">{conclusionLabel(report.conclusion, language)}</p>
      <p class="banner-note">{conclusionNotes[language][report.conclusion]}</p>
      {known !== null && <p class="banner-note">{known}</p>}
      <Counts report={report} />
      <Announcement text={t.announce(conclusionLabel(report.conclusion, language), count(report, "unmet"), count(report, "undetermined"))} />
    </div>
  );
}

/** What is known although the conclusion is open: 已知未落实 1 项，未达“原则上”要求 2 项. */
export function knownSoFar({ t, language }: Page, { conclusion, findings }: Report): string | null {
  if (conclusion !== "incomplete") return null;
  const unmet = findings.filter(({ kind, verdict, explained }) => kind === "obligation" && verdict === "unmet" && !explained);
  const counted = ([["directive", "not_implemented"], ["in_principle", "in_principle"]] as const).flatMap(([force, notice]) => {
    const count = unmet.filter((finding) => finding.force === force).length;
    return count === 0 ? [] : [noticeOf(notice, language, { count })];
  });
  return counted.length === 0 ? null : noticeOf("known_so_far", language) + t.clauses(counted);
}

/** On a narrow screen the result is below the form; this line with the conclusion stays visible. */
export function Peek(): JSX.Element {
  const { t, language, judgement } = usePage();
  const { missingRequired, faults, report } = judgement;
  const wrong = faults.length - missingRequired.length;
  const conclusion = faults.length === 0 ? report?.conclusion : undefined;
  return (
    <button type="button" class={`peek ${conclusion ?? (wrong > 0 ? "faulty" : "waiting")}`} onClick={() => document.getElementById("result")?.focus()}>
      <span>{conclusion ? conclusionLabel(conclusion, language) : wrong > 0 ? t.faultsAtFacts(wrong) : t.notYet}</span>
      <small>{t.result} ↓</small>
    </button>
  );
}

/** No conclusion while the record has faults. A missing required fact is requested, not shown as an error. */
function Waiting(): JSX.Element {
  const page = usePage();
  const { t, judgement } = page;
  const { missingRequired, faults, report } = judgement;
  const wrong = faults.length - missingRequired.length;
  return (
    <div class={wrong === 0 ? "banner waiting" : "banner faulty"}>
      <p class="banner-words">{wrong === 0 ? t.notYet : t.faultsAtFacts(wrong)}</p>
      {missingRequired.map((fault) => (
        <p class="banner-note" key={fault.pointer}>
          <button type="button" class="link" onClick={() => goTo(fault.pointer)}>
            {t.firstNeeded(factLabel(page, fault.pointer))}
          </button>
        </p>
      ))}
      {report && <p class="banner-note">{t.withoutFaulty}</p>}
      <Announcement text={wrong === 0 ? "" : t.faultsAtFacts(wrong)} />
    </div>
  );
}

/** The number of findings by label; not qualifying is counted apart from unmet obligations. */
function Counts({ report }: { report: Report }): JSX.Element {
  const { language } = usePage();
  const counts = verdicts.flatMap((verdict) => {
    const found = report.findings.filter((finding) => finding.verdict === verdict);
    const labels = kinds.flatMap((kind) => found.filter((finding) => finding.kind === kind).map((finding) => verdictLabel(finding, language)));
    return [...new Set(labels)].map((label) => ({ verdict, label, count: labels.filter((one) => one === label).length }));
  });
  return (
    <ul class="counts">
      {counts.map(({ verdict, label, count }) => (
        <li key={label} class="count">
          <Sign verdict={verdict} mild={label !== verdictLabel({ kind: "obligation", verdict }, language)} />
          <span>{label}</span>
          <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}

/** The number of obligations with a verdict. */
function count(report: Report, verdict: Verdict): number {
  return report.findings.filter((finding) => finding.kind === "obligation" && finding.verdict === verdict).length;
}

/** Announced once typing has paused, and only if the text has changed. */
function Announcement({ text }: { text: string }): JSX.Element {
  const [announced, setAnnounced] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setAnnounced(text), 900);
    return () => clearTimeout(pause);
  }, [text]);
  return (
    <p class="hidden" role="status">
      {announced}
    </p>
  );
}
