import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { feedOf, pageOf, testSite } from "../operations/watch/testing.ts";
import { environment, lines, program, run, temporary } from "./testing.ts";

const place = temporary();
const site = await testSite();
afterAll(async () => {
  place.remove();
  await site.close();
});
site.pages.set("/a", pageOf("Le pont", "La maire de Vellac dément avoir fermé le pont."));
site.pages.set("/feed", feedOf(site.base, ["/a"]));

/** Runs the program while this process answers it. */
function start(args: readonly string[]) {
  const child = spawn(program, ["watch", "--allow-private", "--ledger", "desk", ...args], {
    cwd: place.folder,
    env: environment(),
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return { child, out: () => out, err: () => err, ended: once(child, "close") };
}
const kinds = (out: string): unknown[] => lines(out).map(({ kind }) => kind);

test("one look at a feed keeps its pages, and the next finds nothing new", async () => {
  const first = start(["--once", `${site.base}/feed`]);
  expect((await first.ended)[0], first.err()).toBe(0);
  expect(kinds(first.out())).toEqual(["checked", "kept", "aligned"]);
  const second = start(["--once", "--format", "table", `${site.base}/feed`, `${site.base}/gone`]);
  expect((await second.ended)[0]).toBe(1);
  expect(second.out()).toContain("unchanged");
  expect(second.err()).toContain("status 404");
});

test.each(["SIGINT", "SIGTERM"] as const)("goes on until %s, and ends cleanly", async (signal) => {
  const watching = start(["--every", "1s", `${site.base}/feed`, `${site.base}/gone`]);
  while (lines(watching.out()).length < 4) await Promise.race([once(watching.child.stdout, "data"), watching.ended]);
  watching.child.kill(signal);
  expect((await watching.ended)[0], watching.err()).toBe(0);
  expect(run(place.folder, ["verify", "--ledger", "desk"]).status).toBe(0);
});

test("what is no address, or no time, is a wrong command line", () => {
  for (const args of [
    ["feed.xml"],
    ["--every", "0m", "https://a.example/"],
    ["--every", "often", "https://a.example/"],
  ])
    expect(run(place.folder, ["watch", ...args]).status, args.join(" ")).toBe(2);
});
