import { createHash } from "node:crypto";
import { languageOf } from "../../languages/index.ts";
import type { Actor, ActorRef, Analysis, Document, Mention, Span, Statement, TextSpan } from "../../model/index.ts";
import { actOf, ploverOf } from "../act.ts";
import type { RawAttribution, Resolved, Source } from "../attribution.ts";
import { commitmentOf } from "../factuality/index.ts";
import { predicateOf } from "../factuality/predicate.ts";
import { anonymityReason } from "./anonymity.ts";
import { confidenceOf, featuresOf, type Weights } from "./confidence.ts";
import { groundOf } from "./grounds.ts";
import { mentionsAndSpeakers } from "./pass.ts";
import { reasonOf } from "./reason.ts";
import type { Referent } from "./referent.ts";
import { Resolver } from "./resolver.ts";
import { saidWhen } from "./said.ts";
import { withLikelySources } from "./sources.ts";

const refOf = ({ id, name }: Referent): ActorRef => ({ id, name });

/** Identifier of a statement: the same for the same document, content and cue. */
function statementId(document: Document, raw: RawAttribution): string {
  const place = [
    raw.content.map(({ start, end }) => `${start}-${end}`).join("+"),
    raw.cue.span?.start ?? "",
    raw.parent ?? "",
  ];
  return `s:${createHash("sha256")
    .update(`${document.id} ${place.join(" ")}`)
    .digest("hex")
    .slice(0, 16)}`;
}

const spanOf = (source: Source): Span | null =>
  source.kind === "phrase" ? source.span : source.kind === "asker" ? source.span : null;

/**
 * Works out for raw attributions who speaks, through whom, with what act and how firmly.
 * Gives the statements in the order of the attributions, every mention of an actor, and the actors.
 */
export function resolve(document: Document, analysis: Analysis, attributions: readonly RawAttribution[]): Resolved {
  const { statements, mentions, actors } = resolveWithFeatures(document, analysis, attributions);
  return { statements, mentions, actors };
}

