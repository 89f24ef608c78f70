import type { Example } from "./treebank.ts";

/** Verbs whose clause can stand before them as speech. */
const saying = new Set(
  (
    "affirmer ajouter annoncer assurer confier confirmer constater déclarer déplorer dire dénoncer écrire estimer expliquer " +
    "indiquer insister juger noter observer préciser préférer prévenir promettre raconter rappeler reconnaître regretter " +
    "répéter répondre résumer souligner soutenir"
  ).split(" "),
);
/** Dependents that stay before the verb; all others follow its subject. */
const leading = new Set(["aux", "iobj", "expl", "advmod"]);

const universal = (label: string | undefined): string => label?.split(":")[0] ?? "";

/**
 * Made examples of reported speech in the manner of the press, which treebanks have few of, from sentences that say
 * the same with `que`:
 *
 *   La maire a déclaré que le pont tiendra.  →  « Le pont tiendra », a déclaré la maire.
 *                                               Le pont, a déclaré la maire, tiendra.
 *
 * A pronoun is inverted (a-t-il déclaré). The speech heads the sentence, what reports it is its `parataxis:insert`. Not
 * from denials (n'a pas dit que), nor where the clause is not in one piece. Deterministic by `random`.
 */
export function reported(examples: readonly Example[], random: () => number): Example[] {
  return examples.flatMap((example) => {
    const parts = partsOf(example);
    if (parts === null) return [];
    const second = random() < 0.5 || parts.cut === 0 ? before(example, parts, false) : between(example, parts);
    return [before(example, parts, true), second];
  });
}

type Parts = {
  readonly verb: number;
  readonly speech: number;
  /** Words of the clause without its `que`, in order. */
  readonly clause: readonly number[];
  /** How many of them its subject takes, at its beginning; 0 where something else begins it. */
  readonly cut: number;
  /** Auxiliaries and clitics, verb, subject and the rest of what reports, in their new order. */
  readonly report: readonly Piece[];
};

