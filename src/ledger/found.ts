import { type RawBuilder, sql } from "kysely";
import type { Act, DocumentId, TextSpan } from "../model/index.ts";
import type { Ledger } from "./ledger.ts";
import { marksOf } from "./marks.ts";
import { afterKey, cursorOf, keyOf, type Order, orderOf, type PageAsk, whereOf } from "./page.ts";
import type { Query, Wanted } from "./query.ts";
import { containing, foldName } from "./search.ts";

/** A sentence that was looked for. */
export type Found = TextSpan & {
  readonly document: DocumentId;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string;
  /** The words found, with offsets in the document. */
  readonly marks: readonly TextSpan[];
  /** The sentence with the words found between ⟦ and ⟧. */
  readonly snippet: string;
  /** Statements that the sentence is part of. */
  readonly statements: readonly {
    readonly id: string;
    readonly speaker: { readonly id: string; readonly name: string };
    readonly act: Act;
  }[];
};

const newest = sql<string>`coalesce(d.modified, d.published, d.captured)`;
const order: Order = [{ by: newest, down: true }, { by: sql`p.document` }, { by: sql`p.place` }];
const list = "search";

/** Sentences in which everything looked for stands, of the newest documents first, each in the order of its text. */
export async function foundIn(ledger: Ledger, query: Query, limit: number): Promise<Found[]> {
  return (await foundPage(ledger, await lookFor(ledger, query), { limit })).items;
}

/** What is looked for, worked out once for the sentences and the counts. */
export type Look = { readonly wanted: readonly Wanted[]; readonly wheres: readonly RawBuilder<boolean>[] };

export async function lookFor(ledger: Ledger, query: Query): Promise<Look> {
  const wanted = await wantedBy(ledger, query);
  const wheres = await conditions(ledger, query);
  if (wanted.length > 0) wheres.push(ledger.matching(wanted));
  return { wanted, wheres };
}

type Row = Omit<Found, "marks" | "snippet" | "statements"> & {
  readonly place: number;
  readonly lemmas: string;
  readonly k0: string;
};

/** A page of them, without their number. Throws `bad-cursor`. */
export async function foundPage(
  ledger: Ledger,
  { wanted, wheres }: Look,
  { limit, after }: PageAsk,
): Promise<{ items: Found[]; next: string | null }> {
  const going = after === undefined ? [] : [afterKey(order, keyOf(list, after, order.length))];
  // Put in order without their texts, which are then read for the page only.
  const ids = sql`select p.document as at_document, p.month as at_month, p.place as at_place, ${newest} as k0
    from passages p join documents d on d.id = p.document and d.month = p.month
    ${whereOf([...wheres, ...going])} ${orderOf(order)} limit ${limit + 1}`;
  const { rows } =
    await sql<Row>`select p.document, p.place, p.start, p."end", p.text, p.lemmas, d.uri, d.title, d.outlet,
    d.published, d.language, q.k0 from (${ids}) as q join passages p on p.document = q.at_document
    and p.month = q.at_month and p.place = q.at_place
    join documents d on d.id = p.document ${orderOf(order)}`.execute(ledger.db);
  const shown = rows.slice(0, limit);
  const items: Found[] = [];
  for (const { place, lemmas, k0: _, ...row } of shown) {
    const spans = marksOf(row.text, lemmas, wanted);
    const [start, end] = [Number(row.start), Number(row.end)];
    const marks = spans.map((span) => ({
      start: start + span.start,
      end: start + span.end,
      text: row.text.slice(span.start, span.end),
    }));
    const statements = await statementsAt(ledger, row.document, place);
    items.push({ ...row, start, end, marks, snippet: snippet(row.text, spans), statements });
  }
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items, next: last === undefined ? null : cursorOf(list, [last.k0, last.document, last.place]) };
}

/** Words are looked up as lemmas of each language there is in the ledger; without words no model is needed. */
async function wantedBy(ledger: Ledger, { terms, language, typing }: Query): Promise<Wanted[]> {
  if (terms.length === 0) return [];
  const rows = await ledger.db.selectFrom("documents").select("language").distinct().orderBy("language").execute();
  const bases = rows.map((row) => row.language.toLowerCase().split("-")[0] ?? "");
  const { languageOf } = await import("../languages/index.ts");
  const asked = language?.split("-")[0];
  const languages = [...new Set(bases)].filter(
    (base) => languageOf(base) !== null && (asked === undefined || asked === base),
  );
  const { wantedOf } = await import("./wanted.ts");
  return terms.map((term, n) => wantedOf(term, languages, typing && n === terms.length - 1));
}

