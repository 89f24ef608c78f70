import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import type { Leaning } from "../model/index.ts";
import { readCapture, relate } from "../pipeline.ts";
import type { Cluster } from "./claims.ts";
import { denialOf, leaningOtherwise } from "./leaning.ts";
import type { Node } from "./node.ts";

const affirming: Leaning = [99, 1, 0];
const denying: Leaning = [1, 99, 0];

type Said = { readonly negated?: boolean; readonly act?: string; readonly decided?: unknown };

/** A proposition that somebody states. */
const node = (leaning: Leaning | undefined, { negated = false, act = "assert", decided }: Said = {}): Node =>
  ({
    proposition: { kind: "clause", factuality: "CT+", negated, leaning, quantities: [], lemmas: [] },
    statement: { act, factuality: "CT+", because: { rule: "" }, cue: null, decided, parent: null },
  }) as unknown as Node;

const cluster = (...nodes: Node[]): Cluster => ({ nodes, turned: new Set<Node>() }) as unknown as Cluster;

test("the more the words lean to it, the likelier a denial; negative words and the act add to it", () => {
  const chances = [
    denialOf(node(affirming), "affirm"),
    denialOf(node([50, 40, 10]), "affirm"),
    denialOf(node(denying), "affirm"),
    denialOf(node(denying, { negated: true }), "deny"),
    denialOf(node(denying, { negated: true, act: "deny" }), "deny"),
  ];
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
  expect(new Set(chances).size).toBe(chances.length);
  expect(Math.min(...chances)).toBeGreaterThan(0);
  expect(Math.max(...chances)).toBeLessThan(1);
});

test("what reads like an affirmation denies or leaves open where it stands, what reads like a denial affirms", () => {
  const [stated, answer, odd] = [node(affirming), node(denying), node(affirming, { negated: true })];
  expect([...leaningOtherwise(cluster(stated, answer), false)]).toEqual([[answer, "other"]]);
  expect([...leaningOtherwise(cluster(stated, odd), false)]).toEqual([[odd, "other"]]);
  const [open, unsure] = [node([6, 4, 90]), node([12, 8, 80])];
  expect([...leaningOtherwise(cluster(stated, open, unsure), false)]).toEqual([[open, "open"]]);
});

test("what a document tells in its own voice denies where it leans to that more surely than an answer has to", () => {
  const told = (one: Node): Node => ({ ...one, statement: null });
  const [answer, aside, refutation] = [node([10, 86, 4]), told(node([10, 86, 4])), told(node(denying))];
  const found = leaningOtherwise(cluster(node(affirming), answer, aside, refutation), false);
  expect([...found]).toEqual([
    [answer, "other"],
    [refutation, "other"],
  ]);
  const odd = told(node(affirming, { negated: true }));
  expect([...leaningOtherwise(cluster(node(affirming), odd), false)]).toEqual([[odd, "other"]]);
});

test("a claim that is stated negatively, or by nobody else, stays as its words have it", () => {
  const answer = node(denying);
  expect(leaningOtherwise(cluster(node(affirming), answer), true).size).toBe(0);
  expect(leaningOtherwise(cluster(answer), false).size).toBe(0);
  expect(leaningOtherwise(cluster(answer, node(denying)), false).size).toBe(0);
});

test("what somebody decided, hedges or was never read so stays", () => {
  const [stated, decided] = [node(affirming), node(denying, { decided: { by: "ida" } })];
  expect(leaningOtherwise(cluster(stated, decided, node(undefined)), false).size).toBe(0);
});

test("an answer by another fact contests what it answers, in another language too, and says why", () => {
  const claim = relate(
    [
      "HARNOIS — Trois camions ont été frappés mardi à Harnois par un drone. Les camions transportaient des armes, a affirmé le porte-parole de l'armée, le colonel Ivo Brandel. Onze personnes ont été tuées. Le ministère n'a pas donné de preuve. L'armée a montré des photos de caisses vertes. Le convoi venait de Lisvène, où il avait été chargé dans la nuit. Selon la préfecture, il était parti à l'aube avec l'accord des deux camps. L'association Pain pour Harnois affrétait les camions. Elle a suspendu ses livraisons dans la région.",
      "HARNOIS — The charity whose three trucks were hit by a drone at Harnois on Tuesday rejected what the army says of their load. “Flour and oil, that was the cargo,” said Odile Varn, who heads Bread for Harnois. The army maintains that the cargo was arms. Eleven people were killed, the hospital said. Col. Ivo Brandel showed pictures of green crates. The trucks had left Lisvène at dawn. Both sides had agreed to the journey, the prefecture said. The charity has suspended its deliveries.",
    ].map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))),
  ).claims.find(({ positions }) => positions.some(({ evidence }) => evidence.text.includes("armes")));
  expect(claim?.proposition).toBe("Les camions transportaient des armes.");
  const answer = claim?.positions.find(({ evidence }) => evidence.text.startsWith("Flour"));
  expect(answer).toMatchObject({
    position: "deny",
    because: { reason: "Where they stand, the words answer that it is not so." },
  });
  expect(claim?.status).toBe("contested");
});
