import { useState } from "react";
import { csvOf, readable } from "../../../src/report/table.ts";
import { address, file, type Params } from "../api/client.ts";
import type { AppWords } from "../words/app-words.ts";
import { useWords } from "../words/index.tsx";
import { Failure } from "./states.tsx";

type Kind = "csv" | "json";

/** Every table goes out as CSV and JSON: the whole list, as the server writes it. */
export function Tables({ path, params = {} }: { readonly path: string; readonly params?: Params }) {
  const whole = (kind: Kind): Promise<Blob> => file(path, { ...params, format: kind });
  return <Out name={path.replace(/\W+/g, "")} whole={whole} api={address(path, params)} />;
}

/** The same for rows that the page holds already. */
export function RowsTable({ name, rows }: { readonly name: string; readonly rows: readonly unknown[] }) {
  const whole = async (kind: Kind): Promise<Blob> => {
    // A spreadsheet takes a file without the mark for one of its own country's bytes.
    const text =
      kind === "json"
        ? `${JSON.stringify(rows, null, 2)}\n`
        : `\ufeff${csvOf(rows.map((row) => readable(Object(row))))}`;
    return new Blob([text], { type: kind === "json" ? "application/json" : "text/csv;charset=utf-8" });
  };
  return <Out name={name} whole={whole} />;
}

/** What a table is called where it is spoken of; a single group of figures has no name of its own. */
function titleOf(name: string, { nav, actors, review, search, figures }: AppWords): string {
  const titles: Readonly<Record<string, string>> = {
    ...nav,
    documents: nav.articles,
    questions: nav.hypotheses,
    matrix: nav.hypotheses,
    positions: actors.positions,
    decisions: review.decisions,
    search: search.label,
  };
  return titles[name] ?? figures.title;
}

function Out({
  name,
  whole,
  api,
}: {
  readonly name: string;
  readonly whole: (kind: Kind) => Promise<Blob>;
  readonly api?: string;
}) {
  const { app } = useWords();
  const of = app.table.of(titleOf(name, app));
  const [error, setError] = useState<unknown>(null);
  const save = async (kind: Kind): Promise<void> => {
    setError(null);
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await whole(kind));
      link.download = `${name}.${kind}`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <p className="tables small">
        <button type="button" className="plain" aria-label={`${of}, CSV`} onClick={() => void save("csv")}>
          {app.table.csv}
        </button>
        <button type="button" className="plain" aria-label={`${of}, JSON`} onClick={() => void save("json")}>
          {app.table.json}
        </button>
        {api === undefined ? null : <a href={api}>API</a>}
      </p>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}
