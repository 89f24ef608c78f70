import { lstatSync } from "node:fs";
import type { ReadOptions } from "../../operations/read.ts";
import { type Context, checkDate, usageError } from "../context.ts";

/** Options of the commands that read documents, checked. */
export function checkReadOptions(
  context: Context,
  given: { published?: string; language?: string; allowPrivate?: true },
  command: string,
): ReadOptions {
  const published = checkDate(context, given.published, command);
  const { language } = given;
  if (language !== undefined && !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language)) {
    throw usageError(context, context.messages.usage.badLanguage(language, "fr, en"), command);
  }
  return {
    ...(published === undefined ? {} : { published }),
    ...(language === undefined ? {} : { language }),
    ...(given.allowPrivate === undefined ? {} : { allowPrivate: given.allowPrivate }),
  };
}

/** How many documents the inputs are, where that can be seen at once: null for folders, globs, streams and feeds. */
export function countInputs(inputs: readonly string[]): number | null {
  try {
    return inputs.every((input) => lstatSync(input).isFile()) ? inputs.length : null;
  } catch {
    return null;
  }
}
