import { expect, test } from "vitest";
import { nodesOf } from "../../src/alignment/node.ts";
import { sentenceOf } from "../../src/alignment/sentence.ts";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture, relate } from "../../src/pipeline.ts";

/** Sentence of the one statement in a text. */
function told(text: string, language: string): string {
  const reading = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt", language }));
  const nodes = nodesOf(reading, (actor) => actor).filter(({ statement }) => statement !== null);
  return sentenceOf(nodes, false)?.sentence ?? "";
}

test.each([
  ["fr", "La société Brenol nie avoir fermé la mine de Harn.", /^.*Brenol a fermé la mine de Harn\.$/],
  ["fr", "Le maire dément que la mine de Harn ait rouvert.", /^La mine de Harn a rouvert\.$/],
  ["en", "Karl Stenn denied having sold the shipyard.", /^Karl Stenn has sold the shipyard\.$/],
])("a claim is a plain sentence: %s %s", (language, text, expected) => {
  expect(told(text, language)).toMatch(expected);
});

test("a claim tells which of its words its sentence is made from", () => {
  const texts = [
    "L'usine de Harn, qui emploie 310 personnes, a fermé.",
    "« Nous n'avons pas vendu l'usine », a dit Luc Tarn.",
  ];
  const readings = texts.map((text, at) =>
    readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt`, language: "fr" })),
  );
  const { claims } = relate(readings);
  expect(claims.length).toBe(2);
  for (const { worded, positions } of claims) {
    const own = positions.filter(({ statement }) => statement === worded?.statement);
    expect(own.map(({ document, uri, evidence }) => ({ document, uri, evidence }))).toContainEqual({
      document: worded?.document,
      uri: worded?.uri,
      evidence: worded?.evidence,
    });
  }
});
