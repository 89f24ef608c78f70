import { type Decision, type DecisionBody, type Mark, targetKey } from "../../model/index.ts";

/** Which decisions hold, and what became of the others. */
export type Standing = {
  /** In the order of the log, without undos and what they undid. */
  readonly active: readonly Decision[];
  /** By the decision undone: the undo that holds. */
  readonly undone: ReadonlyMap<string, Decision>;
};

/**
 * What still stands of a log, or of a part of it that holds the undos of its decisions. An undo can itself be undone:
 * from the last line back, each undo that stands takes away what it names.
 */
export function standing(decisions: readonly Decision[]): Standing {
  const undone = new Map<string, Decision>();
  for (let n = decisions.length - 1; n >= 0; n -= 1) {
    const decision = decisions[n];
    if (decision === undefined || undone.has(decision.id) || decision.body.kind !== "undo") continue;
    if (!undone.has(decision.body.decision)) undone.set(decision.body.decision, decision);
  }
  const active = decisions.filter(({ id, body }) => body.kind !== "undo" && !undone.has(id));
  return { active, undone };
}

/** What a decision settles, part by part, with its value: two that settle one part otherwise are a conflict. */
export function settles({ target, body }: Decision): ReadonlyMap<string, string> {
  const key = targetKey(target);
  const one = (part: string, value: unknown): ReadonlyMap<string, string> =>
    new Map([[`${key} ${part}`, JSON.stringify(value) ?? ""]]);
  switch (body.kind) {
    case "correct-statement":
      return new Map([...parts(key, body.changes), ...one("there", true)]);
    case "set-actor":
      return parts(key, body.changes);
    case "delete-statement":
    case "confirm-statement":
      return one("there", body.kind !== "delete-statement");
    case "verdict":
      return one("verdict", body.verdict);
    case "rate-source":
      return new Map(
        (["reliability", "credibility"] as const).flatMap((part): [string, string][] =>
          body[part] === null ? [] : [[`${key} ${part}`, String(body[part])]],
        ),
      );
    case "collapse-origins":
    case "separate-origins":
      return new Map(body.positions.map(({ statement }) => [`${key} origin ${statement}`, body.kind]));
    default:
      return new Map();
  }
}

function parts(key: string, changes: object): ReadonlyMap<string, string> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return new Map(given.map(([part, value]) => [`${key} ${part}`, JSON.stringify(value)]));
}

/**
 * Standing decisions that somebody else contradicts on the same part of the same thing, each with those against it.
 * Ratings of hypotheses are never in conflict: each author's stand beside the others'.
 */
export function conflicts(active: readonly Decision[]): ReadonlyMap<string, readonly string[]> {
  const settled = new Map<string, { value: string; decision: Decision }[]>();
  for (const decision of active) {
    for (const [part, value] of settles(decision)) {
      const same = (settled.get(part) ?? []).filter((one) => one.decision.author !== decision.author);
      settled.set(part, [...same, { value, decision }]);
    }
  }
  const found = new Map<string, Set<string>>();
  for (const held of settled.values()) {
    for (const a of held) {
      for (const b of held) {
        if (a.value === b.value) continue;
        found.set(a.decision.id, (found.get(a.decision.id) ?? new Set()).add(b.decision.id));
      }
    }
  }
  return new Map([...found].map(([id, others]) => [id, [...others].sort()]));
}

export function markOf({ author, time, id }: Decision): Mark {
  return { by: author, at: time, decision: id };
}

/** Which part of the work has to be done again after a decision. */
export type Layer = "reading" | "actor" | "alignment" | "desk";

export function layerOf(body: Exclude<DecisionBody, { kind: "undo" }>): Layer {
  switch (body.kind) {
    case "correct-statement":
    case "confirm-statement":
    case "add-statement":
    case "delete-statement":
    case "check-document":
      return "reading";
    case "merge-actors":
    case "split-actor":
    case "set-actor":
      return "actor";
    case "merge-claims":
    case "split-claim":
    case "merge-stories":
    case "split-story":
    case "collapse-origins":
    case "separate-origins":
      return "alignment";
    default:
      return "desk";
  }
}
