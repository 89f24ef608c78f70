import type { Events } from "../../languages/events.ts";
import { languageOf } from "../../languages/index.ts";
import type { Analysis, Proposition, Speaker, Statement, TextSpan, Word } from "../../model/index.ts";
import type { Found } from "../../statements/attribution.ts";
import { lowerCase } from "../../text/normal.ts";
import { argumentsOf } from "./arguments.ts";
import { askedBy } from "./asked.ts";
import { type Clause, indexed, treesIn } from "./clauses.ts";
import { conceptOf, conceptsOf } from "./concepts.ts";
import { coreOf } from "./core.ts";
import { dismissed, isCalled, isConditional, isDismissed, isOwnDeed } from "./dismissed.ts";
import { ellipticDenial } from "./elliptic.ts";
import { judgedClause } from "./judged.ts";
import { matterOf } from "./matter.ts";
import { demanded, modalOf } from "./modality.ts";
import { owned } from "./owned.ts";
import { plainOf } from "./plain.ts";
import { nounEntry, type Predicate, predicateOf } from "./predicate.ts";
import type { EventMention } from "./presupposed.ts";
import { traitsOf } from "./traits.ts";
import { childrenOf, lemmaOf, overlaps, type Tree, treeOf, within } from "./tree.ts";
import { notExcluded, unproven } from "./unproven.ts";
import { clears, untruth } from "./untrue.ts";
import { isOpen, verdictOf } from "./verdict.ts";

/** Turns clauses and event mentions of one document into propositions. */
export type Builder = {
  readonly trees: readonly Tree[];
  readonly clause: (id: string, clause: Clause, statement: Statement | null) => Proposition;
  readonly mention: (id: string, mention: EventMention) => Proposition;
  /** Whether a statement's words are what another one calls true or false: `dire que le bac est vendu est un mensonge`. */
  readonly isJudged: (statement: string | null, start: number) => boolean;
};

type Body = { readonly tree: Tree; readonly words: readonly Word[]; readonly span: { start: number; end: number } };

/** Nobody is named who says it: hearsay, or an accusation that has no accuser. Not: `selon nos informations`. */
const isNobody = ({ speaker, source }: Statement): boolean =>
  (speaker.id === "unnamed" || speaker.name === "unnamed") &&
  !/(?<!\p{L})(?:nos|notre|our)(?!\p{L})/iu.test(source?.text ?? "");

