import { expect, test } from "vitest";
import { readingsOf } from "../../../eval/events.ts";
import { reprintOf } from "../../../test/alignment/reprint.ts";
import { encoded, relate } from "../../pipeline.ts";

test("what is reprinted hangs on its claim by as much or as little as what it was taken from", () => {
  const readings = readingsOf("takeover").map(encoded);
  const [first] = readings;
  if (first === undefined) throw new Error("No texts");
  const reprint = reprintOf(first, "Le Relais de Pont-Séry");
  const chances = relate([...readings, reprint]).claims.flatMap(({ positions }) => {
    const inText = (document: string) =>
      new Map(positions.flatMap((one) => (one.document === document ? [[one.evidence.text, one.held]] : [])));
    const copies = inText(reprint.document.id);
    return [...inText(first.document.id)].flatMap(([words, held]) =>
      copies.has(words) ? [{ words, held, copy: copies.get(words) }] : [],
    );
  });
  expect(chances.filter(({ held }) => held !== undefined && held < 50).length).toBeGreaterThan(0);
  expect(chances.filter(({ held, copy }) => held !== copy)).toEqual([]);
});
