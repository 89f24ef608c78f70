import { languageOf } from "../languages/index.ts";
import { isHappening } from "./happening.ts";
import type { Node } from "./node.ts";

/**
 * What means something its own document spoke of: a noun phrase alone (`cette proposition`, `that allegation`), or a clause
 * whose subject only points (`Cela coûtera dix millions`, `This will cost ten million`). Not: `toute surcharge`, nor a
 * happening that stories tell apart (`cet appel`), nor `C'est une attaque`, which tells what it is.
 */
export const pointsBack = (node: Node): boolean => isLone(node, ["demonstrative"]) || hasPointer(node);

const pointers = /^#(?:cela|ça|ceci|this|that|these|those)$/;

const hasPointer = ({ roles, proposition }: Node): boolean => {
  const agents = [...(roles.get("agent") ?? [])];
  return proposition.kind === "clause" && agents.length > 0 && agents.every((agent) => pointers.test(agent));
};

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
