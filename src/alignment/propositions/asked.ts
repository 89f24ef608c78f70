import type { Events } from "../../languages/events.ts";
import type { Clause } from "./clauses.ts";
import { lemmaOf } from "./tree.ts";

/**
 * How a clause of a document's own voice asks: `open` where it asks who, what or why (`Qui a tiré le premier ?`), so that
 * it says nothing; `closed` where it asks whether (`Les soldats ont-ils franchi le col ?`), so that an answer may deny it.
 * Null where it asks nothing: `On sait qui a tiré.`, nor where the mark is another clause's.
 */
export function askedBy({ tree, words }: Clause, { interrogatives }: Events): "open" | "closed" | null {
  const last = words.at(-1);
  if (last === undefined) return null;
  const after = tree.sentence.words.slice(last.index + 1).find(({ form }) => !/^[»”"’)\]]$/.test(form));
  const mark = words.at(-1)?.upos === "PUNCT" && last.form === "?" ? last : after;
  if (mark === undefined || !/^\?/.test(mark.form)) return null;
  const own = words.filter(({ upos }) => upos !== "PUNCT");
  const [first, second] = [own[0], own[1]];
  const opens = first?.upos === "ADP" ? second : first;
  const asks = [first, opens].some(
    (word) => word !== undefined && (interrogatives.has(word.form.toLowerCase()) || interrogatives.has(lemmaOf(word))),
  );
  return asks ? "open" : "closed";
}
