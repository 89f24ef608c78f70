import { SelonError } from "../../model/error.ts";
import { readUtf8 } from "./files.ts";
import { type Aliases, aliasesOf } from "./names.ts";

/** The alias file of `--speakers`. Throws `speakers-file` where it can't be read or is no such file. */
export async function readAliases(file: string): Promise<Aliases> {
  let cause: unknown = null;
  try {
    const aliases = aliasesOf(JSON.parse((await readUtf8(file)) ?? ""));
    if (aliases !== null) return aliases;
  } catch (error) {
    cause = error;
  }
  const why = cause instanceof Error ? cause.message : "";
  throw new SelonError({
    code: "speakers-file",
    what: `${file} is no list of speakers.`,
    why,
    todo: 'It must be JSON such as {"speakers": {"Ada Lovell": ["Lovell", "the mayor"]}}.',
    details: { file, why },
    cause,
  });
}
