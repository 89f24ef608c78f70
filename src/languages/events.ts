import { rows } from "./lexicon.ts";
import * as shared from "./lexicons.generated.ts";

/** What the lexicon knows of a predicate or an event noun. */
export type EventEntry = {
  /** Language-independent classes, the likeliest first. */
  readonly classes: readonly string[];
  /** `buy`: the grammatical agent is the recipient of the class, and the other way round. */
  readonly converse: boolean;
};

/**
 * By which words a clause says that something told is not so, its own negation included: patterns on its words in lower
 * case, one space between them and none after an apostrophe.
 */
export type Untrue = {
  /** Of what was said, or of a happening: `ne repose sur rien`, `does not hold water`. */
  readonly predicates: readonly RegExp[];
  /** That there was nothing of the kind, without a negation: `a été mis hors de cause`, `the number of drones was zero`. */
  readonly cleared: readonly RegExp[];
  /** Of whoever said it: `Le syndicat ment`. */
  readonly liars: readonly RegExp[];
  /** Whole answers: `Jamais de la vie`, `Absolutely not`. */
  readonly replies: readonly RegExp[];
};

/** Event classes of predicates and nouns, concepts of content words, and the small words that alignment goes by. */
export type Events = {
  /** Verb lemma to its classes; several words joined by spaces (`avoir lieu`), reflexives with `se `. */
  readonly predicates: ReadonlyMap<string, EventEntry>;
  readonly nouns: ReadonlyMap<string, EventEntry>;
  /** Lemma to its language-independent concept. */
  readonly concepts: ReadonlyMap<string, string>;
  /** Verbs that only carry an event noun: it happens (`avoir lieu`), or somebody does it (`mener une attaque`). */
  readonly light: ReadonlyMap<string, "occur" | "do">;
  /** Words that judge what was said before: `fiction`, `faux`; `exact`. */
  readonly verdicts: ReadonlyMap<string, "false" | "true">;
  /** Idioms that call what was said before, or what they name, untrue. */
  readonly untrue: Untrue;
  /** Verbs that turn their complement into its contrary: `refuser d'autoriser`, `fail to`. */
  readonly negators: ReadonlySet<string>;
  /** Verbs whose negation withholds and does not deny: `n'a pas confirmé l'appel`. */
  readonly withholding: ReadonlySet<string>;
  /** Words whose subject is a cause (`provoquer`, `to blame`), and those whose complement is (`provenir de`, `due to`). */
  readonly causing?: ReadonlySet<string>;
  readonly stemming?: ReadonlySet<string>;
  /** Words by which a document tells how it came by its words: under what cover, how it reached somebody, who may speak. */
  readonly sourcing?: {
    readonly unnamed: ReadonlySet<string>;
    readonly reached: ReadonlySet<string>;
    readonly allowed: ReadonlySet<string>;
    readonly spoken: ReadonlySet<string>;
    /** What somebody wished not to be: `declined to be named`. */
    readonly named: ReadonlySet<string>;
    readonly wished: ReadonlySet<string>;
  };
  /** Verbs by which a page says when it was put out: `publié le`, `updated at`. */
  readonly imprints?: ReadonlySet<string>;
  /** Verbs whose speaker did or bears what they take: `revendique la victoire`, `claimed the attack`. */
  readonly owning?: ReadonlySet<string>;
  /** Words that open a question about who, what or why: `Qui a tiré ?`. */
  readonly interrogatives: ReadonlySet<string>;
  /** Nouns whose complement is denied: `le démenti de la conversation`. */
  readonly denials: ReadonlySet<string>;
  /** Words for what was said: `affirmations`, `allegations`. */
  readonly sayings: ReadonlySet<string>;
  /** Nouns that take up what was said only behind a demonstrative: `cette idée`, `that figure`. */
  readonly taken?: ReadonlySet<string>;
  /** Verbs that say what something is where it is a saying or there are two objects: `called the report plausible`. */
  readonly naming?: ReadonlySet<string>;
  /** Possessives of whoever speaks: `mon`, `our`. */
  readonly ours?: ReadonlySet<string>;
  /** Judgements by which whoever judges holds what was said neither for true nor for false: `prématuré`, `hasty`. */
  readonly hasty?: ReadonlySet<string>;
  /** Prepositions after which an event noun's partners stand: `entre`, `avec`. */
  readonly partners: ReadonlySet<string>;
  /** Prepositions that set a sentence within a happening: `lors de`, `pendant`. */
  readonly settings: ReadonlySet<string>;
  /** Adverbs by which a document hedges in its own voice: probable or possible. */
  readonly hedges?: ReadonlyMap<string, "PR+" | "PS+">;
  /** Verbs of saying that become demands with a negative or modal complement: `dire de ne pas`, `tell not to`. */
  readonly tellings?: ReadonlySet<string>;
  /** Names of the days, Monday first. */
  readonly weekdays: readonly string[];
  /** Small words that place something in time: `avant` is `before`. */
  readonly markers: ReadonlyMap<string, string>;
  /** Lemmas that tell nothing apart: `faire`, `nouveau`. */
  readonly generic: ReadonlySet<string>;
  /** Verbs that say of their object no more than that it is there, or was noticed: `présenter`, `relever`. */
  readonly bearers?: ReadonlySet<string>;
  /** Verbs of the mind: what is thought may meet, never the thinking (`Je ne crois pas que …`). */
  readonly minds?: ReadonlySet<string>;
  /** Nouns that say nothing beside what they govern: `trace de`, `l'hypothèse de`. */
  readonly shells?: ReadonlySet<string>;
  /** Nouns for what somebody takes to be so: a clause about one is about what it holds (`la thèse de la vague`). */
  readonly theories?: ReadonlySet<string>;
  /** Verbs whose passive says of a theory or a happening that it was not: `la piste criminelle est écartée`. */
  readonly refuters?: ReadonlySet<string>;
  /** Words that, said of nothing, leave open what is spoken of: `Rien n'est décidé`, `No decision has been taken`. */
  readonly settlers?: ReadonlySet<string>;
  /** Verbs whose complement is meant or tried, and not done: `veut vendre`, `a tenté de fuir`. */
  readonly intents?: ReadonlySet<string>;
  /** Verbs for wishing, among those: who wishes has not yet decided anything. */
  readonly hopes?: ReadonlySet<string>;
  /** Adverbs by which what is told has not quite happened: `presque`, `nearly`. */
  readonly nearly?: ReadonlySet<string>;
  /** Words for how much of something: `toutes` is `all`, `certaines` is `part`. */
  readonly shares?: ReadonlyMap<string, string>;
  /** `deuxième` is 2. */
  readonly ordinals?: ReadonlyMap<string, number>;
  /** `plus` is `more`, `moins` is `less`. */
  readonly degrees?: ReadonlyMap<string, "more" | "less">;
  /** Words that open a clause under which something holds: `si` is `if`. */
  readonly conditions?: ReadonlyMap<string, string>;
  /** Determiners that point back: `cet appel`. */
  readonly pointers: ReadonlySet<string>;
};

