import { extname } from "node:path";
import { type CaptureOptions, captureInputs, type Failure } from "../../capture/index.ts";
import { type Reliability, reliability } from "../../statements/speakers/confidence.ts";
import { inThisThread, type Reader } from "../reader/reader.ts";
import {
  type AttributionCounts,
  type AttributionScores,
  attributionScores,
  countAttributions,
} from "./attributions.ts";
import { documentOf, documentsByName, goldFiles, nameOf, readUtf8 } from "./files.ts";
import type { Gold, GoldProblem, Parsed } from "./gold.ts";
import type { Aliases } from "./names.ts";
import { readBrat } from "./read-brat.ts";
import { readJsonGold } from "./read-json.ts";
import {
  countStatements,
  type Judged,
  type StatementCounts,
  type StatementScores,
  statementScores,
} from "./statements.ts";

export type EvaluateOptions = Pick<CaptureOptions, "published" | "language"> & {
  readonly aliases?: Aliases;
  readonly reader?: Reader;
};

/** A gold file that is not measured, and why. */
export type Refused = {
  readonly file: string;
  readonly reason: "not-gold-file" | "not-utf8" | "no-document" | "malformed";
  readonly document: string | null;
  readonly problems: readonly GoldProblem[];
};

type Scored = {
  readonly name: string;
  readonly gold: string;
  readonly document: string;
};

export type Evaluation = {
  /** Gold of our own format: statements with speakers, chains, acts and factuality. */
  readonly statements: {
    readonly all: StatementScores;
    readonly documents: readonly (Scored & StatementScores)[];
  } | null;
  /** Brat standoff: spans of source, cue and content. */
  readonly attributions: {
    readonly all: AttributionScores;
    readonly documents: readonly (Scored & AttributionScores)[];
  } | null;
  /** Of the statements in a band of confidence, how many are right in content and speaker. */
  readonly reliability: readonly Reliability[];
  /** Every statement found: its confidence, and whether content and speaker are right. */
  readonly judged: readonly Judged[];
  readonly refused: readonly Refused[];
  readonly failures: readonly Failure[];
};

/**
 * Reads the documents that gold files were made for and measures the readings against them. What is wrong with a gold
 * file or a document is in the result; the others are measured.
 */
export async function evaluate(
  gold: string,
  inputs: Iterable<string>,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const { files, failure } = await goldFiles(gold);
  const { documents, failures: lost } = await documentsByName(inputs);
  const failures: Failure[] = [...(failure === null ? [] : [failure]), ...lost];
  const refused: Refused[] = [];
  const statements: { scored: Scored; counts: StatementCounts }[] = [];
  const attributions: { scored: Scored; counts: AttributionCounts }[] = [];
  const judged: Judged[] = [];
  const { reader = inThisThread } = options;
  for (const file of files) {
    const uri = documentOf(file, documents);
    const refuse = (reason: Refused["reason"], problems: readonly GoldProblem[] = []): void => {
      refused.push({ file, reason, document: uri, problems });
    };
    const parse = parsers[extname(file).toLowerCase()];
    if (parse === undefined) refuse("not-gold-file");
    else if (uri === null) refuse("no-document");
    else {
      const raw = await readUtf8(file).catch(() => null);
      if (raw === null) {
        refuse("not-utf8");
        continue;
      }
      const { published, language } = options;
      for await (const captured of captureInputs([uri], { published, language })) {
        if (!captured.ok) {
          failures.push(captured.failure);
          continue;
        }
        const { text } = captured.capture.document;
        const { gold: annotated, problems } = parse(raw, text);
        if (problems.length > 0) {
          refuse("malformed", problems);
          continue;
        }
        const scored = { name: nameOf(file), gold: file, document: uri };
        const reading = await reader.read(captured.capture);
        if (annotated.kind === "statements") {
          const { counts, judged: own } = countStatements(annotated, reading, options.aliases ?? new Map());
          statements.push({ scored, counts });
          judged.push(...own);
        } else {
          const { counts, judged: own } = countAttributions(annotated, reading);
          attributions.push({ scored, counts });
          judged.push(...own);
        }
      }
    }
  }
  return {
    statements: together(statements, statementScores),
    attributions: together(attributions, attributionScores),
    reliability: reliability(judged),
    judged,
    refused,
    failures,
  };
}

const parsers: Readonly<Record<string, (raw: string, text: string) => Parsed<Gold>>> = {
  ".json": readJsonGold,
  ".ann": readBrat,
};

function together<C, S>(
  documents: readonly { scored: Scored; counts: C }[],
  scores: (counts: readonly C[]) => S,
): { all: S; documents: (Scored & S)[] } | null {
  if (documents.length === 0) return null;
  return {
    all: scores(documents.map(({ counts }) => counts)),
    documents: documents.map(({ scored, counts }) => ({ ...scored, ...scores([counts]) })),
  };
}
