import { formatDate } from "../../../src/report/words/format.ts";
import { useWords } from "../words/index.tsx";

/** A date as precise as it is known, in its own time zone. */
export function When({
  value,
  none,
}: {
  readonly value: string | null | undefined;
  /** What is said where there is none; else that the article has none. */
  readonly none?: string;
}) {
  const { words } = useWords();
  if (value === null || value === undefined || value === "") {
    return <span className="soft">{none ?? words.noDate}</span>;
  }
  return <time dateTime={value.split("/")[0]}>{formatDate(words, value)}</time>;
}
