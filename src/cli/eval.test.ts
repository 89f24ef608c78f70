import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
afterAll(() => place.remove());

/** An emoji before the first statement: brat counts it as one, JavaScript as two. */
const article = `Port Aubry 🚢 — The quay is closed.

Mayor Ada Lovell said that the old bridge was unsafe. Harbour master Tom Reyes denied that the crane had moved.
`;

const statement = (content: string, speaker: string, act: string, more: object = {}): object => ({
  content,
  source: speaker,
  cue: null,
  speaker,
  chain: [speaker],
  mode: "indirect",
  act,
  factuality: act === "deny" ? "CT-" : "CT+",
  ...more,
});
const bridge = "the old bridge was unsafe";
const crane = "the crane had moved";

type Scores = Readonly<Record<string, unknown>>;
type Output = {
  statements: { all: Scores; documents: (Scores & { name: string })[] } | null;
  attributions: { all: Scores } | null;
  reliability: { count: number; right: number }[];
  refused: { reason: string; problems: { line: number; where: string; code: string }[] }[];
};

/** Files in a folder of their own, and what the program makes of them. */
function evaluated(name: string, files: Readonly<Record<string, string>>, ...options: string[]) {
  const own = join(folder, name);
  mkdirSync(own);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
  const ran = run(own, ["eval", "--language", "en", ...options, ".", "."]);
  return { ...ran, output: (): Output => JSON.parse(ran.stdout) as Output };
}
const gold = (statements: readonly object[], more: object = {}): string =>
  JSON.stringify({ statements, ...more }, null, 1);

/** Standoff for the words of the article, in code points. */
function bound(id: string, label: string, words: string): string {
  const start = [...article.slice(0, article.indexOf(words))].length;
  return `${id}\t${label} ${start} ${start + [...words].length}\t${words}`;
}

