import { Link } from "wouter";
import { remarkOf, weightOf } from "../../../src/report/sentences.ts";
import { type Bracket, carriersOf, columnsOf, type Entry, hasPositions, partedBy } from "../../../src/report/view.ts";
import { formatDate } from "../../../src/report/words/format.ts";
import { type Column, columns } from "../../../src/report/words/words.ts";
import type { Claim, DocumentRef, HowSaid } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { type Articles, articleName, articleOf, numbered, readerLink, speakerName } from "./articles.ts";
import { citedPosition, positionLink } from "./cite.ts";
import { Copy } from "./copy.tsx";
import { firmnessOf } from "./firmness.ts";
import { Glyph } from "./glyph.tsx";
import { Go } from "./go.tsx";
import { Quoted, Reason } from "./said.tsx";

/** How the statements of a claim are said, by statement. */
export type Sayings = ReadonlyMap<string, HowSaid>;

/**
 * A claim's positions side by side: affirm, hedged, deny, no commitment, always in this order. With `sayings` each tells
 * its act, firmness and time as well, has a permalink and can be cited.
 */
export function PositionColumns({
  claim,
  articles,
  sayings,
}: {
  readonly claim: Claim;
  readonly articles: Articles;
  readonly sayings?: Sayings | undefined;
}) {
  const { words } = useWords();
  const shown = numbered(claim, articles);
  const sorted = columnsOf(shown);
  return (
    <div className={sayings === undefined ? "cols" : "cols alone"}>
      {columns.map((column) => {
        const filled = hasPositions(shown, column);
        const { told, loose, count } = partedBy(sorted[column]);
        return (
          <section key={column} className={`col c-${column} ${filled ? roomOf(told) : "void"}`}>
            <h4>
              <Glyph of={column} /> {words.columns[column]}
            </h4>
            <p className="weight">{filled ? weightOf(shown, column, words) : words.noOne}</p>
            <Brackets brackets={told} articles={articles} claim={claim} sayings={sayings} />
            {loose.length === 0 ? null : (
              <details className="loose">
                <summary>{words.looseCount(count)}</summary>
                <Brackets brackets={loose} articles={articles} claim={claim} sayings={sayings} />
              </details>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** How much room a column takes beside the others where it has a page of its own. */
function roomOf(brackets: readonly Bracket[]): string {
  const entries = brackets.reduce((sum, bracket) => sum + bracket.entries.length, 0);
  return entries > 12 ? "many" : entries > 3 ? "some" : "few";
}

type Shown = { readonly articles: Articles; readonly claim: Claim; readonly sayings: Sayings | undefined };

const Brackets = ({ brackets, ...shown }: Shown & { readonly brackets: readonly Bracket[] }) =>
  // Brackets have no name of their own; their order is that of the claim.
  // biome-ignore lint/suspicious/noArrayIndexKey: they don't move
  brackets.map((bracket, index) => <BracketOf key={index} bracket={bracket} {...shown} />);

function BracketOf({ bracket, ...shown }: Shown & { readonly bracket: Bracket }) {
  const { words } = useWords();
  const entries = (
    <ul>
      {bracket.entries.map((entry) => (
        <EntryOf key={entry.positions[0]?.anchor} entry={entry} {...shown} />
      ))}
    </ul>
  );
  if (bracket.origin === null) return entries;
  const count = new Set(bracket.entries.flatMap(({ positions }) => positions.map(({ article }) => article))).size;
  return (
    <div className="bracket">
      <details>
        <summary>{words.countsOnce(words.inArticles(count))}</summary>
        <Reason reason={bracket.origin.because} />
      </details>
      {entries}
    </div>
  );
}

function EntryOf({ entry, articles, claim, sayings }: Shown & { readonly entry: Entry }) {
  const { words } = useWords();
  const first = entry.positions[0];
  if (first === undefined) return null;
  const row = articleOf(articles, first.document);
  const remark = remarkOf(entry, words);
  const carriers = carriersOf(entry.chain, entry.speaker);
  return (
    <li
      className={`entry${first.decided === undefined ? "" : " decided"}`}
      id={sayings === undefined ? undefined : `position-${first.statement}`}
    >
      <p className="who">
        <b>{speakerName(words, entry.speaker, row)}</b>
        {first.side == null ? null : <span className="chain"> ({first.side})</span>}
        {carriers.length === 0 ? null : (
          <span className="chain">
            {" "}
            {words.via} {carriers.map((one) => speakerName(words, one, row)).join(" › ")}
          </span>
        )}
        {remark === null ? null : <span className="hedge"> {remark}</span>}
      </p>
      <Quoted text={entry.words} language={row?.language} />
      <p className="where">
        {entry.positions.map((position) => (
          <ArticleLink key={position.anchor} {...position} articles={articles} />
        ))}
        {sayings === undefined ? null : (
          <Outward position={first} name={speakerName(words, entry.speaker, row)} articles={articles} claim={claim} />
        )}
      </p>
      {sayings === undefined ? null : <Manner saying={sayings.get(first.statement)} row={row} />}
    </li>
  );
}

/** A permalink to the position, and its words as a citation. */
function Outward({
  position,
  name,
  articles,
  claim,
}: {
  readonly position: Claim["positions"][number];
  readonly name: string;
  readonly articles: Articles;
  readonly claim: Claim;
}) {
  const { app, words } = useWords();
  return (
    <span className="outward">
      <Link href={positionLink(claim.id, position.statement)}>
        {app.claim.permalink}
        <span className="hidden"> {app.claim.linkOf(name)}</span>
      </Link>
      <Copy
        text={() => citedPosition(words, articles, position)}
        label={app.claim.citeShort}
        about={app.claim.citeOne(name)}
      />
    </span>
  );
}

/** Which act, how firmly, and when: said, or else published. */
function Manner({ saying, row }: { readonly saying: HowSaid | undefined; readonly row: DocumentRef | undefined }) {
  const { words } = useWords();
  const when = saying?.said ?? row?.published ?? null;
  return (
    <p className="manner">
      {saying === undefined
        ? words.ownVoice
        : `${words.acts[saying.act]}, ${firmnessOf(saying.factuality, words.firmness)}`}
      {when === null ? null : (
        <>
          {" · "}
          <span className="num">{formatDate(words, when)}</span>
        </>
      )}
    </p>
  );
}

/** `[4] La Rive`: an article by its number and name, linked to the words. */
export function ArticleLink({
  document,
  statement,
  uri,
  articles,
}: {
  readonly document: string;
  readonly statement?: string;
  readonly uri?: string;
  readonly articles: Articles;
}) {
  const number = articles.numberOf.get(document);
  return (
    <Go href={readerLink(document, statement)}>
      {number === undefined ? null : <span className="num">[{number}] </span>}
      {articleName(articleOf(articles, document), uri)}
    </Go>
  );
}

/** Who stands where, in a line: a glyph, its word for a reader who can't see it, the names. */
export function Stands({ claim, articles }: { readonly claim: Claim; readonly articles: Articles }) {
  const { words } = useWords();
  const shown = numbered(claim, articles);
  return (
    <span className="stands">
      {columns.flatMap((column: Column) => {
        if (!hasPositions(shown, column)) return [];
        return [
          <span key={column} className={`stand c-${column}`}>
            <Glyph of={column} /> <span>{words.columns[column]}</span>{" "}
            <span className="soft">{weightOf(shown, column, words)}</span>
          </span>,
        ];
      })}
    </span>
  );
}
