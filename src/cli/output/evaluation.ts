import type { Evaluation } from "../../operations/evaluate/index.ts";
import type { Context } from "../context.ts";
import { type Column, renderTable } from "./table.ts";

type Prf = { readonly p: number | null; readonly r: number | null; readonly f: number | null };

type Counted = {
  readonly name: string;
  readonly gold: number;
  readonly found: number;
  readonly overlap: Prf;
  readonly tight: Prf;
};

/** Figures for people: a table for each kind of gold, the sum last, then the table of confidence. */
export function evaluationTables(evaluation: Evaluation, context: Context): string {
  const { messages, width, paint } = context;
  const { columns, all, reliability, nothing } = messages.evaluation;
  const { statements, attributions } = evaluation;
  // What both kinds of gold are counted by.
  const counted: readonly Column<Counted>[] = [
    { title: columns.document, cell: ({ name }) => name, flexible: true },
    right(columns.gold, ({ gold }) => gold),
    right(columns.found, ({ found }) => found),
    right(columns.overlap, ({ overlap }) => triple(overlap)),
    right(columns.tight, ({ tight }) => triple(tight)),
  ];
  const parts: string[] = [];
  if (statements !== null) {
    const rows = [...statements.documents, { ...statements.all, name: all }];
    const own: Column<(typeof rows)[number]>[] = [
      ...counted,
      right(columns.outer, ({ outer }) => one(outer)),
      right(columns.speaker, ({ speaker }) => one(speaker)),
      right(columns.chain, ({ chain }) => one(chain)),
      right(columns.act, ({ act }) => one(act)),
      right(columns.factuality, ({ factuality }) => one(factuality)),
      right(columns.collapsed, ({ collapsed }) => one(collapsed)),
      right(columns.figures, ({ figures }) => one(figures.f)),
    ];
    parts.push(renderTable(rows, own, width, paint));
  }
  if (attributions !== null) {
    const rows = [...attributions.documents, { ...attributions.all, name: all }];
    const own: Column<(typeof rows)[number]>[] = [
      ...counted,
      right(columns.source, ({ sourceRight }) => one(sourceRight)),
      right(`${columns.tokens}: ${columns.content}`, ({ tokens }) => triple(tokens.content)),
      right(columns.cue, ({ tokens }) => triple(tokens.cue)),
    ];
    parts.push(renderTable(rows, own, width, paint));
  }
  if (parts.length === 0) return `${nothing}\n`;
  if (evaluation.reliability.length > 0)
    parts.push(
      `${reliability}\n${renderTable(
        evaluation.reliability,
        [
          right(columns.confidence, ({ from, to }) => `${from.toFixed(1)}–${to.toFixed(1)}`),
          right(columns.count, ({ count }) => count),
          right(columns.said, ({ expected }) => (100 * expected).toFixed(1)),
          right(columns.right, (band) => (100 * band.right).toFixed(1)),
        ],
        width,
        paint,
      )}`,
    );
  return parts.join("\n");
}

function right<T>(title: string, cell: (row: T) => string | number | null): Column<T> {
  return { title, cell, align: "right" };
}

const one = (share: number | null): string | null => (share === null ? null : share.toFixed(1));
const triple = ({ p, r, f }: Prf): string => [p, r, f].map((share) => one(share) ?? "–").join(" ");
