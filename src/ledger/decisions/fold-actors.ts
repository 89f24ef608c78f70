import type {
  Actor,
  ActorRef,
  Decided,
  Decision,
  Figure,
  Mark,
  Proposition,
  Reading,
  Speaker,
  Statement,
} from "../../model/index.ts";
import { conflicts, markOf } from "./standing.ts";

/** Who is who, as people decided: for one document, since a split holds in the documents it names. */
export type Identities = {
  /** The id under which an actor of the machine's is shown. */
  readonly of: (id: string) => string;
  /** What is set about an actor, by the id it is shown under. */
  readonly set: ReadonlyMap<string, Settings>;
};

type Settings = {
  readonly name?: string;
  readonly kind?: Actor["kind"];
  readonly names: readonly string[];
  readonly roles: readonly string[];
  readonly side?: string | null;
  readonly decided: Decided;
};

/**
 * Merges, splits and settings of actors, taken together for a document. Merges make sets, whatever their order; a set is
 * shown under the first actor of the last merge in it. Settings win part by part, the later ones first.
 */
export function identitiesIn(document: string, active: readonly Decision[]): Identities {
  const into = new Map<string, string>();
  const split = new Map<string, { as: Speaker; mark: Mark }>();
  const top = (id: string): string => {
    let at = id;
    while (into.has(at)) at = into.get(at) ?? at;
    return at;
  };
  const merged = new Map<string, { shown: ActorRef; mark: Mark }>();
  for (const decision of active) {
    const { body } = decision;
    if (body.kind === "split-actor" && body.documents.includes(document)) {
      split.set(body.actor.id, { as: body.as, mark: markOf(decision) });
    }
    if (body.kind !== "merge-actors") continue;
    const [first, ...others] = body.actors;
    if (first === undefined) continue;
    for (const { id } of others) {
      const [a, b] = [top(first.id), top(id)];
      if (a !== b) into.set(b, a);
    }
  }
  for (const decision of active) {
    const first = decision.body.kind === "merge-actors" ? decision.body.actors[0] : undefined;
    if (first !== undefined) merged.set(top(first.id), { shown: first, mark: markOf(decision) });
  }
  const shown = (id: string): string => merged.get(top(id))?.shown.id ?? id;
  // Whoever splits an actor knows it by the id it is shown under.
  const of = (id: string): string => shown((split.get(id) ?? split.get(shown(id)))?.as.id ?? id);
  const set = new Map<string, Settings>();
  const against = conflicts(active);
  const put = (id: string, mark: Mark, change: Partial<Omit<Settings, "decided">>, parts: readonly string[]): void => {
    const before = set.get(id) ?? { names: [], roles: [], decided: { ...mark, fields: {} } };
    const fields = { ...before.decided.fields, ...Object.fromEntries(parts.map((part) => [part, mark])) };
    const others = [...new Set([...(before.decided.against ?? []), ...(against.get(mark.decision) ?? [])])];
    set.set(id, {
      ...before,
      ...change,
      decided: { ...mark, fields, ...(others.length > 0 ? { against: others } : {}) },
    });
  };
  for (const { shown: one, mark } of merged.values()) put(of(one.id), mark, { name: one.name }, ["merged"]);
  for (const { as, mark } of split.values()) put(of(as.id), mark, { name: as.name, kind: as.kind }, ["split"]);
  for (const decision of active) {
    if (decision.body.kind !== "set-actor") continue;
    const { name, kind, names, roles, side } = decision.body.changes;
    const change = {
      ...(name === undefined ? {} : { name }),
      ...(kind === undefined ? {} : { kind }),
      ...(names === undefined ? {} : { names }),
      ...(roles === undefined ? {} : { roles }),
      ...(side === undefined ? {} : { side }),
    };
    put(of(decision.body.actor.id), markOf(decision), change, Object.keys(change));
  }
  return { of, set };
}

/** Ids that decisions about actors speak of; a document that has none of them stays as it is. */
export function actorsIn({ target, body }: Pick<Decision, "target" | "body">): string[] {
  const found = new Set<string>(target.kind === "actor" ? [target.actor] : []);
  if (body.kind === "merge-actors") for (const { id } of body.actors) found.add(id);
  if (body.kind === "split-actor") found.add(body.as.id);
  return [...found];
}

/** A reading with its actors as people decided who they are. */
export function foldActors(reading: Reading, { of, set }: Identities): Reading {
  const ref = <T extends ActorRef>(one: T): T => {
    const id = of(one.id);
    const settings = set.get(id);
    const name = settings?.name ?? one.name;
    const kind = "kind" in one && settings?.kind !== undefined ? { kind: settings.kind } : {};
    return id === one.id && name === one.name && !("kind" in kind) ? one : { ...one, ...kind, id, name };
  };
  const statement = (one: Statement): Statement => ({
    ...one,
    speaker: ref(one.speaker),
    speaksFor: one.speaksFor === null ? null : ref(one.speaksFor),
    chain: one.chain.map(ref),
  });
  const figure = (one: Figure): Figure => ({ ...one, speaker: ref(one.speaker) });
  const proposition = (one: Proposition): Proposition => ({
    ...one,
    arguments: one.arguments.map((argument) =>
      argument.actor === null ? argument : { ...argument, actor: of(argument.actor) },
    ),
    actors: [...new Set(one.actors.map(of))],
    ...(one.speaker === undefined ? {} : { speaker: ref(one.speaker) }),
  });
  return {
    ...reading,
    statements: reading.statements.map(statement),
    figures: reading.figures.map(figure),
    mentions: reading.mentions.map((one) => ({ ...one, actor: of(one.actor) })),
    actors: together(reading.actors, of, set),
    propositions: reading.propositions.map(proposition),
  };
}

function together(actors: readonly Actor[], of: Identities["of"], set: Identities["set"]): Actor[] {
  const found = new Map<string, Actor>();
  for (const actor of actors) {
    const id = of(actor.id);
    const known = found.get(id);
    const own = known ?? { ...actor, id };
    found.set(id, { ...own, names: [...new Set([...own.names, ...actor.names])] });
  }
  return [...found.values()].map((actor) => {
    const settings = set.get(actor.id);
    if (settings === undefined) return actor;
    const { name = actor.name, kind = actor.kind, names, roles, side, decided } = settings;
    return {
      ...actor,
      name,
      kind,
      names: [...new Set([name, ...names, ...actor.names])],
      ...(roles.length > 0 ? { roles } : {}),
      ...(side === undefined ? {} : { side }),
      decided,
    };
  });
}
