import { captureBytes } from "../src/capture/index.ts";
import type { Alignment, Capture, Reading } from "../src/model/index.ts";
import { encoded, readCapture } from "../src/pipeline.ts";
import type { GeneratedDocument } from "./generated.ts";

/** A generated document, read by the real reader, as the ledger keeps it. */
export function readGenerated(document: GeneratedDocument): { capture: Capture; reading: Reading } {
  const { text, name: uri, published, language, outlet } = document;
  const captured = captureBytes(new TextEncoder().encode(text), { uri, published, language });
  const capture = { ...captured, document: { ...captured.document, outlet } };
  return { capture, reading: encoded(readCapture(capture)) };
}

/** Pairs of things that are together, each written once. */
export type Pairs = ReadonlySet<string>;

function pairs(groups: Iterable<readonly string[]>): Pairs {
  const found = new Set<string>();
  for (const group of groups) {
    const members = [...new Set(group)].sort();
    for (const [at, one] of members.entries()) for (const other of members.slice(at + 1)) found.add(`${one} ${other}`);
  }
  return found;
}

/** Pairs of positions in one claim. */
export const pairsOfClaims = ({ claims }: Alignment): Pairs =>
  pairs(
    claims.map(({ positions }) =>
      positions.map(({ document, statement, evidence }) => `${document}/${statement}/${evidence.start}`),
    ),
  );

/** Pairs of documents in one story. */
export const pairsOfStories = ({ stories }: Alignment): Pairs => pairs(stories.map(({ documents }) => documents));

/** Pairs of documents that were generated from one story. */
export function storyTruth(documents: readonly string[], stories: readonly number[]): Pairs {
  const groups = new Map<number, string[]>();
  for (const [at, id] of documents.entries()) {
    const story = stories[at] ?? -1;
    groups.set(story, [...(groups.get(story) ?? []), id]);
  }
  return pairs(groups.values());
}

/** F1 of two sets of pairs, 1 when both are empty. */
export function agreement(a: Pairs, b: Pairs): number {
  const both = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 1 : (2 * both) / (a.size + b.size);
}
