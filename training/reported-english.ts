import type { Example } from "./treebank.ts";

const saying = new Set(
  "add announce argue believe claim explain hope insist know note report say state suggest tell think warn".split(" "),
);

/** Verbs that can stand for `said` behind speech: the treebanks know few, the press many. */
const others = (
  "answer answered, argue argued, bark barked, boast boasted, brag bragged, chide chided, complain complained, " +
  "concede conceded, conclude concluded, continue continued, counter countered, cry cried, declare declared, echo echoed, " +
  "exclaim exclaimed, fume fumed, gasp gasped, groan groaned, growl growled, grumble grumbled, hiss hissed, " +
  "insist insisted, intone intoned, joke joked, laugh laughed, lament lamented, mumble mumbled, murmur murmured, " +
  "muse mused, mutter muttered, object objected, plead pleaded, ponder pondered, promise promised, protest protested, " +
  "quip quipped, rant ranted, reason reasoned, recall recalled, reflect reflected, remark remarked, reply replied, " +
  "respond responded, retort retorted, roar roared, scoff scoffed, scream screamed, shout shouted, shrug shrugged, " +
  "sigh sighed, smile smiled, snap snapped, sniff sniffed, sob sobbed, stammer stammered, swear swore, " +
  "thunder thundered, urge urged, venture ventured, vow vowed, wail wailed, warn warned, whisper whispered, " +
  "wonder wondered, write wrote, yell yelled"
)
  .split(", ")
  .map((pair) => pair.split(" ") as [lemma: string, past: string]);

/** Dependents that keep speech from moving. */
const staying = /^(?:conj|cc|parataxis|advcl|csubj|obj|xcomp|ccomp)/;

/**
 * Made examples of speech before what reports it, of which treebanks have few, from sentences that say the same with
 * `that`:
 *
 *   The mayor said on Monday that the bridge would hold.  →  "The bridge would hold," the mayor said on Monday.
 *
 * Most plain verbs in the past become others (`muttered`), also where speech stands first already. The verb stays the head and the speech its `ccomp`, as
 * in EWT. Not from denials, nor where the clause is not in one piece. Deterministic by `random`.
 */
export function reportedEnglish(examples: readonly Example[], random: () => number): Example[] {
  return examples.flatMap((example) => {
    const parts = partsOf(example);
    if (parts === null) return renamed(example, random);
    const [open, close] = random() < 0.5 ? ['"', '"'] : ["“", "”"];
    return [moved(example, parts, open, close, random)];
  });
}

const FINITE = /Tense=Past\|VerbForm=Fin/;
const anyOf = (random: () => number) => others[Math.floor(random() * others.length)] as [string, string];

/** Speech that stands before its verb already, twice over with other verbs. */
function renamed(example: Example, random: () => number): Example[] {
  const verb = example.heads.indexOf(0);
  const spoken = example.labels.some((label, i) => label === "ccomp" && example.heads[i] === verb + 1 && i < verb);
  if (!spoken || !saying.has(example.lemmas[verb] ?? "") || !FINITE.test(example.tags[verb] ?? "")) return [];
  return [anyOf(random), anyOf(random)].map(([lemma, past]) => ({
    ...example,
    forms: example.forms.map((form, i) => (i === verb ? past : form)),
    lemmas: example.lemmas.map((old, i) => (i === verb ? lemma : old)),
    tokens: [],
  }));
}

type Parts = { readonly verb: number; readonly speech: number; readonly clause: number[]; readonly report: number[] };

function partsOf({ forms, lemmas, heads, labels, tags }: Example): Parts | null {
  const verb = heads.indexOf(0);
  if (!saying.has(lemmas[verb] ?? "") || !tags[verb]?.startsWith("VERB")) return null;
  const children = forms.flatMap((_, i) => (heads[i] === verb + 1 ? [i] : []));
  const speech = children.find((i) => labels[i] === "ccomp" && i > verb);
  const subject = children.find((i) => labels[i] === "nsubj" && i < verb);
  if (speech === undefined || subject === undefined) return null;
  if (children.some((i) => i !== speech && staying.test(labels[i] ?? ""))) return null;
  const whole = forms.flatMap((_, i) => (isBelow(heads, i, speech) ? [i] : []));
  const [first = 0, last = 0] = [whole[0], whole.at(-1)];
  if (first < verb || whole.length !== last - first + 1) return null;
  const clause = /^that$/i.test(forms[first] ?? "") && labels[first] === "mark" ? whole.slice(1) : whole;
  const inClause = new Set(whole);
  const report = forms.flatMap((_, i) => (inClause.has(i) || labels[i] === "punct" ? [] : [i]));
  if (clause.length < 2 || report.length > 10 || report.some((i) => /^(?:not|n['’]t|never)$/i.test(forms[i] ?? "")))
    return null;
  if (forms.some((form) => /^["“”«»]$|^''$|^``$/.test(form)) || /[?!:]/.test(forms[last] ?? "")) return null;
  return { verb, speech, clause, report };
}

function isBelow(heads: readonly number[], word: number, top: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps <= heads.length; at = (heads[at] ?? 0) - 1, steps++)
    if (at === top) return true;
  return false;
}

/** A word of the sentence that was, or a mark that hangs on one. */
type Piece = { readonly word: number } | { readonly mark: string; readonly on: number };

function moved(example: Example, parts: Parts, open: string, close: string, random: () => number): Example {
  const { verb, speech, clause, report } = parts;
  const words = (list: readonly number[]): Piece[] => list.map((word) => ({ word }));
  const mark = (form: string, on: number): Piece => ({ mark: form, on });
  const pieces = [
    mark(open, speech),
    ...words(clause),
    mark(",", speech),
    mark(close, speech),
    ...words(report),
    mark(".", verb),
  ];
  const places = new Map(pieces.flatMap((piece, i) => ("word" in piece ? [[piece.word, i + 1] as const] : [])));
  const past = FINITE.test(example.tags[verb] ?? "") && report.length < 6;
  const other = past && random() < 0.7 ? anyOf(random) : undefined;
  const spelled = ({ word }: { readonly word: number }): string => {
    const form = example.forms[word] ?? "";
    if (word === verb && other !== undefined) return other[1];
    if (word === clause[0]) return form.charAt(0).toUpperCase() + form.slice(1);
    const lowered = word === report[0] && form !== "I" && !/^PROPN/.test(example.tags[word] ?? "");
    return lowered ? form.charAt(0).toLowerCase() + form.slice(1) : form;
  };
  return {
    ...example,
    forms: pieces.map((piece) => ("word" in piece ? spelled(piece) : piece.mark)),
    lemmas: pieces.map((piece) => {
      if ("mark" in piece) return piece.mark;
      return piece.word === verb && other !== undefined ? other[0] : (example.lemmas[piece.word] ?? "");
    }),
    tags: pieces.map((piece) => ("word" in piece ? (example.tags[piece.word] ?? "X") : "PUNCT")),
    heads: pieces.map((piece) => {
      if ("mark" in piece) return places.get(piece.on) ?? 0;
      return piece.word === verb ? 0 : (places.get((example.heads[piece.word] ?? 0) - 1) ?? 0);
    }),
    labels: pieces.map((piece) => ("word" in piece ? (example.labels[piece.word] ?? "dep") : "punct")),
    tokens: [],
  };
}
