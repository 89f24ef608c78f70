import { expect, test } from "vitest";
import { readingsOf } from "../../../eval/events.ts";
import { reprintOf } from "../../../test/alignment/reprint.ts";
import { encoded, relate } from "../../pipeline.ts";

test("what is reprinted hangs on its claim by as much or as little as what it was taken from", () => {
  const readings = readingsOf("takeover").map(encoded);
  const [first] = readings;
  if (first === undefined) throw new Error("No texts");
  const reprint = reprintOf(first, "Le Relais de Pont-Séry");
  const looseness = relate([...readings, reprint]).claims.flatMap(({ positions }) => {
    const inText = (document: string) =>
      new Map(positions.flatMap((one) => (one.document === document ? [[one.evidence.text, one.loose === true]] : [])));
    const copies = inText(reprint.document.id);
    return [...inText(first.document.id)].flatMap(([words, loose]) =>
      copies.has(words) ? [{ words, loose, copy: copies.get(words) }] : [],
    );
  });
  expect(looseness.filter(({ loose }) => loose).length).toBeGreaterThan(0);
  expect(looseness.filter(({ loose, copy }) => loose !== copy)).toEqual([]);
});
