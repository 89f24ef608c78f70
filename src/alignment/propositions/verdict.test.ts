import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const read = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ kind, predicate, negated, reported }) =>
      `${kind} ${predicate}${negated ? " not" : ""}${reported === true ? " open" : ""}`,
  );

test.each([
  ["L'excès de vitesse est « une pure invention de la presse », a lancé la maire, Ida Kroll.", "clause excès not"],
  ["« La fuite est une fable », a dit Paul Vern.", "clause fuite not"],
  ["« Le cessez-le-feu n'est pas une invention », a dit Paul Vern.", "clause cessez-le-feu"],
  ["La piste criminelle est écartée, selon le procureur.", "clause piste not"],
  ["“The leak is pure fiction,” Anna Holt said.", "clause leak not"],
])("a verdict on a matter it names is about that: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["Ces accusations sont fausses, a répondu la ville.", "verdict faux not"],
  ["“These claims are false,” Jon Pell said.", "verdict false not"],
  ["Le candidat a été écarté du scrutin.", "clause écarter"],
  ["Le maire a dénoncé cette vente précipitée.", "clause vente"],
  ["“This hasty sale,” Jon Pell said, “cost us dear.”", "clause sale"],
])("not: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["La mine fuit, selon un syndicat. Jean Brun s'inscrit en faux : « Rien n'est décidé ».", "verdict décider not"],
  ["La mine fuit, selon un syndicat. Jean Brun s'en défend : « Rien n'est décidé ».", "verdict décider not"],
  ["The mine leaks, a union says. “Nothing was decided,” the firm pushed back.", "verdict decide not"],
])("who denies with words that leave it open says no: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["« Rien n'est décidé », a dit Ida Kroll.", "verdict décider open"],
  ["Aucune décision n'a été prise, a dit la mairie.", "verdict prendre open"],
  ["Nothing has been decided, the ministry said.", "verdict decide open"],
  ["La société juge cette affirmation « prématurée ».", "verdict affirmation open"],
  ["“This conclusion is hasty,” Jon Pell said.", "verdict hasty open"],
  ["Rien n'est décidé sans le conseil, a dit la mairie.", "clause décider not"],
])("words that leave open what was said: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["Rien n'indique que le feu soit criminel, a dit le procureur.", "clause criminel not"],
  ["Inspectors have found no evidence that the fire was set by a guard, Jon Pell said.", "clause set not"],
  ["Les enquêteurs ont trouvé la preuve que le feu était criminel, a dit le procureur.", "clause trouver"],
])("what is without any ground is held not to be so: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test("what is not believed is judged, and what is only passed on is no verdict", () => {
  const text = "« On nous dit que le lait est sain. Je n'en crois pas un mot », a dit la maire, Ida Kroll.";
  expect(read(text)).toEqual(["clause dire", "verdict croire not", "clause sain open"]);
  expect(read("« Je ne crois pas le ministre », a dit Paul Vern.")).toEqual(["clause croire not"]);
});

test.each([
  ["Il n'est pas exclu qu'un tir ait eu lieu, a concédé le ministre.", "clause tir"],
  ["It is not impossible that a shell was fired, the minister said.", "clause fire"],
  ["A general dismissed that idea.", "verdict idea"],
  ["La vidéo date en réalité de 2031.", "clause dater"],
])("what is not ruled out, what is taken up, what only sounds like a verdict: %s", (text, expected) => {
  expect(read(text)).toContain(expected);
});

test.each([
  ["The opposition accuses him of covering up the report.", "clause cover"],
  ["La société assure n'avoir vu que deux faux.", "clause voir"],
])("what is done to a report or a fake is no verdict: %s", (text, expected) => {
  expect(read(text).some((one) => one.startsWith(expected))).toBe(true);
});
