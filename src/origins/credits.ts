import type { Analysis, Credit, Document } from "../model/index.ts";
import { agencyNames } from "./agencies.ts";

/** An agency is named in brackets, after `avec`, or on a line of its own: a name alone is never a credit. */
const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const agencies = [...agencyNames, "agences", "agencies", "news agencies", "wire services"].map(literal).join("|");
/** A name that no list knows, as it stands in a credit: capitals with small words between. */
const unknown = String.raw`\p{Lu}[\p{L}.&’'-]*(?: (?:(?:de|du|des|of|the|la|le|d[’'])\s?)?\p{Lu}[\p{L}.&’'-]*){0,4}`;
const unnamedAgency = `(?:de la |de l[’']|du |des |de |d[’'])?${unknown}`;
const outlet = String.raw`[^.\n()]{2,80}?`;

type Pattern = { readonly kind: Credit["kind"]; readonly pattern: RegExp; readonly partly?: true };

/** Tried on each line; lines over 400 characters are only looked at by their ends, so that the work stays linear. */
const patterns: readonly Pattern[] = [
  // `(avec AFP)`, `Le Courrier, avec Reuters`, `With reporting from AP`: partly from there.
  {
    kind: "agency",
    partly: true,
    pattern: new RegExp(
      `(?:^|[\\s(\\[,;—–/-])(?:[Aa]vec|[Ww]ith(?: (?:reporting|material|files) (?:from|by))?|[Aa]dditional reporting by|[Aa]vec des informations de)\\s+(?:l['’])?(?:the )?(?<name>${agencies})(?![\\p{L}])`,
      "u",
    ),
  },
  // `(avec Agence des Vallées)`: an agency that no list knows, by what it calls itself. Not: `(avec Léa Morin)`.
  {
    kind: "agency",
    partly: true,
    pattern: new RegExp(
      `[([]\\s*(?:[Aa]vec|[Ww]ith)\\s+(?:l['’]|the )?(?<name>Agence ${unnamedAgency}|${unknown} (?:Agency|News Agency|Wire|Presse|Press))\\s*[)\\]]`,
      "u",
    ),
  },
  {
    kind: "agency",
    partly: true,
    pattern: new RegExp(
      `^\\s*\\(?(?:Par|By) [^\\n(]{2,60}?(?:,| et| and|/) (?:l['’]|the )?(?<name>${agencies})\\)?\\s*$`,
      "u",
    ),
  },
  // `HARMEL, 4 May (Reuters) —`, `(AFP)`, `© AFP`, `Source : AFP`, `AFP` alone: its text.
  { kind: "agency", pattern: new RegExp(`[([]\\s*(?:[Ss]ource\\s*:\\s*|©\\s*)?(?<name>${agencies})\\s*[)\\]]`, "u") },
  {
    kind: "agency",
    pattern: new RegExp(
      `^\\s*(?:\\p{Lu}{3}[\\p{Lu}’' -]{0,40}(?:,[^\\n()]{1,30})?|\\p{Lu}[\\p{L}’' -]{1,40},\\s*\\d{1,2}[^\\n()]{2,24})\\s*\\((?<name>${unknown})\\)\\s*[—–-]`,
      "u",
    ),
  },
  {
    kind: "agency",
    pattern: new RegExp(
      `^\\s*\\(?(?:[Ss]ource|[Aa]gence|[Aa]gency)s?\\s*:\\s*(?<name>${agencies}|Agence ${unknown}|${unknown} (?:Agency|News Agency|Wire))\\)?\\s*\\.?\\s*$`,
      "u",
    ),
  },
  // Whatever else a source line names (`Source : ministère de l'Intérieur`) may be that of a table or a picture.
  {
    kind: "agency",
    partly: true,
    pattern: new RegExp(`^\\s*\\(?[Ss]ources?\\s*:\\s*(?<name>${unknown})\\)?\\s*\\.?\\s*$`, "u"),
  },
  {
    kind: "agency",
    pattern: new RegExp(`^\\s*(?:©\\s*|(?:[Pp]ar|[Bb]y)\\s+(?:l['’]|[Tt]he )?)?(?<name>${agencies})\\s*\\.?\\s*$`, "u"),
  },
  {
    kind: "agency",
    pattern: new RegExp(
      `^\\s*\\(?(?:D['’]après|Dépêche(?: de l['’]| )|From|Distributed by|Diffusé par)\\s*(?:l['’]|une dépêche (?:de l['’]|d['’])|the )?(?<name>${agencies})\\)?\\.?\\s*$`,
      "u",
    ),
  },
  {
    kind: "translation",
    pattern:
      /^\s*[([]?(?:Traduit|Traduction|Adapté|Texte traduit)(?:\s+(?:de|du)\s*(?:l['’])?\s*\p{L}+)?(?:\s+et adapté(?:\s+(?:de|du)\s*(?:l['’])?\s*\p{L}+)?)?\s*(?:par|:)\s+(?<name>[^.\n]{2,80}?)[)\]]?\.?\s*$/iu,
  },
  {
    kind: "translation",
    pattern:
      /^\s*[([]?Translat(?:ed|ion)(?:\s+(?:and (?:edited|adapted)\s+)?from\s+(?:the\s+)?\p{L}+)?(?:\s+by|\s*:)\s+(?<name>[^.\n]{2,80}?)[)\]]?\.?\s*$/iu,
  },
  {
    kind: "republication",
    pattern: new RegExp(
      String.raw`^\s*[([]?(?:(?:Cet|L['’]) ?article (?:original )?(?:a été|est) (?:d['’]abord |initialement )?(?:publié|paru)|Article (?:original )?(?:publié|paru) (?:d['’]abord |initialement )?|(?:Première publication|Publié initialement|Paru|Repris|Lire l['’]article original)) ?(?:dans|par|sur|de|chez|:) (?<name>${outlet})(?:,? (?:le|en) \d[^.\n]{0,30})?[)\]]?\.?\s*$`,
      "iu",
    ),
  },
  {
    kind: "republication",
    pattern: new RegExp(
      String.raw`^\s*[([]?(?:(?:This|The original) (?:article|story|piece) (?:was |has been )?(?:first |originally )?(?:published|appeared)|First published|Originally published|Republished|Reprinted|Read the original(?: article)?) (?:with (?:the )?permission )?(?:in|by|on|from|of|at) (?<name>${outlet})(?:,? on \d[^.\n]{0,30})?[)\]]?\.?\s*$`,
      "iu",
    ),
  },
];

/** Agency credits, translators and first publishers that the text names in lines of their own or in brackets. */
export function creditsOf(document: Document, _analysis: Analysis): Credit[] {
  const found: Credit[] = [];
  let start = 0;
  for (const line of document.text.split("\n")) {
    for (const [part, shift] of line.length <= 400 ? ([[line, 0]] as const) : ends(line)) {
      for (const { kind, pattern, partly } of patterns) {
        const match = pattern.exec(part);
        const name = match?.groups?.name?.trim();
        if (match === null || name === undefined) continue;
        const lead = match[0].length - match[0].trimStart().length;
        const from = start + shift + match.index + lead;
        const text = match[0].trim();
        const share = partly === true ? { partly } : {};
        found.push({ kind, name, start: from, end: from + text.length, text, ...share });
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
