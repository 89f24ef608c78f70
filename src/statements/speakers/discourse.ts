import type { Actors, Gender } from "../../languages/actors.ts";
import type { Span } from "../../model/index.ts";
import { foldPhrase } from "./fold.ts";
import { isPersonal, roleFit } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";
import type { Referent, Role } from "./referent.ts";

/** An actor at one place of the text. */
export type Occurrence = {
  readonly who: Referent;
  readonly span: Span;
  readonly sentence: number;
  /** Subject of its clause. */
  readonly subject: boolean;
  /** Inside a quotation. */
  readonly quoted: boolean;
  /** Complement of another noun: `l'équipe de Trump`. */
  readonly governed: boolean;
};

export type Candidate = {
  readonly who: Referent;
  readonly score: number;
  readonly margin: number;
  readonly from: Span;
};

/** Classes of posts that one person may have held one after the other: `le sénateur`, then `l'ancien maire`. */
const inPublic: ReadonlySet<string> = new Set([
  "head",
  "leader",
  "minister",
  "official",
  "politician",
  "executive",
  "adviser",
  "spokesperson",
]);
const inCourt: ReadonlySet<string> = new Set(["justice", "expert", "press"]);

const window = 60;
const sentences = 8;

/** What has been spoken of so far, latest last. Looks back over a bounded window only. */
export class Discourse {
  readonly occurrences: Occurrence[] = [];
  /** Who spoke last, outside of other people's statements. */
  lastSpeaker: Referent | null = null;
  lastSpeakerSentence = -1;
  private readonly actors: Actors;
  /** Titles that somebody named in the document has, be it further down. */
  private readonly held: ReadonlySet<string>;

  constructor(actors: Actors, held: ReadonlySet<string>) {
    this.actors = actors;
    this.held = held;
  }

  add(occurrence: Occurrence): void {
    occurrence.who.count++;
    this.occurrences.push(occurrence);
  }

  /** Puts one actor in the place of another, within reach. */
  replace(old: Referent, who: Referent): void {
    for (let at = this.occurrences.length - 1; at >= 0 && at > this.occurrences.length - window; at--) {
      const one = this.occurrences[at];
      if (one?.who === old) this.occurrences[at] = { ...one, who };
    }
    if (this.lastSpeaker === old) this.lastSpeaker = who;
  }

  private *recent(sentence: number, before: number, reach = sentences): Generator<Occurrence> {
    let steps = 0;
    for (let at = this.occurrences.length - 1; at >= 0 && steps < window; at--) {
      const one = this.occurrences[at];
      if (!one || sentence - one.sentence > reach) return;
      if (one.span.start >= before) continue;
      steps++;
      yield one;
    }
  }

  private salience(one: Occurrence, sentence: number, quoted: boolean): number {
    const distance = Math.max(0, sentence - one.sentence);
    return (
      -0.9 * Math.min(distance, 6) +
      (one.subject ? 1.4 : 0) +
      (one.governed ? -0.8 : 0) +
      (one.quoted && !quoted ? (named(one.who) ? -1.6 : -3.4) : 0) +
      (one.who === this.lastSpeaker ? 1.8 / (1 + Math.max(0, sentence - this.lastSpeakerSentence) / 2) : 0) +
      0.35 * Math.log2(1 + one.who.count)
    );
  }

  private best(
    sentence: number,
    before: number,
    quoted: boolean,
    suits: (one: Occurrence) => number | null,
    least: number,
    reach = sentences,
  ): Candidate | null {
    const scores = new Map<Referent, { score: number; from: Span }>();
    for (const one of this.recent(sentence, before, reach)) {
      const bonus = suits(one);
      if (bonus === null) continue;
      const score = bonus + this.salience(one, sentence, quoted);
      const known = scores.get(one.who);
      if (!known || score > known.score) scores.set(one.who, { score, from: one.span });
    }
    const ranked = [...scores].sort((a, b) => b[1].score - a[1].score);
    const first = ranked[0];
    if (!first || first[1].score < least) return null;
    return {
      who: first[0],
      score: first[1].score,
      margin: first[1].score - (ranked[1]?.[1].score ?? least - 2),
      from: first[1].from,
    };
  }

