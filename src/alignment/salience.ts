import type { CoreWord, Node } from "./node.ts";

/** What tells the facts of one story apart. */
export type Salience = {
  /** How much it tells that two words meet, 0..1: little where every sentence of the story has them. */
  readonly tells: (x: CoreWord, y: CoreWord) => number;
  /** How much the story is known, 0..1: not at all by two sentences. */
  readonly known: number;
  /** How often it is twice as long as a usual one, from 0. */
  readonly crowd: number;
};

/** At one sentence in so many, and fewer, a word tells all it can. */
const rare = 40;

/** Wordings of a story of a few articles. */
const usual = 80;

/**
 * What tells the facts of a story apart: of a sunken ferry, everybody writes `ferry`, few write `overload`. A word counts
 * in the propositions that have it, of which `nodes` has each wording once; two that meet in a sense, in those that have
 * some word of that sense. A story some of whose claims stay as they are is known, however little of it is at hand.
 */
export function salienceOf(
  nodes: readonly Node[],
  storyOf: (node: Node) => number | null,
  stays: (story: number) => boolean = () => false,
): (story: number) => Salience {
  const stories = new Map<number, { size: number; readonly counts: Map<string, number> }>();
  for (const node of nodes) {
    const number = storyOf(node);
    if (number === null) continue;
    const story = stories.get(number) ?? { size: 0, counts: new Map<string, number>() };
    stories.set(number, story);
    story.size += 1;
    for (const item of new Set(node.core.flatMap(({ word, senses }) => [word, ...senses.keys()])))
      story.counts.set(item, (story.counts.get(item) ?? 0) + 1);
  }
  return (number) => {
    const story = stories.get(number);
    if (story === undefined) return { tells: () => 0, known: 0, crowd: 0 };
    const rarity = (item: string): number =>
      Math.min(1, Math.log(story.size / (story.counts.get(item) ?? 1)) / Math.log(rare));
    const tells = (x: CoreWord, y: CoreWord): number => {
      if (x.word === y.word) return rarity(x.word);
      let best = 0;
      for (const sense of x.senses.keys()) if (y.senses.has(sense)) best = Math.max(best, rarity(sense));
      return best;
    };
    return {
      tells,
      known: stays(number) ? 1 : Math.min(1, Math.max(0, (story.size - 4) / rare)),
      crowd: Math.max(0, Math.log2(story.size / usual)),
    };
  };
}
