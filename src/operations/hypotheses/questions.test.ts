import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { captureBytes } from "../../capture/index.ts";
import { keepDocument, openLedger } from "../../ledger/index.ts";
import { readCapture } from "../../pipeline.ts";
import { listClaims } from "../claims.ts";
import { decide } from "../decisions/decide.ts";
import { freshen } from "../ledger.ts";
import { listQuestions } from "./index.ts";

test("a question keeps its claims when aligning anew gives them other ids", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "selon-questions-"));
  const ledger = await openLedger(join(folder, "ledger"), "write");
  try {
    const text = "La préfecture de Sorn a annoncé que le pont de Velle est fermé depuis mardi.\n";
    const capture = captureBytes(new TextEncoder().encode(text), { uri: "a.txt", language: "fr" });
    await keepDocument(ledger, capture, readCapture(capture));
    await freshen(ledger);
    const [claim] = await listClaims(ledger);
    if (claim === undefined) throw new Error("the article makes a claim");
    const by = { author: "ada", reason: "to be weighed" };
    const asked = await decide(ledger, { kind: "pose-question", text: "Is it closed?" }, by);
    const question = asked.target.kind === "question" ? asked.target.question : "";
    await decide(ledger, { kind: "add-evidence", question, claim: claim.id }, by);
    const [before] = await listQuestions(ledger);
    expect(before?.evidence[0]?.claim).toBe(claim.id);
    expect(before?.evidence[0]?.roots.length).toBe(1);

    const id = "claim-named-anew";
    const row = await ledger.db.selectFrom("claims").selectAll().where("id", "=", claim.id).executeTakeFirstOrThrow();
    await ledger.db
      .insertInto("claims")
      .values({ ...row, id, body: JSON.stringify({ ...claim, id }) })
      .execute();
    const parts = ["claim_actors", "claim_members", "positions"] as const;
    for (const table of parts)
      await ledger.db.updateTable(table).set({ claim: id }).where("claim", "=", claim.id).execute();
    await ledger.db.deleteFrom("claims").where("id", "=", claim.id).execute();
    const [after] = await listQuestions(ledger);
    expect(after?.evidence[0]).toMatchObject({ claim: id, roots: before?.evidence[0]?.roots });

    for (const table of [...parts, "claims"] as const) await ledger.db.deleteFrom(table).execute();
    const [gone] = await listQuestions(ledger);
    expect(gone?.evidence[0]).toMatchObject({ claim: claim.id, roots: [] });
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
