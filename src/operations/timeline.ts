import { sinceNewest } from "../ledger/documents.ts";
import { claimsOf, documentsOf, type Filter, type Ledger, readingsOf, storiesOf } from "../ledger/index.ts";
import type { Claim, Reading, TextSpan } from "../model/index.ts";
import { resolveFilter } from "./filter.ts";
import { type Precision, precisionOf } from "./precision.ts";

/** A moment before its precision is told. */
type Draft = Omit<Moment, "precision">;

/** A point or stretch of time in one of three lanes: what happened, what was said, what was published. */
export type Moment = {
  readonly lane: "happened" | "said" | "published";
  /** ISO 8601, as precise as known. */
  readonly when: string;
  readonly precision: Precision;
  /** When what it speaks of happened, was said and was published, as far as each is known, each as precise as known. */
  readonly happened: string | null;
  readonly said: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly speaker: { readonly id: string; readonly name: string } | null;
  readonly story: string | null;
  readonly claim: string | null;
  readonly document: string | null;
  readonly uri: string | null;
  readonly evidence: TextSpan | null;
};

/** Of how many articles, the newest, a timeline of no story tells: all moments of a large ledger would fill the memory. */
const mostArticles = 200;

/** The same of one story, or of the newest articles that the filter leaves. */
export async function recentTimeline(ledger: Ledger, given: Filter = {}): Promise<Moment[]> {
  if (given.story !== undefined) return await listTimeline(ledger, given);
  const since = await sinceNewest(ledger, given, mostArticles);
  return await listTimeline(ledger, since === null ? given : { ...given, since });
}

/** What has a date, oldest first. What has none is not here. */
export async function listTimeline(ledger: Ledger, given: Filter = {}): Promise<Moment[]> {
  const filter = await resolveFilter(ledger, given);
  const documents = await documentsOf(ledger, filter);
  const readings =
    documents.length === 0
      ? []
      : await readingsOf(
          ledger,
          documents.map(({ id }) => id),
        );
  const claims = await claimsOf(ledger, filter);
  const times = new Map<string, readonly string[]>();
  for (const { document, propositions } of readings) {
    for (const one of propositions) times.set(`${document.id} ${one.statement ?? one.id}`, one.times);
  }
  const nothing = {
    speaker: null,
    claim: null,
    document: null,
    uri: null,
    evidence: null,
    happened: null,
    said: null,
    published: null,
  };
  const dates = new Map(documents.map(({ id, published }) => [id, published]));
  const saidAt = new Map<string, string>();
  for (const { document, statements } of readings)
    for (const { id, said } of statements) if (said !== null) saidAt.set(`${document.id} ${id}`, said);
  const moments: Draft[] = [];
  for (const story of await storiesOf(ledger, filter)) {
    if (story.when !== null)
      moments.push({
        ...nothing,
        lane: "happened",
        when: story.when,
        happened: story.when,
        text: story.title,
        story: story.id,
      });
  }
  for (const claim of claims) {
    const when = mostNamed(claim, times);
    const first = claim.positions[0];
    if (when === null || first === undefined) continue;
    const { document, uri, evidence } = first;
    const { id, story, proposition } = claim;
    moments.push({
      lane: "happened",
      when,
      happened: when,
      said: earliest(claim.positions.map(({ document, statement }) => saidAt.get(`${document} ${statement}`))),
      published: earliest(claim.positions.map(({ document }) => dates.get(document))),
      text: proposition,
      speaker: null,
      story,
      claim: id,
      document,
      uri,
      evidence,
    });
  }
  for (const reading of readings) moments.push(...saidIn(reading, given.actor, times));
  for (const { id, uri, title, outlet, published, stories } of documents) {
    if (published === null) continue;
    const text = [outlet, title].filter((part) => part !== null).join(": ") || uri;
    moments.push({
      ...nothing,
      lane: "published",
      when: published,
      published,
      text,
      story: stories[0] ?? null,
      document: id,
      uri,
    });
  }
  const since = given.since ?? "";
  return moments
    .flatMap((moment): Moment[] => {
      const precision = precisionOf(moment.when);
      return precision === null || moment.when < since ? [] : [{ ...moment, precision }];
    })
    .sort(byTime);
}

/** The first of the dates that have a year. */
function earliest(values: readonly (string | null | undefined)[]): string | null {
  const dated = values.filter((value): value is string => typeof value === "string" && /^\d{4}/.test(value));
  return dated.sort()[0] ?? null;
}

/** The time most positions name, the more precise where two are named as often. */
function mostNamed(claim: Claim, times: ReadonlyMap<string, readonly string[]>): string | null {
  const counts = new Map<string, number>();
  for (const { document, statement } of claim.positions) {
    for (const time of times.get(`${document} ${statement}`) ?? []) {
      if (/^\d{4}-\d{2}/.test(time)) counts.set(time, (counts.get(time) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

function saidIn(
  { document, statements }: Reading,
  actor: string | undefined,
  times: ReadonlyMap<string, readonly string[]>,
): Draft[] {
  const found: Draft[] = [];
  for (const { id: statement, said, content, speaker } of statements) {
    const evidence = content[0];
    if (said === null || evidence === undefined) continue;
    if (actor !== undefined && speaker.id !== actor && !speaker.name.toLowerCase().includes(actor.toLowerCase()))
      continue;
    const text = content.map((span) => span.text).join(" … ");
    const { id, name } = speaker;
    const where = { story: null, claim: null, document: document.id, uri: document.uri };
    const told = (times.get(`${document.id} ${statement}`) ?? []).filter((time) => /^\d{4}-\d{2}/.test(time));
    const happened = told.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
    const when = { when: said, happened, said, published: document.published };
    found.push({ lane: "said", ...when, text, speaker: { id, name }, ...where, evidence });
  }
  return found;
}

const lanes = ["happened", "said", "published"];

function byTime(a: Moment, b: Moment): number {
  const [x, y] = [a.when.slice(0, 10), b.when.slice(0, 10)];
  if (x !== y) return x < y ? -1 : 1;
  return lanes.indexOf(a.lane) - lanes.indexOf(b.lane) || (a.when < b.when ? -1 : a.when > b.when ? 1 : 0);
}
