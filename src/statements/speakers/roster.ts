import type { Actors } from "../../languages/actors.ts";
import type { Analysis, Name } from "../../model/index.ts";
import { foldPhrase, nameKey, personId, phraseId } from "./fold.ts";
import { genderOfGivenName } from "./given.ts";
import { knownActor } from "./known.ts";
import { actorNounAt } from "./nouns.ts";
import { kindOfName, type Referent, type Role, referent } from "./referent.ts";
import { titlesOf } from "./titles.ts";

/** Every named actor of a document, and which one each name of `analysis.names` is. */
export type Roster = {
  readonly byName: ReadonlyMap<Name, Referent>;
  /** Whom a role noun at this offset titles: `maire` in `le maire d'Orvane, Paul Mérieux`. */
  readonly titled: ReadonlyMap<number, Referent>;
  /** A referent for an identifier, a name or a phrase; made when it is new. */
  readonly get: (id: string, make: () => Referent) => Referent;
  readonly all: () => Iterable<Referent>;
};

type Cluster = { readonly keys: readonly string[]; name: string; readonly members: Name[] };

const bare = (actors: Actors, text: string): string => {
  const parts = text.trim().split(/\s+/);
  while (parts.length > 1 && actors.honorifics.has((parts[0] ?? "").toLowerCase())) parts.shift();
  return parts.join(" ").replace(/['’]s?$/, "");
};

const initialsAgree = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** Joins full names, surnames and first names of persons. A bare surname belongs to whoever bore it last in full. */
function clusters(actors: Actors, names: readonly Name[]): Map<Name, Cluster> {
  const found = new Map<Name, Cluster>();
  const bySurname = new Map<string, Cluster[]>();
  const byFirst = new Map<string, Cluster[]>();
  const persons = names.filter(({ kind }) => kind === "person");
  for (const name of persons) {
    const text = bare(actors, name.text);
    const keys = nameKey(text);
    const surname = keys.at(-1);
    const first = keys[0];
    if (keys.length < 2 || surname === undefined || first === undefined) continue;
    const same = bySurname.get(surname) ?? [];
    let cluster = same.find((other) => initialsAgree(other.keys[0] ?? "", first));
    if (!cluster) {
      cluster = { keys, name: text, members: [] };
      same.push(cluster);
      bySurname.set(surname, same);
      byFirst.set(first, [...(byFirst.get(first) ?? []), cluster]);
    } else if (text.length > cluster.name.length) cluster.name = text;
    cluster.members.push(name);
    found.set(name, cluster);
  }
  const latest = new Map<string, Cluster>();
  for (const name of persons) {
    const own = found.get(name);
    const keys = nameKey(bare(actors, name.text));
    const key = keys.at(-1) ?? name.text;
    if (own) {
      latest.set(own.keys.at(-1) ?? "", own);
      continue;
    }
    const options = bySurname.get(key) ?? [];
    let cluster = latest.get(key) ?? options[0];
    if (!cluster && byFirst.get(key)?.length === 1) cluster = byFirst.get(key)?.[0];
    if (!cluster) {
      cluster = { keys, name: bare(actors, name.text), members: [] };
      bySurname.set(key, [cluster]);
    }
    cluster.members.push(name);
    found.set(name, cluster);
  }
  return found;
}

/** Links the names of a document to actors. Linear in the number of names. */
export function rosterOf(analysis: Analysis, actors: Actors): Roster {
  const all = new Map<string, Referent>();
  const get = (id: string, make: () => Referent): Referent => {
    const found = all.get(id) ?? make();
    all.set(id, found);
    return found;
  };
  const byName = new Map<Name, Referent>();
  const titled = new Map<number, Referent>();
  const persons = clusters(actors, analysis.names);
  const lastWord = new Map<string, Referent>();
  for (const name of analysis.names) {
    let one: Referent;
    const cluster = persons.get(name);
    if (cluster) {
      const id = name.entity?.startsWith("person:") ? name.entity : personId(cluster.name);
      one = get(id, () => referent(id, cluster.name, "person"));
      const { roles, gender } = titlesOf(analysis, actors, name);
      for (const role of roles) {
        titled.set(role.at, one);
        if (one.roles.length < 12) one.roles.push(role);
      }
      one.gender ??= gender ?? (cluster.keys.length > 1 ? genderOfGivenName(cluster.name) : null);
    } else if (name.kind === "nationality" || name.kind === "event") continue;
    else {
      const fold = foldPhrase(name.text);
      const seen = name.entity === null ? lastWord.get(fold) : undefined;
      const id = name.entity ?? phraseId("org", name.text);
      const known = knownActor(id);
      one = seen ?? get(id, () => referent(id, known?.name ?? name.text, known?.kind ?? kindOfName[name.kind]));
      if (!known && name.text.length > one.name.length && foldPhrase(name.text).includes(foldPhrase(one.name)))
        one.name = name.text;
      if (name.kind === "organization" || name.kind === "outlet") {
        const parts = fold.split(" ");
        if (parts.length > 1) lastWord.set(parts.at(-1) ?? fold, one);
        const initials = parts.map((part) => part[0] ?? "").join("");
        if (initials.length > 2) lastWord.set(initials, one);
        // `le collectif Eaux vives`: later `le collectif`.
        const noun = nounBefore(analysis, actors, name);
        if (noun !== null && one.roles.length === 0) one.roles.push(noun);
      }
    }
    one.names.add(name.text);
    byName.set(name, one);
  }
  return { byName, titled, get, all: () => all.values() };
}

/** The kind of organisation that stands right before its name, as a role. */
function nounBefore({ sentences }: Analysis, actors: Actors, name: Name): Role | null {
  const words = sentences[name.sentence]?.words ?? [];
  const before = words[name.word - 1];
  const noun = before && /^\p{Ll}/u.test(before.form) ? actorNounAt(actors, words, before.index) : null;
  if (!before || noun?.class !== "organization") return null;
  return { noun, state: null, of: null, ofSpan: null, text: before.form, at: before.start };
}
