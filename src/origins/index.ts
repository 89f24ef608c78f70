import {
  type Aligned,
  type Alignment,
  type Claim,
  isFirm,
  type OriginBounds,
  type Position,
  type Reading,
  type Statement,
} from "../model/index.ts";
import { affiliationsOf } from "./affiliation.ts";
import { boundsOf } from "./bounds.ts";
import { circlesOf } from "./circular.ts";
import { housesOf } from "./houses.ts";
import { officesOf } from "./office.ts";
import { pagesOf } from "./pages.ts";
import { partiesTo, propositionsBy } from "./party.ts";
import { reuseOf, textFamilies } from "./reuse.ts";
import { type DecidedOrigin, decidedRoot, rootOf } from "./roots.ts";
import { namingsOf } from "./same.ts";
import { statesOf } from "./states.ts";
import { statusOf } from "./status.ts";
import { principalsOf, type Ties } from "./ties.ts";

export { circularReports } from "./circular.ts";
export { creditsOf } from "./credits.ts";
export { grownBounds } from "./grown.ts";
export { pageOf, pagesOf } from "./pages.ts";
export { reuseOf } from "./reuse.ts";
export type { DecidedOrigin } from "./roots.ts";
export { statusOf } from "./status.ts";
export { type Fallen, without } from "./without.ts";

/** What people decided about the origin of a claim's position, or null. */
export type DecidedOrigins = (claim: string, position: Position) => DecidedOrigin | null;

/** Works out on how many origins each side of each claim rests, and what that makes of the claim. */
export function withOrigins(
  aligned: Aligned,
  readings: readonly Reading[],
  decided: DecidedOrigins = () => null,
): Alignment {
  const reuse = reuseOf(readings);
  const family = withPages(textFamilies(reuse), readings);
  const namings = namingsOf(readings);
  const ties: Ties = {
    readings: new Map(readings.map((reading) => [reading.document.id, reading])),
    reuse: new Map(
      reuse.flatMap((one) => [`${one.a} ${one.b}`, `${one.b} ${one.a}`].map((pair) => [pair, one] as const)),
    ),
    principals: principalsOf(readings),
    affiliations: affiliationsOf(readings),
    namings,
    offices: officesOf(readings, namings.same),
    houses: housesOf(readings, namings.same),
    states: statesOf(readings),
  };
  const propositions = propositionsBy(readings);
  const statements = new Map<string, Statement>();
  for (const { document, statements: own } of readings)
    for (const one of own) statements.set(`${document.id} ${one.id}`, one);
  const claims = aligned.claims.map((claim): Claim => {
    const parties = partiesTo(claim, propositions);
    const bounds = (positions: readonly Position[], kinds: readonly Position["position"][]): OriginBounds => {
      const roots = positions
        .filter(({ position }) => kinds.includes(position))
        .map((position) =>
          decidedRoot(
            rootOf(position, statements, ties.readings.get(position.document), family),
            decided(claim.id, position),
          ),
        );
      return boundsOf(roots, ties, parties);
    };
    const sides = (positions: readonly Position[]): Claim["origins"] => ({
      affirm: bounds(positions, ["affirm", "probable", "possible"]),
      deny: bounds(positions, ["deny", "doubt"]),
    });
    const whole = sides(claim.positions);
    const firm = claim.positions.filter(isFirm);
    const surely = firm.length === claim.positions.length ? whole : sides(firm);
    const origins = { affirm: between(surely.affirm, whole.affirm), deny: between(surely.deny, whole.deny) };
    const circles = circlesOf(claim.positions, ties.readings);
    const textOf = (document: string) => family.get(document) ?? document;
    const status = statusOf(claim.positions.filter(heardIn(claim.positions)), whole, textOf);
    // Who denies it need not be sure, since answers seldom are; that two say it has to be.
    const isTold = status === "contested" || surely === whole || firm.length === 0;
    const settled = isTold ? status : statusOf(firm, surely, textOf);
    return { ...claim, origins, status: settled, ...(circles.length === 0 ? {} : { circles }) };
  });
  return { stories: aligned.stories, claims, figures: aligned.figures };
}

/**
 * What hangs on its claim by little contests it where somebody says it, and another text than that which affirms. A document
 * that tells something else in negative words, in its own voice or anybody's, contests nothing by it.
 */
function heardIn(positions: readonly Position[]): (position: Position) => boolean {
  const alone = new Set(positions.map(({ document }) => document)).size === 1;
  return (one) => isFirm(one) || one.position !== "deny" || !(alone || one.speaker.id === "author");
}

/** What hangs on its claim by little may be of another: no lower bound counts on it. */
const between = (surely: OriginBounds, whole: OriginBounds): OriginBounds =>
  surely === whole
    ? whole
    : { ...whole, lower: Math.min(whole.lower, Math.max(surely.lower, Math.min(1, whole.lower))) };

/** Versions of one page are one text, however much was changed. */
function withPages(family: ReadonlyMap<string, string>, readings: readonly Reading[]): ReadonlyMap<string, string> {
  const pages = pagesOf(readings);
  if (pages.size === 0) return family;
  const joined = new Map(family);
  for (const versions of pages.values()) {
    const tops = versions.map(({ document }) => joined.get(document.id) ?? document.id);
    const first = [...tops].sort()[0] ?? "";
    for (const [document, top] of joined) if (tops.includes(top as (typeof tops)[number])) joined.set(document, first);
    for (const { document } of versions) joined.set(document.id, first);
  }
  return joined;
}
