import { valueText } from "../../../src/report/sentences.ts";
import type { Words } from "../../../src/report/words/words.ts";
import type { FigureGroup } from "../api/types.ts";
import { type Articles, articleOf, speakerName } from "./articles.ts";

/** What one speaker gives, as it stands on an axis. */
export type FigureRow = {
  readonly key: string;
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly bound: string;
  readonly label: string;
};

/** The rows of a group, the lowest first; whoever says the same in several articles has one dot. */
export function figureRows({ members }: FigureGroup, articles: Articles, words: Words): FigureRow[] {
  const said = new Map<
    string,
    { readonly row: Omit<FigureRow, "label">; readonly label: string; documents: Set<string> }
  >();
  for (const member of members) {
    const name = speakerName(words, member.speaker, articleOf(articles, member.document));
    const label = valueText(member, words);
    const key = `${name} ${label}`;
    const known = said.get(key);
    if (known !== undefined) known.documents.add(member.document);
    else {
      const row = { key, name, low: member.value, high: member.upper ?? member.value, bound: member.bound };
      said.set(key, { row, label, documents: new Set([member.document]) });
    }
  }
  const rows = [...said.values()].map(({ row, label, documents }) => ({
    ...row,
    label: documents.size > 1 ? `${label} (${words.articlesCount(documents.size)})` : label,
  }));
  return rows.sort((a, b) => a.low - b.low || a.high - b.high);
}
