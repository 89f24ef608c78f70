import type { Act, Factuality } from "../model/index.ts";
import { rows } from "./lexicon.ts";

/**
 * What a cue reports: `speech` (say, write, show), `thought` (believe, expect), `feeling` (fear, hope, be angry),
 * `intention` (want, plan, vow to oneself), `knowledge` (know, learn, find out), `evidence` (a video shows, a treaty provides).
 */
export type CueClass = "speech" | "thought" | "feeling" | "intention" | "knowledge" | "evidence";

/**
 * How a cue takes its content:
 * `that` finite clause, `wh` indirect question, `direct` quotation, `inf` infinitive or gerund, `obj` noun phrase that is
 * the content (`a démenti l'attaque`), `obl` prepositional phrase that is the content (`se réjouit de la nouvelle`),
 * `as` object and predicate (`qualifie X de Y`, `describe X as Y`), `np` object that is only a topic unless it names a content itself,
 * `objinf` infinitive controlled by the person addressed (`ordonner à X de`, `urge X to`).
 */
export const complementFrames = ["that", "wh", "direct", "inf", "obj", "obl", "as", "objinf", "np"] as const;
export type ComplementFrame = (typeof complementFrames)[number];

/** One cue of the lexicon. */
export type CueEntry = {
  /** Lemma, several words joined by spaces: `déclarer`, `se réjouir`, `faire part`, `point out`. */
  readonly lemma: string;
  readonly class: CueClass;
  /** The act the cue names; `assert` when it is neutral. */
  readonly act: Act;
  /** What the source commits itself to about the content, when nothing else is said. */
  readonly factuality: Factuality;
  readonly frames: ReadonlySet<ComplementFrame>;
};

/** How a frame gets its source: see the head of the lexicon. */
export type FrameKind = "source" | "fixed" | "hearsay" | "reception" | "relay" | "author";

/** `selon`, `according to`: words that open a frame. */
export type FrameEntry = {
  readonly words: readonly string[];
  readonly kind: FrameKind;
  readonly entry: CueEntry;
};

/** A cue whose lemma has several words, keyed by the word that carries it. */
export type CueLexicon = {
  /** By the lemma that carries the cue; the longest first. `rest` follows it, `before` precedes it (`se`). */
  readonly byHead: ReadonlyMap<string, readonly CueMatch[]>;
};
export type CueMatch = {
  readonly entry: CueEntry;
  /** Reflexive pronoun required: `se dire`. */
  readonly reflexive: boolean;
  /** A clitic that must stand before: `y` of `y voir`. */
  readonly clitic?: string;
  /** Words that must follow, in order, a few others between: `part` of `faire part`. */
  readonly rest: readonly string[];
  /** Prepositions that open prepositional content, infinitives or predicates, by frame. */
  readonly markers: ReadonlyMap<ComplementFrame, readonly string[]>;
};

