/** The report as a document on paper; on the screen it is not shown. */
import type { ComponentChildren, JSX } from "preact";
import type { Report } from "chanjiao";
import { grouped, withUnit } from "./amounts.ts";
import { allParameters, allRules, glossOf } from "./catalogue.ts";
import type { Field } from "./catalogue.ts";
import { cellAt, plainNumber } from "./draft.ts";
import type { Cell } from "./draft.ts";
import { shown } from "./fields.tsx";
import { forceWords } from "./findings.tsx";
import { usePage } from "./page.ts";
import type { Page } from "./page.ts";
import { verdictWord } from "./sign.tsx";
import { conclusionNotes, conclusions } from "./strings.ts";

export function PrintedReport(): JSX.Element {
  const { t, say, subject, judgement } = usePage();
  const { awaited, faults, report } = judgement;
  const document = [...allRules.values()][0]?.citation.document;
  return (
    <main class="paper">
      <header>
        <h1>{t.printTitle}</h1>
        <p>
          {t.words(t.printBasis, "")}
          <span lang="zh-CN">{document}</span>
          {" · "}
          {t.words(t.subjects, say(subject.label))}
        </p>
      </header>
      <RecordTable />
      {faults.length > 0 && <p class="paper-faults">{faults.length > awaited.length ? t.printFaults : t.notYet}</p>}
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
        <Head words={[t.fact, t.value]} />
        <tbody>
          {subject.fields.map((field) => {
            const value = valueWords(page, field, cellAt(draft, `/${field.key}`));
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

function valueWords(page: Page, field: Field, cell: Cell): string {
  const { t, say } = page;
  if (cell === true) return t.yes;
  if (cell === false) return t.no;
  if (Array.isArray(cell)) {
    const items = cell.map((item) => {
      if (item === null || typeof item !== "object" || Array.isArray(item)) return shown(item);
      const members = field.items.map((inner) => [inner, valueWords(page, inner, item[inner.key] ?? null)] as const);
      return t.parts(members.filter(([, words]) => words !== "").map(([inner, words]) => t.words(say(inner.label), words)));
    });
    return items.length === 0 ? t.none : items.join("\n");
  }
  const choice = field.choices.find((one) => one.value === cell);
  return choice ? say(choice.label) : shown(cell);
}

function Results({ report }: { report: Report }): JSX.Element {
  const page = usePage();
  const { t, say, language, draft, overrides } = page;
  return (
    <>
      <section>
        <h2>{t.printConclusion}</h2>
        <p class="paper-conclusion">{conclusions[language][report.conclusion]}</p>
        <p>{conclusionNotes[language][report.conclusion]}</p>
      </section>
      <section>
        <h2>{t.printFindings}</h2>
        <table class="paper-findings">
          <Head words={[t.statement, t.rule, t.verdict, t.message]} />
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
                  <small>{forceWords(finding, language)}</small>
                </td>
                <td class="paper-verdict">
                  {verdictWord(finding, language)}
                  {finding.explained && (
                    <>
                      <br />
                      <small>{t.explained}</small>
                    </>
                  )}
                </td>
                <td>
                  {say(finding.message)}
                  {finding.explained && <p>{t.words(t.reason, shown(cellAt(draft, `/explanations/${finding.rule}`)))}</p>}
                  <p class="paper-phrase">
                    <span lang="zh-CN">“{finding.citation.phrase}”</span>
                    {language === "en" && t.aside(glossOf(finding.statement))}
                  </p>
                  <p class="paper-units">
                    {t.words(t.units, "")}
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
                  {t.words(say(one.label), withUnit(overrides[one.parameter] ?? "", one.unit, language))}
                  {t.aside(t.words(t.byDefault, grouped(one.default ?? t.unset)))}
                </li>
              ))}
          </ul>
        </section>
      )}
      <p class="paper-ruleset">
        {t.words(t.ruleset, report.ruleset.version)} · {t.words(t.digest, report.ruleset.digest)}
      </p>
    </>
  );
}

function Head({ words }: { words: readonly ComponentChildren[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {words.map((word, index) => (
          <th key={index} scope="col">
            {word}
          </th>
        ))}
      </tr>
    </thead>
  );
}
