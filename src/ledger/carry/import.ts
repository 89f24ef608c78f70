import { createHash } from "node:crypto";
import { z } from "zod";
import { decisionSchema } from "../../model/decision-schema.ts";
import type { Decision, DocumentId, Reading } from "../../model/index.ts";
import { readingSchema } from "../../model/reading-schema.ts";
import { hashOf, idOf, noLine } from "../decisions/line.ts";
import { insertLine, setHead } from "../decisions/log.ts";
import { derivedOf, insertDerived } from "../derived.ts";
import { insertAll, pack } from "../keep.ts";
import type { Ledger } from "../ledger.ts";
import { monthOf } from "../month.ts";
import { rowsOf } from "../rows.ts";
import type { Work } from "../schema.ts";
import { keyedRow } from "../storable.ts";
import { badExport, notEmpty } from "./error.ts";
import { exportVersion } from "./export.ts";
import { linesOf } from "./lines.ts";

const id = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const name = z.string().min(1).max(500);
const instant = z.string().min(4).max(40);
const lineSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ledger"), format: z.literal("selon"), version: z.number().int() }),
  z.strictObject({
    kind: z.literal("document"),
    id,
    captured: instant,
    added: instant,
    size: z.number().int().min(0),
    bytes: z.base64(),
  }),
  z.strictObject({ kind: z.literal("reading"), document: id, body: readingSchema }),
  z.strictObject({ kind: z.literal("decision"), line: decisionSchema }),
  z.strictObject({ kind: z.literal("former"), of: z.enum(["claim", "story", "figure"]), id: name, now: name }),
  z.strictObject({
    kind: z.literal("end"),
    documents: z.number().int(),
    decisions: z.number().int(),
    // Version 1 has none.
    former: z.number().int().default(0),
    head: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);
type Line = z.infer<typeof lineSchema>;

export type Imported = { readonly documents: number; readonly decisions: number };

/**
 * Puts an exported ledger into an empty one, all of it in one transaction or nothing: every line is checked, every hash
 * worked out anew. Throws `bad-export` with the line that is wrong, and `ledger-not-empty`. Memory holds one document.
 */
export async function importLedger(
  ledger: Ledger,
  chunks: AsyncIterable<Uint8Array>,
  progress: (done: Imported) => void = () => {},
): Promise<Imported> {
  return await ledger.db.transaction().execute(async (work) => {
    await ledger.alone(work, "decisions");
    if (!(await isEmpty(work))) throw notEmpty(ledger.folder);
    const state = new Import(ledger, work);
    for await (const { text, number } of linesOf(chunks)) {
      if (state.ended) {
        if (text.trim() === "") continue;
        throw badExport(number, "There is more after its end");
      }
      try {
        await state.take(parsed(text, number), number);
      } catch (error) {
        // What is nested without end fits no stack.
        throw error instanceof RangeError ? badExport(number, "The line is nested too deep") : error;
      }
      progress(state);
    }
    if (!state.ended) throw badExport(0, "Its end is missing: the file was cut off");
    return { documents: state.documents, decisions: state.decisions };
  });
}

async function isEmpty(work: Work): Promise<boolean> {
  const [document, decision] = [
    await work.selectFrom("documents").select("id").limit(1).executeTakeFirst(),
    await work.selectFrom("decisions").select("id").limit(1).executeTakeFirst(),
  ];
  return document === undefined && decision === undefined;
}

type Raw = { readonly line: Line; readonly raw: { readonly body?: unknown } };

function parsed(text: string, number: number): Raw {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw badExport(number, "The line is not whole JSON");
  }
  const read = lineSchema.safeParse(raw);
  if (read.success) return { line: read.data, raw: raw as Raw["raw"] };
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw badExport(number, `${where === "" ? "The line" : where} is not as exported (${issue?.message ?? "unknown"})`);
}

/** What has been put in so far. */
class Import {
  documents = 0;
  decisions = 0;
  ended = false;
  #begun = false;
  #head: Pick<Decision, "seq" | "hash"> = { seq: 0, hash: noLine };
  #last = "";
  #led = "";
  #former = 0;
  #open: Extract<Line, { kind: "document" }> | null = null;
  readonly #work: Work;
  readonly #ledger: Ledger;

