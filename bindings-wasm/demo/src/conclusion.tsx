/** The conclusion, in one banner; and the same for those who hear the page. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Kind, Report, Verdict } from "chanjiao";
import { factLabel, goTo, usePage } from "./page.ts";
import { Sign, verdictWord } from "./sign.tsx";
import { conclusionNotes, conclusions, verdicts } from "./strings.ts";

const order: readonly Verdict[] = ["unmet", "undetermined", "pending", "met", "not_applicable"];
const kinds: readonly Kind[] = ["obligation", "eligibility", "target"];

export function ConclusionBanner(): JSX.Element {
  const { t, language, judgement } = usePage();
  const { faults, report } = judgement;
  if (faults.length > 0 || !report) return <Waiting />;
  return (
    <div class={`banner ${report.conclusion}`}>
      <p class="banner-words">{conclusions[language][report.conclusion]}</p>
      <p class="banner-note">{conclusionNotes[language][report.conclusion]}</p>
      <Counts report={report} />
      <Announcement text={t.announce(conclusions[language][report.conclusion], count(report, "unmet"), count(report, "undetermined"))} />
    </div>
  );
}

/** On a narrow screen the result lies below the form: one line of it stays in sight. */
export function Peek(): JSX.Element {
  const { t, language, judgement } = usePage();
  const { awaited, faults, report } = judgement;
  const wrong = faults.length - awaited.length;
  const conclusion = faults.length === 0 ? report?.conclusion : undefined;
  return (
    <button type="button" class={`peek ${conclusion ?? (wrong > 0 ? "faulty" : "waiting")}`} onClick={() => document.getElementById("result")?.focus()}>
      <span>{conclusion ? conclusions[language][conclusion] : wrong > 0 ? t.faultsAtFacts(wrong) : t.notYet}</span>
      <small>{t.result} ↓</small>
    </button>
  );
}

/** No conclusion while an entry is faulty; a fact without which nothing can be judged is asked for, not blamed. */
function Waiting(): JSX.Element {
  const page = usePage();
  const { t, judgement } = page;
  const { awaited, faults, report } = judgement;
  const wrong = faults.length - awaited.length;
  return (
    <div class={wrong === 0 ? "banner waiting" : "banner faulty"}>
      <p class="banner-words">{wrong === 0 ? t.notYet : t.faultsAtFacts(wrong)}</p>
      {awaited.map((fault) => (
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

/** How often each word was said; who does not qualify is not counted among what is not met. */
function Counts({ report }: { report: Report }): JSX.Element {
  const { language } = usePage();
  const counts = order.flatMap((verdict) => {
    const found = report.findings.filter((finding) => finding.verdict === verdict);
    const words = kinds.flatMap((kind) => found.filter((finding) => finding.kind === kind).map((finding) => verdictWord(finding, language)));
    return [...new Set(words)].map((word) => ({ verdict, word, count: words.filter((one) => one === word).length }));
  });
  return (
    <ul class="counts">
      {counts.map(({ verdict, word, count }) => (
        <li key={word} class="count">
          <Sign verdict={verdict} mild={word !== verdicts[language][verdict]} />
          <span>{word}</span>
          <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}

/** Obligations of one verdict. */
function count(report: Report, verdict: Verdict): number {
  return report.findings.filter((finding) => finding.kind === "obligation" && finding.verdict === verdict).length;
}

/** Said once typing has paused, and only if it says something new. */
function Announcement({ text }: { text: string }): JSX.Element {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setSaid(text), 900);
    return () => clearTimeout(pause);
  }, [text]);
  return (
    <p class="hidden" role="status">
      {said}
    </p>
  );
}
