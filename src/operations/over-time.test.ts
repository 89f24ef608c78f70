import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { captureBytes } from "../capture/index.ts";
import { keepDocument, type Ledger } from "../ledger/index.ts";
import { readCapture } from "../pipeline.ts";
import { freshen, openToAdd } from "./ledger.ts";
import { listPositions, type TimedPosition, withTurns } from "./positions.ts";
import { precisionOf } from "./precision.ts";
import { listRevisions } from "./revisions.ts";
import { listTimeline } from "./timeline.ts";
import { listWithout } from "./without.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-time-"));
let ledger: Ledger;

async function keep(uri: string, published: string, captured: string, text: string): Promise<void> {
  const capture = captureBytes(new TextEncoder().encode(text), { uri, language: "fr", published, captured });
  await keepDocument(ledger, capture, readCapture(capture));
}

const page = "https://gazette.example/pont?utm_source=lettre";
const denied = "Le président de Pontel, Luc Vidal, a démenti que Pontel ait négligé le pont de Lirac.";
const admitted = "Le président de Pontel, Luc Vidal, a reconnu que Pontel avait négligé le pont de Lirac.";

beforeAll(async () => {
  ledger = await openToAdd(folder);
  await keep("lundi.txt", "2031-05-05", "2031-05-05T09:00:00Z", denied);
  await keep("jeudi.txt", "2031-05-08", "2031-05-08T09:00:00Z", admitted);
  await keep(page, "2031-05-05", "2031-05-05T10:00:00Z", "Selon la préfecture, 12 personnes ont été blessées à Lirac.");
  await keep(
    page.replace("?utm_source=lettre", ""),
    "2031-05-05",
    "2031-05-06T10:00:00Z",
    "Selon la préfecture, 15 personnes ont été blessées à Lirac.",
  );
  await freshen(ledger);
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("over time", () => {
  test("denied on Monday, admitted on Thursday: a turn", async () => {
    const turning = await listPositions(ledger, { turns: true });
    expect(turning.map(({ speaker, position, when, basis }) => [speaker.name, position, when, basis])).toEqual([
      ["Luc Vidal", "deny", "2031-05-05", "published"],
      ["Luc Vidal", "affirm", "2031-05-08", "published"],
    ]);
    expect(turning.map(({ turn }) => turn?.from ?? null)).toEqual([null, "deny"]);
    expect(await listPositions(ledger, { actor: "nobody" })).toEqual([]);
  });
  test("what is said at once, or only perhaps later, is no turn", () => {
    const at = (when: string | null, position: TimedPosition["position"]): TimedPosition => ({
      speaker: { id: "person:a", name: "A" },
      when,
      precision: precisionOf(when),
      basis: "said",
      position,
      claim: "c",
      proposition: "",
      story: null,
      document: "d",
      uri: "d",
      statement: `${when} ${position}`,
      evidence: { start: 0, end: 0, text: "" },
      turn: null,
    });
    const turns = (...items: TimedPosition[]) => withTurns(items).filter(({ turn }) => turn !== null).length;
    expect(turns(at("2031-05-05", "deny"), at("2031-05-05T18:00", "affirm"))).toBe(0);
    expect(turns(at("2031-05", "deny"), at("2031-05-05", "affirm"))).toBe(0);
    expect(turns(at(null, "deny"), at("2031-05-05", "affirm"))).toBe(0);
    expect(turns(at("2031-05-05", "deny"), at("2031-05-06", "possible"), at("2031-05-07", "deny"))).toBe(0);
    expect(turns(at("2031-05-05", "deny"), at("2031-05-06", "probable"), at("2031-05-07", "deny"))).toBe(2);
  });
  test("a page in two versions: the figure changed, at the second capture", async () => {
    const [step, ...more] = await listRevisions(ledger);
    expect(more).toEqual([]);
    expect(step).toMatchObject({ page: "gazette.example/pont", version: 2, versions: 2, at: "2031-05-06T10:00:00Z" });
    expect(step?.changes.map(({ kind }) => kind)).toEqual(["figure"]);
    expect(await listRevisions(ledger, { page: "https://www.gazette.example/pont" })).toHaveLength(1);
    expect(await listRevisions(ledger, { page: "elsewhere.example" })).toEqual([]);
    expect(await listRevisions(ledger, { since: "2031-05-07" })).toEqual([]);
  });
  test("without a source: what is left of each claim", async () => {
    const fallen = await listWithout(ledger, "Luc Vidal");
    expect(fallen.length).toBeGreaterThan(0);
    expect(fallen[0]).toMatchObject({ before: 1, after: 0, nothingLeft: true, denying: { before: 1, after: 0 } });
    // Luc Vidal affirmed and later denied: nobody else contests it.
    expect(fallen[0]?.was).toBe("single-source");
    expect(fallen[0]?.becomes).toBe("uncontested");
  });
  test("the timeline keeps happened, said and published apart, each with its precision", async () => {
    const moments = await listTimeline(ledger);
    const published = moments.filter(({ lane }) => lane === "published");
    expect(published.map(({ when, precision }) => [when, precision])).toEqual([
      ["2031-05-05", "day"],
      ["2031-05-05", "day"],
      ["2031-05-05", "day"],
      ["2031-05-08", "day"],
    ]);
    expect(
      ["2031", "2031-05", "2031-05-05T10", "2031-05-05T10:00Z", "2031-05/2031-06", "XXXX-05"].map(precisionOf),
    ).toEqual(["year", "month", "hour", "minute", "interval", null]);
  });
});
