import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Features, Upos } from "../../model/index.ts";
import { jsonSection, readSections, type Sections } from "./container.ts";
import { Lemmas } from "./lemmas.ts";
import type { Lookups } from "./lookups.ts";
import { type NetworkWeights, networkWeights } from "./net/weights.ts";
import { type Scorer, SparseTable, WordTable } from "./table.ts";

/** What `models/LANG/model.json` says of the weights beside it. */
export type Card = { readonly language: string; readonly version: string; readonly sha256: string };

export type Tag = { readonly upos: Upos; readonly feats: Features };

/** The trained part of a language, ready to use. */
export type Weights = {
  readonly card: Card;
  readonly lookups: Lookups;
  readonly tags: readonly Tag[];
  readonly upos: readonly string[];
  readonly labels: readonly string[];
  readonly network: NetworkWeights;
  readonly lemmas: Lemmas;
  readonly contractions: Scorer | null;
};

/** Names kept as JSON beside the numbers. */
export type Names = {
  readonly upos: readonly string[];
  /** `VERB|Mood=Ind|Number=Sing`. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly scripts: readonly string[];
};

const folder = resolve(import.meta.dirname, "../../../models");

/** Reads the weights of a language, or null where none ship. Throws when the file is not the one the card names. */
export function loadWeights(language: string, from: string = folder): Weights | null {
  const card = cardOf(language, from);
  if (card === null) return null;
  const file = readFileSync(join(from, language, "weights.bin"));
  const hash = createHash("sha256").update(file).digest("hex");
  if (hash !== card.sha256)
    throw new Error(`models/${language}/weights.bin is damaged: its hash is ${hash}, its card says ${card.sha256}`);
  return weightsOf(card, readSections(file));
}

/** The card of a language's weights, without loading them. */
export function cardOf(language: string, from: string = folder): Card | null {
  const path = join(from, language, "model.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Card) : null;
}

export function weightsOf(card: Card, sections: Sections): Weights {
  const names = jsonSection<Names>(sections, "names");
  const lexicon = new WordTable(sections, "lexicon");
  const clusters = new WordTable(sections, "clusters");
  const lookups: Lookups = { lexicon: (hash) => lexicon.get(hash), cluster: (hash) => clusters.get(hash) };
  return {
    card,
    lookups,
    tags: names.tags.map(parseTag),
    upos: names.upos,
    labels: names.labels,
    network: networkWeights(sections, lookups),
    lemmas: new Lemmas(new WordTable(sections, "lemmas"), new WordTable(sections, "endings"), names.scripts),
    contractions: sections.has("contractions.hashes") ? new SparseTable(sections, "contractions") : null,
  };
}

export function parseTag(tag: string): Tag {
  const [upos, ...pairs] = tag.split("|");
  return {
    upos: upos as Upos,
    feats: Object.freeze(Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]))),
  };
}
