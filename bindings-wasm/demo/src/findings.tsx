/** What each rule found, in the order of the policy. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Finding } from "chanjiao";
import { Bars } from "./bars.tsx";
import { allRules, controlId, glossOf } from "./catalogue.ts";
import { Cure } from "./cure.tsx";
import { cellAt } from "./draft.ts";
import { Faults } from "./faults.tsx";
import { described, shown } from "./fields.tsx";
import { factLabel, goTo, usePage } from "./page.ts";
import type { Page } from "./page.ts";
import { tone, VerdictTag } from "./sign.tsx";
import { forces, kinds, statuses } from "./strings.ts";

export function Findings(): JSX.Element {
  const { t, judgement } = usePage();
  const [openOnly, setOpenOnly] = useState(false);
  const report = judgement.report;
  if (!report) return <Waiting />;
  const open = report.findings.filter(isOpen);
  const listed = openOnly ? open : report.findings;
  return (
    <section class="findings" aria-labelledby="findings">
      <div class="section-head">
        <h3 id="findings">{t.findings}</h3>
        <div class="segments small" role="group" aria-labelledby="findings">
          <button type="button" class="segment" aria-pressed={!openOnly} onClick={() => setOpenOnly(false)}>
            {t.all} {report.findings.length}
          </button>
          <button type="button" class="segment" aria-pressed={openOnly} onClick={() => setOpenOnly(true)}>
            {t.open} {open.length}
          </button>
        </div>
      </div>
      {listed.length === 0 && <p class="quiet-words">{t.nothingOpen}</p>}
      {listed.map((finding) => (
        <FindingCard key={finding.rule} finding={finding} />
      ))}
    </section>
  );
}

/** What asks for something to be done: to be met, to be explained, or to be made known. */
function isOpen(finding: Finding): boolean {
  return ["unmet", "due", "undetermined"].includes(tone(finding));
}

function FindingCard({ finding }: { finding: Finding }): JSX.Element {
  const { t, say, language } = usePage();
  const rule = allRules.get(finding.rule);
  const { citation } = finding;
  return (
    <article class={`finding ${tone(finding)}`} id={`finding-${finding.rule}`} aria-labelledby={`title-${finding.rule}`}>
      <div class="finding-head">
        <div>
          <p class="cite">
            {t.article(citation.article, citation.sentence)}
            <span class="statement">{finding.statement}</span>
            <span class={`force ${finding.force}`}>{forceWords(finding, language)}</span>
          </p>
          <h4 id={`title-${finding.rule}`}>{rule ? say(rule.title) : finding.rule}</h4>
        </div>
        <VerdictTag finding={finding} />
      </div>
      <p class="message">{say(finding.message)}</p>
      <Bars finding={finding} />
      <Missing finding={finding} />
      <Cure finding={finding} />
      <Explanation finding={finding} />
      <blockquote class="phrase">
        <p lang="zh-CN">{citation.phrase}</p>
        {language === "en" && <p class="gloss">{glossOf(finding.statement)}</p>}
      </blockquote>
      <Basis finding={finding} />
    </article>
  );
}

export function forceWords({ kind, force }: Pick<Finding, "kind" | "force">, language: Page["language"]): string {
  if (kind === "target") return kinds[language].target;
  return language === "zh" ? forces.zh[force] + kinds.zh[kind] : `${kinds.en[kind]}, ${forces.en[force]}`;
}

/** What is still needed to decide this rule; each leads to its field. */
function Missing({ finding }: { finding: Finding }): JSX.Element | null {
  const page = usePage();
  if (finding.missing.length === 0) return null;
  return (
    <p class="missing">
      <span class="lead">{page.t.missing}</span>
      {finding.missing.map((pointer) => (
        <button type="button" class="link" key={pointer} onClick={() => goTo(pointer)}>
          {factLabel(page, pointer)}
        </button>
      ))}
    </p>
  );
}

/** Reasons why an in-principle or directive obligation is not met. */
function Explanation({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, subject, draft, put, faultsAt } = usePage();
  const pointer = `/explanations/${finding.rule}`;
  const text = shown(cellAt(draft, pointer));
  if (!subject.explainable.has(finding.rule) || (finding.verdict !== "unmet" && text === "")) return null;
  return (
    <div class="field explanation">
      <label class="label" for={controlId(pointer)}>
        {t.reason}
      </label>
      <textarea
        id={controlId(pointer)}
        class="input"
        rows={2}
        value={text}
        onInput={(event) => put(pointer, event.currentTarget.value || null)}
        {...described(pointer, faultsAt(pointer).length > 0, true)}
      />
      <p class="hint" id={`${controlId(pointer)}-hint`}>
        {t.reasonHint}
      </p>
      <Faults pointer={pointer} />
    </div>
  );
}

/** How the text is read, whom it concerns, and where its numbers come from. */
function Basis({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, say, language } = usePage();
  const rule = allRules.get(finding.rule);
  if (!rule) return null;
  const sources = new Map(
    rule.bounds.flatMap((bound) => bound.parameters.map((one) => [say(one.source), statuses[language][one.status]] as const)),
  );
  const { units } = finding.citation;
  if (!rule.scope && !rule.reading && sources.size === 0 && units.length === 0) return null;
  return (
    <details class="basis">
      <summary>{t.basis}</summary>
      <dl>
        {rule.scope && <Pair term={t.scope} words={say(rule.scope)} />}
        {rule.reading && <Pair term={t.reading} words={say(rule.reading)} />}
        {[...sources].map(([source, status]) => (
          <Pair key={source} term={t.source} words={source + t.aside(status)} />
        ))}
        {units.length > 0 && <Pair term={t.units} words={units.join("、")} lang="zh-CN" />}
      </dl>
    </details>
  );
}

function Pair({ term, words, lang }: { term: string; words: string; lang?: string }): JSX.Element {
  return (
    <>
      <dt>{term}</dt>
      <dd lang={lang}>{words}</dd>
    </>
  );
}

/** Before anything can be judged: the requirements that will be. */
function Waiting(): JSX.Element {
  const { t, say, subject } = usePage();
  const listed = [...allRules.values()].filter((rule) => rule.subject === subject.name);
  return (
    <section class="findings" aria-labelledby="findings">
      <h3 id="findings">{t.findings}</h3>
      <ul class="to-come">
        {listed.map((rule) => (
          <li key={rule.rule}>
            <span class="cite">
              {t.article(rule.citation.article, rule.citation.sentence)} <span class="statement">{rule.statement}</span>
            </span>
            <p class="to-come-title">{say(rule.title)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
