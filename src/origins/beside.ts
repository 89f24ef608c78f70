import type { Reading } from "../model/index.ts";
import { foldPhrase } from "../statements/speakers/fold.ts";

/** Characters around a name in which the body it belongs to is looked for, and places of a name that are looked at. */
const window = 90;
const places = 4;

const proper = String.raw`\p{Lu}[\p{L}\p{N}&’'-]*(?: (?:(?:de|du|des|of|la|le|d[’'])\s?)?[\p{Lu}\p{N}][\p{L}\p{N}&’'-]*){0,4}`;
/** `Ida Moll, du collectif Rives Libres`, `Ida Moll of the Rives Libres group`. */
const behind = new RegExp(
  String.raw`^,? (?:du|de la|de l[’']|des|de|d[’']|of|from) ?(?:the |la |le |les |l[’'])?(?:\p{Ll}[\p{Ll}’'-]* ){0,3}(?:d[’']|l[’'])?(?<body>${proper})`,
  "u",
);
/** `Aerolis chief executive Simon Hale`, `Aerolis’s president, Ida Moll`. */
const ahead = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<body>${proper}?)(?:[’']s?)?(?: \p{Ll}[\p{Ll}-]*){1,3},? $`,
  "u",
);

/** The bodies beside which a person is named, by ids. */
export type Besides = { readonly of: (person: string) => ReadonlySet<string> };
const none: ReadonlySet<string> = new Set();

/**
 * People named right beside a body, as being of it: `person:moll-ida` of `org:rives-libres`. Read off the characters on either
 * side of their names; the body is an actor of any document. Not: `Ida Moll a quitté Rives Libres`, with a verb between.
 */
export function besidesOf(readings: readonly Reading[]): Besides {
  const bodies = new Map<string, Set<string>>();
  for (const { actors } of readings)
    for (const { id, name } of actors) {
      if (!/^(?:org|organization|group|person):/.test(id) || !/^\p{Lu}/u.test(name)) continue;
      const key = foldPhrase(name);
      bodies.set(key, (bodies.get(key) ?? new Set()).add(id));
    }
  const found = new Map<string, Set<string>>();
  for (const { document, actors } of readings)
    for (const { id, name } of actors) {
      if (!/^person:.+-/.test(id)) continue;
      for (const at of startsOf(document.text, name)) {
        const end = at + name.length;
        const next = behind.exec(document.text.slice(end, end + window));
        const last = ahead.exec(document.text.slice(Math.max(0, at - window), at));
        for (const match of [next, last])
          for (const other of bodies.get(foldPhrase(match?.groups?.body?.replace(/[’']s?$/u, "") ?? "")) ?? [])
            if (other !== id) found.set(id, (found.get(id) ?? new Set()).add(other));
      }
    }
  return { of: (person) => found.get(person) ?? none };
}

function startsOf(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0 && found.length < places; at = text.indexOf(name, at + name.length)) {
    const [last, next] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!/[\p{L}\p{N}]/u.test(last) && !/[\p{L}\p{N}]/u.test(next)) found.push(at);
  }
  return found;
}
