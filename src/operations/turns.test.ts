import { expect, test } from "vitest";
import type { PositionKind } from "../model/index.ts";
import { turnsAmong } from "./turns.ts";

const stand = (position: PositionKind, when: string | null, speaker = "a", claim = "c") => ({
  position,
  when,
  speaker,
  claim,
});

test("a turn is a later stand of one speaker on the other side of one claim", () => {
  const told = [
    stand("affirm", "2031-05-01"),
    stand("possible", "2031-05-02"),
    stand("deny", "2031-05-03"),
    stand("deny", "2031-05-04"),
    stand("probable", "2031-05-05"),
    stand("deny", "2031-05-06", "b"),
    stand("deny", "2031-05-06", "a", "d"),
    stand("deny", null),
  ];
  const at = [...turnsAmong(told, (one) => one)].map(([to, from]) => [told.indexOf(to), told.indexOf(from)]);
  expect(at).toEqual([
    [2, 0],
    [4, 3],
  ]);
});

test("what is said at once is no turn, and a day does not come before its hours", () => {
  const told = [stand("affirm", "2031-05-01"), stand("deny", "2031-05-01T18:00"), stand("deny", "2031-05-02T07:00")];
  expect([...turnsAmong(told, (one) => one).keys()].map(({ when }) => when)).toEqual(["2031-05-02T07:00"]);
});
