import type {
  ActorRef,
  Anchor,
  BodyOf,
  Decided,
  Decision,
  Document,
  Mark,
  Span,
  Statement,
  TextSpan,
} from "../../model/index.ts";
import { spanOf } from "./anchor.ts";
import { markOf } from "./standing.ts";

/** A decision that found nothing to hold on to: its words are gone, or the reading has no such statement (any more). */
export type Orphan = { readonly decision: string; readonly why: "text" | "statement" | "claim" | "story" | "actor" };

export type FoldedStatements = {
  readonly statements: readonly Statement[];
  /** Ids of statements that are there no more, with the one they stood in. */
  readonly deleted: ReadonlyMap<string, string | null>;
  /** Statements whose characters are new. */
  readonly respanned: ReadonlySet<string>;
  /** Ids by which decisions knew statements that have another id in this reading. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly orphans: readonly Orphan[];
};

/** How much of their characters two contents must share to be the same statement, found by another engine. */
const same = 0.5;
/** And for a statement that a person added to take the place of one that the machine found later. */
const nearlyAll = 0.8;

/**
 * Decisions about the statements of one document, folded over what the machine found. Later lines win part by part; what
 * they do to different statements does not depend on their order.
 */
export function foldStatements(
  document: Document,
  machine: readonly Statement[],
  active: readonly Decision[],
): FoldedStatements {
  const orphans: Orphan[] = [];
  const work = new Map<string, Statement>(machine.map((statement) => [statement.id, statement]));
  const deleted = new Map<string, string | null>();
  const respanned = new Set<string>();
  const renamed = new Map<string, string>();
  const chained = new Set<string>();
  const text = document.text;

  for (const decision of active) {
    if (decision.body.kind !== "add-statement") continue;
    const made = added(text, decision, decision.body);
    if (made === null) {
      orphans.push({ decision: decision.id, why: "text" });
      continue;
    }
    const found = machine.find(
      (one) => one.speaker.id === made.speaker.id && overlap(one.content, made.content) >= nearlyAll,
    );
    if (found !== undefined) {
      deleted.set(found.id, made.id);
      work.delete(found.id);
    }
    work.set(made.id, made);
    respanned.add(made.id);
    chained.add(made.id);
  }

  const meant = findStatements(text, machine, work, active);
  for (const [id, found] of meant) if (id !== found && work.has(found)) renamed.set(id, found);
  for (const decision of active) {
    const { body, target } = decision;
    if (target.kind !== "statement" || body.kind === "add-statement") continue;
    if (body.kind !== "correct-statement" && body.kind !== "delete-statement" && body.kind !== "confirm-statement")
      continue;
    const id = meant.get(target.statement) ?? "statement";
    const found = work.get(id);
    if (found === undefined) {
      if (!deleted.has(id)) orphans.push({ decision: decision.id, why: id === "text" ? "text" : "statement" });
      continue;
    }
    if (body.kind === "delete-statement") {
      deleted.set(found.id, found.parent);
      continue;
    }
    if (body.kind === "confirm-statement") {
      work.set(found.id, { ...found, decided: decidedBy(found, markOf(decision), {}) });
      continue;
    }
    const { content, ...changes } = body.changes;
    let next: Statement = { ...found, ...defined(changes) };
    if (content !== undefined) {
      const spans = spansOf(text, content);
      if (spans === null) orphans.push({ decision: decision.id, why: "text" });
      else {
        next = { ...next, content: spans, quoted: quotedIn(found, spans) };
        respanned.add(found.id);
      }
      if (spans === null && Object.keys(defined(changes)).length === 0) continue;
    }
    if (changes.speaker !== undefined) {
      next = { ...next, anonymous: changes.speaker.kind === "anonymous" };
      const settled = found.decided?.fields?.speaksFor !== undefined || changes.speaksFor !== undefined;
      if (!settled && changes.speaker.id !== found.speaker.id) next = { ...next, speaksFor: null };
    }
    if (changes.chain !== undefined) chained.add(found.id);
    work.set(found.id, { ...next, decided: decidedBy(found, markOf(decision), body.changes) });
  }
  for (const id of deleted.keys()) work.delete(id);
  const statements = [...chains(machine, work, deleted, chained).values()];
  return { statements: inOrder(nest(statements, respanned)), deleted, respanned, renamed, orphans };
}

/**
 * The statement that each target means, by the id it is meant by: the same id, else the one that shares most characters
 * with what was meant and, of those, the one with the same cue. `text` where the words are gone, `statement` where
 * nothing is stated there.
 */
function findStatements(
  text: string,
  machine: readonly Statement[],
  work: ReadonlyMap<string, Statement>,
  active: readonly Decision[],
): ReadonlyMap<string, string> {
  const meant = new Map<string, string>();
  for (const { target, anchor } of active) {
    if (target.kind !== "statement") continue;
    const { statement: id, cue } = target;
    const known = meant.get(id);
    if (known !== undefined && known !== "text" && known !== "statement") continue;
    // Identifiers are made from characters: the same one in the same text is the same statement.
    if (work.has(id)) meant.set(id, id);
    else if (anchor !== null) {
      const [content, said] = [spanOf(anchor, text), cue === null ? null : spanOf(cue, text)];
      meant.set(id, content === null ? "text" : (nearest(machine, content, said) ?? "statement"));
    }
  }
  return meant;
}

function nearest(machine: readonly Statement[], content: Span, cue: Span | null): string | null {
  let best: { readonly id: string; readonly fit: number } | null = null;
  for (const one of machine) {
    const shared = overlap([hull(one.content)], [content]);
    if (shared < same) continue;
    const sameCue = cue === null ? one.cue === null : one.cue !== null && overlap([one.cue], [cue]) > 0;
    const fit = shared + (sameCue ? 0.5 : 0);
    if (best === null || fit > best.fit) best = { id: one.id, fit };
  }
  return best?.id ?? null;
}

function added(text: string, decision: Decision, body: BodyOf<"add-statement">): Statement | null {
  const content = spansOf(text, body.content);
  if (content === null) return null;
  const [source, cue] = [body.source, body.cue].map((one) =>
    one === null ? null : (spansOf(text, [one])?.[0] ?? null),
  );
  const mark = markOf(decision);
  return {
    id: body.statement,
    content,
    source: source ?? null,
    cue: cue ?? null,
    speaker: body.speaker,
    speaksFor: body.speaksFor,
    chain: body.chain,
    anonymous: body.anonymous,
    mode: body.mode,
    act: body.act,
    factuality: body.factuality,
    quoted: body.mode === "direct" ? content : [],
    parent: null,
    said: null,
    confidence: 1,
    because: {
      rule: "ledger/decisions/fold-statements",
      spans: [...(source ? [source] : []), ...(cue ? [cue] : []), ...content].slice(0, 3),
      reason: `Added by ${decision.author}${decision.reason === null ? "." : `: ${decision.reason}`}`,
    },
    decided: { ...mark, fields: { added: mark } },
  };
}

/** What was decided about a statement so far, with one more decision. */
function decidedBy(statement: Statement, mark: Mark, changes: Readonly<Record<string, unknown>>): Decided {
  const before = statement.decided;
  const fields = { ...before?.fields };
  const was: Record<string, unknown> = { ...before?.was };
  const parts = Object.keys(defined(changes));
  for (const part of parts) {
    fields[part] = mark;
    if (!(part in was) && fields.added === undefined) was[part] = statement[part as keyof Statement];
  }
  if (parts.length === 0) fields.confirmed = mark;
  return { ...mark, fields, ...(Object.keys(was).length > 0 ? { was } : {}) };
}

/**
 * Whoever relays a statement that was corrected relays it in its chain too: chains that began with the chain of the
 * statement they stand in begin with its new one. A chain that somebody decided stays; its last link is the speaker.
 */
function chains(
  machine: readonly Statement[],
  work: ReadonlyMap<string, Statement>,
  deleted: ReadonlyMap<string, string | null>,
  chained: ReadonlySet<string>,
): Map<string, Statement> {
  const before = new Map(machine.map((statement) => [statement.id, statement]));
  const done = new Map<string, Statement>();
  const standing = (id: string | null): string | null => {
    let at = id;
    for (let depth = 0; at !== null && deleted.has(at) && depth < 100; depth += 1) at = deleted.get(at) ?? null;
    return at !== null && work.has(at) ? at : null;
  };
  const chainOf = (id: string | null, depth: number): readonly ActorRef[] => {
    if (id === null || depth > 100) return [];
    const own = visit(id, depth);
    return own?.chain ?? [];
  };
  const visit = (id: string, depth: number): Statement | null => {
    const known = done.get(id);
    if (known !== undefined) return known;
    const statement = work.get(id);
    if (statement === undefined) return null;
    const parent = standing(statement.parent);
    const was = before.get(id);
    let links = statement.chain;
    if (was !== undefined && was.parent !== null && !chained.has(id)) {
      const old = before.get(was.parent)?.chain ?? [];
      const starts = old.length < was.chain.length && old.every(({ id: link }, n) => was.chain[n]?.id === link);
      if (starts) links = [...chainOf(parent, depth + 1), ...was.chain.slice(old.length)];
    }
    const { id: speaker, name } = statement.speaker;
    const last = links.at(-1);
    if (last === undefined || last.id !== speaker || last.name !== name)
      links = [...links.slice(0, -1), { id: speaker, name }];
    const next = { ...statement, parent, chain: links };
    done.set(id, next);
    return next;
  };
  for (const id of work.keys()) visit(id, 0);
  return done;
}

/** A statement whose characters are new stands in the smallest one that holds it. */
function nest(statements: readonly Statement[], respanned: ReadonlySet<string>): Statement[] {
  if (respanned.size === 0) return [...statements];
  return statements.map((statement) => {
    if (!respanned.has(statement.id)) return statement;
    const own = hull(statement.content);
    let best: { id: string; size: number } | null = null;
    for (const other of statements) {
      if (other.id === statement.id || other.parent === statement.id) continue;
      const outer = hull(other.content);
      const size = outer.end - outer.start;
      const holds = outer.start <= own.start && own.end <= outer.end && size > own.end - own.start;
      if (holds && (best === null || size < best.size)) best = { id: other.id, size };
    }
    return { ...statement, parent: best?.id ?? null };
  });
}

const inOrder = (statements: readonly Statement[]): Statement[] =>
  [...statements].sort((a, b) => {
    const [x, y] = [hull(a.content), hull(b.content)];
    return x.start - y.start || y.end - x.end || (a.id < b.id ? -1 : 1);
  });

function spansOf(text: string, anchors: readonly Anchor[]): TextSpan[] | null {
  const spans: TextSpan[] = [];
  for (const anchor of anchors) {
    const span = spanOf(anchor, text);
    if (span === null) return null;
    spans.push({ ...span, text: text.slice(span.start, span.end) });
  }
  return spans.sort((a, b) => a.start - b.start);
}

function quotedIn({ quoted }: Statement, content: readonly Span[]): TextSpan[] {
  return quoted.filter((quote) => content.some(({ start, end }) => start <= quote.start && quote.end <= end));
}

export function hull(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
}

/** Shared characters by all characters (Jaccard). */
export function overlap(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let common = 0;
  for (const x of a) for (const y of b) common += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return common / Math.max(1, size(a) + size(b) - common);
}

function defined<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
