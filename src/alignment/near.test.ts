import { expect, test } from "vitest";
import { nearness, nearnessOf } from "./near.ts";

test("words near one another are near both ways, and common words tell little", () => {
  const { near, rarity, around } = nearnessOf("barge\t3.1\tferry:8,raft:6\nferry\t4.6\t\nthing\t6.2\t\n");
  expect([near("barge", "ferry"), near("ferry", "barge"), near("raft", "ferry")]).toEqual([0.8, 0.8, 0]);
  expect(around("barge")).toEqual(["ferry", "raft"]);
  expect(rarity("thing")).toBeLessThan(rarity("ferry"));
  expect(rarity("unheard-of")).toBe(1);
});

test("what is not a list, or no language, knows nothing and throws nothing", () => {
  for (const text of ["", "\t", "a", "a\tb", "\u0000\t\t\n\t\t"]) expect(nearnessOf(text).near("a", "b")).toBe(0);
  for (const language of ["xx", "", "../fr", "und"]) expect(nearness(language).near("a", "b")).toBe(0);
});

test("French knows a blast by its other names, and a rise is no fall", () => {
  const { near } = nearness("fr");
  expect(near("deton", "explos")).toBeGreaterThan(0.5);
  expect(near("rise", "fall")).toBe(0);
});
