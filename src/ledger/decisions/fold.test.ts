import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision, Reading } from "../../model/index.ts";
import { anchorOf } from "./anchor.ts";
import { foldReading } from "./fold-reading.ts";
import { lineAfter } from "./line.ts";
import { proposer } from "./propose.ts";
import { bodyFor, type Choice, logOf, onStatement, readingOf, sample } from "./testing.ts";

const reading = sample();
const propose = await proposer();
const fold = (log: readonly Decision[], over: Reading = reading): Reading => foldReading(over, log, propose).reading;

const count = reading.statements.length;
const choice = fc
  .record({ at: fc.nat(count - 1), what: fc.nat(4), which: fc.nat(20), author: fc.constantFrom("ada", "bob") })
  .map(({ at, what, which, author }): Choice => {
    const statement = reading.statements[at] ?? reading.statements[0];
    if (statement === undefined) throw new Error("the sample has no statements");
    return onStatement(reading, statement, author, bodyFor(what, which));
  });

test("the sample has several statements", () => expect(count).toBeGreaterThan(3));

test("the same lines give the same reading, and no line gives the machine's own", () => {
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 12 }), (choices) => {
      const log = logOf(reading, choices);
      expect(fold(log)).toEqual(fold(structuredClone(log)));
    }),
    { numRuns: 60 },
  );
  expect(fold([])).toBe(reading);
});

