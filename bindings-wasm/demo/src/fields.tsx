/** The control of a fact, by its type. */
import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";
import { withUnit } from "./amounts.ts";
import type { Field } from "./catalogue.ts";
import { controlId } from "./catalogue.ts";
import { dayOf } from "./days.ts";
import { cellAt, keysOf, plainDate, plainNumber, shiftPoint } from "./draft.ts";
import type { Cell } from "./draft.ts";
import { Faults } from "./faults.tsx";
import { unitLabel } from "./labels.ts";
import { ListField } from "./lists.tsx";
import { usePage } from "./page.ts";
import type { Language } from "./state.ts";

export interface FieldProps {
  field: Field;
  pointer: string;
  /** The cell of an empty control: null, or in a list an empty item. */
  blank?: Cell;
}

export function FactField({ field, pointer }: FieldProps): JSX.Element {
  if (field.type === "flag") return <FlagField field={field} pointer={pointer} />;
  if (field.type === "periods" || field.type === "dates") return <ListField field={field} pointer={pointer} />;
  if (field.type === "choice") return <ChoiceField field={field} pointer={pointer} />;
  if (field.type === "date") return <DateField field={field} pointer={pointer} />;
  return <TextField field={field} pointer={pointer} />;
}

/** The text of a cell in a control: a text unchanged, anything else as JSON. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "string" ? cell : JSON.stringify(cell);
}

interface Description {
  "aria-invalid": boolean;
  "aria-describedby"?: string;
}

/** The attributes that link a control to its hint and its faults. */
export function described(pointer: string, faulty: boolean, hint: boolean): Description {
  const id = controlId(pointer);
  const by = [hint ? `${id}-hint` : "", faulty ? `${id}-faults` : ""].filter(Boolean).join(" ");
  return { "aria-invalid": faulty, ...(by ? { "aria-describedby": by } : {}) };
}

function Label({ field, pointer }: FieldProps): JSX.Element {
  return (
    <label class="label" for={controlId(pointer)}>
      <LabelText field={field} />
    </label>
  );
}

export function LabelText({ field }: { field: Field }): JSX.Element {
  const { t, say, language } = usePage();
  const unit = field.unit === null ? "" : unitLabel(field.unit, language);
  return (
    <>
      <span class="label-name">{say(field.label)}</span>
      {unit && <span class="label-unit">{t.parenthesized(unit)}</span>}
      {field.required && <span class="label-required">{t.required}</span>}
    </>
  );
}

/** Says which authority decides the fact. */
function Authority({ field, pointer }: FieldProps): JSX.Element | null {
  const { say } = usePage();
  if (field.determinedBy === null) return null;
  return (
    <p class="hint" id={`${controlId(pointer)}-hint`}>
      {say(field.determinedBy)}
    </p>
  );
}

/** The statements whose rules read the fact. */
export function UsedBy({ field }: { field: Field }): JSX.Element | null {
  const { t } = usePage();
  if (field.statements.length === 0) return null;
  return (
    <p class="used-by">
      {t.usedBy} {field.statements.join(" · ")}
    </p>
  );
}

function TextField({ field, pointer }: FieldProps): JSX.Element {
  const { t, draft, put, faultsAt, language } = usePage();
  const value = cellText(cellAt(draft, pointer));
  const faulty = faultsAt(pointer).length > 0;
  const money = field.type === "money";
  const numeric = money || field.type === "count" || field.type === "year";
  const amount = money && value !== "" ? spelledOut(plainNumber(value, "money"), language) : "";
  return (
    <Frame field={field} pointer={pointer}>
      <Label field={field} pointer={pointer} />
      <input
        id={controlId(pointer)}
        class={numeric ? "input number" : "input"}
        type="text"
        inputMode={money ? "decimal" : numeric ? "numeric" : "text"}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => put(pointer, event.currentTarget.value || null)}
        {...described(pointer, faulty, money)}
      />
      {money && (
        <p class="hint" id={`${controlId(pointer)}-hint`}>
          {amount || t.moneyHint}
        </p>
      )}
      <Faults pointer={pointer} />
    </Frame>
  );
}