/** Cues: verbs, nouns, adjectives and frames that attribute, and the closed classes that go with them. */
export type Attribution = {
  readonly verbs: CueLexicon;
  /** Inflected forms of the cue verbs, for words that the tagger gives another class or lemma. */
  readonly forms?: ReadonlyMap<string, string>;
  readonly nouns: CueLexicon;
  readonly adjectives: CueLexicon;
  /** By first word, the longest first. */
  readonly frames: ReadonlyMap<string, readonly FrameEntry[]>;
  /** Words that open a finite content clause (`que`, `that`). */
  readonly that: ReadonlySet<string>;
  /** Words that open an indirect question; the question word belongs to the content, `si` does not. */
  readonly wh: ReadonlySet<string>;
  /** `selon lequel`: words of a relative that makes a noun a cue, whole. */
  readonly relativeFrames: readonly string[];
  /** Verbs whose bare object is who is told, so that no subject stands behind them: `…, the mayor told the Gazette`. */
  readonly telling?: ReadonlySet<string>;
  /** Whether a content clause may lack its opening word (`she said the pier was safe`). */
  readonly bareThat: boolean;
  /** Reflexive pronouns. */
  readonly reflexives: ReadonlySet<string>;
  /** Impersonal subjects of epistemic frames (`il`, `it`). */
  readonly impersonal: ReadonlySet<string>;
  /** First person pronouns. */
  readonly firstPerson: ReadonlySet<string>;
  /** Pronouns and possessives of the second person, which a question of an interview has. */
  readonly addressed: ReadonlySet<string>;
  /** Indefinite subject of a hearsay verb (`on dit que`). */
  readonly indefinite: ReadonlySet<string>;
  /** What an adjective of probability leaves of what is judged so: `juge probable que`, `considers it unlikely that`. */
  readonly judgements: ReadonlyMap<string, Factuality>;
  /** Words that turn such an adjective: `peu probable`, `not likely`. */
  readonly lessening: ReadonlySet<string>;
  /** Nouns that take up what was reported before, besides the cue nouns (`une hypothèse que`, `a step that`). */
  readonly anaphors: ReadonlySet<string>;
  /** Verbs that only lead in a verb of saying (`tient à préciser`). */
  readonly leading: ReadonlySet<string>;
  /** Verbs that name whom a report rests on: `citer`, `quote`. */
  readonly citing: ReadonlySet<string>;
  /** Words that negate a verb from its subject: `ni … ni`, `aucun responsable n'a`, `neither … nor`. */
  readonly negatingSubjects: ReadonlySet<string>;
  /** Adjectives and nouns of the author's own judgement (`probable`, `likely`). */
  readonly epistemic: ReadonlySet<string>;
  /** Impersonal verbs of seeming and being possible (`il semble que`, `il se peut que`). */
  readonly seeming: ReadonlySet<string>;
  /** Adverbs that report hearsay (`reportedly`). */
  readonly hearsayAdverbs: ReadonlySet<string>;
  /** Auxiliaries and semi-auxiliaries that stand between subject and cue and belong to the cue. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Conjunctions that join clauses. */
  readonly coordinators: ReadonlySet<string>;
  /** Of `mais`, `while`: open a clause that is contrasted with the content and does not belong to it. */
  readonly contrast: ReadonlySet<string>;
  /** Auxiliaries of the hearsay conditional (`aurait demandé`); none where a language has no such mood. */
  readonly hearsayPerfect: ReadonlySet<string>;
  /** Its copulas (`serait parti`). */
  readonly hearsayCopula: ReadonlySet<string>;
  /** `si`, `if`: open a condition. */
  readonly conditions: ReadonlySet<string>;
  /** Negations of a verb. */
  readonly negations: ReadonlySet<string>;
  /** Of the negations, those that are none without the particle before the verb (`plus` needs `ne`); none in most languages. */
  readonly withParticle: ReadonlySet<string>;
  /** Prepositions that name the agent of a passive. */
  readonly agents: ReadonlySet<string>;
  /** Nouns that make an adverb with the preposition of agents: `par la suite`, `by chance`. */
  readonly adverbial: ReadonlySet<string>;
  /** Determiners that name the source of a cue noun (`sa promesse`, `their claim`). */
  readonly possessives: ReadonlySet<string>;
  /** Nouns that follow `selon`, `according to` without naming a source (`selon les besoins`). */
  readonly notSources: ReadonlySet<string>;
  /** `comme l'a dit X`, `as X said`. */
  readonly comparisons?: ReadonlySet<string>;
  /** What sources ask for themselves and what is no news (`a requis l'anonymat`). */
  readonly notContents?: ReadonlySet<string>;
  /** Words that make `que`, `that` part of a conjunction or comparison (`alors que`, `plus que`, `so that`). */
  /** Words beyond cue and subject that may stand between two pieces of one quotation, in the use of the language's press. */
  readonly asides: number;
  /** Whether the pronoun of a relative clause is taken as its source (`who said`), rather than the noun it stands for. */
  readonly relativeSource: boolean;
  readonly compound: ReadonlySet<string>;
  /** Prepositions that open how, when or where somebody speaks, behind who does (`un sauveteur sous couvert d'anonymat`). */
  readonly settings: ReadonlySet<string>;
  /** Words of the phrases that stand between auxiliary and participle (`a de son côté déclaré`). */
  readonly fillers: ReadonlySet<string>;
  /** What happens to things of themselves: `le mur menace de céder` is no threat. */
  readonly happenings?: ReadonlySet<string>;
  /** Subjects that stand for nobody (`personne ne veut`, `nobody wants`). */
  readonly nobody: ReadonlySet<string>;
  /** Words that open a phrase of time, which stands beside a nominal content and not in it. */
  readonly beside: ReadonlySet<string>;
  /**
   * Words that set something against what was said: behind an inserted attribution it is the narrator who does so
   * (`…, dénoncent les deux parties, malgré la rencontre de jeudi`).
   */
  readonly contrasts: ReadonlySet<string>;
};

