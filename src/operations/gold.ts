import { basename, extname } from "node:path";
import { decisionsIn, shownReading, standing } from "../ledger/decisions/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Reading, Statement, TextSpan } from "../model/index.ts";

/** A document's statements as a desk holds them, in the format that `selon eval` reads. */
export type GoldFile = {
  /** Name of the files, without ending. */
  readonly name: string;
  readonly text: string;
  readonly gold: {
    readonly document: string;
    readonly uri: string;
    readonly language: string;
    /** Whether somebody checked the document as a whole; else what was not corrected is taken as the machine read it. */
    readonly checked: boolean;
    readonly statements: readonly object[];
  };
};

/**
 * What a desk corrected, as gold: every document with a standing decision about its statements, one at a time. Statements
 * that nobody touched are in it as they are shown, since whoever corrects a document lets the others stand.
 */
export async function* goldOf(ledger: Ledger, options: { readonly checked?: boolean } = {}): AsyncGenerator<GoldFile> {
  const rows = await ledger.db
    .selectFrom("decision_documents as n")
    .innerJoin("decisions as d", "d.seq", "n.seq")
    .innerJoin("documents as o", "o.id", "n.document")
    .select("n.document")
    .distinct()
    .where("d.layer", "=", "reading")
    .orderBy("n.document")
    .execute();
  for (const { document } of rows) {
    const { active } = standing(await decisionsIn(ledger.db, { layer: "reading", documents: [document] }));
    const checked = active.some(({ body }) => body.kind === "check-document");
    if (active.length === 0 || (options.checked === true && !checked)) continue;
    const reading = await shownReading(ledger, document);
    if (reading !== null) yield goldFile(reading, checked);
  }
}

function goldFile({ document, statements }: Reading, checked: boolean): GoldFile {
  const { id, uri, text, language } = document;
  const title = basename(uri, extname(uri)).normalize("NFKD");
  const words = title.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const name = `${words.slice(0, 60) || "document"}-${id.slice("sha256:".length, "sha256:".length + 8)}`;
  const gold = statements.map((statement) => goldStatement(statement, text));
  return { name, text, gold: { document: `${name}.txt`, uri, language, checked, statements: gold } };
}

function goldStatement(statement: Statement, text: string): object {
  const { id, content, source, cue, speaker, speaksFor, chain, anonymous, mode, act, factuality, quoted } = statement;
  const [longest, ...rest] = [...content].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  return {
    id,
    ...(longest === undefined ? { content: "" } : verbatim(text, longest)),
    ...(rest.length === 0 ? {} : { parts: rest.sort((a, b) => a.start - b.start).map((span) => verbatim(text, span)) }),
    source: source?.text ?? null,
    cue: cue?.text ?? null,
    speaker: speaker.name,
    speaksFor: speaksFor?.name ?? null,
    // The last link is the speaker, by the same name.
    chain: [...chain.slice(0, -1).map(({ name }) => name), speaker.name],
    anonymous,
    mode,
    act,
    factuality,
    quoted: quoted.map((span) => span.text),
    ...(statement.decided === undefined ? {} : { by: statement.decided.by }),
  };
}

/** The words, and which of their occurrences is meant, from 1. */
function verbatim(text: string, { start, text: content }: TextSpan): { content: string; occurrence: number } {
  let occurrence = 0;
  for (let at = text.indexOf(content); at !== -1 && at <= start; at = text.indexOf(content, at + 1)) occurrence += 1;
  return { content, occurrence: Math.max(1, occurrence) };
}
