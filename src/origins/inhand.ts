import type { Position, Reading } from "../model/index.ts";
import { classOf, nounsIn } from "./phrases.ts";

const having =
  "consulté|obtenu|authentifié|vérifié|visionné|vu|lu|révélé|publié|reçu|seen|reviewed|obtained|viewed|verified|authenticated|read|published|revealed";
const toHave = "consulter|obtenir|authentifier|vérifier|visionner|voir|lire|se procurer|prendre connaissance";

/** Characters of a paragraph that are looked at. */
const most = 4000;

/**
 * Whether the article says that it has the paper before it, in the paragraph in which its narrator tells what stands there:
 * `La Gazette s'est procuré cette lettre`, `une note consultée par Le Phare`, `a contract seen by The Herald`. Not: `une
 * lettre consultée par la préfecture`.
 */
export function isInHand({ evidence }: Position, { document }: Reading): boolean {
  const { text } = document;
  const start = text.lastIndexOf("\n", Math.max(0, evidence.start - 1)) + 1;
  const end = text.indexOf("\n", evidence.end);
  const paragraph = text.slice(
    Math.max(start, evidence.start - most),
    Math.min(end < 0 ? text.length : end, start + most),
  );
  const us = ourselves(document.outlet);
  const found =
    new RegExp(`(?:${having})(?:e|s|es)? (?:par|by) ${us}`, "iu").exec(paragraph) ??
    new RegExp(
      String.raw`(?<![\p{L}])${us} (?:(?:a|avons|ont|has|have) (?:pu )?(?:${having}|${toHave})|s['’](?:est|était) procuré|a (?:eu|obtenu) (?:accès|copie)|publie|publishes|obtained|reviewed|verified)(?![\p{L}])`,
      "iu",
    ).exec(paragraph);
  if (found === null || isQuoted(paragraph, found.index)) return false;
  const sentence = paragraph.slice(
    Math.max(0, paragraph.lastIndexOf(". ", found.index)),
    nextStop(paragraph, found.index + found[0].length),
  );
  return nounsIn(sentence).some((noun) => classOf(noun) === "document");
}

/** Whether somebody else's words hold an offset: `« Nous avons reçu la lettre », dit le maire`. */
function isQuoted(paragraph: string, at: number): boolean {
  const ahead = paragraph.slice(0, at);
  const last = (marks: readonly string[]): number => Math.max(...marks.map((mark) => ahead.lastIndexOf(mark)));
  return last(["«", "“"]) > last(["»", "”"]) || (ahead.split('"').length - 1) % 2 === 1;
}

function nextStop(paragraph: string, from: number): number {
  const at = paragraph.indexOf(". ", from);
  return at < 0 ? paragraph.length : at;
}

/** How an article names its own paper: `nous`, `we`, the first word of its name that tells. */
function ourselves(outlet: string | null): string {
  const word = /\p{Lu}[\p{L}-]{3,}/u.exec(outlet ?? "")?.[0];
  const own =
    word === undefined
      ? ""
      : String.raw`|(?:le |la |les |l['’]|the )?${word}(?: (?:de |du |des |d['’]|of )?\p{Lu}[\p{L}-]+)*`;
  return `(?:nous|notre (?:journal|rédaction)|we|us|our (?:newspaper|reporters)${own})`;
}
