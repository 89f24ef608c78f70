import { useState } from "react";
import { address, get, type Params } from "../api/client.ts";
import type { Page } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { csvOf } from "./csv.ts";
import { Failure } from "./states.tsx";

/** Every table goes out as CSV and JSON: the whole list, page by page. */
export function Tables({ path, params = {} }: { readonly path: string; readonly params?: Params }) {
  const rows = (): Promise<readonly unknown[]> => allOf(path, params);
  return <Out name={path.replace(/\W+/g, "")} rows={rows} api={address(path, params)} />;
}

/** The same for rows that the page holds already. */
export function RowsTable({ name, rows }: { readonly name: string; readonly rows: readonly unknown[] }) {
  return <Out name={name} rows={() => Promise.resolve(rows)} />;
}

function Out({
  name,
  rows,
  api,
}: {
  readonly name: string;
  readonly rows: () => Promise<readonly unknown[]>;
  readonly api?: string;
}) {
  const { app } = useWords();
  const [error, setError] = useState<unknown>(null);
  const save = async (kind: "csv" | "json"): Promise<void> => {
    setError(null);
    try {
      const items = await rows();
      // A spreadsheet takes a file without the mark for one of its own country's bytes.
      const text = kind === "json" ? `${JSON.stringify(items, null, 2)}\n` : `\ufeff${csvOf(items)}`;
      const type = kind === "json" ? "application/json" : "text/csv;charset=utf-8";
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type }));
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

async function allOf(path: string, params: Params): Promise<unknown[]> {
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<unknown> = await get(path, { ...params, limit: 500, cursor });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}