function partsOf(example: Example): Parts | null {
  const { forms, heads, labels, lemmas } = example;
  const verb = heads.indexOf(0);
  if (!saying.has(lemmas[verb] ?? "") || !example.tags[verb]?.startsWith("VERB")) return null;
  const children = forms.flatMap((_, i) => (heads[i] === verb + 1 ? [i] : []));
  const speech = children.find((i) => universal(labels[i]) === "ccomp" && i > verb);
  const subject = children.find((i) => labels[i] === "nsubj" && i < verb);
  if (speech === undefined || subject === undefined) return null;
  const pronoun = /^(?:ils?|elles?|on)$/i.test(forms[subject] ?? "");
  if (!pronoun && !/^(?:NOUN|PROPN)/.test(example.tags[subject] ?? "")) return null;
  if (children.some((i) => example.tags[i]?.includes("Polarity=Neg") || /^(?:conj|cop|obj|cc)$/.test(labels[i] ?? "")))
    return null;
  const mark = forms.findIndex(
    (form, i) => heads[i] === speech + 1 && labels[i] === "mark" && /^qu(?:e|['’])$/i.test(form),
  );
  const under = (top: number) => forms.flatMap((_, i) => (isBelow(heads, i, top) ? [i] : []));
  const whole = under(speech);
  if (mark !== whole[0] || whole.length < 4 || whole.length !== (whole.at(-1) ?? 0) - mark + 1) return null;
  const clause = whole.slice(1);
  // `que le pont tiendra et que tout ira bien` would leave a `que` without a verb.
  if (clause.some((i) => heads[i] === speech + 1 && labels[i] === "conj" && marked(example, i))) return null;
  const opens = clause.find((i) => heads[i] === speech + 1 && universal(labels[i]) === "nsubj");
  const subjectWords = opens === undefined ? [] : under(opens);
  const front = subjectWords[0] === clause[0] && subjectWords.every((word, i) => word === clause[i]);
  const plain = front && opens !== undefined && /^(?:NOUN|PROPN)/.test(example.tags[opens] ?? "");
  const others = children.filter((i) => i !== speech && i !== subject && universal(labels[i]) !== "punct");
  const first = others.filter((i) => i < verb && leading.has(universal(labels[i])));
  const rest = others.filter((i) => !first.includes(i));
  const auxiliary = first.find((i) => universal(labels[i]) === "aux");
  const inverted = (word: number): Piece[] =>
    pronoun ? [...under(word), clitic(example, subject, word)] : under(word);
  const report: Piece[] = [
    ...first.flatMap((i) => (i === auxiliary ? inverted(i) : under(i))),
    ...(pronoun && auxiliary === undefined ? [verb, clitic(example, subject, verb)] : [verb]),
    ...(pronoun ? [] : under(subject)),
    ...rest.flatMap(under),
  ].filter((piece) => typeof piece !== "number" || piece === verb || !/^[,;]$/.test(forms[piece] ?? ""));
  return { verb, speech, clause, cut: plain && subjectWords.length < 6 ? subjectWords.length : 0, report };
}

const marked = ({ forms, heads, labels }: Example, verb: number): boolean =>
  forms.some((form, i) => heads[i] === verb + 1 && labels[i] === "mark" && /^qu(?:e|['’])$/i.test(form));

/** `-il`, `-t-elle`: the pronoun behind the word that it is inverted with. */
const clitic = ({ forms }: Example, subject: number, behind: number): Piece => ({
  word: subject,
  form: `-${/[aec]$/i.test(forms[behind] ?? "") ? "t-" : ""}${forms[subject]?.toLowerCase()}`,
});

function isBelow(heads: readonly number[], word: number, top: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps <= heads.length; at = (heads[at] ?? 0) - 1, steps++)
    if (at === top) return true;
  return false;
}

/** A word of the new sentence: one of the old, one of the old in another form, or a mark that hangs on one. */
type Piece = number | { readonly form: string; readonly word: number } | { readonly form: string; readonly on: number };

const wordOf = (piece: Piece | undefined): number =>
  typeof piece === "number" ? piece : piece !== undefined && "word" in piece ? piece.word : -1;

function before(example: Example, { verb, speech, clause, report }: Parts, quoted: boolean): Example {
  const mark = (form: string, on: number): Piece => ({ form, on });
  const said: Piece[] = quoted ? [mark("«", speech), ...clause, mark("»", speech)] : [...clause];
  return made(example, [...said, mark(",", verb), ...report, mark(".", speech)], verb, speech);
}

function between(example: Example, { verb, speech, clause, cut, report }: Parts): Example {
  const comma: Piece = { form: ",", on: verb };
  const pieces = [...clause.slice(0, cut), comma, ...report, comma, ...clause.slice(cut), { form: ".", on: speech }];
  return made(example, pieces, verb, speech);
}

function made(example: Example, pieces: readonly Piece[], verb: number, speech: number): Example {
  const places = new Map<number, number>();
  pieces.forEach((piece, i) => {
    if (wordOf(piece) >= 0) places.set(wordOf(piece), i + 1);
  });
  const formOf = (piece: Piece) => (typeof piece === "number" ? (example.forms[piece] ?? "") : piece.form);
  const take = (list: readonly string[], mark: (form: string) => string) =>
    pieces.map((piece) => list[wordOf(piece)] ?? mark(formOf(piece)));
  const start = formOf(pieces[0] ?? 0) === "«" ? 1 : 0;
  const opened = example.forms.findIndex((form) => /\p{L}/u.test(form));
  return {
    forms: pieces.map((piece, i) => {
      const form = formOf(piece);
      if (i === start) return form.charAt(0).toUpperCase() + form.slice(1);
      return piece === opened && /^(?:DET|ADP|PRON)/.test(example.tags[opened] ?? "")
        ? form.charAt(0).toLowerCase() + form.slice(1)
        : form;
    }),
    lemmas: take(example.lemmas, (form) => form),
    tags: take(example.tags, () => "PUNCT"),
    heads: pieces.map((piece) => {
      const word = wordOf(piece);
      if (word === speech) return 0;
      if (typeof piece !== "number" && "on" in piece) return places.get(piece.on) ?? 0;
      return word === verb ? (places.get(speech) ?? 0) : (places.get((example.heads[word] ?? 0) - 1) ?? 0);
    }),
    labels: pieces.map((piece) => {
      const word = wordOf(piece);
      if (word < 0) return "punct";
      return word === speech ? "root" : word === verb ? "parataxis:insert" : (example.labels[word] ?? "dep");
    }),
    tokens: [],
  };
}
