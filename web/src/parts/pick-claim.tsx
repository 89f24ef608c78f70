import { useDeferredValue, useState } from "react";
import type { Claim, Page } from "../api/types.ts";
import { useAnswer } from "../api/use.ts";
import { useWords } from "../words/index.tsx";
import { isVerbatim } from "./articles.ts";

/**
 * One claim out of many: while nothing is typed those of the story that share most words with `own`; else those that hold
 * the words. The field of the form is `claim`.
 */
export function PickClaim({
  own,
  story,
  chosen,
  choose,
  label,
}: {
  readonly own: Pick<Claim, "id" | "proposition"> | null;
  readonly story: string | null;
  readonly chosen: string | null;
  readonly choose: (claim: Claim) => void;
  readonly label?: string;
}) {
  const { app } = useWords();
  const [text, setText] = useState("");
  const sought = useDeferredValue(text.trim().toLowerCase());
  const claims = useClaims(sought, sought === "" ? story : null);
  const shared = wordsIn(own?.proposition ?? "");
  const found = claims.items
    .filter(({ id }) => id !== own?.id)
    .map((other) => ({ other, rank: wordsIn(other.proposition).filter((word) => shared.includes(word)).length }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, 10);
  return (
    <>
      <label>
        {label ?? app.search.label}
        <input
          className="field"
          name="text"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
        />
      </label>
      <fieldset className="pick">
        <legend className="small soft">{app.nav.claims}</legend>
        {found.map(({ other }) => (
          <label key={other.id}>
            <input
              type="radio"
              name="claim"
              value={other.id}
              required
              checked={other.id === chosen}
              onChange={() => choose(other)}
            />{" "}
            <span className={isVerbatim(other) ? "theirs" : undefined}>{other.proposition}</span>
          </label>
        ))}
        {claims.done && found.length === 0 ? <p className="soft small">{app.states.nothing}</p> : null}
      </fieldset>
    </>
  );
}

/** A whole sentence may be typed; its first words find it, and a search takes no more than 24. */
const mostWords = 16;

/**
 * Claims that hold some words: those at hand whose sentence does; where these are few, those said in a sentence that the
 * ledger finds by them, in whatever form.
 */
export function useClaims(
  sought: string,
  story: string | null,
): { readonly items: readonly Claim[]; readonly done: boolean } {
  const near = useAnswer<Page<Claim>>("/claims", { story: story ?? undefined, limit: 500 });
  const words = sought.split(/\s+/).filter((word) => word.length > 1);
  const here = (near.data?.items ?? []).filter(({ proposition }) => {
    const text = proposition.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const further = near.isSuccess && words.length > 0 && here.length < 3;
  const said = useAnswer<Page<Claim>>(further ? "/claims" : null, {
    q: words.slice(0, mostWords).join(" ").slice(0, 2_000),
    limit: 30,
  });
  const items = [...here, ...(further ? (said.data?.items ?? []) : [])];
  return { items: [...new Map(items.map((one) => [one.id, one])).values()], done: near.isSuccess && !said.isFetching };
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
