import { identities } from "../../src/alignment/names.ts";
import { type Node, nodesOf } from "../../src/alignment/node.ts";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture } from "../../src/pipeline.ts";

/** What two documents of one sentence each say first, ready to be compared; throws where one says nothing. */
export function pairOf(language: string, first: string, second: string): readonly [Node, Node] {
  const readings = [first, second].map((sentence, at) => {
    const { document, ...rest } = captureBytes(new TextEncoder().encode(sentence), { uri: `${at}.txt` });
    return readCapture({ ...rest, document: { ...document, language } });
  });
  const identity = identities(readings);
  const [a, b] = readings.map((reading) => nodesOf(reading, identity)[0]);
  if (a === undefined || b === undefined) throw new Error("a sentence says nothing");
  return [a, b];
}
