/**
 * What a plain negative sentence denies, as a sentence: `Le pont n'a pas été fermé` → `Le pont a été fermé`. Null where it
 * holds no negation, more than one, or one whose removal would not leave a sentence (`Le pont ne ferme guère`).
 */
export function contraryOf(text: string, language: string): string | null {
  const rules = language.startsWith("fr") ? french : language.startsWith("en") ? english : [];
  const negations = text.match(language.startsWith("fr") ? frenchNegation : englishNegation) ?? [];
  if (negations.length !== 1) return null;
  for (const [pattern, words] of rules) {
    const turned = text.replace(pattern, words);
    if (turned !== text) return joined(turned);
  }
  return null;
}

type Rule = readonly [RegExp, string];

const frenchNegation =
  /(?<!\p{L})(?:pas|jamais|aucune?|rien|personne|nul(?:le)?|ni|guère|plus(?=\s+\p{L}+(?:é|i|u)e?s?(?!\p{L})))(?!\p{L})/giu;
const englishNegation = /(?:n['’]t|(?<!\p{L})(?:not|no|never|nobody|nothing|none|nor|neither|cannot))(?!\p{L})/giu;

/** `n'a`, `ne l'a`, `n'y a`: the words of a French negation that stand before its second half. */
const ne = String.raw`(?<!\p{L})n(?:e\s+|['’])`;
const few = String.raw`((?:\S+\s+){1,3}?)`;
const participle = String.raw`(\p{L}+(?:é|i|u|is|it|ert)e?s?)(?:\s+|$)`;

const french: readonly Rule[] = [
  // `Personne n'a crié`, `Rien n'a été volé`, `Aucun bac n'a coulé`.
  [/(?<!\p{L})personne\s+n(?:e\s+|['’])/iu, "quelqu'un "],
  [/(?<!\p{L})rien\s+n(?:e\s+|['’])/iu, "quelque chose "],
  [/(?<!\p{L})aucune?\s+((?:[\p{L}'’-]+\s+){1,5}?)n(?:e\s+|['’])/iu, "quelque $1"],
  // `Il n'a pas encore vendu le bac`, `Elle n'avait pas encore de bac`.
  [
    new RegExp(`${ne}${few}pas\\s+encore\\s+(?:${participle})?d(?:e\\s+|['’])(?!\\p{L}*(?:er|ir|re)(?!\\p{L}))`, "iu"),
    "$1déjà $2 quelque ",
  ],
  [new RegExp(`${ne}${few}pas\\s+encore(?!\\p{L})`, "iu"), "$1déjà"],
  // `Il n'a rien vendu`, `Il ne dit rien`.
  [new RegExp(`${ne}${few}rien\\s+${participle}`, "iu"), "$1$2 quelque chose "],
  [new RegExp(`${ne}(\\S+\\s+)rien(?!\\p{L})`, "iu"), "$1quelque chose"],
  // `Elle n'a vendu aucune barque`, `Il n'y a pas eu la moindre vente`.
  [new RegExp(`${ne}${few}aucune?\\s`, "iu"), "$1quelque "],
  [new RegExp(`${ne}${few}(?:pas|plus|jamais)\\s+(?:${participle})?l[ea]\\s+moindre\\s`, "iu"), "$1$2 quelque "],
  // `Il n'y a pas eu de vente`. Not: `n'a pas promis de vendre`, where only the negation goes.
  [
    new RegExp(
      `${ne}${few}(?:pas|plus|jamais)\\s+(?:${participle})?d(?:e\\s+|['’])(?!\\p{L}*(?:er|ir|re)(?!\\p{L}))`,
      "iu",
    ),
    "$1$2 quelque ",
  ],
  [new RegExp(`${ne}${few}(?:pas|jamais|plus)(?=\\s|$)(?!\\s+un(?:e|\\s|$)|\\s+d(?:e\\s|['’]))\\s*`, "iu"), "$1"],
];

const english: readonly Rule[] = [
  [/(?<=\p{L})n['’]t\s+yet(?!\p{L})/iu, " already"],
  [/(?<=\s)not\s+yet(?!\p{L})/iu, "already"],
  [/(?<!\p{L})nobody(?!\p{L})/iu, "somebody"],
  [/(?<!\p{L})nothing(?!\p{L})/iu, "something"],
  [/(?<!\p{L})none\s+of(?!\p{L})/iu, "some of"],
  [/(?<!\p{L})no(?=\s+\p{L})/iu, "some"],
  [/(?<!\p{L})won['’]t(?!\p{L})/iu, "will"],
  [/(?<!\p{L})can(?:['’]t|not)(?!\p{L})/iu, "can"],
  [/(?<=\p{L})n['’]t(?!\p{L})/iu, ""],
  [/(?<=(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|should)\s)not\s/iu, ""],
  [/(?<!\p{L})never\s/iu, ""],
];

/** `Je ai`, `que il`: what the negation kept apart. */
const joined = (text: string): string =>
  text
    .replace(/(?<!\p{L})(j|c|qu)e\s+(?=(?:ai|avais|aurai|est|était|étaient|il|elle|on)(?!\p{L}))/giu, "$1'")
    .replace(/\s+/gu, " ")
    .replace(/(?<!\p{L})quelque(?= \p{L}+[sx](?!\p{L}))/gu, "quelques")
    .trim();
