import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const said = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ evidence, speaker, negated }) => ({ words: evidence.text, who: speaker?.name ?? null, negated }),
  );

test.each([
  ["The council has approved the incinerator.", "The council has approved the incinerator", "council", false],
  ["Le conseil de Sorn a approuvé le tunnel.", "Le conseil de Sorn a approuvé le tunnel", "conseil de Sorn", false],
  ["Dora Winfeld n'a pas approuvé le tunnel.", "Dora Winfeld n'a pas approuvé le tunnel", "Dora Winfeld", true],
])("a stand on a thing is what is said: %s", (text, words, who, negated) => {
  expect(said(text)).toContainEqual({ words, who, negated });
  expect(said(text)).toHaveLength(1);
});

test.each([
  ["Le maire de Sorn a salué la fermeture du port.", "la fermeture du port"],
  ["Le maire de Sorn s'est félicité que le port soit fermé.", "le port soit fermé"],
])("not where the words say that something is so or happened: %s", (text, words) => {
  expect(said(text).map((one) => one.words)).toContain(words);
});

test("inside of another's words those say so, once", () => {
  const all = said("Le conseil de Sorn a approuvé le tunnel, a dit Dora Winfeld.").map(({ words }) => words);
  expect(all).toEqual(["Le conseil de Sorn a approuvé le tunnel"]);
});