/** Class of an event to the PLOVER event type it falls under, where there is one. */
export const eventCodes: ReadonlyMap<string, string> = new Map(
  rows(shared.eventCodes).map(([name, code = ""]) => [name, code]),
);

const pairs = rows(shared.opposites);
const opposed = new Set(pairs.flatMap(([a, b = ""]) => [`${a}|${b}`, `${b}|${a}`]));
/** Words that stand in some pair of opposites. */
const polar = new Set(pairs.flatMap(([a, b = ""]) => [a, b]));

/** Whether two classes or concepts exclude one another: `strengthen` and `weaken`, `before` and `after`. */
export function opposite(a: string, b: string): boolean {
  return opposed.has(`${a}|${b}`);
}

/** Whether a class or concept has an opposite at all. */
export function hasOpposite(name: string): boolean {
  return polar.has(name);
}

const known = new Set(rows(shared.concepts).map(([concept]) => concept));

/** Classes and concepts of what befalls without a doer: two of them are two causes. */
export const calamities: ReadonlySet<string> = new Set(
  "fire flood storm earthquake accident short-circuit lightning drought leak @burn @flood @crash @explode @poison @hack".split(
    " ",
  ),
);

/** Whether a name is a concept or event class of the lexicon, so that two different ones differ in meaning. */
export function isConcept(name: string): boolean {
  return name.startsWith("@") || known.has(name);
}

/** Splits a compiled list of events into verbs and nouns. */
export function eventEntries(compiled: string): Pick<Events, "predicates" | "nouns"> {
  const predicates = new Map<string, EventEntry>();
  const nouns = new Map<string, EventEntry>();
  for (const [lemma, pos, classes = "", frame] of rows(compiled)) {
    (pos === "v" ? predicates : nouns).set(lemma, { classes: classes.split(","), converse: frame === "converse" });
  }
  return { predicates, nouns };
}

/** Lemma to concept, from one column of the shared list of concepts. */
export function conceptEntries(column: 0 | 1): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [concept, ...columns] of rows(shared.concepts)) {
    for (const lemma of (columns[column] ?? "").split(",")) if (!found.has(lemma)) found.set(lemma, concept);
  }
  return found;
}