/** A long amount in a readable form: 288000000 is 2.88 亿元 or 288,000,000 yuan. */
function spelledOut(amount: string, language: Language): string {
  const whole = /^(?:0|[1-9]\d*)(?=(?:\.\d{1,2})?$)/.exec(amount)?.[0] ?? "";
  if (whole.length <= 4) return "";
  if (language === "en") return `= ${withUnit(amount, "yuan", language)}`;
  return whole.length > 8 ? `= ${shiftPoint(amount, -8)} 亿元` : `= ${shiftPoint(amount, -4)} 万元`;
}

function ChoiceField({ field, pointer }: FieldProps): JSX.Element {
  const { t, say, draft, put, faultsAt } = usePage();
  const value = cellText(cellAt(draft, pointer));
  const unlisted = value !== "" && !field.choices.some((choice) => choice.value === value);
  return (
    <Frame field={field} pointer={pointer}>
      <Label field={field} pointer={pointer} />
      <select
        id={controlId(pointer)}
        class="input"
        value={value}
        onChange={(event) => put(pointer, event.currentTarget.value || null)}
        {...described(pointer, faultsAt(pointer).length > 0, field.determinedBy !== null)}
      >
        <option value="">{t.choose}</option>
        {unlisted && <option value={value}>{value}</option>}
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {say(choice.label)}
          </option>
        ))}
      </select>
      <Authority field={field} pointer={pointer} />
      <Faults pointer={pointer} />
    </Frame>
  );
}

/** Three answers: yes, no, and unknown, which is the default. */
function FlagField({ field, pointer }: FieldProps): JSX.Element {
  const { t, draft, put, faultsAt } = usePage();
  const cell = cellAt(draft, pointer);
  const id = controlId(pointer);
  const answers: [Cell, string][] = [
    [true, t.yes],
    [false, t.no],
    [null, t.unknown],
  ];
  return (
    <fieldset
      class="field flag"
      id={id}
      {...described(pointer, faultsAt(pointer).length > 0, field.determinedBy !== null)}
      aria-invalid={undefined}
    >
      <legend class="label">
        <LabelText field={field} />
      </legend>
      <div class="segments">
        {answers.map(([answer, label]) => (
          <label key={label} class={answer === null ? "segment quiet" : "segment"}>
            <input
              type="radio"
              name={id}
              checked={cell === answer}
              aria-invalid={faultsAt(pointer).length > 0}
              onChange={() => put(pointer, answer)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Authority field={field} pointer={pointer} />
      <UsedBy field={field} />
      <Faults pointer={pointer} />
    </fieldset>
  );
}

export function DateField({ field, pointer, blank = null }: FieldProps): JSX.Element {
  const { t, say, draft, put, faultsAt } = usePage();
  const value = cellText(cellAt(draft, pointer));
  const calendar = useRef<HTMLInputElement>(null);
  const day = plainDate(value);
  return (
    <Frame field={field} pointer={pointer}>
      <Label field={field} pointer={pointer} />
      <div class="with-button">
        <input
          id={controlId(pointer)}
          class="input number"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          placeholder="2024-06-30"
          value={value}
          onInput={(event) => put(pointer, event.currentTarget.value || blank)}
          onBlur={() => value !== day && put(pointer, day)}
          {...described(pointer, faultsAt(pointer).length > 0, true)}
        />
        <input
          ref={calendar}
          class="calendar"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={dayOf(day) === null ? "" : day}
          onChange={(event) => put(pointer, event.currentTarget.value || blank)}
        />
        <button type="button" class="button icon" onClick={() => calendar.current?.showPicker()}>
          <CalendarSign />
          <span class="hidden">{t.labelled(t.pick, say(field.label))}</span>
        </button>
        {field.required && field.key === keysOf(pointer).join() && (
          <button type="button" class="button" onClick={() => put(pointer, localDay())}>
            {t.today}
          </button>
        )}
      </div>
      <p class="hint" id={`${controlId(pointer)}-hint`}>
        {t.dateHint}
      </p>
      <Faults pointer={pointer} />
    </Frame>
  );
}

/** The page reads the clock only here, on request. */
function localDay(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function CalendarSign(): JSX.Element {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" class="sign">
      <path d="M2.5 4h11v9.5h-11z M2.5 7h11 M5.5 2v3 M10.5 2v3" />
    </svg>
  );
}

function Frame({ field, pointer, children }: FieldProps & { children: ComponentChildren }): JSX.Element {
  const { faultsAt } = usePage();
  return (
    <div class={faultsAt(pointer).length > 0 ? "field faulty" : "field"}>
      {children}
      <UsedBy field={field} />
    </div>
  );
}
