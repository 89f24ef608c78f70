import { expect, test } from "vitest";
import { headerDates } from "./header.ts";

test.each([
  ["Publié le 12 novembre 2024 à 10h20\nLe maire dément.", "2024-11-12T10:20", null],
  ["Le maire dément\nPublié le mardi 12 nov. 2024, mis à jour", "2024-11-12", null],
  ["Publié le 1er août 2024 - 09:05\nMis à jour le 2 août 2024", "2024-08-01T09:05", "2024-08-02"],
  ["Published on Tuesday, November 12th, 2024\nThe mayor denies it.", "2024-11-12", null],
  ["Published: 12 Sept 2024 10:20\nUpdated: 2024-09-13T08:00Z", "2024-09-12T10:20", "2024-09-13T08:00Z"],
  ["date: 2024-11\nLe maire dément.", "2024-11", null],
  ["Le maire dément\n\nMardi 12 novembre 2024\n\nKaltenau.", "2024-11-12", null],
  ["Date : 25/11/2024\n", "2024-11-25", null],
  ["Date : 11/25/2024\n", "2024-11-25", null],
])("takes the dates in the head of %j", (text, published, modified) => {
  expect(headerDates(text)).toEqual({ published, modified });
});

test.each([
  "Le 12 novembre 2024, le maire de Kaltenau a démenti.",
  "Date : 03/04/2024\nLe maire dément.",
  "KALTENAU, 12 nov (Agence) — Le maire dément.",
  "Published reports of 12 November 2024 say otherwise.",
  "Publié le 31 février 2024",
  "12 morts en 2024",
  `Le maire dément.${"\n".repeat(9)}12 novembre 2024`,
])("takes no date from %j", (text) => {
  expect(headerDates(text).published).toBeNull();
});
