import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { frenchErrors } from "../report/words/errors/coded-fr.ts";
import { frenchFailure } from "../report/words/errors/failures-fr.ts";
import { type Bench, bench, refused } from "./testing.ts";
import { frenchSentence } from "./words-fr.ts";

let desk: Bench;
beforeAll(async () => {
  desk = await bench([]);
}, 60_000);
afterAll(() => desk.close());

/** Sentences that the source says to whoever asks; what is for the OpenAPI document is none. */
function sentencesIn(path: string): string[] {
  const lines = readFileSync(path, "utf8").split("\n");
  const own = lines.map((line, n) =>
    isOfDocument(line) || isOfDocument(`${lines[n - 1]}`.trimEnd(), true) ? "" : line,
  );
  const found = own.join("\n").matchAll(/(["`])([A-Z“$][^"`\n<>]* [^"`\n<>]*\.)\1/g);
  return [...found].map(([, , text = ""]) => text.replaceAll(/\$\{[^}]*\}/g, "X9"));
}

/** A line that tells the OpenAPI document something, or one that is said at its end. */
function isOfDocument(line: string, open = false): boolean {
  const told = /\b(summary|description|about|followedTold)\b|eventsTold\(|answers\(|new Error\(/;
  return told.test(line) && (!open || /[:=(]$/.test(line));
}

test("whatever the server says of what can't be done, it says in French", () => {
  const root = new URL(".", import.meta.url).pathname;
  const files = globSync("{*,access/*,adding/*,routes/*}.ts", { cwd: root }).filter((name) => !name.includes("test"));
  const sentences = files
    .filter((name) => !/^(advice|listen|words-fr|reference|security|web)\.ts$/.test(name))
    .flatMap((name) => sentencesIn(root + name).map((text) => ({ name, text })));
  expect(sentences.length).toBeGreaterThan(60);
  // Told to whoever starts it.
  expect(Object.keys(frenchErrors)).toEqual(expect.arrayContaining(["cannot-listen", "not-loopback"]));
  const untold = sentences.filter(({ text }) => frenchSentence(text) === null && frenchFailure(text) === text);
  expect(untold).toEqual([]);
});

const told = async (path: string, languages: string, init: RequestInit = {}) => {
  const answer = await desk.ask(path, { ...init, headers: { ...init.headers, "accept-language": languages } });
  const { error } = (await answer.json()) as { error: Record<"code" | "what" | "why" | "todo", string> };
  return { ...error, status: answer.status, language: answer.headers.get("content-language") };
};

test("an error is told in the language of whoever asks, with its names and numbers", async () => {
  const path = "/api/claims?story=nulle-part";
  expect(await told(path, "de, fr-CA;q=0.8, en;q=0.5")).toMatchObject({
    status: 404,
    language: "fr",
    code: "no-such-story",
    what: "Il n’y a pas d’histoire « nulle-part ».",
  });
  for (const other of ["en-GB, fr;q=0.9", "de", "", "fr;q=0", `${"x".repeat(5_000)}, fr`]) {
    expect((await told(path, other)).what, other).toBe("There is no story “nulle-part”.");
  }
  expect(await told("/api/claims?limit=0&since=hier&colour=red", "fr")).toMatchObject({
    code: "bad-request",
    what: "Les paramètres ne se comprennent pas.",
    why: expect.stringMatching(/^since: n’est pas une date ISO 8601; limit: Trop petit .*1; Clé non reconnue .*colour/),
    todo: "Voyez à /api/docs ce qu’on peut demander.",
  });
  expect((await told("/api/claims?limit=0", "en")).why).toMatch(/^limit: Too small/);
  expect((await told("/api/claims?limit=1&limit=2", "fr")).what).toBe("limit est donné 2 fois.");
  expect((await told("/api/nothing", "fr")).what).toBe("Il n’y a rien à cette adresse.");
  expect((await told("/api/search?q=act:sing", "fr")).what).toBe("« sing » n’est pas une valeur de act:.");
  for (const language of ["fr", "en"]) {
    // Who sits before a browser may have no command line.
    for (const path of ["/api/search?q=act:sing", "/api/claims?story=none"])
      expect((await told(path, language)).todo).not.toMatch(/selon [a-z]/);
  }
  const post = { method: "POST", headers: { "content-type": "application/json" } };
  const body = JSON.stringify({ url: "http://127.0.0.1:1/a" });
  expect((await told("/api/documents", "fr", { ...post, body })).why).toMatch(/^Elle mène à 127\.0\.0\.1, une adresse/);
  expect((await told("/api/documents", "fr", { ...post, body: "{" })).why).toBe("Ce n’est pas du JSON.");
});

test("what became of an addition is told in the language of whoever began it", async () => {
  const answer = await desk.ask("/api/additions", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "fr" },
    body: JSON.stringify({ items: [{ url: "http://127.0.0.1:1/a" }] }),
  });
  const { id } = (await answer.json()) as { id: string };
  type Told = { state: string; steps: { kind: string; failure?: { what: string } }[] };
  const now = async (): Promise<Told> => (await (await desk.ask(`/api/additions/${id}`)).json()) as Told;
  await expect.poll(async () => (await now()).state, { timeout: 30_000 }).toBe("done");
  expect((await now()).steps.find(({ kind }) => kind === "failed")?.failure?.what).toMatch(/n’a pas été/);
  await refused(await desk.ask("/api/additions/none"), 404, "not-found");
});
