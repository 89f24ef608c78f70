import { expect, test } from "vitest";
import type { Actor, Reading } from "../model/index.ts";
import { namingsOf } from "./same.ts";
import { statesOf } from "./states.ts";

const actor = (id: string, name: string, kind: Actor["kind"], ...names: string[]): Actor => ({
  id,
  name,
  kind,
  names: [name, ...names],
});

const reading = (...actors: Actor[]): Reading => ({ actors }) as unknown as Reading;

const readings = [
  reading(
    actor("org:aube-claire", "Aube Claire", "organization"),
    actor("organization:armee-de-tarsie", "armée de Tarsie", "organization", "l'armée de Tarsie"),
    actor("person:tarse", "Tarsie", "person"),
    actor("person:lind-oda", "Oda Lind", "person", "préfète"),
    actor("organization:syndicat-des-marins", "syndicat des marins", "organization"),
    actor("group:pompiers", "pompiers", "group"),
    actor("person:brandt-karl", "Karl Brandt", "person", "ministre russe des Transports"),
    actor("person:adler-ines", "Ines Adler", "person", "opposante russe"),
    actor("person:velt-oskar", "Oskar Velt", "person", "ministre de l'Intérieur"),
    actor("person:moll-ida", "Ida Moll", "person", "ministre harnaise de l'Intérieur"),
    actor("person:kast-uwe", "Uwe Kast", "person", "ancien préfet"),
    actor("organization:prefecture-de-loire", "préfecture de Loire", "organization"),
  ),
  reading(
    actor("organization:group-aube-claire", "group Aube Claire", "organization", "Aube Claire"),
    actor("organization:tarsia-s-army", "Tarsia's army", "organization"),
    actor("person:lind", "Lind", "person"),
    actor("person:lind-bela", "Bela Lind", "person"),
    actor("organization:dockers-union", "dockers' union", "organization"),
    actor("anonymous:firefighters", "firefighters", "anonymous"),
  ),
];

test.each([
  ["org:aube-claire", "organization:group-aube-claire", "certain"],
  ["organization:armee-de-tarsie", "organization:tarsia-s-army", "possible"],
  ["person:lind-oda", "person:lind", "certain"],
  ["person:lind-oda", "person:lind-bela", null],
  ["organization:syndicat-des-marins", "organization:dockers-union", null],
  ["group:pompiers", "anonymous:firefighters", "possible"],
  ["org:aube-claire", "person:tarse", null],
  ["state:RU", "state:UA", null],
])("tells whether %s and %s are one", (a, b, expected) => {
  const { same } = namingsOf(readings);
  expect(same(a, b)).toBe(expected);
  expect(same(b, a)).toBe(expected);
});

test("finds a country in the name of its army, not the other way round", () => {
  const { within } = namingsOf(readings);
  expect(within("person:tarse", "organization:armee-de-tarsie")).toBe(true);
  expect(within("person:tarse", "organization:tarsia-s-army")).toBe(true);
  expect(within("organization:armee-de-tarsie", "person:tarse")).toBe(false);
});

test.each([
  ["state:RU", "state:RU"],
  ["seat:kremlin", "state:RU"],
  ["ministry:defence:RU", "state:RU"],
  ["air-force:UA", "state:UA"],
  ["person:brandt-karl", "state:RU"],
  ["person:adler-ines", null],
  ["outlet:afp", null],
  ["person:velt-oskar", "state:?"],
  ["organization:prefecture-de-loire", "state:?"],
  ["person:moll-ida", null],
  ["person:kast-uwe", null],
  ["org:amazon", null],
  ["group:pompiers", null],
])("knows for which state %s speaks: %s", (id, state) => {
  expect(statesOf(readings)(id)).toBe(state);
});

test("an office is known with its portfolio; a ministry of a listed state by that state alone", () => {
  const states = statesOf([
    reading(
      actor("organization:ministere-des-telecommunications", "ministère des Télécommunications", "organization"),
      actor("organization:ministere-de-russie", "ministère de Russie", "organization"),
      actor("organization:gouvernement-regional", "gouvernement régional", "organization"),
    ),
  ]);
  expect(states("organization:ministere-des-telecommunications")).toBe("state:?");
  expect(states("organization:ministere-de-russie")).toBe(null);
  expect(states("organization:gouvernement-regional")).toBe(null);
});

test("who holds office in a country that no list has speaks for it", () => {
  const states = statesOf([
    reading(
      actor("state:tars", "Tarsie", "state"),
      actor("person:pel-ugo", "Ugo Pell", "person", "président tarsien"),
      actor("person:mol-ida", "Ida Moll", "person", "ministre tarsienne des Affaires étrangères"),
      actor("person:kern-ivo", "Ivo Kern", "person", "ancien ministre tarsien"),
      actor("person:lund-ana", "Ana Lund", "person", "romancière tarsienne"),
      actor("organization:tarsian-army", "Tarsian army", "organization"),
      actor("state:federation-du-travail", "Fédération du travail", "state", "La Fédération du travail"),
      actor("person:ost-jean", "Jean Ost", "person", "ministre du Travail"),
      actor("organization:tarsian-film-club", "Tarsian film club", "organization"),
    ),
  ]);
  const all = ["state:tars", "person:pel-ugo", "person:mol-ida", "organization:tarsian-army"];
  expect(all.map(states)).toEqual(all.map(() => "state:tars"));
  expect(states("person:ost-jean")).toBe("state:?");
  expect(["person:kern-ivo", "person:lund-ana", "organization:tarsian-film-club"].map(states)).toEqual([
    null,
    null,
    null,
  ]);
});
