import type {
  Actor,
  ActorRef,
  Decision,
  Figure,
  Mention,
  Proposition,
  Reading,
  Span,
  Statement,
} from "../../model/index.ts";
import { actorsIn, foldActors, identitiesIn } from "./fold-actors.ts";
import { type FoldedStatements, foldStatements, hull, type Orphan } from "./fold-statements.ts";
import { conflicts, standing } from "./standing.ts";

/** What statements and sentences of a reading say, worked out afresh: needed where people added statements or moved their ends. */
export type Propose = (reading: Reading) => readonly Proposition[];

export type FoldedReading = { readonly reading: Reading; readonly orphans: readonly Orphan[] };

/**
 * Decisions about a document's statements and about actors, folded over what the machine read in it. A pure function: the
 * same reading and the same lines give the same result, and a line and its undo together give what was there before.
 * `decisions` may hold lines about other things, which change nothing.
 */
export function foldReading(machine: Reading, decisions: readonly Decision[], propose: Propose): FoldedReading {
  const { active } = standing(decisions);
  const { id } = machine.document;
  const own = active.filter(({ target }) => target.kind === "statement" && target.document === id);
  const folded = own.length === 0 ? null : foldStatements(machine.document, machine.statements, own);
  const stated = folded === null ? machine : withStatements(machine, folded, own, propose);
  const actors = active.filter(({ body }) => ["merge-actors", "split-actor", "set-actor"].includes(body.kind));
  const reading = concerns(stated, actors) ? foldActors(stated, identitiesIn(id, actors)) : stated;
  return { reading, orphans: folded?.orphans ?? [] };
}

/** Whether decisions about actors speak of anybody in a reading. */
export function concerns(reading: Reading, actors: readonly Decision[]): boolean {
  if (actors.length === 0) return false;
  const meant = new Set(actors.flatMap(actorsIn));
  const { statements, propositions } = reading;
  return (
    reading.actors.some((one) => meant.has(one.id)) ||
    reading.mentions.some((one) => meant.has(one.actor)) ||
    statements.some(({ chain, speaksFor }) => [...chain, speaksFor].some((one) => one !== null && meant.has(one.id))) ||
    propositions.some(({ actors: ids }) => ids.some((one) => meant.has(one)))
  );
}

function withStatements(
  machine: Reading,
  folded: FoldedStatements,
  active: readonly Decision[],
  propose: Propose,
): Reading {
  const against = conflicts(active);
  const statements = folded.statements.map((statement) => disputed(statement, against));
  const before = new Map(machine.statements.map((statement) => [statement.id, statement]));
  const changed = statements.filter((statement) => before.get(statement.id) !== statement);
  const regions = [
    ...statements.filter(({ id }) => folded.respanned.has(id)),
    ...machine.statements.filter(({ id }) => folded.respanned.has(id) || folded.deleted.has(id)),
  ].flatMap(({ content }) => content);
  const next: Reading = {
    ...machine,
    statements,
    mentions: mentionsWith(machine.mentions, changed, before),
    actors: actorsWith(machine.actors, changed),
    figures: machine.figures.map((figure) => figureWith(figure, statements, regions, folded)),
  };
  return { ...next, propositions: propositionsWith(next, folded, before, regions, propose) };
}

/** With the decisions of others that say otherwise. */
function disputed(statement: Statement, against: ReadonlyMap<string, readonly string[]>): Statement {
  const { decided } = statement;
  if (decided === undefined) return statement;
  const held = new Set([decided.decision, ...Object.values(decided.fields ?? {}).map(({ decision }) => decision)]);
  const others = [...new Set([...held].flatMap((id) => against.get(id) ?? []))].filter((id) => !held.has(id));
  return others.length === 0 ? statement : { ...statement, decided: { ...decided, against: others.sort() } };
}

const refOf = ({ id, name }: ActorRef): ActorRef => ({ id, name });

/** The words for the source mean whoever it was decided that they mean. */
function mentionsWith(
  mentions: readonly Mention[],
  changed: readonly Statement[],
  before: ReadonlyMap<string, Statement>,
): Mention[] {
  const found = new Map(mentions.map((one) => [`${one.start} ${one.end}`, one]));
  for (const { id, source, speaker } of changed) {
    if (source === null || before.get(id)?.speaker.id === speaker.id) continue;
    found.set(`${source.start} ${source.end}`, { ...source, actor: speaker.id });
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function actorsWith(actors: readonly Actor[], changed: readonly Statement[]): Actor[] {
  const found = new Map(actors.map((actor) => [actor.id, actor]));
  for (const { speaker, chain, speaksFor } of changed) {
    const others = [...chain, ...(speaksFor === null ? [] : [speaksFor])];
    for (const one of [speaker, ...others.map((other) => ({ ...other, kind: "organization" as const }))]) {
      const known = found.get(one.id);
      const { kind } = one;
      if (known === undefined) found.set(one.id, { id: one.id, name: one.name, kind, names: [one.name] });
      else if (!known.names.includes(one.name)) found.set(one.id, { ...known, names: [...known.names, one.name] });
    }
  }
  return [...found.values()];
}

function figureWith(
  figure: Figure,
  statements: readonly Statement[],
  regions: readonly Span[],
  { deleted }: FoldedStatements,
): Figure {
  const moved = regions.some(({ start, end }) => figure.start < end && start < figure.end);
  const gone = figure.statement !== null && deleted.has(figure.statement);
  const holder =
    moved || gone ? smallestAround(figure, statements) : (statements.find(({ id }) => id === figure.statement) ?? null);
  if (holder !== null) return { ...figure, statement: holder.id, speaker: refOf(holder.speaker) };
  return figure.statement === null ? figure : { ...figure, statement: null, speaker: { id: "author", name: "author" } };
}

function smallestAround(at: Span, statements: readonly Statement[]): Statement | null {
  let best: Statement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    const size = statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
    if (size < least && statement.content.some(({ start, end }) => start <= at.start && at.end <= end)) {
      [best, least] = [statement, size];
    }
  }
  return best;
}

/**
 * What the machine worked out for other words stays as it is; only where statements came, went or moved are propositions
 * worked out afresh, so that a reading of an older engine is not mixed with one of today's more than it must be.
 */
function propositionsWith(
  next: Reading,
  { respanned, deleted }: FoldedStatements,
  before: ReadonlyMap<string, Statement>,
  regions: readonly Span[],
  propose: Propose,
): Proposition[] {
  const after = new Map(next.statements.map((statement) => [statement.id, statement]));
  const stale = ({ statement, evidence }: Proposition): boolean =>
    statement === null
      ? regions.some(({ start, end }) => evidence.start < end && start < evidence.end)
      : respanned.has(statement) || deleted.has(statement);
  const kept = next.propositions
    .filter((one) => !stale(one))
    .map((one) => {
      const statement = one.statement === null ? undefined : after.get(one.statement);
      const was = one.statement === null ? undefined : before.get(one.statement);
      if (statement === undefined || was === undefined || statement.factuality === was.factuality) return one;
      return one.factuality === was.factuality ? { ...one, factuality: statement.factuality } : one;
    });
  if (regions.length === 0) return kept;
  const taken = new Set(kept.map(({ id }) => id));
  const fresh = propose(next).filter((one) => stale(one) && !taken.has(one.id));
  return [...kept, ...fresh].sort(
    (a, b) => hull([a.evidence]).start - hull([b.evidence]).start || (a.id < b.id ? -1 : 1),
  );
}
