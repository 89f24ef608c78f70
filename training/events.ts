import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readingsOf } from "../eval/events.ts";
import type { Node } from "../src/alignment/node.ts";
import type { PositionKind, Reading } from "../src/model/index.ts";
import { encoded } from "../src/pipeline.ts";
import { isMarked, type Place } from "./overlap.ts";

const root = resolve(import.meta.dirname, "../test/events");

/** A position of the gold: on which claim, and where it stands. */
type Position = Place & { readonly claim: string; readonly kind: PositionKind };
type Gold = {
  readonly claims: readonly {
    readonly id: string;
    readonly positions: readonly {
      readonly document: string;
      readonly evidence: string;
      readonly position: PositionKind;
    }[];
  }[];
};

/** An event of `test/events` as the product reads it, with what the gold has of a proposition. */
export function eventOf(name: string): {
  readonly readings: readonly Reading[];
  readonly goldOf: (node: Node) => readonly Position[];
} {
  const gold = JSON.parse(readFileSync(join(root, name, "claims.json"), "utf8")) as Gold;
  const readings = readingsOf(name).map(encoded);
  const places = gold.claims.flatMap(({ id, positions }) =>
    positions.map(({ document, evidence, position: kind }): Position => {
      const text = readings.find((reading) => reading.document.uri === document)?.document.text ?? "";
      const start = text.indexOf(evidence);
      return { claim: id, kind, document, start, end: start + evidence.length };
    }),
  );
  const goldOf = (node: Node): readonly Position[] => places.filter((place) => isMarked(node, place));
  return { readings, goldOf };
}
