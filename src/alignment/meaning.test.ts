import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";

/** Whether two papers' words on one affair are positions on one claim. */
function meet(one: string, other: string): boolean {
  const texts = [one, other].map(
    (sentence) => `Le port d'Orvane change de mains. Le conseil d'Orvane en débat mardi soir. ${sentence}`,
  );
  const { claims } = relate(
    texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))),
  );
  const holds = (text: string, sentence: string) => sentence.includes(text);
  return claims.some(
    ({ positions }) =>
      positions.some(({ uri, evidence }) => uri === "0.txt" && holds(evidence.text, one)) &&
      positions.some(({ uri, evidence }) => uri === "1.txt" && holds(evidence.text, other)),
  );
}

test.each([
  [
    "Le décret permettrait à la société Corvex de vendre le port.",
    "La loi permettrait à Ana Veld de vendre le port.",
    false,
  ],
  [
    "Le décret permettrait à la société Corvex de vendre le port.",
    "La loi autoriserait la société Corvex à vendre le port.",
    true,
  ],
  ["Paul Aubin restera.", "Paul Aubin demeure, assure son avocat.", true],
])("%s / %s: %s", (one, other, expected) => {
  expect(meet(one, other)).toBe(expected);
});
