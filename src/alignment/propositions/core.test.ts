import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture } from "../../pipeline.ts";

const cores = (text: string) =>
  readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" })).propositions.map(({ core = [] }) =>
    core.map(({ concept }) => concept),
  );

test.each([
  ["Paul Aubin restera.", "rest"],
  ["Paula Kerr will stay.", "stay"],
])("a verb that tells little is what is said where nothing but a name stands by it: %s", (text, word) => {
  expect(cores(text)[0]).toEqual([word]);
});

test("it leaves its place to what it governs", () => {
  expect(cores("Le préfet n'a relevé aucune trace d'explosion.")[0]?.[0]).toMatch(/^explos/);
});

test.each([
  ["Un câble rompu a provoqué la panne.", /^cabl/],
  ["La panne a été causée par un câble rompu.", /^cabl/],
  ["La panne est due à un câble rompu.", /^cabl/],
  ["A faulty valve was to blame.", /^valv/],
  ["The outage stemmed from a faulty valve.", /^valv/],
])("where a cause is named, it is what is said: %s", (text, word) => {
  expect(cores(text)[0]?.[0]).toMatch(word);
});

test("who leaves is no cause", () => {
  expect(cores("Le ministre vient de Paris.")[0]?.[0]).not.toMatch(/^paris/);
});
