import type { Lane, TimelineItem } from "../dossier.ts";
import { formatDay } from "../words/format.ts";
import type { Context } from "./context.ts";
import { html, type Markup } from "./tag.ts";

const lanes = ["happened", "said", "published"] as const;
const day = 86_400_000;
/** Marks drawn of one lane side by side in time; the table below lists all. */
const deepest = 5;
const step = 11;
const left = 84;
const width = 1000;

type Bar = { readonly lane: Lane; readonly from: number; readonly to: number; readonly point: boolean };

/**
 * Three lanes over one axis: a dot for a time of day, a bar for what is only known to a day, a month or an interval.
 * Empty stretches are cut short, with a break in the axis; every day that something stands on is as wide as another.
 */
export function lanesMarkup(context: Context): Markup | null {
  const bars = context.dossier.timeline.flatMap((item) => barOf(item) ?? []);
  const days = [...new Set(bars.flatMap(({ from, to }) => [Math.floor(from / day), Math.floor((to - 1) / day)]))].sort(
    (a, b) => a - b,
  );
  if (bars.length < 3 || days.length < 2) return null;
  const axis = axisOf(days);
  const { words } = context;
  const drawn = lanes.map((lane) =>
    stacked(
      bars.filter((bar) => bar.lane === lane),
      axis.place,
    ),
  );
  const heights = drawn.map(({ depth }) => Math.max(2, depth) * step + 14);
  const tops = heights.map((_, index) => 24 + heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const height = 24 + heights.reduce((sum, one) => sum + one, 0);
  return html`<div class="scroll" tabindex="0"><svg class="lanes" role="img" aria-label="${words.sections.timeline}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${axis.ticks.map(({ at, iso }) => html`<line class="tick" x1="${at}" x2="${at}" y1="18" y2="${height}"/><text x="${at + 3}" y="12">${formatDay(words, iso)}</text>`)}${axis.breaks.map((at) => html`<text class="break" x="${at}" y="12" text-anchor="middle">⁄⁄</text>`)}
${lanes.map(
  (lane, index) =>
    html`<line class="base" x1="0" x2="${width}" y1="${tops[index]}" y2="${tops[index]}"/><text x="0" y="${(tops[index] ?? 0) + 16}" class="lane">${words.lanes[lane]}</text>${drawn[
      index
    ]?.marks.map(({ x, end, row, point }) => {
      const y = (tops[index] ?? 0) + 12 + row * step;
      return point
        ? html`<circle cx="${x}" cy="${y}" r="3.5"/>`
        : html`<rect x="${x}" y="${y - 2}" width="${round(Math.max(4, end - x))}" height="4"/>`;
    })}${(drawn[index]?.more ?? 0) > 0 ? html`<text x="${width}" y="${(tops[index] ?? 0) + (heights[index] ?? 0) - 4}" text-anchor="end">${words.more(drawn[index]?.more ?? 0)}</text>` : null}`,
)}</svg></div>
`;
}

function barOf({ lane, when }: TimelineItem): Bar | null {
  const [first = "", last = first] = when.split("/");
  const [from, to] = [stretch(first), stretch(last)];
  if (from === null || to === null) return null;
  return { lane, from: from[0], to: Math.max(to[1], from[0] + 1), point: first === last && /T\d{2}:\d{2}/.test(first) };
}

/** Milliseconds from which and to which an ISO 8601 value runs, as it stands, whatever its zone. */
function stretch(value: string): [number, number] | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2})(?::(\d{2}))?)?/.exec(value);
  if (match === null) return null;
  const [year, month, date, hour, minute] = match.slice(1).map((part) => (part === undefined ? null : Number(part)));
  const from = Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1, hour ?? 0, minute ?? 0);
  if (hour !== null && hour !== undefined) return [from, from + 60_000];
  if (date !== null && date !== undefined) return [from, from + day];
  return [
    from,
    month === null || month === undefined ? Date.UTC((year ?? 0) + 1, 0, 1) : Date.UTC(year ?? 0, month, 1),
  ];
}

/** Each day that holds something is one unit; longer gaps are one unit with a break. */
function axisOf(days: readonly number[]) {
  const starts: { readonly day: number; readonly unit: number }[] = [];
  const gaps: number[] = [];
  let unit = 0;
  for (const [index, one] of days.entries()) {
    const gap = index === 0 ? 0 : one - (days[index - 1] ?? one) - 1;
    if (gap > 0) {
      if (gap > 2) gaps.push(unit + 0.5);
      unit += gap > 2 ? 1 : gap;
    }
    starts.push({ day: one, unit });
    unit += 1;
  }
  const scale = (width - left - 8) / unit;
  const at = (units: number): number => round(left + units * scale);
  const place = (time: number): number => {
    const on = time / day;
    const before = starts.findLast((start) => start.day <= on) ?? starts[0];
    if (before === undefined) return left;
    return at(before.unit + Math.min(1, on - before.day));
  };
  const every = Math.max(1, Math.ceil(starts.length / Math.floor((width - left) / 130)));
  const ticks = starts
    .filter((_, index) => index % every === 0)
    .map(({ day: one, unit: units }) => ({ at: at(units), iso: new Date(one * day).toISOString().slice(0, 10) }));
  return { place, ticks: spaced(ticks), breaks: every > 1 ? [] : gaps.map(at) };
}

/** Ticks whose words would run into each other are left out. */
function spaced<T extends { readonly at: number }>(ticks: readonly T[]): T[] {
  let last = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ at }) => {
    if (at - last < 105 || at > width - 60) return false;
    last = at;
    return true;
  });
}

/** Marks in as few rows as keep them apart; what would go deeper is counted. */
function stacked(bars: readonly Bar[], place: (time: number) => number) {
  const free: number[] = [];
  const marks: { x: number; end: number; row: number; point: boolean }[] = [];
  let more = 0;
  for (const { from, to, point } of [...bars].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const x = place(from) + (point ? 4 : 0);
    const end = point ? x + 4 : Math.max(x + 4, place(to - 1) - 2);
    const row = free.findIndex((until) => until <= x - (point ? 4 : 2));
    const at = row >= 0 ? row : free.length;
    if (at >= deepest) {
      more++;
      continue;
    }
    free[at] = end + (point ? 1 : 2);
    marks.push({ x: round(x), end, row: at, point });
  }
  return { marks, depth: Math.min(deepest, free.length), more };
}

const round = (value: number): number => Math.round(value * 10) / 10;