  /** `il`, `she`, `they`: agreement, recency, subjects before others, whoever spoke last. `not` is never meant. */
  pronoun(phrase: Phrase, quoted: boolean, not: Referent | null, favour: Referent | null): Candidate | null {
    const { pronoun } = phrase;
    if (!pronoun) return null;
    return this.best(
      phrase.sentence,
      phrase.span.start,
      quoted,
      ({ who }) => {
        if (who === not) return null;
        const person = who.kind === "person" || (who.kind === "anonymous" && who.number === "singular");
        if (pronoun.only === "person" && !person) return null;
        if (pronoun.only === "thing" && person) return null;
        let bonus = who === favour ? 2.6 : 0;
        if (pronoun.number === "plural") {
          if (person) return null;
          if (who.number !== "plural" && (who.kind === "state" || pronoun.gender !== null)) return null;
          bonus += who.number === "plural" ? 1.5 : -0.8;
        } else if (pronoun.number === "singular" && who.number === "plural") return null;
        if (!agree(pronoun.gender, who.gender)) return null;
        if (pronoun.gender && pronoun.gender === who.gender) bonus += 0.8;
        if (pronoun.number !== "plural") bonus += person ? 1.2 : who.kind === "document" ? -1.4 : -0.8;
        // `Le ministère nie. Il dit`: whoever spoke in the sentence right before goes on.
        if (!person && who === this.lastSpeaker && phrase.sentence - this.lastSpeakerSentence === 1) bonus += 1;
        return bonus;
      },
      -6,
    );
  }

  /** `ce dernier`, `the latter`: the one named last that agrees. */
  latter(phrase: Phrase): Candidate | null {
    let loose: Candidate | null = null;
    for (const one of this.recent(phrase.sentence, phrase.span.start, 3)) {
      const { who } = one;
      const gender = phrase.pronoun?.gender ?? null;
      if (!agree(gender, who.gender)) continue;
      if (phrase.number === "plural" ? who.number !== "plural" : who.number === "plural") continue;
      if (gender === null || who.gender === gender) return { who, score: 2, margin: 1, from: one.span };
      loose ??= { who, score: 1, margin: 0.5, from: one.span };
    }
    return loose;
  }

  /** `le dirigeant russe`, `le ministère`, `cette source`: the same kind of thing, state and principal, then salience. */
  description(
    phrase: Phrase,
    quoted: boolean,
    complement: string | null,
    not: Referent | null = null,
  ): Candidate | null {
    const { noun } = phrase;
    if (!noun) return phrase.epithet ? this.intended(phrase, quoted, not) : null;
    const alone = this.untitled(phrase, not, complement);
    const back = phrase.same || phrase.determiner?.kind === "demonstrative";
    return this.best(
      phrase.sentence,
      phrase.span.start,
      quoted,
      (one) => {
        const { who } = one;
        // `Selon cette source` may be a ministry: the gender of a word for a thing tells nothing.
        const gendered = phrase.number === "singular" && isPersonal(noun) && noun.class !== "source";
        if (!agree(gendered ? phrase.gender : null, who.gender)) return null;
        if ((who.number === "plural") !== (phrase.number === "plural")) return null;
        const states = new Set(who.roles.flatMap((role) => role.state ?? []));
        if (phrase.state && states.size > 0 && !states.has(phrase.state)) return null;
        let fit = -3;
        for (const role of who.roles) {
          if (phrase.state && role.state && phrase.state !== role.state) continue;
          if (complement && role.of && !overlaps(complement, role.of)) continue;
          const rank = roleFit(noun, role.noun, this.actors);
          if (rank === 0) continue;
          const sameState = phrase.state !== null && phrase.state === role.state;
          const sameOf = complement !== null && role.of !== null;
          fit = Math.max(fit, rank + (sameState ? 2 : 0) + (sameOf ? 2 : 0) - (phrase.state && !role.state ? 0.5 : 0));
        }
        if (fit < 0) {
          // `L'ancien maire de Balti`, right after somebody spoke: a new word for the same person.
          if (
            phrase.epithet &&
            who === this.lastSpeaker &&
            who.kind === "person" &&
            who !== not &&
            who.roles.every((role) => inPublic.has(role.noun.class)) &&
            phrase.sentence - this.lastSpeakerSentence <= 2
          )
            return 0;
          // `L'ex-ministre`, of somebody spoken of without any title: nobody else is meant where others have theirs.
          if (phrase.epithet && who.kind === "person" && who !== not && who.roles.length === 0) return -0.2;
          // `Le prévenu`: whoever the case is against is no lawyer, judge or expert of it.
          if (this.actors.accused.has(noun.lemma) && who.kind === "person" && who !== not)
            return who.roles.some((role) => inCourt.has(role.noun.class) || this.actors.titles.has(role.noun.lemma))
              ? null
              : 0.4;
          const text = foldPhrase(phrase.text);
          if ([...who.names].some((name) => foldPhrase(name) === text)) return 3;
          // `Odile Fahr sort de sa réserve. La biologiste accuse`: the subject of the sentence before, in other words.
          if (alone !== null && isNext(one, phrase, this.lastSpeaker, this.lastSpeakerSentence) && alone(who))
            return who.roles.length === 0 ? 0 : phrase.epithet ? -2 : -0.8;
          // Somebody without a role of their own may still be the leader meant, when the text speaks of nobody else.
          if (
            who.kind === "person" &&
            who.roles.length === 0 &&
            noun.class !== "citizen" &&
            noun.class !== "source" &&
            isPersonal(noun)
          )
            return who === not ? null : back ? -0.5 : -1.6;
          if (noun.class === "outlet" && who.id.startsWith("outlet:")) return 1.5;
          if (noun.class === "outlet" && who.id.startsWith("org:") && who === this.lastSpeaker) return 0.5;
          if (noun.class === "state" && who.kind === "state") return 0.5;
          if (
            noun.class === "organization" &&
            this.actors.generic.has(noun.lemma) &&
            who.kind === "organization" &&
            back
          )
            return 0;
          if (noun.class === "source" && back && !who.id.startsWith("person:")) return 0.5;
          return null;
        }
        return fit;
      },
      back ? -4 : 0.2,
      // A title said once may be taken up far below; `window` bounds the steps.
      phrase.same || phrase.noun?.class !== "citizen" ? 24 : sentences,
    );
  }

