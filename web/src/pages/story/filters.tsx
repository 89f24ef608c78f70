import { useSearchParams } from "wouter";
import type { ActorRow, ClaimStatus, Page } from "../../api/types.ts";
import { useAnswer } from "../../api/use.ts";
import { type Articles, speakerName } from "../../parts/articles.ts";
import { useWords } from "../../words/index.tsx";

export type Filter = {
  readonly actor?: string | undefined;
  readonly side?: string | undefined;
  readonly since?: string | undefined;
  readonly language?: string | undefined;
  readonly status?: ClaimStatus | undefined;
};

const statuses = ["contested", "corroborated", "single-source", "uncontested"] as const;
const fields = ["actor", "side", "since", "language", "status"] as const;

/** The filter as it stands in the address, so that it can be sent and come back to. */
export function useFilter(): readonly [Filter, (filter: Filter) => void] {
  const [params, setParams] = useSearchParams();
  const value = (field: (typeof fields)[number]): string | undefined => params.get(field) ?? undefined;
  const { actor, side, since, language } = Object.fromEntries(fields.map((field) => [field, value(field)]));
  const status = statuses.find((one) => one === value("status"));
  const set = (filter: Filter): void =>
    setParams(
      (before) => {
        for (const field of fields) {
          if (filter[field] === undefined) before.delete(field);
          else before.set(field, filter[field]);
        }
        return before;
      },
      { replace: true },
    );
  return [{ actor, side, since, language, status }, set];
}

/** Narrows the claims by who speaks, since when, in which language, with which status. */
export function Filters({
  filter,
  setFilter,
  articles,
  story,
  sides,
  ready,
}: {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly articles: Articles;
  readonly story: string;
  readonly sides: readonly string[];
  /** Whether the first view is there: who can be chosen is asked for after it. */
  readonly ready: boolean;
}) {
  const { app, words, language } = useWords();
  const actors = useAnswer<Page<ActorRow>>(ready ? "/actors" : null, { story, limit: 60 });
  const languages = [...new Set(articles.rows.map((row) => row.language))].sort();
  const names = new Intl.DisplayNames([language], { type: "language" });
  const set = (change: Filter): void => setFilter({ ...filter, ...change });
  return (
    <fieldset className="tools">
      <legend className="hidden">{app.filter.title}</legend>
      <label>
        {app.filter.status}
        <select
          className="field"
          value={filter.status ?? ""}
          onChange={(event) => set({ status: statuses.find((one) => one === event.target.value) })}
        >
          <option value="">{app.filter.all}</option>
          {statuses.map((one) => (
            <option key={one} value={one}>
              {words.statuses[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {app.filter.actor}
        <select
          className="field"
          value={filter.actor ?? ""}
          onChange={(event) => set({ actor: event.target.value || undefined })}
        >
          <option value="">{app.filter.all}</option>
          {(actors.data?.items ?? []).map((actor) => (
            <option key={actor.id} value={actor.id}>
              {speakerName(words, actor, undefined)}
            </option>
          ))}
        </select>
      </label>
      {sides.length === 0 ? null : (
        <label>
          {app.actors.side}
          <select
            className="field"
            value={filter.side ?? ""}
            onChange={(event) => set({ side: event.target.value || undefined })}
          >
            <option value="">{app.filter.all}</option>
            {sides.map((side) => (
              <option key={side} value={side}>
                {side}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {app.filter.since}
        <input
          className="field"
          type="date"
          value={filter.since ?? ""}
          onChange={(event) => set({ since: event.target.value || undefined })}
        />
      </label>
      {languages.length < 2 ? null : (
        <label>
          {app.filter.language}
          <select
            className="field"
            value={filter.language ?? ""}
            onChange={(event) => set({ language: event.target.value || undefined })}
          >
            <option value="">{app.filter.all}</option>
            {languages.map((one) => (
              <option key={one} value={one}>
                {one === "und" ? "?" : names.of(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {Object.values(filter).some((value) => value !== undefined) ? (
        <button type="button" className="button" onClick={() => setFilter({})}>
          {app.filter.clear}
        </button>
      ) : null}
    </fieldset>
  );
}
