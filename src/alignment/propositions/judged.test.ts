import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const read = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ kind, predicate, negated }) => `${kind} ${predicate}${negated ? " not" : ""}`,
  );

test.each([
  ["Il est faux de dire que le bac est vendu, a affirmé le maire.", "clause vendre not"],
  ["« Dire que la cloche est restée muette, c'est faux », a dit Ida Kroll.", "clause rester not"],
  ["« Prétendre que le bac est vendu est un mensonge », a dit le maire.", "clause vendre not"],
  ["To say the ferry was sold is a lie, the mayor said.", "clause sell not"],
  ["It is false to claim that the ferry was sold, the mayor said.", "clause sell not"],
  ["“It is not true that the ferry was sold,” the mayor said.", "clause sell not"],
  ["Il est faux que le bac n'ait pas été vendu, a dit le maire.", "clause vendre"],
  ["Il ne fait aucun doute que le bac a été vendu, selon le maire.", "clause vendre"],
  ["There is no doubt that the ferry was sold, the mayor said.", "clause sell"],
  ["Il ne fait aucun doute que le bac n'a pas été vendu, selon le maire.", "clause vendre not"],
])("a clause that is called true or false, and nothing else said: %s", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ["Le maire a dit que c'est faux.", "verdict faux not"],
  ["Il est vrai que le bac a été vendu, a dit le maire.", "verdict vrai"],
  ["Dire que le bac a coulé est triste, a dit le maire.", "clause dire"],
  ["Le maire doute que le bac soit vendu.", "clause vendre"],
])("not: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["« Ces allégations sont sans fondement », a dit le maire.", "verdict fondement not"],
  ["These claims have no merit, the mayor said.", "verdict have not"],
  ["Ces accusations n'ont aucun fondement, a dit le maire.", "verdict avoir not"],
  [
    "Le maire a qualifié de « rumeurs sans fondement » les informations du Fanal sur la vente du bac.",
    "clause information not",
  ],
  ["Le fondement de la tour est solide, a dit le maire.", "clause solide"],
])("what is without ground is called false, what rests on its own is not: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test("a count that is held to be no higher is no denial", () => {
  expect(read("Le maire a confirmé que la ville avait rendu quarante clés, « pas une de plus ».")).toEqual([
    "clause rendre",
  ]);
});
