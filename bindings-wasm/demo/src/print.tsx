/** The printed report; it is not shown on the screen. */
import type { ComponentChildren, JSX } from "preact";
import type { Report } from "chanjiao";
import { withUnit } from "./amounts.ts";
import { allParameters, allRules, choiceOf, glossOf, validity } from "./catalogue.ts";
import type { Field } from "./catalogue.ts";
import { knownSoFar } from "./conclusion.tsx";
import { ContestedConclusion, ContestedFinding } from "./contested.tsx";
import { cellAt, plainNumber } from "./draft.ts";
import type { Cell } from "./draft.ts";
import { cellText } from "./fields.tsx";
import { isOutOfTime, whyOf } from "./findings.tsx";
import { conclusionLabel, natureLabel, verdictLabel } from "./labels.ts";
import { undatedNotice } from "./notes.tsx";
import { usePage } from "./page.ts";
import type { Page } from "./page.ts";
import { conclusionNotes } from "./strings.ts";

export function PrintedReport(): JSX.Element {
  const { t, say, subject, judgement } = usePage();
  const { missingRequired, faults, report } = judgement;
  const document = [...allRules.values()][0]?.citation.document;
  return (
    <main class="paper">
      <header>
        <h1>{t.printTitle}</h1>
        <p>
          {t.labelled(t.printBasis, "")}
          <span lang="zh-CN">{document}</span>
          {" · "}
          {t.labelled(t.subjects, say(subject.label))}
        </p>
      </header>
      <RecordTable />
      {faults.length > 0 && <p class="paper-faults">{faults.length > missingRequired.length ? t.printFaults : t.notYet}</p>}
      {faults.length === 0 && report && <Results report={report} />}
      <p class="paper-note">
        {say(validity)}
        <br />
        {t.printNote}
      </p>
    </main>
  );
}

function RecordTable(): JSX.Element {
  const page = usePage();
  const { t, say, subject, draft, language } = page;
  return (
    <section>
      <h2>{t.printRecord}</h2>
      <table>
        <Head cells={[t.fact, t.value]} />
        <tbody>
          {subject.fields.map((field) => {
            const value = valueText(page, field, cellAt(draft, `/${field.key}`));
            return (
              <tr key={field.key} class={value === "" ? "blank" : ""}>
                <th scope="row">{say(field.label)}</th>
                <td>{value === "" ? t.notGiven : field.unit === null ? value : withUnit(plainNumber(value, field.type), field.unit, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function valueText(page: Page, field: Field, cell: Cell): string {
  const { t, say } = page;
  if (cell === true) return t.yes;
  if (cell === false) return t.no;
  if (Array.isArray(cell)) {
    const items = cell.map((item) => {
      if (item === null || typeof item !== "object" || Array.isArray(item)) return cellText(item);
      const members = field.items.map((inner) => [inner, valueText(page, inner, item[inner.key] ?? null)] as const);
      return t.joined(members.filter(([, text]) => text !== "").map(([inner, text]) => t.labelled(say(inner.label), text)));
    });
    return items.length === 0 ? t.none : items.join("\n");
  }
  const choice = field.choices.find((one) => one.value === cell);
  return choice ? say(choice.label) : cellText(cell);
}

function Results({ report }: { report: Report }): JSX.Element {
  const page = usePage();
  const { t, say, language } = page;
  const changed = changedParameters(page, report.ruleset);
  return (
    <>
      <section>
        <h2>{t.printConclusion}</h2>
        <p class="paper-conclusion">{conclusionLabel(report.conclusion, language)}</p>
        <p>{conclusionNotes[language][report.conclusion]}</p>
        {[knownSoFar(page, report), undatedNotice(page)].map((note) => note !== null && <p key={note}>{note}</p>)}
        <ContestedConclusion report={report} />
      </section>
      <section>
        <h2>{t.printFindings}</h2>
        {report.findings.every(isOutOfTime) ? <p>{report.findings[0] && say(report.findings[0].message)}</p> : <FindingsTable report={report} />}
      </section>
      {changed.length > 0 && (
        <section>
          <h2>{t.printNumbers}</h2>
          <ul>
            {changed.map(({ label, value, byDefault }) => (
              <li key={label}>
                {t.labelled(label, value)}
                {t.parenthesized(t.labelled(t.byDefault, byDefault))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="paper-ruleset">
        {t.labelled(t.ruleset, report.ruleset.version)} · {t.labelled(t.digest, report.ruleset.digest)}
      </p>
    </>
  );
}

/** The parameters that differ from their defaults. */
function changedParameters({ t, say, language }: Page, { overridden }: Report["ruleset"]) {
  const given: Readonly<Record<string, unknown>> = { ...overridden };
  return allParameters.flatMap((parameter) => {
    const value = given[parameter.parameter];
    if (value === undefined) return [];
    const text = (value: string) => {
      const choice = choiceOf(parameter.parameter, value)?.choice;
      return choice ? say(choice.words) : withUnit(value, parameter.unit, language);
    };
    const byDefault = parameter.default === null ? t.unset : text(parameter.default);
    return [{ label: say(parameter.label), value: text(String(value)), byDefault }];
  });
}

function FindingsTable({ report }: { report: Report }): JSX.Element {
  const page = usePage();
  const { t, say, language, draft } = page;
  return (
    <table class="paper-findings">
      <Head cells={[t.statement, t.rule, t.verdict, t.message]} />
      <tbody>
        {report.findings.map((finding) => (
          <tr key={finding.rule}>
            <td class="paper-statement">
              {t.article(finding.citation.article, finding.citation.sentence)}
              <br />
              {finding.statement}
            </td>
            <td>
              {say(allRules.get(finding.rule)?.title ?? finding.message)}
              <br />
              <small>{natureLabel(finding, language)}</small>
            </td>
            <td class="paper-verdict">
              {verdictLabel(finding, language)}
              {[finding.explained ? t.explained : null, whyOf(finding, page)].map((words) => words !== null && <small key={words}>{words}</small>)}
            </td>
            <td>
              {say(finding.message)}
              <ContestedFinding finding={finding} />
              {finding.explained && <p>{t.labelled(t.reason, cellText(cellAt(draft, `/explanations/${finding.rule}`)))}</p>}
              <p class="paper-phrase">
                <span lang="zh-CN">“{finding.citation.phrase}”</span>
                {language === "en" && t.parenthesized(glossOf(finding.statement))}
              </p>
              {finding.citation.annex && (
                <p class="paper-phrase">
                  {t.labelled(t.annexRow(finding.citation.annex.row), "")}
                  <span lang="zh-CN">“{finding.citation.annex.phrase}”</span>
                </p>
              )}
              <p class="paper-units">
                {t.labelled(t.units, "")}
                <span lang="zh-CN">{finding.citation.units.join("、")}</span>
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ cells }: { cells: readonly ComponentChildren[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {cells.map((cell, index) => (
          <th key={index} scope="col">
            {cell}
          </th>
        ))}
      </tr>
    </thead>
  );
}
