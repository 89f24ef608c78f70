import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import type { Position } from "../model/index.ts";
import { readCapture } from "../pipeline.ts";
import { isInHand } from "./inhand.ts";

/** Whether an article of the Phare de Harn has before it what its last sentence tells. */
function has(text: string): boolean {
  const reading = readCapture(
    captureBytes(new TextEncoder().encode(`Le Phare de Harn, 4 mai 2031\n\nLa digue\n\n${text}`), { uri: "a.txt" }),
  );
  const end = reading.document.text.trimEnd().length;
  const start = reading.document.text.lastIndexOf(". ", end - 2) + 2;
  const evidence = { start, end, text: reading.document.text.slice(start, end) };
  return isInHand({ evidence } as Position, reading);
}

test.each([
  ["Le Phare s'est procuré cette lettre. Elle met en garde la mairie.", true],
  ["Une note consultée par Le Phare de Harn le montre. La mairie était prévenue.", true],
  ["Nous avons pu consulter le rapport. La mairie était prévenue.", true],
  ["Le Phare publie la note du 27 avril. La mairie était prévenue.", true],
  ["The contract was seen by Le Phare. The town was warned.", true],
  ["Une note consultée par la préfecture le montre. La mairie était prévenue.", false],
  ["« Nous avons reçu la lettre », dit Ivo Kern. La mairie était prévenue.", false],
  ["Le Phare a interrogé huit riverains. La mairie était prévenue.", false],
  ["La lettre est arrivée en mai.\n\nLa pluie est tombée. La mairie était prévenue.", false],
  ["Le Phare s'est procuré cette lettre.\n\nIl pleut. La mairie était prévenue.", false],
])("%s: %s", (text, expected) => {
  expect(has(text)).toBe(expected);
});

test("a paragraph without end is read in part", () => {
  expect(has(`${"nous ".repeat(40_000)}. La mairie était prévenue.`)).toBe(false);
});
