import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reference } from "./reference.ts";

test("the reference page says what the routes are now", async () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/reference/http.md"), "utf8");
  expect(page, "stale: node src/http/reference.ts > docs/reference/http.md").toBe(await reference());
}, 120_000);
