import type { Claim, ClaimStatus, Position } from "../model/index.ts";

const sides: ReadonlySet<string> = new Set(["affirm", "probable", "possible"]);

/**
 * Contested when somebody else denies what is affirmed or reported; corroborated when two documents state it without
 * reserve, and two groups of origins that nothing in the texts joins; single-source when nothing tells that it rests on
 * more than one, or one text alone prints it; uncontested when nobody affirms or denies it, or others only hold it for possible.
 */
export function statusOf(
  positions: readonly Position[],
  { affirm, deny }: Claim["origins"],
  textOf: (document: string) => string = (document) => document,
): ClaimStatus {
  const denied = positions.filter(({ position }) => position === "deny");
  const held = positions.filter(({ position }) => position !== "deny" && position !== "doubt");
  if (denied.length > 0 && held.length > 0 && !isTurn(held, denied) && deny.upper > 0) return "contested";
  const stated = positions.filter(({ position }) => position === "affirm");
  const texts = new Set(stated.map(({ document }) => textOf(document)));
  const statements = new Set(stated.map(({ statement }) => statement));
  const firm = affirm.groups.filter(({ members }) => members.some((member) => statements.has(member)));
  if (texts.size >= 2 && firm.length >= 2) return "corroborated";
  const told = new Set(positions.filter(({ position }) => sides.has(position)).map(({ document }) => textOf(document)));
  return affirm.groups.length === 1 || told.size === 1 ? "single-source" : "uncontested";
}

/**
 * Whether one speaker alone affirms in some documents and denies in others: who turns contests nobody else's word.
 * Narrators and sources without a name are somebody else in every document.
 */
function isTurn(held: readonly Position[], denied: readonly Position[]): boolean {
  const speakers = new Set([...held, ...denied].map(({ speaker }) => speaker.id));
  const [id = ""] = speakers;
  if (speakers.size !== 1 || /^(?:author$|unnamed$|anonymous:)/.test(id)) return false;
  const documents = new Set(held.map(({ document }) => document));
  return denied.every(({ document }) => !documents.has(document));
}
