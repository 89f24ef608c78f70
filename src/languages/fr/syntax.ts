import type { Syntax } from "../syntax.ts";
import { attribution } from "./attribution.ts";

export const syntax = {
  misread: {
    forms: attribution.forms,
    that: attribution.that,
    clausal: new Set(["ne", "n'", "avoir", "être", "«"]),
    genitive: new Set(["de", "d'", "des", "du"]),
  },
  impersonal: {
    pronouns: new Set(["il", "-il", "-t-il", "t-il"]),
    verbs: new Set(
      `
      advenir agir aller apparaître appartenir arriver avoir circuler convenir coûter courir demeurer découler dépendre
      devoir disparaître échapper empêcher ensuivre entrer être exister faire falloir geler importer incomber manquer monter naître
      neiger paraître passer plaire pleuvoir pouvoir régner ressortir rester résulter revenir sembler seoir subsister
      suffire suivre survenir tarder tenir tomber valoir venir`
        .trim()
        .split(/\s+/),
    ),
    reflexive: new Set([
      "avérer",
      "confirmer",
      "créer",
      "dire",
      "former",
      "murmurer",
      "produire",
      "révéler",
      "trouver",
    ]),
  },
  objectControl: new Set([
    "afin",
    "agir",
    "conseiller",
    "consister",
    "interdire",
    "laisser",
    "permettre",
    "recommander",
    "revenir",
    "suffire",
  ]),
} satisfies Syntax;
