import type { Alignment, Claim, Document, FigureGroup, Story } from "../model/index.ts";
import { pageOf } from "../origins/pages.ts";
import type {
  Brief,
  DossierArticle,
  DossierClaim,
  DossierFigure,
  DossierFigureGroup,
  DossierPosition,
} from "./dossier.ts";
import { orderArticles, orderClaims, orderFigures } from "./order.ts";
import { quotes } from "./quotes.ts";

/** What of an article its number and its versions are told by. */
export type Numbered = Pick<Document, "uri" | "canonical" | "outlet" | "authors" | "published" | "modified"> & {
  readonly id: string;
};

/** A story's claims and figures by the numbers of its articles, with what of them is told in plain sentences. */
export function briefOf(alignment: Alignment, story: Story, documents: readonly Numbered[]): Brief {
  const chosen = orderArticles(documents, (document) => document);
  const { claims, figures, versions } = numbered(alignment, story, chosen);
  const articles = chosen.map((document, index) => ({
    number: index + 1,
    document,
    replacedBy: versions(index + 1).replacedBy,
  }));
  return { articles, claims, figures };
}

/** Claims and figures in their order, their items tied to articles, which are in theirs; no item has a mark yet. */
export function numbered(
  alignment: Alignment,
  story: Story | null,
  documents: readonly Pick<Numbered, "id" | "uri" | "canonical">[],
): {
  readonly claims: DossierClaim[];
  readonly figures: DossierFigureGroup[];
  /** The other captures of the same page as an article's. */
  readonly versions: (number: number) => Pick<DossierArticle, "revisions" | "replacedBy">;
} {
  const numbers = new Map(documents.map(({ id }, index) => [id, index + 1]));
  const pages = documents.map(pageOf);
  const captures = Map.groupBy(numbers.values(), (number) => pages[number - 1] ?? "");
  const claims = alignment.claims.filter((claim) => isOf(claim, story));
  const figures = alignment.figures.filter((group) => story === null || group.story === story.id);
  return {
    claims: numberClaims(claims, numbers),
    figures: numberFigures(figures, numbers),
    versions: (number) => {
      const all = captures.get(pages[number - 1] ?? "") ?? [];
      const last = all.at(-1);
      return {
        revisions: all.filter((other) => other !== number),
        replacedBy: last === number || last === undefined ? null : last,
      };
    },
  };
}

function isOf(claim: Claim, story: Story | null): boolean {
  return story === null || claim.story === story.id || story.claims.includes(claim.id);
}

function numberClaims(claims: readonly Claim[], numbers: ReadonlyMap<string, number>): DossierClaim[] {
  return orderClaims(claims).map((claim, index) => {
    const anchor = `c${index + 1}`;
    const positions = claim.positions.flatMap((position): Omit<DossierPosition, "anchor">[] => {
      const article = numbers.get(position.document);
      return article === undefined ? [] : [{ ...position, article, mark: null }];
    });
    positions.sort((a, b) => a.article - b.article || a.evidence.start - b.evidence.start);
    return {
      ...claim,
      anchor,
      number: index + 1,
      verbatim: claim.positions.some((position) => quotes(position.evidence.text, claim.proposition)),
      positions: positions.map((position, at) => ({ ...position, anchor: `${anchor}-${at + 1}` })),
      articles: [...new Set(positions.map((position) => position.article))],
    };
  });
}

function numberFigures(groups: readonly FigureGroup[], numbers: ReadonlyMap<string, number>): DossierFigureGroup[] {
  return orderFigures(groups).map((group, index) => {
    const anchor = `g${index + 1}`;
    const members = group.members.flatMap((member): Omit<DossierFigure, "anchor">[] => {
      const article = numbers.get(member.document);
      return article === undefined ? [] : [{ ...member, article, mark: null }];
    });
    members.sort((a, b) => b.value - a.value || a.article - b.article);
    return {
      ...group,
      anchor,
      number: index + 1,
      members: members.map((member, at) => ({ ...member, anchor: `${anchor}-${at + 1}` })),
    };
  });
}
