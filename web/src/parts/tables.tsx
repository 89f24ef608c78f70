import { useState } from "react";
import { address, get, type Params } from "../api/client.ts";
import type { Page } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { csvOf } from "./csv.ts";
import { Failure } from "./states.tsx";

/** Every table goes out as CSV and JSON: the whole list, page by page. `flat` makes an item a row where it holds others. */
export function Tables<T>({
  path,
  params = {},
  flat,
}: {
  readonly path: string;
  readonly params?: Params;
  readonly flat?: (item: T) => unknown;
}) {
  const rows = (): Promise<readonly T[]> => allOf<T>(path, params);
  return <Out name={path.replace(/\W+/g, "")} rows={rows} api={address(path, params)} {...(flat && { flat })} />;
}

/** The same for rows that the page holds already. */
export function RowsTable({ name, rows }: { readonly name: string; readonly rows: readonly unknown[] }) {
  return <Out name={name} rows={() => Promise.resolve(rows)} />;
}

function Out<T>({
  name,
  rows,
  api,
  flat,
}: {
  readonly name: string;
  readonly rows: () => Promise<readonly T[]>;
  readonly api?: string;
  readonly flat?: (item: T) => unknown;
}) {
  const { app } = useWords();
  const [error, setError] = useState<unknown>(null);
  const save = async (kind: "csv" | "json"): Promise<void> => {
    setError(null);
    try {
      const items = await rows();
      // A spreadsheet takes a file without the mark for one of its own country's bytes.
      const text =
        kind === "json"
          ? `${JSON.stringify(items, null, 2)}\n`
          : `\ufeff${csvOf(flat === undefined ? items : items.map(flat))}`;
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

/** As many as any list gives at once. */
const atOnce = 200;

async function allOf<T>(path: string, params: Params): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await get(path, { ...params, limit: atOnce, cursor });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}
