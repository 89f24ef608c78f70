import { createHash } from "node:crypto";
import type { Collapse, OriginBounds, OriginGroup, Reading, Statement } from "../model/index.ts";
import { type Affiliations, houseWords, sameNight, sharedHouse } from "./affiliation.ts";
import { pageOf } from "./pages.ts";
import { isParty } from "./party.ts";
import type { Reuse } from "./reuse.ts";
import type { Root } from "./roots.ts";

type Group = { roots: Root[]; reasons: Set<string>; pairs: Pair[] };
/** Two roots that were found to count, or perhaps to count, as one. */
type Pair = { readonly a: Root; readonly b: Root; readonly because: string; readonly certain: boolean };

/** What is needed to tell which roots may be one. */
export type Ties = {
  readonly readings: ReadonlyMap<string, Reading>;
  /** Shared text, by the two documents' ids joined by a space, either way round. */
  readonly reuse: ReadonlyMap<string, Reuse>;
  /** Who speaks for whom, in any of the documents: `spokesman` to `ministry`. */
  readonly principals: ReadonlyMap<string, ReadonlySet<string>>;
  /** Which house an actor is of, as far as its names tell. */
  readonly affiliations: Affiliations;
};

/**
 * Independence as bounds. Certain collapses (one root, one carrier, reused text, a document with no word of its own on
 * it) lower both; possible ones (a spokesman and his principal, an unnamed source who may be the named official,
 * hedged positions) lower only the lower bound. Each collapse has its reason.
 */
export function boundsOf(roots: readonly Root[], ties: Ties, parties: ReadonlySet<string> = new Set()): OriginBounds {
  if (roots.length === 0) return { lower: 0, upper: 0, groups: [] };
  const certain = joined(
    roots.map((root) => [root]),
    (a, b) => certainly(a, b, roots, ties),
    true,
  );
  const possible = joined(
    certain.map(({ roots: members }) => members),
    (a, b) => possibly(a, b, ties),
    false,
  );
  const within = new Map(possible.flatMap((group) => group.roots.map((root) => [root, group] as const)));
  for (const { roots: members, reasons, pairs } of certain) {
    const group = members[0] && within.get(members[0]);
    for (const reason of reasons) group?.reasons.add(reason);
    group?.pairs.push(...pairs);
  }
  const firm = possible.filter(({ roots: members }) =>
    members.some(({ position }) => position.position === "affirm" || position.position === "deny"),
  );
  return {
    lower: Math.max(1, firm.length),
    upper: Math.max(1, certain.length),
    groups: possible.map((group) => asGroup(group, ties, parties)),
  };
}

