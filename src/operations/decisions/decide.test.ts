import { afterAll, beforeAll, expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { onEachEngine } from "../../ledger/contract.ts";
import { canonical, decisionsIn, hashOf } from "../../ledger/decisions/index.ts";
import { alignmentOf, keepDocument, type Ledger, openLedger, readingsOf } from "../../ledger/index.ts";
import { article } from "../../ledger/testing.ts";
import type { Alignment, Claim, Decision, Reading } from "../../model/index.ts";
import { readCapture } from "../../pipeline.ts";
import { listActors } from "../actors.ts";
import { listClaims } from "../claims.ts";
import { freshen } from "../ledger.ts";
import { decide } from "./decide.ts";
import { findDecision, listDecisions } from "./list.ts";
import type { DecisionRequest } from "./request.ts";

const texts = [
  article(1),
  article(6),
  "La préfecture de Port-Sourdre a annoncé que le pont numéro 1 est fermé depuis mardi.\n\nOdile Brun affirme que 4 habitants ont été évacués.\n",
  "Le pont numéro 1 de Port-Sourdre a été fermé mardi, selon deux témoins.\n\n« Nous avons contrôlé l'ouvrage 1 », a affirmé Luc Ferrand, directeur de Travaux du Levant.\n",
  "Un orage a détruit le marché de Castrevieil dimanche, a dit la mairie de Castrevieil.\n",
];

onEachEngine("deciding", (engine) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await engine.place(), "write");
    for (const [n, text] of texts.entries()) {
      const origin = { uri: `a${n}.txt`, language: "fr", published: "2031-05-04", captured: "2031-05-05T06:00:00Z" };
      const capture = captureBytes(new TextEncoder().encode(text), origin);
      await keepDocument(ledger, capture, readCapture(capture));
    }
    await freshen(ledger);
  });
  afterAll(async () => {
    await ledger.close();
    await engine.remove();
  });

  const by = (author: string) => ({ author, reason: "as the recording has it" });
  const done = async (request: DecisionRequest, author = "ada"): Promise<Decision> => {
    const line = await decide(ledger, request, by(author));
    await freshen(ledger);
    return line;
  };
  /** Everything that is shown. */
  const shown = async (): Promise<{ alignment: Alignment; readings: Reading[] }> => {
    const { stories, claims, figures } = await alignmentOf(ledger);
    const sorted = <T extends { readonly id: string }>(items: readonly T[]): T[] =>
      [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      alignment: { stories: sorted(stories), claims: sorted(claims), figures: sorted(figures) },
      readings: await readingsOf(ledger),
    };
  };
  const claims = async (): Promise<readonly Claim[]> => (await shown()).alignment.claims;

  test("every kind of decision about readings and alignment is undone without a trace", async () => {
    const before = await shown();
    const [first, second] = before.alignment.claims;
    const statement = before.readings[0]?.statements[0];
    const crowded = before.alignment.claims.find(
      ({ positions }) => new Set(positions.map((one) => one.statement)).size > 1,
    );
    const wide = before.alignment.stories.find(({ documents }) => documents.length > 1);
    const [here, there] = before.alignment.stories;
    if (!first || !second || !statement || !crowded || !here || !there) throw new Error("the articles give too little");
    const document = before.readings[0]?.document.id ?? "";
    const ids = [...new Set(crowded.positions.map((one) => one.statement))];
    const requests: DecisionRequest[] = [
      { kind: "correct-statement", statement: statement.id, changes: { act: "warn", speaker: "Jeanne Morel" } },
      { kind: "correct-statement", statement: statement.id, changes: { content: [{ start: 3, end: 30 }] } },
      { kind: "delete-statement", statement: statement.id },
      { kind: "add-statement", document, content: [{ start: 3, end: 40 }], speaker: "Odile Brun", factuality: "CT-" },
      { kind: "merge-claims", claims: [first.id, second.id] },
      { kind: "split-claim", claim: crowded.id, statements: ids.slice(0, 1) },
      { kind: "merge-stories", stories: [here.id, there.id] },
      { kind: "merge-actors", actors: [statement.speaker.id, before.readings[0]?.statements[1]?.speaker.id ?? ""] },
      { kind: "split-actor", actor: statement.speaker.id, documents: [document], as: "Somebody Else" },
      { kind: "set-actor", actor: statement.speaker.id, changes: { name: "O. Brun", kind: "group", roles: ["maire"] } },
      { kind: "collapse-origins", claim: crowded.id, statements: ids },
      { kind: "separate-origins", claim: crowded.id, statements: ids.slice(0, 1) },
    ];
    if (wide) requests.push({ kind: "split-story", story: wide.id, documents: wide.documents.slice(0, 1) });
    for (const request of requests) {
      const line = await done(request);
      const changed = await shown();
      expect(changed, request.kind).not.toEqual(before);
      // What is deleted is told of in the log alone.
      const told = JSON.stringify(changed).includes(line.id);
      expect(told, request.kind).toBe(request.kind !== "delete-statement");
      await done({ kind: "undo", decision: line.id }, "bob");
      expect(await shown(), `${request.kind} undone`).toEqual(before);
    }
    // All at once, undone in another order.
    const lines: Decision[] = [];
    for (const request of requests.slice(0, 5)) lines.push(await decide(ledger, request, by("ada")));
    await freshen(ledger);
    for (const line of [...lines].sort((a, b) => (a.id < b.id ? -1 : 1)))
      await done({ kind: "undo", decision: line.id });
    expect(await shown()).toEqual(before);
    expect((await listDecisions(ledger, { orphans: true })).length).toBe(0);
  });

  test("merged claims are one, stay one when articles come, and are weighed as one", async () => {
    const [first, second] = (await claims()).filter(({ positions }) => positions.length > 0);
    if (!first || !second) throw new Error("too few claims");
    const line = await done({ kind: "merge-claims", claims: [first.id, second.id] });
    const merged = (await claims()).find(({ id }) => id === first.id);
    expect(merged).toMatchObject({
      merged: [second.id],
      decided: { by: "ada", decision: line.id, fields: { merged: { by: "ada" } } },
    });
    expect((await claims()).some(({ id }) => id === second.id)).toBe(false);
    const positions = [...first.positions, ...second.positions];
    expect(merged?.positions.length).toBe(positions.length);
    const origin = { uri: "new.txt", language: "fr", published: "2031-05-06", captured: "2031-05-06T06:00:00Z" };
    const capture = captureBytes(new TextEncoder().encode(article(11)), origin);
    await keepDocument(ledger, capture, readCapture(capture));
    await freshen(ledger);
    const still = (await claims()).find((claim) => claim.merged?.includes(second.id));
    const held = (claim: Claim | undefined) =>
      claim?.positions.map(({ document, statement }) => `${document} ${statement}`) ?? [];
    expect(held(still)).toEqual(expect.arrayContaining(held(merged)));
    await done({ kind: "undo", decision: line.id });
    expect((await claims()).some(({ merged: ids }) => ids !== undefined)).toBe(false);
  });

  test("origins: what is held for one origin counts once, what is held apart counts by itself", async () => {
    const claim = (await claims()).find(({ origins }) => origins.affirm.upper >= 2);
    if (!claim) throw new Error("no claim with two origins");
    const ids = claim.origins.affirm.groups.flatMap(({ members }) => members);
    const line = await done({ kind: "collapse-origins", claim: claim.id, statements: ids, root: "one recording" });
    const one = (await claims()).find(({ id }) => id === claim.id);
    expect(one?.origins.affirm).toMatchObject({
      lower: 1,
      upper: 1,
      groups: [{ root: "one recording", decided: { decision: line.id } }],
    });
    expect(one?.origins.affirm.groups[0]?.because).toContain("ada holds that these rest on one origin");
    await done({ kind: "separate-origins", claim: claim.id, statements: ids.slice(0, 1) }, "bob");
    const two = (await claims()).find(({ id }) => id === claim.id);
    expect(two?.origins.affirm.upper).toBe(2);
    expect(two?.decided?.against).toEqual([line.id]);
  });

  test("parties and roles are told with actors and with their positions", async () => {
    const claim = (await claims()).find(({ positions }) => positions.some(({ speaker }) => speaker.id !== "author"));
    const speaker = claim?.positions.find((one) => one.speaker.id !== "author")?.speaker;
    if (!speaker) throw new Error("nobody speaks");
    const changes = { side: "the town", roles: ["maire"], names: ["O. B."] };
    const line = await done({ kind: "set-actor", actor: speaker.id, changes });
    const actor = (await listActors(ledger)).find(({ id }) => id === speaker.id);
    expect(actor).toMatchObject({ side: "the town", roles: ["maire"], decided: { decision: line.id } });
    expect(actor?.names).toContain("O. B.");
    const positions = (await listClaims(ledger)).flatMap((one) => one.positions);
    expect(positions.filter(({ side }) => side === "the town").length).toBe(
      positions.filter((one) => one.speaker.id === speaker.id).length,
    );
    await done({ kind: "undo", decision: line.id });
    expect((await listClaims(ledger)).flatMap((one) => one.positions).some(({ side }) => side !== undefined)).toBe(
      false,
    );
  });

  test("what was expected and is no longer so is told, and nothing is kept", async () => {
    const statement = (await readingsOf(ledger))[1]?.statements[0];
    if (!statement) throw new Error("no statement");
    const request: DecisionRequest = { kind: "correct-statement", statement: statement.id, changes: { act: "ask" } };
    const first = await decide(ledger, request, { author: "ada", expected: null });
    const before = (await decisionsIn(ledger.db)).length;
    const late = decide(ledger, { ...request, changes: { act: "warn" } }, { author: "bob", expected: null });
    await expect(late).rejects.toMatchObject({ code: "conflict", details: { decision: first.id, author: "ada" } });
    expect((await decisionsIn(ledger.db)).length).toBe(before);
    const seen = await decide(ledger, { ...request, changes: { act: "warn" } }, { author: "bob", expected: first.id });
    expect((await findDecision(ledger, first.id)).against).toEqual([seen.id]);
    expect((await listDecisions(ledger, { about: statement.id })).map(({ id }) => id)).toEqual([first.id, seen.id]);
  });

  test("two who decide at once are both kept, in one chain", async () => {
    const statements = (await readingsOf(ledger)).flatMap((reading) => reading.statements).slice(0, 6);
    const from = (await decisionsIn(ledger.db)).length;
    await Promise.all(
      statements.flatMap(({ id }) =>
        ["ada", "bob"].map((author) => decide(ledger, { kind: "confirm-statement", statement: id }, { author })),
      ),
    );
    const log = await decisionsIn(ledger.db);
    expect(log.length).toBe(from + statements.length * 2);
    for (const [n, line] of log.entries()) {
      expect(line.seq).toBe(n + 1);
      expect(line.before).toBe(log[n - 1]?.hash ?? "0".repeat(64));
      expect(line.hash).toBe(hashOf(line));
      expect(JSON.parse(canonical(line))).toEqual(line);
    }
  });

  test("what cannot be meant is refused in plain words", async () => {
    const refused = async (request: unknown, code: string): Promise<void> => {
      await expect(decide(ledger, request as DecisionRequest, by("ada"))).rejects.toMatchObject({ code });
    };
    const reading = (await readingsOf(ledger))[0];
    const [statement] = reading?.statements ?? [];
    await refused({ kind: "no-such-kind" }, "bad-decision");
    await refused({ kind: "correct-statement", statement: "s:none", changes: { act: "ask" } }, "no-such-thing");
    await refused({ kind: "correct-statement", statement: statement?.id, changes: {} }, "nothing-changed");
    await refused({ kind: "correct-statement", statement: statement?.id, changes: { act: "sing" } }, "bad-decision");
    await refused({ kind: "correct-statement", statement: "s:", changes: { act: "ask" } }, "which-thing");
    await refused({ kind: "merge-claims", claims: ["claim-x", "claim-y"] }, "no-such-thing");
    await refused(
      { kind: "add-statement", document: reading?.document.id, content: [{ start: 5, end: 90_000 }], speaker: "A" },
      "bad-span",
    );
    await refused({ kind: "note", on: { kind: "source", source: "x" }, text: "half \ud800" }, "bad-decision");
    await refused({ kind: "undo", decision: "d-none" }, "no-such-thing");
    await expect(
      decide(ledger, { kind: "note", on: { kind: "source", source: "x" }, text: "y" }, { author: " " }),
    ).rejects.toMatchObject({ code: "bad-decision" });
  });
});
