import { type Attribution, cueLexicon, frameLexicon, inflected } from "../attribution.ts";
import { cueAdjectives, cueFrames, cueNouns, cueVerbs } from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Third persons of the present of irregular cue verbs, which taggers take for nouns, adverbs or adjectives. */
const irregularForms: Readonly<Record<string, string>> = {
  admettre: "admet admettent",
  avertir: "avertit avertissent",
  conclure: "conclut concluent",
  craindre: "craint craignent",
  croire: "croit croient",
  défendre: "défend défendent",
  démentir: "dément démentent",
  dire: "dit disent",
  garantir: "garantit garantissent",
  maintenir: "maintient maintiennent",
  promettre: "promet promettent",
  prétendre: "prétend prétendent",
  prévenir: "prévient préviennent",
  reconnaître: "reconnaît reconnaissent reconnait",
  répondre: "répond répondent",
  soutenir: "soutient soutiennent",
};

/** Forms of the third person of a regular French verb in -er; the others are left to the tagger's lemmas. */
function forms(lemma: string): string[] {
  const irregular = irregularForms[lemma];
  if (irregular !== undefined) return irregular.split(" ");
  if (!lemma.endsWith("er")) return [];
  const stem = lemma.slice(0, -2);
  const soft = stem.endsWith("g") ? `${stem}e` : stem.endsWith("c") ? `${stem.slice(0, -1)}ç` : stem;
  const open = stem.replace(/[ée]([^aeiouéè]{1,2})$/, "è$1");
  return [
    `${open}e`,
    `${open}ent`,
    `${soft}ait`,
    `${soft}aient`,
    `${soft}a`,
    `${stem}èrent`,
    `${stem}era`,
    `${soft}ant`,
    `${stem}e`,
    `${stem}ent`,
  ];
}

const verbs = cueLexicon(cueVerbs);

export const attribution = {
  verbs,
  forms: inflected(verbs, forms),
  nouns: cueLexicon(cueNouns),
  adjectives: cueLexicon(cueAdjectives),
  frames: frameLexicon(cueFrames),
  that: words("que qu' qu’ qu"),
  wh: words("si s' s’ comment pourquoi quand où combien quel quelle quels quelles qui ce"),
  relativeFrames: ["selon lequel", "selon laquelle", "selon lesquels", "selon lesquelles", "comme quoi"],
  bareThat: false,
  reflexives: words("se s' s’ s me m' m’ nous te t’ t' vous"),
  impersonal: words("il"),
  firstPerson: words("je j' j’ j nous"),
  indefinite: words("on l'on"),
  epistemic: words(
    "probable improbable possible vraisemblable invraisemblable plausible certain sûr évident clair douteux peu_probable impossible manifeste indéniable incontestable",
  ),
  judgements: new Map([
    ["probable", "PR+"],
    ["vraisemblable", "PR+"],
    ["plausible", "PS+"],
    ["possible", "PS+"],
    ["improbable", "PR-"],
    ["invraisemblable", "PR-"],
    ["impossible", "CT-"],
    ["exclu", "CT-"],
    ["certain", "CT+"],
    ["évident", "CT+"],
  ] as const),
  anaphors: words("chose fait grief version piste chiffre bilan argument lecture"),
  leading: new Set(["tenir à"]),
  citing: words("citer"),
  lessening: words("peu guère pas"),
  negatingSubjects: words("ni aucun aucune personne nul nulle"),
  seeming: words("sembler paraître pouvoir"),
  hearsayAdverbs: words("prétendument soi-disant"),
  auxiliaries: words("avoir être aller venir devoir pouvoir"),
  coordinators: words("et mais ou car puis"),
  contrast: words("mais cependant toutefois"),
  hearsayPerfect: words("aurait auraient"),
  hearsayCopula: words("serait seraient"),
  conditions: words("si s' s’"),
  negations: words("pas jamais rien plus point guère nullement aucunement"),
  withParticle: words("rien plus point guère jamais"),
  agents: words("par de"),
  possessives: words("son sa ses leur leurs notre nos votre vos mon ma mes"),
  notSources: words(
    "besoin cas critère modalité mode méthode calendrier ordre goût circonstance saison âge procédure usage tradition niveau taille type degré humeur moyen région pays volonté plan",
  ),
  compound: words(
    "quoi qui où alors tandis après avant afin bien pour dès depuis pendant sans parce puis ainsi plus moins autant condition façon manière sorte tel telle tels telles même lors pourvu jusqu'à ce aussi tant si autre autres",
  ),
  beside: words("cours occasion lors pendant durant après avant depuis dès alors hier aujourd'hui"),
  asides: 1,
  relativeSource: false,
  notContents: words("anonymat nommé cité identifié"),
  comparisons: words("comme ainsi"),
} satisfies Attribution;
