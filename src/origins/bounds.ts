import { createHash } from "node:crypto";
import type { Collapse, OriginBounds, OriginGroup } from "../model/index.ts";
import { pageOf } from "./pages.ts";
import { isParty } from "./party.ts";
import type { Root } from "./roots.ts";
import { certainly, possibly, setApart, type Ties } from "./ties.ts";

type Group = { roots: Root[]; reasons: Set<string>; pairs: Pair[] };
/** Two roots that were found to count, or perhaps to count, as one. */
type Pair = { readonly a: Root; readonly b: Root; readonly because: string; readonly certain: boolean };

/**
 * Independence as bounds. Certain collapses (one root, one carrier, reused text, a document with no word of its own on
 * it) lower both; possible ones (a spokesman and his principal, an unnamed source who may be the named official,
 * hedged positions) lower only the lower bound. Each collapse has its reason. The groups are what is left after both.
 * Narrators who name no source, and whoever only mentions it, are groups of their own and are not counted at the lower
 * bound: they may have it from any of the others, or all from one account.
 */
export function boundsOf(roots: readonly Root[], ties: Ties, parties: ReadonlySet<string> = new Set()): OriginBounds {
  if (roots.length === 0) return { lower: 0, upper: 0, groups: [] };
  const certain = joined(
    roots.map((root) => [root]),
    (a, b) => certainly(a, b, roots, ties),
    true,
  );
  const account = fromOneAccount(roots);
  const possible = joined(
    certain.map(({ roots: members }) => members),
    (a, b) => (setApart(a, b) ? null : (possibly(a, b, ties) ?? account(a, b))),
    false,
  );
  const within = new Map(possible.flatMap((group) => group.roots.map((root) => [root, group] as const)));
  for (const { roots: members, reasons, pairs } of certain) {
    const group = members[0] && within.get(members[0]);
    for (const reason of reasons) group?.reasons.add(reason);
    group?.pairs.push(...pairs);
  }
  const own = possible.filter(
    ({ roots: members }) =>
      members.some(({ position }) => position.position === "affirm" || position.position === "deny") &&
      !members.every(mayRetell),
  );
  return {
    lower: Math.max(1, own.length),
    upper: Math.max(1, certain.length),
    groups: possible.map((group) => asGroup(group, ties, parties, possible.length > 1)),
  };
}

/**
 * Narrators who name no source, where others name theirs, may all have it from one account, as may those who only
 * mention on the way what another narrator tells. Not: two papers that tell it, where nobody is named for it at all.
 */
function fromOneAccount(roots: readonly Root[]): (a: Root, b: Root) => string | null {
  const named = roots.some(({ kind }) => kind === "named" || kind === "anonymous");
  const told = roots.some(({ passing }) => passing !== true);
  return (a, b) => {
    if (a.kind !== "author" || b.kind !== "author" || a.position.document === b.position.document) return null;
    if (told && a.passing === true && b.passing === true)
      return `${a.name} and ${b.name} mention it in passing, and may have it from one account.`;
    return named ? `${a.name} and ${b.name} name no source for it, and may have it from one account.` : null;
  };
}

/** Whether it may be had from somebody else: told by a narrator who names no source, or only mentioned on the way. */
const mayRetell = ({ narrates, passing, decided }: Root): boolean =>
  decided === undefined && (narrates === true || passing === true);

function asGroup(
  { roots, reasons, pairs }: Group,
  ties: Ties,
  parties: ReadonlySet<string>,
  beside: boolean,
): OriginGroup {
  const best = [...roots].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1))[0];
  const members = [...new Set(roots.map(({ position }) => position.statement))].sort();
  const printed = new Set(roots.map(({ position }) => position.document)).size;
  if (
    best?.kind === "author" &&
    printed > 1 &&
    roots.some(
      ({ key, position }, at) => at > 0 && key === roots[0]?.key && position.document !== roots[0]?.position.document,
    )
  )
    for (const reason of reasonsForOneText(roots, printed, ties)) reasons.add(reason);
  const because =
    reasons.size > 0
      ? [...reasons].sort().join(" ")
      : members.length > 1
        ? `All of these are the words of ${best?.name}.`
        : beside && best !== undefined && mayRetell(best)
          ? best.passing === true
            ? `${best.name} only mentions it, and may have it from another.`
            : `${best.name} names no source for it, and may have it from another.`
          : `Only ${best?.name} says so.`;
  const decided = roots.flatMap((root) => root.decided ?? []).sort((a, b) => (a.mark.at < b.mark.at ? 1 : -1))[0];
  const collapses = collapsesOf(pairs, roots);
  const party = roots.some((root) => isParty(root, parties, ties.principals));
  const more = {
    ...(best === undefined ? {} : { key: best.key }),
    ...(party ? { party } : {}),
    ...(collapses.length === 0 ? {} : { collapses }),
  };
  if (decided === undefined) return { root: best?.name ?? "", members, because, ...more };
  const told = decided.kind === "apart" ? decided.reason : because;
  return { root: decided.root ?? best?.name ?? "", members, because: told, decided: decided.mark, ...more };
}

