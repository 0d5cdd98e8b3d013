/** Lists: periods of practice, dates of publication. An empty list means "none"; no list means "unknown". */
import type { JSX } from "preact";
import { controlId } from "./catalogue.ts";
import type { Field } from "./catalogue.ts";
import type { Cell } from "./draft.ts";
import { cellAt } from "./draft.ts";
import { Faults } from "./faults.tsx";
import { DateField, FactField, LabelText, UsedBy, cellText } from "./fields.tsx";
import type { FieldProps } from "./fields.tsx";
import { goTo, usePage } from "./page.ts";

export function ListField({ field, pointer }: FieldProps): JSX.Element {
  const { t, draft, put, faultsAt } = usePage();
  const cell = cellAt(draft, pointer);
  const items = Array.isArray(cell) ? cell : [];
  const add = () => {
    const blank: Cell = field.items.length > 0 ? {} : "";
    put(pointer, [...items, blank]);
    requestAnimationFrame(() => goTo(firstControl(field, `${pointer}/${items.length}`)));
  };
  const remove = (index: number) => {
    const rest = items.filter((_, at) => at !== index);
    put(pointer, rest.length > 0 ? rest : null);
    requestAnimationFrame(() => document.getElementById(`${controlId(pointer)}-add`)?.focus());
  };
  const own = faultsAt(pointer).length > 0;
  return (
    <fieldset class="field list" id={controlId(pointer)} {...(own ? { "aria-describedby": `${controlId(pointer)}-faults` } : {})}>
      <legend class="label">
        <LabelText field={field} />
      </legend>
      <UsedBy field={field} />
      {cell !== null && !Array.isArray(cell) && <p class="invalid-value">{cellText(cell)}</p>}
      {items.length > 0 && (
        <ol class="items">
          {items.map((_, index) => (
            <li key={index} class="item">
              <Item field={field} pointer={`${pointer}/${index}`} index={index} />
              <button type="button" class="button remove" onClick={() => remove(index)}>
                {t.remove}
                <span class="hidden"> {t.item(index + 1)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <div class="list-foot">
        <button type="button" class="button" id={`${controlId(pointer)}-add`} onClick={add}>
          {t.add}
        </button>
        {items.length === 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={Array.isArray(cell)}
              onChange={(event) => put(pointer, event.currentTarget.checked ? [] : null)}
            />
            {t.none}
          </label>
        )}
        {items.length === 0 && <span class="hint">{Array.isArray(cell) ? t.noneGiven : t.stillUnknown}</span>}
      </div>
      <Faults pointer={pointer} />
    </fieldset>
  );
}

function Item({ field, pointer, index }: FieldProps & { index: number }): JSX.Element {
  const { t, say } = usePage();
  if (field.items.length === 0) {
    const label = { zh: `${field.label.zh} ${index + 1}`, en: `${field.label.en} ${index + 1}` };
    return <DateField field={{ ...field, type: "date", label, statements: [] }} pointer={pointer} blank="" />;
  }
  return (
    <div class="item-fields" role="group" aria-label={`${say(field.label)} ${t.item(index + 1)}`}>
      {field.items.map((inner) => (
        <FactField key={inner.key} field={inner} pointer={`${pointer}/${inner.key}`} />
      ))}
      <Faults pointer={pointer} />
    </div>
  );
}

function firstControl(field: Field, pointer: string): string {
  const first = field.items[0];
  return first ? `${pointer}/${first.key}` : pointer;
}
