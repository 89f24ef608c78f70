import type { Filter, Ledger } from "../ledger/index.ts";
import { saidOf } from "../ledger/pages.ts";
import type { ActorRef, PositionKind, TextSpan } from "../model/index.ts";
import { listClaims } from "./claims.ts";
import { listDocuments } from "./documents.ts";
import { type Precision, precisionOf } from "./precision.ts";
import { turnsAmong } from "./turns.ts";

/** A position that somebody takes, in the order of time. */
export type TimedPosition = {
  readonly speaker: ActorRef;
  /** When it was said, or else published; ISO 8601, null where neither is known. */
  readonly when: string | null;
  readonly precision: Precision | null;
  /** Whether `when` tells when it was said, or only when it was published. */
  readonly basis: "said" | "published" | null;
  readonly position: PositionKind;
  readonly claim: string;
  readonly proposition: string;
  readonly story: string | null;
  readonly document: string;
  readonly uri: string;
  readonly statement: string;
  readonly evidence: TextSpan;
  /** The position on the same claim that it turns from: denied on Monday, admitted on Thursday. */
  readonly turn: {
    readonly from: PositionKind;
    readonly when: string | null;
    readonly statement: string;
    readonly document: string;
  } | null;
};

/** Everybody's positions over time, one speaker after another, turns marked; `turns`: only of those who turn. */
export async function listPositions(
  ledger: Ledger,
  filter: Filter & { readonly turns?: boolean } = {},
): Promise<TimedPosition[]> {
  const { turns, ...rest } = filter;
  const claims = await listClaims(ledger, rest);
  const documents = new Map((await listDocuments(ledger, { story: rest.story })).map((one) => [one.id, one]));
  const said = await saidOf(ledger, [
    ...new Set(claims.flatMap(({ positions }) => positions.map(({ document }) => document))),
  ]);
  const wanted = rest.actor?.toLowerCase();
  const found = claims.flatMap(({ id, proposition, story, positions }) =>
    positions.flatMap(({ speaker, position, document, uri, statement, evidence }): TimedPosition[] => {
      if (speaker.id === "author" || speaker.id === "unnamed") return [];
      if (wanted !== undefined && speaker.id.toLowerCase() !== wanted && !speaker.name.toLowerCase().includes(wanted))
        return [];
      const own = said.get(`${document} ${statement}`);
      const spoken = own !== undefined && /^\d{4}/.test(own) ? own : null;
      const when = spoken ?? documents.get(document)?.published ?? null;
      const basis = spoken !== null ? "said" : when === null ? null : "published";
      const what = { position, claim: id, proposition, story, document, uri, statement, evidence, turn: null };
      return [{ speaker: { id: speaker.id, name: speaker.name }, when, precision: precisionOf(when), basis, ...what }];
    }),
  );
  const ordered = withTurns(found);
  if (turns !== true) return ordered;
  const turning = new Set(
    ordered.flatMap(({ turn, speaker, claim }) => (turn === null ? [] : [`${speaker.id} ${claim}`])),
  );
  return ordered.filter(({ speaker, claim }) => turning.has(`${speaker.id} ${claim}`));
}

/** In order of speaker and time; a turn is a later stand on the other side. What is said at once is none. */
export function withTurns(positions: readonly TimedPosition[]): TimedPosition[] {
  const ordered = [...positions].sort(
    (a, b) =>
      order(a.speaker.name, b.speaker.name) ||
      order(a.speaker.id, b.speaker.id) ||
      order(a.when ?? "9999", b.when ?? "9999") ||
      order(a.document, b.document) ||
      a.evidence.start - b.evidence.start,
  );
  const turns = turnsAmong(ordered, ({ speaker, claim, position, when }) => ({
    speaker: speaker.id,
    claim,
    position,
    when,
  }));
  return ordered.map((one) => {
    const before = turns.get(one);
    if (before === undefined) return one;
    const { position: from, when, statement, document } = before;
    return { ...one, turn: { from, when, statement, document } };
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
