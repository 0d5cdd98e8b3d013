/** The readings of the text under which a finding or the conclusion would be another one. */
import type { JSX } from "preact";
import type { Finding, Report } from "chanjiao";
import { choiceOf } from "./catalogue.ts";
import { conclusionLabel, holderLabel, noticeOf, verdictLabel } from "./labels.ts";
import { usePage } from "./page.ts";
import type { Page } from "./page.ts";

/** A choice of a reading, and the result under it. */
interface Other {
  parameter: string;
  choice: string;
  result: string;
}

/** The other verdicts of a finding. Choices that would only ask for more facts are left out. */
export function otherVerdicts({ language }: Page, { kind, contested }: Finding): readonly Other[] {
  return contested
    .filter(({ verdict }) => verdict !== "undetermined")
    .map(({ parameter, choice, verdict }) => ({ parameter, choice, result: verdictLabel({ kind, verdict }, language) }));
}

/** The other conclusions of a report. Choices that would only ask for more facts are left out. */
export function otherConclusions({ language }: Page, { contested }: Report): readonly Other[] {
  return contested
    .filter(({ conclusion }) => conclusion !== "incomplete")
    .map(({ parameter, choice, conclusion }) => ({ parameter, choice, result: conclusionLabel(conclusion, language) }));
}

export function ContestedFinding({ finding }: { finding: Finding }): JSX.Element | null {
  const page = usePage();
  return <Contested title={noticeOf("contested", page.language)} others={otherVerdicts(page, finding)} />;
}

export function ContestedConclusion({ report }: { report: Report }): JSX.Element | null {
  const page = usePage();
  return <Contested title={page.t.otherConclusion} others={otherConclusions(page, report)} />;
}

function Contested({ title, others }: { title: string; others: readonly Other[] }): JSX.Element | null {
  if (others.length === 0) return null;
  return (
    <div class="contested">
      <p class="contested-title">{title}</p>
      <ul>
        {others.map((other) => (
          <OtherResult key={`${other.parameter} ${other.choice}`} other={other} />
        ))}
      </ul>
    </div>
  );
}

function OtherResult({ other }: { other: Other }): JSX.Element | null {
  const { t, say, language } = usePage();
  const found = choiceOf(other.parameter, other.choice);
  if (!found) return null;
  const { reading, choice } = found;
  return (
    <li>
      <span class="lead label-name">{say(reading.label)}</span> {say(choice.words)}
      {t.parenthesized(holderLabel(choice.holder, language))} → <b>{other.result}</b>
    </li>
  );
}
