/** The printed report; it is not shown on the screen. */
import type { ComponentChildren, JSX } from "preact";
import type { Report } from "chanjiao";
import { grouped, withUnit } from "./amounts.ts";
import { allParameters, allRules, glossOf } from "./catalogue.ts";
import type { Field } from "./catalogue.ts";
import { cellAt, plainNumber } from "./draft.ts";
import type { Cell } from "./draft.ts";
import { cellText } from "./fields.tsx";
import { conclusionLabel, natureLabel, verdictLabel } from "./labels.ts";
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
      <p class="paper-note">{t.printNote}</p>
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
  const { t, say, language, draft, overrides } = page;
  return (
    <>
      <section>
        <h2>{t.printConclusion}</h2>
        <p class="paper-conclusion">{conclusionLabel(report.conclusion, language)}</p>
        <p>{conclusionNotes[language][report.conclusion]}</p>
      </section>
      <section>
        <h2>{t.printFindings}</h2>
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
                  {finding.explained && (
                    <>
                      <br />
                      <small>{t.explained}</small>
                    </>
                  )}
                </td>
                <td>
                  {say(finding.message)}
                  {finding.explained && <p>{t.labelled(t.reason, cellText(cellAt(draft, `/explanations/${finding.rule}`)))}</p>}
                  <p class="paper-phrase">
                    <span lang="zh-CN">“{finding.citation.phrase}”</span>
                    {language === "en" && t.parenthesized(glossOf(finding.statement))}
                  </p>
                  <p class="paper-units">
                    {t.labelled(t.units, "")}
                    <span lang="zh-CN">{finding.citation.units.join("、")}</span>
                  </p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {report.ruleset.overridden.length > 0 && (
        <section>
          <h2>{t.printNumbers}</h2>
          <ul>
            {allParameters
              .filter((one) => report.ruleset.overridden.includes(one.parameter))
              .map((one) => (
                <li key={one.parameter}>
                  {t.labelled(say(one.label), withUnit(overrides[one.parameter] ?? "", one.unit, language))}
                  {t.parenthesized(t.labelled(t.byDefault, grouped(one.default ?? t.unset)))}
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