  constructor(ledger: Ledger, work: Work) {
    this.#ledger = ledger;
    this.#work = work;
  }

  async take({ line, raw }: Raw, number: number): Promise<void> {
    if (this.#begun !== (line.kind !== "ledger")) throw badExport(number, "It does not begin as an export does");
    if ((line.kind === "reading") !== (this.#open !== null))
      throw badExport(number, "A document and its reading are apart");
    switch (line.kind) {
      case "ledger":
        if (line.version > exportVersion)
          throw badExport(number, `It is of version ${line.version}, which is newer than this program`);
        this.#begun = true;
        return;
      case "document":
        if (line.id <= this.#last || this.decisions > 0) throw badExport(number, "Documents are out of order");
        this.#last = line.id;
        this.#open = line;
        return;
      case "reading":
        // As it was written, not as the schema copies it: exported again, it is the same to the letter.
        return await this.#keep(line.document, raw.body as Reading, number);
      case "decision":
        return await this.#append(line.line as Decision, number);
      case "former": {
        const { of: kind, id, now } = line;
        if (`${kind} ${id}` <= this.#led) throw badExport(number, "Former ids are out of order");
        this.#led = `${kind} ${id}`;
        this.#former += 1;
        await insertAll(this.#work, "former_ids", [{ kind, id, now }]);
        return;
      }
      case "end":
        if (
          line.documents !== this.documents ||
          line.decisions !== this.decisions ||
          line.former !== this.#former ||
          line.head !== this.#head.hash
        ) {
          throw badExport(number, "It holds less or more than its end says");
        }
        if (this.decisions > 0) {
          await this.#work
            .insertInto("ledger")
            .values({ key: "decisions", value: "" })
            .onConflict((c) => c.column("key").doNothing())
            .execute();
          await setHead(this.#work, line.head);
        }
        this.ended = true;
    }
  }

  async #keep(document: string, reading: Reading, number: number): Promise<void> {
    const open = this.#open;
    if (open === null || open.id !== document || reading.document.id !== document) {
      throw badExport(number, "A document and its reading are apart");
    }
    this.#open = null;
    const bytes = Buffer.from(open.bytes, "base64");
    const found = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    if (found !== document || bytes.length !== open.size)
      throw badExport(number - 1, `The bytes of ${document} were altered`);
    if (!insideOf(reading))
      throw badExport(number, `The reading of ${document} speaks of characters that are not there`);
    const { captured, added } = open;
    const month = monthOf(added);
    await this.#ledger.room(month);
    const work = this.#work;
    await work
      .insertInto("captures")
      .values({ hash: document, month, ...pack(bytes), size: bytes.length, captured })
      .execute();
    await work
      .insertInto("documents")
      .values({ ...keyedRow("documents", rowsOf(reading).document), captured, added, month })
      .execute();
    const engine = `${reading.engine.name} ${reading.engine.version}`;
    await work
      .insertInto("readings")
      .values({ document, month, engine, made: added, body: JSON.stringify(reading) })
      .execute();
    await insertDerived(work, document as DocumentId, month, await derivedOf(reading));
    await insertAll(work, "pending", [{ document }]);
    this.documents += 1;
  }

  async #append(line: Decision, number: number): Promise<void> {
    const { seq, hash, before } = line;
    const follows = seq === this.#head.seq + 1 && before === this.#head.hash;
    if (!follows || hashOf(line) !== hash || idOf(hash) !== line.id) {
      throw badExport(number, `Decision ${seq} was altered, or one before it is gone`);
    }
    await insertLine(this.#work, line);
    this.#head = line;
    this.decisions += 1;
  }
}

/** Whether every span lies in the text. */
function insideOf({ document, statements, figures, mentions, propositions, times, credits }: Reading): boolean {
  const { length } = document.text;
  const inside = ({ start, end }: { start: number; end: number }): boolean => start <= end && end <= length;
  const own = statements.flatMap(({ content, source, cue, quoted }) => [...content, source, cue, ...quoted]);
  return (
    own.every((span) => span === null || inside(span)) &&
    [figures, mentions, times, credits].every((spans) => spans.every(inside)) &&
    propositions.every(({ evidence }) => inside(evidence))
  );
}
