import { expect, test } from "vitest";
import { detectLanguage } from "./detect.ts";

test.each([
  ["fr", "Le maire dément."],
  ["fr", "Selon lui, non."],
  [
    "fr",
    "Le porte-parole a cité l'agence : “We have no comment on the bridge at this time”, avant de quitter la salle sans répondre aux questions de la presse.",
  ],
  ["en", "The mayor denies it."],
  [
    "en",
    "The spokesman quoted the paper, « Le maire n'a rien vendu à personne », and said that he would not answer any further questions about the bridge.",
  ],
  ["de", "Der Bürgermeister bestreitet den Verkauf der Brücke und weist die Vorwürfe der Zeitung zurück."],
  ["es", "El alcalde niega que el puente se haya vendido a una empresa extranjera."],
  ["it", "Il sindaco nega che il ponte sia stato venduto a una società straniera."],
  ["uk", "Мер заперечує, що міст було продано іноземній компанії."],
  ["ru", "Мэр отрицает, что мост был продан иностранной компании."],
  ["und", ""],
  ["und", "12 000, 1 874"],
  ["und", "Kaltenau, Brandt"],
  ["und", "zzzz qqq xkcd vvv"],
])("is %s: %j", (language, text) => expect(detectLanguage(text)).toBe(language));

test("the language of most of a long text, whatever the sample", () => {
  const french = "Le maire de Kaltenau a démenti les informations du journal, selon son porte-parole. ";
  const english = "The mayor said that the letter did not exist and that the bridge was not for sale. ";
  expect(detectLanguage(english + french.repeat(900))).toBe("fr");
  expect(detectLanguage(french + english.repeat(900) + french)).toBe("en");
});
