import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "react";
import { valueText } from "../../../src/report/sentences.ts";
import { formatNumber } from "../../../src/report/words/format.ts";
import type { FigureGroup } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { speakerOf } from "./figure-groups.tsx";

type Row = {
  readonly key: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly bound: string;
  readonly label: string;
};

/** One axis a scope: a dot for each speaker, ranges as lines, bounds as arrowheads. */
export function FigureAxis({ group }: { readonly group: FigureGroup }) {
  const { words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const rows: Row[] = group.members.map((member, index) => ({
    key: String(index),
    name: speakerOf(member, words),
    low: member.value,
    high: member.upper ?? member.value,
    bound: member.bound,
    label: valueText(member, words),
  }));
  const drawn = JSON.stringify(rows);
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return;
    const draw = (): void => {
      const chart = chartOf(JSON.parse(drawn) as Row[], holder.clientWidth, (value) => formatNumber(words, value));
      holder.replaceChildren(chart);
    };
    draw();
    const observer = new ResizeObserver(draw);
    observer.observe(holder);
    return () => observer.disconnect();
  }, [drawn, words]);
  const said = rows.map(({ name, label }) => `${name}: ${label}`).join("; ");
  return <div ref={place} className="axis" role="img" aria-label={`${group.quantity}. ${said}`} />;
}

function chartOf(rows: readonly Row[], width: number, format: (value: number) => string): Element {
  const narrow = width < 560;
  const least = Math.min(0, ...rows.map(({ low }) => low));
  const most = Math.max(...rows.map(({ high }) => high));
  const reach = (most - least) * 0.05 || 1;
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  const arrows = rows.flatMap((row) => {
    if (row.bound === "at-least") return [{ ...row, from: row.high, to: row.high + reach }];
    return row.bound === "at-most" ? [{ ...row, from: row.low, to: row.low - reach }] : [];
  });
  const chart = Plot.plot({
    className: "selon-plot",
    width: Math.max(260, width),
    height: 46 + rows.length * (narrow ? 44 : 30),
    marginLeft: narrow ? 8 : 190,
    marginRight: 110,
    marginTop: 4,
    marginBottom: 30,
    x: { domain: [least, most + reach * 2], tickFormat: format, ticks: narrow ? 3 : 6, label: null },
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
        fill: (row: Row) => (row.bound === "exact" ? "currentColor" : "var(--paper)"),
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
            text: (row: Row) => short(row.name, 40),
            textAnchor: "start",
            dy: -13,
            fontSize: 12,
          })
        : Plot.axisY(
            rows.map(({ key }) => key),
            { tickFormat: (key: string) => short(names.get(key) ?? "", 30), tickSize: 0, fontSize: 13 },
          ),
    ],
  });
  // The app's policy lets no page bring styles of its own; these stand in its style sheet.
  for (const style of chart.querySelectorAll("style")) style.remove();
  chart.setAttribute("aria-hidden", "true");
  return chart;
}

const short = (name: string, length: number): string => (name.length > length ? `${name.slice(0, length - 1)}…` : name);