/** Why documents are one text: reprinted, rewritten, translated, or versions of one page. */
function reasonsForOneText(roots: readonly Root[], printed: number, { readings, reuse }: Ties): Set<string> {
  const documents = [...new Set(roots.map(({ position }) => position.document))].slice(0, 40);
  const pages = new Set(documents.map((id) => pageOf(readings.get(id)?.document ?? { id, canonical: null, uri: id })));
  const found = new Set<string>();
  for (const [at, a] of documents.entries())
    for (const b of documents.slice(at + 1)) {
      const kind = reuse.get(`${a} ${b}`)?.kind;
      if (kind === "rewritten") found.add("The documents tell the same facts in the same order, in other words.");
      else if (kind === "translated")
        found.add("The documents tell the same facts in the same order, in two languages.");
      else if (kind === "literal" || kind === "near-identical")
        found.add(`One text, or nearly, stands in ${printed} documents.`);
    }
  if (pages.size < documents.length) found.add("Versions of one page count once.");
  if (found.size === 0) found.add(`One text, or nearly, stands in ${printed} documents.`);
  return found;
}

/** The pairs as they are told, with the statements on either side; at most fifty. */
function collapsesOf(pairs: readonly Pair[], roots: readonly Root[]): Collapse[] {
  const members = (key: string): string[] =>
    [...new Set(roots.filter((root) => root.key === key).map(({ position }) => position.statement))]
      .sort()
      .slice(0, 200);
  return pairs
    .filter(({ a, b }) => a.key !== b.key)
    .slice(0, 50)
    .map(({ a, b, because, certain }): Collapse => {
      const side = ({ key, name }: Root) => ({ key, name, members: members(key) });
      return { id: collapseId(a.key, b.key), certain, roots: [side(a), side(b)], because };
    });
}

/** The same whichever comes first: `origin-` and a hash of both keys. */
export const collapseId = (a: string, b: string): string =>
  `origin-${createHash("sha256").update([a, b].sort().join("\n")).digest("hex").slice(0, 16)}`;

const order: readonly Root["kind"][] = ["anonymous", "named", "author", "unnamed"];
const rank = (root: Root): number => order.indexOf(root.kind);

type Judge = (a: Root, b: Root) => string | null;

/** Further groups that each group is compared with: keeps the work linear in crowded claims. */
const reach = 150;

/** Joins parts as long as the judge gives a reason for two of their members. Roots of one key are judged once. */
function joined(parts: readonly (readonly Root[])[], judge: Judge, certain: boolean): Group[] {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  for (const part of parts) {
    const key = part.length === 1 ? (part[0]?.key ?? "") : "";
    const known = key === "" ? undefined : byKey.get(key);
    if (known !== undefined) {
      known.roots.push(...part);
      continue;
    }
    const group: Group = { roots: [...part], reasons: new Set(), pairs: [] };
    groups.push(group);
    if (key !== "") byKey.set(key, group);
  }
  const into = groups.map((_, index) => index);
  const top = (index: number): number => {
    let at = index;
    while (into[at] !== at) at = into[at] ?? at;
    return at;
  };
  const reasons = groups.map(({ reasons: own }) => new Set(own));
  const pairs: Pair[][] = groups.map(() => []);
  const named = groups.map(isNamed);
  /** Who is named is one with who is named by a reason of their own, not since somebody unnamed may be either. */
  const join = (i: number, j: number): void => {
    const [a, b, x, y] = [groups[i], groups[j], top(i), top(j)];
    if (a === undefined || b === undefined || x === y) return;
    if (named[x] === true && named[y] === true && !(isNamed(a) && isNamed(b))) return;
    const found = reasonBetween(a, b, judge);
    if (found === null) return;
    into[y] = x;
    named[x] ||= named[y] === true;
    for (const other of [found.because, ...(reasons[y] ?? [])]) reasons[x]?.add(other);
    pairs[x]?.push({ ...found, certain }, ...(pairs[y] ?? []));
  };
  for (const first of [true, false])
    for (let i = 0; i < groups.length; i++)
      for (let j = i + 1; j < Math.min(groups.length, i + reach); j++) {
        const [a, b] = [groups[i], groups[j]];
        if (a !== undefined && b !== undefined && (isNamed(a) && isNamed(b)) === first) join(i, j);
      }
  const result = new Map<number, Group>();
  groups.forEach(({ roots }, index) => {
    const at = top(index);
    const group = result.get(at) ?? { roots: [], reasons: reasons[at] ?? new Set(), pairs: pairs[at] ?? [] };
    result.set(at, group);
    group.roots.push(...roots);
  });
  return [...result.values()];
}

const isNamed = ({ roots }: Group): boolean => roots.some(({ kind }) => kind === "named");

function reasonBetween(a: Group, b: Group, judge: Judge): Omit<Pair, "certain"> | null {
  for (const x of distinct(a))
    for (const y of distinct(b)) {
      const reason = judge(x, y) ?? judge(y, x);
      if (reason !== null) return { a: x, b: y, because: reason };
    }
  return null;
}

/** One root a key and document, at most twenty. */
const distinct = ({ roots }: Group): Root[] =>
  [
    ...new Map(
      roots.map((root) => [`${root.key} ${root.position.document} ${root.decided?.mark.decision ?? ""}`, root]),
    ).values(),
  ].slice(0, 20);
