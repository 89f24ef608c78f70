import { describe, expect, test } from "vitest";
import type { Cluster } from "./claims.ts";
import type { Node } from "./node.ts";
import { aimOf, targetOf } from "./verdicts.ts";

const reading = {};

type Said = {
  readonly by?: string;
  readonly names?: string;
  readonly near?: number;
  readonly judges?: string;
  readonly text?: string;
};

/** A proposition in a sentence of the document; `near` is the cosine with what lies along the first cell, as verdicts do. */
function node(sentence: number, { by, names, near = 1, judges, text }: Said = {}): Node {
  const vector = Int8Array.from([127 * near, 127 * Math.sqrt(1 - near ** 2)]);
  const statement =
    by === undefined ? null : { act: "assert", factuality: "CT+", speaker: { id: by }, speaksFor: null };
  return {
    reading,
    statement,
    vector,
    proposition: {
      id: `p${sentence}`,
      sentence,
      evidence: { start: 100 * sentence, end: 100 * sentence + 50, text: text ?? `Said ${sentence} at ${near}.` },
      actors: names === undefined ? [] : [names],
      negated: false,
      judges,
    },
  } as unknown as Node;
}

const claim = (...nodes: Node[]): Cluster =>
  ({ nodes, held: new Map(nodes.map((one) => [one, 0.4])) }) as unknown as Cluster;

describe("what a verdict is about", () => {
  test("of two that lie as close to it, what was told last", () => {
    const [early, late] = [claim(node(1)), claim(node(4))];
    expect(targetOf(node(5), [early, late])?.cluster).toBe(late);
    expect(targetOf(node(5), [late, early])?.cluster).toBe(late);
  });

  test("of two told as near, what lies closer to it; what belongs to the claim elsewhere counts too", () => {
    const [far, close] = [claim(node(4, { near: 0.2 })), claim(node(4, { near: 0.8 }))];
    expect(targetOf(node(5), [far, close])?.cluster).toBe(close);
    const elsewhere = { ...node(90), reading: {} } as Node;
    const told = claim(node(4, { near: 0.2 }), elsewhere, elsewhere);
    expect(targetOf(node(5), [far, told])?.cluster).toBe(told);
    expect(aimOf(node(5), [elsewhere])).toBe(null);
  });

  test("the same words printed again make a claim no closer", () => {
    const told = [node(4, { near: 0.2 }), node(4, { near: 0.8, text: "Said." })];
    const again = [...told, ...Array.from({ length: 9 }, () => ({ ...told[1], reading: {} }) as Node)];
    expect(aimOf(node(5), again)).toEqual(aimOf(node(5), told));
  });

  test("a claim of very many wordings is looked at in part", () => {
    const { vector } = node(1, { near: 0.5 });
    let looks = 0;
    const many = Array.from({ length: 5000 }, (_, at) =>
      Object.defineProperty(node(at), "vector", {
        get: () => {
          looks++;
          return vector;
        },
      }),
    );
    expect(aimOf(node(4999), many)?.measures[0]).toBeCloseTo(0.5, 1);
    expect(looks).toBeGreaterThan(2);
    expect(looks).toBeLessThan(200);
  });

  test("the surer, the closer and the nearer it is; a verdict that has no vector goes by what was told last", () => {
    const held = [node(5), node(4), node(1), node(1, { near: 0 })].map((one) => targetOf(node(5), [claim(one)])?.held);
    expect(held).toEqual([...held].sort((a = 0, b = 0) => b - a));
    expect(Math.min(...held.map((one = 0) => one))).toBeGreaterThan(0);
    const bare = { ...node(5), vector: null } as Node;
    const [early, late] = [claim(node(1)), claim(node(4, { near: 0 }))];
    expect(targetOf(bare, [early, late])).toEqual({ cluster: late, held: undefined });
  });

  test("never what its own speaker states, nor what the document tells behind it or long before", () => {
    const verdict = node(15, { by: "person:vern" });
    expect(targetOf(verdict, [claim(node(14, { by: "person:vern" }))])).toBe(null);
    expect(targetOf(verdict, [claim(node(16)), claim(node(2))])).toBe(null);
    const reported = claim(node(16, { by: "person:stane" }));
    expect(targetOf(verdict, [reported])?.cluster).toBe(reported);
  });

  test("what whom it names says, before what was told last", () => {
    const [named, last] = [claim(node(2, { by: "org:union" })), claim(node(4, { by: "org:party" }))];
    expect(targetOf(node(5, { names: "org:union" }), [named, last])?.cluster).toBe(named);
  });

  test("what its own sentence says that it judges, as surely as that is of its claim", () => {
    const [judged, last] = [claim(node(5, { near: 0 })), claim(node(4))];
    expect(targetOf(node(5, { judges: "p5" }), [judged, last])).toMatchObject({ cluster: judged, held: 0.4 });
    expect(targetOf(node(5, { judges: "p4" }), [claim(node(4, { near: 0 })), last])?.cluster).toBe(last);
  });

  test("what was stated last that it takes up, where nothing may be judged", () => {
    const own = claim(node(4, { by: "person:vern" }));
    expect(targetOf(node(5, { by: "person:vern" }), [own])).toBe(null);
    expect(targetOf(node(5, { by: "person:vern", judges: "p4" }), [own])).toMatchObject({ cluster: own, held: 0.4 });
  });
});
