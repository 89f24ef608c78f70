import { describe, expect, test } from "vitest";
import { foldName, fullNameOf, sameName } from "./same.ts";

describe("sameName", () => {
  test.each([
    ["Vladimir Poutine", "Putin"],
    ["Vladimir Poutine", "Vladimir Putin"],
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy"],
    ["Volodymyr Zelenskyj", "Zelenski"],
    ["Wolodymyr Selenskyj", "Volodymyr Zelensky"],
    ["Dmitri Peskov", "Dmitry Peskow"],
    ["Sergueï Lavrov", "Sergey Lavrov"],
    ["Sergueï Lavrov", "Sergej Lawrow"],
    ["S. Lavrov", "Sergei Lavrov"],
    ["Iouri Ouchakov", "Yuri Ushakov"],
    ["Andreï Vorobiov", "Andrei Vorobyov"],
    ["Mykhaïlo Podoliak", "Mykhailo Podolyak"],
    ["Dmitri Chostakovitch", "Shostakovich"],
    ["Vladimir Soloviev", "Vladimir Solovyov"],
    ["Ursula von der Leyen", "von der Leyen"],
    ["Benyamin Nétanyahou", "Benjamin Netanyahu"],
    ["Loukachenko", "Lukashenko"],
  ])("%s and %s are one", (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });
  test.each([
    ["Bill Clinton", "Hillary Clinton"],
    ["Vladimir Poutine", "Vladimir"],
    ["Donald Trump", "Donald Tusk"],
    ["Trump", ""],
    ["...", "…"],
    ["Lavrov", "Lavrova"],
  ])("%s and %s are not", (a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });
  test("a surname finds the full name", () => {
    expect(fullNameOf("Peskow", ["Sergueï Lavrov", "Dmitri Peskov"])).toBe("Dmitri Peskov");
    expect(fullNameOf("Merle", ["Dmitri Peskov"])).toBe("Merle");
  });
  test("keys are stable under case and accents", () =>
    expect(foldName("ÉLODIE  Merle")).toBe(foldName("elodie merle")));
});
