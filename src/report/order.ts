import { bearing, type Claim, type ClaimStatus, type Document, type FigureGroup } from "../model/index.ts";

const statusOrder: readonly ClaimStatus[] = ["contested", "corroborated", "single-source", "uncontested"];
const relationOrder: readonly FigureGroup["relation"][] = ["same", "part-of", "not-comparable"];

type Dated = Pick<Document, "uri" | "published" | "modified">;

/** By publication, undated ones last; then by address, so that numbers never depend on the order of reading. */
export function orderArticles<T>(articles: readonly T[], documentOf: (article: T) => Dated): T[] {
  const keyed = articles.map((article) => ({
    article,
    uri: documentOf(article).uri,
    at: instantOf(documentOf(article)),
  }));
  keyed.sort((a, b) => (a.at === b.at ? (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) : a.at < b.at ? -1 : 1));
  return keyed.map(({ article }) => article);
}

function instantOf({ published, modified }: Dated): number {
  const instant = Date.parse(modified ?? published ?? "");
  return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant;
}

/**
 * Contested first; then the ones in which one speaker denies what another affirms before those in which somebody denies
 * himself; then those of which most is surely said, then those that stand in most articles.
 */
export function orderClaims(claims: readonly Claim[]): Claim[] {
  return claims
    .map((claim) => ({
      claim,
      articles: new Set(claim.positions.map((position) => position.document)).size,
      bearing: bearing(claim.positions),
      opposed: opposed(claim),
    }))
    .sort(
      (a, b) =>
        statusOrder.indexOf(a.claim.status) - statusOrder.indexOf(b.claim.status) ||
        Number(b.opposed) - Number(a.opposed) ||
        b.bearing - a.bearing ||
        b.articles - a.articles ||
        (a.claim.id < b.claim.id ? -1 : 1),
    )
    .map((ranked) => ranked.claim);
}

function opposed(claim: Claim): boolean {
  const affirming = new Set(
    claim.positions.flatMap(({ position, speaker }) => (position === "affirm" ? speaker.id : [])),
  );
  return claim.positions.some(
    ({ position, speaker }) =>
      position === "deny" && affirming.size > 0 && !(affirming.size === 1 && affirming.has(speaker.id)),
  );
}

/** What can be compared first; within a relation the largest group first. */
export function orderFigures(groups: readonly FigureGroup[]): FigureGroup[] {
  return [...groups].sort(
    (a, b) =>
      relationOrder.indexOf(a.relation) - relationOrder.indexOf(b.relation) ||
      b.members.length - a.members.length ||
      (a.id < b.id ? -1 : 1),
  );
}
