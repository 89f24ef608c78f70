import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { decide } from "../operations/decisions/index.ts";
import { question, reviewPage } from "./schemas/review.ts";
import { type Bench, bench, examples, refused } from "./testing.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench([`${examples}/01-depeche-agence-boreale.html`, `${examples}/09-halder-post-tolls.md`]);
});
afterAll(() => desk.close());

const json = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => {
  const answer = await desk.ask(path);
  expect(answer.status, path).toBe(200);
  return schema.parse(await answer.json());
};
const by = { author: "Ana" };

test("the least certain readings come first, with their words in the context", async () => {
  const { items, total, next } = await json("/api/review?limit=5", reviewPage);
  expect(items.length).toBe(5);
  expect(total).toBeGreaterThan(5);
  const sure = items.map(({ statement }) => statement.confidence);
  expect(sure).toEqual(sure.toSorted((a, b) => a - b));
  for (const { statement, context } of items) {
    const [span] = statement.content as { start: number; end: number; text: string }[];
    expect(context.text).toContain(span?.text);
  }
  const rest = await json(`/api/review?limit=200&cursor=${next}`, reviewPage);
  const ids = [...items, ...rest.items].map(({ document, statement }) => `${document} ${statement.id}`);
  expect(new Set(ids).size).toBe(total);
});

test("what somebody has decided waits no more, until it is undone", async () => {
  const first = async () => (await json("/api/review?limit=1", reviewPage)).items[0]?.statement.id;
  const before = await first();
  await decide(desk.ledger, { kind: "confirm-statement", statement: before ?? "" }, by);
  expect(await first()).not.toBe(before);
  await decide(desk.ledger, { kind: "undo" }, by);
  expect(await first()).toBe(before);
});

test("a question weighs evidence by its sources and shares what has one origin", async () => {
  const claims = (await (await desk.ask("/api/claims")).json()) as { items: { id: string }[] };
  const asked = await decide(desk.ledger, { kind: "pose-question", text: "Who did it?" }, by);
  const id = asked.target.kind === "question" ? asked.target.question : "";
  const h1 = await decide(desk.ledger, { kind: "add-hypothesis", question: id, text: "An accident" }, by);
  await decide(desk.ledger, { kind: "add-hypothesis", question: id, text: "An attack" }, by);
  const e1 = await decide(desk.ledger, { kind: "add-evidence", question: id, claim: claims.items[0]?.id ?? "" }, by);
  const hypothesis = h1.body.kind === "add-hypothesis" ? h1.body.hypothesis : "";
  const evidence = e1.body.kind === "add-evidence" ? e1.body.evidence : "";
  await decide(desk.ledger, { kind: "rate-consistency", question: id, evidence, hypothesis, rating: "II" }, by);
  const other = { author: "Bo" };
  await decide(desk.ledger, { kind: "rate-consistency", question: id, evidence, hypothesis, rating: "C" }, other);
  const found = await json(`/api/questions/${encodeURIComponent(id)}`, question);
  expect(found.hypotheses.map(({ text }) => text)).toEqual(["An accident", "An attack"]);
  expect(found.evidence[0]?.sources.length).toBeGreaterThan(0);
  expect(found.scores[0]?.hypothesis).not.toBe(hypothesis);
  expect(found.disagreements).toEqual([{ evidence, hypothesis }]);
  for (const source of found.evidence[0]?.sources ?? [])
    await decide(desk.ledger, { kind: "rate-source", on: { kind: "source", source }, reliability: "E" }, by);
  const rated = await json(`/api/questions/${encodeURIComponent(id)}`, question);
  expect(rated.evidence[0]?.weight).toBeLessThan(found.evidence[0]?.weight ?? 0);
  await refused(await desk.ask("/api/questions/q:none"), 404, "not-found");
});