const frameName = /^(that|wh|direct|inf|obj|obl|as|objinf|np)(?::(.+))?$/;

function entryOf(
  lemma: string,
  kind: string,
  act: string,
  factuality: string,
  frames: string,
): [CueEntry, Map<ComplementFrame, string[]>] {
  const markers = new Map<ComplementFrame, string[]>();
  for (const item of frames.split(",")) {
    const match = frameName.exec(item.trim());
    if (match === null) continue;
    const frame = match[1] as ComplementFrame;
    const list = markers.get(frame) ?? [];
    if (match[2] !== undefined) list.push(match[2]);
    markers.set(frame, list);
  }
  const entry = {
    lemma,
    class: kind as CueClass,
    act: act as Act,
    factuality: factuality as Factuality,
    frames: new Set(markers.keys()),
  };
  return [entry, markers];
}

/** Reads a `cue-verbs`, `cue-nouns` or `cue-adjectives` lexicon. */
export function cueLexicon(compiled: string): CueLexicon {
  const byHead = new Map<string, CueMatch[]>();
  for (const [lemma, kind = "", act = "", factuality = "", frames = ""] of rows(compiled)) {
    const [entry, markers] = entryOf(lemma, kind, act, factuality, frames);
    const reflexive = /^(se |s')/.test(lemma);
    const clitic = /^(y) /.exec(lemma)?.[1];
    const [head = "", ...rest] = lemma.replace(/^(se |s'|y )/, "").split(" ");
    const list = byHead.get(head) ?? [];
    list.push({ entry, reflexive, rest, markers, ...(clitic === undefined ? {} : { clitic }) });
    byHead.set(head, list);
  }
  for (const list of byHead.values())
    list.sort(
      (a, b) =>
        b.rest.length - a.rest.length ||
        Number(b.clitic !== undefined) - Number(a.clitic !== undefined) ||
        Number(b.reflexive) - Number(a.reflexive),
    );
  return { byHead };
}

/** Reads a `cue-frames` lexicon. */
export function frameLexicon(compiled: string): ReadonlyMap<string, readonly FrameEntry[]> {
  const byFirst = new Map<string, FrameEntry[]>();
  for (const [phrase, kind = "", act = "", factuality = ""] of rows(compiled)) {
    const words = phrase.replaceAll("'", "' ").split(/[ -]+/);
    const [entry] = entryOf(phrase, kind === "author" ? "thought" : "speech", act, factuality, "that");
    const first = words[0] ?? "";
    const list = byFirst.get(first) ?? [];
    list.push({ words, kind: kind as FrameKind, entry });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** Inflected forms of every cue verb, by the rules of a language; a form of two verbs keeps the first. */
export function inflected(
  lexicon: CueLexicon,
  forms: (lemma: string) => readonly string[],
): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const lemma of lexicon.byHead.keys())
    for (const form of forms(lemma)) if (!result.has(form)) result.set(form, lemma);
  return result;
}