/** `speaks` tells verbs whose refusal is silence and no stand: `refuse de répondre`. */
export function propositionBuilder(
  analysis: Analysis,
  found: Found,
  events: Events,
  speaks: (lemma: string) => boolean = () => false,
): Builder {
  const trees = analysis.sentences.map(treeOf);
  const text = (span: { start: number; end: number }): TextSpan => ({
    start: span.start,
    end: span.end,
    text: analysis.text.slice(span.start, span.end),
  });
  const mentionsNear = indexed(found.mentions);
  const namesNear = indexed(analysis.names);
  const timesNear = indexed(analysis.times);
  const quantitiesNear = indexed(analysis.quantities);
  const concept = (lemma: string) => conceptOf(lemma, events);
  const byStart = new Map<number, Statement[]>();
  for (const statement of found.statements) {
    const at = statement.content[0]?.start ?? -1;
    byStart.set(at, [...(byStart.get(at) ?? []), statement]);
  }
  const actors = new Map(found.actors.map((actor) => [actor.id, actor]));

  /** Items of an index that overlap any word of a clause, each once. */
  function inside<T extends { start: number; end: number }>(
    near: (word: Word) => readonly unknown[],
    words: readonly Word[],
  ): T[] {
    const kept = new Set<T>();
    for (const word of words) for (const item of near(word) as readonly T[]) if (overlaps(item, word)) kept.add(item);
    return [...kept];
  }

  const language = languageOf(analysis.language);
  const nation = (word: Word): string | null =>
    (namesNear(word) as readonly (typeof analysis.names)[number][]).find(
      (name) => name.kind === "nationality" && overlaps(name, word),
    )?.entity ?? null;

  function facts({ tree, words, span }: Body, predicate: Predicate, statement: Statement | null) {
    const mentions = inside<(typeof found.mentions)[number]>(mentionsNear, words);
    const names = inside<(typeof analysis.names)[number]>(namesNear, words);
    const times = inside<(typeof analysis.times)[number]>(timesNear, words).filter((time) =>
      isOwnTime(tree, words, time),
    );
    const people = mentions.filter(({ actor }) => actor.startsWith("person:") || actor.startsWith("joint:"));
    const isName = (word: Word) =>
      names.some((name) => overlaps(name, word)) ||
      (word.upos === "PROPN" && people.some((one) => overlaps(one, word)));
    const entities = names.flatMap(({ entity }) => (entity === null ? [] : [entity]));
    const places = names.filter(({ kind }) => kind === "place" || kind === "state");
    const unknown = names.filter(({ entity, kind }) => entity === null && kind !== "place");
    const known = mentions.map(({ actor }) => actor);
    const quantities = inside<(typeof analysis.quantities)[number]>(quantitiesNear, words);
    const loose = unknown.filter((name) => !mentions.some((mention) => overlaps(mention, name)));
    return {
      evidence: text(span),
      sentence: tree.sentence.index,
      paragraph: tree.sentence.paragraph,
      actors: [...new Set([...known, ...entities, ...loose.map((name) => `name:${name.text.toLowerCase()}`)])],
      places: [...new Set(places.map(({ entity, text: words }) => entity ?? `place:${words.toLowerCase()}`))],
      times: times.flatMap(({ value, text: words }) => value ?? weekdayOf(words) ?? []),
      quantities: quantities.map(({ value, unit }) => ({
        value,
        unit: concept(unit.toLowerCase()),
      })),
      lemmas: conceptsOf(words, events, isName),
      core: coreOf(tree, predicate, words, events, isName, analysis.language),
      traits: traitsOf(tree, predicate, words, {
        events,
        language,
        concept,
        statement,
        quantities,
        dated: times.length > 0,
      }),
    };
  }

  /** `jeudi` with no date to count from: `XXXX-WXX-4`. */
  function weekdayOf(words: string): string | null {
    const at = events.weekdays.findIndex((day) => words.toLowerCase().includes(day));
    return at < 0 ? null : `XXXX-WXX-${at + 1}`;
  }

  /** Whether a time is that of the clause, and not of something it is placed after (`depuis l'élection du 5 novembre`). */
  function isOwnTime(tree: Tree, words: readonly Word[], time: { start: number; end: number }): boolean {
    const members = new Set(words.map(({ index }) => index));
    const before = words.filter((word) => word.end <= time.start);
    const marked = before.findLastIndex(
      (word) => word.upos === "ADP" && /^(depuis|après|avant|since|after|before)$/.test(lemmaOf(word)),
    );
    if (marked >= 0 && !before.slice(marked).some(({ upos }) => upos === "VERB")) return false;
    let at = words.find((word) => overlaps(word, time));
    for (let depth = 0; at !== undefined && depth < 12; depth++) {
      if (
        childrenOf(tree, at, "case", "mark").some((word) =>
          /^(depuis|après|avant|since|after|before|until|jusque)$/.test(lemmaOf(word)),
        )
      )
        return false;
      const head: Word | undefined = tree.sentence.words[at.head];
      if (head === undefined || !members.has(head.index)) return true;
      if (depth > 0 && head.upos === "NOUN" && head.deprel.startsWith("nmod")) return false;
      at = head;
    }
    return true;
  }

  const settingsIn = new Map<Tree, readonly { readonly noun: Word; readonly event: string | null }[]>();

  /** `lors de cet appel`: the class of the event noun that a setting preposition brings in, anywhere in the sentence. */
  function settingOf(tree: Tree, except: Word): string | null {
    let settings = settingsIn.get(tree);
    if (settings === undefined) {
      settings = tree.sentence.words.flatMap((noun) => {
        if (!childrenOf(tree, noun, "case").some((word) => events.settings.has(lemmaOf(word)))) return [];
        const entry = nounEntry(tree, noun, events);
        return entry === undefined ? [] : [{ noun, event: entry.classes[0] ?? null }];
      });
      settingsIn.set(tree, settings);
    }
    return settings.find(({ noun }) => noun !== except)?.event ?? null;
  }

  const inSentence = new Map<Tree, readonly (typeof found.mentions)[number][]>();
  function mentionsIn(tree: Tree): readonly (typeof found.mentions)[number][] {
    const known = inSentence.get(tree) ?? inside<(typeof found.mentions)[number]>(mentionsNear, tree.sentence.words);
    inSentence.set(tree, known);
    return known;
  }

  /** Whom a pronoun in indirect speech stands for: the speaker, or whoever denies or relays the same words by name. */
  function speakerOf(statement: Statement | null): string | null {
    if (statement === null || statement.mode === "direct") return null;
    const twins = byStart.get(statement.content[0]?.start ?? -1) ?? [];
    return [statement, ...twins].find(({ speaker }) => speaker.kind === "person")?.speaker.id ?? null;
  }

  /** Who says `I` in direct speech. */
  function selfIn(statement: Statement | null): string | null {
    if (statement === null || statement.mode !== "direct" || isNobody(statement)) return null;
    return statement.speaker.kind === "person" || statement.speaker.kind === "anonymous" ? statement.speaker.id : null;
  }

  /** `La société conteste : « Rien n'était décidé »`: who denies with these words says that it was not so. */
  const saysNo = ({ cue, act }: Statement): boolean =>
    act === "deny" &&
    cue !== null &&
    treesIn(trees, analysis, cue).some(({ sentence }) => {
      const words = sentence.words.filter((word) => within(word, cue));
      const said = new Set(words.flatMap((word) => [lemmaOf(word), lowerCase(word.form)]));
      // `say otherwise` denies, `say` does not; `s'`, `en` and the like tell nothing.
      const stands = (lemma: string): boolean =>
        lemma.split(/[\s'’]/u).every((part) => part.length < 3 || said.has(part));
      return words.some((word) =>
        language?.attribution.verbs.byHead
          .get(lemmaOf(word))
          ?.some(({ entry }) => entry.act === "deny" && stands(entry.lemma)),
      );
    });

  /** Something to do that is more than to speak: `refuse de fermer le port`. Not: `refuse de commenter`. */
  function isDeed(head: Word, { verb, lemma }: Predicate): boolean {
    if (head.feats.VerbForm !== "Inf" && head.feats.VerbForm !== "Ger") return false;
    return !speaks(lemmaOf(verb)) && !events.withholding.has(lemma);
  }

  const judgedAt = new Map<number, string | null>();
  const isJudged = (statement: string | null, start: number): boolean =>
    judgedAt.has(start) && judgedAt.get(start) !== statement;

  function clause(id: string, whole: Clause, statement: Statement | null): Proposition {
    const { tree, head, words, span } = isCalled(statement) ? dismissed(whole) : whole;
    const ungrounded = unproven(tree, head, words);
    const conceded = ungrounded === null ? notExcluded(tree, head, words) : null;
    const called = ungrounded === null && conceded === null ? judgedClause(tree, words, events) : null;
    if (called !== null) judgedAt.set(called.start, statement?.id ?? null);
    const read = predicateOf(tree, ungrounded ?? conceded ?? called?.head ?? head, events);
    const turned = ungrounded !== null || called?.denied === true || clears(words, events);
    const predicate = demanded(turned ? { ...read, negated: !read.negated } : read, words, events);
    const own = statement === null || statement.because.rule === "statements/rules/dispatch";
    const hedge = own
      ? (words.map((word) => events.hedges?.get(lemmaOf(word))).find(Boolean) ?? modalOf(tree, predicate))
      : undefined;
    const idiom = called === null ? untruth(tree, head, words, events, statement === null, speaks) : null;
    const named = called === null && idiom === null ? matterOf(tree, head, events) : null;
    const matter = idiom?.matter ?? named;
    const judging = called === null && idiom === null && named === null;
    const verdict = judging
      ? verdictOf(words, events, statement === null)
      : idiom !== null && matter === null
        ? "false"
        : null;
    const judged = matter?.verdict ?? verdict;
    // `parle d'une rumeur`, `dismissed it as a rumor`: who denies with words that only name what was said.
    const isRumour =
      judging &&
      verdict === "true" &&
      statement?.act === "deny" &&
      statement.factuality === "CT+" &&
      statement.mode !== "direct";
    const answered = statement !== null && saysNo(statement) && isOpen(words, events);
    const elliptic = answered ? true : ellipticDenial(words, events);
    const open = elliptic === null && matter === null && verdict === null && isOpen(words, events);
    const classes = matter === null ? predicate.classes : (nounEntry(tree, matter.noun, events)?.classes ?? []);
    const withheld = predicate.negated && events.withholding.has(predicate.lemma);
    const hearsay = own
      ? predicate.conditional && hedge === undefined && isConditional(tree)
      : isNobody(statement) &&
        statement.act !== "accuse" &&
        statement.act !== "suppose" &&
        // `La mine aurait fui`: somebody holds it, whom the document does not name.
        statement.because.rule !== "statements/rules/hearsay";
    // `« Des armes ? Certainement pas »`: what is asked back is held by nobody.
    const asked = (own || statement.mode === "direct") && askedBy({ tree, head, words, span }, events) !== null;
    // `« Certainement pas »` reads as a refusal, and says no.
    const declined =
      statement?.act === "refuse" && (elliptic === true || (isOwnDeed(statement) && isDeed(head, predicate)));
    const plain = plainOf(
      { tree, head, words, span },
      {
        text: analysis.text,
        act: statement?.act ?? null,
        articles,
        nameOf,
      },
    );
    return {
      id,
      statement: statement?.id ?? null,
      ...facts({ tree, words, span }, predicate, statement),
      ...(plain === null ? {} : { plain }),
      predicate: matter === null ? predicate.lemma : lemmaOf(matter.noun),
      event: classes[0] ?? null,
      events: classes,
      negated:
        open || elliptic !== null
          ? elliptic === true
          : judged === null
            ? predicate.negated || isDismissed(statement)
            : // An idiom has its own negation.
              idiom !== null || isRumour || (judged === "false") !== predicate.negated,
      factuality: (own ? hedge : statement.factuality) ?? "CT+",
      arguments: owned(
        argumentsOf(tree, predicate, {
          mentions: mentionsIn(tree),
          nation,
          concept,
          events,
          language: analysis.language,
          speaker: speakerOf(statement),
          self: selfIn(statement),
        }),
        { tree, words, predicate, statement },
        events,
      ),
      kind: verdict === null && !open && elliptic === null ? "clause" : "verdict",
      setting: settingOf(tree, predicate.head),
      occurs: predicate.occurs,
      reported: withheld || hearsay || open || asked,
      ...(declined ? { declined } : {}),
      because: {
        rule: "alignment/propositions/build",
        spans: [text(span)],
        reason:
          statement === null
            ? "The document says this in its own voice."
            : `This is what the words of ${statement.speaker.name} say.`,
      },
    };
  }

  function mention(id: string, { tree, noun, span, words, statement, denier, reported }: EventMention): Proposition {
    const classes = nounEntry(tree, noun, events)?.classes ?? [];
    const speaker = denier === null ? undefined : speakerAt(denier);
    const positive = statement === null || !statement.factuality.endsWith("-");
    const predicate = {
      head: noun,
      verb: noun,
      outer: [],
      lemma: lemmaOf(noun),
      classes,
      converse: false,
      negated: false,
      passive: false,
      occurs: true,
      conditional: false,
    };
    return {
      id,
      statement: statement?.id ?? null,
      ...facts({ tree, words, span }, predicate, statement),
      predicate: predicate.lemma,
      event: classes[0] ?? null,
      events: classes,
      negated: denier !== null,
      factuality: positive ? "CT+" : "UU",
      arguments: argumentsOf(tree, predicate, {
        mentions: mentionsIn(tree),
        nation,
        concept,
        events,
        language: analysis.language,
        speaker: null,
        self: null,
      }),
      kind: "presupposed",
      setting: null,
      occurs: true,
      reported: reported || (denier === null && statement !== null && statement.speaker.id === "unnamed"),
      ...(speaker === undefined ? {} : { speaker }),
      because: {
        rule: "alignment/propositions/presupposed",
        spans: [text(span)],
        reason:
          denier === null ? "The words take for granted that it happened." : "The words report that it was denied.",
      },
    };
  }

  const articles = analysis.language.startsWith("fr");
  const nameOf = (word: Word): string | undefined => {
    const [mention] = inside<(typeof found.mentions)[number]>(mentionsNear, [word]);
    return mention && actors.get(mention.actor)?.name;
  };

  function speakerAt(word: Word): Speaker | undefined {
    const mention = found.mentions.find((one) => overlaps(one, word));
    const actor = mention && actors.get(mention.actor);
    return actor === undefined ? undefined : { id: actor.id, name: actor.name, kind: actor.kind };
  }

  return { trees, clause, mention, isJudged };
}
