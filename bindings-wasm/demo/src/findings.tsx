/** The findings, in the order of the policy. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Finding, Report } from "chanjiao";
import type { LawNote } from "chanjiao/rules";
import { Bars } from "./bars.tsx";
import { allRules, controlId, filled, glossOf } from "./catalogue.ts";
import { ContestedFinding } from "./contested.tsx";
import { Remedy } from "./remedy.tsx";
import { cellAt } from "./draft.ts";
import { Faults } from "./faults.tsx";
import { described, cellText } from "./fields.tsx";
import { natureLabel, reasonLabel, relationLabel, statusLabel } from "./labels.ts";
import { factLabel, goTo, usePage } from "./page.ts";
import type { Page } from "./page.ts";
import { tone, VerdictTag } from "./sign.tsx";

export function Findings(): JSX.Element {
  const { t, judgement } = usePage();
  const [openOnly, setOpenOnly] = useState(false);
  const report = judgement.report;
  if (!report) return <Waiting />;
  if (report.findings.every(isOutOfTime)) return <OutOfTime report={report} />;
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

/** Whether a finding needs action: meeting the rule, an explanation, or a missing fact. */
function isOpen(finding: Finding): boolean {
  return ["unmet", "due", "undetermined"].includes(tone(finding));
}

/** Whether a rule does not apply because of the year or day of the record. Then none does. */
export function isOutOfTime({ reason }: Finding): boolean {
  return reason === "before_policy" || reason === "after_policy";
}

/** The reason once, and the requirements that would apply. */
function OutOfTime({ report }: { report: Report }): JSX.Element {
  const { t, say } = usePage();
  const [first] = report.findings;
  return (
    <section class="findings" aria-labelledby="findings">
      <h3 id="findings">{t.findings}</h3>
      {first && <p class="message">{say(first.message)}</p>}
      <Requirements />
    </section>
  );
}

/** Why a verdict is what it is, where figures and facts do not show it; for a pending one, the last day. */
export function whyOf({ verdict, reason, until }: Finding, { t, language }: Page): string | null {
  if (until !== null) return t.until(until);
  return verdict === "not_applicable" || verdict === "undetermined" ? reasonLabel(reason, language) : null;
}

function FindingCard({ finding }: { finding: Finding }): JSX.Element {
  const page = usePage();
  const { t, say, language } = page;
  const rule = allRules.get(finding.rule);
  const { citation } = finding;
  const why = whyOf(finding, page);
  return (
    <article class={`finding ${tone(finding)}`} id={`finding-${finding.rule}`} aria-labelledby={`title-${finding.rule}`}>
      <div class="finding-head">
        <div>
          <p class="cite">
            {t.article(citation.article, citation.sentence)}
            <span class="statement">{finding.statement}</span>
            <span class={`force ${finding.force}`}>{natureLabel(finding, language)}</span>
          </p>
          <h4 id={`title-${finding.rule}`}>{rule ? say(rule.title) : finding.rule}</h4>
        </div>
        <div class="finding-verdict">
          <VerdictTag finding={finding} />
          {why !== null && <p class="why">{why}</p>}
        </div>
      </div>
      <p class="message">{say(finding.message)}</p>
      <ContestedFinding finding={finding} />
      <Bars finding={finding} />
      <Missing finding={finding} />
      <Remedy finding={finding} />
      <Explanation finding={finding} />
      <blockquote class="phrase">
        <p lang="zh-CN">{citation.phrase}</p>
        {language === "en" && <p class="gloss">{glossOf(finding.statement)}</p>}
        {citation.annex && (
          <p>
            {t.labelled(t.annexRow(citation.annex.row), "")}
            <span lang="zh-CN">{citation.annex.phrase}</span>
          </p>
        )}
      </blockquote>
      <Basis finding={finding} />
    </article>
  );
}

/** The missing facts of this rule, each with a link to its field. */
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

/** The explanation why an obligation in principle is not met. */
function Explanation({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, subject, draft, put, faultsAt } = usePage();
  const pointer = `/explanations/${finding.rule}`;
  const text = cellText(cellAt(draft, pointer));
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

/** The reading of the text, the records that it applies to, the sources of its numbers, and other law. */
function Basis({ finding }: { finding: Finding }): JSX.Element | null {
  const { t, say, language, overrides } = usePage();
  const rule = allRules.get(finding.rule);
  if (!rule) return null;
  const sources = new Map(
    rule.bounds.flatMap((bound) => bound.parameters.map((one) => [say(one.source), statusLabel(one.status, language)] as const)),
  );
  const { units } = finding.citation;
  if (!rule.scope && !rule.reading && sources.size === 0 && rule.law.length === 0 && units.length === 0) return null;
  return (
    <details class="basis">
      <summary>{t.basis}</summary>
      <dl>
        {rule.scope && <Pair term={t.scope} text={filled(say(rule.scope), overrides)} />}
        {rule.reading && <Pair term={t.reading} text={say(rule.reading)} />}
        {[...sources].map(([source, status]) => (
          <Pair key={source} term={t.source} text={source + t.parenthesized(status)} />
        ))}
        {rule.law.map((note) => (
          <LawPair key={say(note.words)} note={note} />
        ))}
        {units.length > 0 && <Pair term={t.units} text={units.join("、")} lang="zh-CN" />}
      </dl>
    </details>
  );
}

/** Another instrument: what it does to the clause, where it stands, and what it says. */
function LawPair({ note }: { note: LawNote }): JSX.Element {
  const { t, say, language } = usePage();
  const names = [note.instrument, note.provision].filter((name) => name !== null).map(say);
  const since = note.since === null ? "" : t.parenthesized(t.since(note.since));
  const relation = t.parenthesized(relationLabel(note.relation, language));
  const status = t.parenthesized(statusLabel(note.status, language));
  return <Pair term={t.law + relation} text={t.labelled(names.join(" ") + since, say(note.words)) + status} />;
}

function Pair({ term, text, lang }: { term: string; text: string; lang?: string }): JSX.Element {
  return (
    <>
      <dt>{term}</dt>
      <dd lang={lang}>{text}</dd>
    </>
  );
}

/** The requirements, while the record cannot be judged. */
function Waiting(): JSX.Element {
  const { t } = usePage();
  return (
    <section class="findings" aria-labelledby="findings">
      <h3 id="findings">{t.findings}</h3>
      <Requirements />
    </section>
  );
}

function Requirements(): JSX.Element {
  const { t, say, subject } = usePage();
  const listed = [...allRules.values()].filter((rule) => rule.subject === subject.name);
  return (
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
  );
}
