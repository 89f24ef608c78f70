import { useRef, useState } from "react";
import { useDecide } from "../../api/decide.ts";
import { useMay } from "../../api/session.ts";
import type { OriginGroup, WholeClaim } from "../../api/types.ts";
import type { Articles } from "../../parts/articles.ts";
import { Glyph } from "../../parts/glyph.tsx";
import { KeyHelp, useKeys } from "../../parts/keys.tsx";
import { Failure } from "../../parts/states.tsx";
import { useWords } from "../../words/index.tsx";
import { OriginLine } from "./origin-line.tsx";
import { type Change, Weigh } from "./weigh.tsx";

type Side = "affirm" | "deny";
export type Placed = { readonly side: Side; readonly group: OriginGroup; readonly id: string };

/** Every origin of a claim in its order, with the id by which the page finds it. */
export function placed(claim: WholeClaim): Placed[] {
  return (["affirm", "deny"] as const).flatMap((side) =>
    claim.origins[side].groups.map((group, index) => ({ side, group, id: `origin-${side}-${index}` })),
  );
}

/**
 * The same as the drawing, in words: each origin with what rests on it, what was counted as one and why, and the way
 * back. Origins are gone through by `j` and `k`; `s` counts apart, `x` chooses, `c` counts those chosen as one, `u` undoes.
 */
export function Origins({ claim, articles }: { readonly claim: WholeClaim; readonly articles: Articles }) {
  const { app, words } = useWords();
  const decide = useDecide();
  const may = useMay("decide");
  const place = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [change, setChange] = useState<Change | null>(null);
  const [error, setError] = useState<unknown>(null);
  const all = placed(claim);
  const meant = all.filter(({ id }) => chosen.includes(id));
  const side = meant[0]?.side;
  const join = (): void => {
    if (side === undefined || meant.length < 2) return;
    setChange({ kind: "collapse-origins", side, groups: meant.map(({ group }) => group) });
  };
  const apart = ({ side: of, group }: Placed, statements = lastRoot(group)): void => {
    if (group.members.length > 1) setChange({ kind: "separate-origins", side: of, groups: [group], statements });
  };
  const toggle = (one: Placed): void =>
    setChosen((now) => {
      if (now.includes(one.id)) return now.filter((id) => id !== one.id);
      // Only origins of one side can be one.
      return [...now.filter((id) => id.startsWith(`origin-${one.side}-`)), one.id];
    });
  const undo = async (): Promise<void> => {
    setError(null);
    try {
      await decide({ kind: "undo" });
    } catch (failure) {
      setError(failure);
    }
  };
  const step = (by: number): void => {
    const lines = [...(place.current?.querySelectorAll<HTMLElement>(".origin") ?? [])];
    const at = lines.findIndex((line) => line.contains(document.activeElement));
    lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
  };
  useKeys((key, target) => {
    const here = all.find(({ id }) => id === target.closest(".origin")?.id);
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (!may) return false;
    else if (key === "u") void undo();
    else if (key === "c") join();
    else if (key === "s" && here !== undefined) apart(here);
    else if (key === "x" && here !== undefined) toggle(here);
    else return false;
    return true;
  });
  return (
    <div ref={place} className="origins">
      {(["affirm", "deny"] as const).map((one) =>
        claim.origins[one].groups.length === 0 ? null : (
          <section key={one} className={`side c-${one}`} aria-labelledby={`origins-${one}`}>
            <h3 className="stand" id={`origins-${one}`}>
              <Glyph of={one} /> {words.columns[one]}
              {words.colon}
              {words.origins(claim.origins[one].lower, claim.origins[one].upper)}
            </h3>
            <ol>
              {all
                .filter((line) => line.side === one)
                .map((line) => (
                  <OriginLine
                    key={line.id}
                    line={line}
                    claim={claim}
                    articles={articles}
                    may={may}
                    chosen={chosen.includes(line.id)}
                    choose={() => toggle(line)}
                    apart={(statements) => apart(line, statements)}
                  />
                ))}
            </ol>
          </section>
        ),
      )}
      {error === null ? null : <Failure error={error} />}
      {!may || all.length === 0 ? null : (
        <div className="tools under">
          <button type="button" className="button" disabled={meant.length < 2} onClick={join}>
            {app.review.together} <kbd>c</kbd>
          </button>
          <span className="small soft">{app.origins.joinHint}</span>
          <KeyHelp keys={app.origins.keys} />
        </div>
      )}
      {change === null ? null : (
        <Weigh
          claim={claim}
          articles={articles}
          change={change}
          close={() => {
            setChange(null);
            setChosen([]);
          }}
        />
      )}
    </div>
  );
}

/** What is taken apart first: the side of the last collapse that fewer positions rest on, else the last position. */
function lastRoot({ collapses = [], members }: OriginGroup): readonly string[] {
  const roots = collapses.at(-1)?.roots;
  if (roots === undefined) return members.slice(-1);
  const [a, b] = roots;
  const fewer = a.members.length < b.members.length ? a : b;
  return fewer.members.length > 0 ? fewer.members : members.slice(-1);
}
