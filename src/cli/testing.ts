import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The real program. */
export const program = resolve(import.meta.dirname, "../../bin/selon");
export const examples = resolve(import.meta.dirname, "../../examples/port-aubry");

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the program in a folder, in English unless told otherwise. */
export function run(
  folder: string,
  args: readonly string[],
  options: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(program, [...args], {
    cwd: folder,
    encoding: "utf8",
    input: options.input ?? "",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...environment(), ...options.env },
  });
  return { status, stdout, stderr };
}

export function environment(): Record<string, string> {
  const { PATH = "", HOME = "", TMPDIR } = process.env;
  return { PATH, HOME, LC_ALL: "C.UTF-8", ...(TMPDIR === undefined ? {} : { TMPDIR }) };
}

export function temporary(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "selon-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function lines(text: string): Record<string, unknown>[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
