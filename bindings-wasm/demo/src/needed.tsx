/** The missing facts, the most decisive first, each with a link to its field. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { factLabel, goTo, usePage } from "./page.ts";

/** How many are shown at first. */
const few = 5;

export function Needed(): JSX.Element | null {
  const page = usePage();
  const { t, judgement } = page;
  const [all, setAll] = useState(false);
  if (!judgement.report) return null;
  const { questions } = judgement;
  const listed = all ? questions : questions.slice(0, few);
  return (
    <section class="needed" aria-labelledby="needed">
      <h3 id="needed">
        {t.needed}
        {questions.length > 0 && <span class="badge">{questions.length}</span>}
      </h3>
      <p class="hint">{questions.length > 0 ? t.neededHint : t.nothingNeeded}</p>
      {questions.length > 0 && (
        <ol>
          {listed.map((question) => (
            <li key={question.fact}>
              <button type="button" class="link" onClick={() => goTo(question.fact)}>
                {factLabel(page, question.fact)}
              </button>
              <span class="decides">
                {t.decides} {question.statements.join(" · ")}
              </span>
            </li>
          ))}
        </ol>
      )}
      {questions.length > few && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.showFewer : t.showAll(questions.length)}
        </button>
      )}
    </section>
  );
}
