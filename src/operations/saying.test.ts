import { afterAll, beforeAll, expect, test } from "vitest";
import { onEachEngine } from "../ledger/contract.ts";
import { article } from "../ledger/testing.ts";
import type { Claim } from "../model/index.ts";
import { addBytes } from "./add-bytes.ts";
import { listClaims, openToAdd } from "./index.ts";
import { pageClaims } from "./pages.ts";

const texts = [article(0), article(1), "The harbour of Vellac was closed, the mayor announced. Nobody denied it.\n"];

onEachEngine("claims by what is said", (engine) => {
  let ledger: Awaited<ReturnType<typeof openToAdd>>;
  let all: Claim[];
  beforeAll(async () => {
    ledger = await openToAdd(await engine.place());
    for (const [n, text] of texts.entries()) {
      const about = {
        uri: `${n}.txt`,
        mediaType: "text/plain",
        language: n < 2 ? "fr" : "en",
        published: "2031-05-04",
      };
      expect((await addBytes(ledger, new TextEncoder().encode(text), about)).kind).toBe("kept");
    }
    all = await listClaims(ledger);
  }, 120_000);
  afterAll(async () => {
    await ledger.close();
    await engine.remove();
  });
  const saying = async (words: string, more: object = {}): Promise<Claim[]> => {
    const found: Claim[] = [];
    for (let after: string | undefined; ; ) {
      const { items, total, next } = await pageClaims(ledger, { saying: words, ...more }, { limit: 2, after });
      found.push(...items);
      if (next === null) {
        expect(total).toBe(found.length);
        return found;
      }
      after = next;
    }
  };

  test("are those with a position in a sentence that has the words, in the order of the list", async () => {
    const closed = await saying("fermer");
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.length).toBeLessThan(all.length);
    const ids = closed.map(({ id }) => id);
    expect(all.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
    for (const { positions } of closed) {
      const said = positions.some(({ document, evidence }) => {
        const text = texts.find((one) => one.slice(evidence.start, evidence.end) === evidence.text) ?? "";
        expect(document).toMatch(/^sha256:/);
        const from = text.lastIndexOf("\n", evidence.start) + 1;
        return /ferm/i.test(text.slice(from, evidence.end + 80));
      });
      expect(said).toBe(true);
    }
    const harbour = await saying("harbours");
    expect(harbour.length).toBeGreaterThan(0);
    for (const { positions } of harbour) expect(positions.some(({ uri }) => uri === "2.txt")).toBe(true);
  });

  test("are narrowed further, and nothing finds everything", async () => {
    const [first] = await saying("fermer");
    const story = first?.story ?? "none";
    expect((await saying("fermer", { story })).every((one) => one.story === story)).toBe(true);
    expect(await saying("xyzzy")).toEqual([]);
    expect(await saying("fermer language:en")).toEqual([]);
    expect(await saying("fermer", { contested: true })).toEqual(
      (await saying("fermer")).filter(({ status }) => status === "contested"),
    );
    await expect(saying("status:none")).rejects.toMatchObject({ code: "bad-query" });
  });
});
