import { writeFileSync } from "node:fs";
import { SelonError } from "../../model/error.ts";
import type { Context } from "../context.ts";

/** Writes a file, or does what else makes one. Throws `cannot-write`, which tells why. */
export function save({ messages }: Context, file: string, text: string | (() => void)): void {
  try {
    if (typeof text === "string") writeFileSync(file, text);
    else text();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SelonError({ code: "cannot-write", what: messages.usage.cannotWrite(file, why), why: "", todo: "" });
  }
}
