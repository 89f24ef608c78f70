import { useDeferredValue, useState } from "react";
import type { Claim, Page } from "../api/types.ts";
import { useAnswer } from "../api/use.ts";
import { useWords } from "../words/index.tsx";

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
  const claims = useAnswer<Page<Claim>>("/claims", {
    story: sought === "" ? (story ?? undefined) : undefined,
    limit: 500,
  });
  const shared = wordsIn(own?.proposition ?? "");
  const found = (claims.data?.items ?? [])
    .filter(({ id, proposition }) => id !== own?.id && proposition.toLowerCase().includes(sought))
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
            {other.proposition}
          </label>
        ))}
        {claims.isSuccess && found.length === 0 ? <p className="soft small">{app.states.nothing}</p> : null}
      </fieldset>
    </>
  );
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
