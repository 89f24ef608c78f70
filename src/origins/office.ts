import { languageCodes, languageOf } from "../languages/index.ts";
import { rows } from "../languages/lexicon.ts";
import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";
import { houseWords } from "./affiliation.ts";

/** What the words beside people's names tell of whose words they may give, by ids of actors. */
export type Offices = {
  /** `le patron de Sarnel, Jean Ost` holds office in `Sarnel`. Not: `l'ancien comptable de Sarnel`. */
  readonly holds: (person: string, house: string) => boolean;
  /** `son avocate, Lise Aubin`, whose client the words beside her do not name. */
  readonly pleads: (person: string) => boolean;
  /** `une rescapée, Ana Lund`, who may be among `plusieurs passagers`. Not: `le préfet, Ivo Lund`. */
  readonly among: (person: string, group: string) => boolean;
};

const leading: ReadonlySet<string> = new Set(["executive", "leader", "head", "politician", "spokesperson", "official"]);
const counsel: ReadonlySet<string> = new Set(
  "avocat avocate avocats avocates me maitre lawyer lawyers attorney barrister solicitor".split(" "),
);
const possessives: ReadonlySet<string> = new Set("son sa ses leur leurs his her its their".split(" "));
const publicCounsel: ReadonlySet<string> = new Set(["general", "generale"]);

type Lists = { readonly classes: ReadonlyMap<string, string>; readonly former: ReadonlySet<string> };
let lists: Lists | null = null;

function load(): Lists {
  if (lists !== null) return lists;
  const classes = new Map<string, string>();
  const former = new Set<string>();
  for (const code of languageCodes) {
    const language = languageOf(code);
    if (language === null) continue;
    for (const [noun, kind = ""] of rows(language.names.roles)) classes.set(foldPhrase(noun), kind);
    for (const word of language.actors.formerWords) former.add(foldPhrase(word));
  }
  lists = { classes, former };
  return lists;
}

/** The words of a phrase, folded. */
export const wordsOf = (phrase: string): string[] =>
  foldPhrase(phrase)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "");

const surnameOf = (id: string): string => id.slice("person:".length).split("-")[0] ?? "";

/** `son entourage`, `her office`: whoever it belongs to is named beside it. */
export const isSomebodys = (name: string): boolean => possessives.has(wordsOf(name)[0] ?? "");

let articles: ReadonlySet<string> | null = null;

/** `plusieurs passagers`, `two workers`, `nurses`: some of whom there are more. Not: `les passagers`, `their union`. */
export function isSome(phrase: string): boolean {
  articles ??= new Set(
    languageCodes.flatMap((code) =>
      [...(languageOf(code)?.actors.determiners ?? [])]
        .filter(([, { kind }]) => kind === "definite" || kind === "demonstrative" || kind === "possessive")
        .map(([word]) => word.replace(/['’]$/u, "")),
    ),
  );
  return !articles.has(/\p{L}+/u.exec(phrase)?.[0].toLowerCase() ?? "");
}

/** Reads offices off the names and roles of actors; people of one surname and no two first names share theirs. */
export function officesOf(readings: readonly Reading[], same: (a: string, b: string) => string | null): Offices {
  const { classes, former } = load();
  const people = new Map<string, Map<string, Set<string>>>();
  const names = new Map<string, string>();
  for (const { actors } of readings)
    for (const { id, name, names: called } of actors) {
      if (!names.has(id)) names.set(id, name);
      if (!id.startsWith("person:")) continue;
      const named = people.get(surnameOf(id)) ?? new Map<string, Set<string>>();
      people.set(surnameOf(id), named);
      const own = named.get(id) ?? new Set<string>();
      named.set(id, own);
      for (const role of called) if (role !== name && own.size < 12) own.add(role);
    }
  const rolesOf = (id: string): string[][] =>
    id.startsWith("person:")
      ? [...(people.get(surnameOf(id)) ?? [])]
          .filter(([other]) => other === id || same(id, other) === "certain")
          .flatMap(([, roles]) => [...roles].map(wordsOf))
          .filter((words) => !words.some((word) => former.has(word)))
      : [];
  const classOf = (word: string): string => classes.get(word) ?? classes.get(word.replace(/[sx]$/u, "")) ?? "";
  return {
    holds(person, house) {
      const wanted = houseWords(names.get(house) ?? "");
      if (wanted.length === 0) return false;
      return rolesOf(person).some((words) => {
        if (!words.some((word) => leading.has(classOf(word)))) return false;
        const own = new Set(houseWords(words.join(" ")));
        return wanted.every((word) => own.has(word));
      });
    },
    pleads: (person) =>
      rolesOf(person).some(
        (words) =>
          words.length <= 2 && words.some((word) => counsel.has(word)) && !words.some((w) => publicCounsel.has(w)),
      ),
    among: (person, group) =>
      group.startsWith("group:") &&
      wordsOf(names.get(group) ?? "").some((word) => classOf(word) === "citizen") &&
      rolesOf(person).some((words) => words.length > 0 && classOf(words[0] ?? "") === "citizen"),
  };
}
