import { address, get, type Params } from "../api/client.ts";
import type { Page } from "../api/types.ts";
import { useWords } from "../words/index.tsx";
import { csvOf } from "./csv.ts";

/** Every table goes out as CSV and JSON: the whole list, page by page. */
export function Tables({ path, params = {} }: { readonly path: string; readonly params?: Params }) {
  const { app } = useWords();
  const save = async (kind: "csv" | "json"): Promise<void> => {
    const items = await allOf(path, params);
    const text = kind === "json" ? `${JSON.stringify(items, null, 2)}\n` : csvOf(items);
    const type = kind === "json" ? "application/json" : "text/csv;charset=utf-8";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = `${path.replace(/\W+/g, "")}.${kind}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <p className="tables small">
      <button type="button" className="plain" onClick={() => void save("csv")}>
        {app.table.csv}
      </button>{" "}
      <button type="button" className="plain" onClick={() => void save("json")}>
        {app.table.json}
      </button>{" "}
      <a href={address(path, params)}>API</a>
    </p>
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
