import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";

/** The positions of some texts, each with the words it rests on. */
const positions = (...texts: string[]) =>
  relate(
    texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))),
  ).claims.flatMap((claim) => claim.positions.map(({ position, evidence }) => `${position}: ${evidence.text}`));

test.each([
  ["La police estime à 900 le nombre de marcheurs.", "affirm: à 900 le nombre de marcheurs"],
  ["Police estimated the crowd at 900 people.", "affirm: the crowd at 900 people"],
  ["Le maire estime que le bac est perdu.", "probable: le bac est perdu"],
])("who puts a number on something holds it, who has an opinion finds it probable: %s", (text, expected) => {
  expect(positions(text)).toContain(expected);
});

test.each([
  ["Le maire refuse d'admettre que le bac a coulé.", "deny: le bac a coulé"],
  ["The mayor refuses to acknowledge that the ferry sank.", "deny: the ferry sank"],
  ["Le maire refuse de confirmer que le bac a coulé.", null],
])("who refuses to own that it is so denies it, who stays silent does not: %s", (text, expected) => {
  const found = positions(text);
  expect(found).toEqual(expected === null ? found.filter((one) => !one.startsWith("deny")) : [expected]);
});

const inspected = "Une inspection du pont de Harn a eu lieu lundi.";

test.each([
  ["La préfète, Ida Kroll, a ordonné lundi une inspection du pont de Harn.", "affirm: une inspection du pont de Harn"],
  [
    "La préfète, Ida Kroll, a réclamé lundi une inspection du pont de Harn.",
    "report-without-commitment: une inspection du pont de Harn",
  ],
])("who orders something brings it about, who asks for it does not: %s", (text, expected) => {
  expect(positions(inspected, text)).toContain(expected);
});

test("what somebody is told to plan is held by who tells it", () => {
  expect(positions("Selon nos informations, la banque prévoit de fermer douze agences.")).toContain(
    "affirm: la banque prévoit de fermer douze agences",
  );
});
