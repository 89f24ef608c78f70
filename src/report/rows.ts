import type { KeptActor, KeptDocument } from "../ledger/index.ts";
import type { ActorRef, Claim, FigureGroup, PositionKind } from "../model/index.ts";
import type { ClaimOrigins } from "../operations/origins.ts";
import type { TimedPosition } from "../operations/positions.ts";
import type { ReviewItem } from "../operations/review.ts";
import type { Found } from "../operations/search.ts";
import type { Source } from "../operations/sources.ts";
import type { CountedStory } from "../operations/story.ts";
import type { Moment } from "../operations/timeline.ts";
import { cellsOf, readable } from "./table.ts";
import { type Column, columnOf } from "./words/words.ts";

// What the lists of the ledger are as tables for a spreadsheet: what an item holds is told in cells of its own, never as
// one long cell that only a program can read.

/** Columns, and the rows that an item makes, a cell a column. */
export type Table<T> = { readonly columns: readonly string[]; readonly rows: (item: T) => readonly unknown[][] };

type Cells<T> = Readonly<Record<string, (item: T) => unknown>>;

/** A row for each of the parts of an item. */
function tableOfParts<T, P>(parts: (item: T) => readonly P[], cells: Cells<P>): Table<T> {
  return {
    columns: Object.keys(cells),
    rows: (item) => parts(item).map((part) => Object.values(cells).map((cell) => cell(part))),
  };
}

const table = <T>(cells: Cells<T>): Table<T> => tableOfParts((item) => [item], cells);

/** The fields of an item, each as readable as it can be told. */
export function plainTable(columns: readonly string[]): Table<object> {
  return { columns, rows: (item) => [cellsOf(readable(item), columns)] };
}

const bounds = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string =>
  lower === upper ? String(lower) : `${lower}–${upper}`;
const names = (actors: readonly ActorRef[]): string => [...new Set(actors.map(({ name }) => name))].join("; ");
const through = (chain: readonly ActorRef[]): string => chain.map(({ name }) => name).join(" > ");
const on =
  (column: Column) =>
  ({ positions }: Claim): readonly { readonly position: PositionKind; readonly speaker: ActorRef }[] =>
    positions.filter(({ position }) => columnOf[position] === column);
const speakers =
  (column: Column) =>
  (claim: Claim): string =>
    names(on(column)(claim).map(({ speaker }) => speaker));

const claims = table<Claim>({
  id: ({ id }) => id,
  story: ({ story }) => story,
  status: ({ status }) => status,
  proposition: ({ proposition }) => proposition,
  articles: ({ positions }) => new Set(positions.map(({ document }) => document)).size,
  affirm: speakers("affirm"),
  hedge: speakers("hedged"),
  deny: speakers("deny"),
  uncommitted: speakers("none"),
  originsAffirming: ({ origins }) => bounds(origins.affirm),
  originsDenying: ({ origins }) => bounds(origins.deny),
  rivals: ({ rivals }) => rivals.join("; "),
});

const stories = table<CountedStory>({
  id: ({ id }) => id,
  title: ({ title }) => title,
  when: ({ when }) => when,
  where: ({ where }) => where,
  articles: ({ counts }) => counts.documents,
  claims: ({ counts }) => counts.claims,
  contested: ({ counts }) => counts.contested,
  corroborated: ({ counts }) => counts.corroborated,
  singleSource: ({ counts }) => counts["single-source"],
  uncontested: ({ counts }) => counts.uncontested,
  figures: ({ counts }) => counts.figures,
  changed: ({ counts }) => counts.changed,
});

type Member = FigureGroup["members"][number] & { readonly group: FigureGroup };

/** A row a figure: those of one group stand together. */
const figures = tableOfParts<FigureGroup, Member>((group) => group.members.map((one) => ({ ...one, group })), {
  group: ({ group }) => group.id,
  story: ({ group }) => group.story,
  quantity: ({ group }) => group.quantity,
  relation: ({ group }) => group.relation,
  value: ({ value }) => value,
  upper: ({ upper }) => upper,
  bound: ({ bound }) => bound,
  unit: ({ unit }) => unit,
  what: ({ what }) => what,
  place: ({ scope }) => scope.place,
  time: ({ scope }) => scope.time,
  speaker: ({ speaker }) => speaker.name,
  words: ({ text }) => text,
  document: ({ document }) => document,
  uri: ({ uri }) => uri,
  start: ({ start }) => start,
  end: ({ end }) => end,
  because: ({ group }) => group.because,
});

