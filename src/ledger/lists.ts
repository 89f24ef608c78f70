import type { ActorKind, PositionKind } from "../model/index.ts";
import { positionKinds } from "../model/index.ts";
import type { Ledger } from "./ledger.ts";
import { foldName } from "./search.ts";
import type { Filter } from "./views.ts";

export type KeptDocument = {
  readonly id: string;
  readonly uri: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly authors: readonly string[];
  readonly language: string;
  readonly published: string | null;
  readonly modified: string | null;
  readonly captured: string;
  readonly added: string;
  readonly statements: number;
  readonly figures: number;
  readonly stories: readonly string[];
};

export type KeptActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** Every other name and role in the documents. */
  readonly names: readonly string[];
  readonly documents: number;
  readonly statements: number;
  readonly positions: Readonly<Record<PositionKind, number>>;
};

/** Documents by date of publication, undated last. */
export async function documentsOf(ledger: Ledger, filter: Filter = {}): Promise<KeptDocument[]> {
  let query = ledger.db
    .selectFrom("documents as d")
    .selectAll()
    .select(({ selectFrom, fn }) => [
      selectFrom("statements").whereRef("document", "=", "d.id").select(fn.countAll<number>().as("n")).as("statements"),
      selectFrom("figures").whereRef("document", "=", "d.id").select(fn.countAll<number>().as("n")).as("figures"),
    ])
    .orderBy(({ fn, val }) => fn.coalesce("d.published", val("9999")))
    .orderBy("d.id");
  const { story, since, actor } = filter;
  if (story !== undefined) {
    query = query.where("d.id", "in", (q) =>
      q.selectFrom("story_documents").select("document").where("story", "=", story),
    );
  }
  if (since !== undefined) {
    query = query.where(({ fn }) => fn.coalesce("d.modified", "d.published", "d.captured"), ">=", since);
  }
  if (filter.contested === true) {
    query = query.where("d.id", "in", (q) =>
      q
        .selectFrom("positions")
        .innerJoin("claims", "claims.id", "positions.claim")
        .select("positions.document")
        .where("claims.status", "=", "contested"),
    );
  }
  if (actor !== undefined) {
    const ids = await actorIds(ledger, actor);
    query = query.where("d.id", "in", (q) =>
      q
        .selectFrom("statements")
        .select("document")
        .where("speaker", "in", ids.length > 0 ? ids : [""]),
    );
  }
  const stories = await storiesByDocument(ledger);
  return (await query.execute()).map((row) => ({
    id: row.id,
    uri: row.uri,
    title: row.title,
    outlet: row.outlet,
    authors: JSON.parse(row.authors) as string[],
    language: row.language,
    published: row.published,
    modified: row.modified,
    captured: row.captured,
    added: row.added,
    statements: Number(row.statements),
    figures: Number(row.figures),
    stories: stories.get(row.id) ?? [],
  }));
}

async function storiesByDocument(ledger: Ledger): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { story, document } of await ledger.db.selectFrom("story_documents").selectAll().execute()) {
    const known = found.get(document);
    if (known === undefined) found.set(document, [story]);
    else known.push(story);
  }
  return found;
}

/** Actors that speak or are named, those with most statements first. */
export async function actorsOf(ledger: Ledger, filter: Filter = {}): Promise<KeptActor[]> {
  const wanted = filter.actor === undefined ? null : new Set(await actorIds(ledger, filter.actor));
  const documents = new Set((await documentsOf(ledger, { ...filter, actor: undefined })).map(({ id }) => id));
  const said = await countBy(ledger, documents);
  const stands = await positionsBy(ledger, filter, documents);
  const found = new Map<
    string,
    { names: Map<string, number>; kind: ActorKind; others: Set<string>; documents: number }
  >();
  const rows = await ledger.db.selectFrom("actors").selectAll().orderBy("document").execute();
  for (const { id, document, name, kind, names } of rows) {
    if (!documents.has(document) || (wanted !== null && !wanted.has(id))) continue;
    const known = found.get(id) ?? { names: new Map(), kind: kind as ActorKind, others: new Set(), documents: 0 };
    known.names.set(name, (known.names.get(name) ?? 0) + 1);
    for (const other of JSON.parse(names) as string[]) known.others.add(other);
    known.documents += 1;
    found.set(id, known);
  }
  return [...found]
    .map(([id, { names, kind, others, documents }]): KeptActor => {
      const name = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? id;
      others.delete(name);
      return {
        id,
        name,
        kind,
        names: [...others].sort(),
        documents,
        statements: said.get(id) ?? 0,
        positions: stands.get(id) ?? noPositions(),
      };
    })
    .sort((a, b) => b.statements - a.statements || b.documents - a.documents || (a.name < b.name ? -1 : 1));
}

async function countBy(ledger: Ledger, documents: ReadonlySet<string>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const rows = await ledger.db
    .selectFrom("statements")
    .select(({ fn }) => ["document", "speaker", fn.countAll<number>().as("n")])
    .groupBy(["document", "speaker"])
    .execute();
  for (const { document, speaker, n } of rows) {
    if (documents.has(document)) counts.set(speaker, (counts.get(speaker) ?? 0) + Number(n));
  }
  return counts;
}

async function positionsBy(
  ledger: Ledger,
  filter: Filter,
  documents: ReadonlySet<string>,
): Promise<Map<string, Record<PositionKind, number>>> {
  let query = ledger.db
    .selectFrom("positions")
    .innerJoin("claims", "claims.id", "positions.claim")
    .select(["positions.document", "positions.speaker", "positions.position"]);
  if (filter.contested === true) query = query.where("claims.status", "=", "contested");
  const found = new Map<string, Record<PositionKind, number>>();
  for (const { document, speaker, position } of await query.execute()) {
    if (!documents.has(document)) continue;
    const known = found.get(speaker) ?? noPositions();
    known[position as PositionKind] += 1;
    found.set(speaker, known);
  }
  return found;
}

function noPositions(): Record<PositionKind, number> {
  return Object.fromEntries(positionKinds.map((kind) => [kind, 0])) as Record<PositionKind, number>;
}

/** Ids of the actors meant: the id itself, or those with a name that contains what was given. */
export async function actorIds(ledger: Ledger, actor: string): Promise<string[]> {
  const folded = foldName(actor);
  const rows = await ledger.db.selectFrom("actors").select(["id", "name", "names"]).execute();
  const found = new Set<string>();
  for (const { id, name, names } of rows) {
    const all = [name, ...(JSON.parse(names) as string[])];
    if (id === actor || (folded !== "" && all.some((one) => foldName(one).includes(folded)))) found.add(id);
  }
  return [...found];
}
