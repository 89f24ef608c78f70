import { type RawBuilder, sql } from "kysely";
import type { Act, DocumentId, TextSpan } from "../model/index.ts";
import type { Ledger } from "./ledger.ts";
import { marksOf } from "./marks.ts";
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

/** Sentences in which everything looked for stands, of the newest documents first, each in the order of its text. */
export async function foundIn(ledger: Ledger, query: Query, limit: number): Promise<Found[]> {
  const wanted = await wantedBy(ledger, query);
  const newest = sql<string>`coalesce(d.modified, d.published, d.captured)`;
  const wheres = conditions(query, newest);
  if (wanted.length > 0) wheres.push(ledger.matching(wanted));
  let select = ledger.db
    .selectFrom("passages as p")
    .innerJoin("documents as d", "d.id", "p.document")
    .select(["p.document", "p.place", "p.start", "p.end", "p.text", "p.lemmas"])
    .select(["d.uri", "d.title", "d.outlet", "d.published", "d.language"])
    .orderBy(newest, "desc")
    .orderBy("p.document")
    .orderBy("p.place")
    .limit(limit);
  for (const where of wheres) select = select.where(where);
  const found: Found[] = [];
  for (const { place, lemmas, document, ...row } of await select.execute()) {
    const spans = marksOf(row.text, lemmas, wanted);
    const marks = spans.map(({ start, end }) => ({
      start: row.start + start,
      end: row.start + end,
      text: row.text.slice(start, end),
    }));
    found.push({
      ...row,
      document: document as DocumentId,
      marks,
      snippet: snippet(row.text, spans),
      statements: await statementsAt(ledger, document, place),
    });
  }
  return found;
}

/** Words are looked up as lemmas of each language there is in the ledger; without words no model is needed. */
async function wantedBy(ledger: Ledger, { terms, language }: Query): Promise<Wanted[]> {
  if (terms.length === 0) return [];
  const rows = await ledger.db.selectFrom("documents").select("language").distinct().orderBy("language").execute();
  const bases = rows.map((row) => row.language.toLowerCase().split("-")[0] ?? "");
  const { languageOf } = await import("../languages/index.ts");
  const asked = language?.split("-")[0];
  const languages = [...new Set(bases)].filter(
    (base) => languageOf(base) !== null && (asked === undefined || asked === base),
  );
  const { wantedOf } = await import("./wanted.ts");
  return terms.map((term) => wantedOf(term, languages));
}

function conditions(query: Query, newest: RawBuilder<string>): RawBuilder<boolean>[] {
  const { speaker, act, status, since, language } = query;
  const found: RawBuilder<boolean>[] = [];
  if (since !== null) found.push(sql<boolean>`${newest} >= ${since}`);
  if (language !== null) {
    found.push(sql<boolean>`(lower(d.language) = ${language} or lower(d.language) like ${`${language}-%`})`);
  }
  if (speaker === null && act === null && status === null) return found;
  // All three hold of one and the same statement.
  const of = [sql<boolean>`s.document = p.document and s.passage = p.place`];
  if (act !== null) of.push(sql<boolean>`s.act = ${act}`);
  if (speaker !== null) {
    const folded = foldName(speaker);
    const pattern = folded === "" ? "\\%" : containing(folded);
    of.push(sql<boolean>`(s.speaker = ${speaker} or s.folded like ${pattern} escape '\\')`);
  }
  if (status !== null) {
    of.push(sql<boolean>`exists (select 1 from statements t join positions o on o.document = t.document
      and o.statement = t.id join claims c on c.id = o.claim
      where t.document = s.document and t.place = s.statement and c.status = ${status})`);
  }
  found.push(sql<boolean>`exists (select 1 from passage_statements s where ${sql.join(of, sql` and `)})`);
  return found;
}

async function statementsAt(ledger: Ledger, document: string, passage: number): Promise<Found["statements"]> {
  const rows = await ledger.db
    .selectFrom("passage_statements as s")
    .innerJoin("statements as t", (on) =>
      on.onRef("t.document", "=", "s.document").onRef("t.place", "=", "s.statement"),
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
