import { expect, test } from "vitest";
import { senseEntries, sensesIn } from "./senses.ts";

const list = "danger\tdangereux,péril,!sûr,!sans danger\tdangerous,!safe\nsend\tenvoyer,<recevoir\tsend,<receive";

test("words stand in senses plainly, as contraries or as converses", () => {
  const entries = senseEntries([["made", list]], 0);
  expect([...entries.keys()]).toEqual(["dangereux", "péril", "sûr", "sans danger", "envoyer", "recevoir"]);
  expect(entries.get("sûr")).toEqual(new Map([["made/danger", { contrary: true, converse: false }]]));
  expect(entries.get("recevoir")).toEqual(new Map([["made/send", { contrary: false, converse: true }]]));
});

test("senses of two lists are two, whatever their names", () => {
  const entries = senseEntries(
    [
      ["one", list],
      ["two", "danger\tpéril\tperil"],
    ],
    0,
  );
  expect([...(entries.get("péril")?.keys() ?? [])]).toEqual(["one/danger", "two/danger"]);
});

test("lines without columns and empty items say nothing", () => {
  expect(senseEntries([["made", "alone\nempty\t,,!,\t"]], 0).size).toBe(0);
  for (const language of ["de", "", "constructor", "../fr"]) expect(sensesIn(language).size).toBe(0);
});
