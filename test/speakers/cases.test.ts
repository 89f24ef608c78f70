import { describe, expect, test } from "vitest";
import { casesOf, judge, readText } from "./cases.ts";

/** Share of expectations that hold, a little under what was last measured: a fall below is a fault. */
const floors: readonly (readonly [language: string, name: string, found: number, right: number])[] = [
  ["fr", "speakers", 0.95, 0.93],
  ["fr", "factuality", 0.93, 0.93],
  ["en", "speakers", 0.93, 0.9],
  ["en", "factuality", 0.9, 0.9],
];

describe.each(floors)("%s %s", (language, name, leastFound, leastRight) => {
  const verdicts = casesOf(language, name).flatMap(judge);
  const missing = verdicts.filter(({ found }) => found === null).map(({ text, content }) => `${text} ==> ${content}`);
  const judged = verdicts
    .filter(({ found }) => found !== null)
    .flatMap((verdict) => verdict.judged.map((one) => ({ ...one, text: verdict.text })));
  const wrong = judged
    .filter(({ right }) => !right)
    .map(({ key, wanted, given, text }) => `${key}: ${wanted} ≠ ${given} in ${text}`);

  test("every expectation names words of its text", () => {
    for (const { text, content } of verdicts) expect(text).toContain(content);
  });
  test("statements are found", () => {
    expect(1 - missing.length / verdicts.length, missing.join("\n")).toBeGreaterThanOrEqual(leastFound);
  });
  test("what is found is right", () => {
    expect(1 - wrong.length / judged.length, wrong.join("\n")).toBeGreaterThanOrEqual(leastRight);
  });
});

test("what a speaker rests on is told with its words, and only where the text tells it", () => {
  const [told] = readText("fr", "Selon des documents consultés par le Courrier d'Orvane, le barrage est fissuré.");
  expect(told?.rests?.kind).toBe("document");
  const [silent] = readText("fr", "Selon le maire, le barrage est fissuré.");
  expect(silent?.rests).toBeNull();
});

test("the words that withhold a name are kept", () => {
  const text = "Un diplomate, qui a requis l'anonymat, a déclaré que les pourparlers étaient au point mort.";
  const found = readText("fr", text).find(({ anonymous }) => anonymous);
  expect(found?.anonymityReason?.text).toBe("requis l'anonymat");
});
