import type { Actors } from "../../languages/actors.ts";
import type { Analysis, Span } from "../../model/index.ts";
import { textSpan } from "../../text/spans.ts";
import type { Source, WordRef } from "../attribution.ts";
import { isWithheld } from "./anonymity.ts";
import { bearerOf, rename, repeatedBy, serveOwner, sortOf, spokenFor } from "./bearing.ts";
import { Discourse } from "./discourse.ts";
import { foldPhrase, phraseId } from "./fold.ts";
import { jointParts } from "./joint.ts";
import { knownActor } from "./known.ts";
import { withMissedNames } from "./missed.ts";
import { completeName, isOwnPaper, properPart, trimmed } from "./naming.ts";
import { isPersonal } from "./nouns.ts";
import { type Phrase, readPhrase, toItsEnd } from "./phrase.ts";
import { type Referent, referent } from "./referent.ts";
import { done, type Means, type Resolution, type Setting } from "./resolution.ts";
import { type Roster, rosterOf } from "./roster.ts";
import { withoutScene } from "./scene.ts";
import { lower, namesIn, sentenceAt } from "./words.ts";

/** Resolves sources to actors, in text order; remembers what it has seen. */
export class Resolver {
  /** Who has the floor of an interview, for what is said there without a name before it. */
  floor: Referent | null = null;
  readonly discourse: Discourse;
  readonly roster: Roster;
  /** With the names that only the tree shows. */
  readonly analysis: Analysis;
  private readonly actors: Actors;

  private readonly settings: ReadonlySet<string>;
  private readonly outlet: string | null;

  /** `settings`: prepositions that tell how and when somebody speaks; `outlet`: the paper that the document is of. */
  constructor(
    given: Analysis,
    actors: Actors,
    { settings, outlet }: { readonly settings: ReadonlySet<string>; readonly outlet: string | null },
  ) {
    const analysis = withMissedNames(given, actors);
    this.analysis = analysis;
    this.actors = actors;
    this.settings = settings;
    this.outlet = outlet;
    const roster = rosterOf(analysis, actors);
    this.roster = roster;
    const persons = [...roster.all()].filter(({ kind }) => kind === "person");
    this.discourse = new Discourse(
      actors,
      new Set(persons.flatMap(({ roles }) => roles.map(({ noun }) => noun.lemma))),
    );
    for (const one of this.roster.all()) this.tieToPrincipal(one);
  }

  get unnamed(): Referent {
    return this.roster.get("unnamed", () => referent("unnamed", "unnamed", "anonymous", { anonymous: true }));
  }

  get author(): Referent {
    return this.roster.get("author", () => referent("author", "author", "author"));
  }

  phrase(span: Span, head: WordRef | null): Phrase {
    return readPhrase(this.analysis, this.actors, span, head);
  }

  resolve(source: Source, setting: Setting): Resolution {
    if (source.kind === "unnamed") return done(this.unnamed, "unnamed");
    if (source.kind === "author") return done(this.author, "author");
    if (source.kind === "same") return done(setting.previous ?? this.discourse.lastSpeaker ?? this.unnamed, "same");
    if (source.kind === "asker") {
      const id = "group:journalists";
      return done(
        this.roster.get(id, () => referent(id, this.actors.askers, "group", { number: "plural" })),
        "asker",
      );
    }
    // `à ses yeux`: the possessive alone stands for whoever is meant.
    const owner = this.actors.determiners.get(lower(this.analysis.text.slice(source.span.start, source.span.end)));
    const whole =
      owner?.kind === "possessive"
        ? source.span
        : toItsEnd(this.analysis, this.actors, source.span, {
            settings: this.settings,
            limit: setting.limit ?? Number.POSITIVE_INFINITY,
          });
    const span = withoutScene(this.analysis, this.actors, whole);
    return this.oneOf(span) ?? this.resolvePhrase(this.phrase(span, source.head), setting);
  }

