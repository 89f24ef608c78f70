import { describe, expect, test } from "vitest";
import { paragraphsOf } from "./paragraphs.ts";
import { quotationsOf } from "./quotations.ts";

const quoted = (text: string) =>
  quotationsOf(text, paragraphsOf(text)).quotations.map(({ outer, inner, depth, closed, matched }) => ({
    inner: text.slice(inner.start, inner.end),
    outer: text.slice(outer.start, outer.end),
    depth,
    closed,
    matched,
  }));
const inners = (text: string) => quoted(text).map(({ inner }) => inner);

describe("quotations", () => {
  test.each([
    ["guillemets", "Elle dit : « Nous partons »."],
    ["guillemets without spaces", "Elle dit : «Nous partons»."],
    ["English marks", "She said: “Nous partons”."],
    ["straight marks", 'She said: "Nous partons".'],
    ["German marks", "Sie sagte: „Nous partons“."],
    ["inverted guillemets", "Sie sagte: »Nous partons«."],
    ["single marks", "She said: ‘Nous partons’."],
    ["straight single marks", "She said: 'Nous partons'."],
    ["angle marks", "Sie sagte: ‹Nous partons›."],
    ["typewriter marks", "She said: ``Nous partons''."],
  ])("%s", (_, text) => {
    expect(quoted(text)).toMatchObject([{ inner: "Nous partons", depth: 0, closed: true, matched: true }]);
  });

  test("nested", () => {
    expect(quoted("« Il a crié “non” deux fois », dit-elle.")).toMatchObject([
      { inner: "Il a crié “non” deux fois", depth: 0 },
      { inner: "non", depth: 1 },
    ]);
  });
  test("unclosed: ends before the next opening mark", () => {
    expect(quoted("«C’est inexact. “Rien n’a brûlé”, a dit le maire.")).toMatchObject([
      { inner: "C’est inexact.", closed: false },
      { inner: "Rien n’a brûlé", depth: 0, closed: true },
    ]);
  });
  test("mismatched", () => {
    expect(quoted("« Rien n’a brûlé ”, a dit le maire.")).toMatchObject([
      { inner: "Rien n’a brûlé", closed: true, matched: false },
    ]);
  });
  test("a closing mark stuck to the next sentence still closes", () => {
    expect(quoted("Il a ri. « Rien n’a brûlé. »Le maire est parti.")).toMatchObject([
      { inner: "Rien n’a brûlé.", closed: true },
    ]);
  });
  test("a curly mark closed by a straight one", () => {
    expect(quoted("He saw ‘smoke over the hill' at noon.")).toMatchObject([
      { inner: "smoke over the hill", closed: true, matched: false },
    ]);
  });
  test("over paragraphs, each opened anew", () => {
    expect(quoted("Il dit : « Un.\n\n« Deux. »\n\nFin.")).toMatchObject([{ inner: "Un.\n\n« Deux.", closed: true }]);
  });
  test("over paragraphs, closed in the last", () => {
    expect(quoted("Il dit : « Un.\n\nDeux. »\n\nFin.")).toMatchObject([{ inner: "Un.\n\nDeux.", closed: true }]);
  });
  test("apostrophes are no marks", () => {
    expect(
      inners("L’accord d’hier n’a pas plu aux ’90s kids of rock 'n' roll; the workers’ union didn't sign."),
    ).toEqual([]);
    expect(inners("l'un d'eux s'en va")).toEqual([]);
  });
});
