import type { ActorKind, ActorRef, PositionKind, Reading } from "../model/index.ts";
import type { DossierActor, DossierArticle, DossierClaim } from "./dossier.ts";

type Draft = {
  readonly ref: ActorRef;
  kind: ActorKind | null;
  statements: number;
  readonly names: Set<string>;
  readonly positions: Record<PositionKind, number>;
  readonly articles: Set<number>;
  readonly contests: Set<string>;
};

/** Who speaks in these articles, those with most positions first. */
export function actorsOf(
  readings: readonly Reading[],
  articles: readonly DossierArticle[],
  claims: readonly DossierClaim[],
): DossierActor[] {
  const drafts = new Map<string, Draft>();
  for (const article of articles) {
    for (const mark of article.marks) {
      if (mark.act === null) continue;
      const draft = draftOf(drafts, mark.speaker);
      draft.statements += 1;
      draft.articles.add(article.number);
    }
  }
  for (const claim of claims) {
    for (const position of claim.positions) {
      const draft = drafts.get(position.speaker.id);
      if (!draft) continue;
      draft.positions[position.position] += 1;
      draft.articles.add(position.article);
      if (claim.status === "contested") draft.contests.add(claim.anchor);
    }
  }
  nameActors(drafts, readings);
  return [...drafts.values()].map(finish).sort(byWeight);
}

function draftOf(drafts: Map<string, Draft>, ref: ActorRef): Draft {
  const found = drafts.get(ref.id);
  if (found) return found;
  const draft: Draft = {
    ref,
    kind: null,
    statements: 0,
    names: new Set(),
    positions: { affirm: 0, deny: 0, probable: 0, possible: 0, doubt: 0, "report-without-commitment": 0 },
    articles: new Set(),
    contests: new Set(),
  };
  drafts.set(ref.id, draft);
  return draft;
}

function nameActors(drafts: ReadonlyMap<string, Draft>, readings: readonly Reading[]): void {
  for (const reading of readings) {
    for (const actor of reading.actors) {
      const draft = drafts.get(actor.id);
      if (!draft) continue;
      draft.kind ??= actor.kind;
      for (const name of actor.names) if (name !== draft.ref.name) draft.names.add(name);
    }
  }
}

function finish(draft: Draft): DossierActor {
  return {
    id: draft.ref.id,
    name: draft.ref.name,
    kind: draft.kind,
    names: [...draft.names],
    statements: draft.statements,
    positions: draft.positions,
    articles: [...draft.articles].sort((a, b) => a - b),
    contests: [...draft.contests],
  };
}

function byWeight(a: DossierActor, b: DossierActor): number {
  return (
    b.contests.length - a.contests.length ||
    b.statements - a.statements ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
