/** A drawing of dates: periods of practice and their windows, reports and their limits. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { newYears, textOfDay } from "./days.ts";
import { factLabel, usePage } from "./page.ts";
import { forecastPicture } from "./timeline-forecast.ts";
import { teacherPicture } from "./timeline-teacher.ts";

/** A bar or a dot in a row. */
export interface Mark {
  start: number;
  end: number;
  look: "solid" | "hollow" | "open" | "window" | "run" | "block" | "dot" | "pale-dot";
  title: string;
}

export interface Row {
  label: string;
  marks: readonly Mark[];
}

/** A vertical line at a date, through all rows. */
export interface DateLine {
  day: number;
  label: string;
  main: boolean;
}

export interface Picture {
  dateLines: readonly DateLine[];
  rows: readonly Row[];
  legend: readonly { look: Mark["look"]; label: string }[];
}

const pictures: Record<string, typeof teacherPicture> = { teacher: teacherPicture, industry_forecast: forecastPicture };

export function Timeline(): JSX.Element | null {
  const page = usePage();
  const make = pictures[page.subject.name];
  if (!make) return null;
  const picture = make(page);
  return (
    <section class="timeline panel" aria-labelledby="timeline">
      <h2 id="timeline">{page.t.timeline}</h2>
      {picture ? <Drawing picture={picture} /> : <p class="quiet-words">{page.t.timelineWaits(factLabel(page, "/as_of"))}</p>}
    </section>
  );
}

const dateLineHeight = 18;
const rowHeight = 40;

function Drawing({ picture }: { picture: Picture }): JSX.Element {
  const [box, width] = useWidth();
  const days = [
    ...picture.dateLines.map((line) => line.day),
    ...picture.rows.flatMap((row) => row.marks.flatMap((mark) => [mark.start, mark.end])),
  ];
  const first = Math.min(...days);
  const last = Math.max(...days);
  const margin = Math.max(30, (last - first) * 0.03);
  const at = (day: number) => ((day - first + margin) / (last - first + 2 * margin)) * width;
  const top = picture.dateLines.length * dateLineHeight + 6;
  const bottom = top + picture.rows.length * rowHeight;
  return (
    <figure>
      <div ref={box}>
        <svg width={width} height={bottom + 26} viewBox={`0 0 ${width} ${bottom + 26}`} class="drawing" aria-hidden="true">
          <Axis first={first - margin} last={last + margin} at={at} top={top} bottom={bottom} width={width} />
          {picture.rows.map((row, index) => (
            <RowMarks key={index} row={row} at={at} top={top + index * rowHeight} />
          ))}
          {picture.dateLines.map((line, index) => (
            <DateLineMark key={line.label} line={line} x={at(line.day)} y={index * dateLineHeight} bottom={bottom} width={width} />
          ))}
          {picture.rows.map((row, index) => (
            <text key={index} class="row-word" x="0" y={top + index * rowHeight + 14}>
              {row.label}
            </text>
          ))}
        </svg>
      </div>
      <figcaption>
        <ul class="legend" aria-hidden="true">
          {picture.legend.map(({ look, label }) => (
            <li key={look}>
              <svg width="22" height="12">
                {look === "dot" ? <circle class="mark dot" cx="11" cy="6" r="5" /> : <rect class={`mark ${look}`} x="1" y="1" width="20" height="10" rx="2" />}
              </svg>
              {label}
            </li>
          ))}
        </ul>
        <TextAlternative picture={picture} />
      </figcaption>
    </figure>
  );
}

function Axis(props: { first: number; last: number; at(day: number): number; top: number; bottom: number; width: number }): JSX.Element {
  const { first, last, at, top, bottom, width } = props;
  const years = newYears(first, last);
  const step = Math.max(1, Math.ceil(years.length / Math.max(1, width / 56)));
  return (
    <g>
      {years.map((day, index) => (
        <g key={day}>
          <line class="year-line" x1={at(day)} x2={at(day)} y1={top} y2={bottom} />
          {index % step === 0 && (
            <text class="year-word" x={at(day)} y={bottom + 18} text-anchor="middle">
              {textOfDay(day).slice(0, 4)}
            </text>
          )}
        </g>
      ))}
      <line class="axis" x1="0" x2={width} y1={bottom} y2={bottom} />
    </g>
  );
}

function RowMarks({ row, at, top }: { row: Row; at(day: number): number; top: number }): JSX.Element {
  return (
    <g>
      {row.marks.map((mark, index) =>
        mark.look === "dot" || mark.look === "pale-dot" ? (
          <circle key={index} class={`mark ${mark.look}`} cx={at(mark.start)} cy={top + 27} r="5.5">
            <title>{mark.title}</title>
          </circle>
        ) : (
          <rect
            key={index}
            class={`mark ${mark.look}`}
            x={at(mark.start)}
            y={top + 21}
            width={Math.max(2, at(mark.end + 1) - at(mark.start))}
            height="12"
            rx="2"
          >
            <title>{mark.title}</title>
          </rect>
        ),
      )}
    </g>
  );
}

/** Each label has a row of its own, so that labels do not overlap. */
function DateLineMark({ line, x, y, bottom, width }: { line: DateLine; x: number; y: number; bottom: number; width: number }): JSX.Element {
  const left = x > width / 2;
  return (
    <g class={line.main ? "date-line main" : "date-line"}>
      <line x1={x} x2={x} y1={y + 4} y2={bottom} />
      <text x={left ? x - 6 : x + 6} y={y + 14} text-anchor={left ? "end" : "start"}>
        {line.label} {textOfDay(line.day)}
      </text>
    </g>
  );
}

/** The drawing as text, for screen readers. */
function TextAlternative({ picture }: { picture: Picture }): JSX.Element {
  const { t } = usePage();
  return (
    <ul class="hidden">
      {picture.dateLines.map((line) => (
        <li key={line.label}>{t.labelled(line.label, textOfDay(line.day))}</li>
      ))}
      {picture.rows.map((row, index) => (
        <li key={index}>{t.labelled(row.label, t.joined(row.marks.map((mark) => mark.title)))}</li>
      ))}
    </ul>
  );
}

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(600);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth)));
    observer.observe(element);
    setWidth(Math.max(240, element.clientWidth));
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
