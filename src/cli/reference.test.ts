import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { ledgerErrors } from "../ledger/index.ts";
import { version } from "../model/version.ts";
import { commandNames } from "./commands/index.ts";
import { en } from "./messages/en.ts";
import { fr } from "./messages/fr.ts";
import { reference } from "./reference.ts";

const root = resolve(import.meta.dirname, "../..");

test("the reference page says what the commands are now", async () => {
  const page = readFileSync(resolve(root, "docs/reference/cli.md"), "utf8");
  expect(page, "stale: node src/cli/reference.ts > docs/reference/cli.md").toBe(await reference());
  for (const name of commandNames) expect(page).toContain(`## selon ${name}\n`);
});

test("the version is the package's", () => {
  const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as { version: string };
  expect(version).toBe(manifest.version);
});

test("every message is said in both languages, and no French one is left in English", () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === "object" && inner !== null && key !== "errors" ? keys(inner).map((k) => `${key}.${k}`) : [key],
    );
  expect(keys(fr)).toEqual(keys(en));
  for (const name of commandNames) expect(fr.commands[name]).not.toBe(en.commands[name]);
  for (const code of Object.keys(ledgerErrors)) expect(Object.keys(fr.errors)).toContain(code);
});