describe("gold of our own format", () => {
  test("is matched, and each label is judged by itself", () => {
    const { status, stderr, output } = evaluated("json", {
      "a.txt": article,
      "a.json": gold([
        statement(bridge, "Ada Lovell", "assert"),
        statement(crane, "Somebody Else", "confirm", { source: null }),
        statement("The quay is closed", "author", "assert", { source: null }),
      ]),
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const all = output().statements?.all;
    expect(all).toMatchObject({ gold: 3, found: 2, speaker: 50, chain: 50, act: 50, factuality: 50, outer: 66.7 });
    expect(all?.overlap).toEqual({ p: 100, r: 66.7, f: 80 });
    expect(all?.tight).toEqual({ p: 100, r: 66.7, f: 80 });
    expect(all?.figures).toEqual({ p: null, r: null, f: null });
    const bands = output().reliability;
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(bands.reduce((sum, { count, right }) => sum + count * right, 0)).toBe(1);
  });

  test("half a content overlaps and is not tight", () => {
    const { output } = evaluated("half", {
      "a.txt": article,
      "a.json": gold([statement("bridge was unsafe", "Ada Lovell", "assert")]),
    });
    expect(output().statements?.all).toMatchObject({ overlap: { r: 100 }, tight: { r: 0 } });
  });

  test("takes other names of a speaker from a file", () => {
    const files = { "a.txt": article, "a.json": gold([statement(bridge, "La Maire", "assert", { source: null })]) };
    expect(evaluated("no-names", files).output().statements?.all.speaker).toBe(0);
    const names = join(folder, "names.json");
    writeFileSync(names, JSON.stringify({ speakers: { "La Maire": ["Ada Lovell"] } }));
    expect(evaluated("names", files, "--speakers", names).output().statements?.all.speaker).toBe(100);
    writeFileSync(names, JSON.stringify({ speakers: { "La Maire": "Ada Lovell" } }));
    const refused = evaluated("bad-names", files, "--speakers", names);
    expect(refused.stderr).toMatch(/^selon: .*names\.json is no list of speakers\. It must be JSON such as/);
    expect(refused.status).toBe(1);
  });

  test("leads inner statements as outer ones only where it names the dispatch", () => {
    const inner = statement(bridge, "Ada Lovell", "assert", { chain: ["Aubry Wire", "Ada Lovell"] });
    const outer = (more: object, name: string): unknown =>
      evaluated(name, { "a.txt": article, "a.json": gold([inner], more) }).output().statements?.all.outer;
    expect(outer({}, "relayed")).toBeNull();
    expect(outer({ dispatches: ["Aubry Wire"] }, "dispatch")).toBe(100);
  });

  test("is refused with the place of every fault, and the others are measured", () => {
    const { status, stderr, output } = evaluated("faults", {
      "a.txt": article,
      "a.json": gold([
        statement("the new bridge", "Ada Lovell", "assert", { id: "s1" }),
        statement(bridge, "Ada Lovell", "shout", { id: "s2", occurrence: 2 }),
        statement(bridge, "Ada Lovell", "assert", { id: "s3", chain: ["Tom Reyes"], factuality: null }),
      ]),
      "b.txt": article,
      "b.json": gold([statement(bridge, "Ada Lovell", "assert")]),
      "c.txt": article,
      "c.json": '{"statements": [',
      "d.json": gold([]),
    });
    expect(status).toBe(1);
    const told = stderr.trim().split("\n");
    expect(told[0]).toBe("selon: a.json:3: s1.content does not stand verbatim in a.txt: “the new bridge”");
    expect(told[1]).toMatch(/^selon: a\.json:16: s2\.occurrence there is no occurrence 2 of it in a\.txt$/);
    expect(told[2]).toMatch(/^selon: a\.json:16: s2\.act has the unknown label “shout”; it is one of assert, deny,/);
    expect(told[3]).toMatch(/^selon: a\.json:\d+: s3\.chain must end in the speaker/);
    expect(told[4]).toMatch(/^selon: a\.json:\d+: s3\.factuality is missing; it is one of CT\+/);
    expect(told[5]).toMatch(/^selon: c\.json: .*is not JSON/);
    expect(told[6]).toMatch(/^selon: d\.json: has no document of its name/);
    expect(told.length).toBe(7);
    expect(output().statements?.documents.map(({ name }) => name)).toEqual(["b"]);
    expect(output().refused.map(({ reason }) => reason)).toEqual(["malformed", "malformed", "no-document"]);
  });
});

describe("brat standoff", () => {
  let marks: string[] = [];
  beforeAll(() => {
    marks = [
      bound("T1", "Source", "Mayor Ada Lovell"),
      bound("T2", "Cue", "said"),
      bound("T3", "Content", bridge),
      bound("T4", "Attribution", "said"),
      "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ];
  });

  test("is measured by spans, words in code points", () => {
    const { status, stderr, output } = evaluated("brat", {
      "a.txt": article,
      "a.ann": [...marks, bound("T9", "Place", "Port Aubry"), "#1\tNote E1\tsure"].join("\n"),
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(output().attributions?.all).toMatchObject({
      gold: 1,
      found: 2,
      overlap: { p: 50, r: 100, f: 66.7 },
      sourceRight: 100,
    });
  });

  test("is refused with the line of every fault", () => {
    const { status, stderr } = evaluated("brat-faults", {
      "a.txt": article,
      "a.ann": [
        ...marks.slice(0, 2),
        "T3\tContent 0 4\tthe old bridge",
        "T5\tContent four 9\tx",
        "T6\tContent 5 99999\tx",
        "E1\tAttribution:T4 Content:T3 Kue:T2 Source:T7",
      ].join("\n"),
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/a\.ann:3: T3 does not stand verbatim in a\.txt: “the old bridge”/);
    expect(stderr).toMatch(/a\.ann:4: T5 can't be read/);
    expect(stderr).toMatch(/a\.ann:5: T6 lies outside a\.txt/);
    expect(stderr).toMatch(/a\.ann:6: E1 has the unknown label “Kue”; it is one of Source, Cue, Content/);
    expect(stderr).toMatch(/a\.ann:6: E1\.Source names T7, which is not in the file/);
  });
});

test("figures for people are a table, in their language", () => {
  const own = join(folder, "json");
  const ran = run(own, ["eval", "--format", "table", "--lang-ui", "fr", "a.json", "a.txt"]);
  expect(ran.stdout).toMatch(/document +annotés +trouvés +large P\/R\/F/);
  expect(ran.stdout).toMatch(/tous +3 +2 +100\.0 66\.7 80\.0/);
  expect(ran.stdout).toMatch(/confiance +propos +attendu % +juste %/);
});

test("gold that is not there is told", () => {
  const ran = run(folder, ["eval", "nowhere", "json"]);
  expect(ran.stderr).toMatch(/^selon: .*nowhere/);
  expect(ran.status).toBe(1);
});
