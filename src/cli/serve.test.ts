import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { environment, program, run, temporary } from "./testing.ts";

const place = temporary();
const { folder } = place;
afterAll(() => place.remove());

test.each(["SIGINT", "SIGTERM"] as const)("serves a ledger until %s, then ends well", async (signal) => {
  const child = spawn(program, ["serve", "--port", "0"], { cwd: folder, env: environment() });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    told += chunk;
  });
  const ended = once(child, "close");
  while (!told.includes("\n")) await once(child.stderr, "data");
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(told)?.[0] ?? "";
  const answer = await fetch(`${url}api/stories`);
  expect(await answer.json()).toEqual({ items: [], total: 0, next: null });
  child.kill(signal);
  expect((await ended)[0]).toBe(0);
});

test("does not listen where others can reach it, nor on what is no port", () => {
  const open = run(folder, ["serve", "--host", "0.0.0.0", "--port", "0"]);
  expect(open.status).toBe(2);
  expect(open.stderr).toContain("the ledger has no user yet");
  expect(run(folder, ["serve", "--port", "many"]).status).toBe(2);
});