  /** `l'intéressée`: the person named last that agrees. */
  private intended(phrase: Phrase, quoted: boolean, not: Referent | null): Candidate | null {
    if (phrase.number === "plural") return null;
    const fits = ({ who }: Occurrence) =>
      who.kind === "person" && who !== not && agree(phrase.gender, who.gender) ? 0.5 : null;
    return this.best(phrase.sentence, phrase.span.start, quoted, fits, -2, 3);
  }

  /**
   * Who may be meant by `la biologiste`, of whom nobody has the title: persons of no other post that excludes
   * it. Null where somebody has it, or where the words cannot take up anybody.
   */
  private untitled(
    phrase: Phrase,
    not: Referent | null,
    complement: string | null,
  ): ((who: Referent) => boolean) | null {
    const { noun } = phrase;
    if (!noun || phrase.number === "plural" || phrase.determiner?.kind !== "definite" || !isPersonal(noun)) return null;
    // `le mécanicien du ferry`: words that say of what need nobody named.
    if (phrase.state !== null || complement !== null) return null;
    if (noun.class === "justice" || serving.has(noun.class)) return null;
    if (this.held.has(noun.lemma)) return null;
    const titled = this.actors.titles.has(noun.lemma);
    return (who) =>
      who.kind === "person" &&
      who !== not &&
      named(who) &&
      who.roles.every(
        (role) =>
          !serving.has(role.noun.class) &&
          !pleads(role) &&
          !(titled && role.noun.class !== "justice" && this.actors.titles.has(role.noun.lemma)),
      );
  }

  /** `les deux dirigeants`: the last two different actors of the kind; order of the text. */
  pair(phrase: Phrase): [Referent, Referent] | null {
    const persons = phrase.noun === null || isPersonal(phrase.noun);
    const states = phrase.noun?.class === "state" || phrase.noun?.class === "group";
    const found: Referent[] = [];
    for (const { who } of this.recent(phrase.sentence, phrase.span.start)) {
      if (who.number === "plural" || found.includes(who)) continue;
      if (persons ? who.kind !== "person" : states ? who.kind !== "state" : who.kind === "document") continue;
      found.push(who);
      if (found.length === 2) break;
    }
    const [second, first] = found;
    return first && second ? [first, second] : null;
  }
}

/** Known by a name of their own rather than by what they are called: `un médecin` in a quotation says nothing outside it. */
const named = ({ id, name }: Referent): boolean => !/^(?:person|group|anonymous):/.test(id) || /^\p{Lu}/u.test(name);

/** Classes of people who speak for others, of whom a text has several. */
const serving: ReadonlySet<string> = new Set(["spokesperson", "adviser", "source", "press"]);

/** `Me Sarl`, `l'avocate du maire`: pleads for somebody. Not: `l'avocate Ida Moll`, who may do anything else. */
const pleads = ({ noun, of, text }: Role): boolean =>
  noun.class === "justice" && (of !== null || /^(?:me|maître)\b/iu.test(text));

/** Whether an actor was the subject of the sentence right before a phrase, or spoke last there. */
const isNext = (one: Occurrence, phrase: Phrase, speaker: Referent | null, spoke: number): boolean =>
  (one.subject && !one.quoted && !one.governed && phrase.sentence - one.sentence === 1) ||
  (one.who === speaker && phrase.sentence - spoke <= 2);

function agree(a: Gender, b: Gender): boolean {
  return a === null || b === null || a === b;
}

/** Whether two complements of a role share a word. */
export function overlaps(a: string, b: string): boolean {
  const words = new Set(a.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
  return b.split(/[^\p{L}\p{N}]+/u).some((word) => words.has(word));
}
