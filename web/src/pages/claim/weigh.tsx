import { useState } from "react";
import { type DecisionRequest, useDecide } from "../../api/decide.ts";
import type { Claim, OriginGroup, WholeClaim } from "../../api/types.ts";
import { type Articles, articleName, articleOf, speakerName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { Status } from "../../parts/claims.tsx";
import { Glyph } from "../../parts/glyph.tsx";
import { Preview } from "../../parts/preview.tsx";
import { useWords } from "../../words/index.tsx";

/** Origins of one side to be counted as one, or positions of one origin to be counted apart. */
export type Change = {
  readonly kind: "collapse-origins" | "separate-origins";
  readonly side: "affirm" | "deny";
  readonly groups: readonly OriginGroup[];
  /** Positions that leave, when one is taken apart. */
  readonly statements?: readonly string[];
};

/** Asks for the reason, and shows before how the side would be counted. */
export function Weigh({
  claim,
  articles,
  change: { kind, side, groups, statements = [] },
  close,
}: {
  readonly claim: WholeClaim;
  readonly articles: Articles;
  readonly change: Change;
  readonly close: () => void;
}) {
  const { app, words } = useWords();
  const decide = useDecide();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set(statements));
  const members = groups.flatMap((group) => group.members);
  const stay = members.filter((member) => !leaving.has(member));
  const separates = kind === "separate-origins";
  const valid = !separates || (leaving.size > 0 && stay.length > 0);
  const away = members.filter((member) => leaving.has(member));
  const request: DecisionRequest = { kind, claim: claim.id, statements: separates ? away : members };
  const bounds = ({ origins }: Pick<Claim, "origins">): string =>
    words.origins(origins[side].lower, origins[side].upper);
  const named = (member: string): string => {
    const found = claim.positions.find(({ statement }) => statement === member);
    const row = found === undefined ? undefined : articleOf(articles, found.document);
    return found === undefined
      ? member
      : `${speakerName(words, found.speaker, row)}, ${articleName(row, found.uri)}${words.colon}${found.evidence.text.slice(0, 90)}`;
  };
  const toggle = (member: string): void =>
    setLeaving((now) => {
      const next = new Set(now);
      if (!next.delete(member)) next.add(member);
      return next;
    });
  const list = (some: readonly string[]) => (
    <ul className="bracket">
      {[...new Set(some.map(named))].map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
  return (
    <Ask
      title={separates ? app.review.apart : app.review.together}
      about={claim.id}
      close={close}
      decide={(_, reason, expected) => decide(request, reason, expected)}
    >
      {separates ? (
        <fieldset className="pick">
          <legend className="small soft">{app.review.choose}</legend>
          {members.map((member, index) => (
            <label key={member}>
              <input
                type="checkbox"
                checked={leaving.has(member)}
                required={index === 0 && leaving.size === 0}
                onChange={() => toggle(member)}
              />{" "}
              {named(member)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <Preview decision={valid ? request : null} className={`c-${side}`}>
        {({ claims }) => {
          const after = claims.after.find(({ id }) => id === claim.id) ?? claim;
          return (
            <>
              <p>
                <span className="stand">
                  <Glyph of={side} /> {words.columns[side]}
                  {words.colon}
                </span>
                {bounds(claim)} → <b>{bounds(after)}</b>{" "}
                {after.status === claim.status ? null : (
                  <>
                    <Status of={claim.status} /> → <Status of={after.status} />
                  </>
                )}
              </p>
              {separates ? (
                <>
                  {list(stay)}
                  {list(away)}
                </>
              ) : (
                list(members)
              )}
            </>
          );
        }}
      </Preview>
    </Ask>
  );
}
