import type { Token } from "../surface.ts";
import { type Gazetteer, type Known, knownAt } from "./gazetteer.ts";

export type Institution = { readonly to: number; readonly entity: string };

/**
 * An institution of a state, with the state it names: `le ministère russe de la Défense`, `l'armée de l'air
 * ukrainienne`, `the Russian Defence Ministry`, `the Ministry of Defence of Russia` → `ministry:defence:RU`.
 * `le ministère de la Défense` alone has no state and keeps its own id; `une armée de bénévoles` is none, since only
 * ministries stand without a state.
 */
export function institutionAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): Institution | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const before = gazetteer.demonyms.get(first.plain);
  if (before?.startsWith("state:")) {
    const known = knownAt(gazetteer.institutions, tokens, at + 1);
    if (known !== null) return { to: at + 1 + known.tokens.length, entity: idOf(known, before) };
  }
  if (!gazetteer.institutions.has(first.key)) return null;
  for (const [known, state, length] of readings(tokens, at, gazetteer)) {
    const end = at + length;
    if (state !== null) return { to: end, entity: idOf(known, state) };
    const following = nationalityAt(tokens, end, gazetteer);
    if (following !== null) return { to: end + 1, entity: idOf(known, following) };
    const owner = stateAfter(tokens, end, gazetteer);
    if (owner !== null) return { to: owner.to, entity: idOf(known, owner.state) };
    if (known.entity?.startsWith("ministry:")) return { to: end, entity: known.entity };
  }
  return null;
}

const idOf = (known: Known, state: string) => `${known.entity}:${state.replace("state:", "")}`;

function nationalityAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): string | null {
  const token = tokens[at];
  if (token === undefined || token.capital) return null;
  const id = gazetteer.demonyms.get(token.plain);
  return id?.startsWith("state:") ? id : null;
}

function stateAfter(tokens: readonly Token[], at: number, gazetteer: Gazetteer): { to: number; state: string } | null {
  const link = tokens[at];
  if (link === undefined || !/^(?:de|d'|du|of|des)$/.test(link.key)) return null;
  const from = /^(?:la|l'|the|les)$/.test(tokens[at + 1]?.key ?? "") ? at + 2 : at + 1;
  const known = knownAt(gazetteer.known, tokens, from);
  if (known?.kind !== "state" || known.entity === null) return null;
  return { to: from + known.tokens.length, state: known.entity };
}

/** The phrase as listed, and with a nationality after its first word (`ministère russe de la Défense`). */
function* readings(
  tokens: readonly Token[],
  at: number,
  gazetteer: Gazetteer,
): Generator<[Known, string | null, number]> {
  const inner = nationalityAt(tokens, at + 1, gazetteer);
  const first = tokens[at];
  if (inner !== null && first !== undefined) {
    const without = [first, ...tokens.slice(at + 2, at + 8)];
    const known = knownAt(gazetteer.institutions, without, 0);
    if (known !== null) yield [known, inner, known.tokens.length + 1];
  }
  const known = knownAt(gazetteer.institutions, tokens, at);
  if (known !== null) yield [known, null, known.tokens.length];
}
