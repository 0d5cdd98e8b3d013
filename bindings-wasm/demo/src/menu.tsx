/** The subjects, grouped, with a search over both languages. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { allSubjects, subjectOf } from "./catalogue.ts";
import { usePage } from "./page.ts";
import { groups, menu } from "./strings.ts";

type Entry = (typeof allSubjects)[number];

export function Menu(): JSX.Element {
  const { t, say, language, subject } = usePage();
  const [sought, setSought] = useState("");
  const [open, setOpen] = useState(false);
  const found = allSubjects.filter((entry) => fits(entry, sought));
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
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
        <div class="menu-groups">
          {Object.keys(groups.zh).map((group) => (
            <Group key={group} name={groups[language][group] ?? group} entries={found.filter((entry) => groupOf(entry) === group)} />
          ))}
          {found.length === 0 && <p class="quiet-words">{t.noSubject}</p>}
        </div>
      </div>
    </nav>
  );
}

function Group({ name, entries }: { name: string; entries: readonly Entry[] }): JSX.Element | null {
  const { say, subject } = usePage();
  if (entries.length === 0) return null;
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

function groupOf(entry: Entry): string {
  return Object.keys(menu).find((group) => menu[group]?.includes(entry.subject)) ?? "other";
}

/** By any word of the subject: its names, its note, or the names of its facts. */
function fits(entry: Entry, sought: string): boolean {
  const word = sought.trim().toLowerCase();
  if (word === "") return true;
  const texts = [entry.label, entry.note, ...subjectOf(entry.subject).fields.map((field) => field.label)];
  return [entry.subject, ...texts.flatMap(({ zh, en }) => [zh, en])].some((text) => text.toLowerCase().includes(word));
}
