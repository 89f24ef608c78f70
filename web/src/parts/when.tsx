import { formatDate } from "../../../src/report/words/format.ts";
import { useWords } from "../words/index.tsx";

/** A date as precise as it is known, in its own time zone. */
export function When({ value }: { readonly value: string | null | undefined }) {
  const { app, words } = useWords();
  if (value === null || value === undefined || value === "") return <span className="soft">{app.story.noDate}</span>;
  return <time dateTime={value.split("/")[0]}>{formatDate(words, value)}</time>;
}
