import { type Attribution, cueLexicon, frameLexicon, inflected } from "../attribution.ts";
import { cueAdjectives, cueFrames, cueNouns, cueVerbs } from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Regular forms of an English verb. */
function forms(lemma: string): string[] {
  const past = irregular.get(lemma);
  return past === undefined ? regular(lemma) : [past, ...regular(lemma)];
}

const irregular: ReadonlyMap<string, string> = new Map([
  ["find", "found"],
  ["hit", "hit"],
  ["say", "said"],
  ["shoot", "shot"],
  ["swear", "swore"],
  ["tell", "told"],
  ["think", "thought"],
  ["write", "wrote"],
]);

function regular(lemma: string): string[] {
  if (lemma.endsWith("e")) return [`${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  const plural = /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [plural, `${lemma}ed`, `${lemma}ing`];
}

const verbs = cueLexicon(cueVerbs);

export const attribution = {
  verbs,
  forms: inflected(verbs, forms),
  nouns: cueLexicon(cueNouns),
  adjectives: cueLexicon(cueAdjectives),
  frames: frameLexicon(cueFrames),
  that: words("that"),
  wh: words("whether if how why when where what who whom which whose"),
  relativeFrames: [],
  telling: new Set(["assure", "inform", "notify", "remind", "tell"]),
  bareThat: true,
  reflexives: words("himself herself themselves itself"),
  impersonal: words("it"),
  firstPerson: words("i we"),
  addressed: words("you your yours yourself"),
  indefinite: words("one"),
  epistemic: words(
    "likely unlikely probable improbable possible plausible certain obvious clear evident doubtful impossible apparent",
  ),
  judgements: new Map([
    ["likely", "PR+"],
    ["probable", "PR+"],
    ["plausible", "PS+"],
    ["possible", "PS+"],
    ["conceivable", "PS+"],
    ["unlikely", "PR-"],
    ["improbable", "PR-"],
    ["impossible", "CT-"],
    ["certain", "CT+"],
    ["obvious", "CT+"],
  ] as const),
  anaphors: words("thing fact figure move step characterization account narrative outcome"),
  leading: new Set(),
  citing: words("cite quote"),
  lessening: words("not hardly"),
  negatingSubjects: words("neither nobody none no"),
  seeming: words("seem appear"),
  hearsayAdverbs: words("reportedly allegedly purportedly supposedly"),
  auxiliaries: words("have be do will would could should may might must can get go"),
  coordinators: words("and but or"),
  contrast: words("but while whereas although though"),
  hearsayPerfect: new Set(),
  hearsayCopula: new Set(),
  conditions: words("if unless"),
  negations: words("not n't never n’t no"),
  withParticle: new Set(),
  adverbial: words("chance accident mistake then now phone mail email"),
  agents: words("by"),
  possessives: words("his her their its my our your"),
  notSources: words("plan schedule need law size type custom tradition taste rule script design order age"),
  compound: words("so such now"),
  settings: words("during after before since via"),
  fillers: words(""),
  happenings: words(
    "collapse break burst fall sink explode overflow spread escalate worsen spill overwhelm engulf derail undermine fail last",
  ),
  nobody: words("nobody no-one none nothing"),
  contrasts: words("despite although though while whereas"),
  beside: words("after before during while when yesterday today"),
  asides: 99,
  relativeSource: true,
  notContents: words("anonymity named identified quoted"),
  comparisons: words("as"),
} satisfies Attribution;
