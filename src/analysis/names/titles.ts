import type { Token } from "../surface.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** A stretch of tokens, end exclusive. */
export type Range = readonly [from: number, to: number];

/** Plurals of role nouns are roles too. */
export function isRole(token: Token | undefined, gazetteer: Gazetteer): boolean {
  if (token === undefined || token.kind !== "word") return false;
  const { key } = token;
  if (gazetteer.roles.has(key)) return true;
  if (key.endsWith("s") && gazetteer.roles.has(key.slice(0, -1))) return true;
  const last = key.slice(key.lastIndexOf("-") + 1);
  return last !== key && last.length > 3 && gazetteer.roles.has(last);
}

/** A preposition ties the name to what stands before it: `lawyers for Merle`, `la présidente de la Communauté`. */
export function isLinked(tokens: readonly Token[], at: number, gazetteer: Gazetteer): boolean {
  const before = gazetteer.sets.determiners.has(tokens[at - 1]?.key ?? "") ? tokens[at - 2] : tokens[at - 1];
  return /^(?:de|d'|du|des|à|au|aux|pour|en|dans|of|for|in|from|to|at|on)$/.test(before?.key ?? "");
}

const farthest = 14;
const ofLike = /^(?:de|d'|du|des|à|of|to|for|at)$/;

/**
 * The role phrase that stands before a name, up to it: `le ministre russe des Affaires étrangères, Sergueï Lavrov`.
 * Not `Le ministre a rencontré Sergueï Lavrov`: a verb stands between.
 */
export function titleBefore(tokens: readonly Token[], at: number, gazetteer: Gazetteer, floor: number): Range | null {
  const { address, roleBreaks, determiners } = gazetteer.sets;
  if (isLinked(tokens, at, gazetteer)) return null;
  let end = at;
  let commas = 0;
  let role = -1;
  for (let i = at - 1; i >= Math.max(floor, at - farthest); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === "mark") {
      if (token.text === "." && tokens[i - 1] !== undefined && address.has(tokens[i - 1]?.key ?? "")) continue;
      if (token.text === "," && i === at - 1 && commas === 0) {
        commas++;
        end = i;
        continue;
      }
      break;
    }
    if (token.kind !== "word" || roleBreaks.has(token.key)) break;
    if (token.upos === "VERB" && !isRole(token, gazetteer) && !/(?:é|ée|és|ées|ed)$/.test(token.key)) break;
    if (address.has(token.key) && i >= at - 2 && token.capital) role = i;
    else if (isRole(token, gazetteer) && (token.capital || (token.upos !== "VERB" && token.upos !== "AUX"))) role = i;
    else if (determiners.has(token.key) && role >= 0 && !ofLike.test(tokens[i - 1]?.key ?? "")) break;
    if (role >= 0 && role - i > 6) break;
  }
  if (role < 0) return null;
  let from = role;
  for (let i = role - 1; i >= Math.max(floor, role - 5); i--) {
    const token = tokens[i];
    if (token === undefined || token.kind === "mark" || roleBreaks.has(token.key)) break;
    if (determiners.has(token.key)) {
      from = i;
      break;
    }
    const modifier = token.upos === "ADJ" || token.upos === "PROPN" || token.upos === "NOUN" || token.upos === null;
    if (
      !modifier ||
      (token.upos === null &&
        !token.capital &&
        !gazetteer.demonyms.has(token.text) &&
        !/^(?:ex|anci|form)/.test(token.key))
    )
      break;
    from = i;
  }
  return end > from ? [from, end] : null;
}

/** The role in apposition after a name: `Jake Sullivan, conseiller à la sécurité nationale, a dit`. */
export function titleAfter(tokens: readonly Token[], at: number, gazetteer: Gazetteer): Range | null {
  if (tokens[at]?.text !== ",") return null;
  const from = at + 1;
  let role = -1;
  for (let i = from; i < Math.min(tokens.length, from + farthest); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === "mark" || gazetteer.sets.roleBreaks.has(token.key)) return role >= 0 ? [from, i] : null;
    if (role < 0 && isRole(token, gazetteer) && i - from < 6) role = i;
    else if (role < 0 && token.upos === "VERB" && !/(?:é|ée|ed)$/.test(token.key)) return null;
    if (gazetteer.sets.saying.has(token.key) && !isRole(token, gazetteer)) return role >= 0 ? [from, i] : null;
  }
  return role >= 0 && from + farthest >= tokens.length ? [from, tokens.length] : null;
}
