import type { Node } from "./node.ts";

const own = new Set(["deny", "assert", "confirm", "announce"]);
const finite: readonly (readonly [RegExp, string])[] = [
  [/^avoir\s/iu, "a "],
  [/^s['’]être\s/iu, "s'est "],
  [/^être\s/iu, "est "],
  [/^having\s/iu, "has "],
];
const moods: Readonly<Record<string, string>> = {
  ait: "a",
  aient: "ont",
  soit: "est",
  soient: "sont",
  puisse: "peut",
  puissent: "peuvent",
  fasse: "fait",
  fassent: "font",
  aille: "va",
  aillent: "vont",
  veuille: "veut",
  veuillent: "veulent",
  sache: "sait",
  sachent: "savent",
};

/**
 * Content that hangs on a verb of saying, as a sentence: `(nie) avoir fermé le pont` is that the speaker closed it,
 * `(dément) que la mine ait rouvert` that it reopened. Not: `(accuse X d')avoir menti`, whose subject is another.
 */
export function indicative(text: string, { statement, reading, proposition: { evidence } }: Hung): string {
  if (statement?.mode === "direct") return text;
  if (statement !== null && own.has(statement.act)) {
    const { kind, name } = statement.speaker;
    if (kind !== "anonymous" && kind !== "author")
      for (const [pattern, verb] of finite) if (pattern.test(text)) return `${name} ${text.replace(pattern, verb)}`;
  }
  if (!reading.document.language.startsWith("fr")) return text;
  const before = reading.document.text.slice(Math.max(0, evidence.start - 8), evidence.start);
  const isHung = /^[«“"\s]*qu(?:e\s|['’])/iu.test(evidence.text) || /(?<!\p{L})qu(?:e\s+|['’])[«“"\s]*$/iu.test(before);
  // `que le bac soit vendu`. Not: `soit le bac, soit la tour`.
  const isEither = (text.match(/(?<!\p{L})soit(?!\p{L})/gu)?.length ?? 0) > 1;
  if (isHung && !isEither) return text.replace(subjunctive, told);
  // Nothing else that a document says by itself hangs on a verb.
  return statement === null ? text : text.replace(ofParticiple, (mood) => moods[mood] ?? mood);
}

/** Not: `le maire craint que le bac soit vendu`, where it hangs on another verb of its own. */
const told = (mood: string, at: number, text: string): string =>
  /(?<!\p{L})qu(?:e\s|['’])/iu.test(text.slice(0, at)) ? mood : (moods[mood] ?? mood);

type Hung = Pick<Node, "statement" | "reading" | "proposition">;

const subjunctive = new RegExp(`(?<=\\p{L}\\s+)(?:${Object.keys(moods).join("|")})(?!\\p{L})`, "u");
const ofParticiple = /(?<!\p{L})(?:ait|aient|soit|soient)(?=\s+(?:\p{L}+\s+)?\p{L}+(?:é|i|u|is|it|ert)e?s?(?!\p{L}))/gu;
