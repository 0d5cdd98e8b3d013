import { valueOf } from "./catalogue.ts";
import { plainDate } from "./draft.ts";
import type { Cell } from "./draft.ts";
import { addYears, dayOf, merged, runsOf, textOfDay } from "./days.ts";
import type { Interval } from "./days.ts";
import type { Page } from "./page.ts";
import type { Mark, Picture, DateLine, Row } from "./timeline.tsx";

/** The periods of practice of a teacher, the windows before the assessment date, and the first years after hiring. */
export function teacherPicture(page: Page): Picture | null {
  const { t, draft, overrides } = page;
  const asOf = day(draft["as_of"]);
  if (asOf === null) return null;
  const hired = day(draft["hired_on"]);
  const number = (name: string) => Number(valueOf(name, overrides)) || 0;
  const isChosen = (name: string, choice: string) => valueOf(name, overrides) === choice;
  const given = periods(page, asOf);
  const inEnterprise = blocksOf(given.filter((one) => one.look === "solid"), asOf);
  const blocks = isChosen("periodic_practice_place", "enterprise") ? inEnterprise : blocksOf(given, asOf);
  const dateLines: DateLine[] = [{ day: asOf, label: t.asOf, main: true }];
  if (hired !== null) dateLines.unshift({ day: hired, label: t.hired, main: false });

  // Practice within the last years; by default only that since hiring counts.
  const since = hired !== null && isChosen("periodic_practice_before_hiring", "excluded") ? hired : -Infinity;
  const back = (years: number): Row => {
    const start = Math.min(Math.max(addYears(asOf, -years) + 1, since), asOf);
    return window(t.lastYears(String(years)), { start, end: asOf }, blocks, t.days);
  };
  const rows: Row[] = [
    { label: t.given, marks: given },
    { label: t.merged, marks: blocks.map((block) => bar(block, "block", t.days)) },
    back(number("periodic_long_years")),
  ];
  if (isChosen("periodic_practice_limbs", "either")) rows.push(back(number("periodic_short_years")));

  const applied = day(valueOf("policy_applies_from", overrides));
  const grace = number("periodic_grace_years");
  if (hired !== null && applied !== null && grace > 0) {
    const start = Math.max(hired, applied);
    rows.push(window(t.grace(String(grace)), { start, end: addYears(start, grace) }, [], t.days));
  }

  // Full-time practice in the first years, of those hired since the duty applies.
  const dutySince = day(valueOf("induction_applies_from", overrides)) ?? applied;
  if (hired !== null && dutySince !== null && hired >= dutySince) {
    const years = number("induction_years");
    const deadline = addYears(hired, years);
    dateLines.push({ day: deadline, label: t.deadline, main: false });
    const row = window(t.induction(String(years)), { start: hired, end: deadline }, inEnterprise, t.days);
    const counted = inside(inEnterprise, { start: hired, end: deadline });
    const runs = isChosen("induction_continuity", "one_block") ? runsOf(counted, number("induction_gap_days")) : [];
    const [frame, ...marks] = row.marks;
    rows.push({ ...row, marks: [frame!, ...runs.map((run) => bar(run, "run")), ...marks] });
  }
  return {
    dateLines,
    rows,
    legend: [
      { look: "solid", label: t.inEnterprise },
      { look: "hollow", label: t.elsewhere },
      { look: "open", label: t.notKnownWhere },
      ...(rows.some(({ marks }) => marks.some(({ look }) => look === "run")) ? [{ look: "run", label: t.run(valueOf("induction_gap_days", overrides) ?? "") } as const] : []),
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
  return { label, marks: [bar(frame, "window"), ...inside(blocks, frame).map((block) => bar(block, "block", count))] };
}

/** The parts of blocks that lie within a window. */
function inside(blocks: readonly Interval[], frame: Interval): Interval[] {
  return blocks
    .map(({ start, end }) => ({ start: Math.max(start, frame.start), end: Math.min(end, frame.end) }))
    .filter(({ start, end }) => start <= end);
}

function blocksOf(marks: readonly Mark[], last: number): Interval[] {
  return merged(marks.filter(({ start }) => start <= last).map(({ start, end }) => ({ start, end: Math.min(end, last) })));
}

function day(cell: Cell | undefined): number | null {
  return typeof cell === "string" ? dayOf(plainDate(cell)) : null;
}
