import { expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { readCapture, relate } from "../pipeline.ts";
import { Groups } from "./groups.ts";
import { senseMatch } from "./senses.ts";

const plain = { contrary: false, converse: false };
const contrary = { contrary: true, converse: false };

test("words meet in a sense that they share, the weaker the more other senses they have", () => {
  const one = senseMatch(new Map([["a", plain]]), new Map([["a", plain]]));
  const many = senseMatch(
    new Map([["a", plain]]),
    new Map([
      ["a", plain],
      ["b", plain],
      ["c", plain],
    ]),
  );
  expect(one?.strength).toBeGreaterThan(many?.strength ?? 1);
  expect(senseMatch(new Map([["a", plain]]), new Map([["b", plain]]))).toBeNull();
});

test("a contrary turns, two contraries of one sense do not, and a joining sense comes first", () => {
  const turns = (x: string, y: string) => senseMatch(words[x] ?? new Map(), words[y] ?? new Map())?.contrary;
  const words: Record<string, Map<string, typeof plain>> = {
    dangerous: new Map([["danger", plain]]),
    safe: new Map([["danger", contrary]]),
    harmless: new Map([["danger", contrary]]),
    both: new Map([
      ["danger", contrary],
      ["other", plain],
    ]),
    other: new Map([
      ["danger", plain],
      ["other", plain],
    ]),
  };
  expect(turns("dangerous", "safe")).toBe(true);
  expect(turns("safe", "harmless")).toBe(false);
  expect(turns("both", "other")).toBe(false);
});

test("members of a group keep how they are turned to one another", () => {
  const groups = new Groups(5);
  groups.join(0, 1, true);
  groups.join(2, 3, true);
  groups.join(4, 3);
  groups.join(1, 2, true);
  expect([1, 2, 3, 4].map((at) => groups.areTurned(0, at))).toEqual([true, false, true, true]);
});

const read = (...texts: string[]) =>
  relate(texts.map((text, at) => readCapture(captureBytes(new TextEncoder().encode(text), { uri: `${at}.txt` }))));

const head = (title: string) =>
  `${title}\nHarn, 3 mars 2031\n\nLe barrage de Velm, au-dessus de Harn, a été vidé mardi. `;

test("who says that it is safe denies that it is dangerous, and a reader is told by which words", () => {
  const { claims } = read(
    `${head("Le barrage de Velm")}La maire de Harn, Ida Kroll, a déclaré que le barrage de Velm était dangereux.`,
    `${head("Un barrage vidé")}L'exploitant, Oskar Lind, assure à Harn que le barrage de Velm est sûr.`,
  );
  const claim = claims.find(({ positions }) => positions.some(({ evidence }) => evidence.text.includes("sûr")));
  expect(claim?.positions.map(({ position }) => position).sort()).toEqual(["affirm", "deny"]);
  expect(claim?.positions.map(({ because }) => because.reason).join(" ")).toMatch(/being the contrary of/);
});
