import type { Claim, ClaimStatus, Position } from "../model/index.ts";

/**
 * Contested when somebody else denies what is affirmed or reported; corroborated when two documents state it without
 * reserve and at least two origins stand behind it; single-source when all of it may rest on one; uncontested when nobody
 * affirms or denies it, or it rests on more.
 */
export function statusOf(
  positions: readonly Position[],
  { affirm, deny }: Claim["origins"],
  textOf: (document: string) => string = (document) => document,
): ClaimStatus {
  const denied = positions.filter(({ position }) => position === "deny");
  const held = positions.filter(({ position }) => position !== "deny" && position !== "doubt");
  if (denied.length > 0 && held.length > 0 && !isTurn(held, denied) && deny.upper > 0) return "contested";
  const firm = new Set(
    positions.filter(({ position }) => position === "affirm").map(({ document }) => textOf(document)),
  );
  if (firm.size >= 2 && affirm.lower >= 2) return "corroborated";
  if (affirm.upper === 0) return "uncontested";
  if (affirm.upper <= 1 || affirm.lower <= 1)
    return affirm.upper <= 1 || positions.length > 1 ? "single-source" : "uncontested";
  return "uncontested";
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
