/** Imports a record from a file or from pasted text. All faults are shown first, each with its JSON Pointer. */
import type { JSX, RefObject } from "preact";
import { useState } from "preact/hooks";
import { checkJson } from "chanjiao";
import type { Answer, Fault } from "chanjiao";
import { FaultMessage } from "./faults.tsx";
import { usePage } from "./page.ts";
import { draftOf } from "./parse.ts";

/** The limit of a text is 16 MiB. One character more of a longer file is read, so that the library reports the fault. */
const mostRead = 16 * 1024 * 1024 + 1;

/** Faults of the whole text, with which it cannot be loaded without loss. */
const fatal = new Set<Fault["code"]>(["not_json", "not_an_object", "duplicate_key", "lone_surrogate", "too_deep", "too_large"]);

export function ImportDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }): JSX.Element {
  const { t, subject, overrides, replace } = usePage();
  const [text, setText] = useState("");
  const faults = text.trim() === "" ? null : (JSON.parse(checkJson(subject.name, text)) as Answer).faults;
  const draft = text.trim() === "" ? null : draftOf(text);
  const loadable = draft !== null && !faults?.some((fault) => fatal.has(fault.code) && isWhole(fault));
  const close = () => {
    dialog.current?.close();
    setText("");
  };
  const load = () => {
    if (draft) replace(draft, overrides);
    close();
  };
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="import-title" onClose={() => setText("")}>
      <h2 id="import-title">{t.importRecord}</h2>
      <label class="label" for="import-text">
        {t.recordText}
      </label>
      <textarea
        id="import-text"
        class="input code"
        rows={10}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        aria-describedby="import-hint import-faults"
        aria-invalid={(faults?.length ?? 0) > 0}
      />
      <p class="hint" id="import-hint">
        {t.pasteHint}
      </p>
      <label class="button file">
        <input class="hidden" type="file" accept=".json,application/json" onChange={(event) => void read(event.currentTarget, setText)} />
        {t.chooseFile}
      </label>
      <div id="import-faults" role="status">
        {faults?.length === 0 && <p class="valid">{t.noFaultsInText}</p>}
        {faults && faults.length > 0 && (
          <>
            <p>{loadable ? t.faultyText(faults.length) : t.notLoadable}</p>
            <ul class="faults">
              {faults.map((fault, index) => (
                <li key={index}>
                  <code>{fault.pointer || t.whole}</code> <FaultMessage fault={fault} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={close}>
          {t.cancel}
        </button>
        <button type="button" class="button primary" disabled={!loadable} onClick={load}>
          {faults && faults.length > 0 && loadable ? t.loadAnyway : t.load}
        </button>
      </div>
    </dialog>
  );
}

/** `not_an_object` can also be a fault of one fact, which can be corrected at its field. */
function isWhole(fault: Fault): boolean {
  return fault.pointer === "" || fault.code !== "not_an_object";
}

async function read(input: HTMLInputElement, setText: (text: string) => void): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  setText(await file.slice(0, mostRead).text());
  input.value = "";
}
