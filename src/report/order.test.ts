import { expect, test } from "vitest";
import type { Claim, Position } from "../model/index.ts";
import { orderClaims } from "./order.ts";

const claim = (id: string, ...chances: readonly number[]): Claim => {
  const positions = chances.map(
    (held, at) =>
      ({
        document: `${at}`,
        speaker: { id: `${at}`, name: "" },
        position: "affirm",
        held,
      }) as unknown as Position,
  );
  return { id, status: "single-source", positions } as unknown as Claim;
};

test("of what most is surely said comes first", () => {
  const [loose, firm, more] = [claim("a", 20, 20, 20), claim("b", 90), claim("c", 80, 40)];
  expect(orderClaims([loose, firm, more]).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});