/** As `resolve`, with what the confidence of each statement was computed from, for fitting. */
export function resolveWithFeatures(
  document: Document,
  given: Analysis,
  raws: readonly RawAttribution[],
): Resolved & { readonly features: readonly Weights[] } {
  const language = languageOf(given.language);
  if (!language) return { statements: [], mentions: [], actors: [], features: [] };
  const resolver = new Resolver(given, language.actors, {
    settings: language.attribution.settings,
    outlet: document.outlet,
  });
  const { analysis } = resolver;
  const attributions = withLikelySources(analysis, language.actors, raws);
  const text = (span: Span): TextSpan => ({
    start: span.start,
    end: span.end,
    text: analysis.text.slice(span.start, span.end),
  });
  const pass = mentionsAndSpeakers(analysis, language, attributions, resolver);
  const ids: string[] = [];
  const taken = new Set<string>();
  for (const raw of attributions) {
    let id = statementId(document, raw);
    while (taken.has(id)) id += "'";
    taken.add(id);
    ids.push(id);
  }
  const chains: Referent[][] = [];
  const chainOf = (index: number): Referent[] => chains[index] ?? [];
  // What a paper says in its own name carries nobody: `Le maire a dit, a appris La Vigie`.
  const carries = (index: number): Referent[] => {
    const chain = chainOf(index);
    return attributions[index]?.source.kind === "phrase" && chain.at(-1)?.id === "author" ? chain.slice(0, -1) : chain;
  };
  // Nor is a dispatch reproduced in what its agency sends itself: `(Littoral) — Le maire a dit`.
  const isOwn = (index: number): boolean =>
    attributions[index]?.reproduced === true && pass.speakers[index]?.who.id === "author";
  const above = (index: number | null): number | null =>
    index !== null && isOwn(index) ? (attributions[index]?.parent ?? null) : index;
  const order = attributions
    .map((_, index) => index)
    .sort((a, b) => depthOf(attributions, a) - depthOf(attributions, b));
  for (const index of order) {
    const raw = attributions[index];
    const own = pass.speakers[index];
    if (!raw || !own) continue;
    // A report that is denied or asked about is nobody's who denies or asks: `interrogé sur les informations selon lesquelles`.
    const asked = raw.parent !== null && attributions[raw.parent]?.source.kind === "asker";
    const report = raw.source.kind === "unnamed" && raw.cue.kind === "noun";
    const before = raw.parent === null || (asked && report) ? [] : carries(raw.parent);
    chains[index] = [...before, ...(pass.carriers[index] ?? []), own.who];
  }
  const features: Weights[] = [];
  const statements = attributions.flatMap((raw, index): Statement[] => {
    const resolution = pass.speakers[index];
    const chain = chainOf(index);
    if (!resolution || raw.content.length === 0 || isOwn(index)) return [];
    const { who } = resolution;
    const predicate = predicateOf(analysis, raw);
    const at = above(raw.parent);
    const parent = at === null ? null : (pass.speakers[at]?.who ?? null);
    const performed = actOf(analysis, language, raw, predicate, { speaker: who, enclosing: parent });
    const commitment = commitmentOf(analysis, language, raw, performed.act, predicate);
    const place = spanOf(raw.source);
    const source = place ? text(place) : null;
    const cue = raw.cue.span ? text(raw.cue.span) : null;
    const near = source ?? cue;
    const anonymity =
      who.anonymous && (source ?? cue)
        ? anonymityReason(analysis, language.actors, source ?? cue ?? { start: 0, end: 0 })
        : null;
    const carriers = pass.carriers[index] ?? [];
    const told = { raw, source, cue, resolution, performed, commitment, principal: who.principal, carriers, anonymity };
    const spans = [
      ...raw.evidence.map(text),
      ...(resolution.antecedent ? [resolution.antecedent] : []),
      ...commitment.words,
      ...(anonymity ? [anonymity] : []),
    ];
    const inside = at !== null && attributions[at]?.reproduced !== true;
    const values = featuresOf(inside ? raw : { ...raw, parent: null }, resolution);
    features.push(values);
    return [
      {
        id: ids[index] ?? "",
        content: raw.content.map(text),
        source,
        cue,
        speaker: { ...refOf(who), kind: who.kind },
        speaksFor: who.principal ? refOf(who.principal) : null,
        chain: chain.map(refOf),
        anonymous: who.anonymous,
        mode: raw.mode,
        act: performed.act,
        factuality: commitment.factuality,
        quoted: raw.quoted.map(text),
        parent: at === null ? null : (ids[at] ?? null),
        said: saidWhen(analysis, raw),
        plover: ploverOf(performed.act),
        anonymityReason: anonymity,
        rests: near ? groundOf(analysis, language.actors, near, raw.content) : null,
        confidence: confidenceOf(values),
        because: { rule: raw.rule, spans, ...reasonOf(told) },
      },
    ];
  });
  return { statements, mentions: pass.mentions, actors: actorsOf(pass.mentions, statements, resolver), features };
}

function depthOf(attributions: readonly RawAttribution[], index: number): number {
  let depth = 0;
  let at = attributions[index]?.parent ?? null;
  while (at !== null && depth < 64) {
    depth++;
    at = attributions[at]?.parent ?? null;
  }
  return depth;
}

function actorsOf(mentions: readonly Mention[], statements: readonly Statement[], resolver: Resolver): Actor[] {
  const used = new Set(mentions.map(({ actor }) => actor));
  for (const statement of statements) {
    for (const { id } of statement.chain) used.add(id);
    if (statement.speaksFor) used.add(statement.speaksFor.id);
  }
  const actors: Actor[] = [];
  for (const one of resolver.roster.all()) {
    if (!used.has(one.id)) continue;
    const names = new Set([one.name, ...one.names, ...one.roles.map((role) => role.text)]);
    actors.push({ id: one.id, name: one.name, kind: one.kind, names: [...names].slice(0, 40) });
  }
  return actors;
}
