import { documentName, type Reading, type Story } from "../model/index.ts";
import type { DossierArticle, DossierClaim, TimelineItem } from "./dossier.ts";

/** What happened, what was said and what was published, when; only what has a date that begins with a year. */
export function timelineOf(
  readings: readonly Reading[],
  articles: readonly DossierArticle[],
  claims: readonly DossierClaim[],
  story: Story | null,
): TimelineItem[] {
  const items = [...happened(readings, claims, story), ...said(articles), ...published(articles)];
  return items
    .filter((item) => /^\d{4}/.test(item.when))
    .sort((a, b) =>
      a.when.slice(0, 10) < b.when.slice(0, 10) ? -1 : a.when.slice(0, 10) > b.when.slice(0, 10) ? 1 : 0,
    );
}

function happened(readings: readonly Reading[], claims: readonly DossierClaim[], story: Story | null): TimelineItem[] {
  const times = new Map<string, readonly string[]>();
  for (const reading of readings) {
    for (const proposition of reading.propositions) {
      for (const id of [proposition.id, proposition.statement]) {
        const key = `${reading.document.id} ${id}`;
        if (id !== null) times.set(key, [...(times.get(key) ?? []), ...proposition.times]);
      }
    }
  }
  const items: TimelineItem[] = [];
  if (story?.when && claims[0]) {
    const target = claims[0].anchor;
    items.push({
      lane: "happened",
      when: story.when,
      text: story.title,
      verbatim: false,
      speaker: null,
      article: null,
      target,
    });
  }
  for (const claim of claims) {
    const when = mostNamed(
      claim.positions.flatMap((position) => times.get(`${position.document} ${position.statement}`) ?? []),
    );
    if (when === null || (claim.status !== "contested" && claim.articles.length < 2)) continue;
    items.push({
      lane: "happened",
      when,
      text: claim.proposition,
      verbatim: claim.verbatim,
      speaker: null,
      article: null,
      target: claim.anchor,
    });
  }
  return items;
}

/** The time most positions name, the more precise one where two are named as often; null when none is dated. */
function mostNamed(times: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const time of times) if (/^\d{4}-\d{2}/.test(time)) counts.set(time, (counts.get(time) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

function said(articles: readonly DossierArticle[]): TimelineItem[] {
  return articles.flatMap((article) =>
    article.marks.flatMap((mark): TimelineItem[] =>
      mark.said === null || mark.takes.length === 0
        ? []
        : [
            {
              lane: "said",
              when: mark.said,
              text: mark.spans.map((span) => span.text).join(" … "),
              verbatim: true,
              speaker: mark.speaker,
              article: article.number,
              target: mark.anchor,
            },
          ],
    ),
  );
}

function published(articles: readonly DossierArticle[]): TimelineItem[] {
  return articles.flatMap((article): TimelineItem[] => {
    const when = article.document.modified ?? article.document.published;
    if (when === null) return [];
    const text = documentName(article.document);
    return [
      {
        lane: "published",
        when,
        text,
        verbatim: false,
        speaker: null,
        article: article.number,
        target: `a${article.number}`,
      },
    ];
  });
}
