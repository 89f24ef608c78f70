import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bench, bench, refused } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "selon-web-"));
const dist = join(folder, "dist");
let desk: Bench;
beforeAll(async () => {
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(
    join(dist, "index.html"),
    "<!doctype html><title>Selon</title><script src=/assets/app-a1b2c3d4.js></script>",
  );
  writeFileSync(join(dist, "assets/app-a1b2c3d4.js"), "console.log(1);\n".repeat(200));
  writeFileSync(join(folder, "secret.txt"), "secret");
  desk = await bench([], { web: dist });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the app is served with a policy that lets nothing in from elsewhere", async () => {
  for (const path of ["/", "/index.html", "/stories/abc", "/claims/claim-0011"]) {
    const answer = await desk.ask(path);
    expect(answer.headers.get("content-type"), path).toMatch(/^text\/html/);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await answer.text()).toContain("<title>Selon</title>");
  }
});

test("what is named by its content is kept for good, and packed for who takes it", async () => {
  const answer = await desk.ask("/assets/app-a1b2c3d4.js", { headers: { "accept-encoding": "gzip, br" } });
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect((await answer.text()).length).toBe(3200);
  const plain = await desk.ask("/assets/app-a1b2c3d4.js", { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  const etag = plain.headers.get("etag") ?? "";
  const again = await desk.ask("/assets/app-a1b2c3d4.js", { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
});

test("the API stays the API, and nothing outside the folder is served", async () => {
  expect((await desk.ask("/api/stories")).headers.get("content-type")).toMatch(/^application\/json/);
  await refused(await desk.ask("/api/nowhere"), 404, "not-found");
  await refused(await desk.ask("/assets/gone-00000000.js"), 404, "not-found");
  for (const path of ["/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt"])
    expect(await (await desk.ask(path)).text(), path).not.toBe("secret");
});
