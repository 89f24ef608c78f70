import { anchorOf, shownReading } from "../../ledger/decisions/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Anchor, BodyOf, Claim, DocumentId, Position, Reading, Span, Story } from "../../model/index.ts";
import { findWholeClaim, noSuch } from "./lookup.ts";

export type StatementRef = BodyOf<"split-claim">["positions"][number];
export type ClaimRef = BodyOf<"split-claim">["claim"];
export type StoryRef = BodyOf<"split-story">["story"];

/** Positions by which a claim is found again: enough of them, from as many documents as there are. */
const mostPositions = 40;

/** Anchors into documents, each text loaded once. */
export class Anchors {
  readonly #ledger: Ledger;
  readonly #texts = new Map<string, string>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async at(document: string, span: Span): Promise<Anchor> {
    const text = this.#texts.get(document) ?? (await shownReading(this.#ledger, document))?.document.text;
    if (text === undefined) throw noSuch("document", document);
    this.#texts.set(document, text);
    return anchorOf(document as DocumentId, text, span);
  }

  async claim(claim: Claim): Promise<ClaimRef> {
    const positions: StatementRef[] = [];
    for (const position of spread(claim.positions)) positions.push(await this.position(position));
    return { claim: claim.id, proposition: claim.proposition.slice(0, 2_000), positions };
  }

  async position({ document, statement, evidence }: Position): Promise<StatementRef> {
    return { statement, anchor: await this.at(document, evidence) };
  }
}

/** One position a document first, then further ones. */
function spread(positions: readonly Position[]): Position[] {
  const seen = new Set<string>();
  const first = positions.filter(({ document }) => !seen.has(document) && seen.add(document));
  const rest = positions.filter((position) => !first.includes(position));
  return [...first, ...rest].slice(0, mostPositions);
}

export async function claimRef(ledger: Ledger, id: string): Promise<{ claim: Claim; ref: ClaimRef }> {
  const claim = await findWholeClaim(ledger, id);
  return { claim, ref: await new Anchors(ledger).claim(claim) };
}

/** The positions of a claim that are meant, by the beginnings of their statements' ids. */
export function positionsMeant(claim: Claim, ids: readonly string[]): Position[] {
  const meant = new Set<Position>();
  for (const id of ids) {
    const exact = claim.positions.filter(({ statement }) => statement === id);
    const found = exact.length > 0 ? exact : claim.positions.filter(({ statement }) => statement.startsWith(id));
    if (found.length === 0) throw noSuch("statement", id);
    for (const position of found) meant.add(position);
  }
  return [...meant];
}

export function storyRef({ id, title, documents }: Story): StoryRef {
  return { story: id, title: title.slice(0, 2_000), documents: documents.slice(0, 5_000) };
}

export function textOf(reading: Reading, span: Span): string {
  return reading.document.text.slice(span.start, span.end);
}
