import { givenNames, outlets } from "../lexicons.generated.ts";
import type { Names } from "../names.ts";

const none: readonly string[] = [];
const list = (words: string): readonly string[] => words.split(" ");

/** Outlets and given names of all languages; no German lists yet. */
export const names = {
  elided: none,
  gazetteers: [outlets],
  demonyms: "",
  institutions: "",
  roles: "",
  roleClasses: none,
  givenNames,
  address: list("Herr Herrn Frau Dr Prof"),
  organisationWords: none,
  organisationNouns: none,
  placeWords: none,
  placeHeads: none,
  placePrepositions: list("in aus nach bei"),
  particles: list("von zu vom van de"),
  links: none,
  determiners: list("der die das den dem des ein eine"),
  roleBreaks: none,
  saying: list("sagte sagt erklärte teilte betonte"),
  sourcePrepositions: list("laut zufolge"),
  outletHeads: [],
  notMedia: [],
  notNames: list("der die das den dem des ein eine und oder aber in im am an auf er sie es wir ich"),
} satisfies Names;
