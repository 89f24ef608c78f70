import { useState } from "react";
import { verdicts } from "../../../../src/model/decision.ts";
import { columnOf } from "../../../../src/report/words/words.ts";
import { type DecisionRequest, useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { Claim, WholeClaim } from "../../api/types.ts";
import { type Articles, articleName, articleOf, speakerName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { PositionColumns } from "../../parts/columns.tsx";
import { Glyph } from "../../parts/glyph.tsx";
import { PickClaim } from "../../parts/pick-claim.tsx";
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
  const { app } = useWords();
  const [chosen, setChosen] = useState<Claim | null>(null);
  return (
    <>
      <PickClaim own={claim} story={claim.story} chosen={chosen?.id ?? null} choose={setChosen} />
      <section className="preview" aria-label={app.review.preview}>
        <h3>{app.review.preview}</h3>
        {chosen === null ? (
          <p className="soft">{app.review.nothingChosen}</p>
        ) : (
          <PositionColumns
            claim={{ ...claim, positions: [...claim.positions, ...chosen.positions], origins: both(claim, chosen) }}
            articles={articles}
          />
        )}
      </section>
    </>
  );
}

/** Origins of two claims side by side, before the ledger has counted them together. */
function both(a: Claim, b: Claim): Claim["origins"] {
  const side = (of: "affirm" | "deny") => ({
    lower: Math.max(a.origins[of].lower, b.origins[of].lower),
    upper: a.origins[of].upper + b.origins[of].upper,
    groups: [...a.origins[of].groups, ...b.origins[of].groups],
  });
  return { affirm: side("affirm"), deny: side("deny") };
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
  const part = (keep: boolean): Claim => ({
    ...claim,
    positions: claim.positions.filter(({ statement }) => leaving.has(statement) !== keep),
    origins: { affirm: only(claim.origins.affirm, leaving, keep), deny: only(claim.origins.deny, leaving, keep) },
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
      <section className="preview" aria-label={app.review.preview}>
        <h3>{app.review.preview}</h3>
        {leaving.size === 0 ? (
          <p className="soft">{app.review.nothingChosen}</p>
        ) : (
          [true, false].map((keep) => (
            <div key={String(keep)} className="half">
              <PositionColumns claim={part(keep)} articles={articles} />
            </div>
          ))
        )}
      </section>
    </>
  );
}

type Bounds = Claim["origins"]["affirm"];

/** The origins that the positions that stay, or leave, rest on. */
function only(bounds: Bounds, leaving: ReadonlySet<string>, keep: boolean): Bounds {
  const groups = bounds.groups.flatMap((group) => {
    const members = group.members.filter((member) => leaving.has(member) !== keep);
    return members.length === 0 ? [] : [{ ...group, members }];
  });
  return { lower: Math.min(bounds.lower, groups.length), upper: groups.length, groups };
}
