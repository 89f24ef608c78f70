import { hasOpposite, opposite } from "../../languages/events.ts";
import { antonymsOf } from "../antonyms.ts";
import { meets } from "../fillers.ts";
import type { Node } from "../node.ts";
import { senseMatch, sensesOf } from "../senses.ts";
import { traitsOf } from "../traits.ts";

/**
 * `Ostrel a renforcé ses liens`, `Ostrel a affaibli ses liens`; `hostile au tramway`, `favorable au tramway`. Not: `est
 * sûr`, `est dangereux`, which deny one another and are one claim.
 */
export function opposites(a: Node, b: Node): string | null {
  for (const x of a.classes)
    for (const y of b.classes)
      if (opposite(x, y) && !meets(a.classes, b.classes) && !isOtherSide(x, y, a, b)) return `${x} is not ${y}`;
  for (const x of a.topic) {
    if (!hasOpposite(x) || b.bag.has(x)) continue;
    for (const y of b.topic) if (opposite(x, y) && !a.bag.has(y)) return `${x} is not ${y}`;
  }
  if (isOtherSide("win", "lose", a, b) && (a.classes.has("win") || b.classes.has("win"))) return otherQuality(a, b);
  const [left, right] = [poles(a), poles(b)];
  for (const [pole, word] of left) {
    const other = pole.startsWith("+") ? `-${pole.slice(1)}` : `+${pole.slice(1)}`;
    const found = right.get(other);
    if (found !== undefined && !right.has(pole) && !left.has(other)) return `${word} is not ${found}`;
  }
  return otherQuality(a, b);
}

/** `Halden beat Sorn`, `Sorn lost to Halden`: one match, told of the one and of the other. */
function isOtherSide(x: string, y: string, a: Node, b: Node): boolean {
  if (!/^(?:win lose|lose win)$/.test(`${x} ${y}`)) return false;
  const both = [...a.actors].filter((name) => b.actors.has(name));
  const [own, others] = [a.roles.get("agent"), b.roles.get("agent")];
  return both.length >= 2 && own !== undefined && others !== undefined && !meets(own, others);
}

const weighty = 0.4;
const known = new WeakMap<Node, ReadonlyMap<string, string>>();

/** The ends of scales that the weightier words of a proposition stand at, with the word. */
function poles(node: Node): ReadonlyMap<string, string> {
  const before = known.get(node);
  if (before !== undefined) return before;
  const antonyms = antonymsOf(node.reading.document.language);
  const found = new Map<string, string>();
  const { predicate } = node.proposition;
  for (const pole of antonyms.get(predicate) ?? []) found.set(pole, predicate);
  for (const { word, name, weight } of node.core)
    if (weight >= weighty) for (const pole of antonyms.get(name) ?? antonyms.get(word) ?? []) found.set(pole, name);
  known.set(node, found);
  return found;
}

/** `Unvaccinated children`, `Des élus absents`. Not: `information`, `formation`, which are things. */
function otherQuality(a: Node, b: Node): string | null {
  const others = traitsOf(b).get("quality") ?? [];
  for (const one of traitsOf(a).get("quality") ?? []) {
    const [form = "", lemma = "", of = ""] = one.split(" ");
    for (const other of others) {
      const [second = "", name = "", noun] = other.split(" ");
      if (noun !== of || lemma === name) continue;
      if (isLacking(form, second) || isLacking(second, form) || areContrary(a, lemma, b, name))
        return `${form} is not ${second}`;
    }
  }
  return null;
}

const isLacking = (word: string, bare: string): boolean =>
  bare.length >= 4 && word.endsWith(bare) && /^(?:un|in|im|ir|non-)$/.test(word.slice(0, -bare.length));

const areContrary = (a: Node, x: string, b: Node, y: string): boolean =>
  senseMatch(senses(a, x), senses(b, y))?.contrary === true;

const senses = ({ reading }: Node, lemma: string) => sensesOf(reading.document.language, [lemma], lemma);
