import { useState } from "react";
import { verdicts } from "../../../../src/model/decision.ts";
import { columnOf } from "../../../../src/report/words/words.ts";
import { type DecisionRequest, useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { Claim, WholeClaim } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { type Articles, also, articleName, articleOf, isVerbatim, speakerName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { Status } from "../../parts/claims.tsx";
import { PositionColumns } from "../../parts/columns.tsx";
import { Glyph } from "../../parts/glyph.tsx";
import { PickClaim } from "../../parts/pick-claim.tsx";
import { Preview } from "../../parts/preview.tsx";
import { useWords } from "../../words/index.tsx";

type Action = "merge" | "split" | "verdict" | "note";
const actions = ["merge", "split", "verdict", "note"] as const;

/** What a person can decide about a claim. */
export function ClaimActions({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app } = useWords();
  const may = useMay("decide");
  const [asking, setAsking] = useState<Action | null>(null);
  if (!may) return null;
  return (
    <div className="tools">
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
      about={claim.id}
      close={close}
      decide={(fields, reason, expected) => decide(requestOf(action, claim.id, fields), reason, expected)}
    >
      {action === "merge" ? <Other claim={claim} articles={articles} /> : null}
      {action === "split" ? <Positions claim={claim} articles={articles} /> : null}
      {action === "split" ? (
        <label>
          {app.review.proposition}
          <input className="field" name="proposition" maxLength={2000} />
        </label>
      ) : null}
      {action === "verdict" ? (
        <label>
          {app.review.verdict}
          <select className="field" name="verdict" defaultValue="" required>
            <option value="" disabled>
              –
            </option>
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

/** Another claim to merge with; the one chosen is shown before. */
function Other({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const [chosen, setChosen] = useState<Claim | null>(null);
  const other = useAnswer<WholeClaim>(chosen === null ? null : `/claims/${encodeURIComponent(chosen.id)}`);
  return (
    <>
      <PickClaim own={claim} story={claim.story} chosen={chosen?.id ?? null} choose={setChosen} />
      <Preview decision={chosen === null ? null : { kind: "merge-claims", claims: [claim.id, chosen.id] }}>
        {({ claims }) => <Would claims={claims.after} articles={also(articles, other.data?.documents ?? [])} />}
      </Preview>
    </>
  );
}

/** The claims as they would be. */
function Would({ claims, articles }: { readonly claims: readonly Claim[]; readonly articles: Articles }) {
  return claims.map((claim) => (
    <div key={claim.id} className="half">
      <p className="claim-head">
        <span className={isVerbatim(claim) ? "theirs" : undefined}>{claim.proposition}</span>
        <Status of={claim.status} />
      </p>
      <PositionColumns claim={claim} articles={articles} />
    </div>
  ));
}

/** Which positions leave, and the two claims as they would be. */
function Positions({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const toggle = (statement: string): void =>
    setLeaving((now) => {
      const next = new Set(now);
      if (!next.delete(statement)) next.add(statement);
      return next;
    });
  return (
    <>
      <fieldset className="pick">
        <legend className="small soft">{app.review.choose}</legend>
        {claim.positions.map(({ document, uri, statement, speaker, position, evidence }, index) => {
          const row = articleOf(articles, document);
          const column = columnOf[position];
          return (
            <label key={`${statement} ${position} ${evidence.start} ${evidence.end}`} className={`c-${column}`}>
              <input
                type="checkbox"
                name="statement"
                value={statement}
                required={index === 0 && leaving.size === 0}
                onChange={() => toggle(statement)}
              />{" "}
              <span className="stand">
                <Glyph of={column} />
              </span>{" "}
              <b>{speakerName(words, speaker, row)}</b> <span className="theirs">{evidence.text.slice(0, 120)}</span>{" "}
              <span className="soft small">{articleName(row, uri)}</span>
            </label>
          );
        })}
      </fieldset>
      <Preview
        decision={leaving.size === 0 ? null : { kind: "split-claim", claim: claim.id, statements: [...leaving] }}
      >
        {({ claims }) => <Would claims={claims.after} articles={articles} />}
      </Preview>
    </>
  );
}
