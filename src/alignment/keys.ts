import type { Reading } from "../model/index.ts";
import { type Episode, episodesOf } from "./episodes.ts";
import { identities } from "./names.ts";
import { nearness } from "./near.ts";
import { type CoreWord, type Node, nodesOf } from "./node.ts";
import { episodeKeys } from "./stories.ts";
import { specific, specificity } from "./weights.ts";

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
  const { around } = nearness(node.reading.document.language);
  const words = new Set(node.core.slice(0, 3).map(({ word }) => word));
  for (const word of around(node.core[0]?.word ?? "").slice(0, 2)) words.add(word);
  for (const { senses } of node.core.slice(0, 2)) for (const sense of [...senses.keys()].slice(0, 6)) words.add(sense);
  const [first, ...further] = node.core;
  if (first !== undefined)
    for (const other of further.slice(0, 2))
      for (const one of firstOf(first, 12)) for (const two of firstOf(other, 3)) keys.push([one, two].sort().join("^"));
  for (const name of node.cast.leading) for (const word of words) keys.push(`${name}~${word}`);
  return keys;
}

/** A word and the first senses that it shares with others. */
const firstOf = ({ word, senses }: CoreWord, count: number): string[] => [word, ...[...senses.keys()].slice(0, count)];

/** Keys under which a proposition is looked for among those of its story, where less has to be shared. */
export function storyKeys({ core, proposition }: Node, story: number | null): string[] {
  if (story === null) return [];
  const words = core.slice(0, 5).flatMap(({ word, senses }) => [word, ...[...senses.keys()].slice(0, 8)]);
  const numbers = proposition.quantities.map(({ value }) => `${value}`);
  return [...words, ...numbers].map((item) => `${story}#${item}`);
}

/** Keys of a document that a ledger keeps at most, so that what it keeps grows with documents and not with their length. */
const mostKeys = 96;

/**
 * Keys of a document, for finding the documents it has to be aligned with: what its main episode tells of and on which
 * day, what its further ones tell of, and the two most telling features of what it quotes. The first are the most
 * telling. Those who share none are hardly of one story and share hardly a claim.
 */
export function keysOf(reading: Reading): string[] {
  const nodes = nodesOf(reading, identities([reading]));
  const episodes = episodesOf(nodes, reading);
  const keys = new Set<string>();
  for (const episode of episodes.slice(0, 12)) {
    const items = episodeKeys(episode);
    for (const day of daysOf(episode)) for (const item of items.slice(0, 6)) keys.add(`${day}|${item}`);
    for (const item of items.slice(0, episode.main ? 24 : 6)) keys.add(item);
  }
  const quoted = [...nodes].sort((a, b) => Number(b.statement !== null) - Number(a.statement !== null));
  for (const node of quoted) {
    if (keys.size >= mostKeys) break;
    const telling = [...node.bag.keys()].filter((item) => specificity(item) >= specific).sort(byTelling);
    if (telling.length >= 2) keys.add(telling.slice(0, 2).sort().join("&"));
  }
  return [...keys].slice(0, mostKeys);
}

const byTelling = (a: string, b: string): number => specificity(b) - specificity(a) || (a < b ? -1 : 1);

/** Days since 1970 on which an episode happened, by its words or else the day it was published; two at most. */
function daysOf({ when, published, main }: Episode): number[] {
  const windows = when.length > 0 ? when : published === null || !main ? [] : [published];
  const days = new Set(windows.flatMap(([from, to]) => [Math.floor(from / 24), Math.floor((to - 0.01) / 24)]));
  return [...days].sort((a, b) => a - b).slice(0, 2);
}
