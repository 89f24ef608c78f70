import { randomBytes } from "node:crypto";
import { decisionsIn } from "../../ledger/decisions/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { SelonError } from "../../model/error.ts";
import type { Anchor, BodyOf, Target } from "../../model/index.ts";
import { knownActor } from "./about-claims.ts";
import type { Made } from "./about-statements.ts";
import { confirmStatement } from "./about-statements.ts";
import { findStatement, noSuch, wholeId } from "./lookup.ts";
import { claimRef } from "./refs.ts";
import type { RequestOf } from "./request.ts";

type On = RequestOf<"note">["on"];

/** What a note or rating is on, with the characters where it has any. */
async function targetOf(ledger: Ledger, on: On): Promise<{ target: Target; anchor: Anchor | null }> {
  switch (on.kind) {
    case "statement": {
      const { statement } = await findStatement(ledger, on.statement);
      const { target, anchor } = await confirmStatement(ledger, { kind: "confirm-statement", statement: statement.id });
      return { target, anchor };
    }
    case "claim": {
      const { claim, ref } = await claimRef(ledger, on.claim);
      return { target: { kind: "claim", claim: claim.id }, anchor: ref.positions[0]?.anchor ?? null };
    }
    case "document":
      return { target: { kind: "document", document: await wholeId(ledger, "document", on.document) }, anchor: null };
    case "story":
      return { target: { kind: "story", story: await wholeId(ledger, "story", on.story) }, anchor: null };
    case "actor":
      return { target: { kind: "actor", actor: (await knownActor(ledger, on.actor)).id }, anchor: null };
    case "source":
      return { target: { kind: "source", source: on.source }, anchor: null };
    case "question":
      return { target: { kind: "question", question: await questionId(ledger, on.question) }, anchor: null };
  }
}

/** Words of a person on anything there is. */
export async function note(ledger: Ledger, { on, text }: RequestOf<"note">): Promise<Made<BodyOf<"note">>> {
  return { ...(await targetOf(ledger, on)), body: { kind: "note", text } };
}

/** A rating in the Admiralty code. */
export async function rateSource(
  ledger: Ledger,
  { on, reliability = null, credibility = null }: RequestOf<"rate-source">,
): Promise<Made<BodyOf<"rate-source">>> {
  if (reliability === null && credibility === null) {
    throw new SelonError({
      code: "nothing-changed",
      what: "Nothing is rated by that.",
      why: "A rating has a reliability (A to F), a credibility (1 to 6), or both.",
      todo: "Give at least one of them.",
    });
  }
  return { ...(await targetOf(ledger, on)), body: { kind: "rate-source", reliability, credibility } };
}

/** What a person holds of a claim. */
export async function verdict(ledger: Ledger, request: RequestOf<"verdict">): Promise<Made<BodyOf<"verdict">>> {
  const place = await targetOf(ledger, { kind: "claim", claim: request.claim });
  return { ...place, body: { kind: "verdict", verdict: request.verdict, text: request.text ?? "" } };
}

const fresh = (letter: string): string => `${letter}:${randomBytes(8).toString("hex")}`;

/** A question that explanations compete for. */
export async function poseQuestion(
  ledger: Ledger,
  { text, story }: RequestOf<"pose-question">,
): Promise<Made<BodyOf<"pose-question">>> {
  const about = story === undefined || story === null ? null : await wholeId(ledger, "story", story);
  return {
    target: { kind: "question", question: fresh("q") },
    anchor: null,
    body: { kind: "pose-question", text, story: about },
  };
}

/** An explanation of a question. */
export async function addHypothesis(
  ledger: Ledger,
  request: RequestOf<"add-hypothesis">,
): Promise<Made<BodyOf<"add-hypothesis">>> {
  const { target, text, claim } = await onQuestion(ledger, request);
  return {
    target,
    anchor: claim?.positions[0]?.anchor ?? null,
    body: { kind: "add-hypothesis", hypothesis: fresh("h"), text, claim },
  };
}

/** Something that speaks for or against explanations. */
export async function addEvidence(
  ledger: Ledger,
  request: RequestOf<"add-evidence">,
): Promise<Made<BodyOf<"add-evidence">>> {
  const { target, text, claim } = await onQuestion(ledger, request);
  return {
    target,
    anchor: claim?.positions[0]?.anchor ?? null,
    body: { kind: "add-evidence", evidence: fresh("e"), text, claim },
  };
}

async function onQuestion(
  ledger: Ledger,
  { question, text, claim }: RequestOf<"add-hypothesis"> | RequestOf<"add-evidence">,
) {
  const found = claim === undefined ? null : await claimRef(ledger, claim);
  const words = text ?? found?.claim.proposition ?? "";
  if (words.trim() === "") {
    throw new SelonError({
      code: "nothing-changed",
      what: "It has no words.",
      why: "A hypothesis, or a piece of evidence, is a claim of the ledger or a sentence of your own.",
      todo: "Give a claim or a text.",
    });
  }
  const target: Target = { kind: "question", question: await questionId(ledger, question) };
  return { target, text: words.slice(0, 5_000), claim: found?.ref ?? null };
}

/** How a piece of evidence goes with an explanation. */
export async function rateConsistency(
  ledger: Ledger,
  { question, evidence, hypothesis, rating }: RequestOf<"rate-consistency">,
): Promise<Made<BodyOf<"rate-consistency">>> {
  const id = await questionId(ledger, question);
  const lines = await decisionsIn(ledger.db, { target: `question ${id}` });
  const known = (kind: "evidence" | "hypothesis", beginning: string): string => {
    const ids = lines.flatMap(({ body }) =>
      kind === "evidence" && body.kind === "add-evidence"
        ? [body.evidence]
        : kind === "hypothesis" && body.kind === "add-hypothesis"
          ? [body.hypothesis]
          : [],
    );
    const found = ids.includes(beginning) ? [beginning] : ids.filter((one) => one.startsWith(beginning));
    if (found[0] === undefined || found.length > 1) throw noSuch(kind, beginning);
    return found[0];
  };
  return {
    target: { kind: "question", question: id },
    anchor: null,
    body: {
      kind: "rate-consistency",
      evidence: known("evidence", evidence),
      hypothesis: known("hypothesis", hypothesis),
      rating,
    },
  };
}

/** The whole id of a question, by its beginning where only one begins so. */
export async function questionId(ledger: Ledger, id: string): Promise<string> {
  const rows = await ledger.db
    .selectFrom("decisions")
    .select("target")
    .where("kind", "=", "pose-question")
    .orderBy("seq")
    .execute();
  const ids = rows.map(({ target }) => target.slice("question ".length));
  const found = ids.includes(id) ? [id] : ids.filter((one) => one.startsWith(id));
  if (found[0] === undefined || found.length > 1) throw noSuch("question", id);
  return found[0];
}
