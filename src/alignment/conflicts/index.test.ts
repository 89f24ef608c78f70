import { describe, expect, test } from "vitest";
import { pairOf } from "../../../test/alignment/pair.ts";
import { conflictOf } from "./index.ts";

/** Why the first propositions of two documents of one sentence each can't be one claim. */
const conflict = (language: string, first: string, second: string): string | null =>
  conflictOf(...pairOf(language, first, second))?.why ?? null;

describe("what keeps two propositions apart", () => {
  test.each([
    ["fr", "La mairie a durci le règlement.", "La mairie a assoupli le règlement.", "strengthen is not weaken"],
    ["en", "The mayor was optimistic.", "The mayor was pessimistic.", "optimistic is not pessimistic"],
    ["fr", "Le port a vendu la grue.", "Le port veut vendre la grue.", "meant, not done"],
    ["en", "The port sold the crane.", "The port wants to sell the crane.", "meant, not done"],
    ["fr", "Toutes les grues sont en panne.", "Certaines grues sont en panne.", "all is not part"],
    ["en", "The crew won the first race.", "The crew won the second race.", "1 is not 2"],
    ["fr", "La grue sera plus chère.", "La grue sera moins chère.", "more is not less"],
    [
      "en",
      "The crane was built with a permit.",
      "The crane was built without a permit.",
      "without @allow is not with it",
    ],
    ["fr", "La grue sert si le vent tombe.", "La grue sert parce que le vent tombe.", "if is not because"],
    ["fr", "Quatre passagers sont morts.", "Sept ouvriers ont été tués.", "4 is not 7"],
    ["en", "Unlicensed crews work here.", "Licensed crews work here.", "unlicensed is not licensed"],
    ["en", "Six dockers died in Halden.", "The dead of Halden were buried.", "told, and taken for granted"],
    ["fr", "La ligne 4 est fermée.", "La ligne 7 est fermée.", "4 is not 7"],
    ["fr", "Le ministre de la Santé a signé.", "Le ministre de la Défense a signé.", "health is not @defend"],
    ["fr", "Le pont ne fermera pas avant 2040.", "Le pont fermera l'an prochain.", "not before a time"],
    ["en", "The bridge will not close before 2040.", "The bridge will close next year.", "not before a time"],
    ["fr", "Elle a terminé deuxième.", "Elle a terminé quatrième.", "2 is not 4"],
    [
      "fr",
      "Dora Winfeld a déclaré espérer rencontrer Milo Terkan.",
      "Milo Terkan n'a pas encore de projets concrets pour la rencontrer.",
      "one hopes, another does not plan",
    ],
    [
      "en",
      "Dora Winfeld hopes to meet Milo Terkan.",
      "Milo Terkan has no concrete plans for a meeting.",
      "one hopes, another does not plan",
    ],
    ["en", "The crane nearly sank the boat.", "The crane sank the boat.", "meant, not done"],
    [
      "fr",
      "Le grutier doit de l’argent au docker.",
      "Le docker doit de l’argent au grutier.",
      "the same roles the other way round",
    ],
    [
      "fr",
      "Dora Winfeld a écrit une lettre à Milo Terkan.",
      "Milo Terkan a écrit une lettre à Dora Winfeld.",
      "the same roles the other way round",
    ],
    [
      "fr",
      "Lorvel a livré des grues à Tamrek.",
      "Tamrek a livré des grues à Lorvel.",
      "the same roles the other way round",
    ],
    [
      "fr",
      "Dora Winfeld succède à Milo Terkan.",
      "Milo Terkan a remplacé Dora Winfeld.",
      "the same roles the other way round",
    ],
    [
      "en",
      "Harvel Mills bought the barn from Sorley.",
      "Sorley bought the barn from Harvel Mills.",
      "the same roles the other way round",
    ],
    [
      "en",
      "Marston Foods leased the mill from Tavik.",
      "Tavik leased the mill from Marston Foods.",
      "the same roles the other way round",
    ],
  ])("%s: %s | %s", (language, first, second, why) => {
    expect(conflict(language, first, second)).toBe(why);
    expect(conflict(language, second, first)).not.toBeNull();
  });

  test.each([
    ["what is only said of one side", "fr", "Les grues sont en panne.", "Toutes les grues sont en panne."],
    ["what is meant and what is to come", "fr", "Le port veut vendre la grue.", "Le port vendra la grue."],
    ["words that are one another's denial", "en", "The crane is safe.", "The crane is dangerous."],
    ["a word that only begins like a negation", "fr", "Une information a été donnée.", "Une formation a été donnée."],
    ["who pays and who gets it", "fr", "Le port a payé Ada Lind.", "Ada Lind a été payée par le port."],
    ["what is meant and another deed", "fr", "Le port veut vendre la grue.", "Le port a repeint la grue."],
    [
      "what one and the same hopes, and has no plans for",
      "en",
      "Dora Winfeld hopes to meet Milo Terkan.",
      "Dora Winfeld has no concrete plans for a meeting.",
    ],
    ["one number of one toll", "fr", "Quatre passagers sont morts.", "Quatre ouvriers ont été tués."],
  ])("not: %s", (_, language, first, second) => {
    expect(conflict(language, first, second)).toBeNull();
  });

  test.each([
    ["figures", true, "Quatre passagers sont morts.", "Sept ouvriers ont été tués."],
    ["roles", true, "Dora Winfeld a écrit une lettre à Milo Terkan.", "Milo Terkan a écrit une lettre à Dora Winfeld."],
    ["opposites", false, "La mairie a durci le règlement.", "La mairie a assoupli le règlement."],
    ["deeds", false, "Le port a vendu la grue.", "Le port veut vendre la grue."],
  ])("%s: in an affair, too: %s", (_, everywhere, first, second) => {
    expect(conflictOf(...pairOf("fr", first, second))?.everywhere).toBe(everywhere);
  });

  test("one figure of a kind that both give keeps nothing apart", () => {
    const first = "Le bilan est passé à onze morts, après la découverte de deux corps.";
    expect(conflict("fr", first, "Le naufrage a coûté la vie à onze personnes.")).toBeNull();
    expect(conflict("fr", first, "Le naufrage a coûté la vie à trente personnes.")).not.toBeNull();
  });
});
