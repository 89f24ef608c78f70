import { Link } from "wouter";
import type { WholeClaim } from "../../api/types.ts";
import { type Articles, articleName, articleOf, isVerbatim, readerLink } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";

/** The words that the sentence of a claim was made from, where it isn't these words themselves, and where they stand. */
export function WordedBy({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { words } = useWords();
  if (claim.worded === undefined || isVerbatim(claim)) return null;
  const { document, uri, statement, evidence } = claim.worded;
  return (
    <p className="soft small worded">
      {words.wordedBy}
      {words.colon}
      <span className="theirs">{evidence.text}</span>
      {" · "}
      <Link href={readerLink(document, statement)}>{articleName(articleOf(articles, document), uri)}</Link>
    </p>
  );
}
