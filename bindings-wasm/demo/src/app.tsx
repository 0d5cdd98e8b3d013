import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Text } from "chanjiao";
import { allRules, ruleset, subjectOf } from "./catalogue.ts";
import { ConclusionBanner, Peek } from "./conclusion.tsx";
import type { Cell, Draft } from "./draft.ts";
import { FaultSummary } from "./faults.tsx";
import { FactField } from "./fields.tsx";
import { Findings } from "./findings.tsx";
import { judge } from "./judge.ts";
import type { Overrides } from "./judge.ts";
import { Menu } from "./menu.tsx";
import { Needed } from "./needed.tsx";
import { Notes, Validity } from "./notes.tsx";
import { Numbers } from "./numbers.tsx";
import { PageContext, usePage } from "./page.ts";
import type { Page } from "./page.ts";
import { PrintedReport } from "./print.tsx";
import { put } from "./put.ts";
import { initialState, save, withAddress } from "./state.ts";
import type { Language, State } from "./state.ts";
import { strings } from "./strings.ts";
import { Timeline } from "./timeline.tsx";
import { Tools } from "./tools.tsx";

export function App(): JSX.Element {
  const [state, setState] = useState(initialState);
  const [announcement, announce] = useState("");
  const page = usePageOf(state, setState, announce);
  useEffect(() => {
    save(state);
    // A record in the address is saved by now; remove it, so that a reload shows later input.
    history.replaceState(null, "", `#/${state.subject}`);
  }, [state]);
  useEffect(() => {
    document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
    document.title = `${page.say(page.subject.label)} · ${page.t.title}`;
  }, [state.language, state.subject]);
  useEffect(() => {
    // Read the address from the event, because the effect above may have replaced it since.
    const go = ({ newURL }: HashChangeEvent) => setState((now) => withAddress(now, new URL(newURL).hash));
    addEventListener("hashchange", go);
    return () => removeEventListener("hashchange", go);
  }, []);
  return (
    <PageContext.Provider value={page}>
      <div class="screen">
        <Header language={state.language} choose={(language) => setState((now) => ({ ...now, language }))} />
        <div class="columns">
          <Menu />
          <main id="main">
            <Subject key={state.subject} />
          </main>
        </div>
        <Footer />
        <p class="toast" role="status">
          {announcement}
        </p>
      </div>
      <PrintedReport />
    </PageContext.Provider>
  );
}

/** Derives the context of the page from the state. */
function usePageOf(state: State, setState: (step: (now: State) => State) => void, announce: (text: string) => void): Page {
  const { language, subject: name } = state;
  const draft = state.drafts[name] ?? {};
  const overrides = state.overrides[name] ?? {};
  const judgement = useMemo(() => judge(name, draft, overrides), [name, draft, overrides]);
  const change = (step: (draft: Draft, overrides: Overrides) => [Draft, Overrides]) =>
    setState((now) => {
      const [next, numbers] = step(now.drafts[name] ?? {}, now.overrides[name] ?? {});
      return { ...now, drafts: { ...now.drafts, [name]: next }, overrides: { ...now.overrides, [name]: numbers } };
    });
  return {
    language,
    t: strings[language],
    say: (text: Text) => text[language],
    subject: subjectOf(name),
    draft,
    overrides,
    judgement,
    faultsAt: (pointer) => judgement.faults.filter((fault) => fault.in === "record" && fault.pointer === pointer && !judgement.missingRequired.includes(fault)),
    put: (pointer, cell: Cell) => change((now, numbers) => [put(now, pointer, cell), numbers]),
    setOverride: (parameter, value) => change((now, numbers) => [now, { ...numbers, [parameter]: value }]),
    replace: (next, numbers) => change(() => [next, numbers]),
    announce,
  };
}

function Header({ language, choose }: { language: Language; choose(language: Language): void }): JSX.Element {
  const { t } = usePage();
  return (
    <header class="header">
      <a class="skip" href="#main" onClick={jump("facts")}>
        {t.skip}
      </a>
      <a class="skip" href="#main" onClick={jump("result")}>
        {t.skipToResult}
      </a>
      <div class="header-words">
        <h1>{t.title}</h1>
        <p class="document" lang="zh-CN">
          {[...allRules.values()][0]?.citation.document}
        </p>
        <p class="header-lead">{t.lead}</p>
      </div>
      <div class="languages" role="group" aria-label={t.language}>
        <button type="button" lang="zh-CN" aria-pressed={language === "zh"} onClick={() => choose("zh")}>
          中文
        </button>
        <button type="button" lang="en" aria-pressed={language === "en"} onClick={() => choose("en")}>
          English
        </button>
      </div>
    </header>
  );
}

/** Skip links move the focus by script, because the part of the address after `#` is the subject. */
function jump(id: string): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
}

function Subject(): JSX.Element {
  const { t, say, subject } = usePage();
  return (
    <>
      <div class="subject-head">
        <div>
          <h2>{say(subject.label)}</h2>
          <p class="subject-note">{say(subject.note)}</p>
        </div>
        <Tools />
      </div>
      <div class="work">
        <section id="facts" class="facts panel" tabIndex={-1} aria-labelledby="facts-title">
          <h2 id="facts-title">{t.facts}</h2>
          <FaultSummary />
          <div class="fields">
            {subject.fields.map((field) => (
              <FactField key={field.key} field={field} pointer={`/${field.key}`} />
            ))}
          </div>
        </section>
        <section id="result" class="result" tabIndex={-1} aria-labelledby="result-title">
          <h2 id="result-title" class="hidden">
            {t.result}
          </h2>
          <ConclusionBanner />
          <Notes />
          <Timeline />
          <Needed />
          <Numbers />
          <Findings />
          <Validity />
        </section>
      </div>
      <Peek />
    </>
  );
}

function Footer(): JSX.Element {
  const { t } = usePage();
  return (
    <footer class="footer">
      <p>{t.disclaimer}</p>
      <p>
        {t.labelled(t.ruleset, ruleset.version)} · {t.labelled(t.digest, ruleset.digest.slice(0, 12))}
      </p>
    </footer>
  );
}
