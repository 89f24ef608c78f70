import { changesBetween } from "../alignment/revisions.ts";
import type { Reading } from "../model/index.ts";
import { type TimedPosition, withTurns } from "../operations/positions.ts";
import { precisionOf } from "../operations/precision.ts";
import type { DossierArticle, DossierClaim, DossierRevision, DossierTurn } from "./dossier.ts";

/** What was said differently from one capture of a page to the next, anchored in both articles. */
export function revisionsOf(readings: readonly Reading[], articles: readonly DossierArticle[]): DossierRevision[] {
  const found: DossierRevision[] = [];
  const marks = new Map(
    articles.flatMap(({ number, marks: own }) =>
      own.map((mark) => [`${number} ${mark.statement}`, mark.anchor] as const),
    ),
  );
  for (const article of articles) {
    const last = article.revisions.filter((number) => number < article.number).at(-1);
    const [before, after] = [readings[(last ?? 0) - 1], readings[article.number - 1]];
    if (last === undefined || before === undefined || after === undefined) continue;
    const anchored = <T extends { readonly statement: string }>(told: T | null, number: number) =>
      told === null ? null : { ...told, article: number, mark: marks.get(`${number} ${told.statement}`) ?? null };
    found.push({
      anchor: `r${found.length + 1}`,
      from: last,
      to: article.number,
      at: article.document.modified ?? article.captured,
      changes: changesBetween(before, after).map((change) => ({
        ...change,
        before: anchored(change.before, last),
        after: anchored(change.after, article.number),
      })),
    });
  }
  return found;
}

/** Who takes one side of a claim first and later the other. */
export function turnsOf(claims: readonly DossierClaim[], articles: readonly DossierArticle[]): DossierTurn[] {
  const said = new Map(
    articles.flatMap(({ number, marks }) => marks.map((mark) => [`${number} ${mark.statement}`, mark.said] as const)),
  );
  const places = new Map<string, DossierClaim["positions"][number]>(
    claims.flatMap(({ positions }) =>
      positions.map((one) => [`${one.document} ${one.statement} ${one.position}`, one] as const),
    ),
  );
  const timed = claims.flatMap(({ id, anchor, proposition, story, positions }) =>
    positions.flatMap(({ speaker, position, document, uri, statement, evidence, article }): TimedPosition[] => {
      if (speaker.id === "author" || speaker.id === "unnamed") return [];
      const own = said.get(`${article} ${statement}`) ?? null;
      const spoken = own !== null && /^\d{4}/.test(own) ? own : null;
      const when = spoken ?? articles[article - 1]?.document.published ?? null;
      const basis = spoken !== null ? "said" : when === null ? null : "published";
      const what = {
        position,
        claim: `${anchor}\n${id}`,
        proposition,
        story,
        document,
        uri,
        statement,
        evidence,
        turn: null,
      };
      return [{ speaker, when, precision: precisionOf(when), basis, ...what }];
    }),
  );
  return withTurns(timed).flatMap(({ speaker, claim, when, position, document, statement, turn }): DossierTurn[] => {
    if (turn === null) return [];
    const [from, to] = [
      places.get(`${turn.document} ${turn.statement} ${turn.from}`),
      places.get(`${document} ${statement} ${position}`),
    ];
    if (from === undefined || to === undefined) return [];
    const side = (at: typeof to, time: string | null) => ({
      position: at.position,
      when: time,
      article: at.article,
      target: at.anchor,
    });
    return [{ speaker, claim: claim.split("\n")[0] ?? "", from: side(from, turn.when), to: side(to, when) }];
  });
}
