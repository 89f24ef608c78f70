import type { Bound, DocumentId, Figure, FigureGroup, Reading } from "../model/index.ts";
import { identifier } from "./identifier.ts";
import type { Identity } from "./names.ts";
import type { NearbyStories } from "./stories.ts";
import { timesConflict } from "./time.ts";

type Member = Figure & { readonly document: DocumentId; readonly uri: string };
type Placed = Member & { readonly story: string | null; readonly words: ReadonlySet<string>; readonly after: string };

const small = new Set(
  "de du des la le les l d un une et en à au aux dans sur par pour plus moins environ près quelque the a an of in on at by and about more than some nearly".split(
    " ",
  ),
);

/** Words of what is counted, without the number. */
export function countedWords(what: string, unit: string): ReadonlySet<string> {
  const words = `${what} ${unit}`
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !small.has(word));
  return new Set(
    words.map((word) =>
      word
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/(?<=\p{L}{3})(?:es|s|x|e)$/u, ""),
    ),
  );
}

/**
 * Figures of one unit in one story. They are compared only within one scope: what is counted, where, when. Everything
 * else is set side by side as not comparable, with the reason.
 */
export function figureGroupsOf(readings: readonly Reading[], nearby: NearbyStories, identity: Identity): FigureGroup[] {
  const buckets = new Map<string, Placed[]>();
  for (const reading of readings) {
    const paragraphs = paragraphIndex(reading);
    for (const figure of reading.figures) {
      if (figure.unit === "") continue;
      const story = nearby(reading.document.id, paragraphs(figure.start))?.id ?? null;
      const placed = {
        ...figure,
        document: reading.document.id,
        uri: reading.document.uri,
        story,
        after: reading.document.text.slice(figure.end, figure.end + 40),
        words: countedWords(figure.what, figure.unit),
      };
      const key = `${story} ${figure.unit.toLowerCase()}`;
      buckets.set(key, [...(buckets.get(key) ?? []), placed]);
    }
  }
  const groups: FigureGroup[] = [];
  for (const figures of [...buckets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list))
    groups.push(...grouped(figures, identity));
  return groups;
}

function grouped(figures: readonly Placed[], identity: Identity): FigureGroup[] {
  const scopes: Placed[][] = [];
  for (const figure of figures) {
    const scope = scopes
      .slice(0, 50)
      .find((members) => members.every((member) => apartReason(member, figure) === null));
    if (scope === undefined) scopes.push([figure]);
    else scope.push(figure);
  }
  const groups: FigureGroup[] = [];
  for (const members of scopes) {
    const parts = members.length === 2 ? partOf(members) : null;
    if (members.length > 1) groups.push(parts ?? group("same", members, comparison(members, identity)));
  }
  const leaders = scopes.map((members) => members[0]).filter((figure) => figure !== undefined);
  for (const [index, figure] of leaders.entries()) {
    const whole = leaders.slice(0, 50).find((other, at) => at !== index && isPart(figure, other));
    if (whole !== undefined) groups.push(group("part-of", [figure, whole], `${figure.text} is part of ${whole.text}.`));
  }
  if (leaders.length > 1) {
    const [first, second] = leaders;
    const why = first && second ? (apartReason(first, second) ?? "another scope") : "another scope";
    groups.push(group("not-comparable", leaders.slice(0, 50), `These are not of one scope: ${why}.`));
  }
  return groups;
}

function group(relation: FigureGroup["relation"], members: readonly Placed[], because: string): FigureGroup {
  const clear = [...members].sort((a, b) => b.what.length - a.what.length || a.start - b.start)[0];
  return {
    id: identifier("figures", [relation, ...members.map(({ document, start }) => `${document} ${start}`)]),
    story: members[0]?.story ?? null,
    quantity: clear?.what || clear?.unit || "",
    relation,
    members: members.map(({ story: _, words: __, after: ___, ...member }) => member),
    because,
  };
}

