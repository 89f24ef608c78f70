import { expect, test } from "vitest";
import { normalForm, Pieces } from "./pieces.ts";

const words: readonly (readonly [string, number])[] = [
  ["<s>", 0],
  ["<unk>", 0],
  ["▁", -4],
  ["▁le", -3],
  ["▁les", -4],
  ["s", -5],
  ["▁pont", -7],
  ["on", -6],
  ["t", -6],
  ["p", -6],
  ["ts", -8],
  ["🙂", -9],
  ["é", -6],
];
const pieces = words.map(([piece]) => piece);
const scores = Float32Array.from(words, ([, score]) => score);
const vocabulary = { pieces, scores, unknown: 1, unknownScore: -20, special: new Set([0, 1]) };
const cutter = new Pieces(vocabulary);
const cut = (text: string) => cutter.cut(text).map(({ id }) => pieces[id]);

/** The best sum of scores of all ways to cut. */
function best(form: string): number {
  if (form === "") return 0;
  const [sign = ""] = form;
  let most = -20 + best(form.slice(sign.length));
  words.forEach(([piece, score], id) => {
    if (id > 1 && form.startsWith(piece)) most = Math.max(most, score + best(form.slice(piece.length)));
  });
  return most;
}

test("the likeliest way to cut is found", () => {
  expect(cut("les ponts")).toEqual(["▁les", "▁pont", "s"]);
  expect(cut("le")).toEqual(["▁le"]);
  const signs = ["l", "e", "s", "p", "o", "n", "t", " ", "é", "🙂", "x"];
  let state = 3;
  for (let trial = 0; trial < 200; trial++) {
    let text = "";
    for (let i = 0; i < 1 + (trial % 9); i++) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      text += signs[(state >>> 8) % signs.length];
    }
    const score = cutter.cut(text).reduce((sum, { id }) => sum + (id === 1 ? -20 : (scores[id] ?? 0)), 0);
    expect(score, text).toBeCloseTo(best(normalForm(text)), 6);
  }
});

test("a sign that no piece has is one unknown, however many code units it takes", () => {
  expect(cut("x")).toEqual(["▁", "<unk>"]);
  expect(cut("🙂🙃")).toEqual(["▁", "🙂", "<unk>"]);
  expect(cut("\ud83d")).toEqual(["▁", "<unk>"]);
  expect(cut("<s>").filter((piece) => piece === "<s>")).toEqual([]);
});

test("what looks alike is written alike", () => {
  expect(normalForm("  a\u00a0\t\nb  ")).toBe("▁a▁b");
  expect(normalForm("e\u0301")).toBe("▁é");
  expect(normalForm("ﬁn\u0000ance…")).toBe("▁finance...");
  expect(normalForm("")).toBe("▁");
  expect(normalForm(`${" ".repeat(100_000)}le`)).toBe("▁le");
});
