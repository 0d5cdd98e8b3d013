/** The subjects by part of the policy, with a search in both languages. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { parts, subjectOf } from "./catalogue.ts";
import type { Part } from "./catalogue.ts";
import { usePage } from "./page.ts";
import { parts as english } from "./strings.ts";

type Entry = Part["subjects"][number];

export function Menu(): JSX.Element {
  const { t, say, language, subject } = usePage();
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const found = parts
    .map(({ name, subjects }) => ({ name, subjects: subjects.filter((entry) => matches(entry, query)) }))
    .filter(({ subjects }) => subjects.length > 0);
  return (
    <nav class={open ? "menu open" : "menu"} aria-label={t.subjects}>
      <button type="button" class="button menu-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="hint">{t.subjects}</span> {say(subject.label)}
      </button>
      <div class="menu-body" onClick={(event) => event.target instanceof HTMLAnchorElement && setOpen(false)}>
        <label class="hidden" for="find-subject">
          {t.findSubject}
        </label>
        <input
          id="find-subject"
          class="input"
          type="search"
          placeholder={t.findSubject}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <div class="menu-groups">
          {found.map(({ name, subjects }) => (
            <Group key={name} name={language === "zh" ? name : (english[name] ?? name)} entries={subjects} />
          ))}
          {found.length === 0 && <p class="quiet-words">{t.noSubject}</p>}
        </div>
      </div>
    </nav>
  );
}

function Group({ name, entries }: { name: string; entries: readonly Entry[] }): JSX.Element {
  const { say, subject } = usePage();
  return (
    <section>
      <h2>{name}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.subject}>
            <a href={`#/${entry.subject}`} aria-current={entry.subject === subject.name ? "page" : undefined}>
              {say(entry.label)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the query occurs in the names of the subject, its note or the names of its facts. */
function matches(entry: Entry, query: string): boolean {
  const word = query.trim().toLowerCase();
  if (word === "") return true;
  const texts = [entry.label, entry.note, ...subjectOf(entry.subject).fields.map((field) => field.label)];
  return [entry.subject, ...texts.flatMap(({ zh, en }) => [zh, en])].some((text) => text.toLowerCase().includes(word));
}
