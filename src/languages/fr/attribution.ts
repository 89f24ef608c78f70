import { type Attribution, cueLexicon, frameLexicon, inflected } from "../attribution.ts";
import { cueAdjectives, cueFrames, cueNouns, cueVerbs } from "./lexicons.generated.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Third persons of the present of cue verbs by the end of their infinitive, the longest end first; taggers take many for nouns, adverbs or adjectives. */
const irregularEnds: readonly (readonly [string, string])[] = [
  ["admettre", "admet admettent"],
  ["promettre", "promet promettent"],
  ["reconnaître", "reconnaît reconnaissent reconnait"],
  ["prévoir", "prévoit prévoient"],
  ["vouloir", "veut veulent"],
  ["requérir", "requiert requièrent"],
  ["savoir", "sait savent"],
  ["croire", "croit croient"],
  ["clure", "clut cluent"],
  ["crire", "crit crivent"],
  ["aindre", "aint aignent"],
  ["dire", "dit disent"],
  ["ndre", "nd ndent"],
  ["tenir", "tient tiennent"],
  ["venir", "vient viennent"],
  ["entir", "ent entent"],
  ["ir", "it issent"],
];

/** Forms of the third person of a French verb; of those in no list here the tagger's lemmas alone tell. */
function forms(lemma: string): string[] {
  if (!lemma.endsWith("er")) {
    const [end, present] = irregularEnds.find(([end]) => lemma.endsWith(end)) ?? ["", ""];
    const stem = lemma.slice(0, lemma.length - end.length);
    return present === "" ? [] : present.split(" ").map((form) => stem + form);
  }
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
  addressed: words("vous votre vos tu toi ton ta tes"),
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
  adverbial: words(
    "suite passé hasard force ailleurs exemple mégarde erreur conséquent moment endroit courrier mail téléphone",
  ),
  agents: words("par de"),
  possessives: words("son sa ses leur leurs notre nos votre vos mon ma mes"),
  notSources: words(
    "besoin cas critère modalité mode méthode calendrier ordre goût circonstance saison âge procédure usage tradition niveau taille type degré humeur moyen région pays volonté plan",
  ),
  compound: words(
    "quoi qui où alors tandis après avant afin bien pour dès depuis pendant sans parce puis ainsi plus moins autant condition façon manière sorte tel telle tels telles même lors pourvu jusqu'à ce aussi tant si autre autres",
  ),
  settings: words("sous depuis lors pendant durant après avant dès devant via"),
  fillers: words(
    "de d' son sa leur côté part tour pour à ores et déjà en par ailleurs outre effet au passage dans la foulée",
  ),
  happenings: words(
    "céder rompre effondrer écrouler tomber couler exploser déborder dégénérer éclater basculer sombrer disparaître durer empirer aggraver étendre fermer manquer",
  ),
  nobody: words("personne rien"),
  contrasts: words("malgré alors tandis quoique"),
  beside: words("cours occasion lors pendant durant après avant depuis dès alors hier aujourd'hui"),
  asides: 1,
  relativeSource: false,
  notContents: words("anonymat nommé cité identifié"),
  comparisons: words("comme ainsi"),
} satisfies Attribution;
