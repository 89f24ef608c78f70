import { expect, test } from "vitest";
import { changesBetween } from "../../src/alignment/revisions.ts";
import { captureBytes } from "../../src/capture/index.ts";
import { readCapture } from "../../src/pipeline.ts";

const read = (language: string, text: string) => {
  const { document, ...rest } = captureBytes(new TextEncoder().encode(text), { uri: "https://gazette.example/page" });
  return readCapture({ ...rest, document: { ...document, language } });
};
const changes = (language: string, before: string, after: string) =>
  changesBetween(read(language, before), read(language, after)).map(({ kind, before: a, after: b }) => {
    const words = (b ?? a)?.spans.map(({ text }) => text).join(" ") ?? "";
    return `${kind}: ${words}`;
  });

const first = `Le maire de Lirac, Paul Arnoux, a annoncé que le pont serait fermé trois semaines. Selon la préfecture, 12 personnes ont été blessées dans l'accident. L'ingénieure Maud Tessier a déclaré que la fissure était ancienne.`;

test("the same page has no changes, nor has one whose paragraphs moved", () => {
  expect(changes("fr", first, first)).toEqual([]);
  const moved = first
    .split(/(?<=\.) /)
    .reverse()
    .join("\n\n");
  expect(changes("fr", first, moved)).toEqual([]);
});

test("a French page: a figure changed, a statement withdrawn, a denial added", () => {
  const second = `Le maire de Lirac, Paul Arnoux, a annoncé que le pont serait fermé trois semaines. Selon la préfecture, 15 personnes ont été blessées dans l'accident. La société Pontel a démenti toute négligence.`;
  const found = changes("fr", first, second);
  expect(found).toContainEqual(expect.stringMatching(/^figure: .*15 personnes/));
  expect(found).toContainEqual(expect.stringMatching(/^withdrawn: .*fissure/));
  expect(found).toContainEqual(expect.stringMatching(/^denial: .*négligence/));
  expect(found).toHaveLength(3);
});

test("an English page in three versions: hedged, then hardened, then given to another", () => {
  const one = "The governor, Ida Kroll, said the dam will hold. Engineers are at the site of the dam near Aldery.";
  const two =
    "The governor, Ida Kroll, said the dam will probably hold. Engineers are at the site of the dam near Aldery.";
  const three = "The engineer Tom Bakker said the dam will hold. Engineers are at the site of the dam near Aldery.";
  expect(changes("en", one, two)).toEqual([expect.stringMatching(/^hedged: .*dam will probably hold/)]);
  expect(changes("en", two, one)).toEqual([expect.stringMatching(/^hardened: .*dam will hold/)]);
  expect(changes("en", one, three)).toEqual([expect.stringMatching(/^speaker: .*dam will hold/)]);
});

test("what is added has an anchor in the later version alone, what is withdrawn in the earlier alone", () => {
  const [before, after] = [
    read("fr", first),
    read("fr", `${first} Le syndicat Rive Droite a affirmé que la mairie savait depuis mars.`),
  ];
  const [added] = changesBetween(before, after);
  expect(added).toMatchObject({ kind: "added", before: null, after: { document: after.document.id } });
  for (const { start, end, text } of added?.after?.spans ?? [])
    expect(after.document.text.slice(start, end)).toBe(text);
  const [gone] = changesBetween(after, before);
  expect(gone).toMatchObject({ kind: "withdrawn", after: null, before: { document: after.document.id } });
});

test("empty pages and long ones are answered", () => {
  expect(changes("fr", "", first).every((line) => /^(?:added|denial)/.test(line))).toBe(true);
  const long = Array.from(
    { length: 120 },
    (_, n) => `La commune ${n} a déclaré que le pont ${n} resterait fermé ${n + 2} jours.`,
  ).join(" ");
  expect(changes("fr", long, long.replace("fermé 9 jours", "fermé 11 jours"))).toHaveLength(1);
});
