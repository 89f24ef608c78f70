import { useDeferredValue, useState } from "react";
import { verdicts } from "../../../../src/model/decision.ts";
import { columnOf } from "../../../../src/report/words/words.ts";
import { type DecisionRequest, useDecide } from "../../api/decide.ts";
import type { Claim, Page, WholeClaim } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { type Articles, articleName, articleOf, speakerName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { PositionColumns } from "../../parts/columns.tsx";
import { Glyph } from "../../parts/glyph.tsx";
import { useWords } from "../../words/index.tsx";

type Action = "merge" | "split" | "together" | "apart" | "verdict" | "note";
const actions = ["merge", "split", "together", "apart", "verdict", "note"] as const;

/** What a person can decide about a claim. */
export function ClaimActions({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app } = useWords();
  const [asking, setAsking] = useState<Action | null>(null);
  return (
    <div className="tools actions">
      {actions.map((action) => (
        <button key={action} type="button" className="button" onClick={() => setAsking(action)}>
          {app.review[action]}
        </button>
      ))}
      {asking === null ? null : (
        <Asked action={asking} claim={claim} articles={articles} close={() => setAsking(null)} />
      )}
    </div>
  );
}

function Asked({
  action,
  claim,
  articles,
  close,
}: {
  readonly action: Action;
  readonly claim: WholeClaim;
  readonly articles: Articles;
  readonly close: () => void;
}) {
  const { app } = useWords();
  const decide = useDecide();
  return (
    <Ask
      title={app.review[action]}
      close={close}
      decide={(fields, reason) => decide(requestOf(action, claim.id, fields), reason)}
    >
      {action === "merge" ? <Other claim={claim} articles={articles} /> : null}
      {action === "split" || action === "together" || action === "apart" ? (
        <Positions claim={claim} articles={articles} />
      ) : null}
      {action === "split" ? (
        <label>
          {app.review.proposition}
          <input className="field" name="proposition" maxLength={2000} />
        </label>
      ) : null}
      {action === "verdict" ? (
        <label>
          {app.review.verdict}
          <select className="field" name="verdict">
            {verdicts.map((one) => (
              <option key={one} value={one}>
                {app.review.verdicts[one]}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {action === "verdict" || action === "note" ? (
        <label>
          {app.review.note}
          <textarea className="field" name="text" rows={3} required={action === "note"} maxLength={20000} />
        </label>
      ) : null}
    </Ask>
  );
}

function requestOf(action: Action, claim: string, fields: FormData): DecisionRequest {
  const text = (name: string): string => String(fields.get(name) ?? "").trim();
  const statements = fields.getAll("statement").map(String);
  switch (action) {
    case "merge":
      return { kind: "merge-claims", claims: [claim, text("claim")] };
    case "split":
      return { kind: "split-claim", claim, statements, proposition: text("proposition") || null };
    case "together":
      return { kind: "collapse-origins", claim, statements };
    case "apart":
      return { kind: "separate-origins", claim, statements };
    case "verdict":
      return {
        kind: "verdict",
        claim,
        verdict: verdicts.find((one) => one === text("verdict")) ?? "undetermined",
        text: text("text"),
      };
    case "note":
      return { kind: "note", on: { kind: "claim", claim }, text: text("text") };
  }
}

/** Another claim to merge with: those of the story that share words first; the one chosen is shown before. */
function Other({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app } = useWords();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Claim | null>(null);
  const sought = useDeferredValue(text.trim().toLowerCase());
  const claims = useAnswer<Page<Claim>>("/claims", {
    story: sought === "" ? (claim.story ?? undefined) : undefined,
    limit: 500,
  });
  const own = wordsIn(claim.proposition);
  const found = (claims.data?.items ?? [])
    .filter(({ id, proposition }) => id !== claim.id && proposition.toLowerCase().includes(sought))
    .map((other) => ({ other, shared: wordsIn(other.proposition).filter((word) => own.includes(word)).length }))
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 10);
  return (
    <>
      <label>
        {app.search.label}
        <input className="field" value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
      </label>
      <fieldset className="pick">
        <legend className="small soft">{app.nav.claims}</legend>
        {found.map(({ other }) => (
          <label key={other.id}>
            <input type="radio" name="claim" value={other.id} required onChange={() => setChosen(other)} />{" "}
            {other.proposition}
          </label>
        ))}
      </fieldset>
      {chosen === null ? null : (
        <section className="preview" aria-label={app.review.preview}>
          <h3>{app.review.preview}</h3>
          <PositionColumns
            claim={{ ...claim, positions: [...claim.positions, ...chosen.positions], origins: both(claim, chosen) }}
            articles={articles}
          />
        </section>
      )}
    </>
  );
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/** Origins of two claims side by side, before the ledger has counted them together. */
function both(a: Claim, b: Claim): Claim["origins"] {
  const side = (of: "affirm" | "deny") => ({
    lower: Math.max(a.origins[of].lower, b.origins[of].lower),
    upper: a.origins[of].upper + b.origins[of].upper,
    groups: [...a.origins[of].groups, ...b.origins[of].groups],
  });
  return { affirm: side("affirm"), deny: side("deny") };
}

function Positions({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  return (
    <fieldset className="pick">
      <legend className="small soft">{app.review.choose}</legend>
      {claim.positions.map(({ document, uri, statement, speaker, position, evidence }) => {
        const row = articleOf(articles, document);
        const column = columnOf[position];
        return (
          <label key={`${statement} ${position} ${evidence.start} ${evidence.end}`} className={`c-${column}`}>
            <input type="checkbox" name="statement" value={statement} />{" "}
            <span className="stand">
              <Glyph of={column} />
            </span>{" "}
            <b>{speakerName(words, speaker, row)}</b> <span className="theirs">{evidence.text.slice(0, 120)}</span>{" "}
            <span className="soft small">{articleName(row, uri)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
