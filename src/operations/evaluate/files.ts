import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Failure } from "../../capture/index.ts";
import { expandInputs } from "../../capture/inputs/expand.ts";
import { fileFailure } from "../../capture/inputs/failures.ts";

const endings = new Set([".json", ".ann"]);

/** The gold files that a path stands for: itself, or those of the folder, in the order of their names. */
export async function goldFiles(path: string): Promise<{ files: string[]; failure: Failure | null }> {
  try {
    if (!(await stat(path)).isDirectory()) return { files: [path], failure: null };
    const names = (await readdir(path)).filter((name) => endings.has(extname(name).toLowerCase()) && name[0] !== ".");
    return { files: names.sort().map((name) => join(path, name)), failure: null };
  } catch (error) {
    return { files: [], failure: fileFailure(path, error) };
  }
}

/** Bytes as UTF-8; null where they are not. */
export async function readUtf8(path: string): Promise<string | null> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Documents by the name that they share with their gold file; plain text before other kinds of one name. */
export async function documentsByName(
  inputs: Iterable<string>,
): Promise<{ documents: ReadonlyMap<string, string>; failures: readonly Failure[] }> {
  const documents = new Map<string, string>();
  const failures: Failure[] = [];
  for await (const found of expandInputs(inputs)) {
    if (!found.ok) failures.push(found.failure);
    else if (found.source.kind === "file" && !endings.has(extname(found.source.uri).toLowerCase())) {
      const name = nameOf(found.source.uri);
      if (!documents.has(name) || found.source.uri.endsWith(".txt")) documents.set(name, found.source.uri);
    }
  }
  return { documents, failures };
}

/** The document of a gold file: of the same name, or of that name without an annotator's mark (`article_7f2a.ann`). */
export function documentOf(file: string, documents: ReadonlyMap<string, string>): string | null {
  const name = nameOf(file);
  return documents.get(name) ?? documents.get(name.replace(/_[^_]*$/, "")) ?? null;
}

export function nameOf(path: string): string {
  return basename(path, extname(path));
}
