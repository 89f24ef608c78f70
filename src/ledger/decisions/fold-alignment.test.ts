import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim, Decision, Position } from "../../model/index.ts";
import { relatePart } from "../../pipeline.ts";
import { article } from "../testing.ts";
import { anchorOf } from "./anchor.ts";
import { foldAlignment } from "./fold-alignment.ts";
import { lineAfter } from "./line.ts";
import type { ClaimRef, Parts, PositionRef } from "./parts.ts";
import { readingOf } from "./testing.ts";

const readings = [1, 6, 11, 2].map((n) => readingOf(article(n), `a${n}.txt`));
const related = relatePart(readings);
const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((one) => [one.id, one]));
const parts: Parts = {
  stories: byId(related.stories),
  claims: byId(related.claims),
  figures: byId(related.figures),
  members: related.members,
};
const claims = [...related.claims];

function position({ document, statement, evidence }: Position): PositionRef {
  const text = readings.find((one) => one.document.id === document)?.document.text ?? "";
  return { statement, anchor: anchorOf(document, text, evidence) };
}
const ref = ({ id, proposition, positions }: Claim): ClaimRef => ({
  claim: id,
  proposition,
  positions: positions.map(position),
});

type Choice = { readonly what: number; readonly a: number; readonly b: number };

function logOf(choices: readonly Choice[]): Decision[] {
  const log: Decision[] = [];
  for (const { what, a, b } of choices) {
    const [one, two] = [claims[a % claims.length], claims[b % claims.length]];
    if (one === undefined || two === undefined || one === two) continue;
    const first = one.positions.slice(0, 1).map(position);
    const bodies: Decision["body"][] = [
      { kind: "merge-claims", claims: [ref(one), ref(two)] },
      { kind: "split-claim", claim: ref(one), positions: first, proposition: null },
      { kind: "separate-origins", claim: ref(one), positions: first, root: null },
    ];
    const time = new Date(Date.UTC(2031, 4, 5, 8, 0, log.length)).toISOString();
    const target = { kind: "claim" as const, claim: one.id };
    const body = bodies[what % bodies.length];
    if (body !== undefined) {
      log.push(lineAfter(log.at(-1) ?? null, { author: "ada", time, reason: null, target, anchor: null, body }));
    }
  }
  return log;
}

const choices = fc.array(fc.record({ what: fc.nat(2), a: fc.nat(20), b: fc.nat(20) }), { maxLength: 8 });

test("no position and no member is lost or doubled, whatever is merged and split", () => {
  expect(claims.length).toBeGreaterThan(5);
  const key = ({ document, statement, evidence, position: kind }: Position): string =>
    `${document} ${statement} ${evidence.start} ${kind}`;
  const all = (of: Parts): string[] => [...of.claims.values()].flatMap(({ positions }) => positions.map(key)).sort();
  const members = (of: Parts): string[] => [...of.members.claims.values()].flat().sort();
  fc.assert(
    fc.property(choices, (made) => {
      const folded = foldAlignment(parts, logOf(made)).parts;
      expect([...new Set(all(folded))]).toEqual([...new Set(all(parts))]);
      expect(members(folded)).toEqual(members(parts));
      for (const { id, story } of folded.claims.values()) {
        if (story !== null) expect(folded.stories.get(story)?.claims).toContain(id);
      }
      for (const story of folded.stories.values())
        for (const id of story.claims) expect(folded.claims.has(id)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [null, true],
  ["Le port ferme.", false],
])("what is split off is told in its own words unless somebody names it: %s", (proposition, isOwn) => {
  const one = claims.find(({ positions }) => positions.length > 1) ?? expect.unreachable();
  const [own] = one.positions;
  if (own === undefined) throw new Error("a claim without positions");
  const body = { kind: "split-claim" as const, claim: ref(one), positions: [position(own)], proposition };
  const target = { kind: "claim" as const, claim: one.id };
  const time = "2031-05-05T08:00:00.000Z";
  const log = [lineAfter(null, { author: "ada", time, reason: null, target, anchor: null, body })];
  const made = [...foldAlignment(parts, log).parts.claims.values()].find(({ id }) => !parts.claims.has(id));
  expect(made?.proposition).toBe(proposition ?? own.evidence.text);
  expect(made?.worded?.evidence).toEqual(isOwn ? own.evidence : undefined);
});

test("the same lines give the same parts, and an undone line leaves none of itself", () => {
  fc.assert(
    fc.property(choices, (made) => {
      const log = logOf(made);
      const once = foldAlignment(parts, log);
      expect(foldAlignment(parts, structuredClone(log)).parts).toEqual(once.parts);
      const last = log.at(-1);
      if (last === undefined) return;
      const body = { kind: "undo" as const, decision: last.id };
      const time = "2031-05-06T08:00:00.000Z";
      const undo = lineAfter(last, { author: "bob", time, reason: null, target: last.target, anchor: null, body });
      expect(foldAlignment(parts, [...log, undo]).parts).toEqual(foldAlignment(parts, log.slice(0, -1)).parts);
    }),
    { numRuns: 100 },
  );
});

test("folding what is folded already changes no claim", () => {
  const held = (of: Parts) => [...of.claims.values()].map(({ id, positions, story }) => [id, story, positions]).sort();
  fc.assert(
    fc.property(choices, (made) => {
      // One decision a claim: a split that a later merge took back would be made again.
      const seen = new Set<string>();
      const log = logOf(
        made.filter(({ a, b }) => {
          const both = [a, b].map((n) => claims[n % claims.length]?.id ?? "");
          if (both.some((id) => seen.has(id))) return false;
          for (const id of both) seen.add(id);
          return true;
        }),
      );
      const once = foldAlignment(parts, log).parts;
      expect(held(foldAlignment(once, log).parts)).toEqual(held(once));
    }),
    { numRuns: 100 },
  );
});
