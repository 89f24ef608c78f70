import type { Reading } from "../model/index.ts";
import { identities } from "./names.ts";
import { type Node, nodesOf } from "./node.ts";

/** Keys under which a proposition is looked for: pairs of its rarer features, so that few others share them. */
export function nodeKeys(node: Node): string[] {
  const actors = [...node.actors].sort().slice(0, 8);
  const events = [...node.classes];
  const topic = [...node.topic].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 8);
  const keys: string[] = [];
  for (const event of events) {
    for (const actor of actors) keys.push(`${event}|${actor}`);
    for (const concept of topic.slice(0, 5)) keys.push(`${event}|${concept}`);
  }
  for (let i = 0; i < topic.length; i++) {
    for (let j = i + 1; j < topic.length && j <= i + 5; j++) keys.push([topic[i], topic[j]].sort().join("|"));
    for (const actor of actors.slice(0, 4)) keys.push(`${actor}|${topic[i]}`);
  }
  for (const { value, unit } of node.proposition.quantities) keys.push(`${value}|${unit}`);
  return keys;
}

/**
 * Keys of a document, for finding the documents it has to be aligned with: those of its happenings and of what it
 * quotes. A ledger keeps them beside the reading; documents that share none can't share a claim or a story.
 */
export function keysOf(reading: Reading): string[] {
  const identity = identities([reading]);
  const keys = new Set<string>();
  for (const node of nodesOf(reading, identity)) for (const key of nodeKeys(node)) keys.add(key);
  return [...keys].sort();
}
