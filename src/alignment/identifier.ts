import { createHash } from "node:crypto";

/** A short stable name for what these parts make together, in whichever order they come. */
export function identifier(kind: string, parts: readonly string[]): string {
  const hash = createHash("sha256")
    .update([...parts].sort().join("\n"))
    .digest("hex");
  return `${kind}-${hash.slice(0, 16)}`;
}
