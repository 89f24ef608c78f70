import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { readCapture, relate } from "../../pipeline.ts";

const positions = (text: string) =>
  relate([readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }))]).claims.flatMap((claim) =>
    claim.positions.map(({ position, evidence }) => `${position}: ${evidence.text}`),
  );

test.each([
  "Qui a saboté le barrage ? Personne ne le sait.",
  "D'où venait le camion ? Le garagiste se tait.",
  "Who opened the gate? Nobody knows.",
  "Why did the pump fail? Engineers are at work.",
])("a document that asks who, what or why says nothing by it: %s", (text) => {
  const question = text.slice(0, text.indexOf("?")).trim();
  expect(positions(text).filter((line) => line.includes(question.slice(-10)))).toEqual([]);
});

test.each([
  ["Les ouvriers ont-ils coupé le câble ? La direction l'ignore.", "Les ouvriers ont-ils coupé le câble"],
  ["Did the mayor sell the park? Residents wonder.", "Did the mayor sell the park"],
])("one that asks whether commits itself to nothing: %s", (text, question) => {
  expect(positions(text)).toContain(`report-without-commitment: ${question}`);
});

test("what is told beside a question is still told", () => {
  expect(positions("Qui a saboté le barrage ? La digue a cédé lundi.")).toContain("affirm: La digue a cédé lundi");
});

test.each([
  ["« Des armes dans les camions ? Certainement pas », a répondu Ida Kroll.", "Des armes dans les camions"],
  ["“He sold the ferry to his brother? Certainly not,” said Ida Kroll.", "He sold the ferry to his brother"],
])("what is asked back in a quotation is held by nobody: %s", (text, question) => {
  const { propositions, document } = readCapture(captureBytes(new TextEncoder().encode(text), { uri: "a.txt" }));
  const asked = propositions.filter(({ evidence }) => document.text.slice(evidence.start, evidence.end) === question);
  expect(asked.map(({ reported }) => reported)).toEqual([true]);
});
