/**
 * Writes what the docs take from the program and from the last runs: the reference pages, and the figures of the README.
 * `npm run docs`. Tests hold all of it.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { reference as cli } from "../src/cli/reference.ts";
import { reference as http } from "../src/http/reference.ts";
import { refreshReadme } from "./figures.ts";

const root = resolve(import.meta.dirname, "..");
writeFileSync(join(root, "docs/reference/cli.md"), await cli());
writeFileSync(join(root, "docs/reference/http.md"), await http());
refreshReadme();
