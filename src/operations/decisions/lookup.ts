import { actorsNamed, idsBeginning, shownReading, statementAt } from "../../ledger/decisions/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { claimWith, documentWith } from "../../ledger/one.ts";
import { SelonError } from "../../model/error.ts";
import {
  type ActorKind,
  type ActorRef,
  actorKinds,
  type Claim,
  type Reading,
  type Speaker,
  type Statement,
} from "../../model/index.ts";
import { foldPhrase, personId, phraseId } from "../../statements/speakers/fold.ts";
import type { DecisionRequest } from "./request.ts";

type Things =
  | "statement"
  | "document"
  | "claim"
  | "story"
  | "actor"
  | "decision"
  | "question"
  | "hypothesis"
  | "evidence";

/** There is nothing of that name; every surface says so in the same words. */
export function noSuch(thing: Things, id: string): SelonError {
  return new SelonError({
    code: "no-such-thing",
    what: `There is no ${thing} “${id}”.`,
    why: `No id of a ${thing} in this ledger is that or begins so.`,
    todo: "Look its id up in the lists.",
    details: { thing, id },
  });
}

function several(thing: Things, id: string, found: readonly string[]): SelonError {
  return new SelonError({
    code: "which-thing",
    what: `More than one ${thing} begins with “${id}”.`,
    why: found.slice(0, 5).join(", "),
    todo: "Give more of its id.",
    details: { thing, id, found: found.slice(0, 5).join(", ") },
  });
}

/** The whole id that was meant. */
export async function wholeId(
  ledger: Ledger,
  thing: "statement" | "document" | "claim" | "story",
  id: string,
): Promise<string> {
  const found = await idsBeginning(ledger, thing, id);
  if (found.includes(id)) return id;
  const [only, more] = found;
  if (only === undefined) throw noSuch(thing, id);
  if (more !== undefined) throw several(thing, id, found);
  return only;
}

export type FoundStatement = { readonly reading: Reading; readonly statement: Statement };

export async function findStatement(ledger: Ledger, id: string): Promise<FoundStatement> {
  const whole = await wholeId(ledger, "statement", id);
  const document = await statementAt(ledger, whole);
  const reading = document === null ? null : await shownReading(ledger, document);
  const statement = reading?.statements.find((one) => one.id === whole);
  if (reading === null || statement === undefined) throw noSuch("statement", id);
  return { reading, statement };
}

export async function findReading(ledger: Ledger, id: string): Promise<Reading> {
  const held = await documentWith(ledger, await wholeId(ledger, "document", id));
  if (held === null) throw noSuch("document", id);
  return held.reading;
}

export async function findWholeClaim(ledger: Ledger, id: string): Promise<Claim> {
  const claim = await claimWith(ledger, await wholeId(ledger, "claim", id));
  if (claim === null) throw noSuch("claim", id);
  return claim;
}

type Who = Extract<DecisionRequest, { kind: "add-statement" }>["speaker"];

/**
 * Who is meant: an actor's id; else a name that an actor of the document has; else one that an actor of the ledger has;
 * else somebody new of that name, a person unless told otherwise.
 */
export async function whoIs(ledger: Ledger, who: Who, reading: Reading | null): Promise<Speaker> {
  if (typeof who !== "string") return { id: who.id, name: who.name, kind: who.kind ?? kindOfId(who.id) };
  if (who === "author") return { id: "author", name: "author", kind: "author" };
  if (who === "unnamed") return { id: "unnamed", name: "unnamed", kind: "anonymous" };
  const near = reading?.actors.find(({ id }) => id === who) ?? reading?.actors.find((one) => isCalled(one, who));
  if (near !== undefined) return { id: near.id, name: near.name, kind: near.kind };
  const known = await actorsNamed(ledger, who);
  const [best] = known.filter((one) => one.id === who || isCalled(one, who));
  return best ?? somebody(who, "person");
}

export function somebody(name: string, kind: ActorKind): Speaker {
  return { id: kind === "person" ? personId(name) : phraseId(kind, name), name, kind };
}

export const refOf = ({ id, name }: ActorRef): ActorRef => ({ id, name });

function isCalled({ name, names }: { readonly name: string; readonly names: readonly string[] }, who: string): boolean {
  const folded = foldPhrase(who);
  return folded !== "" && [name, ...names].some((one) => foldPhrase(one) === folded);
}

function kindOfId(id: string): ActorKind {
  return actorKinds.find((kind) => id === kind || id.startsWith(`${kind}:`)) ?? "organization";
}
