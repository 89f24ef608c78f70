import { expect, test } from "vitest";
import { pairOf } from "../../test/alignment/pair.ts";
import { isOtherDeed, isOtherwise } from "./otherwise.ts";

const otherwise = (language: string, first: string, second: string): boolean =>
  isOtherwise(...pairOf(language, first, second));

test.each([
  ["en", "The town cancelled the concert in Halden.", "The town cancelled the parade in Halden."],
  ["en", "The patient died of malaria.", "The patient died of a stroke."],
  ["en", "Ostley signed a gas deal with Tamrek.", "Ostley signed a fishing deal with Tamrek."],
  ["en", "The council approved the bridge.", "The council approved the school."],
  ["fr", "Les pompiers ont manifesté à Saldac.", "Les infirmiers ont manifesté à Saldac."],
])("another thing, doer or cause, %s: %s | %s", (language, first, second) => {
  expect(otherwise(language, first, second)).toBe(true);
});

test.each([
  ["fr", "La police a saisi la voiture.", "La police a saisi le véhicule."],
  ["fr", "Le ministre a reçu une note.", "Le ministre a reçu un rapport."],
  ["en", "The clerk hid the crack.", "The clerk hid nothing."],
])("not words that may be of one thing, %s: %s | %s", (language, first, second) => {
  expect(otherwise(language, first, second)).toBe(false);
});

test.each([
  ["Farmers planted maize in Halden.", "Farmers harvested maize in Halden.", true],
  ["The town made a profit.", "The town made a profit again.", false],
])("what each does, %s | %s", (first, second, apart) => {
  expect(isOtherDeed(...pairOf("en", first, second))).toBe(apart);
});
