import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const read = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(
    ({ predicate, negated, arguments: all, evidence }) =>
      `${negated ? "not " : ""}${predicate} by ${all.find(({ role }) => role === "agent")?.actor ?? "-"}: ${evidence.text}`,
  );

test.each([
  ["Ce sont les Bulgares qui ont tiré les premiers.", "tirer by -: Ce sont les Bulgares qui ont tiré les premiers"],
  ["Ce n'est pas l'armée qui a tiré.", "not tirer by -: Ce n'est pas l'armée qui a tiré"],
  ["It was the army that fired first.", "fire by -: It was the army that fired first"],
])("a cleft says who did it, in one clause: %s", (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test("what somebody is stays what he is", () => {
  expect(read("C'est un rapport qui dérange.")[0]).toMatch(/^rapport/);
});

test.each([
  ["« J'ai gagné l'élection », a lancé Lina Darel.", "gagner by person:darel-lina"],
  ["« C'est moi qui ai gagné l'élection », a lancé Lina Darel.", "gagner by person:darel-lina"],
  ["“I won the election,” Omar Kessel said.", "win by person:kesel-omar"],
])("whoever says I did it: %s", (text, expected) => {
  expect(read(text)[0]?.split(": ")[0]).toBe(expected);
});

test.each([
  ["Lina Darel revendique la victoire.", "victoire by person:darel-lina"],
  ["Omar Kessel a reconnu sa défaite.", "défaite by person:kesel-omar"],
  ["Lina Darel dénonce la victoire d'Omar Kessel.", "victoire by person:kesel-omar"],
])("what somebody claims or owns is theirs: %s", (text, expected) => {
  expect(read(text).map((line) => line.split(": ")[0])).toContain(expected);
});

test.each([
  ["Le lait rend malade, selon Ida Kroll.", []],
  ["Le voleur a rendu la montre, selon Ida Kroll.", ["return"]],
])("what makes somebody so gives nothing back: %s", (text, events) => {
  const { propositions } = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }));
  expect(propositions[0]?.events).toEqual(events);
});

test("what is said of a sale is no sale that was not made", () => {
  expect(read("« Cette vente n'a aucune utilité », a dit Ida Kroll.")[0]).toMatch(/^not avoir/);
  expect(read("« La ville n'a fait aucune vente », a dit Ida Kroll.")[0]).toMatch(/^not vente/);
});

test.each([
  ["Le maire a dit que le pont est loin d'être sûr.", /^not sûr/],
  ["The bridge is anything but safe, Ida Kroll said.", /^not safe/],
  ["The company has yet to answer.", /^not answer/],
  ["Le bac a failli couler.", /^not couler/],
  ["The town forgot to warn the residents.", /^not warn/],
  ["Le bac est loin du port, dit Ida Kroll.", /^loin/],
  ["The company has to answer.", /^(?!not)/],
])("what is far from so, or nearly was: %s", (text, expected) => {
  expect(read(text)[0]).toMatch(expected);
});

test.each([
  ["Personne n'a été blessé.", /^not blesser/],
  ["Nobody was hurt.", /^not hurt/],
  ["Aucun n'était prêt.", /^not prêt/],
  ["Sur la bande, aucun avertissement n'est audible.", /^not audible/],
  ["Aucun élu n'était présent.", /^not présent/],
  ["Le maire n'est nullement responsable.", /^not responsable/],
  ["Neither the mayor nor the prefect was informed.", /^not inform/],
  ["Le maire n'a informé ni la préfète ni la presse.", /^not informer/],
  ["Six personnes sont mortes, pas dix-sept.", /^mort/],
])("what is told of nobody, of neither or in no way: %s", (text, expected) => {
  expect(read(text)[0]).toMatch(expected);
});

test("what nobody does to a thing tells of the thing", () => {
  expect(read("Le maire a signé un accord que personne ne conteste.").map((line) => line.split(" by ")[0])).toEqual([
    "signer",
  ]);
});

test.each([
  ["A diplomat called the report plausible.", false],
  ["Le maire a appelé cela une fable.", false],
  ["The president called the prime minister on Saturday.", true],
  ["Le maire a appelé le préfet mardi.", true],
])("to call something so is no telephone call: %s", (text, talks) => {
  const { propositions } = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }));
  expect(propositions.some(({ event }) => event === "talk")).toBe(talks);
});
