import { expect, test } from "vitest";
import { agreement, pairsOfClaims } from "../../bench/truth.ts";
import { readingsOf } from "../../eval/events.ts";
import { encoded, relate } from "../../src/pipeline.ts";
import { reprintOf } from "./reprint.ts";

// An agency's dispatch is printed by many papers: what is one claim must not depend on by how many.

test.each(["takeover", "court", "river", "ferry", "strike", "convoy"])(
  "%s, one article of it reprinted by six",
  { timeout: 120_000 },
  (event) => {
    const readings = readingsOf(event).map(encoded);
    const [first] = readings;
    if (first === undefined) throw new Error("No texts");
    const reprints = Array.from({ length: 6 }, (_, at) => reprintOf(first, `Journal numéro ${at}`));
    const own = new Set<string>(readings.map(({ document }) => document.id));
    const alone = relate(readings);
    const reprinted = relate([...readings, ...reprints]);
    const originals = reprinted.claims.map((claim) => ({
      ...claim,
      positions: claim.positions.filter(({ document }) => own.has(document)),
    }));
    const agreed = agreement(pairsOfClaims({ ...reprinted, claims: originals }), pairsOfClaims(alone));
    expect(agreed).toBeGreaterThanOrEqual(0.97);
  },
);
