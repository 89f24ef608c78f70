import type { Claim } from "../api/types.ts";
import { useWords } from "../words/index.tsx";

/** How a claim stands, as a word in a frame. */
export function Status({ of }: { readonly of: Claim["status"] }) {
  const { words } = useWords();
  return <span className={`status ${of}`}>{words.statuses[of]}</span>;
}
