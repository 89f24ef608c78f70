import { useWords } from "../words/index.tsx";

type Listed = {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
};

/** How much of a list is shown, and a button for the rest. */
export function More({ list }: { readonly list: Listed }) {
  const { app } = useWords();
  if (!list.hasNextPage) return null;
  return (
    <p className="more">
      <button
        type="button"
        className="button"
        disabled={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {app.states.more}
      </button>{" "}
      <span className="soft num">{app.states.partly(list.items.length, list.total)}</span>
    </p>
  );
}
