/** Calculations with days, for drawing only; rules are applied by the library. */

/** Days since 1970-01-01; null if the text is not a date. */
export function dayOf(text: unknown): number | null {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  const day = Number.isNaN(time) ? null : time / 86_400_000;
  return day !== null && textOfDay(day) === text ? day : null;
}

export function textOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month some years later, or the last day of that month. */
export function addYears(day: number, years: number): number {
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth();
  date.setUTCFullYear(date.getUTCFullYear() + years);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.getTime() / 86_400_000;
}

export interface Interval {
  start: number;
  end: number;
}

/** Merges overlapping and adjacent intervals. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const blocks: Interval[] = [];
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = blocks.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else blocks.push({ start, end });
  }
  return blocks;
}

/**
 * The longest runs of mostly full-time practice: from the start of one block to the end of the same or a later one, with
 * at most `gap` uncovered days between neighbours, and at least three fifths of its days covered.
 */
export function runsOf(blocks: readonly Interval[], gap: number): Interval[] {
  const runs = blocks.map((last, end) => {
    let [first, days] = [last, 0];
    for (let at = end; at >= 0; at -= 1) {
      const block = blocks[at]!;
      const next = blocks[at + 1];
      if (next && at < end && next.start - block.end - 1 > gap) break;
      days += block.end - block.start + 1;
      if (5 * days >= 3 * (last.end - block.start + 1)) first = block;
    }
    return { start: first.start, end: last.end };
  });
  // A run inside a later one is not a longest one.
  return runs.filter((run, at) => !runs.slice(at + 1).some((later) => later.start <= run.start));
}

/** The first days of the years in between, for an axis. */
export function newYears(start: number, end: number): number[] {
  const first = new Date(start * 86_400_000).getUTCFullYear() + 1;
  const last = new Date(end * 86_400_000).getUTCFullYear();
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => Date.UTC(first + at, 0, 1) / 86_400_000);
}