async function conditions(ledger: Ledger, query: Query): Promise<RawBuilder<boolean>[]> {
  const { speaker, act, status, since, language, outlet } = query;
  const found: RawBuilder<boolean>[] = [];
  if (since !== null) found.push(sql<boolean>`${newest} >= ${since}`);
  if (language !== null) {
    found.push(sql<boolean>`(lower(d.language) = ${language} or lower(d.language) like ${`${language}-%`})`);
  }
  if (outlet !== null) found.push(sql<boolean>`d.outlet in (${sql.join(await outletsNamed(ledger, outlet))})`);
  if (speaker === null && act === null && status === null) return found;
  // All three hold of one and the same statement.
  const of: RawBuilder<boolean>[] = [];
  if (act !== null) of.push(sql<boolean>`s.act = ${act}`);
  if (speaker !== null) {
    const folded = foldName(speaker);
    const pattern = folded === "" ? "\\%" : containing(folded);
    of.push(sql<boolean>`(s.speaker = ${speaker} or s.folded like ${pattern} escape '\\')`);
  }
  if (query.terms.length > 0) {
    // The words leave few sentences, each of which is looked at.
    if (status !== null) {
      // Most documents can be left out at once where few claims are of this kind.
      of.push(sql<boolean>`s.document in (select o.document from claims c join positions o on o.claim = c.id
        where c.status = ${status})`);
      of.push(sql<boolean>`exists (select 1 from statements t join positions o on o.document = t.document
        and o.statement = t.id join claims c on c.id = o.claim
        where t.document = s.document and t.month = s.month and t.place = s.statement and c.status = ${status})`);
    }
    found.push(sql<boolean>`exists (select 1 from passage_statements s
      where s.document = p.document and s.month = p.month and s.passage = p.place and ${sql.join(of, sql` and `)})`);
    return found;
  }
  // Without words the statements tell which sentences are meant.
  const from =
    status === null
      ? sql`passage_statements s`
      : sql`claims c join positions o on o.claim = c.id join statements t on t.document = o.document and t.id = o.statement
        join passage_statements s on s.document = t.document and s.month = t.month and s.statement = t.place`;
  if (status !== null) of.push(sql<boolean>`c.status = ${status}`);
  found.push(sql<boolean>`(p.document, p.place) in (select s.document, s.passage from ${from}
    where ${sql.join(of, sql` and `)})`);
  return found;
}

/** Engines fold accents each in their own way, so the names are folded here: there are few of them beside documents. */
async function outletsNamed({ db }: Ledger, asked: string): Promise<string[]> {
  const folded = foldName(asked);
  const rows = await db.selectFrom("documents").select("outlet").where("outlet", "is not", null).distinct().execute();
  const found = rows.flatMap(({ outlet }) =>
    outlet !== null && folded !== "" && foldName(outlet).includes(folded) ? [outlet] : [],
  );
  // Nothing is in an empty list, and no engine takes one.
  return found.length > 0 ? found.sort().slice(0, 500) : [""];
}

async function statementsAt(ledger: Ledger, document: string, passage: number): Promise<Found["statements"]> {
  const rows = await ledger.db
    .selectFrom("passage_statements as s")
    .innerJoin("statements as t", (on) =>
      on.onRef("t.document", "=", "s.document").onRef("t.month", "=", "s.month").onRef("t.place", "=", "s.statement"),
    )
    .select(["t.id", "t.speaker", "t.speaker_name", "t.act"])
    .where("s.document", "=", document)
    .where("s.passage", "=", passage)
    .orderBy("t.place")
    .execute();
  return rows.map(({ id, speaker, speaker_name, act }) => ({
    id,
    speaker: { id: speaker, name: speaker_name },
    act: act as Act,
  }));
}

function snippet(text: string, spans: readonly { start: number; end: number }[]): string {
  let [made, at] = ["", 0];
  for (const { start, end } of spans) {
    made += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return made + text.slice(at);
}
