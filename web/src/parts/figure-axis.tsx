import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "react";
import { formatNumber } from "../../../src/report/words/format.ts";
import { useWords } from "../words/index.tsx";
import type { FigureRow } from "./figure-rows.ts";

/** One axis a scope: a dot for each speaker and value, ranges as lines, bounds as arrowheads. */
export function FigureAxis({ quantity, rows }: { readonly quantity: string; readonly rows: readonly FigureRow[] }) {
  const { words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify(rows);
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return;
    const draw = (): void => {
      const chart = chartOf(JSON.parse(drawn) as FigureRow[], holder.clientWidth, (value) =>
        formatNumber(words, value),
      );
      holder.replaceChildren(chart);
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(holder);
    return () => observer.disconnect();
  }, [drawn, words]);
  const said = rows.map(({ name, label }) => `${name}: ${label}`).join("; ");
  return <div ref={place} className="axis" role="img" aria-label={`${quantity}. ${said}`} />;
}

function chartOf(rows: readonly FigureRow[], width: number, format: (value: number) => string): Element {
  const narrow = width < 560;
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const left = narrow ? 8 : 16 + widest(rows.map(({ name }) => short(name, longest)));
  const right = 18 + widest(rows.map(({ label }) => label));
  const least = Math.min(0, ...rows.map(({ low }) => low));
  const most = Math.max(...rows.map(({ high }) => high));
  const reach = (most - least) * 0.05 || 1;
  const arrows = rows.flatMap((row) => {
    if (row.bound === "at-least") return [{ ...row, from: row.high, to: row.high + reach }];
    return row.bound === "at-most" ? [{ ...row, from: row.low, to: row.low - reach }] : [];
  });
  const chart = Plot.plot({
    className: "selon-plot",
    width: Math.max(260, width),
    height: 46 + rows.length * (narrow ? 44 : 30),
    marginLeft: left,
    marginRight: right,
    marginTop: 4,
    marginBottom: 30,
    x: { domain: [least, most + reach * 2], tickFormat: format, ticks: ticksOf(rows, narrow ? 3 : 6), label: null },
    y: { domain: rows.map(({ key }) => key), label: null, axis: null, padding: 0.4 },
    marks: [
      Plot.ruleY(rows, { y: "key", stroke: "var(--rule)" }),
      Plot.link(
        rows.filter(({ low, high }) => high > low),
        { x1: "low", x2: "high", y1: "key", y2: "key", strokeWidth: 3 },
      ),
      Plot.arrow(arrows, { x1: "from", x2: "to", y1: "key", y2: "key", strokeWidth: 1.75, headLength: 7 }),
      Plot.dot(rows, {
        x: "low",
        y: "key",
        r: 5,
        fill: (row: FigureRow) => (row.bound === "exact" ? "currentColor" : "var(--paper)"),
        stroke: "currentColor",
        strokeWidth: 1.75,
      }),
      Plot.dot(
        rows.filter(({ low, high }) => high > low),
        { x: "high", y: "key", r: 5, fill: "currentColor", stroke: "currentColor" },
      ),
      Plot.text(rows, { x: () => most + reach * 2, y: "key", text: "label", textAnchor: "start", dx: 8, fontSize: 13 }),
      narrow
        ? Plot.text(rows, {
            x: least,
            y: "key",
            text: (row: FigureRow) => short(row.name, longest),
            textAnchor: "start",
            dy: -13,
            fontSize: 12,
          })
        : Plot.axisY(
            rows.map(({ key }) => key),
            { tickFormat: (key: string) => short(names.get(key) ?? "", longest), tickSize: 0, fontSize: 13 },
          ),
    ],
  });
  // The app's policy lets no page bring styles of its own; these stand in its style sheet.
  for (const style of chart.querySelectorAll("style")) style.remove();
  chart.setAttribute("aria-hidden", "true");
  return chart;
}

/** Whole numbers where few are counted: there is no half of a drone. */
function ticksOf(rows: readonly FigureRow[], wanted: number): number | number[] {
  const most = Math.max(...rows.map(({ high }) => high));
  const whole = rows.every(({ low, high }) => Number.isInteger(low) && Number.isInteger(high) && low >= 0);
  return whole && most <= wanted ? Array.from({ length: most + 1 }, (_, tick) => tick) : wanted;
}

/** Characters of a name that have room beside the axis. */
const longest = 46;

/** Room for the widest of some texts at 13 pixels. */
const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length), 6) * 6.9;

const short = (name: string, length: number): string => (name.length > length ? `${name.slice(0, length - 1)}…` : name);
