import type { Filter, Ledger, Page, PageAsk } from "../ledger/index.ts";
import { claimsWith } from "../ledger/one.ts";
import { cursorOf, keyOf } from "../ledger/page.ts";
import { saidOf } from "../ledger/pages.ts";
import { type Place, placesOf, toldIn, untimed, voicesOf } from "../ledger/told.ts";
import type { Claim } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";
import { type TimedPosition, withTurns } from "./positions.ts";
import { precisionOf } from "./precision.ts";

const list = "positions";

/** A page of everybody's positions: one speaker after another by name, each by time, turns marked. Reads what it shows. */
export async function pagePositions(
  ledger: Ledger,
  given: Filter,
  { limit, after }: PageAsk,
): Promise<Page<TimedPosition>> {
  const filter = await resolveFilter(ledger, given);
  const voices = await voicesOf(ledger, filter);
  const total = voices.reduce((sum, { positions }) => sum + positions, 0);
  const [name, speaker, ...key] = after === undefined ? [] : keyOf(list, after, 6);
  const from = voices.findIndex(
    (one) =>
      name === undefined ||
      one.name > String(name) ||
      (one.name === name && speaker !== undefined && one.speaker >= String(speaker)),
  );
  const found: { readonly place: Place; readonly name: string; readonly speaker: string }[] = [];
  for (const voice of from < 0 ? [] : voices.slice(from)) {
    const begun = voice.speaker === speaker ? key : null;
    const places = await placesOf(ledger, filter, voice.speaker, limit + 1 - found.length, begun);
    for (const place of places) found.push({ place, name: voice.name, speaker: voice.speaker });
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  const items = await timed(
    ledger,
    shown.map(({ place }) => place),
  );
  if (last === undefined) return { items, total, next: null };
  const { told, document, claim, place } = last.place;
  return { items, total, next: cursorOf(list, [last.name, last.speaker, told, document, claim, place]) };
}

/** Positions with what is said and shown of them; turns are told from what the same speaker holds of the same claim. */
async function timed(ledger: Ledger, places: readonly Place[]): Promise<TimedPosition[]> {
  const claims = await claimsWith(
    ledger,
    places.map(({ claim }) => claim),
  );
  const told = await toldIn(ledger, claims.keys());
  const wanted = places.map((one) => ({ one, claim: claims.get(one.claim) }));
  const own = new Set(wanted.map(({ one, claim }) => `${one.claim} ${claim?.positions[one.place]?.speaker.id ?? ""}`));
  const documents = new Set(
    [...claims.values()].flatMap(({ id, positions }) =>
      positions.filter(({ speaker }) => own.has(`${id} ${speaker.id}`)).map(({ document }) => document),
    ),
  );
  const said = await saidOf(ledger, [...documents]);
  const made = new Map<string, TimedPosition>();
  for (const claim of claims.values()) {
    claim.positions.forEach(({ speaker }, place) => {
      if (!own.has(`${claim.id} ${speaker.id}`)) return;
      const when = told.get(`${claim.id} ${place}`) ?? untimed;
      made.set(`${claim.id} ${place}`, timedOf(claim, place, when, said));
    });
  }
  const keys = [...made.keys()];
  // Told with the place it has, since turns are told in another order.
  const numbered = new Map([...made.values()].map((one, n) => [one.evidence, keys[n] ?? ""]));
  for (const one of withTurns([...made.values()])) made.set(numbered.get(one.evidence) ?? "", one);
  return wanted.flatMap(({ one }) => made.get(`${one.claim} ${one.place}`) ?? []);
}

function timedOf(claim: Claim, place: number, told: string, saidAt: ReadonlyMap<string, string>): TimedPosition {
  const { id, proposition, story, positions } = claim;
  const position = positions[place];
  if (position === undefined) throw new Error(`Claim ${id} has no position ${place}.`);
  const { speaker, document, uri, statement, evidence, position: kind } = position;
  const when = told === untimed ? null : told;
  const spoken = saidAt.get(`${document} ${statement}`) === told;
  return {
    speaker: { id: speaker.id, name: speaker.name },
    when,
    precision: precisionOf(when),
    basis: when === null ? null : spoken ? "said" : "published",
    ...{ position: kind, claim: id, proposition, story, document, uri, statement, evidence, turn: null },
  };
}
