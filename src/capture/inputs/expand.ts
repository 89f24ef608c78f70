import { glob, readdir, realpath, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Failure } from "../failure.ts";
import { knownEndings } from "../kind.ts";
import { isArchive } from "../warc/open.ts";
import { fileFailure, noMatch, nothingHere } from "./failures.ts";

/** One thing to read: a file, standard input, or an address to fetch. */
export type Source = { readonly kind: "file" | "stdin" | "url"; readonly uri: string };
export type Expanded =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly failure: Failure };

/**
 * What the given paths, folders, globs and addresses stand for, in the order given; within a folder or glob in the
 * order of their paths. A file reached twice is read once.
 */
export async function* expandInputs(inputs: Iterable<string>): AsyncGenerator<Expanded> {
  const seen = new Set<string>();
  for (const input of inputs) {
    for await (const found of expandOne(input)) {
      if (found.ok) {
        const key = found.source.kind === "file" ? await identity(found.source.uri) : found.source.uri;
        if (seen.has(key)) continue;
        seen.add(key);
      }
      yield found;
    }
  }
}

async function* expandOne(input: string): AsyncGenerator<Expanded> {
  if (input === "-") return yield { ok: true, source: { kind: "stdin", uri: "-" } };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) return yield { ok: true, source: { kind: "url", uri: input } };
  try {
    if ((await stat(input)).isDirectory()) yield* expandFolder(input);
    else yield { ok: true, source: { kind: "file", uri: input } };
  } catch (error) {
    if (isMissing(error) && /[*?[{]/.test(input)) yield* expandGlob(input);
    else yield { ok: false, failure: fileFailure(input, error) };
  }
}

async function* expandFolder(folder: string): AsyncGenerator<Expanded> {
  let found = false;
  for await (const item of walk(folder, new Set())) {
    found = true;
    yield item;
  }
  if (!found) yield { ok: false, failure: nothingHere(folder, [...knownEndings]) };
}

/** Files below a folder, sorted; hidden ones skipped; a folder that was already walked (a loop of links) is not walked again. */
async function* walk(folder: string, walked: Set<string>): AsyncGenerator<Expanded> {
  try {
    const real = await realpath(folder);
    if (walked.has(real)) return;
    walked.add(real);
    const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
    for (const name of names) yield* walkEntry(join(folder, name), walked);
  } catch (error) {
    yield { ok: false, failure: fileFailure(folder, error) };
  }
}

async function* walkEntry(path: string, walked: Set<string>): AsyncGenerator<Expanded> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) yield* walk(path, walked);
    else if (entry.isFile() && isTaken(path)) yield { ok: true, source: { kind: "file", uri: path } };
  } catch (error) {
    if (isTaken(path)) yield { ok: false, failure: fileFailure(path, error) };
  }
}

const isTaken = (path: string): boolean => knownEndings.has(extname(path).toLowerCase()) || isArchive(path);

async function* expandGlob(pattern: string): AsyncGenerator<Expanded> {
  const paths: string[] = [];
  for await (const path of glob(pattern)) paths.push(path);
  const files: string[] = [];
  for (const path of paths.sort()) if (await isFile(path)) files.push(path);
  for (const uri of files) yield { ok: true, source: { kind: "file", uri } };
  if (files.length === 0) yield { ok: false, failure: noMatch(pattern) };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

async function identity(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
