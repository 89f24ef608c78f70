import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import type { Actor, Reading } from "../model/index.ts";
import { readCapture, relate } from "../pipeline.ts";
import { isSomebodys, officesOf } from "./office.ts";
import { namingsOf } from "./same.ts";

const actor = (id: string, name: string, kind: Actor["kind"], ...names: string[]): Actor => ({
  id,
  name,
  kind,
  names: [name, ...names],
});
const actors = [
  actor("org:sarnel", "Sarnel", "organization"),
  actor("person:ost-jean", "Jean Ost", "person", "patron de Sarnel"),
  actor("person:ost", "Ost", "person"),
  actor("person:bram-lia", "Lia Bram", "person", "ancienne directrice de Sarnel"),
  actor("person:pell-ugo", "Ugo Pell", "person", "comptable de Sarnel"),
  actor("person:aubin-lise", "Lise Aubin", "person", "avocate"),
  actor("person:karst-noe", "Noé Karst", "person", "avocat général"),
  actor("person:lund-ana", "Ana Lund", "person", "rescapée"),
  actor("group:plusieurs-passagers", "Plusieurs passagers", "group"),
  actor("group:pompiers", "pompiers", "group"),
];
const readings = [{ actors } as unknown as Reading];
const offices = officesOf(readings, namingsOf(readings).same);

test.each([
  ["person:ost-jean", true],
  ["person:ost", true],
  ["person:bram-lia", false],
  ["person:pell-ugo", false],
])("tells whether %s holds office in a firm: %s", (person, expected) => {
  expect(offices.holds(person, "org:sarnel")).toBe(expected);
});

test("knows counsel, not the prosecution; people who were there, not who holds office", () => {
  expect(["son entourage", "Her office", "l'entourage", "Sonia Kern"].map(isSomebodys)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(offices.pleads("person:aubin-lise")).toBe(true);
  expect(offices.pleads("person:karst-noe")).toBe(false);
  expect(offices.among("person:lund-ana", "group:plusieurs-passagers")).toBe(true);
  expect(offices.among("person:ost-jean", "group:plusieurs-passagers")).toBe(false);
  expect(offices.among("person:lund-ana", "group:pompiers")).toBe(false);
});

test("what the narrator adds behind somebody's words may be theirs, where they say it elsewhere", () => {
  const bounds = (first: string) => {
    const second = "Le Phare de Harn, 4 mai 2031\n\n« Neuf maisons ont été inondées », a déclaré le maire, Ivo Kern.";
    const texts = [`La Gazette de Harn, 4 mai 2031\n\n${first}`, second];
    const read = texts.map((text, at) =>
      readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` })),
    );
    const claim = relate(read).claims.find(({ positions }) =>
      ["0.txt", "1.txt"].every((uri) => positions.some((one) => one.uri === uri)),
    );
    return claim === undefined ? null : [claim.origins.affirm.lower, claim.origins.affirm.upper, claim.status];
  };
  const quoted = "Selon le maire, Ivo Kern, la digue a cédé à l'aube.";
  expect(bounds(`${quoted} Neuf maisons ont été inondées.`)).toEqual([1, 2, "single-source"]);
  expect(bounds(`${quoted}\n\nNeuf maisons ont été inondées.`)).toEqual([1, 2, "corroborated"]);
});
