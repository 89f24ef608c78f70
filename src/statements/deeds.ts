import type { Word } from "../model/index.ts";
import { lowerCase } from "../text/normal.ts";
import type { Reader } from "./reader.ts";
import { childrenBy, type Tree } from "./tree.ts";

/** Who sentences, and does not only find fault. */
const courts =
  /^(?:tribunal|cour|juge|juridiction|justice|jury|magistrat|assises|prud'hommes|court|judge|jury|tribunal|magistrate|justice)$/;
/** Who attacks with arms. */
const armed =
  /^(?:armée|soldat|militaire|rebelle|milice|milicien|drone|avion|char|marine|troupe|armed|army|soldier|rebel|militia|militiaman|gunman|fighter|jet|navy|troop|insurgent|terrorist|terroriste|assaillant|attacker)$/;
/** Of whom to be dismissed is to lose a post. */
const person =
  /^(?:citizen|expert|politician|executive|official|military|justice|minister|head|leader|religious|adviser|spokesperson)$/;

/**
 * Whether a verb that may say something does something here: `The board dismissed its accountant`, `Le tribunal a condamné
 * Paul Roque`, `The army attacked the hospital`. Not so: `The mayor dismissed the reports`, `L'évêque a condamné l'attaque`,
 * `The opposition attacked the plan`.
 */
export function isDeed(reader: Reader, tree: Tree, verb: number, object: number): boolean {
  const [cue, done] = [tree.words[verb], tree.words[object]];
  if (cue === undefined || done === undefined) return false;
  switch (lowerCase(cue.lemma)) {
    case "condamner":
    case "condemn":
      return isHuman(reader, done) && doers(tree, verb).some((word) => courts.test(lowerCase(word.lemma)));
    case "dismiss":
      return isHuman(reader, done) && !childrenBy(tree, verb, "obl", "advcl").some((word) => isAs(tree, word));
    case "attack":
      // `The army denied it had attacked the port`: whoever the pronoun stands for stands before it.
      return doers(tree, governor(tree, verb)).some((word) =>
        (word.upos === "PRON" ? tree.words.slice(tree.body, word.index) : [word]).some((one) => isArmed(tree, one)),
      );
    default:
      return false;
  }
}

function isArmed({ words }: Tree, { lemma, index }: Word): boolean {
  const name = lowerCase(lemma);
  // `Drones attacked …`: a first word with a capital may pass for a name, which has no singular.
  const all = [name, name.replace(/s$/, "")];
  return all.some((one) => armed.test(one)) || (name === "staff" && /^general$/i.test(words[index - 1]?.form ?? ""));
}

/** The verb whose subject is a verb's own: itself, or the one it hangs on (`The army denied having attacked the port`). */
function governor(tree: Tree, verb: number): number {
  const head = tree.words[verb]?.head ?? -1;
  return doers(tree, verb).length > 0 || tree.words[head]?.upos !== "VERB" ? verb : head;
}

/** Subject of an active verb, agent of a passive one. */
const doers = (tree: Tree, verb: number): readonly Word[] =>
  childrenBy(tree, verb, "nsubj", "obl").filter(
    ({ index, deprel }) =>
      deprel === "nsubj" || childrenBy(tree, index, "case").some(({ form }) => /^(?:par|by)$/i.test(form)),
  );

const isAs = (tree: Tree, word: Word): boolean =>
  childrenBy(tree, word.index, "case", "mark").some(({ form }) => lowerCase(form) === "as");

function isHuman(reader: Reader, word: Word): boolean {
  const named = reader.names.some(
    ({ start, end, kind }) => start <= word.start && word.end <= end && kind === "person",
  );
  if (named || word.upos === "PROPN") return true;
  return person.test(reader.pack.actors.nouns.get(lowerCase(word.lemma))?.class ?? "");
}
