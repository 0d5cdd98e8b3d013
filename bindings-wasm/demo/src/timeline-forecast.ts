import { valueOf } from "./catalogue.ts";
import { addYears, dayOf, textOfDay } from "./days.ts";
import { plainDate } from "./draft.ts";
import type { Cell } from "./draft.ts";
import type { Page } from "./page.ts";
import type { Picture, DateLine, Row } from "./timeline.tsx";

/**
 * Each report with the period until the next one is due; a gap shows a report that came too late. The first period
 * runs from the base date or the day from which the policy is applied, whichever is later; earlier reports do not count.
 */
export function forecastPicture({ t, draft, overrides }: Page): Picture | null {
  const asOf = day(draft["as_of"]);
  if (asOf === null) return null;
  const years = Number(valueOf("forecast_interval_years", overrides)) || 0;
  const applied = day(valueOf("policy_applies_from", overrides)) ?? asOf;
  const base = day(draft["base_date"]);
  const first = Math.max(applied, base ?? applied);
  const list = draft["published"];
  const reports = [...new Set((Array.isArray(list) ? list : []).map(day).filter((one) => one !== null))].sort((a, b) => a - b);
  const counted = reports.filter((one) => first <= one && one <= asOf);
  const starts = first <= asOf ? [...new Set([first, ...counted])] : [];
  const dateLines: DateLine[] = [
    { day: first, label: first === base ? t.baseDate : t.appliedFrom, main: false },
    { day: asOf, label: t.asOf, main: true },
  ];
  const rows: Row[] = [
    {
      label: t.report,
      marks: reports.map((one) => ({ start: one, end: one, look: counted.includes(one) ? "dot" : "pale-dot", title: textOfDay(one) })),
    },
    ...starts.map((start): Row => {
      const end = addYears(start, years);
      const mark = { start, end, look: "window", title: `${textOfDay(start)} – ${textOfDay(end)}` } as const;
      return { label: `${textOfDay(start)} → ${textOfDay(end)}`, marks: [mark] };
    }),
  ];
  return {
    dateLines,
    rows,
    legend: [
      { look: "dot", label: t.report },
      { look: "window", label: t.limit(String(years)) },
    ],
  };
}

function day(cell: Cell | undefined): number | null {
  return typeof cell === "string" ? dayOf(plainDate(cell)) : null;
}
