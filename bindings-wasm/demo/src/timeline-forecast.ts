import { valueOf } from "./catalogue.ts";
import { addYears, dayOf, textOfDay } from "./days.ts";
import { plainDate } from "./draft.ts";
import type { Cell } from "./draft.ts";
import type { Page } from "./page.ts";
import type { Picture, DateLine, Row } from "./timeline.tsx";

/** Each report with the period until the next one is due; a gap shows a report that came too late. */
export function forecastPicture({ t, draft, overrides }: Page): Picture | null {
  const asOf = day(draft["as_of"]);
  if (asOf === null) return null;
  const years = Number(valueOf("forecast_interval_years", overrides)) || 0;
  const base = day(draft["base_date"]);
  const list = draft["published"];
  const reports = [...new Set((Array.isArray(list) ? list : []).map(day).filter((one) => one !== null))].sort((a, b) => a - b);
  const counted = reports.filter((one) => one <= asOf && (base === null || one >= base));
  const starts = base === null ? counted : [base, ...counted];
  const dateLines: DateLine[] = [{ day: asOf, label: t.asOf, main: true }];
  if (base !== null) dateLines.unshift({ day: base, label: t.baseDate, main: false });
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
