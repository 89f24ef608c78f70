import { languageOf } from "../languages/index.ts";
import { isHappening } from "./happening.ts";
import type { Node } from "./node.ts";

/**
 * A noun phrase alone that means what its own document spoke of: `cette proposition`, `that allegation`. Not: `toute
 * surcharge`, nor a happening that stories tell apart (`cet appel`).
 */
export const pointsBack = (node: Node): boolean => isLone(node, ["demonstrative"]);

/** `The allegation`: said of itself by neither of two documents, it joins nothing. */
export const isBare = (node: Node): boolean => isLone(node, ["definite", "possessive"]);

const isEvent = ({ classes, occurrence }: Node): boolean => occurrence || [...classes].some(isHappening);

const phrase = /^[\s«“"]*(\p{L}+['’]|\p{L}+(?=\s))\s*\p{L}+[\s»”"]*$/u;

/** Whether it is one word behind a determiner of such a kind. */
function isLone(node: Node, kinds: readonly string[]): boolean {
  if (isEvent(node)) return false;
  const form = phrase.exec(node.proposition.evidence.text)?.[1]?.toLowerCase();
  if (form === undefined) return false;
  const determiner = languageOf(node.reading.document.language)?.actors.determiners.get(form);
  return determiner !== undefined && kinds.includes(determiner.kind);
}
