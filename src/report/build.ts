import type { Alignment, Claim, FigureGroup, Reading, Story } from "../model/index.ts";
import { pageOf } from "../origins/pages.ts";
import { actorsOf } from "./actors.ts";
import { revisionsOf, turnsOf } from "./changes.ts";
import type {
  Dossier,
  DossierArticle,
  DossierClaim,
  DossierFigure,
  DossierFigureGroup,
  DossierOptions,
  DossierPosition,
} from "./dossier.ts";
import { figureMarksOf, marksOf } from "./marks.ts";
import { orderArticles, orderClaims, orderFigures } from "./order.ts";
import { questionsOf } from "./questions.ts";
import { quotes } from "./quotes.ts";
import { timelineOf } from "./timeline.ts";

/** Puts together all that stands in a story, numbers its articles and ties every item to its characters. */
export function dossierOf(alignment: Alignment, readings: readonly Reading[], options: DossierOptions): Dossier {
  const story = alignment.stories.find((candidate) => candidate.id === options.story) ?? null;
  const chosen = orderArticles(readings.filter((reading) => inStory(reading, story)));
  const numbers = new Map(chosen.map((reading, index) => [reading.document.id as string, index + 1]));
  const claims = numberClaims(
    alignment.claims.filter((claim) => claimOf(claim, story)),
    numbers,
  );
  const groups = numberFigures(
    alignment.figures.filter((group) => story === null || group.story === story.id),
    numbers,
  );
  const captures = Map.groupBy(numbers.values(), (number) => addressOf(chosen[number - 1]));
  const articles = chosen.map((reading, index): DossierArticle => {
    const number = index + 1;
    const versions = captures.get(addressOf(reading)) ?? [];
    return {
      number,
      document: reading.document,
      captured: options.captured?.get(reading.document.id) ?? null,
      revisions: versions.filter((other) => other !== number),
      replacedBy: versions.at(-1) === number ? null : (versions.at(-1) ?? null),
      credits: reading.credits,
      marks: marksOf(reading, number, claims),
      figures: figureMarksOf(reading, number, groups),
    };
  });
  const marks = new Map(articles.flatMap((article) => article.marks.map((mark) => [key(mark), mark.anchor] as const)));
  const figureMarks = new Map(
    articles.flatMap((article) => article.figures.map((figure) => [figureKey(figure), figure.anchor] as const)),
  );
  const anchored = claims.map(
    (claim): DossierClaim => ({
      ...claim,
      positions: claim.positions.map((position) => ({ ...position, mark: marks.get(key(position)) ?? null })),
    }),
  );
  const figures = groups.map(
    (group): DossierFigureGroup => ({
      ...group,
      members: group.members.map((member) => ({ ...member, mark: figureMarks.get(figureKey(member)) ?? null })),
    }),
  );
  const told = story ?? (alignment.stories.length === 1 ? (alignment.stories[0] ?? null) : null);
  return {
    title: options.title ?? story?.title ?? titleOf(alignment, chosen.length),
    story: told,
    generated: options.generated,
    engines: enginesOf(chosen),
    articles,
    claims: anchored,
    figures,
    timeline: timelineOf(chosen, articles, anchored, told),
    turns: turnsOf(anchored, articles),
    revisions: revisionsOf(chosen, articles),
    actors: actorsOf(chosen, articles, anchored),
    questions: questionsOf(options.questions ?? [], anchored),
  };
}

const key = (item: { article: number; statement: string }): string => `${item.article} ${item.statement}`;
const figureKey = (item: { article: number; start: number; end: number }): string =>
  `${item.article} ${item.start} ${item.end}`;

function addressOf(reading: Reading | undefined): string {
  return reading === undefined ? "" : pageOf(reading.document);
}

function inStory(reading: Reading, story: Story | null): boolean {
  return story === null || story.documents.includes(reading.document.id);
}

function claimOf(claim: Claim, story: Story | null): boolean {
  return story === null || claim.story === story.id || story.claims.includes(claim.id);
}

/** The title of the one story that most of the articles are about; none where there are several of a size. */
function titleOf(alignment: Alignment, articles: number): string {
  return alignment.stories.find((story) => story.documents.length * 2 > articles)?.title ?? "";
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

function enginesOf(readings: readonly Reading[]): Dossier["engines"] {
  const engines = new Map(readings.map((reading) => [JSON.stringify(reading.engine), reading.engine]));
  return [...engines.values()];
}
