import { acts, factualities } from "../../../../src/model/statement.ts";
import { isAuthor } from "../../../../src/report/words/format.ts";
import { type DecisionRequest, useDecide } from "../../api/decide.ts";
import type { ActorRow, Page, Statement } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { speakerName } from "../../parts/articles.ts";
import { Ask } from "../../parts/ask.tsx";
import { firmnessOf } from "../../parts/firmness.ts";
import { useWords } from "../../words/index.tsx";

export type Correction = "speaker" | "chain" | "speaksFor" | "act" | "factuality" | "note";

/** The key that asks for each, where there are keys. */
export const correctionKeys: readonly (readonly [key: string, correction: Correction])[] = [
  ["s", "speaker"],
  ["c", "chain"],
  ["p", "speaksFor"],
  ["a", "act"],
  ["f", "factuality"],
  ["n", "note"],
];

/** Corrects one thing about a statement, with a reason. */
export function Correct({
  correction,
  statement,
  close,
}: {
  readonly correction: Correction;
  readonly statement: Statement;
  readonly close: () => void;
}) {
  const { app } = useWords();
  const decide = useDecide();
  return (
    <Ask
      title={app.review[correction]}
      about={statement.id}
      close={close}
      decide={(fields, reason, expected) => decide(requestOf(correction, statement.id, fields), reason, expected)}
    >
      {correction === "speaker" ? <WhoField statement={statement} /> : null}
      {correction === "chain" ? (
        <label>
          {app.review.chainHint}
          <input
            className="field"
            name="chain"
            required
            autoComplete="off"
            defaultValue={statement.chain.map(({ name }) => name).join("; ")}
          />
        </label>
      ) : null}
      {correction === "speaksFor" ? (
        <label>
          {app.review.speaksForHint}
          <input
            className="field"
            name="speaksFor"
            list="actors-known"
            autoComplete="off"
            defaultValue={statement.speaksFor?.name}
          />
          <KnownActors />
        </label>
      ) : null}
      {correction === "act" ? <ActField act={statement.act} /> : null}
      {correction === "factuality" ? <FirmnessField factuality={statement.factuality} /> : null}
      {correction === "note" ? (
        <label>
          {app.review.note}
          <textarea className="field" name="text" rows={3} required />
        </label>
      ) : null}
    </Ask>
  );
}

function requestOf(correction: Correction, statement: string, fields: FormData): DecisionRequest {
  const value = (name: string): string => String(fields.get(name) ?? "").trim();
  if (correction === "note") return { kind: "note", on: { kind: "statement", statement }, text: value("text") };
  const act = acts.find((one) => one === value("act"));
  const factuality = factualities.find((one) => one === value("factuality"));
  const chain = value("chain")
    .split(/\s*[;›]\s*/)
    .filter((name) => name !== "");
  const changes = {
    speaker: { speaker: value("speaker") },
    chain: { chain },
    speaksFor: { speaksFor: value("speaksFor") || null },
    act: { act },
    factuality: { factuality },
  }[correction];
  return { kind: "correct-statement", statement, changes };
}

/** An article's own voice and a source without a name have none to begin with. */
const isNobody = (speaker: Statement["speaker"]): boolean => isAuthor(speaker) || speaker.name === "unnamed";

export function WhoField({ statement }: { readonly statement?: Statement }) {
  const { app, words } = useWords();
  return (
    <label>
      {app.review.speaker}
      <input
        className="field"
        name="speaker"
        list="actors-known"
        defaultValue={statement === undefined || isNobody(statement.speaker) ? "" : statement.speaker.name}
        placeholder={statement === undefined ? undefined : speakerName(words, statement.speaker, undefined)}
        required
        autoComplete="off"
      />
      <KnownActors />
    </label>
  );
}

/** Names to choose from: those who speak most. */
function KnownActors() {
  const actors = useAnswer<Page<ActorRow>>("/actors", { limit: 200 });
  return (
    <datalist id="actors-known">
      {(actors.data?.items ?? []).flatMap((actor) =>
        isNobody(actor) ? [] : [<option key={actor.id} value={actor.name} />],
      )}
    </datalist>
  );
}

export function ActField({ act }: { readonly act: Statement["act"] }) {
  const { app, words } = useWords();
  return (
    <label>
      {app.review.act}
      <select className="field" name="act" defaultValue={act}>
        {acts.map((one) => (
          <option key={one} value={one}>
            {words.acts[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function FirmnessField({ factuality }: { readonly factuality: Statement["factuality"] }) {
  const { app, words } = useWords();
  return (
    <label>
      {app.review.factuality}
      <select className="field" name="factuality" defaultValue={factuality}>
        {factualities.map((one) => (
          <option key={one} value={one}>
            {firmnessOf(one, words.firmness)} ({one})
          </option>
        ))}
      </select>
    </label>
  );
}
