import type { Figure, FigureFlag } from "../../model/index.ts";
import type { Placed } from "./placed.ts";

/** The values a figure leaves room for: its own or its range, open where it is a bound; `environ` allows a tenth. */
export function rangeOf({ value, upper, bound }: Pick<Figure, "value" | "upper" | "bound">): readonly [number, number] {
  const top = upper ?? value;
  if (bound === "about") return [value - Math.abs(value) * 0.1, top + Math.abs(top) * 0.1];
  if (bound === "at-least") return [value, Number.POSITIVE_INFINITY];
  if (bound === "at-most") return [Number.NEGATIVE_INFINITY, top];
  return [value, top];
}

/** Whether two figures can both hold. */
export function compatible(a: Figure, b: Figure): boolean {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  return x[0] <= y[1] && y[0] <= x[1];
}

/** How far the lowest and the highest lie apart; null where one value satisfies all. */
export function apartness(members: readonly Figure[]): { difference: number; factor: number | null } | null {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const member of members) {
    const range = rangeOf(member);
    least = Math.max(least, range[0]);
    most = Math.min(most, range[1]);
    low = Math.min(low, member.value);
    high = Math.max(high, member.value);
  }
  if (least <= most) return null;
  return { difference: Number((high - low).toFixed(6)), factor: low > 0 ? Number((high / low).toFixed(2)) : null };
}

/**
 * Speakers with figures that can't all hold. Given at different times they are a turn, a correction over time
 * (`34 morts` on Monday, `41` on Wednesday); given at once they contradict one another. An article's own voice is one
 * speaker only within its outlet.
 */
export function flagsOf(members: readonly Placed[]): FigureFlag[] {
  const spoken = new Map<string, number[]>();
  for (const [at, { giver }] of members.entries()) spoken.set(giver, [...(spoken.get(giver) ?? []), at]);
  const flags: FigureFlag[] = [];
  for (const own of spoken.values()) {
    const values = distinct(own, members);
    if (values.length < 2) continue;
    const figures = values.map((at) => members[at] as Placed);
    const speaker = { id: figures[0]?.speaker.id ?? "", name: figures[0]?.speaker.name ?? "" };
    const clash = figures.some((a, i) => figures.slice(i + 1).some((b) => !compatible(a, b)));
    if (!clash) continue;
    // What one article tells in its own voice is often several people's word.
    if (speaker.id === "author" && new Set(figures.map(({ document }) => document)).size === 1) continue;
    const dated = values
      .map((at) => ({ at, when: members[at]?.given ?? null }))
      .sort((a, b) => ((a.when ?? "") < (b.when ?? "") ? -1 : (a.when ?? "") > (b.when ?? "") ? 1 : a.at - b.at));
    const when = new Set(dated.map((one) => one.when));
    const turn = when.size === dated.length && !when.has(null);
    if (!turn && !figures.every(({ sure }) => sure)) continue;
    const order = turn ? dated.map(({ at }) => at) : values;
    const [first, last] = [members[order[0] ?? 0]?.text ?? "", members[order.at(-1) ?? 0]?.text ?? ""];
    const because = turn
      ? `${speaker.name} gave ${first} first, then ${last}: a correction over time.`
      : `${speaker.name} gives both ${first} and ${last}.`;
    flags.push({ kind: turn ? "turn" : "contradiction", speaker, members: order, because });
  }
  return flags.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

/** The first member of each value and bound. */
function distinct(own: readonly number[], members: readonly Placed[]): number[] {
  const seen = new Set<string>();
  return own
    .filter((at) => {
      const { value, upper, bound } = members[at] as Placed;
      const key = `${value} ${upper} ${bound}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, 20);
}

/** `They differ by 619000 (factor 8.64).` or that all can hold, and whoever gives two. */
export function comparison(members: readonly Figure[], flags: readonly FigureFlag[]): string {
  const apart = apartness(members);
  const first =
    apart === null
      ? "All of these can hold together."
      : `They differ by ${apart.difference}${apart.factor === null ? "" : ` (factor ${apart.factor})`}.`;
  return [first, ...flags.map(({ because }) => because)].join(" ");
}
