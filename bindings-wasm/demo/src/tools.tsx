/** Samples, import, export, the link and the printed report. */
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { SubjectName, Text } from "chanjiao";
import { ImportDialog } from "./import.tsx";
import { usePage } from "./page.ts";
import { draftOf } from "./parse.ts";
import samplesFile from "./samples.json";
import { addressOf } from "./state.ts";

interface Sample {
  title: Text;
  record: unknown;
  parameters?: Record<string, string>;
}

const samples: Record<SubjectName, readonly Sample[]> = samplesFile;

export function Tools(): JSX.Element {
  const { t, say, subject, draft, overrides, judgement, replace, announce } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const listed = samples[subject.name];
  const choose = (index: string) => {
    const sample = listed[Number(index)];
    if (index !== "" && sample) replace(draftOf(JSON.stringify(sample.record)) ?? {}, sample.parameters ?? {});
  };
  const share = async () => {
    const address = addressOf(subject.name, judgement.record, overrides);
    try {
      await navigator.clipboard.writeText(address);
      announce(t.shared);
    } catch {
      history.replaceState(null, "", address);
      announce(t.notShared);
    }
  };
  return (
    <div class="tools">
      <div class="sample">
        <label for="sample" class="hidden">
          {t.samples}
        </label>
        <select id="sample" class="input" value="" onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t.chooseSample}</option>
          {listed.map((sample, index) => (
            <option key={index} value={index}>
              {say(sample.title)}
            </option>
          ))}
        </select>
      </div>
      <div class="buttons">
        <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
          {t.importRecord}
        </button>
        <button type="button" class="button" onClick={() => download(`${subject.name}.json`, judgement.record)}>
          {t.exportRecord}
        </button>
        <button type="button" class="button" onClick={() => void share()}>
          {t.share}
        </button>
        <button type="button" class="button" onClick={() => print()}>
          {t.print}
        </button>
        <button
          type="button"
          class="button quiet"
          disabled={Object.keys(draft).length === 0 && Object.keys(overrides).length === 0}
          onClick={() => {
            replace({}, {});
            announce(t.cleared);
          }}
        >
          {t.clear}
        </button>
      </div>
      <ImportDialog dialog={dialog} />
    </div>
  );
}

/** Downloads a file with the record as it is checked. */
function download(name: string, record: string): void {
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([`${record}\n`], { type: "application/json" }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