const timeline = table<Moment>({
  lane: ({ lane }) => lane,
  when: ({ when }) => when,
  precision: ({ precision }) => precision,
  happened: ({ happened }) => happened,
  said: ({ said }) => said,
  published: ({ published }) => published,
  speaker: ({ speaker }) => speaker?.name,
  text: ({ text }) => text,
  words: ({ evidence }) => evidence?.text,
  story: ({ story }) => story,
  claim: ({ claim }) => claim,
  document: ({ document }) => document,
  uri: ({ uri }) => uri,
});

const origins = tableOfParts<
  ClaimOrigins,
  { readonly of: ClaimOrigins; readonly group: ClaimOrigins["groups"][number] }
>((of) => of.groups.map((group) => ({ of, group })), {
  claim: ({ of }) => of.claim,
  story: ({ of }) => of.story,
  proposition: ({ of }) => of.proposition,
  side: ({ of }) => of.side,
  origins: ({ of }) => bounds(of),
  articles: ({ of }) => of.documents,
  root: ({ group }) => group.root,
  positions: ({ group }) => group.members.length,
  party: ({ group }) => group.party === true,
  because: ({ group }) => group.because,
});

const positions = table<TimedPosition>({
  speaker: ({ speaker }) => speaker.name,
  when: ({ when }) => when,
  precision: ({ precision }) => precision,
  basis: ({ basis }) => basis,
  position: ({ position }) => position,
  turnFrom: ({ turn }) => turn?.from,
  claim: ({ claim }) => claim,
  proposition: ({ proposition }) => proposition,
  words: ({ evidence }) => evidence.text,
  story: ({ story }) => story,
  statement: ({ statement }) => statement,
  document: ({ document }) => document,
  uri: ({ uri }) => uri,
  start: ({ evidence }) => evidence.start,
  end: ({ evidence }) => evidence.end,
});

const actors = table<KeptActor>({
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  names: (actor) => actor.names.join("; "),
  articles: ({ documents }) => documents,
  statements: ({ statements }) => statements,
  affirm: (actor) => actor.positions.affirm,
  deny: (actor) => actor.positions.deny,
});

const documents = table<KeptDocument>({
  id: ({ id }) => id,
  uri: ({ uri }) => uri,
  title: ({ title }) => title,
  outlet: ({ outlet }) => outlet,
  authors: ({ authors }) => authors.join("; "),
  language: ({ language }) => language,
  published: ({ published }) => published,
  modified: ({ modified }) => modified,
  captured: ({ captured }) => captured,
  added: ({ added }) => added,
  statements: ({ statements }) => statements,
  figures: (document) => document.figures,
  stories: (document) => document.stories.join("; "),
});

const sources = table<Source>({
  id: ({ id }) => id,
  name: ({ name }) => name,
  reliability: ({ rating }) => rating?.reliability,
  credibility: ({ rating }) => rating?.credibility,
  languages: ({ languages }) => languages.join("; "),
  articles: (source) => source.documents,
  statements: ({ statements }) => statements,
  root: ({ root }) => root,
  carrier: ({ carrier }) => carrier,
  copy: ({ copy }) => copy,
  first: ({ first }) => first,
  last: ({ last }) => last,
});

/** Sentences found: their words, who says them how, where they stand. */
const search = table<Found>({
  text: ({ text }) => text,
  speakers: ({ statements }) => names(statements.map(({ speaker }) => speaker)),
  acts: ({ statements }) => statements.map(({ act }) => act).join("; "),
  outlet: ({ outlet }) => outlet,
  title: ({ title }) => title,
  published: ({ published }) => published,
  language: ({ language }) => language,
  document: ({ document }) => document,
  uri: ({ uri }) => uri,
  start: ({ start }) => start,
  end: ({ end }) => end,
});

/** Readings that wait for a person: what was read, in which words, why, and where. */
const review = table<ReviewItem>({
  statement: ({ statement }) => statement.id,
  speaker: ({ statement }) => statement.speaker.name,
  chain: ({ statement }) => through(statement.chain),
  act: ({ statement }) => statement.act,
  factuality: ({ statement }) => statement.factuality,
  confidence: ({ statement }) => statement.confidence,
  words: ({ statement }) => statement.content.map(({ text }) => text).join(" … "),
  context: ({ context }) => context.text,
  document: ({ document }) => document,
  uri: ({ uri }) => uri,
  title: ({ title }) => title,
  outlet: ({ outlet }) => outlet,
  language: ({ language }) => language,
  published: ({ published }) => published,
  rule: ({ statement }) => statement.because.rule,
  reason: ({ statement }) => statement.because.reason,
});

/** The tables of the lists, by the list's name. */
export const tables = {
  stories,
  claims,
  figures,
  timeline,
  origins,
  positions,
  actors,
  documents,
  sources,
  search,
  review,
} as const;