/** `36 autres drones` are counted beside those before; `62 des 145` are among them. */
function apartReason(a: Placed, b: Placed): string | null {
  if (isPart(a, b) || isPart(b, a)) return "one is part of the other";
  if (
    a.document === b.document &&
    [a, b].some(({ text }) =>
      /(?:^|\s)(?:autres?|others?|another|more|additional|supplémentaires?)(?:\s|$)/iu.test(text),
    )
  ) {
    return "one counts others than the other";
  }
  return difference(a, b);
}

/** Why two figures are not of one scope, or null when they are. */
export function difference(a: Pick<Placed, "scope" | "words">, b: Pick<Placed, "scope" | "words">): string | null {
  const [x, y] = [a.scope, b.scope];
  if (x.place !== null && y.place !== null && fold(x.place) !== fold(y.place)) return `${x.place} is not ${y.place}`;
  if ((x.place === null) !== (y.place === null)) return "only one of them names a place";
  if (x.time !== null && y.time !== null && x.time !== y.time && timesConflict([x.time], [y.time]))
    return `${x.time} is not ${y.time}`;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  const fewer = Math.min(a.words.size, b.words.size);
  if (fewer > 0 && shared / fewer < 0.6) return "they count different things";
  return null;
}

const fold = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** `62 des 145 drones`: the words of the smaller figure name the larger one. */
function isPart(part: Placed, whole: Placed): boolean {
  if (part.document !== whole.document || part.value >= whole.value) return false;
  const match = /^\s*(?:des|de|of|sur|out of)\s+(?:the\s+|les\s+|these\s+)?(\d[\d.,\s]*)/u.exec(part.after);
  const amount = Number(match?.[1]?.replace(/[.,\s]/gu, "") ?? Number.NaN);
  return amount === whole.value;
}

function partOf(members: readonly Placed[]): FigureGroup | null {
  const [a, b] = [...members].sort((x, y) => x.value - y.value);
  if (a === undefined || b === undefined || !isPart(a, b)) return null;
  return group("part-of", [a, b], `${a.text} is part of ${b.text}.`);
}

const low: Readonly<Record<Bound, boolean>> = { "at-least": true, exact: false, about: false, "at-most": false };

/** Whether two figures can both hold: equal, overlapping ranges, or bounds that leave room; `environ` allows a tenth. */
export function compatible(a: Figure, b: Figure): boolean {
  const range = (figure: Figure): [number, number] => {
    const top = figure.upper ?? figure.value;
    if (figure.bound === "about") return [figure.value * 0.9, top * 1.1];
    if (low[figure.bound]) return [figure.value, Number.POSITIVE_INFINITY];
    if (figure.bound === "at-most") return [Number.NEGATIVE_INFINITY, top];
    return [figure.value, top];
  };
  const [x, y] = [range(a), range(b)];
  return x[0] <= y[1] && y[0] <= x[1];
}

function comparison(members: readonly Placed[], identity: Identity): string {
  const values = members.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const parts: string[] = [];
  if (members.slice(0, 50).every((a) => members.slice(0, 50).every((b) => compatible(a, b))))
    parts.push("All of these can hold together.");
  else {
    const factor = least > 0 ? ` (factor ${Number((most / least).toFixed(2))})` : "";
    parts.push(`They differ by ${Number((most - least).toFixed(6))}${factor}.`);
  }
  const spoken = new Map<string, Placed>();
  for (const member of members) {
    const speaker = identity(member.speaker.id);
    const before = spoken.get(speaker);
    if (before !== undefined && speaker !== "author" && !compatible(before, member)) {
      parts.push(`${member.speaker.name} gives both ${before.text} and ${member.text}.`);
    }
    spoken.set(speaker, member);
  }
  return parts.join(" ");
}

/** Paragraph of an offset, from the reading's propositions. */
function paragraphIndex(reading: Reading): (offset: number) => number {
  const places = reading.propositions
    .map(({ evidence, paragraph }) => ({ start: evidence.start, paragraph }))
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return places[Math.max(0, low - 1)]?.paragraph ?? 0;
  };
}
