import { expect, test } from "vitest";
import type { Claim, Position } from "../model/index.ts";
import { orderClaims } from "./order.ts";

const claim = (id: string, ...looseness: readonly boolean[]): Claim => {
  const positions = looseness.map(
    (loose, at) =>
      ({
        document: `${at}`,
        speaker: { id: `${at}`, name: "" },
        position: "affirm",
        ...(loose ? { loose } : {}),
      }) as unknown as Position,
  );
  return { id, status: "single-source", positions } as unknown as Claim;
};

test("what is made of loose ends alone comes last", () => {
  const [loose, firm, more] = [claim("a", true, true, true), claim("b", false), claim("c", false, true)];
  expect(orderClaims([loose, firm, more]).map(({ id }) => id)).toEqual(["c", "b", "a"]);
});
