import { expect, test } from "vitest";
import { goingFirst, Turns } from "./turns.ts";

test("turns go in the order of asking, every other one to who goes first, and nobody is left behind", async () => {
  const turns = new Turns();
  const order: string[] = [];
  let inside = 0;
  const use = async (name: string): Promise<void> => {
    await turns.take();
    inside += 1;
    expect(inside).toBe(1);
    order.push(name);
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    turns.release();
  };
  const readers = Array.from({ length: 300 }, (_, n) => use(`reader ${n}`));
  const writer = goingFirst(async () => {
    for (let n = 0; n < 12; n += 1) await use(`writer ${n}`);
  });
  await Promise.all([...readers, writer]);
  expect(order.filter((name) => name.startsWith("reader"))).toEqual(readers.map((_, n) => `reader ${n}`));
  expect(order.filter((name) => name.startsWith("writer"))).toEqual(
    Array.from({ length: 12 }, (_, n) => `writer ${n}`),
  );
  expect(order.indexOf("writer 11")).toBeLessThan(40);
  // It is free again.
  await use("last");
  expect(order.at(-1)).toBe("last");
});

test("of two who go first and one who does not, all come to their turn", async () => {
  const turns = new Turns();
  let read = 0;
  const use = async (): Promise<void> => {
    await turns.take();
    await new Promise((resolve) => setImmediate(resolve));
    turns.release();
  };
  const hurry = [1, 2].map(() =>
    goingFirst(async () => {
      for (let n = 0; n < 20; n += 1) await use();
    }),
  );
  const reading = (async () => {
    for (; read < 10; read += 1) await use();
  })();
  await reading;
  expect(read).toBe(10);
  await Promise.all(hurry);
});
