import { valueOf } from "./catalogue.ts";
import { plainDate } from "./draft.ts";
import type { Cell } from "./draft.ts";
import { addYears, dayOf, merged, textOfDay } from "./days.ts";
import type { Interval } from "./days.ts";
import type { Page } from "./page.ts";
import type { Mark, Picture, DateLine, Row } from "./timeline.tsx";

/** The periods of practice of a teacher, the windows before the assessment date, and the first years after hiring. */
export function teacherPicture(page: Page): Picture | null {
  const { t, draft, overrides } = page;
  const asOf = day(draft["as_of"]);
  if (asOf === null) return null;
  const hired = day(draft["hired_on"]);
  const years = (name: string) => Number(valueOf(name, overrides)) || 0;
  const [long, short, first] = [years("periodic_long_years"), years("periodic_short_years"), years("induction_years")];
  const given = periods(page, asOf);
  const deadline = hired === null ? null : addYears(hired, first);
  const dateLines: DateLine[] = [{ day: asOf, label: t.asOf, main: true }];
  if (hired !== null) dateLines.unshift({ day: hired, label: t.hired, main: false });
  if (deadline !== null) dateLines.push({ day: deadline, label: t.deadline, main: false });
  const blocks = blocksOf(given, asOf);
  const back = (count: number): Interval => ({ start: addYears(asOf, -count) + 1, end: asOf });
  const rows: Row[] = [
    { label: t.given, marks: given },
    { label: t.merged, marks: blocks.map((block) => bar(block, "block", t.days)) },
    window(t.lastYears(String(long)), back(long), blocks, t.days),
    window(t.lastYears(String(short)), back(short), blocks, t.days),
  ];
  if (hired !== null && deadline !== null) {
    const inEnterprise = blocksOf(given.filter((one) => one.look === "solid"), asOf);
    rows.push(window(t.induction(String(first)), { start: hired, end: deadline }, inEnterprise, t.days));
  }
  return {
    dateLines,
    rows,
    legend: [
      { look: "solid", label: t.inEnterprise },
      { look: "hollow", label: t.elsewhere },
      { look: "open", label: t.notKnownWhere },
    ],
  };
}

/** The periods in the form; one without an end continues until the assessment date. */
function periods({ t, draft }: Page, asOf: number): Mark[] {
  const list = draft["practice"];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    if (item === null || typeof item !== "object" || Array.isArray(item)) return [];
    const start = day(item["start"]);
    const end = item["end"] ? day(item["end"]) : asOf;
    if (start === null || end === null || end < start) return [];
    const inEnterprise = item["in_enterprise"];
    const look = inEnterprise === true ? "solid" : inEnterprise === false ? "hollow" : "open";
    const where = { solid: t.inEnterprise, hollow: t.elsewhere, open: t.notKnownWhere }[look];
    const until = item["end"] ? textOfDay(end) : t.running;
    return [{ start, end, look, title: `${textOfDay(start)} – ${until} · ${where} · ${t.days(end - start + 1)}` } as const];
  });
}

function bar({ start, end }: Interval, look: Mark["look"], count?: (days: number) => string): Mark {
  const title = `${textOfDay(start)} – ${textOfDay(end)}`;
  return { start, end, look, title: count ? `${title} · ${count(end - start + 1)}` : title };
}

/** A window, with the parts of the blocks inside it. */
function window(label: string, frame: Interval, blocks: readonly Interval[], count: (days: number) => string): Row {
  const inside = blocks
    .map(({ start, end }) => ({ start: Math.max(start, frame.start), end: Math.min(end, frame.end) }))
    .filter(({ start, end }) => start <= end);
  return { label, marks: [bar(frame, "window"), ...inside.map((block) => bar(block, "block", count))] };
}

function blocksOf(marks: readonly Mark[], last: number): Interval[] {
  return merged(marks.filter(({ start }) => start <= last).map(({ start, end }) => ({ start, end: Math.min(end, last) })));
}

function day(cell: Cell | undefined): number | null {
  return typeof cell === "string" ? dayOf(plainDate(cell)) : null;
}
