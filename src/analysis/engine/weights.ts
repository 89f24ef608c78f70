import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Features, Upos } from "../../model/index.ts";
import { jsonSection, readSections, type Sections } from "./container.ts";
import { Lemmas } from "./lemmas.ts";
import type { Lookups } from "./lookups.ts";
import type { Counted, Parser } from "./parser.ts";
import { DenseTable, type Scorer, SparseTable, WordTable } from "./table.ts";

/** What `models/LANG/model.json` says of the weights beside it. */
export type Card = { readonly language: string; readonly version: string; readonly sha256: string };

export type Tag = { readonly upos: Upos; readonly feats: Features };

/** The trained part of a language, ready to use. */
export type Weights = {
  readonly card: Card;
  readonly lookups: Lookups;
  readonly tags: readonly Tag[];
  readonly uposOfTag: Int32Array;
  /** What the parser sees of each tag. */
  readonly parserTags: Int32Array;
  readonly upos: readonly string[];
  readonly labels: readonly string[];
  readonly tagger: Scorer;
  readonly parser: Parser;
  readonly counted: Counted;
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
  const tags = names.tags.map(parseTag);
  const lexicon = new WordTable(sections, "lexicon");
  const clusters = new WordTable(sections, "clusters");
  const id = (upos: string) => names.upos.indexOf(upos);
  return {
    card,
    lookups: { lexicon: (hash) => lexicon.get(hash), cluster: (hash) => clusters.get(hash) },
    tags,
    uposOfTag: Int32Array.from(tags, (tag) => id(tag.upos)),
    parserTags: parserTagsOf(names.tags),
    upos: names.upos,
    labels: names.labels,
    tagger: new SparseTable(sections, "tagger"),
    parser: parserOf(names, new DenseTable(sections, "actions"), new SparseTable(sections, "labels")),
    counted: countedOf(names),
    lemmas: new Lemmas(new WordTable(sections, "lemmas"), new WordTable(sections, "endings"), names.scripts),
    contractions: sections.has("contractions.hashes") ? new SparseTable(sections, "contractions") : null,
  };
}

export function parserOf(names: Names, actions: Scorer, labels: Scorer): Parser {
  return {
    actions,
    labels,
    labelCount: names.labels.length,
    rootLabel: names.labels.indexOf("root"),
    markers: Uint8Array.from(names.labels, (label) => (label === "case" || label === "mark" ? 1 : 0)),
  };
}

export const countedOf = (names: Names): Counted => ({
  punct: names.upos.indexOf("PUNCT"),
  verb: names.upos.indexOf("VERB"),
  cconj: names.upos.indexOf("CCONJ"),
});

export function parseTag(tag: string): Tag {
  const [upos, ...pairs] = tag.split("|");
  return {
    upos: upos as Upos,
    feats: Object.freeze(Object.fromEntries(pairs.map((pair) => pair.split("=") as [string, string]))),
  };
}

/** Tags without gender, voice and reflexivity: those are too often mistaken to build a tree on. */
export function parserTagsOf(tags: readonly string[]): Int32Array {
  const ids = new Map<string, number>();
  return Int32Array.from(tags, (tag) => {
    const coarse = tag.replace(/\|(?:Gender|Voice|Reflex)=\w+/g, "");
    const id = ids.get(coarse) ?? ids.size;
    ids.set(coarse, id);
    return id;
  });
}
