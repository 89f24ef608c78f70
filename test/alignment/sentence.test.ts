import { expect, test } from "vitest";
import { nodesOf } from "../../src/alignment/node.ts";
import { sentenceOf } from "../../src/alignment/sentence.ts";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture } from "../../src/pipeline.ts";

/** Sentence of the one statement in a text. */
function told(text: string, language: string): string {
  const reading = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt", language }));
  const nodes = nodesOf(reading, (actor) => actor).filter(({ statement }) => statement !== null);
  return sentenceOf(nodes, false);
}

test.each([
  ["fr", "La société Brenol nie avoir fermé la mine de Harn.", /^.*Brenol a fermé la mine de Harn\.$/],
  ["fr", "Le maire dément que la mine de Harn ait rouvert.", /^La mine de Harn a rouvert\.$/],
  ["en", "Karl Stenn denied having sold the shipyard.", /^Karl Stenn has sold the shipyard\.$/],
])("a claim is a plain sentence: %s %s", (language, text, expected) => {
  expect(told(text, language)).toMatch(expected);
});
