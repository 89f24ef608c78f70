import {
  appendDecision,
  decisionsIn,
  decisionWith,
  type Given,
  layerOf,
  type Previewed,
  previewAligned,
  standing,
} from "../../ledger/decisions/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { givenSchema } from "../../model/decision-schema.ts";
import { SelonError } from "../../model/error.ts";
import { type BodyOf, type Decision, type DecisionBody, targetKey } from "../../model/index.ts";
import {
  mergeActors,
  mergeClaims,
  mergeStories,
  setActor,
  setOrigins,
  splitActor,
  splitClaim,
  splitStory,
} from "./about-claims.ts";
import {
  addEvidence,
  addHypothesis,
  note,
  poseQuestion,
  rateConsistency,
  rateSource,
  verdict,
} from "./about-judgements.ts";
import {
  addStatement,
  checkDocument,
  confirmStatement,
  correctStatement,
  deleteStatement,
  type Made,
} from "./about-statements.ts";
import { noSuch } from "./lookup.ts";
import { type Deciding, type DecisionRequest, decisionRequest, type RequestOf } from "./request.ts";
import { withSides } from "./settings.ts";

/**
 * Keeps what a person decided, as one line of the log; when it returns, the line is on the disk. What is shown has it in
 * it after the next `freshen`. Throws `bad-decision` for what cannot be meant, `no-such-thing` and `which-thing` for ids,
 * `conflict` where `expected` is not what stands there, `already-undone`.
 */
export async function decide(ledger: Ledger, request: DecisionRequest, by: Deciding): Promise<Decision> {
  return await appendDecision(ledger, await givenBy(ledger, request, by), by.expected);
}

/**
 * What claims and stories would be if this were decided: merging and splitting them, and deciding on origins. Nothing is
 * kept. Throws as `decide` does, and `no-preview` for what changes other things.
 */
export async function previewDecision(ledger: Ledger, request: DecisionRequest, by: Deciding): Promise<Previewed> {
  const given = await givenBy(ledger, request, by);
  if (given.body.kind === "undo" || layerOf(given.body) !== "alignment") throw noPreview(given.body.kind);
  const { claims, stories } = await previewAligned(ledger, given);
  const [before, after] = [await withSides(ledger, claims.before), await withSides(ledger, claims.after)];
  return { claims: { before, after }, stories };
}

/** A line of the log as far as whoever decides gives it. */
async function givenBy(ledger: Ledger, request: DecisionRequest, by: Deciding): Promise<Given> {
  const asked = decisionRequest.safeParse(request);
  if (!asked.success) throw badDecision(asked.error.issues);
  const { target, anchor, body } = await made(ledger, asked.data, by.author);
  const reason = by.reason === undefined || by.reason === null || by.reason.trim() === "" ? null : by.reason.trim();
  const line = { author: by.author.trim(), time: new Date().toISOString(), reason, target, anchor, body };
  const given = givenSchema.safeParse(line);
  if (!given.success) throw badDecision(given.error.issues);
  return given.data;
}

function nothingToUndo(author: string): SelonError {
  return new SelonError({
    code: "nothing-to-undo",
    what: "There is nothing to undo.",
    why: `No decision of ${author} stands.`,
    todo: "Name the decision; selon decisions lists them.",
    details: { author },
  });
}

function noPreview(kind: string): SelonError {
  return new SelonError({
    code: "no-preview",
    what: `What “${kind}” would change can't be shown before.`,
    why: "That is shown for merging and splitting claims and stories, and for deciding on origins.",
    todo: "Decide it; it can be undone.",
    details: { kind },
  });
}

async function made(ledger: Ledger, request: DecisionRequest, author: string): Promise<Made<DecisionBody>> {
  switch (request.kind) {
    case "correct-statement":
      return await correctStatement(ledger, request);
    case "confirm-statement":
      return await confirmStatement(ledger, request);
    case "delete-statement":
      return await deleteStatement(ledger, request);
    case "add-statement":
      return await addStatement(ledger, request);
    case "check-document":
      return await checkDocument(ledger, request);
    case "merge-claims":
      return await mergeClaims(ledger, request);
    case "split-claim":
      return await splitClaim(ledger, request);
    case "merge-stories":
      return await mergeStories(ledger, request);
    case "split-story":
      return await splitStory(ledger, request);
    case "merge-actors":
      return await mergeActors(ledger, request);
    case "split-actor":
      return await splitActor(ledger, request);
    case "set-actor":
      return await setActor(ledger, request);
    case "collapse-origins":
    case "separate-origins":
      return await setOrigins(ledger, request);
    case "rate-source":
      return await rateSource(ledger, request);
    case "note":
      return await note(ledger, request);
    case "verdict":
      return await verdict(ledger, request);
    case "pose-question":
      return await poseQuestion(ledger, request);
    case "add-hypothesis":
      return await addHypothesis(ledger, request);
    case "add-evidence":
      return await addEvidence(ledger, request);
    case "rate-consistency":
      return await rateConsistency(ledger, request);
    case "undo":
      return await undo(ledger, request, author);
  }
}

async function undo(
  ledger: Ledger,
  { decision: id }: RequestOf<"undo">,
  author: string,
): Promise<Made<BodyOf<"undo">>> {
  const line = id === undefined ? await lastOf(ledger, author) : await decisionWith(ledger.db, id);
  if (line === null) throw id === undefined ? nothingToUndo(author) : noSuch("decision", id);
  const about = await decisionsIn(ledger.db, { target: targetKey(line.target) });
  const by = standing(about).undone.get(line.id);
  if (by !== undefined) {
    throw new SelonError({
      code: "already-undone",
      what: `${line.id} is undone already.`,
      why: `${by.author} did so, at ${by.time} (${by.id}).`,
      todo: `To have it back, undo that: selon undo ${by.id}`,
      details: { decision: line.id, by: by.id, author: by.author, time: by.time },
    });
  }
  return { target: line.target, anchor: line.anchor, body: { kind: "undo", decision: line.id } };
}

/** The author's last decision that still stands. */
async function lastOf(ledger: Ledger, author: string): Promise<Decision | null> {
  const { active } = standing(await decisionsIn(ledger.db));
  return active.findLast((line) => line.author === author) ?? null;
}

function badDecision(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): SelonError {
  const why = issues
    .slice(0, 3)
    .map(({ path, message }) => [path.map(String).join("."), message].filter((part) => part !== "").join(": "))
    .join("; ");
  return new SelonError({
    code: "bad-decision",
    what: "That can't be decided so.",
    why: `${why.replace(/[.\s]*$/, "")}.`,
    todo: "See: selon decide --help",
    details: { why },
  });
}

export type { Previewed };
