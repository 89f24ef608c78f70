import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownWords } from "./markdown.ts";

test.each([
  ["---\ntitle: A\ndate: 2031-01-02\n---\n\n# Le maire dément\n\nIl **dément**.", "Le maire dément\n\nIl dément."],
  ["Selon [La Rive](https://larive.example/a), *rien* n'a brûlé.", "Selon La Rive, rien n'a brûlé."],
  ["> « Rien », dit-il.\n\n- un mort\n- deux blessés", "« Rien », dit-il.\n\nun mort\ndeux blessés"],
  ["12. Le port\n\n---\n\nFin", "Le port\n\nFin".replace("\n\nFin", "\n\n\n\nFin")],
  ["---\nune ligne sans fin", "---\nune ligne sans fin".replace("---\n", "\n").trim()],
])("takes the words of %j", (source, words) => {
  expect(markdownWords(source)).toBe(words);
});

test("leaves what is no mark: prices, footnote stars, a lone hyphen", () => {
  const text = "Le prix* monte : 3 * 4 = 12, a-t-il dit - enfin.";
  expect(markdownWords(text)).toBe(text);
});

test("never throws, whatever the string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => markdownWords(text).length <= text.length),
  );
});
