import { useState } from "react";
import { csvOf, readable } from "../../../src/report/table.ts";
import { address, file, type Params } from "../api/client.ts";
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
        <button
          type="button"
          className="plain"
          aria-label={`${app.table.of(name)}, CSV`}
          onClick={() => void save("csv")}
        >
          {app.table.csv}
        </button>
        <button
          type="button"
          className="plain"
          aria-label={`${app.table.of(name)}, JSON`}
          onClick={() => void save("json")}
        >
          {app.table.json}
        </button>
        {api === undefined ? null : <a href={api}>API</a>}
      </p>
      {error === null ? null : <Failure error={error} />}
    </>
  );
}