test("what is undone, in whichever order, was never there", () => {
  fc.assert(
    fc.property(
      fc.array(choice, { minLength: 1, maxLength: 10 }),
      fc.array(choice, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      (kept, taken, backwards) => {
        const before = logOf(reading, kept);
        const during = logOf(reading, taken, before);
        const undone = during.slice(before.length);
        let log: Decision[] = during;
        for (const { id, target, anchor } of backwards ? undone.toReversed() : undone) {
          const body = { kind: "undo" as const, decision: id };
          const time = "2031-05-06T08:00:00.000Z";
          log = [...log, lineAfter(log.at(-1) ?? null, { author: "ada", time, reason: null, target, anchor, body })];
        }
        expect(fold(log)).toEqual(fold(before));
      },
    ),
    { numRuns: 60 },
  );
});

test("an undo of an undo brings back what was there", () => {
  fc.assert(
    fc.property(fc.array(choice, { minLength: 1, maxLength: 6 }), (choices) => {
      const log = logOf(reading, choices);
      const last = log.at(-1);
      if (last === undefined) return;
      const { target, anchor } = last;
      const rest = { author: "bob", time: "2031-05-06T08:00:00.000Z", reason: null, target, anchor };
      const undo = lineAfter(last, { ...rest, body: { kind: "undo", decision: last.id } });
      const redo = lineAfter(undo, { ...rest, body: { kind: "undo", decision: undo.id } });
      expect(fold([...log, undo, redo])).toEqual(fold(log));
    }),
    { numRuns: 30 },
  );
});

test("decisions about different statements may come in any order", () => {
  fc.assert(
    fc.property(
      fc.array(choice, { minLength: 2, maxLength: 10 }),
      fc.infiniteStream(fc.nat(1000)),
      (choices, numbers) => {
        const log = logOf(reading, choices);
        const order = log
          .map((line) => ({ line, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ line }) => line);
        // Lines about one statement keep their order among themselves.
        const turns = new Map<string, Decision[]>();
        for (const line of log) turns.set(key(line), [...(turns.get(key(line)) ?? []), line]);
        const shuffled = order.map((line) => turns.get(key(line))?.shift() ?? line);
        expect(fold(shuffled)).toEqual(fold(log));
      },
    ),
    { numRuns: 60 },
  );
});

const key = ({ target }: Decision): string => (target.kind === "statement" ? target.statement : "");

test("a corrected speaker is in the chains of what it relays, in its figures and at its words", () => {
  const text = [
    "Le quotidien La Vigie rapporte que la préfète, Anne Sorel, a déclaré que 40 maisons sont inondées.",
    "Elle a ajouté que l'eau baisse.",
    "",
  ].join("\n");
  const over = readingOf(text);
  const outer = over.statements.find(
    ({ chain }) => chain.length === 1 && over.statements.some(({ parent }) => parent !== null),
  );
  if (outer === undefined) throw new Error("no outer statement in the sample");
  const inner = over.statements.find(({ parent }) => parent === outer.id);
  if (inner === undefined) throw new Error("no inner statement in the sample");
  const speaker = { id: "organization:le-phare", name: "Le Phare", kind: "organization" as const };
  const body = { kind: "correct-statement" as const, changes: { speaker } };
  const folded = fold(logOf(over, [onStatement(over, outer, "ada", body)]), over);
  const [a, b] = [outer, inner].map(({ id }) => folded.statements.find((one) => one.id === id));
  expect(a).toMatchObject({
    speaker,
    chain: [{ name: "Le Phare" }],
    decided: { by: "ada", fields: { speaker: { by: "ada" } } },
  });
  expect(a?.decided?.was).toMatchObject({ speaker: { name: outer.speaker.name } });
  expect(b?.chain.map(({ name }) => name)).toEqual(["Le Phare", ...inner.chain.slice(1).map(({ name }) => name)]);
  expect(b?.decided).toBeUndefined();
  expect(folded.actors.some(({ id }) => id === speaker.id)).toBe(true);
});

test("an added statement says something; a deleted one says nothing any more, and what it relayed stands by itself", () => {
  const words = "la digue tiendra";
  const start = reading.document.text.indexOf(words);
  const span = { start, end: start + words.length };
  const anchor = anchorOf(reading.document.id, reading.document.text, span);
  const speaker = { id: "person:crespin-armand", name: "Armand Crespin", kind: "person" as const };
  const log = logOf(reading, [
    {
      author: "ada",
      target: { kind: "statement", document: reading.document.id, statement: "p:1", cue: null },
      body: {
        kind: "add-statement",
        statement: "p:1",
        content: [anchor],
        source: null,
        cue: null,
        speaker,
        speaksFor: null,
        chain: [{ id: speaker.id, name: speaker.name }],
        act: "promise",
        factuality: "PR+",
        anonymous: false,
        mode: "indirect",
      },
    },
  ]);
  const found = reading.statements.find(({ content }) => content.some((one) => one.text.includes(words)));
  const folded = fold(log);
  const added = folded.statements.find(({ id }) => id === "p:1");
  expect(added).toMatchObject({
    act: "promise",
    confidence: 1,
    decided: { by: "ada", fields: { added: { by: "ada" } } },
  });
  expect(folded.propositions.some(({ statement }) => statement === "p:1")).toBe(true);
  // The machine had found it with the same speaker: a person's word stands in its place.
  if (found?.speaker.id === speaker.id) expect(folded.statements.some(({ id }) => id === found.id)).toBe(false);
  for (const statement of reading.statements) {
    const gone = fold(logOf(reading, [onStatement(reading, statement, "bob", { kind: "delete-statement" })]));
    expect(gone.statements.length).toBe(reading.statements.length - 1);
    expect(gone.propositions.some((one) => one.statement === statement.id)).toBe(false);
    expect(gone.figures.some((one) => one.statement === statement.id)).toBe(false);
    for (const { parent } of gone.statements) expect(parent).not.toBe(statement.id);
  }
});

test("two people who say otherwise of one thing are told of each other", () => {
  const [statement] = reading.statements;
  if (statement === undefined) throw new Error("the sample has no statements");
  const log = logOf(reading, [
    onStatement(reading, statement, "ada", { kind: "correct-statement", changes: { act: "warn" } }),
    onStatement(reading, statement, "bob", { kind: "correct-statement", changes: { act: "promise" } }),
    onStatement(reading, statement, "bob", { kind: "correct-statement", changes: { factuality: "UU" } }),
  ]);
  const folded = fold(log).statements.find(({ id }) => id === statement.id);
  expect(folded).toMatchObject({ act: "promise", factuality: "UU", decided: { against: [log[0]?.id] } });
});
