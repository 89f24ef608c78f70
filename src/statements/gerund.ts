import type { LocatedCue } from "./cues.ts";
import { plainForm } from "./phrases.ts";
import { quoteAt, type Reader } from "./reader.ts";
import { childrenBy, relation, type Tree } from "./tree.ts";

const relatives = /^(qui|who|which|that)$/;

/**
 * The cue whose speaker goes on in a participle behind a comma, or null:
 * `Le maire a nié que le juge lui ait écrit, ajoutant qu'il n'avait rien reçu` ==> `a nié`, wherever the tree ties `ajoutant`.
 * Not: `Le maire a dit que le juge avait menti en affirmant que …`, where no comma parts them, nor
 * `Le maire a salué le juge, qui a parlé du port, ajoutant que …`, where a relative clause has its own speaker.
 */
export function wentOn(reader: Reader, tree: Tree, cue: LocatedCue): LocatedCue | null {
  if (cue.form !== "participle" || cue.kind !== "verb" || cue.match.entry.class !== "speech") return null;
  const before = tree.words[cue.first - 1];
  const all = /^(tout|en|while)$/.test(plainForm(before)) ? tree.words[cue.first - 2] : before;
  if (before?.form !== "," && all?.form !== "," && tree.words[cue.first - 3]?.form !== ",") return null;
  const around = quoteAt(reader, tree.words[cue.first]?.start ?? 0);
  let found: LocatedCue | null = null;
  let cursor = tree.words[cue.word]?.head ?? -1;
  for (let steps = 0; steps < 8 && cursor >= 0; steps++) {
    const word = tree.words[cursor];
    if (word === undefined) break;
    const outer = reader.cues[tree.sentence.index]?.find(
      (one) => one.word === cursor && one.kind === "verb" && one.form === "finite" && one.first < cue.first,
    );
    if (outer !== undefined && quoteAt(reader, word.start) === around) found = outer;
    if (
      relation(word) === "acl" &&
      childrenBy(tree, cursor, "nsubj").some((subject) => relatives.test(plainForm(subject)))
    )
      break;
    cursor = word.head;
  }
  return found;
}
