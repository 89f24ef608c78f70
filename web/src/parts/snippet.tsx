import type { Hit } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { articleName, speakerName } from "./articles.ts";
import { When } from "./when.tsx";

export type { Hit } from "../api/types.ts";

/** A sentence found, with the words looked for marked in it, and who says it where. */
export function Snippet({ hit }: { readonly hit: Hit }) {
  const { words } = useWords();
  const parts: { text: string; marked: boolean }[] = [];
  let at = hit.start;
  for (const { start, end } of hit.marks) {
    if (start > at) parts.push({ text: hit.text.slice(at - hit.start, start - hit.start), marked: false });
    parts.push({ text: hit.text.slice(start - hit.start, end - hit.start), marked: true });
    at = end;
  }
  parts.push({ text: hit.text.slice(at - hit.start), marked: false });
  const [first] = hit.statements;
  return (
    <>
      <span className="theirs" lang={hit.language === "und" ? undefined : hit.language}>
        {parts.map(({ text, marked }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence don't move
          marked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </span>
      <span className="small soft">
        {first === undefined ? "" : `${speakerName(words, first.speaker, undefined)} ${words.acts[first.act]} · `}
        {articleName(hit)} · <When value={hit.published} />
      </span>
    </>
  );
}
