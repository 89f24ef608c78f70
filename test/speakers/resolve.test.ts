import { describe, expect, test } from "vitest";
import type { Act, Document, Factuality } from "../../src/model/index.ts";
import type { RawAttribution, Source } from "../../src/statements/attribution.ts";
import { resolve } from "../../src/statements/speakers/index.ts";
import { byHand } from "./hand.ts";

const document = { id: "sha256:0", uri: "-", language: "fr", text: "", outlet: null } as unknown as Document;

const blocks = [
  `La le DET 2 det Gender=Fem
porte-parole porte-parole NOUN 12 nsubj
du de ADP 4 case
ministère ministère NOUN 2 nmod
de de ADP 7 case
l' le DET 7 det
+Eau eau NOUN 4 nmod
+, , PUNCT 9 punct
Irina Irina PROPN 2 appos
Valdova Valdova PROPN 9 flat:name
+, , PUNCT 9 punct
affirme affirmer VERB 0 root Mood=Ind|Tense=Pres
que que SCONJ 17 mark
la le DET 15 det
digue digue NOUN 17 nsubj
pourrait pouvoir AUX 17 aux Mood=Cnd
céder céder VERB 12 ccomp VerbForm=Inf
+. . PUNCT 12 punct`,
  `Elle elle PRON 2 nsubj Gender=Fem
ajoute ajouter VERB 0 root Mood=Ind
que que SCONJ 7 mark
Moscou Moscou PROPN 7 nsubj
n' ne ADV 7 advmod Polarity=Neg
+a avoir AUX 7 aux Mood=Ind
rien rien PRON 2 obj
+. . PUNCT 2 punct`,
];
const analysis = byHand("fr", blocks, [
  ["Irina Valdova", "person", null],
  ["Moscou", "place", null],
]);
const at = (text: string, from = 0) => {
  const start = analysis.text.indexOf(text, from);
  return { start, end: start + text.length };
};

function raw(
  cue: string,
  source: Source,
  content: string,
  act: Act,
  factuality: Factuality,
  parent: number | null = null,
): RawAttribution {
  return {
    rule: "statements/rules/reported",
    reason: { code: "clause", values: [cue] },
    evidence: [],
    content: [at(content)],
    head: null,
    source,
    cue: {
      span: at(cue),
      head: null,
      kind: "verb",
      lemma: cue,
      entry: { lemma: cue, class: "speech", act, factuality, frames: new Set(["that"]) },
      negated: false,
    },
    mode: "indirect",
    quoted: [],
    parent,
    carriers: [],
    reproduced: false,
    score: 0.9,
  };
}

describe("resolve over hand-written parses", () => {
  const phrase = (text: string): Source => ({ kind: "phrase", span: at(text), head: null });
  const { statements, actors, mentions } = resolve(document, analysis, [
    raw(
      "affirme",
      phrase("La porte-parole du ministère de l'Eau, Irina Valdova"),
      "la digue pourrait céder",
      "assert",
      "CT+",
    ),
    raw("ajoute", phrase("Elle"), "Moscou n'a rien", "assert", "CT+"),
    raw("rien", phrase("Moscou"), "a rien", "assert", "CT+", 1),
    raw("céder", { kind: "unnamed" }, "céder", "assert", "CT+", 0),
  ]);
  test("a title gives way to the name, and says for whom she speaks", () => {
    expect(statements[0]?.speaker.name).toBe("Irina Valdova");
    expect(statements[0]?.speaksFor?.name).toBe("ministère de l'Eau");
  });
  test("a modal in the content weakens what is held", () => expect(statements[0]?.factuality).toBe("PS+"));
  test("a pronoun points back to her", () => expect(statements[1]?.speaker.id).toBe("person:valdova-irina"));
  test("a capital that speaks is its state, inside her statement", () => {
    expect(statements[2]?.chain.map(({ name }) => name)).toEqual(["Irina Valdova", "Russia"]);
  });
  test("hearsay is unnamed and anonymous", () => {
    expect(statements[3]?.speaker).toEqual({ id: "unnamed", name: "unnamed", kind: "anonymous" });
    expect(statements[3]?.anonymous).toBe(true);
  });
  test("every reason is a sentence and every actor is listed once", () => {
    for (const { because } of statements) expect(because.reason).toMatch(/^[A-Z“«].*\.$/);
    expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length);
    expect(mentions.every(({ actor }) => actors.some(({ id }) => id === actor))).toBe(true);
  });
  test("an unknown language gives nothing and does not fail", () => {
    expect(resolve(document, { ...analysis, language: "xx" }, []).statements).toEqual([]);
  });
});
