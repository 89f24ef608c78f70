import type { Dossier } from "./dossier.ts";
import { csvLine } from "./table.ts";
import { carriersOf } from "./view.ts";

const head = [
  "claim",
  "proposition",
  "status",
  "position",
  "speaker",
  "chain",
  "words",
  "article",
  "outlet",
  "address",
  "published",
  "start",
  "end",
  "statement",
  "document",
] as const;

/** One row for each position on each claim (RFC 4180), with the characters it rests on. */
export function renderCsv(dossier: Dossier): string {
  const rows = dossier.claims.flatMap((claim) =>
    claim.positions.map((position) => {
      const document = dossier.articles[position.article - 1]?.document;
      return [
        String(claim.number),
        claim.proposition,
        claim.status,
        position.position,
        position.speaker.name,
        carriersOf(position.chain, position.speaker)
          .map((link) => link.name)
          .join(" > "),
        position.evidence.text,
        String(position.article),
        document?.outlet ?? "",
        document?.canonical ?? position.uri,
        document?.published ?? "",
        String(position.evidence.start),
        String(position.evidence.end),
        position.statement,
        position.document,
      ];
    }),
  );
  return [[...head], ...rows].map(csvLine).join("");
}
