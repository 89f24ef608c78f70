import { type Attribution, cueLexicon, frameLexicon } from "../attribution.ts";

const none: ReadonlySet<string> = new Set();
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** No cues yet: a language whose weights are not trained attributes nothing. */
export const attribution = {
  verbs: cueLexicon(""),
  nouns: cueLexicon(""),
  adjectives: cueLexicon(""),
  frames: frameLexicon(""),
  that: words("dass"),
  wh: words("ob wie warum wann wo was wer"),
  relativeFrames: [],
  bareThat: true,
  reflexives: words("sich"),
  impersonal: words("es"),
  firstPerson: words("ich wir"),
  indefinite: words("man"),
  epistemic: none,
  judgements: new Map(),
  anaphors: new Set(),
  citing: new Set(),
  lessening: new Set(),
  negatingSubjects: new Set(),
  seeming: new Set(),
  hearsayAdverbs: words("angeblich"),
  auxiliaries: words("haben sein werden"),
  coordinators: words("und aber oder"),
  contrast: words("aber während"),
  hearsayPerfect: none,
  hearsayCopula: none,
  conditions: words("wenn falls"),
  negations: words("nicht nie kein"),
  withParticle: none,
  agents: words("von"),
  possessives: words("sein ihr unser mein"),
  notSources: none,
  compound: none,
  beside: none,
  asides: 99,
  relativeSource: true,
} satisfies Attribution;
