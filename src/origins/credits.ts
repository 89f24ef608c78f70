import type { Analysis, Credit, Document } from "../model/index.ts";

/** Agencies and how they are credited. A name alone is never a credit: it stands in brackets, after `avec`, or on a line of its own. */
const agencies =
  "AFP|Agence France-Presse|Reuters|AP|Associated Press|dpa|Bloomberg|ANSA|EFE|TASS|RIA Novosti|Interfax|Ukrinform|Xinhua|Belga|ATS|Keystone-ATS|PA Media|UPI|Kyodo|APA|Europa Press|Anadolu|IANS|PTI|La Presse Canadienne|The Canadian Press";

type Pattern = { readonly kind: Credit["kind"]; readonly pattern: RegExp };

/** Tried on each line; lines over 400 characters are only looked at by their ends, so that the work stays linear. */
const patterns: readonly Pattern[] = [
  {
    kind: "agency",
    pattern: new RegExp(`[([]\\s*(?:avec\\s+|with\\s+|source\\s*:\\s*)?(?<name>${agencies})\\s*[)\\]]`, "u"),
  },
  {
    kind: "agency",
    pattern: new RegExp(
      `(?:^|[\\s(,;—–-])(?:[Aa]vec|[Ww]ith|[Ss]ource\\s*:)\\s+(?:l['’])?(?<name>${agencies})(?:\\s*(?:et|and|,|&|\\.|\\)|$))`,
      "u",
    ),
  },
  { kind: "agency", pattern: new RegExp(`^\\s*(?:©\\s*)?(?<name>${agencies})\\s*\\.?\\s*$`, "u") },
  {
    kind: "translation",
    pattern: /^\s*\(?(?:Traduit|Traduction)(?:\s+de\s+l['’]\p{L}+)?\s+(?:par|:)\s+(?<name>[^.\n]{2,80}?)\)?\.?\s*$/iu,
  },
  {
    kind: "translation",
    pattern:
      /^\s*\(?Translat(?:ed|ion)(?:\s+from\s+(?:the\s+)?\p{L}+)?(?:\s+by|\s*:)\s+(?<name>[^.\n]{2,80}?)\)?\.?\s*$/iu,
  },
  {
    kind: "republication",
    pattern:
      /^\s*\(?(?:Cet article (?:a été|est) (?:d['’]abord |initialement )?(?:publié|paru)|Article (?:publié|paru) (?:d['’]abord |initialement )?|Première publication|Repris) (?:dans|par|sur|de) (?<name>[^.\n]{2,80}?)\)?\.?\s*$/iu,
  },
  {
    kind: "republication",
    pattern:
      /^\s*\(?(?:This (?:article|story) (?:was )?(?:first|originally) (?:published|appeared)|First published|Originally published|Republished) (?:in|by|on|from) (?<name>[^.\n]{2,80}?)\)?\.?\s*$/iu,
  },
];

/** Agency credits, translators and first publishers that the text names in lines of their own or in brackets. */
export function creditsOf(document: Document, _analysis: Analysis): Credit[] {
  const found: Credit[] = [];
  let start = 0;
  for (const line of document.text.split("\n")) {
    for (const [part, shift] of line.length <= 400 ? ([[line, 0]] as const) : ends(line)) {
      for (const { kind, pattern } of patterns) {
        const match = pattern.exec(part);
        const name = match?.groups?.name?.trim();
        if (match === null || name === undefined) continue;
        const lead = match[0].length - match[0].trimStart().length;
        const from = start + shift + match.index + lead;
        const text = match[0].trim();
        found.push({ kind, name, start: from, end: from + text.length, text });
        break;
      }
    }
    start += line.length + 1;
  }
  return found;
}

const ends = (line: string): readonly (readonly [string, number])[] => [
  [line.slice(0, 200), 0],
  [line.slice(-200), line.length - 200],
];
