import type { Alignment, Reading } from "../model/index.ts";
import { actorsOf } from "./actors.ts";
import { revisionsOf, turnsOf } from "./changes.ts";
import type { Dossier, DossierArticle, DossierClaim, DossierFigureGroup, DossierOptions } from "./dossier.ts";
import { figureMarksOf, marksOf } from "./marks.ts";
import { numbered } from "./number.ts";
import { orderArticles } from "./order.ts";
import { questionsOf } from "./questions.ts";
import { timelineOf } from "./timeline.ts";

/** Puts together all that stands in a story, numbers its articles and ties every item to its characters. */
export function dossierOf(alignment: Alignment, readings: readonly Reading[], options: DossierOptions): Dossier {
  const story = alignment.stories.find((candidate) => candidate.id === options.story) ?? null;
  const inStory = readings.filter(({ document }) => story === null || story.documents.includes(document.id));
  const chosen = orderArticles(inStory, ({ document }) => document);
  const {
    claims,
    figures: groups,
    versions,
  } = numbered(
    alignment,
    story,
    chosen.map(({ document }) => document),
  );
  const articles = chosen.map((reading, index): DossierArticle => {
    const number = index + 1;
    return {
      number,
      document: reading.document,
      captured: options.captured?.get(reading.document.id) ?? null,
      ...versions(number),
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

/** The title of the one story that most of the articles are about; none where there are several of a size. */
function titleOf(alignment: Alignment, articles: number): string {
  return alignment.stories.find((story) => story.documents.length * 2 > articles)?.title ?? "";
}

function enginesOf(readings: readonly Reading[]): Dossier["engines"] {
  const engines = new Map(readings.map((reading) => [JSON.stringify(reading.engine), reading.engine]));
  return [...engines.values()];
}