function asGroup({ roots, reasons, pairs }: Group, ties: Ties, parties: ReadonlySet<string>): OriginGroup {
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
  for (let i = 0; i < groups.length; i++) {
    for (let j = i + 1; j < Math.min(groups.length, i + reach); j++) {
      const [a, b, x, y] = [groups[i], groups[j], top(i), top(j)];
      if (a === undefined || b === undefined || x === y) continue;
      const found = reasonBetween(a, b, judge);
      if (found === null) continue;
      into[y] = x;
      for (const other of [found.because, ...(reasons[y] ?? [])]) reasons[x]?.add(other);
      pairs[x]?.push({ ...found, certain }, ...(pairs[y] ?? []));
    }
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

function certainly(a: Root, b: Root, all: readonly Root[], { reuse }: Ties): string | null {
  const decided = together(a, b);
  if (decided !== null) return decided;
  if (setApart(a, b)) return null;
  if (a.key === b.key) return `All of these are the words of ${a.name}.`;
  const carrier = b.carriers.at(-1);
  if (b.kind === "anonymous" && carrier?.id === a.key)
    return `${a.name} rests on the sources that it quotes without naming them.`;
  if (a.position.document === b.position.document && b.carriers.some(({ id }) => id === a.key))
    return `${a.name} only relays ${b.name}.`;
  if (carrier !== undefined && b.kind === "unnamed" && carrier.id === a.key) return `${a.name} gives no other source.`;
  const sameDocument = a.position.document === b.position.document;
  if (sameDocument && (a.kind === "author" || a.kind === "unnamed") && (b.kind === "named" || b.kind === "anonymous")) {
    const choice = all.filter(
      (root) => root.position.document === a.position.document && root.kind !== "author" && root.kind !== "unnamed",
    );
    if (new Set(choice.map(({ key }) => key)).size >= 1)
      return `The document names ${b.name} for it and has no other source of its own.`;
  }
  if (sameDocument && a.kind === "author" && b.kind === "unnamed")
    return "The document says it in its own voice and as hearsay; it names no other source.";
  if (a.kind === "author" && b.kind === "author") {
    const one = shared(reuse, a, b);
    if (one !== undefined && (one.kind === "literal" || one.kind === "near-identical")) {
      return `One text: the documents share ${Math.round(one.share * 100)} % of their words in sequence.`;
    }
  }
  return null;
}

const shared = (reuse: Ties["reuse"], a: Root, b: Root): Reuse | undefined =>
  reuse.get(`${a.position.document} ${b.position.document}`);

/** Why a person holds that two roots are one; null where nobody decided so. */
function together({ decided: a, key }: Root, { decided: b, key: other }: Root): string | null {
  const same = a !== undefined && a.mark.decision === b?.mark.decision;
  return same && (a.kind === "same" || key === other) ? a.reason : null;
}

/** What a person set apart is joined with nothing else. */
const setApart = (a: Root, b: Root): boolean =>
  a.key !== b.key && (a.decided?.kind === "apart" || b.decided?.kind === "apart");

function possibly(a: Root, b: Root, { principals, reuse, affiliations, readings }: Ties): string | null {
  if (setApart(a, b)) return null;
  if (principals.get(a.key)?.has(b.key)) return `${a.name} speaks for ${b.name}.`;
  for (const one of principals.get(a.key) ?? [])
    if (principals.get(b.key)?.has(one)) return `${a.name} and ${b.name} speak for one principal.`;
  if (
    principals.has(a.key) &&
    a.kind === "named" &&
    b.kind === "named" &&
    a.position.document === b.position.document
  ) {
    return `${a.name} speaks for others, and may give the words of ${b.name}.`;
  }
  if (a.kind === "anonymous" && b.kind === "anonymous") return "Sources that are not named may be the same.";
  if (a.kind === "anonymous" && b.kind === "named" && a.position.document === b.position.document) {
    return `The source that is not named may be ${b.name}.`;
  }
  if (a.draws !== undefined && (b.key === a.draws.key || b.draws?.key === a.draws.key))
    return `${a.name} draws on ${a.draws.name}.`;
  const together = sameNight(instantOf(a, readings), instantOf(b, readings));
  if (together && a.kind === "anonymous" && (b.kind === "named" || b.kind === "anonymous")) {
    const house = sharedHouse(
      houseWords(a.position.speaker.name),
      affiliations.get(b.position.speaker.id) ?? new Set(),
    );
    if (house.length > 0)
      return `The source that is not named is of the house of ${b.name}, and spoke in the same night.`;
  }
  if (together && a.kind === "named" && b.kind === "named" && isHouse(b) && !isHouse(a)) {
    const own = affiliations.get(a.position.speaker.id) ?? new Set();
    const words = houseWords(b.name);
    if (words.length > 0 && sharedHouse(words, own).length === words.length)
      return `${a.name} is of ${b.name}, and spoke in the same night.`;
  }
  if (a.kind === "unnamed") return "What is only hearsay may go back to the same source.";
  if (
    a.position.document !== b.position.document &&
    shared(reuse, a, b) !== undefined &&
    a.kind === "author" &&
    b.kind === "author"
  ) {
    return shared(reuse, a, b)?.kind === "partial"
      ? "The documents share passages word for word."
      : "The documents tell some of the same facts in the same order.";
  }
  return null;
}

/** When the words were said, or else published. */
function instantOf({ statement, position }: Root, readings: Ties["readings"]): string | null {
  return statement?.said ?? readings.get(position.document)?.document.published ?? null;
}

const isHouse = ({ position }: Root): boolean =>
  /^(?:organization|org|ministry|state|seat|group):/.test(position.speaker.id);

/** Who speaks for whom, read off statements and off names that hold an actor's own (`le porte-parole du Kremlin`). */
export function principalsOf(readings: readonly Reading[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (speaker: string, principal: string) => {
    if (speaker !== principal) found.set(speaker, (found.get(speaker) ?? new Set()).add(principal));
  };
  for (const { statements } of readings)
    for (const statement of statements)
      if (statement.speaksFor !== null) add(statement.speaker.id, statement.speaksFor.id);
  return found;
}

export type { Statement };
