import type { Token } from "../surface.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** Words that one outlet's name holds at most; a longer run is a title in capitals. */
const most = 6;

/**
 * `le quotidien La Rive`, `l'hebdomadaire La Voix du Port`, `the newspaper The Harbour Post`: capitals right behind a
 * noun for a medium are its name, whatever else they look like, its article included. Gives the end of the name, or
 * null. Not: `le journal de Paul`, `the daily report`, `le site Internet`.
 */
export function outletAt(tokens: readonly Token[], at: number, gazetteer: Gazetteer): number | null {
  const head = tokens[at - 1];
  const first = tokens[at];
  if (head === undefined || first === undefined || head.capital || first.newline || !first.capital) return null;
  if (!gazetteer.sets.outletHeads.has(head.key)) return null;
  const { determiners, links, notMedia } = gazetteer.sets;
  let end = at;
  let proper = 0;
  while (end < tokens.length && end - at < most) {
    const token = tokens[end];
    if (token === undefined || token.kind !== "word" || (end > at && token.newline)) break;
    if (token.capital) {
      if (!determiners.has(token.key)) proper++;
      end++;
      continue;
    }
    if (end === at || !links.has(token.key) || tokens[end + 1]?.capital !== true) break;
    end += 2;
    proper++;
  }
  if (proper === 0 || (end === at + 1 && notMedia.has(first.key))) return null;
  return end;
}