  /** `One of the freed men, welder Jonas Bart, said`, `l'un des passagers, Tomas Viel, raconte`: the name between commas is who that is. */
  private oneOf({ start, end }: Span): Resolution | null {
    const { text, names } = this.analysis;
    if (!/^(?:one of|l['’]une? d)/iu.test(text.slice(start, start + 8))) return null;
    const name = namesIn(names, { start: end, end: end + 60 }).find(({ kind }) => kind === "person");
    const who = name && this.roster.byName.get(name);
    if (!name || !who || !/^,\s+(?:\p{Ll}[\p{L}'’-]*\s+){0,4}$/u.test(text.slice(end, name.start))) return null;
    return /^\s*,/.test(text.slice(name.end, name.end + 2)) ? done(who, "name") : null;
  }

  resolvePhrase(phrase: Phrase, setting: Setting): Resolution {
    const joint = this.joint(phrase, setting);
    if (joint) return joint;
    // `les deux`, `both`; not `two stewards`, who are others.
    const others = phrase.head?.upos === "NOUN" && phrase.determiner?.kind !== "definite";
    if (phrase.dual && phrase.noun === null && !phrase.name && phrase.words.length <= 3 && !others) {
      const pair = this.discourse.pair(phrase);
      if (pair) return done(this.together(pair, " and "), "pair", 0.4);
    }
    if (phrase.pronoun && !phrase.name) return this.pronoun(phrase, setting);
    // `selon nos informations`, `by our count`: sources that the paper keeps to itself, and no other paper's.
    if (this.actors.ownAccounts?.has(lower(phrase.text.trim())) === true) {
      const id = phraseId("anonymous", phrase.text);
      const name = phrase.text.trim();
      return done(
        this.roster.get(id, () => referent(id, name, "anonymous", { number: "plural", anonymous: true })),
        "phrase",
        0.9,
      );
    }
    const countable =
      phrase.noun === null || isPersonal(phrase.noun) || phrase.noun.class === "state" || phrase.noun.class === "group";
    const both =
      (phrase.noun === null && phrase.words.length <= 3 && !others) ||
      phrase.determiner?.kind === "definite" ||
      lower(phrase.words[0]?.form ?? "") === "both";
    if (phrase.dual && both && countable && !phrase.name) {
      const pair = this.discourse.pair(phrase);
      if (pair) return done(this.together(pair, " and "), "pair", 0.5);
    }
    if (phrase.name) {
      const one = this.roster.byName.get(phrase.name);
      const seat = this.seat(phrase.name.text, phrase.name.kind);
      if (seat) return done(seat, "seat");
      if (one) {
        const plain = phrase.noun === null || phrase.noun.class === "outlet" || phrase.noun.class === "organization";
        const within = phrase.head !== null && phrase.name.start <= phrase.head.start;
        if (plain && within && isOwnPaper(one, this.outlet)) return done(this.author, "author");
        completeName(one, phrase);
        const titled = one.kind === "person" && phrase.noun !== null && isPersonal(phrase.noun);
        if (titled && phrase.determiner?.kind === "possessive") serveOwner(one, phrase, this.discourse, this.actors);
        return done(one, titled ? "title" : "name");
      }
    }
    const titled =
      phrase.noun && isPersonal(phrase.noun) && phrase.head ? this.roster.titled.get(phrase.head.start) : undefined;
    if (titled) return done(titled, "title");
    const seat = phrase.noun === null && phrase.words.length <= 2 ? this.seat(phrase.text, "place") : null;
    if (seat) return done(seat, "seat");
    return this.described(phrase, setting);
  }

  private seat(text: string, kind: string): Referent | null {
    if (kind === "person" || kind === "outlet") return null;
    const id = this.actors.seats.get(lower(text.trim()));
    const known = id ? knownActor(id) : null;
    if (!id || !known) return null;
    const one = this.roster.get(id, () => referent(id, known.name, known.kind));
    one.names.add(text);
    return one;
  }

  private joint(phrase: Phrase, setting: Setting): Resolution | null {
    const readings = jointParts(this.actors, phrase, (span) => this.phrase(span, null));
    if (!readings) return null;
    const found = readings.map((one) => this.resolvePhrase(one, setting));
    const members = found.map(({ who }) => who);
    // A member that only this text knows keeps its article and its language: "Ukraine et ses alliés".
    const plain = members.map(
      (one, at) =>
        found[at]?.means !== "phrase" &&
        (knownActor(one.id) !== null || one.kind === "person" || one.kind === "state" || one.id.startsWith("outlet:")),
    );
    const known = plain.every(Boolean);
    const names = members.map((one, at) => (plain[at] ? one.name : (readings[at]?.text.trim() ?? one.name)));
    return done(this.together(members, known ? " and " : ` ${this.actors.and} `, names), "joint", 0.6);
  }

  private together(
    members: readonly Referent[],
    joiner: string,
    names: readonly string[] = members.map((one) => one.name),
  ): Referent {
    const id = `joint:${members
      .map((one) => one.id)
      .sort()
      .join("+")}`;
    return this.roster.get(id, () => {
      const name = names.join(joiner);
      return referent(id, name, "group", { number: "plural", anonymous: members.every((one) => one.anonymous) });
    });
  }

  private pronoun(phrase: Phrase, setting: Setting): Resolution {
    const kind = phrase.pronoun?.kind;
    const enclosing = setting.enclosing;
    switch (kind) {
      case "first":
        return done(
          enclosing ?? (setting.quoted ? this.discourse.lastSpeaker : this.floor) ?? this.author,
          "first-person",
        );
      case "first-plural": {
        const one = enclosing ?? (setting.quoted ? this.discourse.lastSpeaker : this.floor);
        if (!one) return done(this.author, "first-person");
        return done(spokenFor(one, this.roster), "first-person", 0.4);
      }
      case "latter": {
        const found = this.discourse.latter(phrase);
        if (found) return this.pointing(found.who, "pronoun", found.margin, found.from);
        break;
      }
      case "relative": {
        const found = this.relative(phrase);
        if (found) return { ...found, means: "relative" };
        break;
      }
      case "personal": {
        const doubled = this.doubled(phrase, setting);
        if (doubled) return doubled;
        const not = setting.direct ? enclosing : null;
        const favour = setting.direct ? null : enclosing;
        const found = this.discourse.pronoun(phrase, setting.quoted, not, favour);
        // A clear pronoun tells what the name did not.
        if (found && found.margin > 0.5 && found.who.kind === "person" && phrase.pronoun?.gender)
          found.who.gender ??= phrase.pronoun.gender;
        if (found) return this.pointing(found.who, "pronoun", found.margin, found.from);
        const pair = phrase.pronoun?.number === "plural" ? this.discourse.pair(phrase) : null;
        if (pair) return done(this.together(pair, " and "), "pair", 0.3);
        break;
      }
      case "indefinite": {
        const id = phraseId("anonymous", phrase.text);
        return done(
          this.roster.get(id, () =>
            referent(id, trimmed(phrase), "anonymous", { number: phrase.number, anonymous: true }),
          ),
          "phrase",
          0.5,
        );
      }
      default:
    }
    const id = phraseId("unresolved", phrase.text);
    return done(
      this.roster.get(id, () => referent(id, phrase.text, "group", { number: phrase.number })),
      "unresolved",
      0,
    );
  }

  /** `Les syndicats, eux, dénoncent`: the pronoun repeats the phrase before the comma. */
  private doubled(phrase: Phrase, setting: Setting): Resolution | null {
    const words = this.analysis.sentences[phrase.sentence]?.words ?? [];
    const span = repeatedBy(words, phrase.head?.index ?? -1);
    if (span === null) return null;
    const inner = this.phrase(span, null);
    return inner.pronoun ? null : this.resolvePhrase(inner, setting);
  }

  private relative(phrase: Phrase): Resolution | null {
    const verb =
      phrase.head && phrase.head.head >= 0
        ? this.analysis.sentences[phrase.sentence]?.words[phrase.head.head]
        : undefined;
    const words = this.analysis.sentences[phrase.sentence]?.words ?? [];
    const before = (phrase.head?.index ?? 0) - 1;
    const near = words[words[before]?.upos === "PUNCT" ? before - 1 : before];
    const noun = verb?.deprel.startsWith("acl")
      ? words[verb.head]
      : /^(?:NOUN|PROPN)$/.test(near?.upos ?? "")
        ? near
        : undefined;
    let best = null;
    for (let at = this.discourse.occurrences.length - 1; at >= 0 && at > this.discourse.occurrences.length - 12; at--) {
      const one = this.discourse.occurrences[at];
      if (!one || one.sentence !== phrase.sentence) break;
      if (one.span.start >= phrase.span.start) continue;
      if (noun && one.span.start <= noun.start && noun.end <= one.span.end)
        return this.pointing(one.who, "relative", 1, one.span);
      best ??= one;
    }
    if (noun && noun.upos !== "PROPN") {
      const opener = words[noun.index - 1];
      const article = opener && this.actors.determiners.has(lower(opener.form)) ? opener : noun;
      const span = { start: article.start, end: noun.end };
      const inner = this.phrase(span, { sentence: phrase.sentence, word: noun.index });
      if (inner.noun)
        return this.resolvePhrase(inner, { quoted: false, enclosing: null, direct: false, previous: null });
    }
    return best ? this.pointing(best.who, "relative", 0.3, best.span) : null;
  }

  private described(phrase: Phrase, setting: Setting): Resolution {
    const { noun, determiner } = phrase;
    const complement = phrase.complement
      ? foldPhrase(this.analysis.text.slice(phrase.complement.start, phrase.complement.end))
      : null;
    // `the port authority` after `the hospital`: what kind it is of is said, so it is another one.
    const kind = phrase.words.some(
      ({ deprel, head, lemma, upos }) =>
        deprel.startsWith("compound") && upos === "NOUN" && head === phrase.head?.index && !noun?.lemma.includes(lemma),
    );
    const epithet = noun === null && phrase.epithet;
    const pointsBack =
      (noun !== null || epithet) &&
      !(noun?.class === "organization" && kind && !phrase.same) &&
      (determiner === null || determiner.kind === "definite" || determiner.kind === "demonstrative" || phrase.same) &&
      !(determiner === null && phrase.number === "plural");
    // `la même source`: whoever spoke last, whatever they are called.
    const last = this.discourse.lastSpeaker;
    const several = phrase.number === "plural" && last?.number !== "plural";
    if (
      phrase.same &&
      noun?.class === "source" &&
      last &&
      !several &&
      phrase.sentence - this.discourse.lastSpeakerSentence <= 4
    )
      return done(last, "description", 0.8);
    if (pointsBack) {
      const found = this.discourse.description(phrase, setting.quoted, complement, setting.enclosing);
      if (found) {
        rename(found.who, phrase, complement);
        return this.pointing(found.who, "description", found.margin, found.from);
      }
    }
    // `Le comptable confirme`, in a headline: whoever alone has that title further down.
    if (pointsBack && noun !== null && isPersonal(noun) && phrase.number === "singular" && noun.class !== "source") {
      const bearer = bearerOf(phrase, this.roster, this.actors, setting.enclosing, complement);
      if (bearer) return done(bearer, "description", 0.4);
    }
    const withheld = isWithheld(phrase, this.actors);
    const sort = withheld ? "anonymous" : sortOf(phrase);
    const name = properPart(phrase) ?? trimmed(phrase);
    const id = phraseId(sort, name);
    const gender = phrase.number === "singular" ? phrase.gender : null;
    const one = this.roster.get(id, () =>
      referent(id, name, sort, { gender, number: phrase.number, anonymous: withheld }),
    );
    one.names.add(phrase.text);
    if (noun && one.roles.length === 0)
      one.roles.push({
        noun,
        state: phrase.state,
        of: complement,
        ofSpan: phrase.complement,
        text: name,
        at: phrase.head?.start ?? 0,
      });
    this.tieToPrincipal(one);
    if (
      determiner?.kind === "possessive" &&
      !one.principal &&
      (noun?.class === "spokesperson" || noun?.class === "adviser")
    ) {
      const owner = this.discourse.lastSpeaker;
      if (owner && owner !== one) one.principal = owner;
    }
    return done(one, "phrase", noun ? 0.9 : 0.4);
  }

  /** A spokesperson or adviser speaks for the complement of the role: `le porte-parole du Kremlin` → the Kremlin. */
  private tieToPrincipal(one: Referent): void {
    if (one.principal || one.kind === "document") return;
    for (const role of one.roles) {
      if ((role.noun.class !== "spokesperson" && role.noun.class !== "adviser") || !role.ofSpan) continue;
      const phrase = this.phrase(role.ofSpan, null);
      const first = phrase.name ? this.roster.byName.get(phrase.name) : undefined;
      const seat = phrase.name && !first ? this.seat(phrase.name.text, phrase.name.kind) : null;
      const found = first && first !== one ? first : seat;
      if (found) one.principal = found;
      else {
        const leader = phrase.noun && isPersonal(phrase.noun) ? bearerOf(phrase, this.roster, this.actors, one) : null;
        if (leader) {
          one.principal = leader;
          return;
        }
        const name = trimmed(phrase);
        const kind = phrase.noun && isPersonal(phrase.noun) ? "person" : "organization";
        const id = phraseId(kind, name);
        one.principal = this.roster.get(id, () => referent(id, name, kind));
      }
      return;
    }
  }

  private pointing(who: Referent, means: Means, margin: number, from: Span): Resolution {
    return { who, means, margin, antecedent: textSpan(this.analysis.text, from) };
  }

  sentenceOf(span: Span): number {
    return sentenceAt(this.analysis, span.start)?.index ?? 0;
  }
}
