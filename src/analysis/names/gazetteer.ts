import type { Language } from "../../languages/index.ts";
import { rows } from "../../languages/lexicon.ts";
import type { MentionKind } from "../../model/index.ts";
import { type SurfaceOptions, straight, surfaceOf, surfaceOptionsOf, type Token } from "../surface.ts";

/** A name that a list knows. */
export type Known = {
  readonly tokens: readonly string[];
  /** The same in capitals throughout. */
  readonly shouted: readonly string[];
  /** Its first word as it stands where a sentence begins. */
  readonly opening: string;
  readonly kind: MentionKind;
  readonly entity: string | null;
  /** The state it belongs to, where the list says so. */
  readonly state: string | null;
};

/** Every list of one language, indexed by the lower-case first word of each entry, longest entry first. */
export type Gazetteer = {
  readonly known: ReadonlyMap<string, readonly Known[]>;
  readonly institutions: ReadonlyMap<string, readonly Known[]>;
  readonly demonyms: ReadonlyMap<string, string>;
  readonly roles: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Capitalised words of institutions' names (`Affaires`, `Défense`), no names by themselves. */
  readonly domains: ReadonlySet<string>;
  readonly options: SurfaceOptions;
  readonly sets: Readonly<Record<WordSet, ReadonlySet<string>>>;
};
type WordSet =
  | "address"
  | "organisationWords"
  | "organisationNouns"
  | "placeWords"
  | "placeHeads"
  | "placePrepositions"
  | "particles"
  | "links"
  | "determiners"
  | "roleBreaks"
  | "saying"
  | "sourcePrepositions"
  | "notNames"
  | "outletHeads"
  | "notMedia";

const built = new WeakMap<Language, Gazetteer>();

export function gazetteerOf(language: Language): Gazetteer {
  const ready = built.get(language);
  if (ready !== undefined) return ready;
  const { names } = language;
  const options = surfaceOptionsOf(names.elided);
  const known = new Map<string, Known[]>();
  const institutions = new Map<string, Known[]>();
  const demonyms = new Map<string, string>();
  const add = (map: Map<string, Known[]>, form: string, kind: MentionKind, id: string, state: string | undefined) => {
    const tokens = split(form, options);
    const first = (tokens[0] ?? "").toLowerCase();
    const entry = {
      tokens,
      shouted: tokens.map((word) => word.toUpperCase()),
      opening: capitalised(tokens[0] ?? ""),
      kind,
      entity: id === "-" ? null : id,
      state: state === undefined || state === "-" ? null : state,
    };
    const same = map.get(first);
    if (same === undefined) map.set(first, [entry]);
    else same.push(entry);
  };
  for (const lexicon of names.gazetteers)
    for (const [form, kind, id, state] of rows(lexicon)) add(known, form, kind as MentionKind, id ?? "-", state);
  for (const [form, id] of rows(names.institutions)) add(institutions, form, "organization", id ?? "-", undefined);
  for (const [form, id] of rows(names.demonyms))
    if (/[ .]/.test(form)) add(known, form, "nationality", id ?? "-", undefined);
    else demonyms.set(form, id ?? "-");
  for (const map of [known, institutions])
    for (const entries of map.values()) entries.sort((a, b) => b.tokens.length - a.tokens.length);
  const classes = new Set(names.roleClasses);
  const roles = rows(names.roles).filter(([, kind]) => classes.has(kind ?? ""));
  const set = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()));
  const gazetteer: Gazetteer = {
    known,
    institutions,
    demonyms,
    roles: new Set(roles.map(([noun]) => straight(noun).toLowerCase())),
    given: new Set(rows(names.givenNames).map(([name]) => straight(name))),
    domains: new Set(
      [...institutions.values()].flat().flatMap(({ tokens }) => tokens.filter((form) => /^\p{Lu}/u.test(form))),
    ),
    options,
    sets: {
      address: set(names.address),
      organisationWords: new Set(names.organisationWords),
      organisationNouns: set(names.organisationNouns),
      placeWords: new Set(names.placeWords),
      placeHeads: set(names.placeHeads),
      placePrepositions: set(names.placePrepositions),
      particles: set(names.particles),
      links: set(names.links),
      determiners: set(names.determiners),
      roleBreaks: set(names.roleBreaks),
      saying: set(names.saying),
      sourcePrepositions: set(names.sourcePrepositions),
      notNames: set(names.notNames),
      outletHeads: set(names.outletHeads),
      notMedia: set(names.notMedia),
    },
  };
  built.set(language, gazetteer);
  return gazetteer;
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

function split(form: string, options: SurfaceOptions): string[] {
  const sentence = { start: 0, end: form.length, index: 0, paragraph: 0, words: [] };
  return surfaceOf(form, sentence, options).map(({ plain }) => plain);
}

/** The longest entry that stands at `at`, or null. A capital in the entry must be one in the text; capitals throughout match too. */
export function knownAt(map: Gazetteer["known"], tokens: readonly Token[], at: number): Known | null {
  const first = tokens[at];
  if (first === undefined) return null;
  for (const entry of map.get(first.key) ?? []) {
    if (at + entry.tokens.length > tokens.length) continue;
    let shouting = false;
    const fits = entry.tokens.every((form, i) => {
      const text = tokens[at + i]?.plain;
      if (text === form) return true;
      if (text === entry.shouted[i] && form.length > 3) {
        shouting = true;
        return true;
      }
      return i === 0 && text === entry.opening;
    });
    if (fits && (!shouting || entry.tokens.join("").length > 3)) return entry;
  }
  return null;
}

/** The id of a name that a list of this language knows (`Moscou` → `city:moscow`), or null. */
export function entityOf(name: string, language: Language): string | null {
  const gazetteer = gazetteerOf(language);
  const sentence = { start: 0, end: name.length, index: 0, paragraph: 0, words: [] };
  const tokens = surfaceOf(name, sentence, gazetteer.options);
  const entry = knownAt(gazetteer.known, tokens, 0);
  if (entry !== null && entry.tokens.length === tokens.length) return entry.entity;
  return tokens.length === 1 ? (gazetteer.demonyms.get(straight(name)) ?? null) : null;
}
