import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { keepDocument, openLedger } from "../ledger/index.ts";
import { readCapture } from "../pipeline.ts";
import { findActor } from "./actor.ts";
import { decide } from "./decisions/index.ts";
import { findQuestion, listQuestions } from "./hypotheses/index.ts";
import { freshen } from "./ledger.ts";
import { pageClaims } from "./pages.ts";
import { listReview } from "./review.ts";
import { listSources } from "./sources.ts";
import { listStories } from "./stories.ts";
import { listWithout } from "./without.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-former-"));
let ledger: Awaited<ReturnType<typeof openLedger>>;
const by = { author: "ada" };

/** One report of the affair; each came out before the last, so that the story is named anew. */
async function add(n: number, text: string): Promise<void> {
  const capture = captureBytes(new TextEncoder().encode(text), {
    uri: `https://journal-${n}.example/pont`,
    mediaType: "text/plain",
    language: "fr",
    published: `2031-05-0${8 - n}`,
    captured: "2031-05-09T06:00:00Z",
  });
  await keepDocument(ledger, capture, readCapture(capture));
  await freshen(ledger);
}

beforeAll(async () => {
  ledger = await openLedger(join(folder, "ledger"), "write");
  await add(
    0,
    "Le pont de Vellac a été fermé mardi, a annoncé la préfecture. Selon la maire, Odile Brun, douze habitants ont été évacués. L’ingénieur Marc Tasson dément que le pont ait été fermé.",
  );
}, 60_000);
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a question and the queue hold to a story that has another id by now", { timeout: 60_000 }, async () => {
  const [before] = await listStories(ledger);
  const asked = await decide(ledger, { kind: "pose-question", text: "Is it closed?", story: before?.id ?? "" }, by);
  await add(1, "La préfecture a annoncé que le pont de Vellac a été fermé mardi. Odile Brun le dément.");
  const [now, more] = await listStories(ledger);
  expect([now?.documents.length, more]).toEqual([2, undefined]);
  expect(now?.id).not.toBe(before?.id);
  for (const id of [before?.id, now?.id, now?.id.slice(0, -3)]) {
    expect((await listQuestions(ledger, { story: id })).map(({ story }) => story)).toEqual([now?.id]);
    expect((await listReview(ledger, { story: id })).total).toBeGreaterThan(3);
  }
  const question = asked.target.kind === "question" ? asked.target.question : "";
  expect((await findQuestion(ledger, question))?.story).toBe(now?.id);
  expect(await findQuestion(ledger, "none")).toBe(null);
  await expect(listReview(ledger, { story: "none" })).rejects.toMatchObject({ code: "no-such-story" });
});

test("an actor who was merged is found under the id it had", { timeout: 60_000 }, async () => {
  const claims = async (actor: string) =>
    (await pageClaims(ledger, { actor }, { limit: 50 })).items.map(({ id }) => id);
  const people = (await pageClaims(ledger, {}, { limit: 50 })).items.flatMap(({ positions }) => positions);
  const idOf = (name: string) => people.find(({ speaker }) => speaker.name.includes(name))?.speaker.id ?? "";
  const [mayor, engineer] = [idOf("Brun"), idOf("Tasson")];
  expect(new Set([mayor, engineer, ""]).size).toBe(3);
  const both = new Set([...(await claims(mayor)), ...(await claims(engineer))]);
  await decide(ledger, { kind: "merge-actors", actors: [mayor, engineer] }, by);
  await freshen(ledger);
  expect((await findActor(ledger, engineer))?.actor.id).toBe(mayor);
  expect(new Set(await claims(engineer))).toEqual(both);
  const fallen = await listWithout(ledger, mayor);
  expect(fallen.length).toBeGreaterThan(0);
  expect(await listWithout(ledger, engineer)).toEqual(fallen);
});

test("a site's rating holds when the name of its paper is read", async () => {
  await decide(
    ledger,
    { kind: "rate-source", on: { kind: "source", source: "site:journal-0.example" }, reliability: "B" },
    by,
  );
  const rated = async () => (await listSources(ledger)).map(({ id, rating }) => [id, rating?.reliability ?? null]);
  expect(await rated()).toContainEqual(["site:journal-0.example", "B"]);
  const named = { outlet: "La Rive" };
  await ledger.db.updateTable("documents").set(named).where("uri", "like", "%journal-0%").execute();
  expect(await rated()).toContainEqual(["outlet:la-rive", "B"]);
  expect(await rated()).toContainEqual(["site:journal-1.example", null]);
  await decide(ledger, { kind: "rate-source", on: { kind: "source", source: "outlet:la-rive" }, reliability: "C" }, by);
  expect(await rated()).toContainEqual(["outlet:la-rive", "C"]);
});
